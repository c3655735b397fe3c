package org.rapporteur.ui.exchange;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.ProblemPane;
import org.rapporteur.ui.kit.Tone;

/** A package before it is applied. */
final class PreviewView extends StackPane {
    private final ExchangeParts parts;
    private final PreviewViewModel model;
    private final Runnable openAnother;
    private final ListView<ChangeItem> list = new ListView<>();
    private final StackPane headPlace = new StackPane();
    private final ChangePane pane;
    private final VBox shown;

    PreviewView(ExchangeParts parts, PreviewViewModel model, Runnable openAnother) {
        this.parts = parts;
        this.model = model;
        this.openAnother = openAnother;
        this.pane = new ChangePane(parts);
        getStyleClass().add("preview");
        list.setItems(model.items());
        list.setFixedCellSize(ConflictsView.ROW);
        list.setId("preview-list");
        list.getStyleClass().add("quiet-list");
        list.setCellFactory(view -> new Cell());
        Access.name(list, i18n().text("exchange.preview.list"));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> pane.show(is));
        VBox side = new VBox(list);
        side.getStyleClass().add("list-side");
        VBox.setVgrow(list, Priority.ALWAYS);
        side.setMinWidth(260);
        SplitPane split = new SplitPane(side, pane);
        split.getStyleClass().add("quiet-split");
        parts.kit().splits().remember(split, "exchange.preview", 0.45);
        VBox.setVgrow(split, Priority.ALWAYS);
        shown = new VBox(headPlace, split);
        model.state().addListener((o, was, is) -> show(is));
        show(model.state().get());
    }

    private I18n i18n() {
        return parts.i18n();
    }

    private void show(PreviewViewModel.State state) {
        switch (state) {
            case NOTHING -> getChildren().clear();
            case OPENING -> getChildren().setAll(busy());
            case PASSPHRASE -> getChildren().setAll(passphrase());
            case FAILED -> getChildren().setAll(failed());
            case APPLYING -> {
                // The list stays as it is while the work shows in the title row.
            }
            case SHOWN -> {
                headPlace
                        .getChildren()
                        .setAll(PreviewHead.of(parts, model, model.summary().get()));
                getChildren().setAll(shown);
                list.getSelectionModel().select(model.items().isEmpty() ? -1 : 1);
                list.scrollTo(0);
                org.rapporteur.ui.kit.Fx.later(list::requestFocus);
            }
        }
    }

    private Node busy() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        Label words = new Label(i18n().now("exchange.preview.reading"));
        words.getStyleClass().add("muted");
        VBox box = new VBox(12, wheel, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node passphrase() {
        Label title = new Label(i18n().now("exchange.passphrase.title"));
        title.getStyleClass().add("h2");
        title.setWrapText(true);
        PasswordField field = new PasswordField();
        field.setId("passphrase");
        Label error = new Label();
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        error.getStyleClass().add("field-error");
        error.setGraphic(Icons.of(Tone.DANGER.icon(), 16));
        boolean wrong = model.problem().get() != null;
        error.setText(wrong ? i18n().now(model.problem().get().what()) : "");
        error.setVisible(wrong);
        error.setManaged(wrong);
        Button open = new Button(i18n().now("kit.open"));
        open.getStyleClass().add("accent");
        open.disableProperty().bind(field.textProperty().isEmpty());
        Runnable tries = () -> {
            char[] passphrase = field.getText().toCharArray();
            field.clear();
            model.passphrase(passphrase);
        };
        open.setOnAction(event -> tries.run());
        field.setOnAction(event -> {
            if (!field.getText().isEmpty()) {
                tries.run();
            }
        });
        Button no = new Button(i18n().now("kit.cancel"));
        no.setCancelButton(true);
        no.setOnAction(event -> model.close());
        Label file = new Label(
                model.file() == null ? "" : String.valueOf(model.file().getFileName()));
        file.getStyleClass().add("muted");
        VBox box = new VBox(
                16,
                title,
                file,
                Fields.field(i18n().text("exchange.passphrase.label"), field, i18n().text("exchange.passphrase.help")),
                error,
                new HBox(8, open, no));
        box.getStyleClass().addAll("card", "exchange-form");
        box.setMaxSize(460, Region.USE_PREF_SIZE);
        field.sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                org.rapporteur.ui.kit.Fx.later(field::requestFocus);
            }
        });
        return box;
    }

    private Node failed() {
        Button another = new Button(i18n().now("exchange.open"), Icons.of(Material2OutlinedAL.FOLDER_OPEN, 16));
        another.setOnAction(event -> openAnother.run());
        Button back = new Button(i18n().now("exchange.back"));
        back.setOnAction(event -> model.close());
        VBox box = new VBox(
                16, new ProblemPane(model.problem().get(), i18n(), parts.kit().dialogs()), new HBox(8, another, back));
        box.getStyleClass().addAll("card", "exchange-form");
        box.setMaxSize(520, Region.USE_PREF_SIZE);
        return box;
    }

    private final class Cell extends ListCell<ChangeItem> {
        private final Label title = new Label();
        private final Label below = new Label();
        private final StackPane icon = new StackPane();
        private final HBox row;

        Cell() {
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
        protected void updateItem(ChangeItem item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove("list-heading");
            setText(null);
            setGraphic(null);
            if (empty || item == null) {
                return;
            }
            if (item.isHeading()) {
                getStyleClass().add("list-heading");
                setText(item.title());
                setAccessibleText(item.title());
                return;
            }
            boolean doubt = item.phrases().stream().anyMatch(ChangePhrase::doubt);
            title.setText(item.title());
            below.setText(item.summary());
            icon.getChildren().setAll(Icons.of(doubt ? Material2OutlinedMZ.MERGE_TYPE : KindIcons.of(item.kind())));
            setGraphic(row);
            setAccessibleText(item.title() + ", " + item.summary());
            if (getIndex() > model.items().size() - PreviewViewModel.PAGE / 4) {
                model.readMore();
            }
        }
    }

    /** The record that is selected, in full. */
    private static final class ChangePane extends StackPane {
        private final ExchangeParts parts;
        private final VBox body = new VBox(12);

        ChangePane(ExchangeParts parts) {
            this.parts = parts;
            ScrollPane scroll = new ScrollPane(body);
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setFocusTraversable(false);
            body.getStyleClass().add("change-body");
            getChildren().add(scroll);
            setMinWidth(300);
        }

        void show(ChangeItem item) {
            body.getChildren().clear();
            if (item != null && !item.isHeading()) {
                body.getChildren().setAll(ChangeDetail.of(parts, item));
            }
        }
    }
}
