package org.rapporteur.core.change;

import java.util.function.Consumer;
import java.util.function.Function;

/** The one door for writing. Blocks until the change is on the disk; never called on the window's own thread. */
public interface Changes {

    /**
     * Runs the work as one transaction on the writer's thread.
     *
     * @throws RuntimeException what the work threw; nothing was changed then
     */
    <T> T write(Label label, Function<Transaction, T> work);

    /** The same without a result. */
    default void run(Label label, Consumer<Transaction> work) {
        write(label, tx -> {
            work.accept(tx);
            return null;
        });
    }

    /** Tells after each commit what changed; on the writer's thread, so the listener must be quick. */
    void onCommit(Consumer<Commit> listener);

    void removeListener(Consumer<Commit> listener);

    /** Whether the workspace can be written at all. */
    boolean writable();
}
