package org.rapporteur.launch.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** The sample says what its sources say, no more, and every reference in it leads somewhere. */
class SampleBuilderTest {
    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void build() {
        workspace = TestWorkspaces.create(folder.resolve("sample"));
        SampleBuilder.build(workspace.changes());
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @Test
    void referenceListsAreThere() {
        assertEquals(249, count(PartyKinds.PARTY, "iso3", null, true));
        assertEquals(28, workspace.count(Query.of(PartyKinds.PARTY).where("category", "iscm")));
        assertEquals(23, workspace.count(Query.of(PartyKinds.REFERENCE_ITEM).where("list", "gcm_objective")));
        assertEquals(10, workspace.count(Query.of(PartyKinds.REFERENCE_ITEM).where("list", "gcm_principle")));
        assertEquals(10, workspace.count(Query.of(PartyKinds.REFERENCE_ITEM).where("list", "sdg_target")));
        Row namibia =
                workspace.find(PartyKinds.PARTY, ReferenceLists.country("NA")).orElseThrow();
        assertEquals("NA", namibia.text("code"));
        assertEquals("纳米比亚", namibia.text("name", "zh"));
        Row gambia =
                workspace.find(PartyKinds.PARTY, ReferenceLists.country("GM")).orElseThrow();
        assertEquals("Gambia", gambia.text("name", "en"));
        assertTrue(gambia.text("formal_name", "en").startsWith("the Republic"));
    }

    @Test
    void membersAreLinkedToStatesAndKeepTheirSource() {
        List<Row> all = workspace.list(Query.of(PartyKinds.MEMBERSHIP));
        List<String> unknown = all.stream()
                .filter(row -> row.ref("party") == null)
                .map(row -> row.text("name_stated"))
                .toList();
        assertEquals(List.of(), unknown, "names of members that no State or area was found for");
        assertTrue(all.stream().noneMatch(row -> row.text("source").isEmpty()));
        List<Row> arcp = workspace.list(Query.partsOf(PartyKinds.MEMBERSHIP, ReferenceLists.iscm("ARCP")));
        assertEquals(22, arcp.size());
        assertEquals(
                4,
                workspace.count(Query.partsOf(PartyKinds.MEMBERSHIP, ReferenceLists.iscm("ALMATY"))
                        .where("role", "observer")));
        // A page address in the members column is a remark, not a member.
        assertEquals(0, workspace.count(Query.partsOf(PartyKinds.MEMBERSHIP, ReferenceLists.iscm("BUDAPEST"))));
    }

    @Test
    void theMeetingIsAsStated() {
        Row meeting = workspace
                .find(MeetingKinds.MEETING, SampleKeys.meeting("grcp-7"))
                .orElseThrow();
        assertEquals("2017-10-10", meeting.text("starts_on"));
        assertEquals("2017-10-11", meeting.text("ends_on"));
        assertEquals("Geneva, Switzerland", meeting.text("place", "en"));
        assertFalse(meeting.text("theme", "ar").isEmpty());
        List<String> stated = workspace.list(Query.partsOf(PartyKinds.STATED_FACT, meeting.id())).stream()
                .map(row -> row.text("stated_value"))
                .toList();
        assertTrue(stated.contains("19 ISCMs (IOM press note)"));
        assertTrue(stated.contains("22 ISCMs, & their regional partners: including ARCP"));
        assertEquals(2, workspace.count(Query.partsOf(MeetingKinds.SESSION, SampleKeys.meeting("idm-2017"))));
    }

    @Test
    void delegationsAreNinetyTwoDelegatesOfThirtyTwoEntities() {
        List<Row> delegations =
                workspace.list(Query.partsOf(ParticipantKinds.DELEGATION, SampleKeys.meeting("grcp-7")));
        List<Row> entities = delegations.stream()
                .filter(row -> !row.text("capacity").equals("non_state_actor"))
                .toList();
        assertEquals(32, entities.size());
        long delegates = entities.stream()
                .mapToLong(row -> workspace.count(Query.partsOf(ParticipantKinds.DELEGATE, row.id())))
                .sum();
        assertEquals(92, delegates);
        assertTrue(delegations.stream().allMatch(row -> row.flag("illustrative")));
        assertEquals(0, workspace.count(Query.of(ParticipantKinds.PERSON).where("illustrative", null)));
    }

    @Test
    void threeRecommendationsAreMarkedNotInTheSource() {
        List<Row> all = workspace.list(Query.partsOf(RecommendationKinds.RECOMMENDATION, SampleKeys.meeting("grcp-7")));
        assertEquals(10, all.size());
        List<Row> absent = all.stream()
                .filter(row -> row.text("status").equals("not_in_source"))
                .toList();
        assertEquals(3, absent.size());
        for (Row row : all) {
            long wordings = workspace.count(Query.partsOf(RecommendationKinds.VERSION, row.id()));
            assertEquals(absent.contains(row) ? 0 : 1, wordings, "no text is made up");
        }
        List<UUID> indirect =
                workspace.list(Query.of(RecommendationKinds.EVIDENCE).where("relation", "indirect")).stream()
                        .map(row -> row.ref("target"))
                        .toList();
        assertEquals(4, indirect.size());
        assertTrue(indirect.containsAll(List.of(
                ReferenceLists.objective(6),
                ReferenceLists.objective(14),
                ReferenceLists.objective(18),
                ReferenceLists.objective(19))));
    }

    @Test
    void theSurveyAskedThirtyTwoAndHasNoAnswersYet() {
        assertEquals(32, workspace.count(Query.partsOf(SurveyKinds.RESPONDENT, SampleKeys.survey())));
        assertEquals(14, workspace.count(Query.partsOf(SurveyKinds.QUESTION, SampleKeys.survey())));
        assertEquals(5, workspace.count(Query.partsOf(SurveyKinds.CHOICE, SampleKeys.question("Q8"))));
        assertEquals(0, workspace.count(Query.of(SurveyKinds.ANSWER)));
        assertEquals(15, workspace.count(Query.of(SurveyKinds.CODE)));
    }

    @Test
    void theRoadmapHasItsRoundsOfNegotiation() {
        assertEquals(6, workspace.count(Query.of(MeetingKinds.MILESTONE).where("type", "negotiation_round")));
        Row consultations = workspace
                .find(MeetingKinds.PHASE, SampleKeys.of("phase", "consultations"))
                .orElseThrow();
        assertEquals("2017-04", consultations.text("starts_on"));
        Row national = workspace
                .find(MeetingKinds.MILESTONE, SampleKeys.of("milestone", "tally-national"))
                .orElseThrow();
        assertEquals(52, national.number("number_held").orElse(0));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryChoiceIsOne() {
        for (Kind kind : Model.kinds()) {
            for (Row row : workspace.list(Query.of(kind))) {
                for (Field field : kind.fields()) {
                    if (field.type() == FieldType.REF && row.ref(field.name()) != null) {
                        assertTrue(found(field, row.ref(field.name())), kind + "." + field.name() + " of " + row.id());
                    }
                    if (field.type() == FieldType.CHOICE
                            && !row.text(field.name()).isEmpty()) {
                        assertTrue(
                                field.values().contains(row.text(field.name())),
                                kind + "." + field.name() + " = " + row.text(field.name()));
                    }
                }
            }
        }
    }

    private boolean found(Field field, UUID id) {
        List<Kind> kinds = field.target().isEmpty() ? Model.kinds() : List.of(Model.kind(field.target()));
        return kinds.stream().anyMatch(kind -> workspace.find(kind, id).isPresent());
    }

    private static long count(Kind kind, String column, Object value, boolean except) {
        long with = workspace.count(Query.of(kind).where(column, value));
        return except ? workspace.count(Query.of(kind)) - with : with;
    }
}
