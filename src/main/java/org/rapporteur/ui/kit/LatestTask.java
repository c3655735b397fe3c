package org.rapporteur.ui.kit;

import java.util.function.Consumer;

/**
 * Quick work of which only the latest request counts, such as a search while somebody types: a newer request cancels
 * the one under way, and a result that comes too late is dropped.
 *
 * @param <T> the result
 */
public final class LatestTask<T> {
    private final Tasks tasks;
    private final Consumer<T> then;
    private RunningTask underWay;
    private long number;

    /** Requests whose latest result goes to the consumer, on the window's thread. */
    public LatestTask(Tasks tasks, Consumer<T> then) {
        this.tasks = tasks;
        this.then = then;
    }

    /** Starts work and forgets any earlier request. On the window's thread. */
    public void request(Work<T> work) {
        cancel();
        long mine = number;
        underWay = tasks.read(work)
                .onlyToShow()
                .then(result -> {
                    if (mine == number) {
                        then.accept(result);
                    }
                })
                .failing(problem -> {
                    if (mine == number) {
                        tasks.fail(problem);
                    }
                })
                .start();
    }

    /** Forgets the request under way. */
    public void cancel() {
        number++;
        if (underWay != null) {
            underWay.cancel();
            underWay = null;
        }
    }
}
