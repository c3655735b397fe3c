package org.rapporteur.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.util.stream.Stream;
import org.rapporteur.core.problem.IoProblems;

/** Copies of a workspace, made by SQLite itself ({@code VACUUM INTO}) while work goes on, and their way back. */
public final class Backup {
    private Backup() {}

    static void write(Workspace workspace, Path target) {
        Path partial = target.resolveSibling(Workspace.fileName(target) + ".part");
        try {
            requireEmpty(target);
            delete(partial);
            Files.createDirectories(partial);
            workspace.database().read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
                    statement.setString(1, partial.resolve(Workspace.DATABASE).toString());
                    statement.execute();
                }
                return null;
            });
            copyBlobs(workspace.folder().resolve("blobs"), partial.resolve("blobs"));
            Files.deleteIfExists(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw IoProblems.of(Workspace.fileName(target), e);
        } finally {
            deleteQuietly(partial);
        }
    }

    /**
     * Makes a workspace from a backup. The new workspace is a site of its own, because the one that the backup was
     * taken from may have gone on.
     *
     * @param backup folder of the backup
     * @param target a folder that does not exist or is empty
     */
    public static void restore(Path backup, Path target, Workspace.Surroundings surroundings) {
        try (Workspace from = Workspace.open(backup, Workspace.Mode.READ, surroundings)) {
            if (!from.check().isEmpty()) {
                throw StorageProblems.of(new java.sql.SQLException("backup is damaged", "", 11));
            }
            write(from, target);
        }
        try (Workspace restored = Workspace.open(target, Workspace.Mode.WRITE, surroundings)) {
            restored.rotateSite();
        }
    }

    private static void requireEmpty(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> content = Files.list(target)) {
                if (content.findAny().isPresent()) {
                    throw StorageProblems.exists();
                }
            }
        }
    }

    private static void copyBlobs(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>)
                    files.filter(Files::isRegularFile).filter(f -> !f.toString().endsWith(".part"))::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            System.getLogger("storage").log(System.Logger.Level.DEBUG, "an unfinished backup stays behind");
        }
    }
}
