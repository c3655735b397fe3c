package org.rapporteur.launch.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.storage.PartFiles;

/** Files that the command line writes: whole or not at all. */
final class Output {
    /** Writes the content of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Output() {}

    /**
     * Writes a file, in place of one that was there; folders on the way are made.
     *
     * @throws org.rapporteur.core.problem.Problem if it cannot be written; what was there is still there
     */
    static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path partial = null;
        try {
            Files.createDirectories(target.getParent());
            partial = PartFiles.in(target.getParent(), "rapporteur");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                content.writeTo(out);
            }
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw IoProblems.of(String.valueOf(target.getFileName()), e);
        } finally {
            deleteQuietly(partial);
        }
    }

    private static void deleteQuietly(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.getLogger("cli").log(System.Logger.Level.DEBUG, "a temporary file stays behind");
            }
        }
    }

    /** The ending of a file's name in lower case without the dot, "" if it has none. */
    static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
