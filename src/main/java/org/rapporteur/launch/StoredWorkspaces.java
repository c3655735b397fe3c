package org.rapporteur.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Message;
import org.rapporteur.forms.FormWords;
import org.rapporteur.launch.exchange.StoredExchange;
import org.rapporteur.launch.sample.ReferenceLists;
import org.rapporteur.launch.sample.SampleJob;
import org.rapporteur.settings.ConfigFolder;
import org.rapporteur.storage.SiteRegistry;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.kit.Unstored;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.OpenWorkspace;
import org.rapporteur.ui.shell.SearchPort;
import org.rapporteur.ui.shell.UndoPort;
import org.rapporteur.ui.shell.Workspaces;

/** Workspaces on the disk, for the window. */
final class StoredWorkspaces implements Workspaces {
    private final Workspace.Surroundings surroundings;
    private final FormWords words;

    /**
     * Workspaces in the name of an author.
     *
     * @param author asked at each change
     * @param words words of the questionnaires that the sample sends
     */
    StoredWorkspaces(Clock clock, Supplier<String> author, FormWords words) {
        this.words = words;
        this.surroundings = new Workspace.Surroundings(
                clock,
                new Ids(clock, new java.security.SecureRandom()),
                author,
                name -> Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                }),
                new SiteRegistry(ConfigFolder.find().resolve("sites")));
    }

    @Override
    public OpenWorkspace open(Path folder, Progress progress) {
        return new Opened(Workspace.open(folder, Workspace.Mode.WRITE_OR_READ, surroundings), surroundings);
    }

    @Override
    public OpenWorkspace create(Path folder, String name, Progress progress) {
        return made(Workspace.create(folder, name, surroundings), w -> ReferenceLists.add(w.changes()));
    }

    @Override
    public OpenWorkspace sample(Path folder, Progress progress) {
        return made(
                Workspace.create(folder, "GRCP 7", surroundings),
                w -> new SampleJob(w, words).all((done, of) -> {
                    progress.check();
                    progress.update(done, of, "");
                }));
    }

    /** What a new workspace is set up with. */
    private interface Content {
        void into(Workspace workspace) throws IOException;
    }

    private OpenWorkspace made(Workspace workspace, Content content) {
        try {
            content.into(workspace);
            workspace.undoBeginsHere();
            return new Opened(workspace, surroundings);
        } catch (IOException e) {
            workspace.close();
            throw IoProblems.of("", e);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** An open workspace on the disk. */
    static final class Opened implements OpenWorkspace {
        private final Workspace workspace;
        private final String name;
        private final Workspace.Surroundings surroundings;
        private final FolderWatcher watcher = new FolderWatcher();
        private final DaemonScheduler scheduler = new DaemonScheduler();
        private RecordKit records;
        private RecordLinks links;

        private Opened(Workspace workspace, Workspace.Surroundings surroundings) {
            this.workspace = workspace;
            this.surroundings = surroundings;
            this.name = workspace.name();
        }

        Workspace workspace() {
            return workspace;
        }

        RecordKit records() {
            return records;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path folder() {
            return workspace.folder();
        }

        @Override
        public boolean readOnly() {
            return !workspace.writable();
        }

        @Override
        public List<Area> areas(Kit kit, Navigator navigator) {
            records = new RecordKit(kit, workspace, workspace.changes(), workspace.history(), surroundings.clock());
            links = new RecordLinks(records, navigator, new LaterSearch(workspace));
            records.opener(links);
            // The index follows the edits from now on, off the window's thread; a workspace closed meanwhile needs
            // none.
            kit.tasks()
                    .read(progress -> workspace.search())
                    .failing(problem -> {})
                    .start();
            return Areas.of(
                    kit,
                    navigator,
                    records,
                    workspace,
                    StoredExchange.of(workspace, surroundings, Version.current()),
                    watcher,
                    this::later);
        }

        /** Runs something a little later, unless the workspace was closed meanwhile. */
        private Runnable later(java.time.Duration delay, Runnable task) {
            return scheduler.after(delay, () -> {
                if (!watcher.isClosed()) {
                    task.run();
                }
            });
        }

        @Override
        public UndoPort undo() {
            return new StoredUndo(workspace);
        }

        @Override
        public SearchPort search() {
            return links == null ? SearchPort.NONE : links;
        }

        @Override
        public List<Unstored> commit() {
            return records == null ? List.of() : records.edits().commitTyping();
        }

        @Override
        public boolean isIdle() {
            return records == null || records.edits().isIdle();
        }

        @Override
        public void close() {
            watcher.close();
            if (records != null) {
                records.close();
            }
            workspace.close();
        }
    }

    private record StoredUndo(Workspace workspace) implements UndoPort {
        @Override
        public Optional<Message> nextUndo() {
            return workspace.writable() ? workspace.undo().nextUndo().map(Label::message) : Optional.empty();
        }

        @Override
        public Optional<Message> nextRedo() {
            return workspace.writable() ? workspace.undo().nextRedo().map(Label::message) : Optional.empty();
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
            Consumer<Commit> onCommit = commit -> listener.run();
            workspace.changes().onCommit(onCommit);
            return () -> workspace.changes().removeListener(onCommit);
        }
    }
}
