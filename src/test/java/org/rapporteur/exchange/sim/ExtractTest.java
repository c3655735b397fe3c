package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Extracts among ordinary packages: what is known from them is neither doubted nor forgotten. */
class ExtractTest {
    private static final Label LABEL = Label.of("step.edit");

    @TempDir
    Path folder;

    private Workspace workspace(String name, long seed) {
        return Workspace.create(folder.resolve(name), name, TestWorkspaces.surroundings(Clock.systemUTC(), seed));
    }

    private static void extract(Workspace from, Workspace to, UUID meeting) {
        Map<UUID, VersionVector> bases = Map.of(Model.DIRECTORY, VersionVector.NONE, meeting, VersionVector.NONE);
        Post.Collected out = new Post.Collected();
        from.exchange().export(new Selection(bases, new Selection.Extract(meeting, null, false, false)), out);
        IncomingHead head = new IncomingHead(
                UUID.randomUUID(),
                from.exchange().site(),
                List.of(),
                "A. Officer",
                TestWorkspaces.NOW,
                true,
                bases,
                out.to,
                "extract.rcpx",
                null,
                null);
        try (Incoming incoming = to.exchange().stage(head)) {
            out.rows.forEach(incoming::row);
            out.steps.forEach(incoming::step);
            incoming.complete();
            incoming.apply(Incoming.Progress.NONE);
        }
    }

    private static void all(Workspace from, Workspace to, UUID meeting) {
        Victim.transfer(from, to, Map.of(meeting, VersionVector.NONE));
    }

    private static UUID meeting(Workspace workspace) {
        return workspace.changes().write(LABEL, tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "1")));
    }

    private static void name(Workspace workspace, UUID meeting, String name) {
        workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, meeting, "name_en", name));
    }

    private static String name(Workspace workspace, UUID meeting) {
        return workspace.find(MeetingKinds.MEETING, meeting).orElseThrow().text("name_en");
    }

    @Test
    void anEditKnownFromAnExtractAndItsConcurrentOneConflict() {
        try (Workspace a = workspace("a", 1);
                Workspace b = workspace("b", 2);
                Workspace c = workspace("c", 3)) {
            UUID meeting = meeting(a);
            all(a, b, meeting);
            name(a, meeting, "by a");
            name(b, meeting, "by b");
            extract(a, c, meeting);
            assertEquals(VersionVector.NONE, c.exchange().vector(meeting));
            all(b, c, meeting);
            assertEquals(1, c.conflicts().count());
            name(c, meeting, "by c");
            all(c, a, meeting);
            all(c, b, meeting);
            all(a, b, meeting);
            for (Workspace one : List.of(a, b, c)) {
                assertEquals("by c", name(one, meeting));
                assertEquals(0, one.conflicts().count());
            }
        }
    }

    @Test
    void whatAnExtractReplacedIsNoConflictOnceAllIsThere() {
        try (Workspace a = workspace("a", 1);
                Workspace b = workspace("b", 2);
                Workspace c = workspace("c", 3)) {
            UUID meeting = meeting(a);
            name(a, meeting, "2");
            all(a, b, meeting);
            name(a, meeting, "3");
            extract(a, c, meeting);
            assertEquals("3", name(c, meeting));
            all(b, c, meeting);
            // Until the rest of it comes, the replaced edit may stand beside; an extract does not say what it replaced.
            assertEquals("3", name(c, meeting));
            all(a, c, meeting);
            assertEquals("3", name(c, meeting));
            assertEquals(0, c.conflicts().count());
        }
    }

    @Test
    void aDeletionKnownFromAnExtractHolds() {
        try (Workspace a = workspace("a", 1);
                Workspace b = workspace("b", 2);
                Workspace c = workspace("c", 3)) {
            UUID meeting = meeting(a);
            all(a, b, meeting);
            all(a, c, meeting);
            a.changes().run(LABEL, tx -> tx.delete(MeetingKinds.MEETING, meeting));
            extract(a, c, meeting);
            name(b, meeting, "by b");
            all(b, c, meeting);
            all(a, c, meeting);
            assertEquals(1, c.conflicts().list(0, 10).size());
            assertTrue(c.conflicts().list(0, 10).getFirst().deletion());
        }
    }
}
