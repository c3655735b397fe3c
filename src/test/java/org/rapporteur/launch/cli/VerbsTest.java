package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Exit status, streams, languages and plain words of the command line. */
class VerbsTest {
    @TempDir
    Path folder;

    private Path made() {
        Path workspace = folder.resolve("w");
        CommandLineRun run = CommandLineRun.of("new", workspace, "--name", "Test");
        assertEquals(Status.DONE, run.status(), run.err());
        return workspace;
    }

    @Test
    void theHelpOfAnOptionTellsWhatTheVerbDoesWithIt() {
        CommandLineRun tabulate = CommandLineRun.of("tabulate", "--help");
        assertTrue((tabulate.out() + tabulate.err()).contains("party.subregion"), tabulate.out() + tabulate.err());
        CommandLineRun adopt = CommandLineRun.of("recommendations", "--help");
        assertTrue((adopt.out() + adopt.err()).contains("Who records it"), adopt.out() + adopt.err());
    }

    @Test
    void newMakesAWorkspaceWithTheReferenceLists() {
        Path workspace = made();
        CommandLineRun check = CommandLineRun.of("check", "-w", workspace, "--json");
        assertEquals(Status.DONE, check.status());
        assertTrue(check.json().path("sound").asBoolean());
        assertEquals(0, check.json().path("problems").size());
        try (Workspace opened = TestWorkspaces.open(workspace)) {
            assertEquals("Test", opened.name());
        }
        CommandLineRun again = CommandLineRun.of("new", workspace, "--name", "Test");
        assertEquals(Status.REFUSED, again.status());
        assertEquals("", again.out());
        Path nameless = folder.resolve("Puebla Process");
        assertEquals(Status.DONE, CommandLineRun.of("new", nameless).status());
        try (Workspace opened = TestWorkspaces.open(nameless)) {
            assertEquals("Puebla Process", opened.name());
        }
    }

    @Test
    void aCalendarIsWrittenOnlyInATimeZoneThatSomebodyChose() throws IOException {
        Path workspace = made();
        java.util.UUID meeting;
        try (Workspace opened = TestWorkspaces.open(workspace)) {
            meeting = opened.changes()
                    .write(
                            Label.of("step.add"),
                            tx -> tx.insert(
                                    MeetingKinds.MEETING,
                                    Values.of("name_en", "Meeting")
                                            .with("starts_on", "2026-10-05")
                                            .with("ends_on", "2026-10-06")));
            zone(opened, meeting, null);
        }
        Path file = folder.resolve("meeting.ics");
        CommandLineRun none = CommandLineRun.of("export", "calendar", "-w", workspace, "-o", file);
        assertEquals(Status.REFUSED, none.status());
        assertTrue(none.err().contains("CAL-01") && none.err().contains("time zone"), none.err());
        assertFalse(Files.exists(file));
        for (String unknown : new String[] {"Geneva time", "CET", "GMT+2", "+02:00"}) {
            try (Workspace opened = TestWorkspaces.open(workspace)) {
                zone(opened, meeting, unknown);
            }
            CommandLineRun wrong = CommandLineRun.of("export", "calendar", "-w", workspace, "-o", file);
            assertEquals(Status.REFUSED, wrong.status(), unknown);
            assertTrue(wrong.err().contains("CAL-02") && wrong.err().contains(unknown), wrong.err());
            assertFalse(Files.exists(file));
        }
        try (Workspace opened = TestWorkspaces.open(workspace)) {
            zone(opened, meeting, "Europe/Zurich");
        }
        CommandLineRun done = CommandLineRun.of("export", "calendar", "-w", workspace, "-o", file);
        assertEquals(Status.DONE, done.status(), done.err());
        assertTrue(Files.exists(file));
    }

    private static void zone(Workspace workspace, java.util.UUID meeting, String zone) {
        workspace.changes().run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.MEETING, meeting, "timezone", zone));
    }

    @Test
    void wrongUsageIsStatusTwoAndSaysWhereHelpIs() {
        for (String[] args : new String[][] {
            {"new"},
            {"nwe", "x"},
            {"undo"},
            {"undo", "-w"},
            {"check", "-w", "x", "--wat"},
            {"undo", "-w", "x", "--steps", "many"},
            {"tabulate", "-w", "x", "--by", "colour"},
            {"check", "-w", "x", "--lang", "xx"},
            {"history", "-w", "x", "no-key"}
        }) {
            CommandLineRun run = CommandLineRun.of((Object[]) args);
            String shown = String.join(" ", args);
            assertEquals(Status.USAGE, run.status(), shown + ": " + run.err());
            assertEquals("", run.out(), shown);
            assertFalse(run.err().isBlank(), shown);
            assertFalse(run.err().contains("\tat "), shown);
        }
        assertTrue(CommandLineRun.of("serach", "x").err().contains("search"));
    }

    @Test
    void anAdoptionThatWasAlteredBehindItsSealIsReported() throws Exception {
        Path workspace = folder.resolve("altered");
        assertEquals(Status.DONE, CommandLineRun.of("sample", workspace).status());
        assertTrue(CommandLineRun.of("check", "-w", workspace, "--json")
                .json()
                .path("sound")
                .asBoolean());
        try (java.sql.Connection connection =
                        java.sql.DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve(Workspace.DATABASE));
                java.sql.Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE adoption SET day = '2019-01-01' WHERE rowid ="
                            + " (SELECT min(rowid) FROM adoption WHERE hash IS NOT NULL)"));
        }
        CommandLineRun check = CommandLineRun.of("check", "-w", workspace, "--json");
        assertEquals(Status.INCOMPLETE, check.status(), check.err());
        assertFalse(check.json().path("sound").asBoolean(true));
        assertEquals(
                "adoption_broken",
                check.json().path("problems").path(0).path("what").asText());
    }

    @Test
    void aDamagedWorkspaceIsWhatACheckReports() throws IOException {
        Path workspace = made();
        Path database = workspace.resolve(Workspace.DATABASE);
        byte[] whole = Files.readAllBytes(database);
        for (int length : new int[] {4096, whole.length / 2, whole.length - 4096}) {
            Files.write(database, java.util.Arrays.copyOf(whole, length));
            CommandLineRun check = CommandLineRun.of("check", "-w", workspace, "--json");
            assertEquals(Status.INCOMPLETE, check.status(), check.err());
            assertFalse(check.json().path("sound").asBoolean(true));
            assertTrue(check.json().path("problems").size() > 0);
        }
    }

    @Test
    void missingForeignAndLockedWorkspacesAreRefusedInPlainWords() throws IOException {
        CommandLineRun missing = CommandLineRun.of("check", "-w", folder.resolve("nowhere"));
        assertEquals(Status.REFUSED, missing.status());
        assertTrue(missing.err().contains("STO-08"), missing.err());

        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(
                foreign.resolve("workspace.db"), "this is no database, whatever its name says, and long enough");
        CommandLineRun notOurs = CommandLineRun.of("undo", "-w", foreign);
        assertEquals(Status.REFUSED, notOurs.status());
        assertTrue(notOurs.err().contains("STO-02"), notOurs.err());

        Path workspace = made();
        try (Workspace held = TestWorkspaces.open(workspace)) {
            CommandLineRun locked = CommandLineRun.of("undo", "-w", workspace);
            assertEquals(Status.REFUSED, locked.status());
            assertTrue(locked.err().contains("STO-10"), locked.err());
            // Reading goes on while another program writes.
            assertEquals(
                    Status.DONE, CommandLineRun.of("history", "-w", workspace).status());
            assertTrue(held.writable());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "zh", "ru"})
    void helpIsCompleteInEveryLanguage(String language) {
        CommandLineRun root = CommandLineRun.of("--help", "--lang", language);
        assertEquals(Status.DONE, root.status());
        for (String verb : Verbs.names()) {
            assertTrue(root.out().contains(verb), verb);
            CommandLineRun run = CommandLineRun.of(verb, "--help", "--lang", language);
            assertEquals(Status.DONE, run.status(), run.err());
            assertFalse(run.out().contains("cli."), run.out());
            assertTrue(run.out().contains("--lang"), run.out());
        }
    }

    @Test
    void versionIsData() {
        assertEquals("Rapporteur 1.2.3", CommandLineRun.of("--version").out().strip());
    }

    @Test
    void historyUndoAndRedoTellTheSameStory() {
        Path workspace = made();
        try (Workspace opened = TestWorkspaces.open(workspace)) {
            var id = opened.changes()
                    .write(
                            Label.of("step.add", "Meeting"),
                            tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7")));
            opened.changes()
                    .run(
                            Label.of("step.edit", "Name", "GRCP 7"),
                            tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "GRCP 8"));
        }
        JsonNode history = CommandLineRun.of("history", "-w", workspace, "--most", "2", "--json")
                .json();
        assertEquals("changed", history.path(0).path("action").asText());
        assertEquals("name_en", history.path(0).path("field").asText());
        assertEquals("GRCP 7", history.path(0).path("old").asText());
        assertEquals("GRCP 8", history.path(0).path("new").asText());
        String record = history.path(0).path("record").asText();
        assertEquals(
                2,
                CommandLineRun.of("history", record, "-w", workspace, "--json")
                        .json()
                        .size());

        CommandLineRun undo = CommandLineRun.of("undo", "-w", workspace, "--json", "--lang", "fr");
        assertEquals(
                "modification de « Name » (GRCP 7)",
                undo.json().path("undone").path(0).asText());
        assertTrue(CommandLineRun.of("search", "-w", workspace, "GRCP 7", "--json")
                .out()
                .contains("GRCP 7"));
        CommandLineRun redo = CommandLineRun.of("redo", "-w", workspace, "--json");
        assertEquals(1, redo.json().path("redone").size());
        JsonNode hits =
                CommandLineRun.of("search", "-w", workspace, "GRCP 8", "--json").json();
        assertEquals("GRCP 8", hits.path("query").asText());
        assertEquals(record, hits.path("hits").path(0).path("id").asText());
        assertEquals("meeting", hits.path("hits").path(0).path("kind").asText());
    }

    @Test
    void backupAndRestoreGiveTheSameWorkspace() {
        Path workspace = made();
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        assertEquals(
                Status.DONE,
                CommandLineRun.of("backup", "-w", workspace, "-o", backup).status());
        assertEquals(
                Status.REFUSED,
                CommandLineRun.of("backup", "-w", workspace, "-o", backup).status());
        CommandLineRun run = CommandLineRun.of("restore", backup, "-w", restored);
        assertEquals(Status.DONE, run.status(), run.err());
        assertEquals(
                Status.DONE,
                CommandLineRun.of("check", "-w", restored, "--rebuild").status());
        assertEquals(
                CommandLineRun.of("search", "-w", workspace, "Namibia").out(),
                CommandLineRun.of("search", "-w", restored, "Namibia").out());
    }
}
