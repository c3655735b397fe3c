package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/**
 * A list with the selected record beside it: Enter goes from the list into the form, Esc back. The divider is
 * remembered. The record has a heading with its title, its history and Delete.
 */
public final class DetailView extends SplitPane {
    private final RecordKit kit;
    private final RecordTable table;
    private final RecordForm form;
    private final StringProperty title = new SimpleStringProperty("");
    private final HBox extras = new HBox(4);
    private final LatestTask<String> naming;

    /**
     * A list and a form.
     *
     * @param name stable name under which the divider is remembered, such as {@code participant.parties}
     */
    public DetailView(RecordKit kit, String name, RecordTable table, RecordForm form) {
        this.kit = kit;
        this.table = table;
        this.form = form;
        getStyleClass().add("detail-view");
        getStylesheets().add(RecordStyles.sheet());
        naming = new LatestTask<>(kit.kit().tasks(), title::set);
        table.selectedId().addListener((o, was, is) -> form.show(is));
        table.onOpen(row -> form.focusFirst());
        table.onHistory(row -> HistoryPanel.show(kit, row));
        form.row().addListener((o, was, is) -> named(is));
        kit.follow(this, Set.of(table.kind()), commit -> named(form.row().get()));
        VBox list = new VBox(table);
        list.getStyleClass().add("detail-list");
        VBox.setVgrow(table, Priority.ALWAYS);
        list.setMinWidth(280);
        getItems().setAll(list, detail());
        SplitPane.setResizableWithParent(getItems().get(1), true);
        kit.kit().splits().remember(this, name, 0.6);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && Fx.hasKeyboard(form)) {
                event.consume();
                table.focusTable();
            }
        });
    }

    /** The list. */
    public RecordTable table() {
        return table;
    }

    /** The form. */
    public RecordForm form() {
        return form;
    }

    /** Further controls in the heading of the record. */
    public DetailView extras(Node... nodes) {
        extras.getChildren().addAll(nodes);
        return this;
    }

    /** Selects a record and shows it. */
    public void show(UUID id) {
        table.select(id);
    }

    private Node detail() {
        Label heading = new Label();
        heading.getStyleClass().add("h3");
        heading.textProperty().bind(title);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(4, heading, extras);
        extras.setAlignment(Pos.CENTER_RIGHT);
        head.getChildren()
                .add(button(
                        "records.history",
                        Material2OutlinedAL.HISTORY,
                        () -> HistoryPanel.show(kit, form.row().get())));
        if (table.deletable()) {
            Button delete = button(
                    "kit.delete",
                    Material2OutlinedAL.DELETE,
                    () -> table.delete(List.of(form.row().get())));
            delete.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> form.row().get() == null || form.row().get().deleted(), form.row()));
            head.getChildren().add(delete);
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("detail-head");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("detail-scroll");
        scroll.setFocusTraversable(false);
        VBox detail = new VBox(head, scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label nothing = new Label();
        nothing.textProperty().bind(kit.i18n().text("records.detail.nothing"));
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        detail.visibleProperty().bind(form.row().isNotNull());
        nothing.visibleProperty().bind(form.row().isNull());
        StackPane pane = new StackPane(nothing, detail);
        pane.getStyleClass().add("detail-pane");
        pane.setMinWidth(300);
        return pane;
    }

    private Button button(String key, Ikon icon, Runnable does) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, kit.i18n().text(key));
        button.setOnAction(event -> does.run());
        return button;
    }

    private void named(Row row) {
        if (row == null) {
            naming.cancel();
            title.set("");
        } else {
            naming.request(progress -> {
                String name = kit.titles().of(row);
                return name.isBlank()
                        ? kit.i18n().now("records.untitled", kit.words().kind(row.kind()))
                        : name;
            });
        }
    }
}
