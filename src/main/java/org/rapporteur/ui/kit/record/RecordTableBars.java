package org.rapporteur.ui.kit.record;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** What stands above a list (filter, chips, columns, tools) and below it (count, what to do with the selection). */
final class RecordTableBars {
    private final RecordTable table;
    private final RecordTableModel model;
    private final I18n i18n;
    private final HBox above = new HBox(8);
    private final HBox below = new HBox(8);
    private final CustomTextField filter = new CustomTextField();
    private final List<FilterChip> chips = new ArrayList<>();
    private final Label count = new Label();
    private final HBox buttons = new HBox(4);
    private final List<Node> tools = new ArrayList<>();
    private final Button delete;

    RecordTableBars(RecordTable table, RecordTableModel model) {
        this.table = table;
        this.model = model;
        this.i18n = table.kit().i18n();
        this.delete = button("kit.delete", Material2OutlinedAL.DELETE, table::deleteSelected);
    }

    Node above() {
        return above;
    }

    Node below() {
        return below;
    }

    void tools(Node... nodes) {
        tools.addAll(List.of(nodes));
    }

    void build(List<RecordColumn> columns, List<String> filters, List<RecordAction> actions) {
        above.getStyleClass().add("record-bar");
        above.setAlignment(Pos.CENTER_LEFT);
        above.getChildren().add(filterBox());
        FlowPane chipPane = new FlowPane(4, 4);
        chipPane.setAlignment(Pos.CENTER_LEFT);
        for (String field : filters) {
            FilterChip chip =
                    new FilterChip(table.kit(), table.kind(), table.kind().field(field), model);
            chips.add(chip);
            chipPane.getChildren().add(chip);
        }
        HBox.setHgrow(chipPane, Priority.ALWAYS);
        above.getChildren().addAll(chipPane, columnMenu());
        above.getChildren().addAll(tools);
        below.getStyleClass().add("record-foot");
        below.setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().addAll("muted", "small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        for (RecordAction action : actions) {
            Button button = button(
                    action.labelKey(),
                    action.icon(),
                    () -> action.does().accept(table.selection().get()));
            button.setUserData(action);
            buttons.getChildren().add(button);
        }
        buttons.getChildren().add(button("records.copy", Material2OutlinedAL.CONTENT_COPY, table::copy));
        buttons.getChildren().add(delete);
        below.getChildren().addAll(count, space, buttons);
        selection();
        count();
    }

    private Node filterBox() {
        filter.promptTextProperty().bind(i18n.text("records.filter.prompt"));
        filter.getStyleClass().add("filter-box");
        filter.setId("record-filter");
        filter.setLeft(Icons.of(Material2OutlinedMZ.SEARCH, 16));
        Access.name(filter, i18n.text("records.filter.prompt"));
        filter.setPrefWidth(220);
        filter.setMinWidth(140);
        filter.textProperty().addListener((o, was, is) -> model.filter(is));
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                event.consume();
                if (table.grid().getSelectionModel().isEmpty()) {
                    table.grid().getSelectionModel().selectFirst();
                }
                table.focusTable();
            } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                event.consume();
                filter.clear();
            }
        });
        return filter;
    }

    private MenuButton columnMenu() {
        MenuButton menu = new MenuButton();
        menu.setGraphic(Icons.of(Material2OutlinedMZ.VIEW_COLUMN));
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setId("record-columns");
        Access.nameAndTip(menu, i18n.text("records.columns"));
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            for (TableColumn<RecordItem, RecordItem> column : table.grid().made()) {
                CheckBox box = new CheckBox(column.getText());
                box.setMnemonicParsing(false);
                box.setSelected(column.isVisible());
                box.selectedProperty().addListener((o, was, is) -> column.setVisible(is));
                menu.getItems().add(toggle(box));
            }
            CheckBox compact = new CheckBox(i18n.now("records.compact"));
            compact.setSelected(table.kit().compact().get());
            compact.selectedProperty()
                    .addListener((o, was, is) -> table.kit().compact().set(is));
            menu.getItems().addAll(new SeparatorMenuItem(), toggle(compact));
        });
        // A menu without entries does not open, and so would never be filled.
        menu.getItems().add(new SeparatorMenuItem());
        return menu;
    }

    private static CustomMenuItem toggle(CheckBox box) {
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.setOnAction(event -> {
            if (!box.isFocused() && !box.isHover()) {
                box.setSelected(!box.isSelected());
            }
        });
        return item;
    }

    private Button button(String key, org.kordamp.ikonli.Ikon icon, Runnable does) {
        Button button = new Button();
        button.textProperty().bind(i18n.text(key));
        button.setGraphic(Icons.of(icon, 16));
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(event -> does.run());
        return button;
    }

    /** Shows again what the chips and the count say. */
    void refresh() {
        chips.forEach(FilterChip::refresh);
        count();
    }

    /** Sets the free filter; null clears it and the chips. */
    void filter(String text) {
        if (text == null) {
            model.clearFilters();
            filter.clear();
            refresh();
        } else {
            filter.setText(text);
        }
    }

    void typeIntoFilter(String text) {
        filter.requestFocus();
        filter.setText(text);
        filter.end();
    }

    void count() {
        int shown = table.count().get();
        int selected = table.selection().get().size();
        String words = !model.loaded()
                ? i18n.now("kit.loading")
                : shown == model.total()
                        ? i18n.now("records.count", shown)
                        : i18n.now("records.countOf", shown, model.total());
        count.setText(selected > 1 ? i18n.now("records.countSelected", words, selected) : words);
    }

    void selection() {
        List<Row> rows = table.selection().get();
        buttons.setVisible(!rows.isEmpty());
        for (Node node : buttons.getChildren()) {
            if (node.getUserData() instanceof RecordAction action) {
                node.setDisable(!action.when().test(rows));
            }
        }
        delete.setVisible(table.deletable());
        delete.setManaged(table.deletable());
        count();
    }

    /** Says something in the place of the count, until the next change. */
    void tell(String words) {
        count.setText(words);
    }
}
