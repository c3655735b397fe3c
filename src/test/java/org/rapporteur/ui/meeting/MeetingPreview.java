package org.rapporteur.ui.meeting;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import org.rapporteur.launch.sample.SampleBuilder;
import org.rapporteur.launch.sample.SampleKeys;
import org.rapporteur.settings.SettingsStore;
import org.rapporteur.settings.ThemeChoice;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.NotificationHost;
import org.rapporteur.ui.kit.Scenes;
import org.rapporteur.ui.kit.SidePanelHost;
import org.rapporteur.ui.kit.Splits;
import org.rapporteur.ui.kit.SystemDialogs;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.Themes;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Desk;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.OpenWorkspace;
import org.rapporteur.ui.shell.Place;
import org.rapporteur.ui.shell.SearchPort;
import org.rapporteur.ui.shell.UndoPort;
import org.rapporteur.ui.shell.Workspaces;

/**
 * The area Meetings over the sample, to be looked at: language, light or dark, width, height, tab (list, overview,
 * agenda, processes) and the picture to write. Not a test.
 */
public final class MeetingPreview {
    private MeetingPreview() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        private Navigator navigator;

        @Override
        public void start(Stage stage) throws IOException {
            List<String> args = getParameters().getRaw();
            Path folder = Files.createTempDirectory("meeting-preview");
            Workspace workspace = Workspace.create(
                    folder.resolve("workspace"),
                    "GRCP",
                    new Workspace.Surroundings(
                            java.time.Clock.systemDefaultZone(),
                            new Ids(java.time.Clock.systemDefaultZone(), new Random()),
                            () -> "A. Officer",
                            name -> Executors.newSingleThreadExecutor(run ->
                                    Thread.ofPlatform().daemon().name(name).unstarted(run))));
            SampleBuilder.build(workspace.changes());
            Messages messages = new Messages(Language.ofCode(args.get(0)));
            I18n i18n = new I18n(messages);
            SettingsStore settings = new SettingsStore(folder.resolve("settings"), (delay, task) -> () -> {});
            Themes themes = new Themes();
            ThemeChoice colours = ThemeChoice.valueOf(args.get(1).toUpperCase(java.util.Locale.ROOT));
            settings.update(s -> s.withTheme(colours).withLanguage(messages.language()));
            themes.choose(colours);
            Commands commands = new Commands();
            Scenes scenes = new Scenes(i18n, themes, commands);
            Splits splits = new Splits(settings);
            SidePanelHost panel = new SidePanelHost(i18n, splits);
            SystemDialogs dialogs = new SystemDialogs(() -> stage, getHostServices(), scenes, i18n);
            NotificationHost notifications = new NotificationHost(i18n, dialogs);
            Kit kit = new Kit(
                    i18n, Tasks.pooled(), dialogs, notifications, commands, panel, splits, scenes, themes, settings);
            kit.tasks().onFailure(problem -> problem.printStackTrace());
            RecordKit records = new RecordKit(
                    kit, workspace, workspace.changes(), workspace.history(), java.time.Clock.systemDefaultZone());
            Desk desk = new Desk(kit, panel, notifications, new OneWorkspace(workspace, records, this), new NoExtras());
            int width = Integer.parseInt(args.get(2));
            int height = Integer.parseInt(args.get(3));
            Scene scene = kit.scenes().main(desk.root(), width, height);
            stage.setScene(scene);
            stage.show();
            desk.open(folder.resolve("workspace"));
            Preview.later(1500, () -> {
                go(args.get(4));
                Preview.later(
                        2500,
                        () -> Preview.steps(scene, args.subList(6, args.size()), () -> {
                            if (!args.get(5).equals("-")) {
                                Preview.picture(scene, new File(args.get(5)));
                                Platform.exit();
                            }
                        }));
            });
        }

        private void go(String tab) {
            if (tab.equals("list")) {
                navigator.open(Place.of("meetings"));
            } else if (tab.equals("processes")) {
                navigator.open(Place.of("meetings")
                        .thenKey("process", "meeting.processes")
                        .then(SampleKeys.of("process", "gcm").toString(), "GCM"));
            } else {
                navigator.open(Place.of("meetings")
                        .then(SampleKeys.meeting("grcp-7").toString(), "GRCP 7")
                        .thenKey(tab, "meeting.tab." + tab));
            }
        }
    }

    private record OneWorkspace(Workspace workspace, RecordKit records, Window window) implements Workspaces {
        @Override
        public OpenWorkspace open(Path folder, org.rapporteur.ui.kit.Progress progress) {
            return new OpenWorkspace() {
                @Override
                public String name() {
                    return "GRCP";
                }

                @Override
                public Path folder() {
                    return folder;
                }

                @Override
                public boolean readOnly() {
                    return false;
                }

                @Override
                public List<Area> areas(Kit kit, Navigator navigator) {
                    window.navigator = navigator;
                    return List.of(new MeetingArea(
                            kit,
                            navigator,
                            records,
                            workspace,
                            workspace.changes(),
                            new SurveyAnalysis(new SurveyStoreSqlite(workspace)),
                            MeetingReports.NONE,
                            List.of()));
                }

                @Override
                public UndoPort undo() {
                    return undoOf(workspace);
                }

                @Override
                public SearchPort search() {
                    return SearchPort.NONE;
                }

                @Override
                public void close() {
                    workspace.close();
                }
            };
        }

        @Override
        public OpenWorkspace create(Path folder, String name, org.rapporteur.ui.kit.Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OpenWorkspace sample(Path folder, org.rapporteur.ui.kit.Progress progress) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoExtras implements Desk.Extras {
        @Override
        public List<Area> areas(Kit kit, Navigator navigator) {
            return List.of();
        }

        @Override
        public javafx.scene.Node welcome(Kit kit, org.rapporteur.ui.shell.WorkspaceActions actions) {
            return new StackPane();
        }
    }

    private static UndoPort undoOf(Workspace workspace) {
        return new UndoPort() {
            @Override
            public Optional<Message> nextUndo() {
                return workspace.undo().nextUndo().map(l -> l.message());
            }

            @Override
            public Optional<Message> nextRedo() {
                return workspace.undo().nextRedo().map(l -> l.message());
            }

            @Override
            public void undo() {
                workspace.undo().undo();
            }

            @Override
            public void redo() {
                workspace.undo().redo();
            }

            @Override
            public Runnable onChange(Runnable listener) {
                java.util.function.Consumer<org.rapporteur.core.change.Commit> each = c -> listener.run();
                workspace.changes().onCommit(each);
                return () -> workspace.changes().removeListener(each);
            }
        };
    }

    /** Small steps of the preview. */
    static final class Preview {
        private Preview() {}

        static void later(int millis, Runnable what) {
            PauseTransition pause = new PauseTransition(Duration.millis(millis));
            pause.setOnFinished(e -> what.run());
            pause.play();
        }

        /** "click:#id", "double:#id", "key:DOWN": done one after the other, then the end. */
        static void steps(Scene scene, List<String> steps, Runnable end) {
            if (steps.isEmpty()) {
                later(600, end);
                return;
            }
            String step = steps.getFirst();
            String what = step.substring(step.indexOf(':') + 1);
            javafx.scene.robot.Robot robot = new javafx.scene.robot.Robot();
            if (step.startsWith("hover:") || step.startsWith("click:") || step.startsWith("double:")) {
                javafx.scene.Node node = scene.getRoot().lookup(what);
                if (node == null) {
                    throw new IllegalArgumentException("nothing at " + what);
                }
                javafx.geometry.Bounds at = node.localToScreen(node.getBoundsInLocal());
                robot.mouseMove(at.getCenterX(), at.getMinY() + Math.min(10, at.getHeight() / 2));
                for (int i = 0; i < (step.startsWith("double:") ? 2 : step.startsWith("hover:") ? 0 : 1); i++) {
                    robot.mouseClick(javafx.scene.input.MouseButton.PRIMARY);
                }
            } else if (step.startsWith("key:")) {
                robot.keyType(javafx.scene.input.KeyCode.valueOf(what));
            }
            later(900, () -> steps(scene, steps.subList(1, steps.size()), end));
        }

        static void picture(Scene scene, File file) {
            WritableImage image = scene.snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            try {
                ImageIO.write(out, "png", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
