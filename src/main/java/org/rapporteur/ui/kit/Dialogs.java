package org.rapporteur.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that leaves the window: file choosers, questions that stop everything, opening a file in another
 * program. An interface, so that tests without a screen can answer.
 */
public interface Dialogs {
    /**
     * A kind of file for choosers.
     *
     * @param name its name in the person's language
     * @param endings endings without dot, such as {@code xlsx}
     */
    record FileKind(String name, List<String> endings) {
        /** Copies the endings. */
        public FileKind {
            endings = List.copyOf(endings);
        }

        /** A kind with these endings. */
        public static FileKind of(String name, String... endings) {
            return new FileKind(name, List.of(endings));
        }
    }

    /** Asks for a file to read; empty if the person changed their mind. */
    Optional<Path> openFile(String title, FileKind... kinds);

    /** Asks for several files to read; none if the person changed their mind. */
    List<Path> openFiles(String title, FileKind... kinds);

    /** Asks for a file to write; the system asks before an existing one is replaced. */
    Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds);

    /** Asks for a folder. */
    Optional<Path> folder(String title);

    /**
     * Asks before something that can't be undone; never for anything that can.
     *
     * @param title what is asked
     * @param text what will be lost
     * @param action words on the button that does it
     * @return whether to do it
     */
    boolean confirm(String title, String text, String action);

    /** Opens a file or folder with the program that the system has for it. */
    void open(Path file);

    /** Opens an address in the system's browser; only http, https and mailto are taken. */
    void browse(String address);

    /** Puts a text on the clipboard. */
    void copy(String text);
}
