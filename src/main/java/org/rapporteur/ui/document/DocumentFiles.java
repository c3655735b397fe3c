package org.rapporteur.ui.document;

import java.nio.file.Path;

/** The files behind language versions; kept in the workspace by their hash. Called off the window's thread. */
public interface DocumentFiles {
    /** A file of more bytes is not taken in: 200 MB. */
    long MOST_BYTES = 200L * 1024 * 1024;

    /**
     * Takes a file into the workspace.
     *
     * @return SHA-256 of its bytes, lower-case hexadecimal
     * @throws org.rapporteur.core.problem.Problem if it can't be read, or the workspace can't be written
     */
    String put(Path file);

    /**
     * A copy to look at, which can't be written; thrown away when the program ends.
     *
     * @param hash as {@link #put} gave it
     * @param fileName what the copy is called; only its last part counts
     * @throws org.rapporteur.core.problem.Problem if the workspace does not have the file
     */
    Path copy(String hash, String fileName);

    /**
     * Writes a copy elsewhere.
     *
     * @param target replaced if it is there
     */
    void save(String hash, Path target);
}
