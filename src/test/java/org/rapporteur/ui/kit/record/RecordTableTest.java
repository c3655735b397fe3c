package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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

    private void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("never came: " + what + ", shown are " + names(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> names() {
        List<String> names = new java.util.ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> table.rows().forEach(r -> names.add(r.text("name_en"))));
        return names;
    }

    @Test
    void sortsAsTheLanguageDoesAndFiltersByTextWithoutAccents(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        assertEquals(List.of("Åland", "Chad", "Puebla Process", "Zambia"), names());
        robot.clickOn("#record-filter").write("aland");
        await("one row", () -> table.count().get() == 1);
        assertEquals(List.of("Åland"), names());
        robot.type(KeyCode.ESCAPE);
        await("all rows", () -> table.count().get() == 4);
        robot.interact(() -> table.choose("category", List.of("iscm")));
        assertEquals(List.of("Puebla Process"), names());
    }

    @Test
    void aReferenceShowsTheTitleOfItsTargetAndFollowsIt(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        assertTrue(spoken(2).contains("Chad"), spoken(2));
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(PartyKinds.PARTY, chad, "name_en", "Tchad"));
        await("new title", () -> spoken(1).contains("Tchad"));
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
    void aChangeElsewhereKeepsTheSelection(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        robot.interact(() -> table.select(chad));
        assertEquals(chad, table.selectedId().get());
        kit.workspace()
                .changes()
                .run(Label.of("step.add"), tx -> tx.insert(PartyKinds.PARTY, party("state", "Benin", "بنن")));
        await("the new row", () -> table.count().get() == 5);
        assertEquals(chad, table.selectedId().get());
        assertEquals(List.of("Åland", "Benin", "Chad", "Puebla Process", "Zambia"), names());
    }

    @Test
    void aDoubleClickOpensWhereThereIsSomethingToOpenAndF2StillEdits(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        List<UUID> opened = new java.util.ArrayList<>();
        robot.interact(() -> {
            table.onOpen(row -> opened.add(row.id()));
            table.select(chad);
        });
        robot.doubleClickOn(cell("Chad"));
        await("the record opened", () -> opened.equals(List.of(chad)));
        assertTrue(robot.lookup(".cell-editor").tryQuery().isEmpty(), "a click began to edit");
        robot.interact(table::focusTable);
        robot.type(KeyCode.F2);
        await("an editor", () -> robot.lookup(".cell-editor").tryQuery().isPresent());
    }

    private javafx.scene.Node cell(String text) {
        return table.grid().lookupAll(".table-cell").stream()
                .filter(node ->
                        node instanceof javafx.scene.control.TableCell<?, ?> cell && text.equals(cell.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void editsInPlaceAndUndoBringsTheOldValueBack(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.select(chad);
            table.focusTable();
        });
        robot.type(KeyCode.F2);
        await("an editor", () -> robot.lookup(".cell-editor").tryQuery().isPresent());
        TextField editor = robot.lookup(".cell-editor").query();
        await("the focus", editor::isFocused);
        robot.write("Tchad").type(KeyCode.ENTER);
        await("the new name", () -> names().contains("Tchad"));
        assertEquals(
                "step.edit", kit.workspace().undo().nextUndo().orElseThrow().key());
        kit.workspace().undo().undo();
        await("the old name", () -> names().contains("Chad"));
    }

    @Test
    void deleteAsksNothingAndTheNoticeBringsTheRowsBack(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.grid().getSelectionModel().selectRange(0, 2);
            table.focusTable();
        });
        robot.type(KeyCode.DELETE);
        await("two rows", () -> table.count().get() == 2);
        assertEquals(List.of("Puebla Process", "Zambia"), names());
        await("a notice", () -> kit.notices().size() == 1);
        robot.interact(() -> kit.notices().getFirst().action().run());
        await("all rows", () -> table.count().get() == 4);
    }

    @Test
    void copiesAsATableThatRunsNoFormula(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
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
        await("rows", () -> table.count().get() == 4);
        robot.interact(() -> kit.messages().language(Language.AR));
        await("Arabic", () -> spoken(0).contains("آلاند"));
        assertEquals(List.of("Åland", "Chad", "Zambia", "Puebla Process"), names());
        assertFalse(table.grid().getVisibleLeafColumn(0).getText().equals("Name"));
    }

    @Test
    void anEditedRowStaysInSightThoughTheFilterNoLongerHoldsIt(FxRobot robot) {
        await("rows", () -> table.count().get() == 4);
        robot.interact(() -> {
            table.choose("category", List.of("state"));
            table.select(chad);
        });
        Row row = kit.workspace().find(PartyKinds.PARTY, chad).orElseThrow();
        robot.interact(() -> kit.records().edits().set(row, "category", "territory"));
        await("the change", () -> spoken(1).contains("Territory"));
        assertEquals(3, table.count().get());
        robot.interact(() -> table.choose("category", List.of("state")));
        assertEquals(List.of("Åland", "Zambia"), names());
    }
}
