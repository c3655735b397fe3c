package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two to five real workspaces at work at the same time, packages lost, late, twice and in any order: all end with the
 * same, nothing is lost, and conflicts are the concurrent edits and nothing else. A failing seed is shrunk to its
 * fewest steps; {@code -Dsim.seed=N} runs one seed again.
 */
class ConvergenceTest {
    private static final long SEED = 20171010L;

    @Test
    void allEndWithTheSameAndNothingIsLost() {
        run("convergence", 300, SEED, seed -> Script.of(seed, false, Post::new));
    }

    @Test
    @Tag("soak")
    void twentyThousandScripts() {
        run("convergence", 20_000, System.nanoTime(), seed -> Script.of(seed, false, Post::new));
    }

    /** Seeds that failed once. */
    @Test
    void whatFailedOnce() {
        run("failed once", 1, 20171274L, seed -> Script.of(seed, false, Post::new));
    }

    @Test
    void packageFilesCarryTheSame() {
        run("by file", 12, SEED + 3, seed -> Script.of(seed, seed % 4 == 0, FilePost::new));
    }

    @Test
    @Tag("soak")
    void aThousandScriptsByFile() {
        run("by file", 1_000, System.nanoTime(), seed -> Script.of(seed, seed % 4 == 0, FilePost::new));
    }

    @Test
    void clocksDoNotMatter() {
        clocks(25, SEED + 1);
    }

    @Test
    @Tag("soak")
    void clocksDoNotMatterInFiveThousandScripts() {
        clocks(5_000, System.nanoTime());
    }

    @Test
    void copiesAndRestoredBackupsGoOn() {
        run("copies", 40, SEED + 2, seed -> Script.of(seed, true, Post::new));
    }

    @Test
    @Tag("soak")
    void aThousandCopiesAndRestoredBackupsGoOn() {
        run("copies", 1_000, System.nanoTime(), seed -> Script.of(seed, true, Post::new));
    }

    /** What the new sites are for: the same scripts go wrong without. */
    @Test
    void copiesThatKeepTheirSiteGoWrong() {
        int wrong = 0;
        int right = 0;
        for (long seed = SEED + 2; seed < SEED + 6; seed++) {
            Script script = Script.of(seed, true, Post::new);
            wrong += script.withoutRotation().failure() == null ? 0 : 1;
            right += script.failure() == null ? 1 : 0;
        }
        assertEquals(4, right);
        assertTrue(wrong > 2, wrong + " of 4 go wrong");
    }

    /** The same script under right clocks and under wrong ones ends with the same. */
    private static void clocks(int count, long first) {
        each("clocks", count, first, seed -> {
            Script right = Script.of(seed, false, Post::new);
            Random random = new Random(~seed);
            List<SimClock.Way> ways = new ArrayList<>();
            for (int i = 0; i < right.clocks().size(); i++) {
                ways.add(SimClock.Way.values()[random.nextInt(SimClock.Way.values().length)]);
            }
            try {
                assertEquals(
                        String.join("\n", right.run()),
                        String.join("\n", right.with(ways).run()),
                        "clocks matter");
                return null;
            } catch (AssertionError e) {
                return "seed " + seed + " clocks " + ways + ": " + e.getMessage();
            }
        });
    }

    private static void run(String what, int count, long first, LongFunction<Script> scripts) {
        each(what, count, first, seed -> {
            Script script = scripts.apply(seed);
            AssertionError failure = script.failure();
            if (failure == null) {
                return null;
            }
            Script small = script.shrunk();
            StringBuilder told = new StringBuilder("seed " + seed + ": " + failure.getMessage() + "\n");
            told.append("fewest steps, ").append(small.clocks().size()).append(" workspaces:\n");
            small.steps().forEach(step -> told.append("  ").append(step).append('\n'));
            AssertionError again = small.failure();
            return told.append(again).toString();
        });
    }

    /** Runs the seeds on as many threads as there are processors; each workspace lives on one thread only. */
    private static void each(String what, int count, long first, LongFunction<String> work) {
        Long only = Long.getLong("sim.seed");
        long from = only == null ? first : only;
        int runs = only == null ? Integer.getInteger("sim.count", count) : 1;
        System.out.println(what + ": " + runs + " scripts of " + Script.STEPS + " steps from seed " + from);
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        LongStream.range(from, from + runs).parallel().forEach(seed -> {
            // The first few failures tell enough.
            if (failures.size() < 3) {
                String failure = work.apply(seed);
                if (failure != null) {
                    failures.add(failure);
                }
            }
        });
        System.out.printf(
                "%s: %d ms; %d previews compared so far%n",
                what, (System.nanoTime() - start) / 1_000_000, Post.LOOKED.get());
        if (!failures.isEmpty()) {
            fail(String.join("\n\n", failures));
        }
    }
}
