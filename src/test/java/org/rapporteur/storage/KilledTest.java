package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.party.PartyKinds;

/** A program that is killed in the middle of writing loses at most the transaction it was in, and that one whole. */
class KilledTest {
    private static final int ROWS = 200;

    @TempDir
    Path folder;

    /** The program that gets killed: writes transaction after transaction and says after each that it is done. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) {
            try (Workspace workspace = open(Path.of(args[0]))) {
                for (int i = Integer.parseInt(args[1]); ; i++) {
                    int number = i;
                    workspace.changes().run(Label.of("step.import"), tx -> {
                        for (int k = 0; k < ROWS; k++) {
                            tx.insert(
                                    PartyKinds.PARTY,
                                    Values.of("name_en", "P" + k).with("code", "T" + number));
                        }
                    });
                    System.out.println(number);
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void nothingCommittedIsLostAndNothingHalfDoneIsSeen() throws Exception {
        kill(4, 20170915L);
    }

    @Test
    @Tag("soak")
    void manyTimes() throws Exception {
        kill(100, System.nanoTime());
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        Path place = folder.resolve("w");
        TestWorkspaces.create(place).close();
        int done = 0;
        for (int round = 0; round < times; round++) {
            Process victim = new ProcessBuilder(command(place, done))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out = victim.inputReader()) {
                int wanted = 1 + random.nextInt(20);
                for (int i = 0; i < wanted; i++) {
                    done = Integer.parseInt(out.readLine()) + 1;
                }
                victim.destroyForcibly().waitFor();
            }
            try (Workspace workspace = open(place)) {
                String where = "seed " + seed + ", round " + round;
                assertEquals(List.of(), workspace.check(), where);
                long rows = workspace.count(Query.of(PartyKinds.PARTY));
                assertEquals(0, rows % ROWS, where + ": half a transaction is visible");
                long transactions = rows / ROWS;
                assertTrue(
                        transactions == done || transactions == done + 1, where + ": " + transactions + " of " + done);
                done = (int) transactions;
                // The interrupted site goes on counting without a gap and can still be undone.
                UUID id = workspace
                        .changes()
                        .write(Label.of("step.add"), tx -> tx.insert(PartyKinds.PARTY, Values.of("name_en", "X")));
                workspace.undo().undo();
                assertTrue(workspace.find(PartyKinds.PARTY, id).orElseThrow().deleted(), where);
            }
        }
    }

    /** With keys of its own for each process, as in life. */
    private static Workspace open(Path place) {
        return Workspace.open(
                place, Workspace.Mode.WRITE, TestWorkspaces.surroundings(Clock.systemUTC(), System.nanoTime()));
    }

    private static List<String> command(Path place, int from) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Victim.class.getName());
        command.add(place.toString());
        command.add(String.valueOf(from));
        return command;
    }
}
