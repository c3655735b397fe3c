package org.rapporteur.ui.kit;

import java.util.concurrent.CancellationException;

/** How a long work tells how far it is, and learns that it is no longer wanted. Callable from any thread. */
public interface Progress {
    /** Progress that nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void update(long done, long total, String what) {
            // Nobody watches.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Says how far the work is.
     *
     * @param done how many are done
     * @param total how many there are; 0 or less if not known
     * @param what what is being worked on, in the person's language; may be empty
     */
    void update(long done, long total, String what);

    /** Whether the person cancelled. */
    boolean cancelled();

    /**
     * Leaves the work if the person cancelled; call it between steps that must not be torn apart.
     *
     * @throws CancellationException if so
     */
    default void check() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
