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
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.problem.Message;
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
                        row -> row.title("en"),
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
                List.of("start.waits.tray 1", "start.waits.overdue 2", "start.waits.negotiation 1"),
                facts.waiting().stream().map(w -> w.key() + " " + w.count()).toList());
        assertEquals("start.due.survey", facts.deadlines().getFirst().key());
        assertEquals(1, facts.recent().size());
        assertEquals("step.add", facts.recent().getFirst().label().key());
    }

    @Test
    void everythingThatWaitsIsToldAndOpensItsPlace() {
        workspace.changes().run(Label.of("step.add"), tx -> {
            UUID meeting = tx.insert(
                    MeetingKinds.MEETING,
                    Values.of("name_en", "GRCP")
                            .with("starts_on", "2017-10-10")
                            .with("status", "confirmed")
                            .with("nomination_deadline", "2017-08-15"));
            for (String status : List.of("invited", "no_answer", "confirmed", "declined", "to_invite")) {
                UUID party = tx.insert(PartyKinds.PARTY, Values.of("name_en", status));
                tx.insert(
                        ParticipantKinds.DELEGATION,
                        Values.of("meeting", meeting).with("party", party).with("status", status));
            }
            // Outside the days of the meeting: a warning.
            tx.insert(
                    MeetingKinds.SESSION,
                    Values.of("meeting", meeting)
                            .with("title_en", "Panel")
                            .with("type", "panel")
                            .with("day", "2017-12-24")
                            .with("starts_at", "09:00")
                            .with("minutes", 60));
            UUID late = tx.insert(
                    RecommendationKinds.RECOMMENDATION,
                    Values.of("status", "adopted").with("due_on", "2010-01-01"));
            UUID achieved = tx.insert(
                    RecommendationKinds.RECOMMENDATION,
                    Values.of("status", "adopted").with("due_on", "2010-01-01"));
            tx.insert(
                    RecommendationKinds.PROGRESS_REPORT,
                    Values.of("recommendation", achieved)
                            .with("status", "achieved")
                            .with("reported_on", "2011-01-01"));
            tx.insert(
                    RecommendationKinds.PROGRESS_REPORT,
                    Values.of("recommendation", late).with("due_on", "2017-08-01"));
            UUID document = tx.insert(DocumentKinds.DOCUMENT, Values.of("title_en", "Paper"));
            tx.insert(
                    DocumentKinds.LANGUAGE_VERSION,
                    Values.of("document", document)
                            .with("language", "fr")
                            .with("status", "awaited")
                            .with("due_on", "2017-08-01"));
        });
        StartFacts facts = read();
        List<String> waits = facts.waiting().stream()
                .map(w -> w.key() + " " + (w.key().endsWith("warnings") ? "" : w.count()) + " " + w.name())
                .toList();
        assertEquals(
                List.of(
                        "start.waits.nominations 2 GRCP",
                        "start.waits.warnings  GRCP",
                        "start.waits.followup 1 ",
                        "start.waits.reports 1 ",
                        "start.waits.versions 1 "),
                waits);
        assertEquals("participants", facts.waiting().getFirst().place().id(1));
        assertEquals("agenda", facts.waiting().get(1).place().id(1));
        // One alone opens itself.
        assertTrue(facts.waiting().get(2).place().id(0) != null);
        // What was late for years waits; it does not push what is due soon out of the deadlines.
        assertTrue(facts.deadlines().stream().noneMatch(due -> due.day().getYear() == 2010));
        for (org.rapporteur.core.text.Language language : org.rapporteur.core.text.Language.all()) {
            org.rapporteur.i18n.Messages messages = new org.rapporteur.i18n.Messages(language);
            facts.waiting().forEach(w -> {
                String text = messages.text(language, w.key(), w.count(), w.name());
                assertTrue(text.contains(w.name()) && !text.contains("start."), text);
            });
        }
    }

    @Test
    void aBurstOfKeysIsOneLineForItsRecordAndDay() {
        UUID meeting = meeting("first", "2017-10-10", "planned");
        for (String name : List.of("G", "GR", "GRCP")) {
            workspace
                    .changes()
                    .run(Label.of("step.edit", name), tx -> tx.set(MeetingKinds.MEETING, meeting, "name_en", name));
        }
        UUID other = meeting("second", "2017-11-11", "planned");
        List<StartFacts.Step> recent = read().recent();
        assertEquals(List.of(other, meeting).size(), recent.size());
        StartFacts.Step line = recent.stream()
                .filter(step -> step.record().equals(meeting))
                .findFirst()
                .orElseThrow();
        assertEquals(4, line.steps());
        assertEquals(List.of("GRCP"), line.label().arguments());
    }

    @Test
    void aStepThatWasTakenBackIsToldAsThat() {
        UUID meeting = meeting("GRCP 7", "2017-10-10", "planned");
        workspace.undo().undo();
        StartFacts.Step last = read().recent().getFirst();
        assertEquals(
                Message.of("step.undone", Message.of("step.add", "GRCP 7")),
                last.label().message());
        assertEquals("GRCP 7", last.name());
        workspace.undo().redo();
        last = read().recent().getFirst();
        assertEquals(
                Message.of("step.redone", Message.of("step.add", "GRCP 7")),
                last.label().message());
        workspace
                .changes()
                .run(
                        Label.of("step.edit", "Name", "GRCP 7"),
                        tx -> tx.set(MeetingKinds.MEETING, meeting, "name_en", "GRCP 8"));
        assertEquals("GRCP 8", read().recent().getFirst().name());
    }
}
