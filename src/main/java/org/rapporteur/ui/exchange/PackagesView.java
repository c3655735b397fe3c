package org.rapporteur.ui.exchange;

import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.PackageRecord.State;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;

/** What came, went, waits and was taken back. */
final class PackagesView extends StackPane {
    private final ExchangeParts parts;
    private final PackagesViewModel model;
    private final Consumer<PackageRecord> look;
    private final ListView<PackageRecord> list = new ListView<>();
    private final VBox body = new VBox(16);
    private boolean selecting;

    PackagesView(ExchangeParts parts, PackagesViewModel model, Consumer<PackageRecord> look, Command open) {
        this.parts = parts;
        this.model = model;
        this.look = look;
        list.setItems(model.items());
        list.setFixedCellSize(60);
        list.setId("package-list");
        list.getStyleClass().add("quiet-list");
        list.setCellFactory(view -> new Cell());
        Access.name(list, i18n().text("exchange.tab.packages"));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!selecting && is != null) {
                model.selected().set(is);
            }
        });
        model.selected().addListener((o, was, is) -> show(is));
        VBox side = new VBox(list);
        side.getStyleClass().add("list-side");
        side.setMinWidth(280);
        VBox.setVgrow(list, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        body.getStyleClass().addAll("change-body", "exchange-form");
        SplitPane split = new SplitPane(side, scroll);
        split.getStyleClass().add("quiet-split");
        parts.kit().splits().remember(split, "exchange.packages", 0.5);
        Button button = Commands.button(open, i18n());
        button.setId(null);
        EmptyState none = new EmptyState(
                Material2OutlinedAL.INBOX,
                i18n().text("exchange.packages.none.title"),
                i18n().text("exchange.packages.none.sentence"),
                button);
        none.visibleProperty().bind(Bindings.isEmpty(model.items()).and(model.loaded()));
        split.visibleProperty().bind(Bindings.isNotEmpty(model.items()));
        getChildren().addAll(none, split);
        i18n().language().addListener((o, was, is) -> {
            list.refresh();
            show(model.selected().get());
        });
        show(model.selected().get());
    }

    private I18n i18n() {
        return parts.i18n();
    }

    private void show(PackageRecord record) {
        selecting = true;
        int index = record == null ? -1 : model.items().indexOf(record);
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
        }
        selecting = false;
        body.getChildren().clear();
        if (record == null) {
            return;
        }
        Label title = line(title(record));
        title.getStyleClass().add("h2");
        HBox state = new HBox(12, chip(record.state()), muted(when(record)));
        state.setAlignment(Pos.CENTER_LEFT);
        body.getChildren().addAll(new VBox(8, title, state, muted(record.fileName())));
        if (record.state() == State.WAITING) {
            body.getChildren()
                    .add(Banner.of(
                            Tone.INFO,
                            i18n().now("exchange.missing.head") + "\n"
                                    + EffectWords.missing(i18n(), record.missing())));
        }
        if (record.effects() != null) {
            body.getChildren().add(effects(record.effects()));
        }
        if (record.state() == State.UNDONE && record.left() > 0) {
            body.getChildren().add(Banner.of(Tone.INFO, i18n().now("exchange.takenBackBut", record.left())));
        }
        HBox actions = actions(record);
        if (!actions.getChildren().isEmpty()) {
            body.getChildren().add(actions);
        }
    }

    private Node effects(ImportEffects effects) {
        VBox lines = new VBox(6);
        for (String part : EffectWords.of(i18n(), effects)
                .split(java.util.regex.Pattern.quote(i18n().now("records.list.separator")))) {
            lines.getChildren().add(line(part));
        }
        lines.getStyleClass().add("card");
        return lines;
    }

    private HBox actions(PackageRecord record) {
        HBox actions = new HBox(8);
        boolean writable = parts.records().writable();
        if (record.state() == State.HELD || record.state() == State.WAITING) {
            Button see = button("exchange.packages.look", Material2OutlinedMZ.SEARCH, () -> look.accept(record));
            see.getStyleClass().add("accent");
            Button away = button("exchange.packages.discard", Material2OutlinedAL.DELETE, () -> {
                if (parts.kit()
                        .dialogs()
                        .confirm(
                                i18n().now("exchange.packages.discardTitle"),
                                i18n().now("exchange.packages.discardText"),
                                i18n().now("exchange.packages.discard"))) {
                    model.discard(record);
                }
            });
            away.setDisable(!writable);
            actions.getChildren().addAll(see, away);
        } else if (record.state() == State.APPLIED) {
            Button back = button("exchange.packages.takeBack", Material2OutlinedMZ.UNDO, () -> model.takeBack(record));
            back.setId("take-back");
            back.setDisable(!writable);
            actions.getChildren().add(back);
        }
        return actions;
    }

    private Button button(String key, Ikon icon, Runnable does) {
        Button button = new Button(i18n().now(key), Icons.of(icon, 16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> does.run());
        return button;
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String words) {
        Label label = line(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private String title(PackageRecord record) {
        String who = record.author() == null || record.author().isBlank()
                ? i18n().now(record.state() == State.SENT ? "exchange.send.anyone" : "exchange.side.somebody")
                : record.author();
        return i18n().now(record.state() == State.SENT ? "exchange.packages.to" : "exchange.preview.from", who);
    }

    private String when(PackageRecord record) {
        return record.at() == null ? "" : i18n().formats().dateTime(record.at(), ZoneId.systemDefault());
    }

    private Chip chip(State state) {
        return switch (state) {
            case APPLIED -> new Chip(Tone.SUCCESS, i18n().text("exchange.state.applied"));
            case UNDONE -> new Chip(Tone.NEUTRAL, Material2OutlinedMZ.UNDO, i18n().text("exchange.state.undone"));
            case WAITING ->
                new Chip(Tone.INFO, Material2OutlinedAL.HOURGLASS_EMPTY, i18n().text("exchange.state.waiting"));
            case HELD -> new Chip(Tone.WARNING, i18n().text("exchange.state.held"));
            case SENT -> new Chip(Tone.NEUTRAL, Material2OutlinedMZ.SEND, i18n().text("exchange.state.sent"));
        };
    }

    private final class Cell extends ListCell<PackageRecord> {
        private final Label title = new Label();
        private final Label below = new Label();
        private final HBox chips = new HBox();
        private final HBox row;

        Cell() {
            below.getStyleClass().addAll("muted", "small");
            title.getStyleClass().add("strong");
            VBox words = new VBox(2, title, below);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            chips.setAlignment(Pos.CENTER_RIGHT);
            chips.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(8, words, chips);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PackageRecord record, boolean empty) {
            super.updateItem(record, empty);
            setText(null);
            if (empty || record == null) {
                setGraphic(null);
                return;
            }
            title.setText(title(record));
            String effects = EffectWords.of(i18n(), record.effects());
            below.setText(effects.isEmpty() ? when(record) : i18n().now("exchange.byline", when(record), effects));
            Chip chip = chip(record.state());
            chips.getChildren().setAll(chip);
            setGraphic(row);
            setAccessibleText(title.getText() + ", " + chip.getText() + ", " + below.getText());
        }
    }
}
