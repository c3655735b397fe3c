package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;

/** Packages that come again and again, that come back to who sent them, and that are taken back. */
class RepeatedAndUndoneTest {
    private static final long SEED = 20170915L;

    /** Two workspaces that know and do not know of each other's work. */
    private static World world(long seed) {
        World world = new World(Script.temp(), seed, Collections.nCopies(2, SimClock.Way.RIGHT), true, new Post());
        Step.script(new Random(seed), 80, false).forEach(world::perform);
        world.sites.forEach(site -> site.inbox.clear());
        return world;
    }

    @Test
    void theSamePackageTenTimesAndTheOwnOneBackChangeNothing() {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            try (World world = world(seed)) {
                Site from = world.sites.get(0);
                Site to = world.sites.get(1);
                Message message = world.post.pack(world, from, Everything.of(from));
                world.post.receive(world, to, message, true);
                List<String> once = Audit.dump(world, to);
                List<String> own = Audit.dump(world, from);
                for (int i = 0; i < 10; i++) {
                    try (Incoming incoming = Post.stage(to.workspace.exchange(), message)) {
                        assertTrue(incoming.effects().nothing(), "seed " + seed);
                        ImportEffects done = incoming.apply(Incoming.Progress.NONE);
                        assertTrue(done.nothing() && done.same() == done.rows(), "seed " + seed + ": " + done);
                    }
                    assertEquals(once, Audit.dump(world, to), "seed " + seed);
                }
                world.post.receive(world, from, message, true);
                assertEquals(own, Audit.dump(world, from), "seed " + seed);
                Audit.check(world, from);
                Audit.check(world, to);
            }
        }
    }

    @Test
    void anImportThatIsTakenBackLeavesWhatWasThere() {
        undo(Integer.getInteger("sim.count", 25), SEED);
    }

    @Test
    @Tag("soak")
    void aThousandImportsAreTakenBack() {
        undo(1_000, System.nanoTime());
    }

    private static void undo(int count, long first) {
        System.out.println("undo of an import: " + count + " imports from seed " + first);
        int did = 0;
        for (long seed = first; seed < first + count; seed++) {
            String where = "seed " + seed;
            try (World world = world(seed)) {
                Site from = world.sites.get(0);
                Site to = world.sites.get(1);
                List<String> before = Visible.of(to.workspace).shown();
                Message message = world.post.pack(world, from, Everything.of(from));
                ImportEffects effects;
                try (Incoming incoming = Post.stage(to.workspace.exchange(), message)) {
                    effects = incoming.apply(Incoming.Progress.NONE);
                }
                List<String> between = Visible.of(to.workspace).shown();
                assertEquals(effects.nothing(), before.equals(between), where + ": " + effects);
                did += effects.nothing() ? 0 : 1;
                PackageRecord undone =
                        to.workspace.exchange().undoImport(message.head().id());
                assertEquals(PackageRecord.State.UNDONE, undone.state(), where);
                assertEquals(0, undone.left(), where);
                assertEquals(
                        String.join("\n", before),
                        String.join("\n", Visible.of(to.workspace).shown()),
                        where + ": not as before");
                assertEquals(List.of(), to.workspace.check(), where);
            }
        }
        assertFalse(did < count / 2, "most of the imports did nothing");
    }

    /** What was changed after the import stays, and the others learn that it was made in knowledge of the import. */
    @Test
    void whatWasChangedAfterAnImportOutlivesItsUndo() {
        changedAfter(Integer.getInteger("sim.count", 25), SEED + 1);
    }

    @Test
    @Tag("soak")
    void whatWasChangedAfterAnImportOutlivesItsUndoManyTimes() {
        changedAfter(1_000, System.nanoTime());
    }

    private static void changedAfter(int count, long first) {
        System.out.println("changes between import and undo: " + count + " times from seed " + first);
        for (long seed = first; seed < first + count; seed++) {
            String where = "seed " + seed;
            try (World world = world(seed)) {
                Site from = world.sites.get(0);
                Site to = world.sites.get(1);
                Message message = world.post.pack(world, from, Everything.of(from));
                try (Incoming incoming = Post.stage(to.workspace.exchange(), message)) {
                    incoming.apply(Incoming.Progress.NONE);
                }
                to.known.or(message.content());
                Random random = new Random(seed);
                for (Step step : Step.script(random, 12, false)) {
                    switch (step.what()) {
                        case EDIT, DELETE, RESTORE, MOVE, INSERT ->
                            world.perform(new Step(step.what(), 1, step.a(), step.b(), step.c()));
                        default -> {}
                    }
                }
                to.workspace.exchange().undoImport(message.head().id());
                assertEquals(List.of(), to.workspace.check(), where);
                // Everything to each other, twice: then both have all, and all must be as if it had never been undone.
                for (int round = 0; round < 2; round++) {
                    pass(from, to);
                    pass(to, from);
                }
                world.sites.forEach(
                        site -> site.known.set(0, world.oracle.events().size()));
                try {
                    world.sites.forEach(site -> Audit.check(world, site));
                } catch (AssertionError e) {
                    throw new AssertionError(where + ": " + e.getMessage(), e);
                }
                assertEquals(
                        String.join("\n", Audit.dump(world, from)), String.join("\n", Audit.dump(world, to)), where);
            }
        }
    }

    private static void pass(Site from, Site to) {
        Victim.transfer(from.workspace, to.workspace, Everything.of(from));
    }
}
