package org.rapporteur.ui.meeting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rapporteur.ui.kit.Tasks;

/**
 * Edits one after the other in the order they were made, off the window's thread; what is held back by a slow disk is
 * written later, never in another order. For use on the window's thread.
 */
final class EditQueue {
    private final Tasks tasks;
    private final Runnable idle;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * An empty queue.
     *
     * @param idle called each time the last edit has been written, or has failed
     */
    EditQueue(Tasks tasks, Runnable idle) {
        this.tasks = tasks;
        this.idle = idle;
    }

    /** Writes something, then hands the result to the window's thread; a failure is shown to the person. */
    <T> void submit(Supplier<T> edit, Consumer<T> then) {
        waiting.add(() ->
                tasks.read(progress -> edit.get()).then(then).last(this::done).start());
        if (!busy) {
            next();
        }
    }

    /** Writes something. */
    void submit(Runnable edit) {
        submit(
                () -> {
                    edit.run();
                    return null;
                },
                nothing -> {});
    }

    /** Whether nothing is being written and nothing waits. */
    boolean isIdle() {
        return !busy;
    }

    private void next() {
        busy = true;
        waiting.poll().run();
    }

    private void done() {
        if (!waiting.isEmpty()) {
            next();
            return;
        }
        busy = false;
        idle.run();
    }
}
