package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import org.rapporteur.core.problem.Problem;

/** Short messages at the edge of the window that never take the focus. */
public interface Notifications {
    /** Shows a notification; callable from any thread. */
    void show(Notice notice);

    /** Shows a failure with its code and a way to its details; callable from any thread. */
    void problem(Problem problem);

    /** Says what was done, with a button that takes it back. */
    default void undoable(ObservableValue<String> text, ObservableValue<String> undoWord, Runnable undo) {
        show(Notice.info(text).action(undoWord, undo));
    }
}
