package org.rapporteur.settings;

import java.time.Duration;

/** Runs something a little later; injected, so that tests need not wait. */
@FunctionalInterface
public interface Scheduler {
    /**
     * Runs the task once after the delay, on a thread of its own choice.
     *
     * @return run it to call the task off, if it has not begun
     */
    Runnable after(Duration delay, Runnable task);
}
