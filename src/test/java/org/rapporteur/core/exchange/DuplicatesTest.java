package org.rapporteur.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
import org.rapporteur.core.exchange.Duplicates.Pair;
import org.rapporteur.core.exchange.Duplicates.Reason;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.launch.sample.ReferenceLists;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class DuplicatesTest {
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

    private UUID add(Kind kind, Values values) {
        return workspace.changes().write(Label.of("step.sample"), tx -> tx.insert(kind, values));
    }

    private List<Pair> find() {
        return Duplicates.find(workspace, () -> false);
    }

    private static Values state(String name) {
        return Values.of("category", "state").with("name_en", name);
    }

    @Test
    void thePublishedListsHoldNothingTwice() {
        ReferenceLists.add(workspace.changes());
        assertEquals(
                List.of(),
                find().stream()
                        .map(p -> p.kind() + " " + p.first().title("en") + " / "
                                + p.second().title("en"))
                        .toList());
    }

    @Test
    void aPartyIsFoundByCodeAndByNameAcrossScripts() {
        UUID byCode = add(PartyKinds.PARTY, state("Cote d'Ivoire").with("iso3", "CIV"));
        UUID sameCode = add(PartyKinds.PARTY, state("Ivory Coast").with("iso3", "civ"));
        UUID latin = add(PartyKinds.PARTY, state("Khartoum Process Secretariat"));
        UUID again =
                add(PartyKinds.PARTY, Values.of("category", "other").with("name_fr", "Khartoum Proces Secretariat"));
        add(PartyKinds.PARTY, state("Niger").with("iso3", "NER"));
        add(PartyKinds.PARTY, state("Nigeria").with("iso3", "NGA"));
        List<Pair> pairs = find();
        assertEquals(2, pairs.size());
        assertEquals(Reason.SAME_CODE, pairs.get(0).reason());
        assertEquals(List.of(PartyKinds.PARTY.field("iso3")), pairs.get(0).fields());
        assertEquals(
                List.of(byCode, sameCode),
                List.of(pairs.get(0).first().id(), pairs.get(0).second().id()));
        assertEquals(Reason.SIMILAR_NAME, pairs.get(1).reason());
        assertEquals(
                List.of(latin, again),
                List.of(pairs.get(1).first().id(), pairs.get(1).second().id()));
    }

    @Test
    void whatTwoOfficersAddApartIsFound() {
        UUID morocco = add(PartyKinds.PARTY, state("Morocco"));
        UUID first = add(
                MeetingKinds.MEETING,
                Values.of("name_en", "Seventh consultation").with("starts_on", "2017-10-10"));
        add(MeetingKinds.MEETING, Values.of("name_fr", "seventh  Consultation").with("starts_on", "2017-10-10"));
        add(MeetingKinds.MEETING, Values.of("name_en", "Seventh consultation").with("starts_on", "2018-10-10"));
        add(ParticipantKinds.DELEGATION, Values.of("meeting", first).with("party", morocco));
        add(
                ParticipantKinds.DELEGATION,
                Values.of("meeting", first).with("party", morocco).with("status", "invited"));
        add(ParticipantKinds.DELEGATION, Values.of("meeting", first));
        add(ParticipantKinds.DELEGATION, Values.of("meeting", first));
        UUID survey = add(SurveyKinds.SURVEY, Values.of("meeting", first).with("title_en", "Questionnaire"));
        add(
                SurveyKinds.RESPONDENT,
                Values.of("survey", survey).with("party", morocco).with("name", "Maroc"));
        add(
                SurveyKinds.RESPONDENT,
                Values.of("survey", survey).with("party", morocco).with("name", "Morocco"));
        add(SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "MOROCCO"));
        assertEquals(
                List.of("delegation", "meeting", "respondent", "respondent"),
                find().stream().map(p -> p.kind().name()).sorted().toList());
    }

    @Test
    void mergingFillsMovesAndIsOneStepOfUndo() {
        UUID kept = add(PartyKinds.PARTY, state("Morocco").with("notes", "Seat 12"));
        UUID other = add(PartyKinds.PARTY, state("Maroc").with("iso3", "MAR").with("notes", "Writes in French"));
        UUID meeting = add(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7"));
        UUID shown =
                add(ParticipantKinds.DELEGATION, Values.of("meeting", meeting).with("party", other));
        UUID hidden =
                add(ParticipantKinds.DELEGATION, Values.of("meeting", meeting).with("party", other));
        UUID fact = add(PartyKinds.STATED_FACT, Values.of("about", other).with("statement", "Members"));
        workspace.changes().run(Label.of("step.sample"), tx -> {
            tx.delete(ParticipantKinds.DELEGATION, hidden);
            tx.set(PartyKinds.PARTY, kept, "succeeded_by", other);
        });
        int moved = workspace
                .changes()
                .write(
                        Label.of("step.merge"),
                        tx -> RecordMerge.merge(tx, Model.kinds(), PartyKinds.PARTY, kept, other));
        assertEquals(4, moved);
        Row row = workspace.find(PartyKinds.PARTY, kept).orElseThrow();
        assertEquals("Morocco", row.text("name_en"));
        assertEquals("MAR", row.text("iso3"));
        assertEquals("Seat 12\nWrites in French", row.text("notes"));
        assertNull(row.ref("succeeded_by"));
        assertTrue(workspace.find(PartyKinds.PARTY, other).orElseThrow().deleted());
        assertEquals(
                kept,
                workspace.find(ParticipantKinds.DELEGATION, shown).orElseThrow().ref("party"));
        Row stillHidden = workspace.find(ParticipantKinds.DELEGATION, hidden).orElseThrow();
        assertEquals(kept, stillHidden.ref("party"));
        assertTrue(stillHidden.deleted());
        assertEquals(
                kept, workspace.find(PartyKinds.STATED_FACT, fact).orElseThrow().ref("about"));
        assertEquals(0, workspace.count(Query.of(PartyKinds.PARTY).where("id", other)));
        workspace.undo().undo();
        assertEquals(
                other,
                workspace
                        .find(ParticipantKinds.DELEGATION, hidden)
                        .orElseThrow()
                        .ref("party"));
        assertTrue(workspace
                .find(ParticipantKinds.DELEGATION, hidden)
                .orElseThrow()
                .deleted());
        assertFalse(workspace.find(PartyKinds.PARTY, other).orElseThrow().deleted());
        assertEquals(
                "Seat 12", workspace.find(PartyKinds.PARTY, kept).orElseThrow().text("notes"));
    }
}
