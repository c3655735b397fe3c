package org.rapporteur.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Today is 1 September 2017. */
class StartReaderTest {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private StartFacts read() {
        return new StartReader(
                        workspace,
                        workspace.history(),
                        new SurveyAnalysis(new SurveyStoreSqlite(workspace)),
                        Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC),
                        null)
                .read("en");
    }

    private UUID meeting(String name, String day, String status) {
        return workspace
                .changes()
                .write(
                        Label.of("step.add", name),
                        tx -> tx.insert(
                                MeetingKinds.MEETING,
                                Values.of("name_en", name)
                                        .with("starts_on", day)
                                        .with("status", status)
                                        .with("nomination_deadline", "2017-09-10")));
    }

    @Test
    void anEmptyWorkspaceShowsTheFirstSteps() {
        assertTrue(read().isEmpty());
    }

    @Test
    void theNearestMeetingAheadComesFirstElseTheLastHeld() {
        meeting("old", "2015-01-01", "held");
        meeting("last", "2016-01-01", "held");
        assertEquals("last", read().meeting().text("name_en"));
        meeting("later", "2018-01-01", "planned");
        meeting("next", "2017-10-10", "confirmed");
        meeting("called off", "2017-09-05", "cancelled");
        StartFacts facts = read();
        assertEquals("next", facts.meeting().text("name_en"));
        assertEquals(
                List.of("later", "called off", "last"),
                facts.others().stream().map(m -> m.text("name_en")).toList());
        // Nominations are due for the two to come, not for those held or called off.
        assertEquals(2, facts.deadlines().size());
    }

    @Test
    void repliesAndWaitingAreCounted() {
        workspace.changes().run(Label.of("step.add", "survey"), tx -> {
            UUID survey = tx.insert(
                    SurveyKinds.SURVEY,
                    Values.of("title_en", "S").with("status", "open").with("due_on", "2017-08-20"));
            for (String status : List.of("received", "sent", "sent", "to_send")) {
                tx.insert(
                        SurveyKinds.RESPONDENT,
                        Values.of("survey", survey).with("name", "R").with("status", status));
            }
            tx.insert(SurveyKinds.TRAY_ITEM, Values.of("survey", survey).with("decision", "open"));
            tx.insert(SurveyKinds.TRAY_ITEM, Values.of("survey", survey).with("decision", "placed"));
            tx.insert(RecommendationKinds.RECOMMENDATION, Values.of("status", "in_negotiation"));
        });
        StartFacts facts = read();
        var tally = facts.surveys().getFirst().tally();
        assertEquals(1, tally.received());
        assertEquals(3, tally.asked());
        assertEquals(2, tally.overdue());
        assertEquals(
                List.of("start.waits.tray 1", "start.waits.negotiation 1"),
                facts.waiting().stream().map(w -> w.key() + " " + w.count()).toList());
        assertEquals("start.due.survey", facts.deadlines().getFirst().key());
        assertEquals(1, facts.recent().size());
        assertEquals("step.add", facts.recent().getFirst().label().key());
    }
}
