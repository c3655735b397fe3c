package org.rapporteur.ui.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
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

/** The tabs of a survey over a real workspace: three asked, two replied, one closed and one open question. */
@ExtendWith(ApplicationExtension.class)
class SurveyScreensTest {
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
        stage.setScene(kit.kit().scenes().main(root, 1200, 760));
        stage.show();
    }

    private void fill(Transaction tx) {
        survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Before the meeting"));
        UUID closed = tx.insert(SurveyKinds.QUESTION, question("Q1", "On what basis?", "single"));
        UUID open = tx.insert(SurveyKinds.QUESTION, question("Q2", "What works?", "long_text"));
        for (String code : List.of("treaty", "dialogue")) {
            tx.insert(
                    SurveyKinds.CHOICE,
                    Values.of("question", closed).with("code", code).with("label_en", "A " + code));
        }
        UUID codebook =
                tx.insert(SurveyKinds.CODEBOOK, Values.of("survey", survey).with("name_en", "Themes"));
        ids.put(
                "code",
                tx.insert(
                        SurveyKinds.CODE,
                        Values.of("codebook", codebook).with("name_en", "Data").with("shortcut", "d")));
        for (String name : List.of("ARCP", "RCM", "EAC")) {
            UUID respondent = tx.insert(
                    SurveyKinds.RESPONDENT,
                    Values.of("survey", survey)
                            .with("name", name)
                            .with("region", name.equals("RCM") ? "Americas" : "Africa")
                            .with("type", "RCP")
                            .with("status", name.equals("EAC") ? "sent" : "received"));
            if (!name.equals("EAC")) {
                UUID response = tx.insert(
                        SurveyKinds.RESPONSE,
                        Values.of("respondent", respondent)
                                .with("survey", survey)
                                .with("channel", "file")
                                .with("source_file", name + ".xlsx")
                                .with("language", "en"));
                ids.put(name, response);
                tx.insert(
                        SurveyKinds.ANSWER,
                        answer(response, closed, respondent).with("value", name.equals("RCM") ? "treaty" : "dialogue"));
                ids.put(
                        "answer-" + name,
                        tx.insert(
                                SurveyKinds.ANSWER,
                                answer(response, open, respondent).with("body", "Sharing data among " + name)));
            }
        }
        ids.put("open", open);
        ids.put("closed", closed);
    }

    private Values question(String code, String label, String type) {
        return Values.of("survey", survey)
                .with("code", code)
                .with("label_en", label)
                .with("type", type)
                .with("position", code);
    }

    private Values answer(UUID response, UUID question, UUID respondent) {
        return Values.of("response", response)
                .with("survey", survey)
                .with("question", question)
                .with("respondent", respondent)
                .with("permission", "quote");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private <T extends Node> T show(java.util.function.Supplier<T> made) {
        return Fx.on(() -> {
            T node = made.get();
            root.getChildren().setAll(node);
            return node;
        });
    }

    private List<Row> rows(org.rapporteur.core.change.Kind kind) {
        return kit.workspace().list(Query.of(kind));
    }

    @Test
    void aKeyMarksTheAnswerAndUndoTakesTheMarkAway(FxRobot robot) {
        show(() -> new ReadingView(parts, survey));
        Fx.await("the first answer", () -> Fx.shows(robot, "ARCP"));
        Fx.await("the theme and its key", () -> Fx.shows(robot, "Data"));
        Fx.click(robot, ".coded-text");
        robot.type(KeyCode.D);
        Fx.await("a mark", () -> rows(SurveyKinds.CODING).size() == 1);
        Row coding = rows(SurveyKinds.CODING).getFirst();
        assertEquals(ids.get("code"), coding.ref("code"));
        assertEquals(ids.get("answer-ARCP"), coding.ref("answer"));
        kit.workspace().undo().undo();
        assertEquals(0, rows(SurveyKinds.CODING).size());
    }

    @Test
    void enterPlacesACellOfTheTrayAndUndoOpensItAgain(FxRobot robot) {
        UUID item = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add", "cell"),
                        tx -> tx.insert(
                                SurveyKinds.TRAY_ITEM,
                                Values.of("response", ids.get("RCM"))
                                        .with("survey", survey)
                                        .with("question", ids.get("open"))
                                        .with("body", "and with the ministries")
                                        .with("source_sheet", "Form")
                                        .with("source_cell", "E12")
                                        .with("surroundings", "12: Q2 | What works? | and with the ministries")
                                        .with("reason", "comment")
                                        .with("decision", "open")));
        ReturnedView view = show(() -> new ReturnedView(parts, survey));
        Fx.await("the cell in its surroundings", () -> Fx.has(robot, ".source-self"));
        robot.interact(() -> view.lookup(".tray").requestFocus());
        robot.type(KeyCode.ENTER);
        Fx.await("the decision", () -> decision(item).equals("placed"));
        Row answer =
                kit.workspace().find(SurveyKinds.ANSWER, ids.get("answer-RCM")).orElseThrow();
        assertEquals("Sharing data among RCM\nand with the ministries", answer.text("body"));
        // Otherwise the cell of before would be taken for the one that came back.
        Fx.await("the cell is gone", () -> !Fx.has(robot, ".source-self"));
        kit.workspace().undo().undo();
        assertEquals("open", decision(item));
        Fx.await("the cell is back", () -> Fx.has(robot, ".source-self"));
        robot.type(KeyCode.S);
        Fx.await("set aside", () -> decision(item).equals("set_aside"));
    }

    private UUID waiting(String cell, String body) {
        return kit.workspace()
                .changes()
                .write(
                        Label.of("step.add", "cell"),
                        tx -> tx.insert(
                                SurveyKinds.TRAY_ITEM,
                                Values.of("response", ids.get("RCM"))
                                        .with("survey", survey)
                                        .with("question", ids.get("open"))
                                        .with("body", body)
                                        .with("source_sheet", "Form")
                                        .with("source_cell", cell)
                                        .with("reason", "comment")
                                        .with("decision", "open")));
    }

    @Test
    void theCountOfTheTrayFollowsWhatAnUndoBringsBackBeforeTheOneShown(FxRobot robot) {
        UUID first = waiting("E1", "one");
        waiting("E2", "two");
        ReturnedView view = show(() -> new ReturnedView(parts, survey));
        Fx.await("the first", () -> Fx.shows(robot, "1 of 2"));
        robot.interact(() -> view.lookup(".tray").requestFocus());
        robot.type(KeyCode.S);
        Fx.await("the first is set aside", () -> decision(first).equals("set_aside") && Fx.shows(robot, "1 of 1"));
        kit.workspace().undo().undo();
        Fx.await("the second is the second", () -> Fx.shows(robot, "2 of 2"));
    }

    @Test
    void aFileOfNoKnownSurveyIsGivenToOneAndWaitsThere(FxRobot robot) {
        UUID item = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add", "file"),
                        tx -> tx.insert(
                                SurveyKinds.TRAY_ITEM,
                                Values.of("body", "shopping.xlsx")
                                        .with("source_file", "shopping.xlsx")
                                        .with("surroundings", "forms.refused.unknownSurvey")
                                        .with("reason", "refused")
                                        .with("decision", "open")));
        show(() -> new UnassignedFiles(parts));
        Fx.await("the file", () -> Fx.shows(robot, "shopping.xlsx"));
        javafx.scene.control.ComboBox<Object> which = Fx.query(robot, ".unassigned-which");
        robot.interact(which::requestFocus);
        robot.type(KeyCode.DOWN);
        robot.interact(() -> {
            which.show();
            which.getSelectionModel().selectFirst();
            which.hide();
        });
        Fx.await("nothing waits here", () -> !Fx.shows(robot, "shopping.xlsx"));
        assertEquals(
                List.of(org.rapporteur.core.survey.Inbox.Sort.WHO),
                org.rapporteur.core.survey.Inbox.of(kit.workspace(), survey).items().stream()
                        .filter(one -> one.id().equals(item))
                        .map(org.rapporteur.core.survey.Inbox.Item::sort)
                        .toList());
        kit.workspace().undo().undo();
        assertEquals(
                1,
                org.rapporteur.core.survey.Inbox.unassigned(kit.workspace())
                        .items()
                        .size());
    }

    @Test
    void anIssuedFileMarksWhatChangedSince(FxRobot robot) throws java.io.IOException {
        Path issued = folder.resolve("issued.docx");
        try (java.io.OutputStream out = java.nio.file.Files.newOutputStream(issued)) {
            new org.rapporteur.documents.from.Reports(
                            kit.workspace(),
                            new SurveyStoreSqlite(kit.workspace()),
                            kit.workspace().history(),
                            language -> (key, values) -> kit.messages().text(language, key, values),
                            new org.rapporteur.i18n.KnownGroups(kit.messages()),
                            kit.records().clock())
                    .write(
                            org.rapporteur.documents.from.Reports.Report.SURVEY_SUMMARY,
                            survey,
                            Language.EN,
                            false,
                            out);
        }
        org.rapporteur.ui.kit.Dialogs chooser =
                (org.rapporteur.ui.kit.Dialogs) java.lang.reflect.Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {org.rapporteur.ui.kit.Dialogs.class},
                        (proxy, method, args) -> {
                            assertEquals("openFile", method.getName());
                            return java.util.Optional.of(issued);
                        });
        org.rapporteur.ui.kit.Kit own = kit.kit();
        SurveyReports reports = new SurveyReports() {
            @Override
            public List<org.rapporteur.documents.from.Reports.Report> offered() {
                return List.of();
            }

            @Override
            public void write(
                    org.rapporteur.documents.from.Reports.Report report,
                    UUID subject,
                    Language language,
                    java.util.Set<org.rapporteur.documents.from.Reports.Option> options,
                    Path file,
                    org.rapporteur.ui.kit.Progress progress) {
                throw new IllegalStateException();
            }

            @Override
            public java.util.Optional<org.rapporteur.core.survey.analysis.SummarySeal> issued(UUID of, Path file)
                    throws Exception {
                return org.rapporteur.documents.seal.IssuedSeal.in(file)
                        .filter(seal -> seal.survey().equals(of))
                        .map(org.rapporteur.documents.seal.IssuedSeal::seal);
            }
        };
        SurveyParts with = new SurveyParts(
                new org.rapporteur.ui.kit.Kit(
                        own.i18n(),
                        own.tasks(),
                        chooser,
                        own.notifications(),
                        own.commands(),
                        own.sidePanel(),
                        own.splits(),
                        own.scenes(),
                        own.themes(),
                        own.settings()),
                parts.navigator(),
                parts.recordKit(),
                parts.records(),
                parts.changes(),
                parts.history(),
                parts.analysis(),
                reports,
                parts.files(),
                parts.chain());
        Row answer = rows(SurveyKinds.ANSWER).stream()
                .filter(row -> row.text("value").equals("treaty"))
                .findFirst()
                .orElseThrow();
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(SurveyKinds.ANSWER, answer.id(), "value", "dialogue"));
        // Whoever opens the summary only now was never shown how it was; the file knows.
        show(() -> new SummaryView(with, survey));
        Fx.await("the summary", () -> Fx.has(robot, ".sentence"));
        assertEquals(0, Fx.count(robot, ".sentence-stale"));
        Button compare = Fx.query(robot, "#summary-compare");
        robot.interact(compare::fire);
        Fx.await("stale sentences", () -> Fx.has(robot, ".sentence-stale"));
        int stale = Fx.count(robot, ".sentence-stale");
        assertTrue(stale <= 3 && stale < Fx.count(robot, ".sentence"), stale + " changed");
    }

    private String decision(UUID item) {
        return kit.workspace().find(SurveyKinds.TRAY_ITEM, item).orElseThrow().text("decision");
    }

    @Test
    void resultsStateCountBaseAndNoAnswerAndABarOpensWho(FxRobot robot) {
        show(() -> new ResultsView(parts, survey));
        Fx.await("the first table", () -> Fx.shows(robot, "A treaty"));
        Fx.awaitWords(robot, "1 of 2");
        Fx.awaitWords(robot, "2 answered");
        Fx.awaitWords(robot, "1 did not reply");
        Button bar = Fx.query(robot, ".result-bar");
        robot.interact(bar::fire);
        Fx.await(
                "who stands behind the bar",
                () -> kit.kit().sidePanel().showing().get());
    }

    @Test
    void aCellOfTheConvergenceOpensItsEvidence(FxRobot robot) {
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.add", "mark"),
                        tx -> tx.insert(
                                SurveyKinds.CODING,
                                Values.of("answer", ids.get("answer-ARCP"))
                                        .with("survey", survey)
                                        .with("code", ids.get("code"))
                                        .with("coder", "A. Officer")));
        show(() -> new ConvergenceView(parts, survey));
        Fx.await("the theme", () -> Fx.shows(robot, "Data"));
        Button cell = Fx.query(robot, "a cell 1/1", node -> node instanceof Button b && "1/1".equals(b.getText()));
        robot.interact(cell::fire);
        Fx.await("the panel", () -> kit.kit().sidePanel().showing().get());
    }

    @Test
    void aChangedAnswerMarksExactlyItsSentences(FxRobot robot) {
        show(() -> new SummaryView(parts, survey));
        Fx.await("the summary", () -> Fx.has(robot, ".sentence"));
        assertEquals(0, Fx.count(robot, ".sentence-stale"));
        Row answer = rows(SurveyKinds.ANSWER).stream()
                .filter(row -> row.text("value").equals("treaty"))
                .findFirst()
                .orElseThrow();
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(SurveyKinds.ANSWER, answer.id(), "value", "dialogue"));
        Fx.await("stale sentences", () -> Fx.has(robot, ".sentence-stale"));
        int stale = Fx.count(robot, ".sentence-stale");
        int all = Fx.count(robot, ".sentence");
        assertTrue(stale <= 3 && stale < all, stale + " of " + all);
        Fx.click(robot, ".sentence-stale");
        Fx.await("the answers behind it", () -> kit.kit().sidePanel().showing().get());
    }

    @Test
    void beforeAnybodyIsAskedThereIsOnlyTheListAndAfterwardsThePictureAbove(FxRobot robot) {
        UUID other = kit.workspace()
                .changes()
                .write(Label.of("step.add"), tx -> tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Nobody yet")));
        RespondentsView view = show(() -> new RespondentsView(parts, other));
        SplitPane split = (SplitPane) view.getCenter();
        Fx.await("the list", () -> Fx.has(robot, ".empty-state"));
        assertEquals(1, Fx.on(() -> split.getItems().size()));
        kit.workspace()
                .changes()
                .write(
                        Label.of("step.add"),
                        tx -> tx.insert(
                                SurveyKinds.RESPONDENT,
                                Values.of("survey", other).with("name", "ARCP").with("type", "RCP")));
        Fx.await("the picture", () -> split.getItems().size() == 2);
    }

    @Test
    void inArabicEverythingIsMirrored(FxRobot robot) {
        RespondentsView view = show(() -> new RespondentsView(parts, survey));
        Fx.await("bars", () -> Fx.count(robot, ".state-received") > 1);
        Fx.await("in order", () -> left(view, ".state-received") < left(view, ".state-outstanding"));
        robot.interact(() -> kit.messages().language(Language.AR));
        Fx.await("mirrored", () -> left(view, ".state-received") > left(view, ".state-outstanding"));
    }

    /** Where the first part of a bar with a style begins on the screen. */
    private static double left(Node view, String style) {
        return view.lookupAll(".stacked-part").stream()
                .filter(node -> node.getStyleClass().contains(style.substring(1)))
                .findFirst()
                .map(node -> node.localToScreen(node.getBoundsInLocal()).getMinX())
                .orElse(Double.NaN);
    }

    @Test
    void aNewQuestionComesAfterTheSelectedOneWithACodeOfItsOwn(FxRobot robot) {
        SurveyHub hub = show(() -> new SurveyHub(parts, survey));
        robot.interact(() -> hub.open("questionnaire", null));
        Fx.await("the questions", () -> Fx.shows(robot, "Q1 On what basis?"));
        Fx.await("the first is chosen", () -> Fx.shows(robot, "Q1"));
        robot.interact(() -> hub.commands().getFirst().run());
        Fx.await("a third question", () -> rows(SurveyKinds.QUESTION).size() == 3);
        List<String> codes = kit.workspace().list(Query.partsOf(SurveyKinds.QUESTION, survey)).stream()
                .map(row -> row.text("code"))
                .toList();
        assertEquals(List.of("Q1", "Q3", "Q2"), codes);
    }
}
