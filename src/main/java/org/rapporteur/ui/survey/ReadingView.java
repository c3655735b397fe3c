package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Choosing;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.survey.ReadingViewModel.Asked;
import org.rapporteur.ui.survey.ReadingViewModel.Marked;
import org.rapporteur.ui.survey.ReadingViewModel.Read;

/** Answers | text with coloured passages | codebook. No mouse needed: a letter or digit marks with its theme. */
final class ReadingView extends BorderPane implements SurveyHub.Detailed {
    private static final Color PLAIN = Color.web("#57606a");

    private final SurveyParts parts;
    private final UUID survey;
    private final ReadingViewModel model;
    private final ComboBox<Asked> questions = new ComboBox<>();
    private final ListView<Read> answers = new ListView<>();
    private final CodedText text = new CodedText();
    private final Label who = new Label();
    private final Label source = new Label();
    private final ComboBox<String> permission;
    private final FlowPane use = new FlowPane(8, 4);
    private final VBox marks = new VBox(4);
    private final VBox uses = new VBox();
    private java.util.UUID usesOf;
    private final CodebookPane codebook;
    private Choosing<String> permitting;
    private boolean filling;

    ReadingView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.model = new ReadingViewModel(
                parts.kit().tasks(),
                parts.records(),
                parts.recordKit().edits(),
                parts.analysis(),
                () -> parts.kit().settings().get().author(),
                survey);
        this.codebook = new CodebookPane(parts, survey, model, this::mark);
        this.permission = WordsBox.of(
                parts.i18n(),
                List.of(ReadingViewModel.STATED, "quote", "paraphrase", "count_only"),
                v -> "survey.permission." + v);
        getStyleClass().add("reading");
        SplitPane split = new SplitPane(list(), middle(), codebook);
        parts.kit().splits().remember(split, "survey.reading", 0.21, 0.67);
        SplitPane.setResizableWithParent(split.getItems().get(0), false);
        SplitPane.setResizableWithParent(codebook, false);
        EmptyState nothing = new EmptyState(
                Material2OutlinedMZ.QUESTION_ANSWER,
                parts.i18n().text("survey.reading.empty.title"),
                parts.i18n().text("survey.reading.empty.sentence"));
        setCenter(nothing);
        model.answers().addListener((ListChangeListener<Read>) change ->
                setCenter(model.answers().isEmpty() && model.questions().isEmpty() ? nothing : split));
        model.current().addListener((o, was, is) -> showAnswer(was, is));
        model.marked().addListener((ListChangeListener<Marked>) change -> showMarks());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                SurveyKinds.ANSWER,
                                SurveyKinds.CODING,
                                SurveyKinds.CODE,
                                SurveyKinds.CODEBOOK,
                                SurveyKinds.QUESTION,
                                SurveyKinds.RESPONDENT),
                        commit -> model.load());
        model.load();
    }

    @Override
    public void show(String detail) {
        try {
            model.show(UUID.fromString(detail));
        } catch (IllegalArgumentException notAKey) {
            model.load();
        }
    }

    private VBox list() {
        questions.setMaxWidth(Double.MAX_VALUE);
        questions.setCellFactory(view -> new QuestionCell());
        questions.setButtonCell(new QuestionCell());
        Access.name(questions, parts.i18n().text("survey.reading.question"));
        model.questions().addListener((ListChangeListener<Asked>) change -> fillQuestions());
        model.question().addListener((o, was, is) -> fillQuestions());
        questions.valueProperty().addListener((o, was, is) -> {
            if (!filling && is != null) {
                model.question().set(is.question().id());
            }
        });
        answers.setItems(model.answers());
        answers.setCellFactory(view -> new AnswerCell());
        answers.setFixedCellSize(52);
        Access.name(answers, parts.i18n().text("survey.reading.answers"));
        answers.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!filling && is != null && is != model.current().get()) {
                model.select(is);
            }
        });
        VBox.setVgrow(answers, Priority.ALWAYS);
        VBox box = new VBox(8, questions, answers);
        box.getStyleClass().add("reading-list");
        box.setMinWidth(180);
        return box;
    }

    private void fillQuestions() {
        filling = true;
        questions.getItems().setAll(model.questions());
        model.questions().stream()
                .filter(q -> q.question().id().equals(model.question().get()))
                .findFirst()
                .ifPresent(questions::setValue);
        filling = false;
    }

    private BorderPane middle() {
        I18n i18n = parts.i18n();
        who.getStyleClass().add("h3");
        source.getStyleClass().addAll("muted", "small");
        source.setWrapText(true);
        Access.name(permission, i18n.text("survey.reading.permission"));
        permission.setDisable(!parts.changes().writable());
        permission.setMaxWidth(230);
        permission.setMinWidth(80);
        permitting = new Choosing<>(permission, chosen -> {
            if (!filling && chosen != null) {
                model.permit(chosen);
            }
        });
        who.setMinWidth(0);
        who.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(who, Priority.ALWAYS);
        Button before = step(-1, Material2OutlinedAL.KEYBOARD_ARROW_UP, "survey.reading.before");
        Button next = step(1, Material2OutlinedAL.KEYBOARD_ARROW_DOWN, "survey.reading.next");
        Button correct = new Button(null, Icons.of(Material2OutlinedAL.EDIT));
        correct.getStyleClass().addAll("flat", "button-icon");
        correct.setId("reading-correct");
        Access.nameAndTip(correct, i18n.text("survey.answer.correct"));
        correct.setDisable(!parts.changes().writable());
        correct.setOnAction(e -> correct());
        HBox name = new HBox(8, who, correct, before, next);
        name.setAlignment(Pos.CENTER_LEFT);
        // Below one another, so that in a narrow window no line is squeezed by the other.
        use.setAlignment(Pos.CENTER_LEFT);
        use.getChildren().setAll(permission);
        VBox head = new VBox(4, name, source, use);
        head.getStyleClass().add("reading-head");
        marks.getStyleClass().add("reading-marks");
        VBox content = new VBox(16, text, marks, uses);
        content.setFillWidth(true);
        uses.getStyleClass().add("reading-marks");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        Label help = new Label();
        help.textProperty().bind(i18n.text("survey.reading.help"));
        help.getStyleClass().addAll("muted", "small", "reading-help");
        help.setWrapText(true);
        BorderPane pane = new BorderPane(scroll);
        pane.setTop(head);
        pane.setBottom(help);
        return pane;
    }

    /** Opens the answer that is shown to be corrected. */
    private void correct() {
        Read read = model.current().get();
        if (read != null && parts.changes().writable()) {
            AnswerEditor.openAnswer(parts, survey, read.answer(), model::load);
        }
    }

    private Button step(int by, org.kordamp.ikonli.Ikon icon, String key) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, parts.i18n().text(key));
        button.setOnAction(e -> model.step(by));
        return button;
    }

    private void showAnswer(Read was, Read read) {
        filling = true;
        answers.getSelectionModel().select(read);
        if (read == null) {
            who.setText("");
            source.setText("");
            text.show("", false);
            permitting.show(null, true);
            use.getChildren().setAll(permission);
            usesOf = null;
            uses.getChildren().clear();
        } else {
            Row answer = read.answer();
            if (!answer.id().equals(usesOf)) {
                usesOf = answer.id();
                uses.getChildren().setAll(parts.chain().uses(usesOf));
            }
            who.setText(read.respondent().text("name"));
            String cell = answer.text("source_cell");
            source.setText(
                    cell.isBlank()
                            ? read.respondent().text("region")
                            : parts.i18n()
                                    .now(
                                            "survey.reading.source",
                                            read.respondent().text("region"),
                                            answer.text("source_sheet"),
                                            cell));
            if (Answers.corrected(answer)) {
                source.setText(source.getText() + "\n"
                        + parts.i18n().now("survey.answer.corrected", answer.text("original_body")));
            }
            if (answer.flag("not_usable")) {
                source.setText(source.getText() + "\n" + parts.i18n().now("survey.answer.isnotusable"));
            }
            String own = answer.text("permission");
            permitting.show(
                    own.isBlank() ? ReadingViewModel.STATED : own,
                    was == null || !was.answer().id().equals(answer.id()));
            use.getChildren().setAll(permission);
            if (own.isBlank()) {
                use.getChildren()
                        .add(new Chip(
                                read.permission() == Permission.QUOTE ? Tone.SUCCESS : Tone.WARNING,
                                parts.i18n()
                                        .text("survey.permission."
                                                + read.permission().code())));
            }
            boolean same = was != null
                    && was.answer().id().equals(answer.id())
                    && was.answer().text("body").equals(answer.text("body"));
            if (!same) {
                String body = answer.text("body");
                Language language =
                        LanguageGuess.within(answer.text("language"), body).orElse(Language.EN);
                text.show(body, language.rtl());
            }
        }
        filling = false;
    }

    private void showMarks() {
        Read read = model.current().get();
        if (read == null) {
            marks.getChildren().clear();
            return;
        }
        int length = read.answer().text("body").length();
        String language = parts.i18n().language().get().code();
        text.spans(model.marked().stream()
                .map(m -> new CodedText.Span(
                        m.starts(length),
                        m.ends(length),
                        colour(m.code()),
                        m.code().textOr("name", language)))
                .toList());
        marks.getChildren().clear();
        for (Marked mark : model.marked()) {
            marks.getChildren().add(markLine(mark, length, language));
        }
    }

    private HBox markLine(Marked mark, int length, String language) {
        String name = mark.code().textOr("name", language);
        Rectangle swatch = new Rectangle(10, 10, colour(mark.code()));
        swatch.setArcWidth(4);
        swatch.setArcHeight(4);
        Button theme = new Button(name);
        theme.getStyleClass().add("flat");
        theme.setWrapText(true);
        theme.setMinHeight(USE_PREF_SIZE);
        theme.setOnAction(e -> {
            text.select(mark.starts(length), mark.ends(length));
            text.requestFocus();
        });
        Label coder = new Label(mark.coding().text("coder"));
        coder.getStyleClass().addAll("muted", "small");
        coder.setMinWidth(USE_PREF_SIZE);
        Button remove = new Button(null, Icons.of(Material2OutlinedAL.CLOSE));
        remove.getStyleClass().addAll("flat", "button-icon", "small");
        Access.nameAndTip(remove, parts.i18n().text("survey.reading.remove", name));
        remove.setDisable(!parts.changes().writable());
        remove.setOnAction(e -> model.unmark(mark, name));
        HBox line = new HBox(8, swatch, theme, coder, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    static Color colour(Row code) {
        try {
            String colour = code.text("colour");
            return colour.isBlank() ? PLAIN : Color.web(colour);
        } catch (IllegalArgumentException notAColour) {
            return PLAIN;
        }
    }

    private void mark(Row code) {
        if (parts.changes().writable()) {
            String name = code.textOr("name", parts.i18n().language().get().code());
            boolean some = text.selectedProperty().get();
            model.mark(code, some ? text.from() : -1, text.to(), name);
        }
    }

    /** Letters and digits mark, N and P (or Page Down and Up) step, wherever the keyboard is but in a field. */
    private void key(KeyEvent event) {
        if (event.isShortcutDown()
                || event.isAltDown()
                || event.getTarget() instanceof javafx.scene.control.TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.F2) {
            correct();
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP) {
            model.step(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
            text.requestFocus();
            event.consume();
            return;
        }
        if (event.isShiftDown() || event.getTarget() instanceof ComboBox<?>) {
            return;
        }
        if (event.getCode().isLetterKey() || event.getCode().isDigitKey()) {
            codebook.byKey(event.getCode()).ifPresent(code -> {
                mark(code);
                event.consume();
            });
        }
    }

    private final class QuestionCell extends ListCell<Asked> {
        @Override
        protected void updateItem(Asked item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                return;
            }
            String language = parts.i18n().language().get().code();
            setText(parts.i18n()
                    .now(
                            "survey.reading.asked",
                            item.question().text("code"),
                            item.answers(),
                            item.question().textOr("label", language)));
            setMaxWidth(560);
        }
    }

    private final class AnswerCell extends ListCell<Read> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final Label start = new Label();
        private final VBox box;

        AnswerCell() {
            name.getStyleClass().add("reading-name");
            count.getStyleClass().addAll("muted", "small");
            start.getStyleClass().addAll("muted", "small");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            count.setMinWidth(USE_PREF_SIZE);
            box = new VBox(2, new HBox(8, name, count), start);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Read item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.respondent().text("name"));
            count.setText(parts.i18n().now("survey.reading.codings", item.codings()));
            start.setText(org.rapporteur.core.text.PlainText.shorten(
                    org.rapporteur.core.text.PlainText.line(item.answer().text("body")), 90));
            setAccessibleText(name.getText() + ", " + count.getText());
            setGraphic(box);
        }
    }
}
