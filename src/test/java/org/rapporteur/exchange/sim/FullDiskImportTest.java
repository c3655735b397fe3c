package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.storage.StoreProbe;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** A disk that is full at any moment of an import leaves what was there, and the import can be done again. */
class FullDiskImportTest {
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    @Test
    void atTwentyPoints() {
        points(20);
    }

    @Test
    @Tag("soak")
    void atEveryPage() {
        points(Integer.MAX_VALUE);
    }

    private void points(int most) {
        try (Workspace from = Workspace.create(
                        folder.resolve("from"), "from", TestWorkspaces.surroundings(java.time.Clock.systemUTC(), 1));
                Workspace to = Workspace.create(
                        folder.resolve("to"), "to", TestWorkspaces.surroundings(java.time.Clock.systemUTC(), 2));
                Workspace free = Workspace.create(
                        folder.resolve("free"), "free", TestWorkspaces.surroundings(java.time.Clock.systemUTC(), 3))) {
            UUID shared = meeting(from, ROWS / 4);
            Map<UUID, VersionVector> bases = Map.of(shared, VersionVector.NONE);
            Victim.transfer(from, to, bases);
            Victim.transfer(from, free, bases);
            // Records of which some are new, some edited here and there, some deleted.
            edit(from, shared, "theirs", 1);
            edit(to, shared, "ours", 2);
            UUID fresh = meeting(from, ROWS);
            Map<UUID, VersionVector> all = new TreeMap<>(Map.of(shared, VersionVector.NONE, fresh, VersionVector.NONE));
            int before = StoreProbe.pages(free);
            Victim.transfer(from, free, all);
            int needed = StoreProbe.pages(free) - before;
            assertTrue(needed > 20, "the import is too small to be cut in 20 places");
            List<String> was = Visible.of(to).shown();
            Map<UUID, VersionVector> seen = Map.of(
                    shared, to.exchange().vector(shared), fresh, to.exchange().vector(fresh));
            int count = Math.min(most, needed);
            for (int point = 0; point < count; point++) {
                int pages = (int) ((long) point * needed / count);
                String where = pages + " of " + needed + " pages";
                StoreProbe.limit(to, pages);
                Problem full = assertThrows(Problem.class, () -> Victim.transfer(from, to, all), where);
                assertEquals("STO-01", full.code(), where);
                assertEquals(was, Visible.of(to).shown(), where);
                seen.forEach(
                        (scope, vector) -> assertEquals(vector, to.exchange().vector(scope), where));
                assertEquals(1, to.exchange().packages().size(), where);
            }
            assertEquals(List.of(), to.check());
            StoreProbe.limit(to, -1);
            Victim.transfer(from, to, all);
            assertEquals(ROWS, to.count(Query.of(MeetingKinds.SESSION).where("meeting", fresh)));
            assertTrue(to.conflicts().count() > 0);
            assertEquals(List.of(), to.check());
        }
    }

    private static UUID meeting(Workspace workspace, int rows) {
        return workspace.changes().write(Label.of("step.test"), tx -> {
            UUID meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "M"));
            for (int i = 0; i < rows; i++) {
                tx.insert(
                        MeetingKinds.SESSION,
                        Values.of("meeting", meeting)
                                .with("title_en", "Session " + i)
                                .with("description_en", "x".repeat(200)));
            }
            return meeting;
        });
    }

    private static void edit(Workspace workspace, UUID meeting, String value, int every) {
        workspace.changes().run(Label.of("step.test"), tx -> {
            int i = 0;
            for (var row : tx.list(Query.of(MeetingKinds.SESSION).where("meeting", meeting))) {
                if (i++ % every == 0) {
                    tx.set(MeetingKinds.SESSION, row.id(), "title_en", value);
                }
                if (i % 10 == every) {
                    tx.delete(MeetingKinds.SESSION, row.id());
                }
            }
        });
    }
}
