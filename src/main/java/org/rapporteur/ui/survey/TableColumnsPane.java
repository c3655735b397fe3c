package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.mapping.ColumnUse;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.MappingEdit;
import org.rapporteur.forms.mapping.MappingProposal;
import org.rapporteur.forms.mapping.TableLook;
import org.rapporteur.forms.table.TableHeader.Column;
import org.rapporteur.ui.kit.Choosing;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;

/** The columns of a table with what each means; that of the selected one is chosen below. */
final class TableColumnsPane extends VBox {
    private static final int EXAMPLES = 3;
    private static final int MOST_EXAMPLE = 60;
    private static final int MOST_NAMES = 300;

    private final I18n i18n;
    private final TableImportModel model;
    private final TableView<Column> table = new TableView<>();
    private final Label chosen = new Label();
    private final ComboBox<ColumnUse> use = new ComboBox<>();
    private final ComboBox<QuestionType> kind = new ComboBox<>();
    private final Choosing<ColumnUse> uses;
    private final Choosing<QuestionType> kinds;
    private final FlowPane form;
    private final VBox kindField;
    private Language words;
    private TableLook look;
    private MappingEdit edit;

    TableColumnsPane(SurveyParts parts, TableImportModel model) {
        super(8);
        this.i18n = parts.i18n();
        this.model = model;
        table.setId("table-columns");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column("letters", 60, Column::letters),
                        column("name", 220, Column::key),
                        column("use", 200, this::used),
                        column("kind", 150, this::kindOf),
                        column("examples", 260, this::examples)));
        use.setId("table-use");
        use.setPrefWidth(260);
        use.setConverter(
                words(value -> i18n.now("survey.table.use." + value.name().toLowerCase(Locale.ROOT))));
        kind.setId("table-kind");
        kind.setPrefWidth(200);
        kind.setConverter(words(value -> i18n.now("value." + value.code())));
        use.getItems().setAll(ColumnUse.values());
        for (QuestionType type : QuestionType.values()) {
            if (type.answered()) {
                kind.getItems().add(type);
            }
        }
        uses = new Choosing<>(use, value -> change(value, value == ColumnUse.QUESTION ? guess() : QuestionType.TEXT));
        kinds = new Choosing<>(kind, value -> change(ColumnUse.QUESTION, value));
        kindField = Fields.field(i18n.text("survey.table.column.kind"), kind, null);
        chosen.getStyleClass().add("h4");
        chosen.setMaxWidth(220);
        form = new FlowPane(12, 8, chosen, Fields.field(i18n.text("survey.table.column.use"), use, null), kindField);
        form.setAlignment(Pos.CENTER_LEFT);
        setPadding(new javafx.geometry.Insets(8, 0, 8, 0));
        getChildren().addAll(table, form);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().subscribe(column -> selected(true));
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return null;
            }
        };
    }

    private TableColumn<Column, String> column(String id, double width, Function<Column, String> text) {
        TableColumn<Column, String> column = new TableColumn<>();
        column.setId("column-" + id);
        column.textProperty().bind(i18n.text("survey.table.column." + id));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    void show(TableLook value) {
        boolean same = look != null && look.header().equals(value.header());
        int selected = table.getSelectionModel().getSelectedIndex();
        look = value;
        edit = new MappingEdit(value.header());
        if (!same) {
            table.getItems().setAll(value.header().columns());
        }
        table.refresh();
        if (!table.getItems().isEmpty()) {
            table.getSelectionModel()
                    .select(Math.max(0, Math.min(selected, table.getItems().size() - 1)));
        }
        if (words != i18n.language().get()) {
            words = i18n.language().get();
            uses.quietly(() -> TableChoices.again(use));
            kinds.quietly(() -> TableChoices.again(kind));
        }
        selected(false);
    }

    /** The columns of which nothing is taken, in words; "" if there are none. */
    String leftOut() {
        List<Column> left = edit == null ? List.of() : edit.left(mapping());
        return left.isEmpty()
                ? ""
                : i18n.now(
                        "survey.table.leftout",
                        left.size(),
                        PlainText.shorten(
                                left.stream().map(Column::key).collect(Collectors.joining(", ")), MOST_NAMES));
    }

    private Mapping mapping() {
        return look.mapping();
    }

    private void selected(boolean other) {
        Column column = table.getSelectionModel().getSelectedItem();
        form.setDisable(column == null || edit == null);
        if (column == null || edit == null) {
            chosen.setText("");
            return;
        }
        chosen.setText(column.key());
        ColumnUse now = edit.use(mapping(), column);
        uses.show(now, other);
        kindField.setVisible(now == ColumnUse.QUESTION);
        kinds.show(edit.question(mapping(), column).map(Mapping.Asked::type).orElse(QuestionType.TEXT), other);
    }

    private void change(ColumnUse value, QuestionType type) {
        Column column = table.getSelectionModel().getSelectedItem();
        if (column != null && edit != null) {
            MappingEdit by = edit;
            model.map(mapping -> by.with(mapping, column, value, type));
        }
    }

    /** How a column that becomes a question is likely answered, by what stands in it. */
    private QuestionType guess() {
        Column column = table.getSelectionModel().getSelectedItem();
        return column == null
                ? QuestionType.TEXT
                : MappingProposal.type(look.rows().stream()
                        .map(row -> row.text(column.index()))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private String used(Column column) {
        if (edit == null) {
            return "";
        }
        ColumnUse now = edit.use(mapping(), column);
        String word = i18n.now("survey.table.use." + now.name().toLowerCase(Locale.ROOT));
        boolean ofQuestion = now == ColumnUse.TICK || now == ColumnUse.THEMES;
        boolean isKey = mapping().key().filter(column.key()::equals).isPresent();
        String said = now == ColumnUse.NONE && isKey ? i18n.now("survey.table.key") : word;
        return ofQuestion
                ? edit.question(mapping(), column)
                        .map(asked -> i18n.now("survey.table.of", word, asked.code()))
                        .orElse(word)
                : said;
    }

    private String kindOf(Column column) {
        return edit == null
                ? ""
                : edit.question(mapping(), column)
                        .filter(asked -> edit.use(mapping(), column) == ColumnUse.QUESTION)
                        .map(asked -> i18n.now("value." + asked.type().code()))
                        .orElse("");
    }

    private String examples(Column column) {
        return look == null
                ? ""
                : look.rows().stream()
                        .map(row -> row.text(column.index()))
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .limit(EXAMPLES)
                        .map(text -> PlainText.shorten(text, MOST_EXAMPLE))
                        .collect(Collectors.joining(" · "));
    }
}
