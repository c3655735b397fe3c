package org.rapporteur.ui.shell;

import java.io.IOException;
import java.nio.file.Path;

/** Where the workspace keeps files that records came from, unaltered and found by their hash. */
@FunctionalInterface
public interface KeptFiles {
    /**
     * Keeps a copy of a file; one that is there already is not kept twice. Called off the window's thread.
     *
     * @throws IOException if the file cannot be read
     */
    void keep(Path file, String mediaType) throws IOException;
}
