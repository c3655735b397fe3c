package org.rapporteur.ui.exchange;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.Duplicates;
import org.rapporteur.ui.exchange.DuplicatesViewModel.Item;
import org.rapporteur.ui.exchange.DuplicatesViewModel.Line;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;

/** Pairs on one side, the two compared field by field on the other. */
final class DuplicatesView extends StackPane {
    private final ExchangeParts parts;
    private final DuplicatesViewModel model;
    private final ListView<Item> list = new ListView<>();
    private final VBox body = new VBox(16);
    private boolean selecting;

    DuplicatesView(ExchangeParts parts, DuplicatesViewModel model) {
        this.parts = parts;
        this.model = model;
        list.setItems(model.items());
        list.setFixedCellSize(ConflictsView.ROW);
        list.setId("duplicate-list");
        list.getStyleClass().add("quiet-list");
        list.setCellFactory(view -> new Cell());
        Access.name(list, i18n().text("exchange.tab.duplicates"));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!selecting && is != null) {
                model.selected().set(is);
            }
        });
        model.selected().addListener((o, was, is) -> show(is));
        VBox side = new VBox(list);
        side.getStyleClass().add("list-side");
        side.setMinWidth(240);
        VBox.setVgrow(list, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        body.getStyleClass().add("change-body");
        SplitPane split = new SplitPane(side, scroll);
        split.getStyleClass().add("quiet-split");
        parts.kit().splits().remember(split, "exchange.duplicates", 0.34);
        EmptyState none = new EmptyState(
                Material2OutlinedAL.CHECK_CIRCLE,
                i18n().text("exchange.duplicates.none.title"),
                i18n().text("exchange.duplicates.none.sentence"));
        none.visibleProperty().bind(Bindings.isEmpty(model.items()).and(model.loaded()));
        split.visibleProperty().bind(Bindings.isNotEmpty(model.items()));
        getChildren().addAll(none, split);
        show(model.selected().get());
    }

    private I18n i18n() {
        return parts.i18n();
    }

    private void show(Item item) {
        selecting = true;
        int index = item == null ? -1 : model.items().indexOf(item);
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
        }
        selecting = false;
        body.getChildren().clear();
        if (item == null) {
            return;
        }
        Label title = new Label(i18n().now(
                        "exchange.duplicates.question",
                        FieldWords.beginning(
                                parts.records().words().kind(item.pair().kind()), i18n())));
        title.getStyleClass().add("h2");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().addAll(new VBox(8, title, why(item)), compare(item), answers(item));
    }

    private Chip why(Item item) {
        Duplicates.Pair pair = item.pair();
        String fields = pair.fields().stream()
                .map(field -> parts.records().words().field(pair.kind(), field))
                .collect(Collectors.joining(i18n().now("records.list.separator")));
        String key =
                switch (pair.reason()) {
                    case SAME_CODE, SAME_ADDRESS, SAME_ENTRY -> "exchange.duplicates.same";
                    case SIMILAR_NAME, POSSIBLE -> "exchange.duplicates.similar";
                };
        return new Chip(
                pair.reason() == Duplicates.Reason.POSSIBLE ? Tone.INFO : Tone.WARNING, i18n().text(key, fields));
    }

    private Node compare(Item item) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("compare-grid");
        for (double share : new double[] {24, 38, 38}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setMinWidth(0);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                new Label(),
                head("exchange.duplicates.first", item, true),
                head("exchange.duplicates.second", item, false));
        int row = 1;
        for (Line line : item.lines()) {
            Label label = wrapped(line.label());
            label.getStyleClass().addAll("muted", "small");
            grid.addRow(row++, label, value(line.first(), line.same()), value(line.second(), line.same()));
        }
        return grid;
    }

    private Node head(String key, Item item, boolean first) {
        Label words = new Label(i18n().now(key));
        words.getStyleClass().add("strong");
        HBox box = new HBox(4, words);
        box.setAlignment(Pos.CENTER_LEFT);
        if (parts.records().opener().canOpen(item.pair().kind())) {
            Button open = new Button(null, Icons.of(Material2OutlinedMZ.OPEN_IN_NEW, 16));
            open.getStyleClass().addAll("flat", "button-icon", "small");
            Access.nameAndTip(open, i18n().text("exchange.openRecord"));
            open.setOnAction(event -> parts.records()
                    .opener()
                    .open(
                            item.pair().kind(),
                            first
                                    ? item.pair().first().id()
                                    : item.pair().second().id()));
            box.getChildren().add(open);
        }
        return box;
    }

    private Label value(String text, boolean same) {
        Label label = wrapped(text.isEmpty() ? i18n().now("exchange.value.empty") : text);
        label.getStyleClass().add(text.isEmpty() || same ? "muted" : "strong");
        return label;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node answers(Item item) {
        FlowPane answers = new FlowPane(8, 8);
        answers.getChildren()
                .addAll(
                        button(
                                "exchange.duplicates.keepFirst",
                                Material2OutlinedMZ.MERGE_TYPE,
                                () -> model.merge(item, true)),
                        button(
                                "exchange.duplicates.keepSecond",
                                Material2OutlinedMZ.MERGE_TYPE,
                                () -> model.merge(item, false)),
                        button(
                                "exchange.duplicates.different",
                                Material2OutlinedAL.CALL_SPLIT,
                                () -> model.keepApart(item)));
        answers.setDisable(!parts.records().writable());
        Label help = wrapped(i18n().now("exchange.duplicates.help"));
        help.getStyleClass().add("field-help");
        return new VBox(8, answers, help);
    }

    private Button button(String key, Ikon icon, Runnable does) {
        Button button = new Button(i18n().now(key), Icons.of(icon, 16));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> does.run());
        return button;
    }

    private final class Cell extends ListCell<Item> {
        private final Label title = new Label();
        private final Label below = new Label();
        private final StackPane icon = new StackPane();
        private final HBox row;

        Cell() {
            title.getStyleClass().add("strong");
            below.getStyleClass().addAll("muted", "small");
            VBox words = new VBox(2, title, below);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            icon.setMinWidth(24);
            row = new HBox(8, icon, words);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.first());
            String kind = FieldWords.beginning(
                    parts.records().words().kind(item.pair().kind()), i18n());
            below.setText(
                    item.first().equals(item.second())
                            ? kind
                            : i18n().now("exchange.duplicates.row", kind, item.second()));
            icon.getChildren().setAll(Icons.of(KindIcons.of(item.pair().kind().name())));
            setGraphic(row);
            setAccessibleText(title.getText() + ", " + below.getText());
        }
    }
}
