package org.rapporteur.core.recommendation.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.SmallSurvey;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Drafts are made once, kept up to date while nobody works on them, and never written over a person's work. */
class RecommendationDrafterTest {
    private static final LocalDate DAY = LocalDate.parse("2017-09-10");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SmallSurvey made;
    private RecommendationDrafter drafter;
    private UUID draft;

    @BeforeEach
    void make() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        made = new SmallSurvey(workspace);
        drafter = new RecommendationDrafter(
                new SurveyAnalysis(new SurveyStoreSqlite(workspace)),
                workspace.changes(),
                workspace.history(),
                new Messages(Language.EN)::text,
                GroupNames.AS_STORED);
        draft = RecommendationDrafter.keyOf(made.survey, made.data);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private DraftOutcome run() {
        return drafter.draft(DraftRequest.usual(made.survey, 2, DAY, Language.EN));
    }

    private void edit(Consumer<Transaction> work) {
        workspace.changes().run(Label.of("test.edit"), work);
    }

    private Row version() {
        List<Row> versions = workspace.list(Query.partsOf(VERSION, draft));
        assertEquals(1, versions.size());
        return versions.getFirst();
    }

    private Set<UUID> answersLinked() {
        return workspace.list(Query.partsOf(EVIDENCE, draft).where("relation", "answer")).stream()
                .map(row -> row.ref("target"))
                .collect(Collectors.toSet());
    }

    @Test
    void oneDraftForEachThemeThatReachesFarEnough() {
        assertEquals(List.of(draft), run().created());
        assertEquals(1, workspace.count(Query.of(RECOMMENDATION)));
        Row row = workspace.find(RECOMMENDATION, draft).orElseThrow();
        assertEquals("Data", row.text("heading", "en"));
        assertEquals("Données", row.text("heading", "fr"));
        assertEquals("draft", row.text("status"));
        assertEquals(made.meeting, row.ref("meeting"));
        assertEquals(made.meeting, row.scope());
        assertEquals("Zero draft", version().text("label"));
        String body = version().text("body", "en");
        assertTrue(body.contains("raised by 4 of 5 respondents, in all 3 regions"), body);
        assertTrue(body.contains("“Data first” (A1)"), body);
        assertFalse(body.contains("A2") || body.contains("above all"), "no more than the respondents allow: " + body);
        for (Language language : Language.all()) {
            assertFalse(version().text("body", language.code()).isBlank());
        }
        assertEquals(
                Set.of(
                        made.answers.get("A1 open"),
                        made.answers.get("A2 open"),
                        made.answers.get("B1 open"),
                        made.answers.get("C1 open")),
                answersLinked());
        assertEquals(
                made.data,
                workspace
                        .list(Query.partsOf(EVIDENCE, draft).where("relation", "theme"))
                        .getFirst()
                        .ref("target"));
    }

    @Test
    void aSecondRunChangesNothing() {
        run();
        DraftOutcome again = run();
        assertEquals(List.of(draft), again.unchanged());
        assertTrue(again.created().isEmpty() && again.updated().isEmpty());
        assertEquals("test.fixture", afterUndo());
    }

    /** What would be undone next once the drafting was: the second run must have left no step of its own. */
    private String afterUndo() {
        workspace.undo().undo();
        return workspace.undo().nextUndo().orElseThrow().key();
    }

    @Test
    void anUntouchedDraftFollowsTheAnswers() {
        run();
        edit(tx -> {
            tx.delete(SurveyKinds.ANSWER, made.answers.get("A1 open"));
            tx.set(SurveyKinds.ANSWER, made.answers.get("B1 open"), "body", "Exchange of data by law.");
        });
        assertEquals(List.of(draft), run().updated());
        assertTrue(version().text("body", "en").contains("raised by 3 of 5"));
        assertFalse(answersLinked().contains(made.answers.get("A1 open")));
        edit(tx -> tx.restore(SurveyKinds.ANSWER, made.answers.get("A1 open")));
        assertEquals(List.of(draft), run().updated());
        assertTrue(answersLinked().contains(made.answers.get("A1 open")));
        assertEquals(List.of(draft), run().unchanged());
    }

    @Test
    void whatAPersonWroteStays() {
        run();
        edit(tx -> tx.set(VERSION, version().id(), "body_en", "States should share data."));
        edit(tx -> tx.delete(SurveyKinds.ANSWER, made.answers.get("A1 open")));
        assertEquals(List.of(draft), run().edited());
        assertEquals("States should share data.", version().text("body", "en"));
    }

    @Test
    void aFurtherVersionOrAStatusIsWorkToo() {
        run();
        edit(tx -> tx.insert(VERSION, Values.of("recommendation", draft).with("label", "Rev. 1")));
        assertEquals(List.of(draft), run().edited());
        workspace.undo().undo();
        assertEquals(List.of(draft), run().unchanged());
        edit(tx -> tx.set(RECOMMENDATION, draft, "status", "in_negotiation"));
        assertEquals(List.of(draft), run().edited());
    }

    @Test
    void aDraftThatAPersonDeletedStaysDeleted() {
        run();
        edit(tx -> tx.delete(RECOMMENDATION, draft));
        assertEquals(List.of(draft), run().deleted());
        assertEquals(0, workspace.count(Query.of(RECOMMENDATION)));
    }

    @Test
    void oneUndoTakesARunBackAndItCanBeRunAgain() {
        run();
        workspace.undo().undo();
        assertEquals(0, workspace.count(Query.of(RECOMMENDATION)));
        assertEquals(0, workspace.count(Query.of(EVIDENCE)));
        assertEquals(List.of(draft), run().created());
        assertEquals(4, answersLinked().size());
        workspace.undo().undo();
        assertEquals(0, workspace.count(Query.of(RECOMMENDATION)));
        workspace.undo().redo();
        assertEquals(4, answersLinked().size());
        assertEquals(List.of(draft), run().unchanged());
    }

    @Test
    void aDraftWhoseThemeNoLongerReachesIsNamed() {
        run();
        DraftOutcome stricter = drafter.draft(DraftRequest.usual(made.survey, 4, DAY, Language.EN));
        assertEquals(List.of(draft), stricter.belowReach());
        assertTrue(workspace.find(RECOMMENDATION, draft).isPresent());
    }

    @Test
    void withoutANumberOfGroupsTheSurveysOwnRuleDecides() {
        SurveyAnalysis analysis = new SurveyAnalysis(new SurveyStoreSqlite(workspace));
        for (String groups : List.of("two", "all")) {
            for (String members : List.of("one", "all")) {
                edit(tx -> {
                    tx.set(org.rapporteur.core.survey.SurveyKinds.SURVEY, made.survey, "convergence_groups", groups);
                    tx.set(org.rapporteur.core.survey.SurveyKinds.SURVEY, made.survey, "convergence_members", members);
                });
                DraftRequest request = DraftRequest.converging(made.survey, DAY, Language.EN);
                DraftOutcome outcome = drafter.draft(request);
                Set<UUID> expected = new java.util.HashSet<>();
                analysis.findings(made.survey, request.by(), request.rule())
                        .convergence()
                        .convergent()
                        .forEach(theme -> expected.add(RecommendationDrafter.keyOf(
                                made.survey, theme.code().id())));
                Set<UUID> drafted = new java.util.HashSet<>(outcome.created());
                drafted.addAll(outcome.updated());
                drafted.addAll(outcome.unchanged());
                assertEquals(expected, drafted, groups + " of " + members);
            }
        }
    }
}
