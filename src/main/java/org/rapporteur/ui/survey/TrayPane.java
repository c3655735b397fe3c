package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.RefusedFiles;
import org.rapporteur.core.survey.TrayProposal;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.survey.TrayViewModel.Difference;
import org.rapporteur.ui.survey.TrayViewModel.Item;

/**
 * The inbox, one thing at a time: what was written and where, what is asked, and a key for each way to decide. The key
 * that is hit most easily, Enter, only ever does what neither loses nor alters a word.
 */
final class TrayPane extends BorderPane {
    private static final int MOST_DIFFERENCES = 40;
    private static final int LONGEST = 300;

    /** A way to decide: its key, its name, what it does. */
    private record Way(KeyCode code, Button button) {}

    private final SurveyParts parts;
    private final UUID survey;
    private final TrayViewModel model;
    private final ReturnedViewModel files;
    private final Label count = new Label();
    private final VBox body = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(body);
    private final VBox decide = new VBox(8);
    private final ComboBox<Question> another = new ComboBox<>();
    private final ComboBox<Row> from = new ComboBox<>();
    private final List<Way> ways = new ArrayList<>();
    private final EmptyState nothing;
    private boolean filling;

    TrayPane(SurveyParts parts, UUID survey, ReturnedViewModel files) {
        this.parts = parts;
        this.survey = survey;
        this.files = files;
        I18n i18n = parts.i18n();
        this.model = new TrayViewModel(
                parts.kit().tasks(),
                parts.records(),
                parts.recordKit().edits(),
                survey,
                () -> i18n.language().get(),
                language -> i18n.now("survey.answer.nonechosen"));
        getStyleClass().add("tray");
        setFocusTraversable(true);
        setAccessibleRole(javafx.scene.AccessibleRole.PARENT);
        accessibleTextProperty().bind(i18n.text("survey.tray"));
        Label title = new Label();
        title.textProperty().bind(i18n.text("survey.tray"));
        title.getStyleClass().add("h3");
        count.getStyleClass().add("muted");
        count.setId("tray-count");
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
        questionBox();
        fromBox();
        decide.getStyleClass().add("tray-decide");
        decide.setDisable(!parts.changes().writable());
        body.getStyleClass().add("tray-body");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        nothing = new EmptyState(
                Material2OutlinedAL.INBOX,
                i18n.text("survey.tray.empty.title"),
                i18n.text("survey.tray.empty.sentence"));
        model.current().addListener((o, was, is) -> fill());
        model.items().addListener((ListChangeListener<Item>) change -> fill());
        // What came back by an undo may stand before the one that is shown.
        model.position().addListener((o, was, is) -> tellCount());
        model.questions().addListener((ListChangeListener<Question>) change -> refill(another, model.questions()));
        model.respondents().addListener((ListChangeListener<Row>) change -> refill(from, model.respondents()));
        i18n.language().addListener((o, was, is) -> {
            fill();
            // What choices are called depends on the language.
            if (!model.items().isEmpty()) {
                model.load();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fill();
    }

    TrayViewModel model() {
        return model;
    }

    private <T> void refill(ComboBox<T> box, List<T> values) {
        filling = true;
        box.getItems().setAll(values);
        filling = false;
    }

    private void questionBox() {
        another.setCellFactory(list -> new QuestionCell());
        another.setButtonCell(new QuestionCell());
        another.setMaxWidth(Double.MAX_VALUE);
        another.setMinWidth(0);
        another.setPrefWidth(200);
        another.promptTextProperty().bind(parts.i18n().text("survey.tray.another"));
        Access.name(another, parts.i18n().text("survey.tray.another"));
        another.setOnHidden(e -> {
            Question chosen = another.getValue();
            if (!filling && chosen != null) {
                model.place(chosen);
            }
            requestFocus();
        });
        another.setId("tray-another");
    }

    private void fromBox() {
        from.setCellFactory(list -> new NameCell());
        from.setButtonCell(new NameCell());
        from.setMaxWidth(Double.MAX_VALUE);
        from.setMinWidth(0);
        from.setPrefWidth(200);
        from.promptTextProperty().bind(parts.i18n().text("survey.tray.who"));
        Access.name(from, parts.i18n().text("survey.returned.who"));
        from.setOnHidden(e -> {
            Row chosen = from.getValue();
            Item item = model.current().get();
            if (!filling && chosen != null && item != null) {
                if (item.what().sort() == Inbox.Sort.WHO) {
                    files.name(item.what(), chosen.id(), report -> model.load());
                } else {
                    model.from(chosen.id());
                }
            }
            requestFocus();
        });
        from.setId("tray-from");
    }

    private Button step(int by, Ikon icon, String key) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, parts.i18n().text(key));
        button.setOnAction(e -> model.step(by));
        return button;
    }

    /** The keys of the ways that are offered, wherever the keyboard is in here but in an open list or a field. */
    private void key(KeyEvent event) {
        if (event.isShortcutDown()
                || event.isAltDown()
                || event.getTarget() instanceof TextInputControl
                || another.isShowing()
                || from.isShowing()
                || model.current().get() == null) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.PAGE_DOWN || code == KeyCode.L) {
            model.step(1);
        } else if (code == KeyCode.PAGE_UP) {
            model.step(-1);
        } else if (!parts.changes().writable() || code == KeyCode.ENTER && event.getTarget() instanceof Button) {
            return;
        } else {
            Optional<Way> way = ways.stream()
                    .filter(w -> w.code() == code && !w.button().isDisabled())
                    .findFirst();
            if (way.isEmpty()) {
                return;
            }
            way.get().button().fire();
        }
        event.consume();
    }

    private Button way(KeyCode code, String id, String text, Ikon icon, Runnable what) {
        Button button = new Button(text, Icons.of(icon, 16));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            what.run();
            requestFocus();
        });
        ways.add(new Way(code, button));
        return button;
    }

    private String now(String key, Object... args) {
        return parts.i18n().now(key, args);
    }

    private void tellCount() {
        count.setText(
                model.items().isEmpty()
                        ? ""
                        : now(
                                "survey.tray.count",
                                model.position().get() + 1,
                                model.items().size()));
    }

    private void fill() {
        Item item = model.current().get();
        tellCount();
        ways.clear();
        if (item == null) {
            setCenter(nothing);
            setBottom(null);
            return;
        }
        List<Node> shown = new ArrayList<>();
        List<Node> buttons = new ArrayList<>();
        List<Node> boxes = new ArrayList<>();
        switch (item.what().sort()) {
            case CELL -> cell(item, shown, buttons, boxes);
            case CHANGED, WITHDRAWN -> changed(item, shown, buttons);
            case RIVAL -> rival(item, shown, buttons);
            case NO_ANSWER -> noAnswer(item, shown, buttons);
            case DOUBT -> doubt(item, shown, buttons);
            case COMPETING -> competing(item, shown, buttons);
            case WHO, REFUSED -> file(item, shown, buttons, boxes);
        }
        Button leave = way(
                KeyCode.L, "tray-leave", now("survey.tray.leave"), Material2OutlinedMZ.SKIP_NEXT, () -> model.step(1));
        buttons.add(leave);
        body.getChildren().setAll(shown);
        FlowPane line = new FlowPane(8, 8);
        line.getChildren().setAll(buttons);
        // Beside a panel the tray is narrow: a long way is shortened, never cut off at the edge.
        for (Node node : line.getChildren()) {
            if (node instanceof Button button) {
                button.setMinWidth(0);
                button.maxWidthProperty().bind(line.widthProperty());
                button.setTooltip(new javafx.scene.control.Tooltip(button.getText()));
            }
        }
        decide.getChildren().setAll(boxes);
        decide.getChildren().add(line);
        filling = true;
        another.setValue(null);
        from.setValue(null);
        filling = false;
        scroll.setVvalue(0);
        setCenter(scroll);
        setBottom(decide);
    }

    private Label words(String text) {
        Label said = new Label(text);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.setMaxWidth(Double.MAX_VALUE);
        said.getStyleClass().add("tray-words");
        LanguageGuess.of(text)
                .ifPresent(language -> said.setNodeOrientation(
                        language.rtl()
                                ? javafx.geometry.NodeOrientation.RIGHT_TO_LEFT
                                : javafx.geometry.NodeOrientation.LEFT_TO_RIGHT));
        return said;
    }

    private Label line(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private Label reason(String key) {
        Label reason = line(now(key));
        reason.setGraphic(Icons.of(Material2OutlinedAL.HELP_OUTLINE, 16));
        return reason;
    }

    private Label source(Item item) {
        Row row = item.row();
        String cell = row.text("source_cell");
        return line(
                cell.isEmpty()
                        ? now(
                                "survey.tray.fromfile",
                                item.respondent(),
                                item.what().file())
                        : now(
                                "survey.tray.from",
                                item.respondent(),
                                item.what().file(),
                                row.text("source_sheet"),
                                cell),
                "muted",
                "small");
    }

    private void asked(Item item, String heading, List<Node> shown) {
        item.question().ifPresent(question -> {
            VBox box = new VBox(4, line(heading, "field-label"), line(question(question)));
            if (!item.there().isBlank()) {
                box.getChildren()
                        .add(line(
                                now("survey.tray.there", PlainText.shorten(item.there(), LONGEST)), "muted", "small"));
            }
            shown.add(box);
        });
    }

    private void cell(Item item, List<Node> shown, List<Node> buttons, List<Node> boxes) {
        Row row = item.row();
        shown.add(source(item));
        shown.add(reason("forms.tray." + row.text("reason")));
        shown.add(words(row.text("body")));
        String beside = row.text("beside");
        if (!beside.isBlank()) {
            shown.add(line(
                    row.text("column_head").isBlank()
                            ? now("survey.tray.beside", PlainText.shorten(PlainText.line(beside), LONGEST))
                            : now(
                                    "survey.tray.besidein",
                                    PlainText.shorten(PlainText.line(beside), LONGEST),
                                    PlainText.line(row.text("column_head")))));
        }
        String choice = item.choice()
                .map(c -> c.label().text(parts.i18n().language().get()))
                .orElse("");
        if (item.certain()) {
            asked(item, now("survey.tray.proposed"), shown);
            Button accept = way(
                    KeyCode.ENTER,
                    "tray-accept",
                    now("survey.tray.key.enter", now("survey.tray.do." + effect(item.proposal()), choice)),
                    Material2OutlinedAL.DONE,
                    model::accept);
            accept.getStyleClass().add("accent");
            buttons.add(accept);
        } else {
            asked(item, now("survey.tray.seems"), shown);
            shown.add(line(now("survey.tray.noproposal"), "muted"));
            if (item.choice().isPresent()
                    && item.question()
                            .filter(q -> q.type() == QuestionType.MULTIPLE)
                            .isPresent()) {
                // A key of its own, never Enter: what is written there may be something else than a tick.
                buttons.add(way(
                        KeyCode.Y,
                        "tray-choose",
                        now("survey.tray.key.y", now("survey.tray.do.tick", choice)),
                        Material2OutlinedAL.DONE,
                        model::chooseBeside));
            }
        }
        if (!row.text("source_part").isEmpty()) {
            shown.add(PartPicture.of(parts, item.what().reply(), row.text("source_part")));
        }
        if (!row.text("surroundings").isBlank()) {
            shown.add(new SourcePicture(
                    row.text("source_sheet"), row.text("source_cell"), row.text("body"), row.text("surroundings")));
        }
        boxes.add(another);
        ways.add(new Way(KeyCode.A, opener(another)));
        item.question().ifPresent(question -> buttons.add(edit(item, question)));
        buttons.add(aside("survey.tray.aside"));
    }

    private static String effect(TrayProposal proposal) {
        return switch (proposal.step()) {
            case CHOOSE -> "tick";
            case ADD -> "remark";
            case ANSWER, NONE ->
                proposal.question() != null && proposal.question().type() == QuestionType.MULTIPLE
                        ? "choices"
                        : "answer";
        };
    }

    private Button opener(ComboBox<?> box) {
        Button open = new Button();
        open.setOnAction(e -> {
            box.requestFocus();
            box.show();
        });
        return open;
    }

    private Button edit(Item item, Question question) {
        Button edit = way(KeyCode.E, "tray-edit", now("survey.tray.edit"), Material2OutlinedAL.EDIT, () -> {});
        // What is typed next is meant for the editor, also before it is filled; here it would decide something.
        edit.setOnAction(e -> {
            AnswerEditor.open(parts, survey, item.what().respondent().id(), question.id(), model::load);
            parts.kit().sidePanel().focus();
        });
        return edit;
    }

    private Button aside(String key) {
        return way(KeyCode.S, "tray-aside", now(key), Material2OutlinedAL.DELETE_SWEEP, model::setAside);
    }

    private void changed(Item item, List<Node> shown, List<Node> buttons) {
        boolean withdrawn = item.what().sort() == Inbox.Sort.WITHDRAWN;
        shown.add(source(item));
        shown.add(reason(withdrawn ? "forms.tray.withdrawn" : "forms.tray.changed"));
        item.question().ifPresent(question -> shown.add(line(question(question), "field-label")));
        shown.add(line(now("survey.tray.earlier"), "muted", "small"));
        shown.add(words(item.earlier()));
        shown.add(line(now("survey.tray.newer"), "muted", "small"));
        shown.add(item.there().isBlank() ? line(now("survey.tray.nothing")) : words(item.there()));
        buttons.add(way(
                KeyCode.N,
                "tray-newer",
                now(withdrawn ? "survey.tray.withdraw" : "survey.tray.takenewer"),
                Material2OutlinedAL.DONE,
                model::setAside));
        buttons.add(way(
                KeyCode.K,
                "tray-keep",
                now("survey.tray.keepearlier"),
                Material2OutlinedAL.HISTORY,
                model::keepEarlier));
        if (item.ofFile() > 1) {
            shown.add(line(now("survey.tray.offile", item.ofFile(), item.what().file()), "muted"));
            buttons.add(way(
                    KeyCode.T,
                    "tray-takeall",
                    now("survey.tray.takeall", item.ofFile()),
                    Material2OutlinedAL.DONE_ALL,
                    () -> model.wholeFile(false)));
            buttons.add(way(
                    KeyCode.B,
                    "tray-keepall",
                    now("survey.tray.keepall", item.ofFile()),
                    Material2OutlinedAL.HISTORY,
                    () -> model.wholeFile(true)));
        }
        item.question().ifPresent(question -> buttons.add(edit(item, question)));
    }

    private void rival(Item item, List<Node> shown, List<Node> buttons) {
        shown.add(line(item.respondent(), "h3"));
        shown.add(reason("survey.tray.rival"));
        item.question().ifPresent(question -> shown.add(line(question(question), "field-label")));
        shown.add(line("1", "muted", "small"));
        shown.add(item.there().isBlank() ? line(now("survey.tray.nothing")) : words(item.there()));
        shown.add(line("2", "muted", "small"));
        shown.add(words(item.earlier()));
        buttons.add(way(
                KeyCode.DIGIT1,
                "tray-first",
                now("survey.tray.chooseanswer", "1"),
                Material2OutlinedAL.DONE,
                () -> model.prefer(false)));
        buttons.add(way(
                KeyCode.DIGIT2,
                "tray-second",
                now("survey.tray.chooseanswer", "2"),
                Material2OutlinedAL.DONE,
                () -> model.prefer(true)));
        item.question().ifPresent(question -> buttons.add(edit(item, question)));
    }

    private void noAnswer(Item item, List<Node> shown, List<Node> buttons) {
        shown.add(source(item));
        shown.add(reason("forms.tray.no_answer"));
        shown.add(words(item.row().text("body")));
        asked(item, now("survey.tray.seems"), shown);
        shown.add(line(now("survey.tray.noanswer.help"), "muted"));
        buttons.add(way(
                KeyCode.N,
                "tray-none",
                now("survey.tray.noanswer.none"),
                Material2OutlinedAL.BLOCK,
                () -> model.noAnswer(false)));
        buttons.add(way(
                KeyCode.W,
                "tray-words",
                now("survey.tray.noanswer.answers"),
                Material2OutlinedAL.DONE_ALL,
                () -> model.noAnswer(true)));
    }

    private void doubt(Item item, List<Node> shown, List<Node> buttons) {
        Row row = item.row();
        shown.add(source(item));
        shown.add(reason("survey.doubt." + row.text("doubt")));
        shown.add(words(row.text("body")));
        item.question()
                .ifPresent(question -> shown.add(
                        new VBox(4, line(now("survey.tray.seems"), "field-label"), line(question(question)))));
        item.question().ifPresent(question -> buttons.add(edit(item, question)));
        String offered = row.text("offered");
        if (!offered.isEmpty()) {
            buttons.add(way(
                    KeyCode.Y,
                    "tray-offered",
                    now("survey.tray.offered", offered),
                    Material2OutlinedAL.DONE,
                    () -> model.takeOffered(now("survey.tray.offered.reason"))));
        }
        buttons.add(aside("survey.tray.leavewords"));
    }

    private void competing(Item item, List<Node> shown, List<Node> buttons) {
        shown.add(line(item.respondent(), "h3"));
        shown.add(reason("survey.tray.competing"));
        GridPane grid = new GridPane(12, 6);
        ColumnConstraints question = new ColumnConstraints();
        question.setPercentWidth(26);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(37);
        grid.getColumnConstraints().setAll(question, half, half);
        grid.addRow(
                0,
                line(""),
                line(reply(item.current(), "1"), "field-label"),
                line(reply(item.row(), "2"), "field-label"));
        int at = 1;
        for (Difference one : item.differences()) {
            if (at > MOST_DIFFERENCES) {
                break;
            }
            grid.addRow(at++, line(one.question().code(), "muted"), line(said(one.current())), line(said(one.other())));
        }
        grid.getStyleClass().add("tray-differences");
        shown.add(grid);
        if (item.differences().size() > MOST_DIFFERENCES) {
            shown.add(line(now("survey.tray.moredifferences", item.differences().size() - MOST_DIFFERENCES), "muted"));
        }
        buttons.add(way(
                KeyCode.DIGIT1,
                "tray-first",
                now("survey.tray.choose", "1"),
                Material2OutlinedAL.DONE,
                () -> model.choose(false)));
        buttons.add(way(
                KeyCode.DIGIT2,
                "tray-second",
                now("survey.tray.choose", "2"),
                Material2OutlinedAL.DONE,
                () -> model.choose(true)));
    }

    private String said(String words) {
        return words.isBlank() ? now("survey.tray.nothing") : PlainText.shorten(words, LONGEST);
    }

    private String reply(Row reply, String number) {
        String file = reply.text("source_file");
        return now(
                "survey.tray.reply",
                number,
                file.isEmpty() ? now("survey.returned.byhand") : file,
                reply.date("received_on").map(parts.kit().formats()::shortDate).orElse(""));
    }

    private void file(Item item, List<Node> shown, List<Node> buttons, List<Node> boxes) {
        boolean who = item.what().sort() == Inbox.Sort.WHO;
        shown.add(line(item.what().file(), "tray-words"));
        var why = RefusedFiles.reason(item.row());
        Label reason = line(now(why.key(), why.argArray()));
        reason.setGraphic(Icons.of(Material2OutlinedAL.HELP_OUTLINE, 16));
        shown.add(reason);
        if (!item.respondent().isEmpty()) {
            shown.add(line(now("survey.tray.noted", item.respondent())));
        }
        shown.add(line(now(who ? "survey.tray.who.help" : "survey.tray.refused.help"), "muted"));
        boxes.add(from);
        ways.add(new Way(KeyCode.A, opener(from)));
        buttons.add(aside("survey.tray.aside"));
    }

    private String question(Question question) {
        return now(
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

    private final class NameCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? from.getPromptText() : item.text("name"));
        }
    }
}
