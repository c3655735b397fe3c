package org.rapporteur.core.meeting.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class MeetingCopyTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID old;
    private UUID person;
    private UUID part;

    @BeforeEach
    void fill() {
        workspace = TestWorkspaces.create(folder.resolve("workspace"));
        workspace.changes().run(Label.of("step.sample"), tx -> {
            person = tx.insert(ParticipantKinds.PERSON, Values.of("family_name", "Haddad"));
            old = tx.insert(
                    MeetingKinds.MEETING,
                    Values.of("name_en", "Seventh meeting")
                            .with("status", "held")
                            .with("starts_on", "2026-10-05")
                            .with("ends_on", "2026-10-06")
                            .with("nomination_deadline", "2026-09-01")
                            .with("source", "minutes"));
            UUID room = tx.insert(MeetingKinds.ROOM, Values.of("meeting", old).with("name", "Hall"));
            UUID session = tx.insert(
                    MeetingKinds.SESSION,
                    Values.of("meeting", old)
                            .with("title_en", "Opening")
                            .with("day", "2026-10-06")
                            .with("starts_at", "09:00")
                            .with("minutes", 30)
                            .with("room", room));
            tx.insert(
                    MeetingKinds.SPEAKER,
                    Values.of("session", session)
                            .with("role", "moderator")
                            .with("person", person)
                            .with("designation", "Chair"));
            // The part comes before its whole.
            part = tx.insert(
                    MeetingKinds.AGENDA_ITEM,
                    Values.of("meeting", old).with("title_en", "Part").with("position", "a"));
            UUID whole = tx.insert(
                    MeetingKinds.AGENDA_ITEM,
                    Values.of("meeting", old)
                            .with("title_en", "Whole")
                            .with("session", session)
                            .with("position", "b"));
            tx.set(MeetingKinds.AGENDA_ITEM, part, "parent_item", whole);
            UUID delegation = tx.insert(
                    ParticipantKinds.DELEGATION,
                    Values.of("meeting", old)
                            .with("name_stated", "ARCP")
                            .with("status", "confirmed")
                            .with("nominated_on", "2026-08-01"));
            tx.insert(
                    ParticipantKinds.DELEGATE,
                    Values.of("delegation", delegation).with("person", person));
            UUID survey = tx.insert(
                    SurveyKinds.SURVEY,
                    Values.of("meeting", old)
                            .with("title_en", "Survey")
                            .with("status", "closed")
                            .with("due_on", "2026-09-15"));
            UUID question = tx.insert(
                    SurveyKinds.QUESTION,
                    Values.of("survey", survey).with("code", "Q1").with("agenda_item", whole));
            tx.insert(SurveyKinds.CHOICE, Values.of("question", question).with("code", "yes"));
            tx.insert(SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "ARCP"));
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private UUID copy(LocalDate first, MeetingCopy.Parts parts) {
        return new MeetingCopy(workspace.changes())
                .make(Label.of("step.add", "Eighth"), old, first, Language.EN, "Eighth meeting", parts);
    }

    private Row only(Kind kind, UUID parent) {
        List<Row> rows = workspace.list(Query.partsOf(kind, parent));
        assertEquals(1, rows.size(), kind.toString());
        return rows.getFirst();
    }

    @Test
    void everythingOfTheNewMeetingPointsIntoTheNewMeeting() {
        UUID made = copy(LocalDate.of(2027, 10, 4), new MeetingCopy.Parts(true, true, true));
        Row meeting = workspace.find(MeetingKinds.MEETING, made).orElseThrow();
        assertEquals("Eighth meeting", meeting.text("name_en"));
        assertEquals("planned", meeting.text("status"));
        assertEquals("2027-10-04", meeting.text("starts_on"));
        assertEquals("2027-10-05", meeting.text("ends_on"));
        assertEquals("2027-08-31", meeting.text("nomination_deadline"));
        assertEquals("", meeting.text("source"));
        Programme programme = Programme.read(workspace, made).orElseThrow();
        var session = programme.sessions().getFirst();
        assertEquals("2027-10-05", session.slot().day().toString());
        assertEquals(programme.rooms().getFirst().id(), session.slot().room());
        assertEquals(session.id(), programme.itemsOf(session.id()).getFirst().session());
        assertEquals(2, programme.outline().items().size());
        assertEquals(1, programme.outline().lines().get(1).depth(), "the part is part of the new whole");
        assertNotEquals(part, programme.outline().items().get(1).id());
        Row speaker = only(MeetingKinds.SPEAKER, session.id());
        assertNull(speaker.ref("person"), "who chairs next time is not known");
        assertEquals("Chair", speaker.text("designation"));
        Row delegation = only(ParticipantKinds.DELEGATION, made);
        assertEquals("to_invite", delegation.text("status"));
        assertEquals("", delegation.text("nominated_on"));
        assertEquals(0, workspace.count(Query.partsOf(ParticipantKinds.DELEGATE, delegation.id())));
        Row survey = only(SurveyKinds.SURVEY, made);
        assertEquals("draft", survey.text("status"));
        assertEquals("2027-09-14", survey.text("due_on"));
        Row question = only(SurveyKinds.QUESTION, survey.id());
        assertTrue(programme.item(question.ref("agenda_item")).isPresent());
        assertEquals("yes", only(SurveyKinds.CHOICE, question.id()).text("code"));
        assertEquals(0, workspace.count(Query.partsOf(SurveyKinds.RESPONDENT, survey.id())));
        assertEquals(made, question.scope(), "it travels with the new meeting");
    }

    @Test
    void whatIsNotWantedIsLeftOutAndNothingPointsBack() {
        UUID made = copy(null, new MeetingCopy.Parts(false, false, true));
        Row meeting = workspace.find(MeetingKinds.MEETING, made).orElseThrow();
        assertEquals("", meeting.text("starts_on") + meeting.text("ends_on"));
        assertEquals(1, workspace.count(Query.partsOf(MeetingKinds.ROOM, made)));
        assertEquals(0, workspace.count(Query.partsOf(MeetingKinds.SESSION, made)));
        assertEquals(0, workspace.count(Query.partsOf(ParticipantKinds.DELEGATION, made)));
        Row survey = only(SurveyKinds.SURVEY, made);
        assertNull(only(SurveyKinds.QUESTION, survey.id()).ref("agenda_item"));
    }

    @Test
    void oneUndoTakesTheWholeCloneBack() {
        UUID made = copy(LocalDate.of(2027, 10, 4), new MeetingCopy.Parts(true, true, true));
        workspace.undo().undo();
        assertTrue(workspace.find(MeetingKinds.MEETING, made).map(Row::deleted).orElse(true));
        assertEquals(0, workspace.count(Query.partsOf(MeetingKinds.SESSION, made)));
        assertEquals(1, workspace.count(Query.of(MeetingKinds.MEETING)));
    }
}
