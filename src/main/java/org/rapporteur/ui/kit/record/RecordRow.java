package org.rapporteur.ui.kit.record;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Icons;

/** One row of a list: what a screen reader says, double click, and the menu. */
final class RecordRow extends TableRow<RecordItem> {
    private final RecordTable table;

    RecordRow(RecordTable table) {
        this.table = table;
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
                table.open(getItem().row());
            }
        });
        setOnContextMenuRequested(event -> {
            if (getItem() != null) {
                ContextMenu menu = menu(getItem().row());
                menu.show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(RecordItem item, boolean empty) {
        super.updateItem(item, empty);
        setAccessibleText(empty || item == null ? null : words(item));
    }

    private String words(RecordItem item) {
        StringBuilder words = new StringBuilder();
        for (TableColumn<RecordItem, ?> column : table.grid().getVisibleLeafColumns()) {
            String text = item.cell(table.grid().indexOf(column)).text();
            if (!text.isBlank()) {
                words.append(words.isEmpty() ? "" : "; ")
                        .append(column.getText())
                        .append(": ")
                        .append(text);
            }
        }
        return words.toString();
    }

    private ContextMenu menu(Row row) {
        ContextMenu menu = new ContextMenu();
        menu.setAutoHide(true);
        if (table.opens()) {
            menu.getItems()
                    .add(item("kit.open", Material2OutlinedMZ.OPEN_IN_NEW, KeyCode.ENTER, () -> table.open(row)));
        }
        if (table.editable()) {
            menu.getItems()
                    .add(item(
                            "records.editHere",
                            Material2OutlinedAL.EDIT,
                            KeyCode.F2,
                            () -> table.grid().editFocused()));
        }
        MenuItem copy = item("records.copy", Material2OutlinedAL.CONTENT_COPY, null, table::copy);
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCodeCombination.SHORTCUT_DOWN));
        menu.getItems().add(copy);
        table.history()
                .ifPresent(show -> menu.getItems()
                        .add(item("records.history", Material2OutlinedAL.HISTORY, null, () -> show.accept(row))));
        List<Row> rows = table.selection().get();
        for (RecordAction action : table.actions()) {
            if (action.when().test(rows)) {
                menu.getItems()
                        .add(item(
                                action.labelKey(),
                                action.icon(),
                                null,
                                () -> action.does().accept(rows)));
            }
        }
        if (table.deletable()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("kit.delete", Material2OutlinedAL.DELETE, KeyCode.DELETE, table::deleteSelected));
        }
        return menu;
    }

    private MenuItem item(String key, Ikon icon, KeyCode shownKey, Runnable does) {
        MenuItem item = new MenuItem(table.kit().i18n().now(key), Icons.of(icon, 16));
        if (shownKey != null) {
            item.setAccelerator(new KeyCodeCombination(shownKey));
        }
        item.setOnAction(event -> does.run());
        return item;
    }
}
