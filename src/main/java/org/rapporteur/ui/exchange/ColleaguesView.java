package org.rapporteur.ui.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;

/** The colleagues, and one of them in full. */
final class ColleaguesView extends StackPane {
    private final ExchangeParts parts;
    private final ColleaguesViewModel model;
    private final Consumer<Colleague> send;
    private final ListView<ColleagueItem> list = new ListView<>();
    private final VBox body = new VBox(16);
    private boolean selecting;

    ColleaguesView(ExchangeParts parts, ColleaguesViewModel model, Consumer<Colleague> send) {
        this.parts = parts;
        this.model = model;
        this.send = send;
        list.setItems(model.items());
        list.setFixedCellSize(64);
        list.setId("colleague-list");
        list.getStyleClass().add("quiet-list");
        list.setCellFactory(view -> new Cell());
        Access.name(list, i18n().text("exchange.tab.colleagues"));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!selecting && is != null) {
                model.selected().set(is);
            }
        });
        model.selected().addListener((o, was, is) -> show(is));
        VBox side = new VBox(list);
        side.getStyleClass().add("list-side");
        side.setMinWidth(260);
        VBox.setVgrow(list, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        body.getStyleClass().addAll("change-body", "exchange-form");
        SplitPane split = new SplitPane(side, scroll);
        split.getStyleClass().add("quiet-split");
        parts.kit().splits().remember(split, "exchange.colleagues", 0.42);
        Button everything = new Button();
        everything.textProperty().bind(i18n().text("exchange.sendEverything"));
        everything.setId("send-everything");
        everything.setOnAction(event -> send.accept(null));
        EmptyState none = new EmptyState(
                Material2OutlinedMZ.PEOPLE,
                i18n().text("exchange.colleagues.none.title"),
                i18n().text("exchange.colleagues.none.sentence"),
                everything);
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

    private void show(ColleagueItem item) {
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
        Colleague colleague = item.colleague();
        Label name = new Label(colleague.name());
        name.getStyleClass().add("h2");
        name.setWrapText(true);
        Button sendTo = button("exchange.sendTo", Material2OutlinedMZ.SEND, () -> send.accept(colleague));
        sendTo.getStyleClass().add("accent");
        body.getChildren().addAll(name, line(state(item)), sendTo, edit(colleague), key(item), remove(colleague));
    }

    private Node edit(Colleague colleague) {
        TextField name = new TextField(colleague.name());
        name.setId("colleague-name");
        TextField email = new TextField(colleague.email() == null ? "" : colleague.email());
        email.setId("colleague-email");
        email.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        Runnable save = () -> model.rename(colleague, name.getText(), email.getText());
        for (TextField field : java.util.List.of(name, email)) {
            field.setOnAction(event -> save.run());
            field.focusedProperty().addListener((o, was, is) -> {
                if (!is) {
                    save.run();
                }
            });
        }
        return new VBox(
                12,
                Fields.field(i18n().text("exchange.colleague.name"), name, null),
                Fields.field(
                        i18n().text("exchange.colleague.email"), email, i18n().text("exchange.colleague.emailHelp")));
    }

    private Node key(ColleagueItem item) {
        Label title = new Label(i18n().now("exchange.key.title"));
        title.getStyleClass().add("h3");
        VBox box = new VBox(12, title);
        box.getStyleClass().add("card");
        Colleague colleague = item.colleague();
        if (item.fingerprint() == null) {
            box.getChildren().add(line(i18n().now("exchange.key.none")));
            return box;
        }
        box.getChildren()
                .addAll(
                        line(i18n().now("exchange.key.read")),
                        digits("exchange.key.theirs", colleague.name(), item.fingerprint()),
                        digits("exchange.key.ours", "", model.ownFingerprint().get()));
        if (colleague.verified()) {
            Chip chip = new Chip(Tone.SUCCESS, Material2OutlinedMZ.VERIFIED_USER, i18n().text("exchange.key.verified"));
            Button doubt =
                    button("exchange.key.doubt", Material2OutlinedAL.CLOSE, () -> model.verify(colleague, false));
            doubt.getStyleClass().add("flat");
            HBox row = new HBox(12, chip, doubt);
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(row);
        } else {
            Button verify = button(
                    "exchange.key.verify", Material2OutlinedMZ.VERIFIED_USER, () -> model.verify(colleague, true));
            verify.setId("verify");
            box.getChildren().add(verify);
        }
        return box;
    }

    private Node digits(String key, String name, String digits) {
        Label whose = new Label(i18n().now(key, name));
        whose.getStyleClass().addAll("muted", "small");
        Label groups = new Label(digits);
        groups.setWrapText(true);
        groups.setMinHeight(Region.USE_PREF_SIZE);
        groups.getStyleClass().add("fingerprint");
        groups.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        groups.setMaxWidth(Double.MAX_VALUE);
        groups.setAlignment(i18n().language().get().rtl() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return new VBox(2, whose, groups);
    }

    private Node remove(Colleague colleague) {
        Button remove = button("exchange.colleague.remove", Material2OutlinedAL.DELETE, () -> {
            if (parts.kit()
                    .dialogs()
                    .confirm(
                            i18n().now("exchange.colleague.removeTitle", colleague.name()),
                            i18n().now("exchange.colleague.removeText"),
                            i18n().now("exchange.colleague.remove"))) {
                model.remove(colleague);
            }
        });
        remove.getStyleClass().add("flat");
        return remove;
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

    /** What a colleague has, in words. */
    private String state(ColleagueItem item) {
        Instant received = item.colleague().lastReceived();
        if (item.lacking() < 0 || received == null) {
            return i18n().now("exchange.colleague.unknown");
        }
        String day =
                i18n().formats().date(received.atZone(ZoneId.systemDefault()).toLocalDate());
        return item.lacking() == 0
                ? i18n().now("exchange.colleague.hasAll")
                : i18n().now("exchange.colleague.lacks", day, item.lacking());
    }

    private String dates(Colleague colleague) {
        return i18n().now("exchange.colleague.dates", day(colleague.lastReceived()), day(colleague.lastSent()));
    }

    private String day(Instant at) {
        return at == null
                ? i18n().now("exchange.never")
                : i18n().formats().shortDate(at.atZone(ZoneId.systemDefault()).toLocalDate());
    }

    private final class Cell extends ListCell<ColleagueItem> {
        private final Label name = new Label();
        private final Label below = new Label();
        private final Label dates = new Label();
        private final HBox row;

        Cell() {
            name.getStyleClass().add("strong");
            below.getStyleClass().addAll("muted", "small");
            dates.getStyleClass().addAll("muted", "small");
            VBox words = new VBox(1, name, below, dates);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(8, words);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ColleagueItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.colleague().name());
            name.setGraphic(item.colleague().verified() ? Icons.of(Material2OutlinedMZ.VERIFIED_USER, 16) : null);
            name.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            below.setText(state(item));
            dates.setText(dates(item.colleague()));
            setGraphic(row);
            setAccessibleText(item.colleague().name() + ", " + below.getText() + ", " + dates.getText()
                    + (item.colleague().verified() ? ", " + i18n().now("exchange.key.verified") : ""));
        }
    }
}
