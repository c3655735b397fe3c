package org.rapporteur.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.problem.Problem;

/** The tasks over executors that run when the test says so; no toolkit needed. */
class TasksTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final Executor toBackground = background::add;
    private final Executor toWindow = window::add;
    private final Tasks tasks = new Tasks(toBackground, toBackground, toWindow);
    private final List<Problem> shown = new ArrayList<>();

    TasksTest() {
        tasks.onFailure(shown::add);
    }

    private static void run(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }

    private void settle() {
        while (!background.isEmpty() || !window.isEmpty()) {
            run(background);
            run(window);
        }
    }

    @Test
    void theResultComesBackOnTheWindowsThread() {
        List<Integer> results = new ArrayList<>();
        tasks.read(p -> 42).then(results::add).start();
        run(background);
        assertTrue(results.isEmpty());
        run(window);
        assertEquals(List.of(42), results);
        assertTrue(tasks.running().isEmpty());
    }

    @Test
    void longWorkShowsItsProgressAndGoes() {
        List<String> seen = new ArrayList<>();
        RunningTask[] task = new RunningTask[1];
        task[0] = tasks.work(new SimpleStringProperty("Import"), p -> {
                    p.update(1, 4, "a.xlsx");
                    p.update(2, 4, "b.xlsx");
                    assertEquals(2, window.size(), "one update waits at most, beside the start");
                    run(window);
                    seen.add(task[0].done().get() + "/" + task[0].total().get() + " "
                            + task[0].detail().get() + " " + task[0].share().get());
                    assertEquals(1, tasks.running().size());
                    return "done";
                })
                .start();
        run(background);
        run(window);
        assertEquals(List.of("2/4 b.xlsx 0.5"), seen);
        assertTrue(tasks.running().isEmpty());
        assertEquals(RunningTask.State.DONE, task[0].state().get());
    }

    @Test
    void cancellingEndsTheWorkAtItsNextStep() {
        List<String> events = new ArrayList<>();
        RunningTask[] task = new RunningTask[1];
        task[0] = tasks.work(new SimpleStringProperty("Import"), p -> {
                    for (int i = 0; i < 10; i++) {
                        p.check();
                        events.add("step " + i);
                        if (i == 2) {
                            task[0].cancel();
                        }
                    }
                    return "done";
                })
                .then(result -> events.add("then"))
                .cancelled(() -> events.add("cancelled"))
                .last(() -> events.add("last"))
                .start();
        settle();
        assertEquals(List.of("step 0", "step 1", "step 2", "cancelled", "last"), events);
        assertEquals(RunningTask.State.CANCELLED, task[0].state().get());
        assertTrue(shown.isEmpty());
    }

    @Test
    void workCancelledBeforeItsTurnNeverBegins() {
        List<String> events = new ArrayList<>();
        tasks.read(p -> events.add("began"))
                .cancelled(() -> events.add("cancelled"))
                .start()
                .cancel();
        settle();
        assertEquals(List.of("cancelled"), events);
    }

    @Test
    void aFailureThatNobodyTakesIsShownWithItsCode() {
        tasks.read(p -> {
                    throw new IllegalStateException("secret name");
                })
                .start();
        settle();
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().code().startsWith("UNX-"), shown.getFirst().code());
        assertFalse(shown.getFirst().getMessage().contains("secret"), "what exceptions say may be personal");
    }

    @Test
    void evenErrorsReachThePerson() {
        tasks.read(p -> {
                    throw new StackOverflowError();
                })
                .start();
        settle();
        assertEquals(1, shown.size());
    }

    @Test
    void aFailureThatSomebodyTakesIsNotShownTwice() {
        List<String> taken = new ArrayList<>();
        tasks.read(p -> {
                    throw Problem.of("TST-01", "problem.unexpected").build();
                })
                .failing(problem -> taken.add(problem.code()))
                .start();
        settle();
        assertEquals(List.of("TST-01"), taken);
        assertTrue(shown.isEmpty());
    }

    @Test
    void ofManyRequestsOnlyTheLatestCounts() {
        List<String> results = new ArrayList<>();
        LatestTask<String> latest = new LatestTask<>(tasks, results::add);
        latest.request(p -> "a");
        run(background);
        latest.request(p -> "ab");
        latest.request(p -> "abc");
        settle();
        assertEquals(List.of("abc"), results);
    }

    @Test
    void aFailureOfAnOlderRequestIsDropped() {
        List<String> results = new ArrayList<>();
        LatestTask<String> latest = new LatestTask<>(tasks, results::add);
        latest.request(p -> {
            throw new IllegalStateException();
        });
        run(background);
        latest.request(p -> "new");
        settle();
        assertEquals(List.of("new"), results);
        assertTrue(shown.isEmpty());
    }

    @Test
    void workThatTheClosingProgramRefusesIsAFailureAndNotCancelledByAnybody() {
        List<String> events = new ArrayList<>();
        List<Problem> told = new ArrayList<>();
        Tasks closing = new Tasks(
                task -> {
                    throw new java.util.concurrent.RejectedExecutionException();
                },
                background::add,
                window::add);
        closing.onFailure(told::add);
        RunningTask task = closing.read(p -> events.add("done"))
                .cancelled(() -> events.add("cancelled"))
                .last(() -> events.add("last"))
                .start();
        new LatestTask<Boolean>(closing, result -> {}).request(p -> events.add("read for a screen"));
        settle();
        assertEquals(List.of("last"), events);
        assertEquals(RunningTask.State.FAILED, task.state().get());
        assertEquals(1, told.size(), "a list that nobody sees any more is no failure");
        assertFalse(closing.isBusy());
    }
}
