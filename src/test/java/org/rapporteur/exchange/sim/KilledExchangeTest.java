package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.storage.OldWorkspaces;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** A program that is killed during an import, an export, a backup or a migration leaves the whole of it or nothing. */
class KilledExchangeTest {
    private static final int ROWS = 150;
    private static final int MEETINGS = 40;

    @TempDir
    Path folder;

    @Test
    void importsAreWholeOrNotThere() throws Exception {
        imports(5, 20170915L);
    }

    @Test
    @Tag("soak")
    void fiveHundredImports() throws Exception {
        imports(500, System.nanoTime());
    }

    @Test
    void backupsAreWholeOrNotThere() throws Exception {
        backups(3, 20170916L);
    }

    @Test
    @Tag("soak")
    void fiveHundredBackups() throws Exception {
        backups(500, System.nanoTime());
    }

    @Test
    void migrationsAreWholeOrNotThere() throws Exception {
        migrations(3, 20170917L);
    }

    @Test
    @Tag("soak")
    void fiveHundredMigrations() throws Exception {
        migrations(500, System.nanoTime());
    }

    private void imports(int times, long seed) throws Exception {
        Random random = random("import", times, seed);
        Path source = folder.resolve("source");
        fill(source, MEETINGS);
        Path place = null;
        int next = MEETINGS;
        for (int round = 0; round < times; round++) {
            String where = "seed " + seed + ", round " + round;
            if (next >= MEETINGS - 15) {
                place = folder.resolve("target" + round);
                TestWorkspaces.create(place).close();
                next = 0;
            }
            int done = kill(random, 1 + random.nextInt(8), 12, "import", place, source, next);
            try (Workspace there = Victim.open(source, Workspace.Mode.READ);
                    Workspace here = Victim.open(place, Workspace.Mode.WRITE)) {
                assertEquals(List.of(), here.check(), where);
                List<UUID> meetings = Victim.meetings(there);
                next = 0;
                for (int i = 0; i < meetings.size(); i++) {
                    UUID meeting = meetings.get(i);
                    long rows = here.count(Query.of(MeetingKinds.SESSION).where("meeting", meeting));
                    boolean whole = rows == ROWS;
                    assertTrue(whole || rows == 0, where + ": " + rows + " of " + ROWS + " are there");
                    assertTrue(whole || i > done, where + ": an import that was done is gone");
                    assertEquals(
                            whole ? there.exchange().vector(meeting) : VersionVector.NONE,
                            here.exchange().vector(meeting),
                            where + ": what was seen is not what is there");
                    next = whole ? i + 1 : next;
                }
                assertEquals(next, here.exchange().packages().size(), where + ": packages and their rows");
                assertTrue(next <= done + 2, where);
            }
        }
    }

    private static void fill(Path place, int meetings) {
        try (Workspace workspace = TestWorkspaces.create(place)) {
            for (int i = 0; i < meetings; i++) {
                workspace.changes().run(Label.of("step.import"), tx -> {
                    UUID meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "M"));
                    for (int k = 0; k < ROWS; k++) {
                        tx.insert(
                                MeetingKinds.SESSION,
                                Values.of("meeting", meeting).with("title_en", "Session " + k));
                    }
                });
            }
        }
    }

    @Test
    void exportsAreWholeOrNotThere() throws Exception {
        exports(3, 20170918L);
    }

    @Test
    @Tag("soak")
    void fiveHundredExports() throws Exception {
        exports(500, System.nanoTime());
    }

    /** Under its name there is a whole package or none; what was begun lies beside it under another. */
    private void exports(int times, long seed) throws Exception {
        Random random = random("export", times, seed);
        Path source = folder.resolve("source");
        fill(source, 6);
        Path reader = folder.resolve("reader");
        TestWorkspaces.create(reader).close();
        Path target = Files.createDirectories(folder.resolve("sent"));
        int from = 0;
        for (int round = 0; round < times; round++) {
            String where = "seed " + seed + ", round " + round;
            int done = kill(random, 1 + random.nextInt(4), 60, "export", source, target, from);
            try (Workspace workspace = Victim.open(reader, Workspace.Mode.WRITE)) {
                Exchange exchange = Victim.exchange(workspace);
                for (int i = from; i <= done + 1; i++) {
                    Path file = target.resolve("e" + i + ".rcpx");
                    assertTrue(i > done || Files.exists(file), where + ": a package that was done is gone");
                    if (Files.exists(file)) {
                        try (Arrived arrived = exchange.open(file, null, Incoming.Progress.NONE)) {
                            assertEquals(6 * (ROWS + 1), arrived.effects().added(), where);
                        }
                    }
                }
            }
            try (Workspace workspace = Victim.open(source, Workspace.Mode.WRITE)) {
                assertEquals(List.of(), workspace.check(), where);
            }
            from = done + 2;
        }
    }

    private void backups(int times, long seed) throws Exception {
        Random random = random("backup", times, seed);
        Path source = folder.resolve("source");
        fill(source, MEETINGS);
        Path target = Files.createDirectories(folder.resolve("backups"));
        int from = 0;
        for (int round = 0; round < times; round++) {
            String where = "seed " + seed + ", round " + round;
            int done = kill(random, 1 + random.nextInt(3), 40, "backup", source, target, from);
            for (int i = from; i <= done + 1; i++) {
                Path backup = target.resolve("b" + i);
                assertTrue(i > done || Files.exists(backup), where + ": a backup that was done is gone");
                if (Files.exists(backup)) {
                    try (Workspace workspace = Victim.open(backup, Workspace.Mode.READ)) {
                        assertEquals(List.of(), workspace.check(), where);
                        assertEquals(MEETINGS * ROWS, workspace.count(Query.of(MeetingKinds.SESSION)), where);
                    }
                }
            }
            try (Workspace workspace = Victim.open(source, Workspace.Mode.WRITE)) {
                assertEquals(List.of(), workspace.check(), where);
            }
            from = done + 2;
        }
    }

    private void migrations(int times, long seed) throws Exception {
        Random random = random("migration", times, seed);
        Path old = Files.createDirectories(folder.resolve("old"));
        int made = 0;
        int from = 0;
        for (int round = 0; round < times; round++) {
            String where = "seed " + seed + ", round " + round;
            for (; made < from + 60; made++) {
                OldWorkspaces.first(old.resolve("o" + made), 20);
            }
            int done = kill(random, 1 + random.nextInt(20), 12, "migrate", old, old, from);
            for (int i = Math.max(0, done - 1); i <= done + 1; i++) {
                try (Workspace workspace = Victim.open(old.resolve("o" + i), Workspace.Mode.WRITE)) {
                    assertEquals(List.of(), workspace.check(), where);
                    assertEquals(20, workspace.count(Query.of(PartyKinds.PARTY)), where);
                    workspace
                            .changes()
                            .run(Label.of("step.add"), tx -> tx.insert(PartyKinds.PARTY, Values.of("name_en", "X")));
                    assertEquals(21, workspace.count(Query.of(PartyKinds.PARTY)), where);
                }
            }
            from = done + 2;
        }
    }

    private static Random random(String what, int times, long seed) {
        System.out.println("killed during " + what + ": " + times + " times, seed " + seed);
        return new Random(seed);
    }

    /**
     * Starts the victim and kills it some moments after it has said that so many things are done.
     *
     * @return the last thing that it said was done
     */
    private static int kill(Random random, int wanted, int moments, String what, Path place, Path other, int from)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                what,
                place.toString(),
                other.toString(),
                String.valueOf(from)));
        Process victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int done = from - 1;
        try (BufferedReader out = victim.inputReader()) {
            String line;
            for (int i = 0; i < wanted && (line = out.readLine()) != null; i++) {
                done = Integer.parseInt(line);
            }
            victim.waitFor(random.nextInt(moments * 1_000), TimeUnit.MICROSECONDS);
            // By the handle, which leaves the stream open: what it said before it died counts.
            victim.toHandle().destroyForcibly();
            while ((line = out.readLine()) != null && !line.isEmpty()) {
                done = Integer.parseInt(line);
            }
            victim.waitFor();
        }
        return done;
    }
}
