package org.rapporteur.ui.kit.record;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import org.rapporteur.settings.SettingsStore;
import org.rapporteur.settings.ThemeChoice;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.Dialogs;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Notifications;
import org.rapporteur.ui.kit.Scenes;
import org.rapporteur.ui.kit.SidePanel;
import org.rapporteur.ui.kit.Splits;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.Themes;
import org.testfx.util.WaitForAsyncUtils;

/** A kit over a real, empty workspace, for tests of lists and forms. Made on the window's thread. */
public final class TestKit implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2017-10-10T08:00:00Z"), ZoneOffset.UTC);

    private final Workspace workspace;
    private final Messages messages = new Messages(Language.EN);
    private final ExecutorService reading = Executors.newFixedThreadPool(2);
    private final ExecutorService working = Executors.newFixedThreadPool(2);
    private final Tasks tasks = new Tasks(reading, working, Fx::run);
    private final Kit kit;
    private final RecordKit records;
    private volatile Node panel;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<String> saved = new CopyOnWriteArrayList<>();
    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    public TestKit(Path folder) {
        this(folder, TestWorkspaces.create(folder.resolve("workspace")));
    }

    /** A kit over a workspace that was opened; the kit closes it. */
    public TestKit(Path folder, Workspace workspace) {
        this.workspace = workspace;
        I18n i18n = new I18n(messages);
        SettingsStore settings = new SettingsStore(folder.resolve("settings"), (delay, task) -> () -> {});
        Themes themes = new Themes();
        themes.choose(ThemeChoice.LIGHT);
        Commands commands = new Commands();
        kit = new Kit(
                i18n,
                tasks,
                new NoDialogs(),
                new Notifications() {
                    @Override
                    public void show(Notice notice) {
                        notices.add(notice);
                    }

                    @Override
                    public void problem(Problem problem) {
                        problems.add(problem);
                    }
                },
                commands,
                new NoPanel(),
                new Splits(settings),
                new Scenes(i18n, themes, commands),
                themes,
                settings);
        records = new RecordKit(kit, workspace, workspace.changes(), workspace.history(), CLOCK);
    }

    public Workspace workspace() {
        return workspace;
    }

    public Messages messages() {
        return messages;
    }

    public Kit kit() {
        return kit;
    }

    public RecordKit records() {
        return records;
    }

    /** What was notified, in order. */
    public List<Notice> notices() {
        return notices;
    }

    /** Names of files that were proposed when somebody was asked where one goes. */
    public List<String> saved() {
        return saved;
    }

    /** Failures that were shown. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public void close() {
        records.close();
        tasks.close();
        // What still reads would find the workspace closed and call it a problem.
        for (ExecutorService pool : List.of(reading, working)) {
            try {
                if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("a task does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        WaitForAsyncUtils.waitForFxEvents();
        workspace.close();
    }

    /** What was shown last in the panel beside the content; a test may put it into its scene. */
    public Node panel() {
        return panel;
    }

    private final class NoPanel implements SidePanel {
        private final SimpleBooleanProperty showing = new SimpleBooleanProperty();

        @Override
        public void show(ObservableValue<String> title, Node content) {
            panel = content;
            showing.set(true);
        }

        @Override
        public void close() {
            showing.set(false);
        }

        @Override
        public boolean isContent(Object userData) {
            return false;
        }

        @Override
        public void focus() {
            // Nothing is shown.
        }

        @Override
        public boolean isPanelFocused() {
            return false;
        }

        @Override
        public ReadOnlyBooleanProperty showing() {
            return showing;
        }
    }

    private final class NoDialogs implements Dialogs {
        @Override
        public Optional<Path> openFile(String title, FileKind... kinds) {
            return Optional.empty();
        }

        @Override
        public List<Path> openFiles(String title, FileKind... kinds) {
            return List.of();
        }

        @Override
        public Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds) {
            saved.add(suggestedName);
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            return false;
        }

        @Override
        public void open(Path file) {
            throw new UnsupportedOperationException("a test opens no file");
        }

        @Override
        public void browse(String address) {
            throw new UnsupportedOperationException("a test opens no browser");
        }

        @Override
        public void copy(String text) {
            throw new UnsupportedOperationException("a test copies elsewhere");
        }
    }
}
