package org.rapporteur.exchange;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.rapporteur.core.problem.IoProblems;

/**
 * Where packages lie while they are worked with ({@code work}) and while they wait ({@code waiting}), inside the
 * workspace's folder: decrypted content never leaves the place where the data are kept anyway.
 */
final class WorkFolder {
    static final String ENDING = ".rcpx";
    private static final System.Logger LOG = System.getLogger(WorkFolder.class.getName());

    private final Path work;
    private final Path waiting;

    /** @param folder {@code exchange} in the workspace's folder; made when first needed */
    WorkFolder(Path folder) {
        work = folder.resolve("work");
        waiting = folder.resolve("waiting");
    }

    /** Removes what programs left that are no longer running. */
    void clean() {
        if (!Files.isDirectory(work)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(work)) {
            for (Path path : left) {
                if (!inUse(path.getFileName().toString())) {
                    delete(path);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the work folder cannot be read");
        }
    }

    private static boolean inUse(String name) {
        int hyphen = name.indexOf('-');
        try {
            // A second program may be looking at the same workspace.
            return hyphen > 0
                    && ProcessHandle.of(Long.parseLong(name, 0, hyphen, 10)).isPresent();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    /** A new folder for one package; whoever asks deletes it. */
    Path fresh() throws IOException {
        Files.createDirectories(work);
        return Files.createTempDirectory(work, ProcessHandle.current().pid() + "-");
    }

    /** Deletes a file or folder with all in it; what cannot be deleted is left for {@link #clean()}. */
    static void delete(Path path) {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a working file stays behind");
        }
    }

    /** The file of a waiting package; it need not exist. */
    Path waiting(UUID packageId) {
        return waiting.resolve(packageId + ENDING);
    }

    /** Copies a package to the waiting ones, whole or not at all. */
    void keep(UUID packageId, Path plain) {
        Path target = waiting(packageId);
        Path part = null;
        try {
            Files.createDirectories(waiting);
            part = fresh();
            Path copy = part.resolve("copy");
            Files.copy(plain, copy);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw IoProblems.of(plain.getFileName().toString(), e);
        } finally {
            if (part != null) {
                delete(part);
            }
        }
    }

    /** Deletes the file of a waiting package. */
    void drop(UUID packageId) {
        Path file = waiting(packageId);
        if (Files.exists(file)) {
            delete(file);
        }
    }
}
