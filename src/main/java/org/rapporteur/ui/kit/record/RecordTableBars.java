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
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** What stands above a list (filter, chips, columns, tools) and below it (count, what to do with the selection). */
final class RecordTableBars {
    /** More actions than this go into a menu. */
    private static final int MOST_BUTTONS = 2;

    private final RecordTable table;
    private final RecordTableModel model;
    private final I18n i18n;
    private final VBox above = new VBox(8);
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
        this.delete = icon("kit.delete", Material2OutlinedAL.DELETE, table::deleteSelected);
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
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox first = new HBox(8, filterBox(), space, columnMenu());
        // A note below one of them, as of a name that was not chosen, leaves the others where they are.
        first.setAlignment(Pos.TOP_LEFT);
        first.getChildren().addAll(tools);
        // Words on a button are never cut short; the filter gives way.
        tools.stream().filter(Region.class::isInstance).map(Region.class::cast).forEach(tool -> {
            tool.setMinWidth(Region.USE_PREF_SIZE);
        });
        above.getStyleClass().add("record-bar");
        above.getChildren().add(first);
        if (!filters.isEmpty()) {
            FlowPane pane = new FlowPane(4, 4);
            pane.setAlignment(Pos.CENTER_LEFT);
            for (String field : filters) {
                FilterChip chip =
                        new FilterChip(table.kit(), table.kind(), table.kind().field(field), model);
                chips.add(chip);
                pane.getChildren().add(chip);
            }
            above.getChildren().add(pane);
        }
        below.getStyleClass().add("record-foot");
        below.setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        if (actions.size() > MOST_BUTTONS) {
            buttons.getChildren().add(menu(actions));
        } else {
            actions.forEach(action -> buttons.getChildren().add(button(action)));
        }
        buttons.getChildren().addAll(icon("records.copy", Material2OutlinedAL.CONTENT_COPY, table::copy), delete);
        below.getChildren().addAll(count, buttons);
        selection();
        count();
    }

    private Button button(RecordAction action) {
        Button button = new Button(null, Icons.of(action.icon(), 16));
        button.textProperty().bind(i18n.text(action.labelKey()));
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(event -> action.does().accept(table.selection().get()));
        button.setUserData(action);
        return button;
    }

    private MenuButton menu(List<RecordAction> actions) {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(i18n.text("records.withSelected"));
        menu.getStyleClass().addAll("flat", "small");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (RecordAction action : actions) {
            MenuItem item = new MenuItem(null, Icons.of(action.icon(), 16));
            item.textProperty().bind(i18n.text(action.labelKey()));
            item.setOnAction(event -> action.does().accept(table.selection().get()));
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> {
            for (int i = 0; i < actions.size(); i++) {
                menu.getItems()
                        .get(i)
                        .setDisable(
                                !actions.get(i).when().test(table.selection().get()));
            }
        });
        return menu;
    }

    private Button icon(String key, Ikon icon, Runnable does) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, i18n.text(key));
        button.setOnAction(event -> does.run());
        return button;
    }

    private Node filterBox() {
        filter.promptTextProperty().bind(i18n.text("records.filter.prompt"));
        filter.getStyleClass().add("filter-box");
        filter.setId("record-filter");
        filter.setLeft(Icons.of(Material2OutlinedMZ.SEARCH, 16));
        Access.name(filter, i18n.text("records.filter.prompt"));
        filter.setPrefWidth(220);
        filter.setMinWidth(110);
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
                box.setSelected(table.grid().isChosen(column));
                box.selectedProperty().addListener((o, was, is) -> table.grid().choose(column, is));
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
