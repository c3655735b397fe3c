package org.rapporteur.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.Executors;
import org.rapporteur.core.change.Ids;

/** Real workspaces for tests, with a clock and keys that do not depend on the machine. */
public final class TestWorkspaces {
    public static final Instant NOW = Instant.parse("2017-09-01T08:00:00Z");

    private TestWorkspaces() {}

    public static Workspace.Surroundings surroundings(Clock clock, long seed) {
        return new Workspace.Surroundings(
                clock,
                new Ids(clock, new Random(seed)),
                () -> "A. Officer",
                name -> Executors.newSingleThreadExecutor(
                        run -> Thread.ofPlatform().daemon().name(name).unstarted(run)));
    }

    public static Workspace.Surroundings surroundings() {
        return surroundings(Clock.fixed(NOW, ZoneOffset.UTC), 1);
    }

    public static Workspace create(Path folder) {
        return Workspace.create(folder, "Test", surroundings());
    }

    public static Workspace open(Path folder) {
        return Workspace.open(folder, Workspace.Mode.WRITE, surroundings());
    }
}
