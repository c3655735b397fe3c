package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Adopting by script, and the exit status of what is not as it was adopted. */
class RecommendationsVerbTest {
    @TempDir
    Path folder;

    private Path w;
    private UUID recommendation;

    @BeforeEach
    void make() {
        w = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(w)) {
            workspace.changes().run(Label.of("step.sample"), tx -> {
                UUID meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Meeting"));
                recommendation =
                        tx.insert(RECOMMENDATION, Values.of("meeting", meeting).with("number", "2 bis"));
                tx.insert(
                        VERSION,
                        Values.of("recommendation", recommendation)
                                .with("label", "Final")
                                .with("body_en", "Share [all] data.")
                                .with("body_ar", "تبادل البيانات."));
            });
        }
    }

    private CommandLineRun adopt(Object... more) {
        Object[] all = new Object[more.length + 9];
        Object[] first = {"recommendations", "adopt", "2 bis", "-w", w, "--wording", "final", "--day", "2017-08-11"};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void adoptsWhatIsNamedAndSaysWhatStandsAgainstIt() {
        CommandLineRun refused = adopt();
        assertEquals(Status.REFUSED, refused.status(), refused.err());
        assertTrue(refused.err().contains("Brackets are left: EN"), refused.err());
        CommandLineRun none = CommandLineRun.of("recommendations", "adopt", "2 bis", "-w", w, "--day", "2017-08-11");
        assertEquals(Status.USAGE, none.status(), none.err());
        CommandLineRun done = adopt("--reason", "The brackets are part of the text", "--json");
        assertEquals(Status.DONE, done.status(), done.err());
        assertEquals("adoption", done.json().get("change").asText());
        JsonNode listed =
                CommandLineRun.of("recommendations", "list", "-w", w, "--json").json();
        assertEquals("adopted", listed.get(0).get("status").asText());
        assertEquals("unaltered", listed.get(0).get("seal").asText());
        assertEquals("2 bis", listed.get(0).get("adopted_number").asText());
        assertEquals(done.json().get("hash").asText(), listed.get(0).get("hash").asText());
        assertEquals(Status.REFUSED, adopt("--reason", "again").status());
        CommandLineRun history = CommandLineRun.of("undo", "-w", w);
        assertEquals(Status.DONE, history.status(), history.err());
        assertTrue(history.err().contains("adopt recommendation 2 bis"), history.err());
    }

    @Test
    void aTranslationIsAddedFromAFile() throws IOException {
        adopt("--reason", "so agreed", "--languages", "en");
        Path text = Files.writeString(folder.resolve("ar.txt"), "تبادل جميع البيانات.");
        CommandLineRun early = CommandLineRun.of(
                "recommendations",
                "translate",
                "2 bis",
                "-w",
                w,
                "--into",
                "ar",
                "--text",
                text,
                "--day",
                "2017-08-01");
        assertEquals(Status.REFUSED, early.status(), early.err());
        CommandLineRun done = CommandLineRun.of(
                "recommendations",
                "translate",
                "2 bis",
                "-w",
                w,
                "--into",
                "ar",
                "--text",
                text,
                "--day",
                "2017-08-20");
        assertEquals(Status.DONE, done.status(), done.err());
        JsonNode one = CommandLineRun.of("recommendations", "verify", "-w", w, "--json")
                .json()
                .get(0);
        assertEquals("unaltered", one.get("seal").asText());
        assertEquals("2017-08-11", one.get("adopted_on").asText());
        assertEquals("ar", one.get("translations").get(0).get("language").asText());
        assertEquals("2017-08-20", one.get("translations").get(0).get("day").asText());
    }

    @Test
    void whatIsNotAsItWasAdoptedIsSaidByVerifyAndByTheExport() throws SQLException {
        adopt("--reason", "so agreed");
        assertEquals(
                Status.DONE,
                CommandLineRun.of("recommendations", "verify", "-w", w).status());
        Path paper = folder.resolve("r.docx");
        assertEquals(
                Status.DONE,
                CommandLineRun.of("export", "recommendations", "-w", w, "-o", paper)
                        .status());
        try (Workspace workspace = TestWorkspaces.open(w)) {
            workspace
                    .changes()
                    .run(Label.of("step.edit", "", ""), tx -> tx.set(RECOMMENDATION, recommendation, "number", "9"));
        }
        CommandLineRun renumbered = CommandLineRun.of("recommendations", "verify", "-w", w);
        assertEquals(Status.INCOMPLETE, renumbered.status());
        assertTrue(renumbered.err().contains("adopted as number 2 bis"), renumbered.err());
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + w.resolve(Workspace.DATABASE));
                Statement s = c.createStatement()) {
            s.execute("UPDATE adoption SET body_en = 'Share nothing.'");
        }
        CommandLineRun broken = CommandLineRun.of("export", "recommendations", "-w", w, "-o", paper);
        assertEquals(Status.INCOMPLETE, broken.status());
        assertTrue(broken.err().contains("does not fit its seal"), broken.err());
        assertEquals(
                Status.INCOMPLETE,
                CommandLineRun.of("recommendations", "verify", "-w", w).status());
    }
}
