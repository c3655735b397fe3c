package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.AnswerWords;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Unstored;

/**
 * What one respondent answered to one question, to be corrected or typed in: the words, why, and how they came. What was
 * read stays beside what was made of it.
 */
final class AnswerEditor extends VBox {
    private static final List<String> CAME = List.of("telephone", "paper", "e_mail", "conversation");

    private record Loaded(
            String respondent, List<Question> questions, Optional<Question> question, Row reply, List<Row> answers) {}

    private final SurveyParts parts;
    private final UUID survey;
    private final UUID respondent;
    private final UUID answer;
    private final Runnable after;
    private final LatestTask<Loaded> loading;
    private final ComboBox<Question> questions = new ComboBox<>();
    private final VBox content = new VBox(12);
    private final Label name = new Label();
    private final TextArea words = Fields.text();
    private final TextField value = new TextField();
    private final ComboBox<Choice> choice = new ComboBox<>();
    private final List<CheckBox> ticks = new ArrayList<>();
    private final TextField reason = new TextField();
    private final ComboBox<String> came;
    private final Label problem = new Label();
    private final ChangeListener<Language> language;
    private UUID question;
    private Loaded loaded;
    private boolean filling;
    /** What stood in the fields before anybody typed. */
    private String began = "";
    /** What was typed before and could not be stored; null for nothing. */
    private Draft draft;

    private final Supplier<Optional<Unstored>> holder = this::held;

    /** What somebody typed and left without saving it. */
    private record Draft(String typed, String reason, String cameBy) {}

    /** @param answer a single answer of a table's row; null for what counts of the respondent */
    private AnswerEditor(SurveyParts parts, UUID survey, UUID respondent, UUID question, UUID answer, Runnable after) {
        super(12);
        this.parts = parts;
        this.survey = survey;
        this.respondent = respondent;
        this.question = question;
        this.answer = answer;
        this.after = after;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::show);
        I18n i18n = parts.i18n();
        getStyleClass().add("evidence");
        name.getStyleClass().add("h3");
        name.setWrapText(true);
        questions.setMaxWidth(Double.MAX_VALUE);
        questions.setCellFactory(list -> new QuestionCell());
        questions.setButtonCell(new QuestionCell());
        questions.setId("answer-question");
        Access.name(questions, i18n.text("survey.reading.question"));
        questions.valueProperty().addListener((o, was, is) -> {
            if (!filling && is != null) {
                handIn();
                this.question = is.id();
                load();
            }
        });
        words.setWrapText(true);
        words.setPrefRowCount(6);
        words.setId("answer-words");
        value.setId("answer-value");
        choice.setId("answer-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setCellFactory(list -> new ChoiceCell());
        choice.setButtonCell(new ChoiceCell());
        reason.setId("answer-reason");
        came = WordsBox.of(i18n, CAME, v -> "survey.answer.came." + v);
        came.setId("answer-came");
        came.setMaxWidth(Double.MAX_VALUE);
        problem.setWrapText(true);
        problem.setId("answer-problem");
        problem.getStyleClass().add("danger");
        language = (o, was, is) -> speak();
        i18n.language().addListener(new WeakChangeListener<>(language));
        getChildren().setAll(name, Fields.field(i18n.text("survey.reading.question"), questions, null), content);
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                parts.recordKit().edits().holdsNot(holder);
                handIn();
            } else {
                parts.recordKit().edits().holds(holder);
            }
        });
        load();
    }

    /** Opens the editor beside what is shown. */
    static void open(SurveyParts parts, UUID survey, UUID respondent, UUID question, Runnable after) {
        open(parts, survey, respondent, question, null, after);
    }

    /** Opens the editor for one answer, whether it came in a file or in a row of a table. */
    static void openAnswer(SurveyParts parts, UUID survey, Row answer, Runnable after) {
        open(parts, survey, answer.ref("respondent"), answer.ref("question"), answer.id(), after);
    }

    /** Opens the editor for an answer of which only the key is at hand. */
    static void edit(SurveyParts parts, UUID survey, UUID answer) {
        parts.kit()
                .tasks()
                .work(
                        parts.i18n().text("survey.answer.title"),
                        progress ->
                                parts.records().find(SurveyKinds.ANSWER, answer).orElse(null))
                .then(row -> {
                    if (row != null) {
                        openAnswer(parts, survey, row, () -> {});
                    }
                })
                .start();
    }

    private static void open(
            SurveyParts parts, UUID survey, UUID respondent, UUID question, UUID answer, Runnable after) {
        parts.kit()
                .sidePanel()
                .show(
                        parts.i18n().text("survey.answer.title"),
                        new AnswerEditor(parts, survey, respondent, question, answer, after));
    }

    private void load() {
        UUID wanted = question;
        loading.request(progress -> read(wanted));
    }

    private Loaded read(UUID wanted) {
        Questionnaire form = Questionnaire.read(parts.records(), survey).orElse(null);
        String who = parts.records()
                .find(SurveyKinds.RESPONDENT, respondent)
                .map(row -> row.text("name"))
                .orElse("");
        List<Question> all = form == null ? List.of() : form.answered();
        Optional<Question> shown = all.stream()
                .filter(q -> q.id().equals(wanted))
                .findFirst()
                .or(() -> all.stream().findFirst());
        Row one = answer == null
                ? null
                : parts.records().find(SurveyKinds.ANSWER, answer).orElse(null);
        Row holder = one == null || one.ref("response") == null
                ? null
                : parts.records()
                        .find(SurveyKinds.RESPONSE, one.ref("response"))
                        .orElse(null);
        boolean table = holder != null && holder.text("channel").equals("table");
        CurrentReply current = CurrentReply.of(parts.records(), respondent);
        List<Row> answers = shown.isEmpty()
                ? List.of()
                : table && one.ref("question").equals(shown.get().id())
                        ? List.of(one)
                        : current.answers(shown.get().id());
        return new Loaded(who, all, shown, table ? holder : current.reply(), answers);
    }

    private void show(Loaded now) {
        loaded = now;
        filling = true;
        name.setText(now.respondent());
        questions.getItems().setAll(now.questions());
        questions.setValue(now.question().orElse(null));
        questions.setDisable(answer != null);
        filling = false;
        problem.setText("");
        content.getChildren().clear();
        now.question().ifPresent(this::fill);
        began = now.question().isPresent() ? typed() : "";
        if (draft != null && now.question().isPresent()) {
            take(draft);
            draft = null;
        }
    }

    private void take(Draft held) {
        Question asked = loaded.question().orElseThrow();
        if (asked.type() == QuestionType.MULTIPLE) {
            List<String> codes = List.of(held.typed().split("\n"));
            ticks.forEach(tick -> tick.setSelected(codes.contains(((Choice) tick.getUserData()).code())));
        } else if (!asked.choices().isEmpty()) {
            choice.setValue(asked.choice(held.typed()).orElse(null));
        } else {
            (asked.type().open() ? words : value).setText(held.typed());
        }
        reason.setText(held.reason());
        came.setValue(held.cameBy());
    }

    /** The window is about to close: a correction without its reason stands in its way once. */
    private Optional<Unstored> held() {
        if (changed() && reasonMissing()) {
            return Optional.of(new Unstored(what(loaded), reason::requestFocus));
        }
        handIn();
        return Optional.empty();
    }

    private boolean changed() {
        return loaded != null
                && loaded.question().isPresent()
                && parts.changes().writable()
                && !typed().equals(began);
    }

    /** The first answer to a question needs no reason; what replaces one that counts does. */
    private boolean reasonMissing() {
        return reason.getText().isBlank() && !loaded.answers().stream().allMatch(row -> row.flag("not_usable"));
    }

    private static String what(Loaded was) {
        return was.respondent() + " \u00b7 " + was.question().orElseThrow().code();
    }

    /**
     * The panel or the window was closed, or another place was gone to: what is complete is stored, what lacks a reason is
     * offered again, and nothing that was typed goes without a word.
     */
    private void handIn() {
        if (!changed()) {
            return;
        }
        Loaded was = loaded;
        Draft held = new Draft(typed(), reason.getText().strip(), came.getValue());
        began = held.typed();
        if (reasonMissing()) {
            offerAgain(was, held, "survey.answer.unstored");
            return;
        }
        write(was, held, outcome -> {
            after.run();
            if (outcome != Answers.Outcome.DONE && outcome != Answers.Outcome.SAME) {
                offerAgain(was, held, "records.unstored");
            }
        });
    }

    private void offerAgain(Loaded was, Draft held, String key) {
        Question asked = was.question().orElseThrow();
        parts.kit()
                .notifications()
                .show(Notice.warning(parts.i18n().text(key, what(was)))
                        .action(parts.i18n().text("records.unstored.back"), () -> {
                            AnswerEditor again = new AnswerEditor(parts, survey, respondent, asked.id(), answer, after);
                            again.draft = held;
                            parts.kit().sidePanel().show(parts.i18n().text("survey.answer.title"), again);
                        }));
    }

    /** Says everything in the new language; what was typed stays. */
    private void speak() {
        if (loaded == null || loaded.question().isEmpty()) {
            return;
        }
        draft = new Draft(typed(), reason.getText(), came.getValue());
        show(loaded);
    }

    private void fill(Question asked) {
        I18n i18n = parts.i18n();
        Label label = new Label(asked.label().text(i18n.language().get()));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        content.getChildren().add(label);
        for (Row row : loaded.answers()) {
            told(row);
        }
        if (loaded.reply() == null) {
            content.getChildren().add(muted(i18n.now("survey.answer.firstreply")));
        }
        content.getChildren().add(input(asked));
        content.getChildren().add(Fields.field(i18n.text("survey.answer.reason"), reason, null));
        content.getChildren()
                .add(Fields.field(i18n.text("survey.answer.came"), came, i18n.text("survey.answer.came.help")));
        content.getChildren().add(problem);
        FlowPane buttons = new FlowPane(8, 8);
        Button save = button("survey.answer.save", "answer-save", this::save);
        save.getStyleClass().add("accent");
        buttons.getChildren().add(save);
        boolean used = loaded.answers().stream().anyMatch(row -> !row.flag("not_usable"));
        if (used) {
            buttons.getChildren().add(button("survey.answer.notusable", "answer-notusable", this::notUsable));
        } else if (!loaded.answers().isEmpty()) {
            buttons.getChildren().add(button("survey.answer.usable", "answer-usable", this::usable));
        }
        if (loaded.answers().stream().anyMatch(Answers::corrected)) {
            buttons.getChildren().add(button("survey.answer.asread", "answer-asread", this::asRead));
        }
        content.getChildren().add(buttons);
        content.setDisable(!parts.changes().writable());
        reason.clear();
        came.setValue(null);
        input.requestFocus();
    }

    /** What is known of an answer besides its words: where it stands, what was read, why it was changed. */
    private void told(Row row) {
        I18n i18n = parts.i18n();
        if (AnswerWords.noneChosen(row)) {
            Label none = new Label(i18n.now("survey.answer.nonechosen"));
            none.setId("answer-none");
            content.getChildren().add(none);
        }
        if (!row.text("source_cell").isEmpty()) {
            content.getChildren()
                    .add(muted(i18n.now("survey.answer.source", row.text("source_sheet"), row.text("source_cell"))));
        }
        if (!row.text("came_by").isEmpty()) {
            content.getChildren().add(muted(i18n.now("survey.answer.came." + row.text("came_by"))));
        }
        if (Answers.corrected(row)) {
            String read = read(row);
            content.getChildren().add(muted(i18n.now("survey.answer.original", read)));
        }
        if (row.flag("not_usable")) {
            content.getChildren().add(muted(i18n.now("survey.answer.isnotusable")));
        }
        if (!row.text("reason").isEmpty()) {
            content.getChildren().add(muted(i18n.now("survey.answer.because", row.text("reason"))));
        }
    }

    private String read(Row row) {
        return row.text("original_value").equals(ChoiceReading.NONE_CHOSEN)
                ? parts.i18n().now("survey.answer.nonechosen")
                : AnswerWords.of(
                        loaded.question().orElse(null),
                        row.text("original_value"),
                        row.text("original_body"),
                        parts.i18n().language().get());
    }

    private Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private Node input = words;

    private Node input(Question asked) {
        I18n i18n = parts.i18n();
        List<Row> usable =
                loaded.answers().stream().filter(row -> !row.flag("not_usable")).toList();
        String body = usable.isEmpty() ? "" : usable.getFirst().text("body");
        String code = usable.isEmpty() ? "" : usable.getFirst().text("value");
        ticks.clear();
        if (asked.type() == QuestionType.MULTIPLE) {
            VBox box = new VBox(6);
            for (Choice one : asked.choices()) {
                CheckBox tick = new CheckBox(words(one));
                tick.setWrapText(true);
                tick.setUserData(one);
                tick.setSelected(
                        usable.stream().anyMatch(row -> row.text("value").equals(one.code())));
                ticks.add(tick);
                box.getChildren().add(tick);
            }
            input = ticks.isEmpty() ? box : ticks.getFirst();
            return box;
        }
        if (!asked.choices().isEmpty()) {
            filling = true;
            choice.getItems().setAll(asked.choices());
            choice.setValue(asked.choice(code).orElse(null));
            filling = false;
            choice.setPromptText(body);
            input = choice;
        } else if (asked.type().open()) {
            words.setText(body);
            boolean rtl = LanguageGuess.of(body).orElse(i18n.language().get()).rtl();
            words.setNodeOrientation(rtl ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
            input = words;
        } else {
            value.setText(code.isEmpty() ? body : code);
            input = value;
        }
        return Fields.field(i18n.text("survey.answer.words"), input, null);
    }

    private String words(Choice one) {
        String label = one.label().text(parts.i18n().language().get());
        return label.isBlank() ? one.code() : label;
    }

    private String typed() {
        Question asked = loaded.question().orElseThrow();
        if (asked.type() == QuestionType.MULTIPLE) {
            return ticks.stream()
                    .filter(CheckBox::isSelected)
                    .map(tick -> ((Choice) tick.getUserData()).code())
                    .collect(Collectors.joining("\n"));
        }
        if (!asked.choices().isEmpty()) {
            return choice.getValue() == null ? "" : choice.getValue().code();
        }
        return asked.type().open() ? words.getText() : value.getText();
    }

    private Button button(String key, String id, Runnable what) {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> what.run());
        return button;
    }

    private org.rapporteur.core.change.Label step() {
        return Answers.correcting(loaded.question().map(Question::code).orElse(""), loaded.respondent());
    }

    private void save() {
        write(loaded, new Draft(typed(), reason.getText().strip(), came.getValue()), this::done);
    }

    private void write(Loaded of, Draft held, java.util.function.Consumer<Answers.Outcome> then) {
        UUID asked = of.question().orElseThrow().id();
        Answers.Entry entry =
                new Answers.Entry(held.typed(), held.reason(), held.cameBy() == null ? "" : held.cameBy());
        UUID one = answer;
        parts.recordKit()
                .edits()
                .write(
                        Answers.correcting(of.question().orElseThrow().code(), of.respondent()),
                        tx -> one != null
                                ? Answers.correct(tx, one, entry)
                                : Answers.set(tx, respondent, asked, entry, parts.today()),
                        then);
    }

    private void done(Answers.Outcome outcome) {
        switch (outcome) {
            case DONE, SAME -> {
                after.run();
                next(outcome);
            }
            case NOT_UNDERSTOOD -> problem.setText(parts.i18n().now("survey.answer.notunderstood"));
            case NO_REASON -> {
                problem.setText(parts.i18n().now("survey.answer.noreason"));
                reason.requestFocus();
            }
            case GONE -> problem.setText(parts.i18n().now("survey.answer.gone"));
        }
    }

    /** Who types a whole reply goes on with the next question; who corrects one answer sees what became of it. */
    private void next(Answers.Outcome outcome) {
        List<Question> all = loaded.questions();
        int at = loaded.question().map(all::indexOf).orElse(-1);
        boolean typing = answer == null
                && loaded.answers().isEmpty()
                && outcome == Answers.Outcome.DONE
                && at >= 0
                && at + 1 < all.size();
        if (typing) {
            question = all.get(at + 1).id();
        }
        load();
    }

    private void notUsable() {
        String why = reason.getText().strip();
        if (why.isEmpty()) {
            problem.setText(parts.i18n().now("survey.answer.noreason"));
            reason.requestFocus();
            return;
        }
        all(row -> tx -> Answers.notUsable(tx, row.id(), why));
    }

    private void usable() {
        all(row -> tx -> Answers.usable(tx, row.id()));
    }

    private void asRead() {
        all(row -> tx -> Answers.asRead(tx, row.id()));
    }

    private void all(
            java.util.function.Function<
                            Row, java.util.function.Function<org.rapporteur.core.change.Transaction, Boolean>>
                    what) {
        List<Row> rows = loaded.answers();
        parts.recordKit()
                .edits()
                .write(
                        step(),
                        tx -> {
                            rows.forEach(row -> what.apply(row).apply(tx));
                            return true;
                        },
                        done -> {
                            after.run();
                            load();
                        });
    }

    private final class QuestionCell extends ListCell<Question> {
        @Override
        protected void updateItem(Question item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : parts.i18n()
                                    .now(
                                            "survey.results.question",
                                            item.code(),
                                            item.label()
                                                    .text(parts.i18n()
                                                            .language()
                                                            .get())));
            setMaxWidth(420);
        }
    }

    private final class ChoiceCell extends ListCell<Choice> {
        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? choice.getPromptText() : words(item));
        }
    }
}
