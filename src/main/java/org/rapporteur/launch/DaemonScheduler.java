package org.rapporteur.launch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rapporteur.settings.Scheduler;

/** Runs small things a little later on one thread that does not keep the program alive. */
final class DaemonScheduler implements Scheduler {
    private ScheduledExecutorService executor;

    @Override
    public synchronized Runnable after(Duration delay, Runnable task) {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "later");
                thread.setDaemon(true);
                return thread;
            });
        }
        ScheduledFuture<?> planned = executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }
}
