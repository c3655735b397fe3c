package org.rapporteur.launch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.rapporteur.storage.Workspace;

/** Makes a workspace and fills it; if that fails, nothing of it stays behind. */
final class Fresh {
    /** Fills the new workspace. */
    interface Content {
        void into(Workspace workspace) throws Exception;
    }

    private Fresh() {}

    static void make(Path folder, String name, Context context, Content content) throws Exception {
        boolean existed = Files.exists(folder);
        boolean done = false;
        Workspace workspace = Workspace.create(folder, name, context.surroundings());
        try {
            content.into(workspace);
            // Undo must not take the lists or the sample themselves away.
            workspace.undoBeginsHere();
            done = true;
        } finally {
            workspace.close();
            if (!done) {
                remove(folder, existed);
            }
        }
    }

    /** Removes what was made in a folder that was empty or not there. */
    private static void remove(Path folder, boolean existed) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                if (!existed || !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            System.getLogger("cli").log(System.Logger.Level.DEBUG, "an unfinished workspace stays behind");
        }
    }
}
