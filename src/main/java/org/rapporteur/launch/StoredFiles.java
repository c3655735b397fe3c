package org.rapporteur.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.storage.Blobs;
import org.rapporteur.ui.document.DocumentFiles;

/** The files of documents in the blobs of the workspace. Copies to look at lie in a folder of the system's own. */
final class StoredFiles implements DocumentFiles {
    private final Blobs blobs;
    private Path folder;

    StoredFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public String put(Path file) {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            String type = Files.probeContentType(file);
            return blobs.put(in, name, type == null ? "application/octet-stream" : type);
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
    }

    @Override
    public Path copy(String hash, String fileName) {
        String name = FileNames.whole(fileName);
        try {
            Path own = Files.createTempDirectory(folder(), "document");
            own.toFile().deleteOnExit();
            Path copy = own.resolve(name);
            try (InputStream in = blobs.open(hash)) {
                Files.copy(in, copy);
            }
            // Edits of the copy would be lost, so the other program is told that it can't be written.
            if (!copy.toFile().setReadOnly()) {
                System.getLogger("launch").log(System.Logger.Level.DEBUG, "a copy stays writable");
            }
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
    }

    @Override
    public void save(String hash, Path target) {
        String name = target.getFileName().toString();
        Path part = target.resolveSibling(name + ".part");
        try {
            try (InputStream in = blobs.open(hash)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw IoProblems.of(name, e);
        }
    }

    private synchronized Path folder() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            folder = Files.createTempDirectory("rapporteur");
            folder.toFile().deleteOnExit();
        }
        return folder;
    }
}
