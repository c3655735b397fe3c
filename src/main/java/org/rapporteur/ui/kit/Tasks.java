package org.rapporteur.ui.kit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.problem.Problem;

/**
 * The one door off the window's thread. {@link #read} is for the quick work behind a screen and shows nothing;
 * {@link #work} is for what takes time: it shows in the title row with its progress and can be cancelled. Results and
 * failures come back on the window's thread; a failure that nobody takes is shown to the person with its code.
 *
 * <pre>{@code
 * tasks.read(p -> meetings.list()).then(list::setAll).start();
 * tasks.work(i18n.text("survey.task.import", name), p -> importer.run(file, p))
 *         .then(report -> notifications.show(Notice.success(i18n.text("survey.imported", report.rows()))))
 *         .start();
 * }</pre>
 */
public final class Tasks implements AutoCloseable {
    private final Executor quick;
    private final Executor lengthy;
    private final Executor window;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private final AtomicInteger underWay = new AtomicInteger();
    private Consumer<Problem> failures = problem -> {};

    /**
     * A door over given executors; tests hand in ones that run at once.
     *
     * @param quick for reads behind a screen
     * @param lengthy for imports, documents and the like
     * @param window the window's thread
     */
    public Tasks(Executor quick, Executor lengthy, Executor window) {
        this.quick = quick;
        this.lengthy = lengthy;
        this.window = window;
    }

    /** The door of the running program: two small pools, so that a long import does not hold up a list. */
    public static Tasks pooled() {
        return new Tasks(pool("read"), pool("work"), Fx::run);
    }

    private static ExecutorService pool(String name) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(2, 2, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Where failures go that nobody takes. */
    public void onFailure(Consumer<Problem> handler) {
        this.failures = handler;
    }

    /** Shows a failure the way a task's failure is shown; callable on the window's thread. */
    public void fail(Throwable failure) {
        failures.accept(Problem.unexpected(failure));
    }

    /** Long work that is under way, the oldest first. */
    public ObservableList<RunningTask> running() {
        return running;
    }

    /** Quick work that shows nothing but its failure. */
    public <T> Job<T> read(Work<T> work) {
        return new Job<>(new SimpleStringProperty(""), work, false);
    }

    /** Long work that shows in the title row under this title. */
    public <T> Job<T> work(ObservableValue<String> title, Work<T> work) {
        return new Job<>(title, work, true);
    }

    /** Whether work is under way, or its result still on the way to the window; from any thread. */
    public boolean isBusy() {
        return underWay.get() > 0;
    }

    /** Cancels what is long, refuses more, and lets the threads end. */
    @Override
    public void close() {
        running.forEach(RunningTask::cancel);
        if (quick instanceof ExecutorService pool) {
            pool.shutdown();
        }
        if (lengthy instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }

    /** Waits, after {@link #close()}, until what was begun has ended. Returns whether it has. */
    public boolean awaitEnd(long seconds) {
        try {
            return ended(quick, seconds) && ended(lengthy, seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ended(Executor executor, long seconds) throws InterruptedException {
        return !(executor instanceof ExecutorService pool) || pool.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    /**
     * Work that is being described; nothing happens before {@link #start()}.
     *
     * @param <T> its result
     */
    public final class Job<T> {
        private final ObservableValue<String> title;
        private final Work<T> work;
        private final boolean shown;
        private Consumer<T> then = result -> {};
        private Consumer<Problem> failing = problem -> failures.accept(problem);
        private Runnable cancelled = () -> {};
        private Runnable last = () -> {};
        private boolean onlyToShow;

        private Job(ObservableValue<String> title, Work<T> work, boolean shown) {
            this.title = title;
            this.work = work;
            this.shown = shown;
        }

        /** What to do with the result, on the window's thread. */
        public Job<T> then(Consumer<T> consumer) {
            this.then = consumer;
            return this;
        }

        /** What to do with a failure instead of showing it as a notification. */
        public Job<T> failing(Consumer<Problem> consumer) {
            this.failing = consumer;
            return this;
        }

        /** What to do when the person cancelled. */
        public Job<T> cancelled(Runnable action) {
            this.cancelled = action;
            return this;
        }

        /** What to do at the end in any case, after the others. */
        public Job<T> last(Runnable action) {
            this.last = action;
            return this;
        }

        /** It only reads something to be shown: when the program closes, nobody misses it. */
        Job<T> onlyToShow() {
            onlyToShow = true;
            return this;
        }

        /** Starts it. When the program closes already, it fails as any other work does that can't be done. */
        public RunningTask start() {
            RunningTask task = new RunningTask(title, window);
            if (shown) {
                window.execute(() -> running.add(task));
            }
            underWay.incrementAndGet();
            try {
                (shown ? lengthy : quick).execute(() -> run(task));
            } catch (RejectedExecutionException closing) {
                refused(task, closing);
            }
            return task;
        }

        private void refused(RunningTask task, RejectedExecutionException closing) {
            if (onlyToShow) {
                window.execute(() -> end(task, RunningTask.State.CANCELLED, cancelled));
                return;
            }
            // Nobody cancelled it: whoever asked must learn that it was not done.
            Problem problem = Problem.unexpected(closing);
            FailureLog.note(problem, closing);
            window.execute(() -> end(task, RunningTask.State.FAILED, () -> failing.accept(problem)));
        }

        private void run(RunningTask task) {
            try {
                if (task.isCancelled()) {
                    throw new CancellationException();
                }
                T result = work.run(task.progress());
                window.execute(() -> end(task, RunningTask.State.DONE, () -> then.accept(result)));
            } catch (CancellationException e) {
                window.execute(() -> end(task, RunningTask.State.CANCELLED, cancelled));
            } catch (Throwable e) {
                // Even an error must reach the person; swallowed in a pool it would look like waiting for ever.
                Problem problem = Problem.unexpected(e);
                FailureLog.note(problem, e);
                window.execute(() -> end(task, RunningTask.State.FAILED, () -> failing.accept(problem)));
            }
        }

        private void end(RunningTask task, RunningTask.State state, Runnable consequence) {
            running.remove(task);
            task.finish(state);
            try {
                consequence.run();
            } finally {
                underWay.decrementAndGet();
                last.run();
            }
        }
    }
}
