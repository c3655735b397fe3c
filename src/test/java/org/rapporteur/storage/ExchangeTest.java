package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.problem.Problem;

/** Two workspaces exchange rows in memory: what people then see. */
class ExchangeTest {
    private static final Label STEP = Label.of("step.test");

    @TempDir
    Path folder;

    private Workspace ours;
    private Workspace theirs;

    @BeforeEach
    void create() {
        ours = Workspace.create(folder.resolve("a"), "A", TestWorkspaces.surroundings());
        theirs = Workspace.create(folder.resolve("b"), "B", TestWorkspaces.surroundings());
    }

    @AfterEach
    void close() {
        ours.close();
        theirs.close();
    }

    /** A package that never became a file. */
    private record Parcel(IncomingHead head, List<TravellingRow> rows, List<TravellingStep> steps) {}

    private static Parcel parcel(Workspace from, Workspace to, Selection.Extract extract) {
        Map<UUID, VersionVector> known =
                from.exchange().lastReceived(to.exchange().site());
        Map<UUID, VersionVector> bases = new HashMap<>();
        from.exchange()
                .scopes()
                .forEach(s ->
                        bases.put(s, extract != null ? VersionVector.NONE : known.getOrDefault(s, VersionVector.NONE)));
        List<TravellingRow> rows = new ArrayList<>();
        List<TravellingStep> steps = new ArrayList<>();
        Map<UUID, VersionVector> vectors = new HashMap<>();
        from.exchange().export(new Selection(bases, extract), new Outgoing() {
            @Override
            public void begin(Map<UUID, VersionVector> seen) {
                vectors.putAll(seen);
            }

            @Override
            public void row(TravellingRow row) {
                rows.add(row);
            }

            @Override
            public void step(TravellingStep step) {
                steps.add(step);
            }

            @Override
            public void file(TravellingFile file) {}
        });
        return new Parcel(
                new IncomingHead(
                        UUID.randomUUID(),
                        from.exchange().site(),
                        List.of(),
                        "Officer",
                        Instant.EPOCH,
                        extract != null,
                        bases,
                        vectors,
                        "parcel",
                        null,
                        null),
                rows,
                steps);
    }

    private static Incoming stage(Workspace to, Parcel parcel) {
        Incoming incoming = to.exchange().stage(parcel.head());
        parcel.rows().forEach(incoming::row);
        parcel.steps().forEach(incoming::step);
        incoming.complete();
        return incoming;
    }

    private static ImportEffects give(Workspace to, Parcel parcel) {
        try (Incoming incoming = stage(to, parcel)) {
            ImportEffects seen = incoming.effects();
            ImportEffects done = incoming.apply(Incoming.Progress.NONE);
            assertEquals(seen, done, "the preview says what happens");
            return done;
        }
    }

    private static ImportEffects send(Workspace from, Workspace to) {
        return give(to, parcel(from, to, null));
    }

    private UUID meeting(Workspace in, String title) {
        return in.changes().write(STEP, tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", title)));
    }

    private static String title(Workspace in, UUID id) {
        return in.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en");
    }

    private static void retitle(Workspace in, UUID id, String title) {
        in.changes().run(STEP, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", title));
    }

    @Test
    void anEditOfOneSideArrivesAndIsNoConflict() {
        UUID id = meeting(ours, "First");
        assertEquals(1, send(ours, theirs).added());
        retitle(theirs, id, "Second");
        ImportEffects back = send(theirs, ours);
        assertEquals(1, back.changed());
        assertEquals(0, back.conflicts());
        assertEquals("Second", title(ours, id));
        assertTrue(send(ours, theirs).nothing());
    }

    @Test
    void twoEditsOfOneFieldStandAgainstEachOtherUntilAPersonChooses() {
        UUID id = meeting(ours, "First");
        send(ours, theirs);
        retitle(ours, id, "Ours");
        retitle(theirs, id, "Theirs");
        assertEquals(1, send(theirs, ours).conflicts());
        send(ours, theirs);
        assertEquals(title(ours, id), title(theirs, id), "both show the same until somebody chooses");
        Conflict conflict = ours.conflicts().list(0, 10).getFirst();
        assertEquals("name_en", conflict.column());
        assertEquals(2, conflict.sides().size());
        assertEquals(1, theirs.conflicts().count());

        ours.changes().run(STEP, tx -> Conflicts.choose(tx, MeetingKinds.MEETING, id, "name_en", "Theirs"));
        assertEquals(0, ours.conflicts().count());
        ours.undo().undo();
        assertEquals(1, ours.conflicts().count(), "undo opens the conflict again");
        ours.undo().redo();
        assertEquals(0, ours.conflicts().count());
        assertEquals("Theirs", title(ours, id));
        assertEquals(1, send(ours, theirs).resolved());
        assertEquals(0, theirs.conflicts().count());
        assertEquals("Theirs", title(theirs, id));
    }

    @Test
    void aDeletionAgainstAnEditIsShownAndDecided() {
        UUID id = meeting(ours, "First");
        send(ours, theirs);
        ours.changes().run(STEP, tx -> tx.delete(MeetingKinds.MEETING, id));
        retitle(theirs, id, "Edited");
        assertEquals(1, send(theirs, ours).deletedButEdited());
        Conflict conflict = ours.conflicts().list(0, 10).getFirst();
        assertTrue(conflict.deletion());
        ours.changes().run(STEP, tx -> Conflicts.keep(tx, MeetingKinds.MEETING, id));
        assertEquals(0, ours.conflicts().count());
        ours.undo().undo();
        assertEquals(1, ours.conflicts().count());
        ours.changes().run(STEP, tx -> Conflicts.drop(tx, MeetingKinds.MEETING, id));
        send(ours, theirs);
        assertTrue(theirs.find(MeetingKinds.MEETING, id).orElseThrow().deleted());
    }

    @Test
    void anImportIsTakenBackByUndoAndComesAgain() {
        UUID id = meeting(ours, "First");
        send(ours, theirs);
        retitle(ours, id, "Second");
        UUID other = meeting(ours, "Other");
        Parcel parcel = parcel(ours, theirs, null);
        give(theirs, parcel);
        assertEquals("Second", title(theirs, id));
        theirs.undo().undo();
        assertEquals("First", title(theirs, id));
        assertTrue(theirs.find(MeetingKinds.MEETING, other).isEmpty());
        assertEquals(
                PackageRecord.State.UNDONE,
                theirs.exchange().find(parcel.head().id()).orElseThrow().state());
        give(theirs, parcel);
        assertEquals("Second", title(theirs, id));
    }

    @Test
    void whatWasChangedSinceStaysWhenAnImportIsTakenBack() {
        UUID id = meeting(ours, "First");
        send(ours, theirs);
        retitle(ours, id, "Second");
        Parcel parcel = parcel(ours, theirs, null);
        give(theirs, parcel);
        retitle(theirs, id, "Third");
        assertEquals(1, theirs.exchange().undoImport(parcel.head().id()).left());
        assertEquals("Third", title(theirs, id));
        assertEquals(0, give(theirs, parcel).conflicts(), "the author of the third title had seen the second");
    }

    @Test
    void theSameListEnteredTwiceIsOneRow() {
        UUID key = org.rapporteur.core.change.Ids.derived("M49", "504");
        for (Workspace w : List.of(ours, theirs)) {
            w.changes()
                    .run(
                            STEP,
                            tx -> tx.insert(
                                    PartyKinds.PARTY,
                                    key,
                                    org.rapporteur.core.model.Model.DIRECTORY,
                                    Values.of("name_en", "Morocco")));
        }
        assertEquals(0, send(ours, theirs).conflicts());
        theirs.changes().run(STEP, tx -> tx.set(PartyKinds.PARTY, key, "name_en", "Kingdom of Morocco"));
        ImportEffects back = send(theirs, ours);
        assertEquals(0, back.conflicts());
        assertEquals(1, back.changed());
    }

    @Test
    void anExtractAdvancesNothingAndTheWholeComesWithoutConflict() {
        UUID id = meeting(ours, "First");
        Selection.Extract extract = new Selection.Extract(id, null, true, true);
        give(theirs, parcel(ours, theirs, extract));
        assertEquals("First", title(theirs, id));
        assertTrue(theirs.exchange().vector(id).isEmpty());
        retitle(theirs, id, "Edited");
        assertEquals(0, send(ours, theirs).conflicts());
        assertEquals("Edited", title(theirs, id));
        assertEquals(0, send(theirs, ours).conflicts());
        assertEquals("Edited", title(ours, id));
        assertFalse(ours.conflicts().count() > 0);
    }

    @Test
    void anUpdatedProgramTakesOverWhatAnEarlierOneKeptForIt() throws Exception {
        UUID id = meeting(ours, "First");
        ours.close();
        try (java.sql.Connection c = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("a").resolve(Workspace.DATABASE));
                java.sql.PreparedStatement put = c.prepareStatement("INSERT INTO unknown_value"
                        + " (row, field, kind, scope, site, seq, json) SELECT id, ?, 'meeting', scope, site, seq, ?"
                        + " FROM meeting WHERE id = ?")) {
            for (String[] field : new String[][] {{"acronym", "\"GRCP\\u0020 7\""}, {"not_yet_known", "1.50"}}) {
                put.setString(1, field[0]);
                put.setString(2, field[1]);
                put.setBytes(3, Uuids.bytes(id));
                put.executeUpdate();
            }
        }
        ours = Workspace.open(folder.resolve("a"), Workspace.Mode.WRITE, TestWorkspaces.surroundings());
        assertEquals(
                "GRCP  7", ours.find(MeetingKinds.MEETING, id).orElseThrow().text("acronym"));
        TravellingRow sent = parcel(ours, theirs, null).rows().getFirst();
        assertEquals(Map.of("not_yet_known", "1.50"), sent.unknown);
    }

    @Test
    void whatCameInAnExtractIsPassedOn() {
        UUID id = meeting(ours, "First");
        give(theirs, parcel(ours, theirs, new Selection.Extract(id, null, false, false)));
        try (Workspace third = Workspace.create(folder.resolve("c"), "C", TestWorkspaces.surroundings())) {
            assertEquals(1, send(theirs, third).added());
            retitle(third, id, "Edited");
            assertEquals(0, send(third, ours).conflicts());
            assertEquals("Edited", title(ours, id));
        }
    }

    @Test
    void aRecordOfAnExtractThatIsDeletedIsDeletedForAll() {
        UUID id = meeting(ours, "First");
        give(theirs, parcel(ours, theirs, new Selection.Extract(id, null, true, true)));
        theirs.changes().run(STEP, tx -> tx.delete(MeetingKinds.MEETING, id));
        ImportEffects back = send(theirs, ours);
        assertEquals(1, back.deleted());
        assertEquals(0, back.deletedButEdited(), "the deleter had seen all of it");
        assertTrue(send(ours, theirs).nothing());
    }

    @Test
    void whatWasTakenBackIsKnownAgainInAnotherPackage() {
        meeting(ours, "First");
        Parcel parcel = parcel(ours, theirs, null);
        assertFalse(theirs.exchange().undoneBefore(parcel.head()));
        give(theirs, parcel);
        assertFalse(theirs.exchange().undoneBefore(parcel.head()));
        theirs.undo().undo();
        meeting(ours, "Second");
        Parcel later = parcel(ours, theirs, null);
        assertTrue(theirs.exchange().undoneBefore(later.head()));
        give(theirs, later);
        assertFalse(theirs.exchange().undoneBefore(parcel(ours, theirs, null).head()));
    }

    @Test
    void whatCameByItselfIsNotWhatUndoTakesBack() {
        UUID mine = meeting(theirs, "Mine");
        meeting(ours, "First");
        Parcel parcel = parcel(ours, theirs, null);
        try (Incoming incoming = stage(theirs, parcel)) {
            incoming.applyUnasked(Incoming.Progress.NONE);
        }
        theirs.undo().undo();
        assertTrue(theirs.find(MeetingKinds.MEETING, mine).orElseThrow().deleted());
        assertEquals(
                PackageRecord.State.APPLIED,
                theirs.exchange().find(parcel.head().id()).orElseThrow().state());
        assertEquals(0, theirs.exchange().undoImport(parcel.head().id()).left());
    }

    @Test
    void onlySoManyImportsCanBeTakenBack() {
        UUID id = meeting(ours, "0");
        List<UUID> packages = new ArrayList<>();
        for (int i = 0; i <= Packages.TAKEN_BACK; i++) {
            retitle(ours, id, "Title " + i);
            Parcel parcel = parcel(ours, theirs, null);
            try (Incoming incoming = stage(theirs, parcel)) {
                incoming.apply(Incoming.Progress.NONE);
            }
            send(theirs, ours);
            packages.addFirst(parcel.head().id());
        }
        UUID oldest = packages.removeLast();
        packages.forEach(theirs.exchange()::undoImport);
        assertEquals("Title 0", title(theirs, id));
        Problem refused = assertThrows(Problem.class, () -> theirs.exchange().undoImport(oldest));
        assertEquals("STO-16", refused.code());
        assertEquals("Title 0", title(theirs, id));
    }

    @Test
    void anExtractHasNothingThatWasDeleted() {
        UUID id = meeting(ours, "First");
        UUID room = ours.changes().write(STEP, tx -> tx.insert(MeetingKinds.ROOM, Values.of("meeting", id)));
        ours.changes().run(STEP, tx -> tx.delete(MeetingKinds.ROOM, room));
        Parcel extract = parcel(ours, theirs, new Selection.Extract(id, null, false, false));
        assertEquals(List.of(id), extract.rows().stream().map(r -> r.id).toList());
    }

    @Test
    void anImportIsTakenBackWithAllItsParts() {
        UUID id = meeting(ours, "First");
        ours.changes()
                .run(
                        STEP,
                        tx -> tx.insert(
                                org.rapporteur.core.participant.ParticipantKinds.DELEGATION, Values.of("meeting", id)));
        Parcel parcel = parcel(ours, theirs, null);
        give(theirs, parcel);
        assertEquals(0, theirs.exchange().undoImport(parcel.head().id()).left());
        assertTrue(theirs.find(MeetingKinds.MEETING, id).isEmpty());
    }

    @Test
    void aRecordThatGotPartsSinceStaysWhenItsImportIsTakenBack() {
        UUID id = meeting(ours, "First");
        Parcel parcel = parcel(ours, theirs, null);
        give(theirs, parcel);
        theirs.changes().run(STEP, tx -> tx.insert(MeetingKinds.ROOM, Values.of("meeting", id)));
        assertEquals(1, theirs.exchange().undoImport(parcel.head().id()).left());
        assertEquals("First", title(theirs, id));
        assertEquals(0, give(theirs, parcel).conflicts());
    }
}
