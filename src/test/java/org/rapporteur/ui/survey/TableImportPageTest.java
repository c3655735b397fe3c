package org.rapporteur.ui.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.mapping.ColumnUse;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.RowFate;
import org.rapporteur.forms.mapping.SeenRow;
import org.rapporteur.forms.table.TableHeader.Column;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.SurveyReports;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page on which a table is looked at, mapped and taken in, over a real workspace. */
@ExtendWith(ApplicationExtension.class)
class TableImportPageTest {
    /** A title line, names in the second row, a total, a name twice, a blank reply, "n/a" and a column of no use. */
    private static final String AWKWARD = """
            Replies of the spring round (illustrative);;;;
            Country;Region;Basis;Years;Remark of the clerk
            Aland;North;treaty;5;checked
            Borduria;South;n/a;12;
            Borduria;South;treaty;9;came twice
            Cascadia;North;;;
            Dinotopia;South;law;many;call back
            Total;;;26;
            """;

    @TempDir
    Path folder;

    private final StackPane root = new StackPane();
    private TestKit kit;
    private SurveyParts parts;
    private TableImportModel model;
    private TableImportPage page;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
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
        stage.setScene(kit.kit().scenes().main(root, 1024, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private void open(Path file) {
        Fx.run(() -> {
            model = new TableImportModel(parts, file, () -> {});
            page = new TableImportPage(parts, model);
            root.getChildren().setAll(page);
        });
        settled();
    }

    private void settled() {
        Fx.await("the try to end", () -> model.busy().get() == null);
    }

    private <T extends javafx.scene.Node> T node(FxRobot robot, String id) {
        return Fx.query(robot, "#" + id);
    }

    private void press(FxRobot robot, String id) {
        javafx.scene.control.ButtonBase button = node(robot, id);
        Fx.run(button::fire);
    }

    private boolean blocked(FxRobot robot) {
        Button go = node(robot, "table-go");
        return Fx.on(go::isDisabled);
    }

    private List<SeenRow> seen(FxRobot robot) {
        TableView<SeenRow> table = node(robot, "table-rows");
        return Fx.on(() -> List.copyOf(table.getItems()));
    }

    private List<Row> rows(org.rapporteur.core.change.Kind kind) {
        return kit.workspace().list(Query.of(kind));
    }

    /** Opens a list with the keyboard, goes down by arrows and takes what is there with Enter. */
    private void down(FxRobot robot, String id, int steps) {
        ComboBox<?> box = node(robot, id);
        Fx.run(box::requestFocus);
        for (int i = 0; i < steps; i++) {
            Fx.run(() -> robot.type(KeyCode.DOWN));
        }
    }

    private void tab(FxRobot robot, int index) {
        TabPane tabs = node(robot, "table-tabs");
        Fx.run(() -> tabs.getSelectionModel().select(index));
    }

    private void use(FxRobot robot, String column, ColumnUse use, QuestionType kind) {
        tab(robot, 1);
        TableView<Column> table = node(robot, "table-columns");
        Fx.run(() -> table.getSelectionModel()
                .select(table.getItems().stream()
                        .filter(c -> c.key().equals(column))
                        .findFirst()
                        .orElseThrow()));
        choose(robot, "table-use", use);
        if (kind != null) {
            choose(robot, "table-kind", kind);
        }
        tab(robot, 0);
    }

    /** As with the mouse: the list is opened, one is chosen, the list closes. */
    private <T> void choose(FxRobot robot, String id, T value) {
        ComboBox<T> box = node(robot, id);
        Fx.run(box::requestFocus);
        Fx.run(box::show);
        Fx.run(() -> box.setValue(value));
        Fx.run(box::hide);
        settled();
    }

    /** Respondent, question and value or words of every answer. */
    private Map<String, String> answers() {
        Map<UUID, String> who =
                rows(SurveyKinds.RESPONDENT).stream().collect(Collectors.toMap(Row::id, row -> row.text("name")));
        Map<UUID, String> what =
                rows(SurveyKinds.QUESTION).stream().collect(Collectors.toMap(Row::id, row -> row.text("code")));
        Map<String, String> all = new TreeMap<>();
        for (Row row : rows(SurveyKinds.ANSWER)) {
            String said = row.text("value").isEmpty() ? "?" + row.text("body") : row.text("value");
            all.merge(
                    who.get(row.ref("respondent")) + "/" + what.get(row.ref("question")), said, (a, b) -> a + "+" + b);
        }
        return all;
    }

    @Test
    void anAwkwardTableIsMappedByHandAndIsInTheStoreAsItWasShown(FxRobot robot) throws IOException {
        open(file("round.csv", AWKWARD, StandardCharsets.UTF_8));
        if (model.tried().get().look().header().row() != 2) {
            choose(robot, "table-head", 2);
        }
        assertEquals(2, model.tried().get().look().header().row());
        use(robot, "Country", ColumnUse.RESPONDENT, null);
        use(robot, "Region", ColumnUse.REGION, null);
        use(robot, "Basis", ColumnUse.QUESTION, QuestionType.SINGLE);
        use(robot, "Years", ColumnUse.QUESTION, QuestionType.INTEGER);
        use(robot, "Remark of the clerk", ColumnUse.NONE, null);
        choose(robot, "table-rows-mean", Mapping.Rows.RESPONDENT);
        javafx.scene.control.Label left = node(robot, "table-left");
        assertTrue(Fx.on(left::getText).endsWith("Remark of the clerk"), "the column left out is named");
        assertEquals(
                List.of(
                        "3 NEW_RESPONDENT",
                        "4 NEW_RESPONDENT",
                        "5 REFUSED",
                        "6 REFUSED",
                        "7 NEW_RESPONDENT",
                        "8 REFUSED"),
                seen(robot).stream().map(row -> row.number() + " " + row.fate()).toList());
        seen(robot).stream()
                .filter(row -> row.fate() == RowFate.REFUSED)
                .forEach(row -> assertFalse(row.why().isEmpty(), "row " + row.number() + " says why"));
        assertTrue(rows(SurveyKinds.SURVEY).isEmpty(), "looking leaves nothing");
        // Only refused rows, then all again.
        press(robot, "table-count-refused");
        assertEquals(3, seen(robot).size());
        Button go = node(robot, "table-go");
        assertFalse(Fx.on(go::isDisabled));
        Fx.run(go::fire);
        Fx.await("the survey", () -> !rows(SurveyKinds.SURVEY).isEmpty());
        settled();
        assertEquals("round", rows(SurveyKinds.SURVEY).getFirst().text("title_en"));
        assertEquals(
                Map.of(
                        "Aland/Basis", "treaty",
                        "Aland/Years", "5",
                        "Borduria/Years", "12",
                        "Dinotopia/Basis", "law",
                        "Dinotopia/Years", "?many"),
                answers());
        kit.workspace().undo().undo();
        assertTrue(rows(SurveyKinds.SURVEY).isEmpty(), "one step takes it back");
        assertTrue(rows(SurveyKinds.ANSWER).isEmpty());
        assertTrue(rows(SurveyKinds.RESPONDENT).isEmpty());
    }

    @Test
    void arrowsInAListTryNothingUntilAChoiceIsTaken(FxRobot robot) throws IOException {
        open(file("a.csv", "Name,Q1\nA,x\nB,y\n", StandardCharsets.UTF_8));
        TableImportModel.Tried before = model.tried().get();
        down(robot, "table-delimiter", 1);
        ComboBox<Character> box = node(robot, "table-delimiter");
        assertEquals(';', Fx.on(box::getValue));
        assertTrue(Fx.on(() -> model.busy().get() == null && model.tried().get() == before));
        Fx.run(() -> robot.type(KeyCode.ESCAPE));
        assertEquals(',', Fx.on(box::getValue));
        down(robot, "table-delimiter", 1);
        Fx.run(() -> robot.type(KeyCode.ENTER));
        settled();
        assertEquals(1, model.tried().get().look().header().size());
    }

    @Test
    void aNewerTableShowsWhatChangesAndWhatIsGone(FxRobot robot) throws IOException {
        open(file("list.csv", "Name,Q1\nA,one\nB,two\nC,three\n", StandardCharsets.UTF_8));
        press(robot, "table-go");
        Fx.await("the survey", () -> rows(SurveyKinds.RESPONDENT).size() == 3);
        UUID survey = rows(SurveyKinds.SURVEY).getFirst().id();
        open(file("list.csv", "Name,Q1\nA,one\nB,two and a half\nD,four\n", StandardCharsets.UTF_8));
        assertTrue(model.choice().into().isEmpty(), "another table of the name goes nowhere unasked");
        choose(robot, "table-into", survey);
        assertEquals(
                List.of(RowFate.SAME, RowFate.CHANGED, RowFate.NEW_RESPONDENT),
                seen(robot).stream().map(SeenRow::fate).toList());
        ListView<Refusal> told = node(robot, "table-told");
        assertTrue(Fx.on(() -> told.getItems().stream()
                .anyMatch(r -> r.reason().key().equals("forms.table.gone")
                        && r.reason().args().getFirst().equals("C"))));
        tab(robot, 2);
        assertTrue(Fx.on(() -> told.lookupAll(".list-cell").stream()
                .map(cell -> String.valueOf(((javafx.scene.control.ListCell<?>) cell).getText()))
                .noneMatch(text -> text.startsWith("Row 0"))));
        press(robot, "table-gone");
        settled();
        press(robot, "table-go");
        Fx.await("the change", () -> answers().containsKey("D/Q1"));
        settled();
        assertEquals(Map.of("A/Q1", "?one", "B/Q1", "?two and a half", "D/Q1", "?four"), answers());
        assertEquals(1, rows(SurveyKinds.SURVEY).size());
    }

    @Test
    void anEncodingBelowTheFloorIsTakenByAPersonFirst(FxRobot robot) throws IOException {
        open(file("short.csv", "Name,Q1\nA,\u043C\u0438\u0440\nB,no\n", Charset.forName("KOI8-R")));
        if (model.tried().get().look().unsureEncoding()) {
            assertTrue(blocked(robot));
            ComboBox<?> box = node(robot, "table-encoding");
            assertEquals(null, Fx.on(box::getValue));
        }
        choose(robot, "table-encoding", Charset.forName("KOI8-R"));
        assertEquals("\u043C\u0438\u0440", seen(robot).getFirst().text(1));
        assertFalse(blocked(robot));
    }

    @Test
    void wordsForNoAnswerAreAskedAndTaken(FxRobot robot) throws IOException {
        open(file("na.csv", "Name,Q1\nA,n/a\nB,two\nC,none of that\n", StandardCharsets.UTF_8));
        ComboBox<Object> box = node(robot, "table-no-answer");
        choose(robot, "table-no-answer", Fx.on(() -> box.getItems().get(2)));
        press(robot, "table-go");
        Fx.await("the survey", () -> answers().size() == 3);
        assertEquals("?n/a", answers().get("A/Q1"));
    }

    @Test
    void thePageSpeaksTheLanguageOfTheWindow(FxRobot robot) throws IOException {
        open(file("a.csv", "Name,Q1\nA,x\nB,y\n", StandardCharsets.UTF_8));
        Fx.run(() -> kit.messages().language(Language.AR));
        TableView<SeenRow> table = node(robot, "table-rows");
        String head = kit.kit().i18n().now("survey.table.column.fate");
        assertEquals(head, Fx.on(() -> table.getColumns().get(1).getText()));
        ComboBox<Mapping.Rows> rows = node(robot, "table-rows-mean");
        assertEquals(
                kit.kit().i18n().now("survey.table.rowis.respondent"),
                Fx.on(() -> rows.getConverter().toString(Mapping.Rows.RESPONDENT)));
    }
}
