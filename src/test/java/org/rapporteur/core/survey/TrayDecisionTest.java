package org.rapporteur.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class TrayDecisionTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID survey;
    private UUID response;
    private UUID respondent;
    private UUID item;

    @BeforeEach
    void fill() {
        workspace = TestWorkspaces.create(folder.resolve("workspace"));
        workspace.changes().run(Label.of("step.add", "survey"), tx -> {
            survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Survey"));
            respondent = tx.insert(
                    SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "ARCP"));
            response = tx.insert(
                    SurveyKinds.RESPONSE,
                    Values.of("respondent", respondent)
                            .with("survey", survey)
                            .with("channel", "file")
                            .with("language", "en"));
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private UUID question(String type, String... choices) {
        return workspace.changes().write(Label.of("step.add", "question"), tx -> {
            UUID question = tx.insert(
                    SurveyKinds.QUESTION,
                    Values.of("survey", survey)
                            .with("code", "Q1")
                            .with("label_en", "How?")
                            .with("type", type));
            for (String choice : choices) {
                tx.insert(
                        SurveyKinds.CHOICE,
                        Values.of("question", question).with("code", choice).with("label_en", "The " + choice));
            }
            return question;
        });
    }

    private void answer(UUID question, String value, String body, String doubt) {
        workspace
                .changes()
                .run(
                        Label.of("step.add", "answer"),
                        tx -> tx.insert(
                                SurveyKinds.ANSWER,
                                Values.of("response", response)
                                        .with("survey", survey)
                                        .with("question", question)
                                        .with("respondent", respondent)
                                        .with("permission", "quote")
                                        .with("value", value)
                                        .with("body", body)
                                        .with("doubt", doubt)));
    }

    private boolean place(UUID question, String words) {
        return workspace.changes().write(Label.of("step.edit"), tx -> {
            item = tx.insert(
                    SurveyKinds.TRAY_ITEM,
                    Values.of("response", response)
                            .with("survey", survey)
                            .with("body", words)
                            .with("source_sheet", "Questionnaire")
                            .with("source_cell", "E12")
                            .with("decision", "open"));
            return TrayDecision.place(tx, item, question);
        });
    }

    private List<Row> answers(UUID question) {
        return workspace.list(Query.of(SurveyKinds.ANSWER).where("question", question));
    }

    /** What stands in the question is a piece of a cell, and a note may ask not to be quoted: neither is an answer by itself. */
    @Test
    void ofWordsInTheQuestionAndOfNotesNothingIsProposed() {
        UUID question = question("long_text");
        for (boolean answered : new boolean[] {false, true}) {
            if (answered) {
                answer(question, null, "A good practice.", null);
            }
            for (TrayReason reason : List.of(TrayReason.IN_LABEL, TrayReason.NOTE)) {
                item = workspace
                        .changes()
                        .write(
                                Label.of("step.add"),
                                tx -> tx.insert(
                                        SurveyKinds.TRAY_ITEM,
                                        Values.of("response", response)
                                                .with("survey", survey)
                                                .with("question", question)
                                                .with("body", "Please do not quote this one")
                                                .with("reason", reason.code())
                                                .with("decision", "open")));
                assertEquals(TrayProposal.Step.NONE, proposed(), reason + ", answered: " + answered);
            }
        }
    }

    @Test
    void wordsBecomeAnAnswerThatKnowsItsCell() {
        UUID question = question("long_text");
        assertTrue(place(question, "By regular review."));
        Row answer = answers(question).getFirst();
        assertEquals("By regular review.", answer.text("body"));
        assertEquals("E12", answer.text("source_cell"));
        assertEquals(respondent, answer.ref("respondent"));
        assertEquals(
                "placed",
                workspace.find(SurveyKinds.TRAY_ITEM, item).orElseThrow().text("decision"));
    }

    @Test
    void aRemarkIsAddedToAnAnswerWithoutChangingItsValue() {
        UUID question = question("single", "treaty", "dialogue");
        answer(question, "treaty", "The treaty", null);
        assertTrue(place(question, "The dialogue"));
        List<Row> answers = answers(question);
        assertEquals(1, answers.size());
        assertEquals("treaty", answers.getFirst().text("value"));
        assertEquals("The treaty\nThe dialogue", answers.getFirst().text("body"));
    }

    @Test
    void wordsThatNameAChoiceSettleAnAnswerThatWasNotUnderstood() {
        UUID question = question("single", "treaty", "dialogue");
        answer(question, "", "see beside", "unknown_choice");
        assertTrue(place(question, "The dialogue"));
        Row answer = answers(question).getFirst();
        assertEquals("dialogue", answer.text("value"));
        assertEquals("", answer.text("doubt"));
        assertEquals("see beside\nThe dialogue", answer.text("body"));
    }

    @Test
    void aFurtherChoiceIsAddedOnceAndNoPermissionIsCopied() {
        UUID question = question("multiple", "data", "return");
        answer(question, "data", "The data", null);
        assertTrue(place(question, "The return"));
        assertTrue(place(question, "The data"));
        List<Row> answers = answers(question);
        assertEquals(
                List.of("data", "return"),
                answers.stream().map(row -> row.text("value")).sorted().toList());
        assertEquals(
                1,
                answers.stream().filter(row -> row.text("permission").isEmpty()).count());
    }

    @Test
    void aCellIsDecidedOnceAndUndoOpensItAgain() {
        UUID question = question("long_text");
        assertTrue(place(question, "Words"));
        boolean aside = workspace.changes().write(Label.of("step.edit"), tx -> TrayDecision.setAside(tx, item));
        boolean again = workspace.changes().write(Label.of("step.edit"), tx -> TrayDecision.place(tx, item, question));
        assertFalse(aside || again);
        assertEquals(1, answers(question).size());
        workspace.undo().undo();
        assertEquals(0, answers(question).size());
    }

    private UUID choice(UUID question, String code) {
        return workspace.list(Query.of(SurveyKinds.CHOICE).where("question", question)).stream()
                .filter(row -> row.text("code").equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void beside(UUID question, String choice, String words, TrayReason reason) {
        item = workspace
                .changes()
                .write(
                        Label.of("step.edit"),
                        tx -> tx.insert(
                                SurveyKinds.TRAY_ITEM,
                                Values.of("response", response)
                                        .with("survey", survey)
                                        .with("question", question)
                                        .with("choice", choice == null ? null : choice(question, choice))
                                        .with("body", words)
                                        .with("reason", reason.code())
                                        .with("source_sheet", "Questionnaire")
                                        .with("source_cell", "D14")
                                        .with("decision", "open")));
    }

    private TrayProposal.Step proposed() {
        return TrayProposal.of(
                        workspace, workspace.find(SurveyKinds.TRAY_ITEM, item).orElseThrow())
                .step();
    }

    private boolean accept() {
        return workspace.changes().write(Label.of("step.edit"), tx -> TrayDecision.accept(tx, item));
    }

    @Test
    void aRankBesideAChoiceNeverBecomesAnotherChoice() {
        // The codes are figures, as in many surveys: the rank is none of them.
        UUID question = question("multiple", "1", "2", "3");
        answer(question, "1", "The 1", null);
        beside(question, "3", "2", TrayReason.NOT_A_TICK);
        assertEquals(TrayProposal.Step.NONE, proposed());
        assertFalse(accept());
        assertTrue(did(tx -> TrayDecision.place(tx, item, question)));
        assertEquals(
                List.of("", "1"),
                answers(question).stream()
                        .map(row -> row.text("value"))
                        .sorted()
                        .toList());
        Row kept = answers(question).stream()
                .filter(row -> row.text("value").isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals("The 3: 2", kept.text("body"));
        assertEquals("unknown_choice", kept.text("doubt"));
    }

    @Test
    void wordsBesideAChoiceStayWithIt() {
        UUID question = question("multiple", "study", "other");
        answer(question, "study", "The study", null);
        beside(question, "other", "sport events", TrayReason.COMMENT);
        assertEquals(TrayProposal.Step.NONE, proposed());
        UUID other = choice(question, "other");
        assertTrue(did(tx -> TrayDecision.choose(tx, item, other)));
        assertEquals(
                List.of("The other\nsport events", "The study"),
                answers(question).stream().map(row -> row.text("body")).sorted().toList());
        beside(question, "other", "and music", TrayReason.BESIDE);
        assertTrue(did(tx -> TrayDecision.place(tx, item, question)));
        assertEquals(
                List.of("The other\nsport events\nand music", "The study"),
                answers(question).stream().map(row -> row.text("body")).sorted().toList());
    }

    @Test
    void onlyWhatFollowsFromThePlaceIsProposed() {
        UUID several = question("multiple", "study", "other");
        beside(several, "study", "☒", TrayReason.BESIDE);
        assertEquals(TrayProposal.Step.CHOOSE, proposed());
        assertTrue(accept());
        assertEquals("study", answers(several).getFirst().text("value"));
        beside(several, null, "The other and more", TrayReason.NOT_A_LIST);
        assertEquals(TrayProposal.Step.NONE, proposed());

        UUID single = question("single", "1", "2");
        beside(single, null, "2", TrayReason.COMMENT_WITHOUT_ANSWER);
        assertEquals(TrayProposal.Step.NONE, proposed());
        beside(single, null, "The 2", TrayReason.COMMENT_WITHOUT_ANSWER);
        assertEquals(TrayProposal.Step.ANSWER, proposed());
        assertTrue(accept());
        beside(single, null, "The 1", TrayReason.BESIDE);
        assertEquals(TrayProposal.Step.NONE, proposed());
        beside(single, null, "under revision", TrayReason.COMMENT);
        assertEquals(TrayProposal.Step.ADD, proposed());
        assertTrue(accept());
        Row answer = answers(single).getFirst();
        assertEquals("2", answer.text("value"));
        assertEquals("The 2\nunder revision", answer.text("body"));

        UUID open = question("long_text");
        beside(open, null, "#FFFF00", TrayReason.COLOUR);
        assertEquals(TrayProposal.Step.NONE, proposed());
        beside(open, null, "More words", TrayReason.BELOW);
        assertEquals(TrayProposal.Step.ANSWER, proposed());
    }

    private boolean did(java.util.function.Function<org.rapporteur.core.change.Transaction, Boolean> step) {
        boolean done = workspace.changes().write(Label.of("step.edit"), step::apply);
        return done;
    }
}
