package org.rapporteur.ui.shell;

import java.util.Optional;
import org.rapporteur.core.problem.Message;

/** Undo and redo of the open workspace, as the window needs them. */
public interface UndoPort {
    /** What the next undo takes back; empty if there is nothing. Called off the window's thread. */
    Optional<Message> nextUndo();

    /** What the next redo does again; empty if there is nothing. Called off the window's thread. */
    Optional<Message> nextRedo();

    /** Takes the last step back. Called off the window's thread. */
    void undo();

    /** Does the last undone step again. Called off the window's thread. */
    void redo();

    /**
     * Calls the listener after each change of what can be undone or redone, on any thread.
     *
     * @return run it to be called no longer
     */
    Runnable onChange(Runnable listener);

    /** Undo of a workspace that can't be changed. */
    UndoPort NONE = new UndoPort() {
        @Override
        public Optional<Message> nextUndo() {
            return Optional.empty();
        }

        @Override
        public Optional<Message> nextRedo() {
            return Optional.empty();
        }

        @Override
        public void undo() {
            // Nothing to undo.
        }

        @Override
        public void redo() {
            // Nothing to redo.
        }

        @Override
        public Runnable onChange(Runnable listener) {
            return () -> {};
        }
    };
}
