package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.List;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Unstored;

/** An open workspace as the window needs it; made by {@code launch}. */
public interface OpenWorkspace {
    /** Its name, shown on top of the sidebar. */
    String name();

    /** Its folder. */
    Path folder();

    /** Whether it can only be read: another program has it, or the place can't be written. */
    boolean readOnly();

    /** Its areas; made on the window's thread, each cheap until its view is asked for. */
    List<Area> areas(Kit kit, Navigator navigator);

    /** Its undo and redo. */
    UndoPort undo();

    /** Its search. */
    SearchPort search();

    /** Hands in what is being typed, to be written; on the window's thread. Returns what could not be stored. */
    default List<Unstored> commit() {
        return List.of();
    }

    /** Whether everything handed in so far is written; from any thread. */
    default boolean isIdle() {
        return true;
    }

    /** Closes it after the last write; called off the window's thread. */
    void close();
}
