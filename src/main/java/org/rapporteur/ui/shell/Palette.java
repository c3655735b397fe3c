package org.rapporteur.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Keys;

/** The command palette: type a few letters, Enter does it. Lies over the window and goes with Escape. */
final class Palette extends StackPane {
    private static final int ROW = 36;
    private static final int MOST_ROWS = 10;

    private final PaletteViewModel model;
    private final I18n i18n;
    private final Consumer<Place> opener;
    private final TextField field = new TextField();
    private final ListView<PaletteViewModel.Entry> list = new ListView<>();
    private Node focusBefore;

    Palette(PaletteViewModel model, I18n i18n, Consumer<Place> opener) {
        this.model = model;
        this.i18n = i18n;
        this.opener = opener;
        getStyleClass().add("palette-scrim");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);

        field.setId("palette-field");
        field.promptTextProperty().bind(i18n.text("shell.palette.prompt"));
        field.textProperty().bindBidirectional(model.query());
        field.getStyleClass().add("palette-field");
        Access.name(field, i18n.text("shell.palette.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(8, Icons.of(Material2OutlinedMZ.SEARCH, 20), field);
        head.getStyleClass().add("palette-head");

        list.setId("palette-list");
        list.setItems(model.entries());
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new EntryCell());
        list.setFocusTraversable(false);
        list.getStyleClass().add("palette-list");
        Access.name(list, i18n.text("shell.palette.results"));
        Label none = new Label();
        none.textProperty()
                .bind(Bindings.when(model.searching())
                        .then(i18n.text("shell.palette.searching"))
                        .otherwise(i18n.text("shell.palette.nothing")));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        model.entries().addListener((javafx.collections.ListChangeListener<PaletteViewModel.Entry>) change -> resize());

        VBox box = new VBox(head, list);
        box.getStyleClass().add("palette");
        box.setMaxWidth(600);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(box);

        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void resize() {
        int rows = Math.clamp(model.entries().size(), 2, MOST_ROWS);
        list.setPrefHeight(rows * ROW + 10.0);
        if (list.getSelectionModel().getSelectedIndex() < 0) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void key(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        int last = model.entries().size() - 1;
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose(list.getSelectionModel().getSelectedItem());
            case DOWN -> select(selected >= last ? 0 : selected + 1);
            case UP -> select(selected <= 0 ? last : selected - 1);
            case PAGE_DOWN -> select(Math.min(last, selected + MOST_ROWS));
            case PAGE_UP -> select(Math.max(0, selected - MOST_ROWS));
            // The keyboard stays in the palette while it is open.
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (index >= 0) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - MOST_ROWS + 1));
        }
    }

    /** Opens the palette, or closes it if it is open. */
    void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        focusBefore = getScene().getFocusOwner();
        model.reset();
        setVisible(true);
        list.getSelectionModel().selectFirst();
        resize();
        field.requestFocus();
    }

    void close() {
        setVisible(false);
        if (focusBefore != null && focusBefore.getScene() == getScene()) {
            Fx.giveBack(focusBefore);
        }
    }

    private void choose(PaletteViewModel.Entry entry) {
        if (entry == null) {
            return;
        }
        close();
        model.chosen(entry);
        switch (entry) {
            case PaletteViewModel.Entry.OfCommand of -> of.command().run();
            case PaletteViewModel.Entry.OfRecord of -> opener.accept(of.hit().place());
        }
    }

    private final class EntryCell extends ListCell<PaletteViewModel.Entry> {
        private EntryCell() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    choose(getItem());
                }
            });
        }

        @Override
        protected void updateItem(PaletteViewModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            if (empty || entry == null) {
                return;
            }
            switch (entry) {
                case PaletteViewModel.Entry.OfCommand of ->
                    show(
                            of.command().icon().orElse(Material2OutlinedAL.CHEVRON_RIGHT),
                            of.label(),
                            of.command()
                                    .keys()
                                    .map(keys -> Keys.label(keys, i18n))
                                    .orElse(null));
                case PaletteViewModel.Entry.OfRecord of ->
                    show(
                            of.hit().icon(),
                            of.hit().title(),
                            muted(
                                    of.hit().standingKey().isEmpty()
                                            ? i18n.now(of.hit().kindKey())
                                            : i18n.now(
                                                    "search.standing",
                                                    i18n.now(of.hit().kindKey()),
                                                    i18n.now(of.hit().standingKey()))));
            }
        }

        private static Label muted(String words) {
            Label label = new Label(words);
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.getStyleClass().add("muted");
            return label;
        }

        private void show(org.kordamp.ikonli.Ikon icon, String title, Label aside) {
            Label name = new Label(title);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox row = new HBox(12, Icons.of(icon), name);
            row.setAlignment(Pos.CENTER_LEFT);
            if (aside != null) {
                row.getChildren().add(aside);
            }
            setAccessibleText(aside == null ? title : title + ", " + aside.getText());
            setGraphic(row);
        }
    }
}
