package org.rapporteur.ui.exchange;

import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.model.Model;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.Icons;

/** The inbox: records that both changed on one side, what to decide about the selected one on the other. */
final class ConflictsView extends StackPane {
    static final double ROW = 52;

    private final ExchangeParts parts;
    private final ConflictsViewModel model;
    private final ListView<ConflictItem> list = new ListView<>();
    private boolean selecting;
    private boolean wanted;

    ConflictsView(ExchangeParts parts, ConflictsViewModel model, ConflictCommands commands, ConflictPane pane) {
        this.parts = parts;
        this.model = model;
        getStyleClass().add("conflicts");
        list.setItems(model.items());
        list.setFixedCellSize(ROW);
        list.setId("conflict-list");
        list.getStyleClass().add("quiet-list");
        list.setCellFactory(view -> new Cell());
        Access.name(list, parts.i18n().text("exchange.tab.conflicts"));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!selecting && is != null) {
                model.selected().set(is);
            }
        });
        // A list keeps Enter for itself, for editing.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                commands.next().run();
            }
        });
        model.selected().addListener((o, was, is) -> select(is));
        Label waiting = new Label();
        waiting.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> parts.i18n()
                                .now(
                                        "exchange.conflicts.waiting",
                                        Math.max(0, model.count().get())),
                        model.count(),
                        parts.i18n().language()));
        waiting.getStyleClass().add("muted");
        VBox side = new VBox(8, waiting, list);
        side.getStyleClass().add("list-side");
        side.setMinWidth(240);
        VBox.setVgrow(list, Priority.ALWAYS);
        SplitPane split = new SplitPane(side, pane);
        split.getStyleClass().add("quiet-split");
        SplitPane.setResizableWithParent(side, false);
        parts.kit().splits().remember(split, "exchange.conflicts", 0.3);
        EmptyState none = new EmptyState(
                Material2OutlinedAL.CHECK_CIRCLE,
                parts.i18n().text("exchange.conflicts.none.title"),
                parts.i18n().text("exchange.conflicts.none.sentence"));
        none.visibleProperty().bind(Bindings.isEmpty(model.items()).and(model.loaded()));
        split.visibleProperty().bind(Bindings.isNotEmpty(model.items()));
        getChildren().addAll(none, split);
        model.items().addListener((javafx.beans.Observable o) -> giveFocus());
        parts.records().follow(this, Set.copyOf(Model.kinds()), model::committed);
    }

    /** Puts the keyboard into the list. */
    void focusList() {
        wanted = true;
        giveFocus();
    }

    /** What is not shown yet cannot have the keyboard; it gets it when the first page comes. */
    private void giveFocus() {
        if (wanted && !model.items().isEmpty()) {
            wanted = false;
            org.rapporteur.ui.kit.Fx.later(list::requestFocus);
        }
    }

    private void select(ConflictItem item) {
        selecting = true;
        try {
            int index = item == null ? -1 : model.items().indexOf(item);
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (!Objects.equals(list.getSelectionModel().getSelectedIndex(), index)) {
                list.getSelectionModel().clearAndSelect(index);
                list.getFocusModel().focus(index);
                list.scrollTo(Math.max(0, index - 3));
            }
        } finally {
            selecting = false;
        }
    }

    private final class Cell extends ListCell<ConflictItem> {
        private final Label title = new Label();
        private final Label below = new Label();
        private final StackPane icon = new StackPane();
        private final HBox row;

        Cell() {
            title.setMaxWidth(Double.MAX_VALUE);
            below.getStyleClass().addAll("muted", "small");
            VBox words = new VBox(2, title, below);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            icon.setMinWidth(24);
            row = new HBox(8, icon, words);
            row.setAlignment(Pos.CENTER_LEFT);
            // The list must not grow wider than its place because of one long title.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ConflictItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(item.title());
            String kind = FieldWords.beginning(parts.records().words().kind(item.kind()), parts.i18n());
            below.setText(
                    item.done()
                            ? parts.i18n().now("exchange.conflicts.rowDone", kind)
                            : parts.i18n().now("exchange.conflicts.row", kind, item.open()));
            Node picture = item.done()
                    ? Icons.of(Material2OutlinedAL.CHECK_CIRCLE)
                    : Icons.of(KindIcons.of(item.kind().name()));
            icon.getChildren().setAll(picture);
            title.getStyleClass().removeAll("strong", "muted");
            title.getStyleClass().add(item.done() ? "muted" : "strong");
            setGraphic(row);
            setAccessibleText(item.title() + ", " + below.getText());
            if (getIndex() > model.items().size() - ConflictsViewModel.PAGE / 4) {
                model.readMore();
            }
        }
    }

    /** The icon of the tab. */
    static org.kordamp.ikonli.Ikon icon() {
        return Material2OutlinedMZ.MERGE_TYPE;
    }
}
