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
}
