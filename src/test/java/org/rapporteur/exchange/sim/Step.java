package org.rapporteur.exchange.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One step of a script. The numbers are drawn beforehand and only choose among what there is when the step is done, so
 * that steps can be dropped from a failing script and the rest still means something.
 */
record Step(Do what, int site, int a, int b, int c) {

    enum Do {
        INSERT,
        EDIT,
        EQUAL,
        DELETE,
        RESTORE,
        MOVE,
        UNDO,
        REDO,
        RESOLVE,
        SEND,
        DELIVER,
        /** The workspace is copied, and copy and original both go on. */
        COPY,
        BACKUP,
        /** The workspace is lost and one restored from an earlier backup goes on in its place. */
        GO_BACK
    }

    private static final Map<Do, Integer> WEIGHTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Do.INSERT, 8),
            Map.entry(Do.EDIT, 28),
            Map.entry(Do.EQUAL, 3),
            Map.entry(Do.DELETE, 6),
            Map.entry(Do.RESTORE, 3),
            Map.entry(Do.MOVE, 6),
            Map.entry(Do.UNDO, 4),
            Map.entry(Do.REDO, 2),
            Map.entry(Do.RESOLVE, 8),
            Map.entry(Do.SEND, 14),
            Map.entry(Do.DELIVER, 18)));

    /** A script of the length; with {@code copies}, workspaces are copied and restored at random steps of it. */
    static List<Step> script(Random random, int length, boolean copies) {
        List<Step> steps = new ArrayList<>(length);
        int all = WEIGHTS.values().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < length; i++) {
            int at = random.nextInt(all);
            Do what = null;
            for (Map.Entry<Do, Integer> entry : WEIGHTS.entrySet()) {
                at -= entry.getValue();
                if (at < 0) {
                    what = entry.getKey();
                    break;
                }
            }
            steps.add(step(random, what));
        }
        if (copies) {
            steps.set(random.nextInt(length), step(random, Do.COPY));
            Step backup = step(random, Do.BACKUP);
            int at = random.nextInt(length);
            steps.set(at, backup);
            steps.set(
                    at + random.nextInt(length - at),
                    new Step(Do.GO_BACK, backup.site(), backup.a(), backup.b(), backup.c()));
        }
        return steps;
    }

    private static Step step(Random random, Do what) {
        return new Step(
                what,
                random.nextInt(1 << 20),
                random.nextInt(1 << 20),
                random.nextInt(1 << 20),
                random.nextInt(1 << 20));
    }
}
