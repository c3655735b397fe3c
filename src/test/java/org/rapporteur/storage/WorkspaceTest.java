package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.History.Action;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.problem.Problem;

class WorkspaceTest {
    private static final Label LABEL = Label.of("step.test");

    @TempDir
    Path folder;

    private Path place() {
        return folder.resolve("workspace");
    }

    private static UUID addMeeting(Workspace workspace, String name) {
        return workspace.changes().write(LABEL, tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", name)));
    }

    @Test
    void whatIsWrittenIsReadAgainAfterReopening() {
        UUID id;
        try (Workspace workspace = TestWorkspaces.create(place())) {
            id = addMeeting(workspace, "GRCP 7");
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_ar", "الاجتماع"));
        }
        try (Workspace workspace = TestWorkspaces.open(place())) {
            var row = workspace.find(MeetingKinds.MEETING, id).orElseThrow();
            assertEquals("GRCP 7", row.text("name_en"));
            assertEquals("الاجتماع", row.textOr("name", "ar"));
            assertEquals(id, row.scope());
            assertEquals("Test", workspace.name());
        }
    }

    @Test
    void partsAreInTheScopeOfTheirMeeting() {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            UUID meeting = addMeeting(workspace, "A");
            UUID session = workspace
                    .changes()
                    .write(
                            LABEL,
                            tx -> tx.insert(
                                    MeetingKinds.SESSION,
                                    Values.of("meeting", meeting).with("title_en", "Opening")));
            UUID speaker = workspace
                    .changes()
                    .write(
                            LABEL,
                            tx -> tx.insert(
                                    MeetingKinds.SPEAKER,
                                    Values.of("session", session).with("designation", "Chair")));
            assertEquals(
                    meeting,
                    workspace.find(MeetingKinds.SPEAKER, speaker).orElseThrow().scope());
            assertEquals(
                    1,
                    workspace.list(Query.partsOf(MeetingKinds.SPEAKER, session)).size());
        }
    }

    @Test
    void workThatFailsChangesNothing() {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            UUID id = addMeeting(workspace, "A");
            assertThrows(
                    IllegalStateException.class,
                    () -> workspace.changes().run(LABEL, tx -> {
                        tx.set(MeetingKinds.MEETING, id, "name_en", "B");
                        throw new IllegalStateException("no");
                    }));
            assertEquals(
                    "A", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "C"));
            assertEquals(
                    "C", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
        }
    }

    @Test
    void settingTheSameValueIsNoChange() {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            UUID id = addMeeting(workspace, "A");
            List<Commit> commits = new ArrayList<>();
            workspace.changes().onCommit(commits::add);
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "A"));
            assertTrue(commits.isEmpty());
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "B"));
            assertEquals(1, commits.size());
            assertTrue(commits.getFirst().touches(id) && commits.getFirst().touches(MeetingKinds.MEETING));
        }
    }

    @Test
    void historySaysWhoChangedWhatFromWhatToWhat() {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            UUID id = addMeeting(workspace, "A");
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "B"));
            workspace.changes().run(LABEL, tx -> tx.delete(MeetingKinds.MEETING, id));
            var entries = workspace.history().of(MeetingKinds.MEETING, id, 10);
            assertEquals(
                    List.of(Action.DELETED, Action.CHANGED, Action.CREATED),
                    entries.stream().map(e -> e.action()).toList());
            assertEquals("A", entries.get(1).before());
            assertEquals("B", entries.get(1).after());
            assertEquals("A. Officer", entries.get(1).author());
            assertEquals(TestWorkspaces.NOW, entries.get(1).at());
            assertEquals(entries, workspace.history().recent(10));
        }
    }

    @Test
    void deletedRowsAreHiddenAndKept() {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            UUID id = addMeeting(workspace, "A");
            workspace.changes().run(LABEL, tx -> tx.delete(MeetingKinds.MEETING, id));
            assertEquals(0, workspace.count(Query.of(MeetingKinds.MEETING)));
            assertEquals(1, workspace.count(Query.of(MeetingKinds.MEETING).withDeleted()));
            workspace.changes().run(LABEL, tx -> tx.restore(MeetingKinds.MEETING, id));
            assertEquals(1, workspace.count(Query.of(MeetingKinds.MEETING)));
        }
    }

    @Test
    void aSecondProgramMayOnlyRead() {
        try (Workspace first = TestWorkspaces.create(place())) {
            UUID id = addMeeting(first, "A");
            Problem refused = assertThrows(Problem.class, () -> TestWorkspaces.open(place()));
            assertEquals("STO-10", refused.code());
            try (Workspace second =
                    Workspace.open(place(), Workspace.Mode.WRITE_OR_READ, TestWorkspaces.surroundings())) {
                assertFalse(second.writable());
                assertEquals(
                        "A", second.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
                Problem readOnly = assertThrows(Problem.class, () -> addMeeting(second, "B"));
                assertEquals("STO-05", readOnly.code());
            }
        }
        try (Workspace again = TestWorkspaces.open(place())) {
            assertTrue(again.writable());
        }
    }

    @Test
    void foreignNewerAndBrokenDatabasesAreRefusedUnchanged() throws Exception {
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + foreign.resolve(Workspace.DATABASE));
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE t (a)");
        }
        assertRefusedUntouched("STO-02", foreign);

        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.createFile(empty.resolve(Workspace.DATABASE));
        assertRefusedUntouched("STO-02", empty);

        Path text = Files.createDirectories(folder.resolve("text"));
        Files.writeString(text.resolve(Workspace.DATABASE), "this is not a database, it is a letter ".repeat(50));
        assertRefusedUntouched("STO-02", text);

        TestWorkspaces.create(place()).close();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + place().resolve(Workspace.DATABASE));
                Statement s = c.createStatement()) {
            s.execute("PRAGMA user_version = 999");
        }
        assertEquals(
                "STO-07",
                assertThrows(Problem.class, () -> TestWorkspaces.open(place())).code());
        assertEquals(
                "STO-08",
                assertThrows(Problem.class, () -> TestWorkspaces.open(folder)).code());
        assertEquals(
                "STO-09",
                assertThrows(Problem.class, () -> TestWorkspaces.create(foreign))
                        .code());
    }

    /** Neither the file changes nor is anything put beside it, whichever way it is opened. */
    private static void assertRefusedUntouched(String code, Path place) throws Exception {
        byte[] before = Files.readAllBytes(place.resolve(Workspace.DATABASE));
        for (Workspace.Mode mode : Workspace.Mode.values()) {
            assertEquals(
                    code,
                    assertThrows(Problem.class, () -> Workspace.open(place, mode, TestWorkspaces.surroundings()))
                            .code());
            assertArrayEquals(before, Files.readAllBytes(place.resolve(Workspace.DATABASE)));
            try (var files = Files.list(place)) {
                assertEquals(1, files.count());
            }
        }
    }

    @Test
    void aFullDiskLosesOnlyTheChangeThatDidNotFit() {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            UUID id = addMeeting(workspace, "A");
            // SQLite's own limit of pages stands in for the disk: the error code and the rolled-back transaction are
            // the same.
            workspace.changes().run(LABEL, tx -> limitPages(((SqliteTransaction) tx).connection(), true));
            Problem full = assertThrows(
                    Problem.class,
                    () -> workspace.changes().run(LABEL, tx -> {
                        for (int i = 0; i < 5_000; i++) {
                            tx.insert(PartyKinds.PARTY, Values.of("name_en", "x".repeat(500)));
                        }
                    }));
            assertEquals("STO-01", full.code());
            assertEquals(0, workspace.count(Query.of(PartyKinds.PARTY)));
            // The connection was thrown away with the limit: there is room again.
            workspace.changes().run(LABEL, tx -> limitPages(((SqliteTransaction) tx).connection(), false));
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "B"));
            assertEquals(
                    "B", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
            assertTrue(workspace.check().isEmpty());
        }
    }

    private static void limitPages(Connection connection, boolean limit) {
        try (Statement statement = connection.createStatement()) {
            int pages;
            try (var result = statement.executeQuery("PRAGMA page_count")) {
                pages = result.getInt(1);
            }
            statement.execute("PRAGMA max_page_count = " + (limit ? pages + 20 : Integer.MAX_VALUE));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOpenedForReading() throws Exception {
        UUID id;
        try (Workspace workspace = TestWorkspaces.create(place())) {
            id = addMeeting(workspace, "A");
        }
        Files.delete(place().resolve("workspace.lock"));
        assertTrue(place().toFile().setWritable(false));
        assertTrue(place().resolve(Workspace.DATABASE).toFile().setWritable(false));
        try (Workspace workspace =
                Workspace.open(place(), Workspace.Mode.WRITE_OR_READ, TestWorkspaces.surroundings())) {
            assertEquals(
                    "A", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
        } finally {
            assertTrue(place().toFile().setWritable(true));
        }
    }

    @Test
    void blobsAreKeptByTheirHashAndChecked() throws Exception {
        try (Workspace workspace = TestWorkspaces.create(place())) {
            byte[] bytes = "note verbale".getBytes(StandardCharsets.UTF_8);
            String hash = workspace.blobs().put(new ByteArrayInputStream(bytes), "note.txt", "text/plain");
            assertEquals(hash, workspace.blobs().put(new ByteArrayInputStream(bytes), "again.txt", "text/plain"));
            try (var in = workspace.blobs().open(hash)) {
                assertEquals("note verbale", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertTrue(workspace.check().isEmpty());
            Path kept = place().resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash);
            if (kept.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Path usual = Files.writeString(folder.resolve("usual"), "");
                assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(kept));
            }
            Files.writeString(kept, "altered");
            assertEquals(List.of(new Check.Finding("file_missing_or_altered", hash)), workspace.check());
            assertThrows(IllegalArgumentException.class, () -> workspace.blobs().open("../../etc/passwd"));
        }
    }

    @Test
    void aBackupIsAWorkspaceAndARestoredOneIsASiteOfItsOwn() {
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        UUID id;
        UUID site;
        try (Workspace workspace = TestWorkspaces.create(place())) {
            id = addMeeting(workspace, "A");
            workspace.blobs().put(new ByteArrayInputStream(new byte[] {1, 2}), "b", "x/y");
            workspace.backup(backup);
            site = workspace.site();
        }
        Backup.restore(backup, restored, TestWorkspaces.surroundings(java.time.Clock.systemUTC(), 99));
        try (Workspace workspace = TestWorkspaces.open(restored)) {
            assertEquals(
                    "A", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
            assertFalse(workspace.site().equals(site));
            assertTrue(workspace.check().isEmpty());
            addMeeting(workspace, "B");
            assertEquals(2, workspace.count(Query.of(MeetingKinds.MEETING)));
        }
    }
}
