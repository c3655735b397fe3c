package org.rapporteur.ui.survey;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.TableLook;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.forms.table.TableInfo;
import org.rapporteur.ui.kit.Choosing;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;

/**
 * How the table is read and where it goes. A choice is tried when it is taken, not at each arrow key on the way to it.
 */
final class TableChoices extends FlowPane {
    private static final int MOST_HEAD = 30;
    private static final String NO_ANSWER_ASKED = "forms.table.noAnswerAsk";
    private static final UUID NEW = new UUID(0, 0);

    /** What words such as "n/a" are. */
    private enum NoWords {
        USUAL,
        THESE,
        ANSWERS
    }

    /** A choice of one among several. */
    private final class Box<T> {
        private final ComboBox<T> box = new ComboBox<>();
        private final Choosing<T> choosing;
        private final VBox field;

        Box(String key, String id, double width, Function<T, String> words, Consumer<T> taken) {
            box.setConverter(new StringConverter<>() {
                @Override
                public String toString(T value) {
                    return value == null ? "" : words.apply(value);
                }

                @Override
                public T fromString(String text) {
                    return null;
                }
            });
            box.setPrefWidth(width);
            box.setId(id);
            choosing = new Choosing<>(box, value -> {
                if (value != null) {
                    taken.accept(value);
                }
            });
            field = Fields.field(i18n.text(key), box, null);
            field.managedProperty().bind(field.visibleProperty());
            getChildren().add(field);
        }

        void show(List<T> all, T now) {
            choosing.quietly(() -> {
                if (!box.getItems().equals(all)) {
                    box.getItems().setAll(all);
                }
            });
            choosing.show(now, false);
        }

        /** Puts its words anew, as the language may be another. */
        void words() {
            choosing.quietly(() -> again(box));
        }
    }

    private final I18n i18n;
    private final TableImportModel model;
    private Language words;
    private final TextField name = new TextField();
    private final TextField noWords = new TextField();
    private final VBox nameField;
    private final VBox wordsField;
    private final Box<UUID> into;
    private final Box<Mapping.Rows> rows;
    private final Box<String> key;
    private final Box<NoWords> none;
    private final Box<Charset> encoding;
    private final Box<Character> delimiter;
    private final Box<String> sheet;
    private final Box<Integer> head;

    TableChoices(SurveyParts parts, TableImportModel model) {
        super(12, 8);
        this.i18n = parts.i18n();
        this.model = model;
        getStyleClass().add("table-choices");
        into = new Box<>("survey.table.into", "table-into", 180, this::survey, this::into);
        nameField = text("survey.table.name", "table-name", name, 150, this::named);
        rows = new Box<>(
                "survey.table.rowis",
                "table-rows-mean",
                190,
                value -> i18n.now("survey.table.rowis." + value.name().toLowerCase(java.util.Locale.ROOT)),
                value -> model.map(mapping -> mapping.withRows(value)));
        key = new Box<>(
                "survey.table.key",
                "table-key",
                130,
                value -> value.isEmpty() ? i18n.now("kit.none") : value,
                value -> model.map(mapping -> mapping.withKey(Optional.of(value).filter(v -> !v.isEmpty()))));
        none = new Box<>(
                "survey.table.nowords",
                "table-no-answer",
                180,
                value -> i18n.now("survey.table.nowords." + value.name().toLowerCase(java.util.Locale.ROOT)),
                this::noWordsMean);
        wordsField = text("survey.table.words", "table-words", noWords, 150, this::wordsGiven);
        encoding = new Box<>(
                "survey.table.encoding",
                "table-encoding",
                140,
                Charset::name,
                value -> model.choose(c -> c.withOptions(c.options().withCharset(value))));
        delimiter = new Box<>(
                "survey.table.delimiter",
                "table-delimiter",
                90,
                value -> value == '\t' ? i18n.now("table.delimiter.tab") : String.valueOf(value),
                value -> model.choose(c -> c.withOptions(c.options().withDelimiter(value))));
        sheet = new Box<>(
                "survey.table.sheet",
                "table-sheet",
                150,
                value -> value,
                value -> model.choose(c -> c.withOptions(c.options().withSheet(value))));
        head = new Box<>(
                "survey.table.head",
                "table-head",
                150,
                value -> value == 0
                        ? i18n.now("survey.table.head.found", foundHead())
                        : parts.kit().formats().number(value),
                value -> model.choose(c -> c.withOptions(c.options().withHeaderRow(value))));
        setVisible(false);
    }

    /** Names the values of a box anew; a list that is the same object would keep its words. */
    static <T> void again(ComboBox<T> box) {
        box.setItems(FXCollections.observableArrayList(box.getItems()));
        T value = box.getValue();
        box.setValue(null);
        box.setValue(value);
    }

    /** A text that counts when it is left or Enter is pressed, and changed. */
    private VBox text(String key, String id, TextField field, double width, Runnable taken) {
        field.setId(id);
        field.setPrefWidth(width);
        field.setOnAction(e -> taken.run());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                taken.run();
            }
        });
        VBox box = Fields.field(i18n.text(key), field, null);
        box.managedProperty().bind(box.visibleProperty());
        getChildren().add(box);
        return box;
    }

    private long foundHead() {
        TableImportModel.Tried tried = model.tried().get();
        return tried == null ? 0 : tried.look().header().row();
    }

    private String survey(UUID id) {
        if (id.equals(NEW)) {
            return i18n.now("survey.table.into.new");
        }
        return model.tried().get() == null
                ? ""
                : model.tried().get().surveys().stream()
                        .filter(one -> one.survey().equals(id))
                        .findFirst()
                        .map(one -> one.title().text(i18n.language().get()))
                        .orElse("");
    }

    private void into(UUID survey) {
        model.choose(c -> c.withTarget(Optional.of(survey).filter(id -> !id.equals(NEW)), c.name()));
    }

    private void named() {
        String now = name.getText().strip();
        if (nameField.isVisible()
                && !now.isEmpty()
                && !now.equals(model.choice().name().orElse(""))) {
            model.choose(c -> c.withTarget(Optional.empty(), Optional.of(now)));
        }
    }

    private void noWordsMean(NoWords mode) {
        model.map(mapping -> mapping.withNoAnswer(
                switch (mode) {
                    case USUAL -> Optional.empty();
                    case ANSWERS -> Optional.of(List.of());
                    case THESE -> Optional.of(met());
                }));
    }

    /** The words that the table holds and nobody has said the meaning of. */
    private List<String> met() {
        List<String> words = new ArrayList<>();
        model.tried().get().look().report().ifPresent(report -> {
            for (Refusal notice : report.notices()) {
                if (notice.reason().key().equals(NO_ANSWER_ASKED)) {
                    String word = String.valueOf(notice.reason().args().get(0));
                    if (!words.contains(word)) {
                        words.add(word);
                    }
                }
            }
        });
        return words.isEmpty() ? List.of("n/a") : words;
    }

    private void wordsGiven() {
        List<String> words = Stream.of(noWords.getText().split("[;\u061B\uFF1B]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (wordsField.isVisible() && !words.isEmpty() && !words.equals(shownWords())) {
            model.map(mapping -> mapping.withNoAnswer(Optional.of(words)));
        }
    }

    private List<String> shownWords() {
        return model.tried().get().look().mapping().noAnswer().orElse(List.of());
    }

    /** Shows the choices as they were tried last. */
    void show() {
        TableImportModel.Tried tried = model.tried().get();
        setVisible(tried != null);
        if (tried == null) {
            return;
        }
        if (words != i18n.language().get()) {
            words = i18n.language().get();
            List.of(into, rows, key, none, delimiter, head).forEach(Box::words);
        }
        TableLook look = tried.look();
        Mapping mapping = look.mapping();
        List<UUID> surveys = new ArrayList<>(List.of(NEW));
        tried.surveys().forEach(one -> surveys.add(one.survey()));
        UUID target = model.choice().into().orElse(NEW);
        into.show(surveys, target);
        show(nameField, name, target.equals(NEW), model.choice().name().orElse(""));
        rows.show(List.of(Mapping.Rows.RESPONDENT, Mapping.Rows.ANSWER), mapping.rows());
        List<String> keys = new ArrayList<>(List.of(""));
        look.header().columns().stream().map(TableHeader.Column::key).forEach(keys::add);
        mapping.key().filter(k -> !keys.contains(k)).ifPresent(keys::add);
        key.show(keys, mapping.key().orElse(""));
        NoWords mode = mapping.noAnswer()
                .map(words -> words.isEmpty() ? NoWords.ANSWERS : NoWords.THESE)
                .orElse(NoWords.USUAL);
        none.show(List.of(NoWords.values()), mode);
        show(wordsField, noWords, mode == NoWords.THESE, String.join("; ", shownWords()));
        reading(look.info());
    }

    private static void show(VBox field, TextField input, boolean visible, String text) {
        field.setVisible(visible);
        if (!input.isFocused() && !Objects.equals(input.getText(), text)) {
            input.setText(text);
        }
    }

    private void reading(TableInfo info) {
        encoding.field.setVisible(info.encoding().isPresent());
        info.encoding().ifPresent(found -> {
            List<Charset> all = new ArrayList<>(List.of(found.charset()));
            all.addAll(found.others());
            // An unsure guess is not chosen: a person takes it, or another one.
            encoding.show(all, found.confidence() < TableInfo.Encoding.FLOOR ? null : found.charset());
        });
        delimiter.field.setVisible(info.dialect().isPresent());
        info.dialect().ifPresent(dialect -> {
            List<Character> all = new ArrayList<>(List.of(',', ';', '\t', '|'));
            if (!all.contains(dialect.delimiter())) {
                all.add(dialect.delimiter());
            }
            delimiter.show(all, dialect.delimiter());
        });
        sheet.field.setVisible(info.sheets().size() > 1);
        sheet.show(info.sheets().stream().map(TableInfo.Sheet::name).toList(), info.sheet());
        head.show(
                IntStream.rangeClosed(0, MOST_HEAD).boxed().toList(),
                model.choice().options().headerRow());
    }
}
