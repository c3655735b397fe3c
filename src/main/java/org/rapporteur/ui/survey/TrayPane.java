package org.rapporteur.ui.survey;

import java.util.List;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.survey.TrayViewModel.Item;

/** One waiting cell at a time: where it stood, which question it seems to belong to, and four keys to decide. */
final class TrayPane extends BorderPane {
    private final SurveyParts parts;
    private final TrayViewModel model;
    private final Label count = new Label();
    private final VBox body = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(body);
    private final HBox keys = new HBox(8);
    private final ComboBox<Question> another = new ComboBox<>();
    private final Button accept;
    private final EmptyState nothing;
    private boolean filling;

    TrayPane(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.model = new TrayViewModel(
                parts.kit().tasks(), parts.records(), parts.recordKit().edits(), survey);
        I18n i18n = parts.i18n();
        getStyleClass().add("tray");
        setFocusTraversable(true);
        setAccessibleRole(javafx.scene.AccessibleRole.PARENT);
        accessibleTextProperty().bind(i18n.text("survey.tray"));
        Label title = new Label();
        title.textProperty().bind(i18n.text("survey.tray"));
        title.getStyleClass().add("h3");
        count.getStyleClass().add("muted");
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                8,
                title,
                count,
                step(-1, Material2OutlinedAL.KEYBOARD_ARROW_UP, "survey.tray.before"),
                step(1, Material2OutlinedAL.KEYBOARD_ARROW_DOWN, "survey.tray.next"));
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        another.setCellFactory(list -> new QuestionCell());
        another.setButtonCell(new QuestionCell());
        another.setMaxWidth(Double.MAX_VALUE);
        another.promptTextProperty().bind(i18n.text("survey.tray.another"));
        Access.name(another, i18n.text("survey.tray.another"));
        another.setOnHidden(e -> {
            Question chosen = another.getValue();
            if (!filling && chosen != null) {
                model.place(chosen);
            }
            requestFocus();
        });
        another.setId("tray-another");
        accept = button("survey.tray.accept", Material2OutlinedAL.DONE, model::accept);
        accept.getStyleClass().add("accent");
        accept.setId("tray-accept");
        Button leave = button("survey.tray.leave", Material2OutlinedMZ.SKIP_NEXT, () -> model.step(1));
        Button aside = button("survey.tray.aside", Material2OutlinedAL.DELETE_SWEEP, model::setAside);
        aside.setId("tray-aside");
        FlowPane buttons = new FlowPane(8, 8, accept, leave, aside);
        VBox below = new VBox(8, another, buttons);
        below.getStyleClass().add("tray-decide");
        below.setDisable(!parts.changes().writable());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        nothing = new EmptyState(
                Material2OutlinedAL.INBOX,
                i18n.text("survey.tray.empty.title"),
                i18n.text("survey.tray.empty.sentence"));
        keys.getChildren().setAll(below);
        HBox.setHgrow(below, Priority.ALWAYS);
        model.current().addListener((o, was, is) -> fill());
        model.items().addListener((ListChangeListener<Item>) change -> fill());
        model.questions().addListener((ListChangeListener<Question>) change -> {
            filling = true;
            another.getItems().setAll(model.questions());
            filling = false;
        });
        i18n.language().addListener((o, was, is) -> fill());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fill();
    }

    TrayViewModel model() {
        return model;
    }

    private Button button(String key, Ikon icon, Runnable what) {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text(key));
        button.setGraphic(Icons.of(icon, 16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            what.run();
            requestFocus();
        });
        return button;
    }

    private Button step(int by, Ikon icon, String key) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, parts.i18n().text(key));
        button.setOnAction(e -> model.step(by));
        return button;
    }

    /** Enter, A, L and S wherever the keyboard is in here, but in an open list of questions. */
    private void key(KeyEvent event) {
        if (event.isShortcutDown()
                || event.isAltDown()
                || event.getTarget() instanceof TextInputControl
                || another.isShowing()
                || model.current().get() == null
                || !parts.changes().writable()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            model.accept();
        } else if (code == KeyCode.A) {
            another.requestFocus();
            another.show();
        } else if (code == KeyCode.L || code == KeyCode.PAGE_DOWN) {
            model.step(1);
        } else if (code == KeyCode.PAGE_UP) {
            model.step(-1);
        } else if (code == KeyCode.S) {
            model.setAside();
        } else {
            return;
        }
        event.consume();
    }

    private void fill() {
        Item item = model.current().get();
        count.setText(
                model.items().isEmpty()
                        ? ""
                        : parts.i18n()
                                .now(
                                        "survey.tray.count",
                                        model.position().get() + 1,
                                        model.items().size()));
        if (item == null) {
            setCenter(nothing);
            setBottom(null);
            return;
        }
        I18n i18n = parts.i18n();
        Label from = new Label(i18n.now(
                "survey.tray.from",
                item.respondent(),
                item.file(),
                item.row().text("source_sheet"),
                item.row().text("source_cell")));
        from.setWrapText(true);
        from.getStyleClass().addAll("muted", "small");
        Label reason = new Label(i18n.now("forms.tray." + item.row().text("reason")));
        reason.setWrapText(true);
        reason.setGraphic(Icons.of(Material2OutlinedAL.HELP_OUTLINE, 16));
        String words = item.row().text("body");
        Label said = new Label(words);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("tray-words");
        body.getChildren()
                .setAll(List.of(
                        from,
                        reason,
                        new SourcePicture(
                                item.row().text("source_sheet"),
                                item.row().text("source_cell"),
                                words,
                                item.row().text("surroundings"))));
        if (words.length() > 100) {
            body.getChildren().add(said);
        }
        body.getChildren().add(proposed(item));
        accept.setDisable(item.proposed().isEmpty());
        filling = true;
        another.setValue(null);
        filling = false;
        setCenter(scroll);
        setBottom(keys);
    }

    private Node proposed(Item item) {
        I18n i18n = parts.i18n();
        Label heading =
                new Label(i18n.now(item.proposed().isPresent() ? "survey.tray.proposed" : "survey.tray.noproposal"));
        heading.getStyleClass().add("field-label");
        VBox box = new VBox(4, heading);
        item.proposed().ifPresent(question -> {
            Label asked = new Label(question(question));
            asked.setWrapText(true);
            asked.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(asked);
            if (!item.there().isBlank()) {
                Label there = new Label(i18n.now("survey.tray.there", item.there()));
                there.setWrapText(true);
                there.getStyleClass().addAll("muted", "small");
                box.getChildren().add(there);
            }
        });
        return box;
    }

    private String question(Question question) {
        return parts.i18n()
                .now(
                        "survey.results.question",
                        question.code(),
                        question.label().text(parts.i18n().language().get()));
    }

    private final class QuestionCell extends ListCell<Question> {
        @Override
        protected void updateItem(Question item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? another.getPromptText() : question(item));
            setMaxWidth(640);
        }
    }
}
