package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A seeded run of several workspaces and what must be true of it.
 *
 * @param seed from which everything random comes
 * @param clocks how each workspace's clock goes; as many workspaces as clocks
 * @param copies whether workspaces are copied and restored
 * @param rotation whether copies and restored workspaces become sites of their own
 * @param post makes what carries the packages
 */
record Script(
        long seed, List<SimClock.Way> clocks, boolean copies, boolean rotation, List<Step> steps, Supplier<Post> post) {

    static final int STEPS = 200;

    static Script of(long seed, boolean copies, Supplier<Post> post) {
        Random random = new Random(seed);
        int sites = 2 + random.nextInt(4);
        return new Script(
                seed,
                Collections.nCopies(sites, SimClock.Way.RIGHT),
                copies,
                true,
                Step.script(random, STEPS, copies),
                post);
    }

    Script with(List<SimClock.Way> others) {
        return new Script(seed, others, copies, rotation, steps, post);
    }

    Script withoutRotation() {
        return new Script(seed, clocks, copies, false, steps, post);
    }

    private Script only(List<Step> fewer) {
        return new Script(seed, clocks, copies, rotation, fewer, post);
    }

    /**
     * Runs it.
     *
     * @return what all workspaces hold in the end
     * @throws AssertionError if anything is not as the oracle says
     */
    List<String> run() {
        try (World world = new World(temp(), seed, clocks, rotation, post.get())) {
            Random late = new Random(seed);
            for (int i = 0; i < steps.size(); i++) {
                try {
                    world.perform(steps.get(i));
                    if (i % 40 == 39) {
                        Audit.check(world, world.sites.get(late.nextInt(world.sites.size())));
                    }
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("step " + i + " " + steps.get(i) + ": " + e, e);
                }
            }
            settle(world, late);
            List<String> first = Audit.dump(world, world.sites.getFirst());
            for (Site site : world.sites) {
                Audit.check(world, site);
                assertEquals(String.join("\n", first), String.join("\n", Audit.dump(world, site)), site + " differs");
                assertTrue(copies || site.waiting.isEmpty(), site + " still waits");
                if (!copies) {
                    FilePost.nothingWaits(site);
                }
                assertEquals(List.of(), site.workspace.check(), site + " is damaged");
            }
            return first;
        }
    }

    /** Everybody sends to one what that one is known to lack, and that one to everybody, until all have all. */
    private static void settle(World world, Random random) {
        // In every other script what was under way arrives late, in the others never.
        boolean arrives = random.nextBoolean();
        for (Site site : world.sites) {
            while (!site.inbox.isEmpty()) {
                Message message = site.inbox.remove(random.nextInt(site.inbox.size()));
                if (arrives) {
                    world.post.receive(world, site, message, false);
                }
            }
        }
        Site hub = world.sites.get(random.nextInt(world.sites.size()));
        int round = 0;
        while (world.sites.stream().anyMatch(site -> !site.known.equals(hub.known))) {
            assertTrue(round++ < 4, "it does not come to rest");
            world.sites.forEach(site -> pass(world, site, hub));
            world.sites.forEach(site -> pass(world, hub, site));
        }
    }

    private static void pass(World world, Site from, Site to) {
        Message message = from == to ? null : world.post.delta(world, from, to);
        if (message != null) {
            world.post.receive(world, to, message, false);
        }
    }

    /** In memory where there is such a folder: the disk's slowness proves nothing here. */
    static Path temp() {
        try {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "rapporteur-sim")
                    : Files.createTempDirectory("rapporteur-sim");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Why it fails, or null if it does not. */
    AssertionError failure() {
        try {
            run();
            return null;
        } catch (AssertionError e) {
            return e;
        } catch (RuntimeException e) {
            return new AssertionError(e);
        }
    }

    /** Drops steps, many at a time and then one by one, as long as what is left still fails. */
    Script shrunk() {
        List<Step> left = new ArrayList<>(steps);
        for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
            boolean dropped = true;
            while (dropped) {
                dropped = false;
                for (int at = left.size() - size; at >= 0; at -= size) {
                    List<Step> fewer = new ArrayList<>(left);
                    fewer.subList(at, at + size).clear();
                    if (only(fewer).failure() != null) {
                        left = fewer;
                        dropped = true;
                    }
                    at = Math.min(at, left.size());
                }
            }
        }
        return only(left);
    }
}
