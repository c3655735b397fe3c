package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.Fx;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RecordTableTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private RecordTable table;
    private UUID chad;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.lists"), tx -> {
            chad = tx.insert(PartyKinds.PARTY, party("state", "Chad", "تشاد"));
            tx.insert(PartyKinds.PARTY, party("state", "Åland", "آلاند"));
            tx.insert(
                    PartyKinds.PARTY,
                    party("iscm", "Puebla Process", "عملية بويبلا").with("succeeded_by", chad));
            tx.insert(PartyKinds.PARTY, party("state", "Zambia", "زامبيا").with("notes", "=cmd()"));
        });
        table = new RecordTable(kit.records(), PartyKinds.PARTY)
                .columns("name", "category", "succeeded_by", "notes")
                .filters("category")
                .sortedBy("name");
        stage.setScene(kit.kit().scenes().main(table, 900, 600));
        stage.show();
    }

    private static Values party(String category, String english, String arabic) {
        return Values.of("category", category).with("name_en", english).with("name_ar", arabic);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private List<String> names() {
        return Fx.on(() -> table.rows().stream().map(r -> r.text("name_en")).toList());
    }

    @Test
    void sortsAsTheLanguageDoesAndFiltersByTextWithoutAccents(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        Fx.awaitEquals(List.of("Åland", "Chad", "Puebla Process", "Zambia"), this::names);
        Fx.click(robot, "#record-filter").write("aland");
        Fx.await("one row", () -> table.count().get() == 1);
        Fx.awaitEquals(List.of("Åland"), this::names);
        robot.type(KeyCode.ESCAPE);
        Fx.await("all rows", () -> table.count().get() == 4);
        robot.interact(() -> table.choose("category", List.of("iscm")));
        Fx.awaitEquals(List.of("Puebla Process"), this::names);
    }

    @Test
    void aReferenceShowsTheTitleOfItsTargetAndFollowsIt(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        Fx.await("the title of the target", () -> spoken(2).contains("Chad"));
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(PartyKinds.PARTY, chad, "name_en", "Tchad"));
        Fx.await("new title", () -> spoken(1).contains("Tchad"));
    }

    /** What a screen reader says for a row. */
    private String spoken(int index) {
        for (javafx.scene.Node node : table.grid().lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row && row.getIndex() == index) {
                return String.valueOf(row.getAccessibleText());
            }
        }
        return "";
    }

    @Test
    void aRowThatIsDrawnAnewTakesNothingOfWhatIsTypedInIt(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.select(chad);
            table.focusTable();
            table.grid().getFocusModel().focus(1, table.grid().made().getFirst());
            table.grid().editFocused();
        });
        robot.write("Tch");
        // As when a column comes or goes because the table got another width.
        robot.interact(() -> {
            table.grid().refresh();
            table.grid().applyCss();
            table.grid().layout();
        });
        robot.write("ad").push(KeyCode.ENTER);
        Fx.await(
                "the whole name",
                () -> kit.workspace()
                        .find(PartyKinds.PARTY, chad)
                        .orElseThrow()
                        .text("name_en")
                        .equals("Tchad"));
    }

    @Test
    void aChangeElsewhereKeepsTheSelection(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        robot.interact(() -> table.select(chad));
        Fx.awaitEquals(chad, () -> table.selectedId().get());
        kit.workspace()
                .changes()
                .run(Label.of("step.add"), tx -> tx.insert(PartyKinds.PARTY, party("state", "Benin", "بنن")));
        Fx.await("the new row", () -> table.count().get() == 5);
        Fx.awaitEquals(chad, () -> table.selectedId().get());
        Fx.awaitEquals(List.of("Åland", "Benin", "Chad", "Puebla Process", "Zambia"), this::names);
    }

    @Test
    void aDoubleClickOpensWhereThereIsSomethingToOpenAndF2StillEdits(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        List<UUID> opened = new java.util.ArrayList<>();
        robot.interact(() -> {
            table.onOpen(row -> opened.add(row.id()));
            table.select(chad);
        });
        robot.doubleClickOn(Fx.at(robot, "the cell", () -> cell("Chad")));
        Fx.await("the record opened", () -> opened.equals(List.of(chad)));
        assertTrue(!Fx.has(robot, ".cell-editor"), "a click began to edit");
        robot.interact(table::focusTable);
        robot.type(KeyCode.F2);
        Fx.await("an editor", () -> Fx.has(robot, ".cell-editor"));
    }

    private javafx.scene.Node cell(String text) {
        return table.grid().lookupAll(".table-cell").stream()
                .filter(node ->
                        node instanceof javafx.scene.control.TableCell<?, ?> cell && text.equals(cell.getText()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void editsInPlaceAndUndoBringsTheOldValueBack(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.select(chad);
            table.focusTable();
        });
        robot.type(KeyCode.F2);
        Fx.awaitFocus(robot, ".cell-editor");
        robot.write("Tchad").type(KeyCode.ENTER);
        Fx.await("the new name", () -> names().contains("Tchad"));
        assertEquals(
                "step.edit", kit.workspace().undo().nextUndo().orElseThrow().key());
        kit.workspace().undo().undo();
        Fx.await("the old name", () -> names().contains("Chad"));
    }

    @Test
    void deleteAsksNothingAndTheNoticeBringsTheRowsBack(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.grid().getSelectionModel().selectRange(0, 2);
            table.focusTable();
        });
        robot.type(KeyCode.DELETE);
        Fx.await("two rows", () -> table.count().get() == 2);
        Fx.awaitEquals(List.of("Puebla Process", "Zambia"), this::names);
        Fx.await("a notice", () -> kit.notices().size() == 1);
        robot.interact(() -> kit.notices().getFirst().action().run());
        Fx.await("all rows", () -> table.count().get() == 4);
    }

    @Test
    void copiesAsATableThatRunsNoFormula(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        String[] text = new String[2];
        robot.interact(() -> {
            table.copy();
            text[0] = Clipboard.getSystemClipboard().getString();
            text[1] = Clipboard.getSystemClipboard().getHtml();
        });
        assertTrue(text[0].startsWith("Name\tCategory\tSucceeded by\tNotes\n"), text[0]);
        assertTrue(text[0].contains("Zambia\tState\t\t'=cmd()"), text[0]);
        assertTrue(text[1].contains("<td>Puebla Process</td>"), text[1]);
    }

    @Test
    void anotherLanguageChangesHeadingsWordsAndOrder(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        robot.interact(() -> kit.messages().language(Language.AR));
        Fx.await("Arabic", () -> spoken(0).contains("آلاند"));
        Fx.awaitEquals(List.of("Åland", "Chad", "Zambia", "Puebla Process"), this::names);
        assertFalse(Fx.on(() -> table.grid().getVisibleLeafColumn(0).getText().equals("Name")));
    }

    @Test
    void anEditedRowStaysInSightThoughTheFilterNoLongerHoldsIt(FxRobot robot) {
        Fx.await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.choose("category", List.of("state"));
            table.select(chad);
        });
        Row row = kit.workspace().find(PartyKinds.PARTY, chad).orElseThrow();
        robot.interact(() -> kit.records().edits().set(row, "category", "territory"));
        Fx.await("the change", () -> spoken(1).contains("Territory"));
        Fx.awaitEquals(3, () -> table.count().get());
        robot.interact(() -> table.choose("category", List.of("state")));
        Fx.awaitEquals(List.of("Åland", "Zambia"), this::names);
    }
}
