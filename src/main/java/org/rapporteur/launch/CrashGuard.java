package org.rapporteur.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.ui.kit.FailureLog;

/**
 * Takes every failure that nobody else took: it goes to the log, and the person reads what happened, what is safe
 * and a short code. The program goes on. The same failure over and over, as from drawing, is told once in a while.
 */
final class CrashGuard implements Thread.UncaughtExceptionHandler {
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Map<String, Instant> told = new HashMap<>();
    private final Clock clock;
    private final Consumer<Problem> tell;

    /**
     * A guard.
     *
     * @param tell shows the problem; from any thread
     */
    CrashGuard(Clock clock, Consumer<Problem> tell) {
        this.clock = clock;
        this.tell = tell;
    }

    /** Takes all threads under its guard. */
    void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        Problem problem = Problem.unexpected(failure);
        if (!isNews(problem.code())) {
            return;
        }
        try {
            FailureLog.note(problem, failure);
            tell.accept(problem);
        } catch (Throwable again) {
            // The last line of defence: a failure while telling of a failure must not go round in circles.
            System.err.println("Rapporteur: " + problem.code());
        }
    }

    private synchronized boolean isNews(String code) {
        Instant now = clock.instant();
        Instant before = told.get(code);
        if (before != null && Duration.between(before, now).compareTo(QUIET) < 0) {
            return false;
        }
        told.put(code, now);
        return true;
    }
}
