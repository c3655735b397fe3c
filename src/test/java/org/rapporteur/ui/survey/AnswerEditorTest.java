package org.rapporteur.ui.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.SurveyReports;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The editor of an answer by mouse and keyboard, and the tray where a name and a mark or two files disagree. */
@ExtendWith(ApplicationExtension.class)
class AnswerEditorTest {
    @TempDir
    Path folder;

    private final StackPane root = new StackPane();
    private final Map<String, UUID> ids = new HashMap<>();
    private TestKit kit;
    private SurveyParts parts;
    private UUID survey;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.add", "survey"), this::fill);
        kit.workspace().undoBeginsHere();
        parts = new SurveyParts(
                kit.kit(),
                new Navigator(),
                kit.records(),
                kit.workspace(),
                kit.workspace().changes(),
                kit.workspace().history(),
                new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace())),
                SurveyReports.NONE,
                org.rapporteur.forms.xlsx.ReturnedIntake.Keeper.NONE,
                org.rapporteur.ui.shell.ChainPort.NONE);
        stage.setScene(kit.kit().scenes().main(root, 700, 900));
        stage.show();
    }

    private void fill(Transaction tx) {
        survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Before the meeting"));
        ids.put("count", question(tx, "Q1", "How many?", "integer"));
        ids.put("words", question(tx, "Q2", "What works?", "long_text"));
        ids.put("several", question(tx, "Q3", "Which?", "multiple", "study", "work", "family"));
        for (String name : List.of("ARCP", "RCM")) {
            ids.put(
                    name,
                    tx.insert(
                            SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", name)));
        }
        UUID reply = tx.insert(
                SurveyKinds.RESPONSE,
                Values.of("respondent", ids.get("ARCP"))
                        .with("survey", survey)
                        .with("channel", "file")
                        .with("source_file", "arcp.xlsx")
                        .with("whole", true)
                        .with("language", "en"));
        ids.put("reply", reply);
        ids.put("a-count", answer(tx, "count", "12", "12"));
        ids.put("a-words", answer(tx, "words", null, "Sharing dta"));
        ids.put("a-several", answer(tx, "several", ChoiceReading.NONE_CHOSEN, null));
    }

    private UUID question(Transaction tx, String code, String label, String type, String... choices) {
        UUID id = tx.insert(
                SurveyKinds.QUESTION,
                Values.of("survey", survey)
                        .with("code", code)
                        .with("label_en", label)
                        .with("type", type)
                        .with("position", code));
        for (String choice : choices) {
            tx.insert(
                    SurveyKinds.CHOICE,
                    Values.of("question", id)
                            .with("code", choice)
                            .with("label_en", "To " + choice)
                            .with("label_fr", "Pour " + choice)
                            .with("position", choice));
        }
        return id;
    }

    private UUID answer(Transaction tx, String question, String value, String body) {
        return tx.insert(
                SurveyKinds.ANSWER,
                Values.of("response", ids.get("reply"))
                        .with("survey", survey)
                        .with("question", ids.get(question))
                        .with("respondent", ids.get("ARCP"))
                        .with("value", value)
                        .with("body", body)
                        .with("source_sheet", "Form")
                        .with("source_cell", "D15"));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void open(FxRobot robot, Runnable how) {
        Fx.run(how);
        Fx.await("the editor", () -> kit.panel() != null);
        Fx.run(() -> root.getChildren().setAll(kit.panel()));
        Fx.await("it is filled", () -> Fx.has(robot, "#answer-save"));
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String selector) {
        return (T) root.lookup(selector);
    }

    private Row row(String answer) {
        return kit.workspace().find(SurveyKinds.ANSWER, ids.get(answer)).orElseThrow();
    }

    private List<Row> current(String respondent, String question) {
        return CurrentReply.of(kit.workspace(), ids.get(respondent)).answers(ids.get(question));
    }

    private int figures(String question) {
        return new SurveyStoreSqlite(kit.workspace()).answers(ids.get(question)).size();
    }

    private void write(FxRobot robot, String selector, String text) {
        Fx.clickInto(robot, selector);
        robot.push(javafx.scene.input.KeyCode.SHORTCUT, KeyCode.A);
        robot.write(text);
        Fx.await(
                selector + " holds it",
                () -> this.<TextInputControl>node(selector).getText().equals(text));
    }

    private void press(FxRobot robot, String selector) {
        robot.interact(() -> node(selector).requestFocus());
        robot.type(KeyCode.SPACE);
    }

    @Test
    void aValueIsCorrectedWithAReasonAndBothStay(FxRobot robot) {
        open(robot, () -> AnswerEditor.openAnswer(parts, survey, row("a-count"), () -> {}));
        write(robot, "#answer-value", "15");
        press(robot, "#answer-save");
        Fx.await(
                "a reason is asked for",
                () -> !this.<Labeled>node("#answer-problem").getText().isEmpty());
        assertEquals("12", row("a-count").text("value"));
        write(robot, "#answer-reason", "slip of the pen");
        press(robot, "#answer-save");
        Fx.await("it is corrected", () -> row("a-count").text("value").equals("15"));
        assertEquals("12", row("a-count").text("original_value"));
        assertEquals("slip of the pen", row("a-count").text("reason"));
        Fx.await("what was read stays in sight", () -> Fx.shows(robot, "Read: 12"));
        press(robot, "#answer-asread");
        Fx.await("it is as it was read", () -> row("a-count").text("value").equals("12"));
        kit.workspace().undo().undo();
        assertEquals("15", row("a-count").text("value"));
        kit.workspace().undo().undo();
        assertEquals("12", row("a-count").text("value"));
        assertEquals("", row("a-count").text("reason"));
    }

    @Test
    void wordsAreCorrectedAndWhatIsNoNumberIsRefused(FxRobot robot) {
        open(robot, () -> AnswerEditor.open(parts, survey, ids.get("ARCP"), ids.get("words"), () -> {}));
        write(robot, "#answer-words", "Sharing data");
        write(robot, "#answer-reason", "typing error");
        press(robot, "#answer-save");
        Fx.await("the words", () -> row("a-words").text("body").equals("Sharing data"));
        assertEquals("Sharing dta", row("a-words").text("original_body"));
        Fx.run(() -> {
            ComboBox<org.rapporteur.core.survey.Questionnaire.Question> box = node("#answer-question");
            box.getSelectionModel().select(0);
        });
        Fx.await("the other question", () -> Fx.has(robot, "#answer-value"));
        write(robot, "#answer-value", "many");
        write(robot, "#answer-reason", "they said so");
        press(robot, "#answer-save");
        Fx.await(
                "it says that this is no number",
                () -> !this.<Labeled>node("#answer-problem").getText().isEmpty());
        assertEquals("12", row("a-count").text("value"));
        assertEquals("many", this.<TextInputControl>node("#answer-value").getText());
    }

    @Test
    void whatIsCompleteIsStoredWhenThePanelIsLeftAndWhatIsNotIsOfferedAgain(FxRobot robot) {
        open(robot, () -> AnswerEditor.open(parts, survey, ids.get("ARCP"), ids.get("words"), () -> {}));
        write(robot, "#answer-words", "Sharing data");
        write(robot, "#answer-reason", "typing error");
        robot.interact(() -> root.getChildren().clear());
        Fx.await("it is stored", () -> row("a-words").text("body").equals("Sharing data"));
        open(robot, () -> AnswerEditor.open(parts, survey, ids.get("ARCP"), ids.get("words"), () -> {}));
        write(robot, "#answer-words", "Sharing all data");
        int steps = kit.workspace().history().recent(100).size();
        robot.interact(() -> root.getChildren().clear());
        Fx.await(
                "it is said and offered again",
                () -> kit.notices().stream()
                        .anyMatch(notice -> notice.action() != null
                                && notice.text().getValue().contains("ARCP")));
        assertEquals(steps, kit.workspace().history().recent(100).size(), "without a reason nothing is changed");
        robot.interact(() -> kit.notices().getLast().action().run());
        Fx.run(() -> root.getChildren().setAll(kit.panel()));
        Fx.await(
                "the words are there again",
                () -> Fx.has(robot, "#answer-words")
                        && "Sharing all data"
                                .equals(this.<TextInputControl>node("#answer-words")
                                        .getText()));
    }

    @Test
    void whatIsTypedWhenTheWindowClosesIsStored(FxRobot robot) {
        open(robot, () -> AnswerEditor.open(parts, survey, ids.get("RCM"), ids.get("words"), () -> {}));
        write(robot, "#answer-words", "Told by telephone");
        robot.interact(() -> kit.records().edits().commitTyping());
        Fx.await("it is stored", () -> current("RCM", "words").size() == 1);
        assertEquals("Told by telephone", current("RCM", "words").getFirst().text("body"));
    }

    @Test
    void notUsableNeedsAReasonLeavesAllFiguresAndIsUndone(FxRobot robot) {
        open(robot, () -> AnswerEditor.openAnswer(parts, survey, row("a-count"), () -> {}));
        press(robot, "#answer-notusable");
        Fx.await(
                "a reason is asked for",
                () -> !this.<Labeled>node("#answer-problem").getText().isEmpty());
        assertEquals(1, figures("count"));
        write(robot, "#answer-reason", "about another year");
        press(robot, "#answer-notusable");
        Fx.await("it is out", () -> row("a-count").flag("not_usable"));
        assertEquals(0, figures("count"));
        Fx.await("the way back", () -> Fx.has(robot, "#answer-usable"));
        press(robot, "#answer-usable");
        Fx.await("it counts again", () -> figures("count") == 1);
        kit.workspace().undo().undo();
        assertEquals(0, figures("count"));
        kit.workspace().undo().undo();
        assertEquals(1, figures("count"));
    }

    @Test
    void aReplyByTelephoneIsTypedInQuestionByQuestion(FxRobot robot) {
        open(robot, () -> AnswerEditor.open(parts, survey, ids.get("RCM"), ids.get("count"), () -> {}));
        write(robot, "#answer-value", "7");
        Fx.run(() -> this.<ComboBox<String>>node("#answer-came").setValue("telephone"));
        press(robot, "#answer-save");
        Fx.await("the next question", () -> Fx.has(robot, "#answer-words"));
        assertEquals("7", current("RCM", "count").getFirst().text("value"));
        assertEquals("telephone", current("RCM", "count").getFirst().text("came_by"));
        write(robot, "#answer-words", "Talks");
        press(robot, "#answer-save");
        Fx.await("the ticks", () -> Fx.has(robot, ".check-box"));
        Fx.run(() -> root.lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .limit(2)
                .forEach(box -> box.setSelected(true)));
        press(robot, "#answer-save");
        Fx.await("two choices", () -> current("RCM", "several").size() == 2);
        assertEquals("Talks", current("RCM", "words").getFirst().text("body"));
        Row reply = CurrentReply.of(kit.workspace(), ids.get("RCM")).reply();
        assertEquals("by_hand", reply.text("channel"));
        assertEquals(
                "received",
                kit.workspace()
                        .find(SurveyKinds.RESPONDENT, ids.get("RCM"))
                        .orElseThrow()
                        .text("status"));
        for (int step = 0; step < 3; step++) {
            kit.workspace().undo().undo();
        }
        assertTrue(CurrentReply.of(kit.workspace(), ids.get("RCM")).answers().isEmpty());
    }

    @Test
    void thatNoneIsChosenIsSaidInWordsInEveryLanguage(FxRobot robot) {
        open(robot, () -> AnswerEditor.openAnswer(parts, survey, row("a-several"), () -> {}));
        for (Language language : Language.all()) {
            Fx.run(() -> kit.messages().language(language));
            open(robot, () -> AnswerEditor.openAnswer(parts, survey, row("a-several"), () -> {}));
            String none = kit.kit().i18n().now("survey.answer.nonechosen");
            Fx.await("words in " + language, () -> Fx.shows(robot, none));
            assertFalse(words(root).contains(ChoiceReading.NONE_CHOSEN), language.toString());
        }
        String history = kit.records()
                .texts()
                .of(SurveyKinds.ANSWER, SurveyKinds.ANSWER.field("value"), ChoiceReading.NONE_CHOSEN);
        assertFalse(history.contains(ChoiceReading.NONE_CHOSEN));
    }

    @Test
    void inAnotherLanguageWhatIsTypedStaysAndEverythingIsSaidAnew(FxRobot robot) {
        open(robot, () -> AnswerEditor.openAnswer(parts, survey, row("a-count"), () -> {}));
        write(robot, "#answer-value", "15");
        write(robot, "#answer-reason", "slip");
        Fx.run(() -> kit.messages().language(Language.FR));
        String source = kit.kit().i18n().now("survey.answer.source", "Form", "D15");
        Fx.await("the source in French", () -> words(root).contains(source));
        assertEquals("15", this.<TextInputControl>node("#answer-value").getText());
        assertEquals("slip", this.<TextInputControl>node("#answer-reason").getText());
    }

    private static String words(Node node) {
        StringBuilder all = new StringBuilder();
        if (node instanceof Labeled labeled) {
            all.append(labeled.getText()).append('\n');
        }
        if (node instanceof TextInputControl input) {
            all.append(input.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.append(words(child)));
        }
        return all.toString();
    }

    private UUID item(Values values) {
        return kit.workspace()
                .changes()
                .write(
                        Label.of("step.add", "item"),
                        tx -> tx.insert(
                                SurveyKinds.TRAY_ITEM,
                                values.with("survey", survey).with("decision", "open")));
    }

    private TrayPane tray(FxRobot robot) {
        ReturnedView view = Fx.on(() -> {
            ReturnedView made = new ReturnedView(parts, survey);
            root.getChildren().setAll(made);
            return made;
        });
        Fx.await("the tray", () -> Fx.has(robot, "#tray-leave"));
        return (TrayPane) view.lookup(".tray");
    }

    @Test
    void whereNameAndMarkDisagreeBothAreNamed(FxRobot robot) {
        // The reason is stored as its key and what goes into it.
        item(Values.of("source_file", "reply.xlsx")
                .with("reason", "who")
                .with("body", "reply.xlsx")
                .with("surroundings", "forms.refused.respondentsDisagree\u001FARCP\u001FAnother Process"));
        tray(robot);
        String shown = Fx.on(() -> words(root));
        assertTrue(shown.contains("ARCP") && shown.contains("Another Process") && shown.contains("reply.xlsx"), shown);
    }

    @Test
    void whatANewerFileChangedIsDecidedAtOnceByKey(FxRobot robot) {
        UUID newer = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add", "reply"),
                        tx -> tx.insert(
                                SurveyKinds.RESPONSE,
                                Values.of("respondent", ids.get("ARCP"))
                                        .with("survey", survey)
                                        .with("channel", "file")
                                        .with("source_file", "newer.xlsx")
                                        .with("received_on", "2017-09-09")
                                        .with("whole", true)
                                        .with("language", "en")));
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.add", "link"),
                        tx -> tx.insert(
                                SurveyKinds.REPLY_LINK,
                                Values.of("response", newer).with("earlier", ids.get("reply"))));
        UUID one = item(Values.of("response", newer)
                .with("question", ids.get("count"))
                .with("body", "12")
                .with("answer", ids.get("a-count"))
                .with("reason", "withdrawn"));
        UUID two = item(Values.of("response", newer)
                .with("question", ids.get("several"))
                .with("body", "x")
                .with("answer", ids.get("a-several"))
                .with("reason", "withdrawn"));
        TrayPane tray = tray(robot);
        Fx.await("the whole file is offered", () -> Fx.has(robot, "#tray-keepall"));
        robot.type(KeyCode.PAGE_DOWN);
        assertFalse(Fx.on(() -> words(root)).contains(ChoiceReading.NONE_CHOSEN));
        robot.interact(tray::requestFocus);
        robot.type(KeyCode.B);
        Callable<Boolean> decided = () -> List.of(one, two).stream()
                .allMatch(id -> kit.workspace()
                        .find(SurveyKinds.TRAY_ITEM, id)
                        .orElseThrow()
                        .text("decision")
                        .equals("placed"));
        Fx.await("both are kept", decided);
        assertEquals(1, current("ARCP", "count").size());
        kit.workspace().undo().undo();
        assertEquals(0, current("ARCP", "count").size());
        Fx.await("both wait again", () -> Fx.has(robot, "#tray-takeall"));
        robot.interact(tray::requestFocus);
        robot.type(KeyCode.T);
        Fx.await(
                "nothing waits",
                () -> kit.workspace().list(Query.of(SurveyKinds.TRAY_ITEM)).stream()
                        .allMatch(row -> row.text("decision").equals("set_aside")));
        assertEquals(0, current("ARCP", "count").size());
    }
}
