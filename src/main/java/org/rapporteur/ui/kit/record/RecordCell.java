package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Choosing;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Unstored;

/**
 * One cell of a list; simple fields are edited in place. Enter keeps, Esc drops, Tab keeps and goes on. A text that is
 * no value for the field stays in the cell with what is wrong with it.
 */
final class RecordCell extends TableCell<RecordItem, RecordItem> {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RecordTable table;
    private final int column;
    private final RecordColumn shape;
    private final Field field;
    private TextField input;
    private Supplier<Typed> typed;
    /** Whether the editing is ended by the person, not by the table that takes the cell away. */
    private boolean ending;

    private InlineText typing;
    /** What stands in the field and is no value. */
    private Supplier<Optional<Unstored>> wrong = Optional::empty;

    /**
     * What stands in a cell that is edited, with the selection.
     *
     * @param store stores it, if it is a value
     */
    record Typed(UUID row, String column, String text, int anchor, int caret, Runnable store) {}

    RecordCell(RecordTable table, int column, RecordColumn shape, Field field) {
        this.table = table;
        this.column = column;
        this.shape = shape;
        this.field = field;
        if (shape.number() || field != null && ValueText.isNumber(field.type())) {
            setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("numbers");
        }
    }

    /** Whether a field can be edited in a cell. */
    static boolean editable(Field field) {
        return field != null
                && !field.is(Field.Trait.INTERNAL)
                && switch (field.type()) {
                    case TEXT, EMAIL, PHONE, URL, INTEGER, DECIMAL, DATE, TIME, CHOICE -> true;
                    default -> false;
                };
    }

    @Override
    protected void updateItem(RecordItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        if (isEditing()) {
            return;
        }
        show(item);
    }

    private void show(RecordItem item) {
        RecordColumn.Cell cell = item.cell(column);
        // A cell has one line; the paragraphs of a long text run on.
        String text = cell.text().indexOf('\n') < 0 ? cell.text() : cell.text().replace('\n', ' ');
        setTooltip(null);
        setAccessibleText(null);
        if (!cell.marks().isEmpty()) {
            setText(null);
            setGraphic(marks(cell.marks()));
            setTooltip(new Tooltip(cell.text()));
            setAccessibleText(text);
        } else if (cell.tone() != null && !text.isEmpty()) {
            setText(null);
            setGraphic(new Chip(cell.tone(), new javafx.beans.property.SimpleStringProperty(text)));
        } else {
            setGraphic(null);
            setText(text);
        }
    }

    private static HBox marks(List<RecordColumn.Mark> marks) {
        HBox box = new HBox(3);
        box.setAlignment(Pos.CENTER_LEFT);
        for (RecordColumn.Mark mark : marks) {
            Label label = new Label(mark.letters());
            label.getStyleClass().add("cell-mark");
            if (mark.tone() != null) {
                label.getStyleClass().add(mark.tone().styleClass());
            }
            label.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        return box;
    }

    @Override
    public void startEdit() {
        RecordItem item = getItem();
        if (item == null || !editable(field) || !table.editable()) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        setText(null);
        if (field.type() == FieldType.CHOICE) {
            setGraphic(choices(item.row()));
            return;
        }
        Typed before = table.grid().parked(item.id(), columnName(item.row()));
        TextField mine = text(item.row());
        setGraphic(mine);
        if (before != null) {
            mine.setText(before.text());
            mine.requestFocus();
            mine.selectRange(before.anchor(), before.caret());
            return;
        }
        // A click that began the editing gives the keyboard to the list once more; a key does not.
        if (!table.grid().editsByKey() || !InlineText.enter(mine)) {
            later(() -> InlineText.enter(mine));
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        if (input != null && !ending && typed != null) {
            table.grid().park(typed.get());
        }
        typed = null;
        if (typing != null) {
            typing.end();
            typing = null;
        }
        table.kit().edits().holdsNot(wrong);
        input = null;
        if (getItem() != null) {
            show(getItem());
        }
        table.editingEnded();
    }

    private String columnName(Row row) {
        return field.multilingual() ? table.columnToEdit(row, field) : field.name();
    }

    private TextField text(Row row) {
        String name = columnName(row);
        String before =
                field.multilingual() ? row.text(name) : table.kit().texts().of(row, field);
        input = new TextField(before);
        TextField mine = input;
        typed = () -> new Typed(
                row.id(),
                name,
                mine.getText(),
                mine.getAnchor(),
                mine.getCaretPosition(),
                () -> keep(mine, row, name, before));
        input.getStyleClass().add("cell-editor");
        input.setAccessibleText(table.kit().words().field(row.kind(), field));
        if (field.multilingual()) {
            input.setNodeOrientation(
                    name.endsWith("_ar") ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                if (keep(mine, row, name, before)) {
                    end();
                    table.focusTable();
                }
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end();
                table.focusTable();
            } else if (event.getCode() == KeyCode.TAB) {
                event.consume();
                if (keep(mine, row, name, before)) {
                    end();
                    table.editNext(row.id(), column, event.isShiftDown());
                }
            }
        });
        wrong = () -> mine != input || keep(mine, row, name, before)
                ? Optional.empty()
                : Optional.of(new Unstored(mine.getText(), mine::requestFocus));
        table.kit().edits().holds(wrong);
        // Going elsewhere keeps what is a value and drops what is none; a row that is drawn anew goes nowhere.
        typing = new InlineText(
                table.kit().edits(),
                mine,
                () -> keep(mine, row, name, before),
                () -> later(() -> {
                    if (input == mine && !mine.isFocused()) {
                        keep(mine, row, name, before);
                        end();
                    }
                }));
        typing.begin();
        return mine;
    }

    /** Ends the editing, whatever became of what was typed. */
    private void end() {
        ending = true;
        try {
            cancelEdit();
        } finally {
            ending = false;
        }
    }

    private boolean keep(TextField input, Row row, String name, String before) {
        String typed = input.getText();
        if (typed.equals(before)) {
            return true;
        }
        FieldInput.Reading reading = FieldInput.read(
                field, typed, table.kit().kit().formats(), table.kit().clock());
        input.pseudoClassStateChanged(ERROR, !reading.isGood());
        if (!reading.isGood()) {
            String words = table.kit().i18n().now(reading.fault());
            input.setTooltip(new Tooltip(words));
            input.setAccessibleHelp(words);
            table.tell(words);
            return false;
        }
        table.kit().edits().set(row, name, reading.value());
        return true;
    }

    private ComboBox<String> choices(Row row) {
        I18n i18n = table.kit().i18n();
        List<String> values = new ArrayList<>();
        values.add("");
        values.addAll(field.values());
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableList(values));
        combo.getStyleClass().add("cell-editor");
        combo.setAccessibleText(table.kit().words().field(row.kind(), field));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.isEmpty()
                        ? i18n.now("records.choice.none")
                        : table.kit().words().value(row.kind(), field, value);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("the list is closed");
            }
        });
        combo.setValue(row.text(field.name()));
        Choosing<String> choosing =
                new Choosing<>(combo, value -> table.kit().edits().set(row, field.name(), value));
        typing = new InlineText(table.kit().edits(), combo, choosing::commit, () -> {
            choosing.commit();
            end();
        });
        typing.begin();
        // After the choice was taken, or dropped with Esc.
        combo.setOnHidden(event -> later(() -> {
            if (isEditing()) {
                end();
                table.focusTable();
            }
        }));
        later(() -> {
            combo.requestFocus();
            combo.show();
        });
        return combo;
    }

    /** After the cell has laid its editor out, which only then can take the focus. */
    private static void later(Runnable task) {
        org.rapporteur.ui.kit.Fx.later(task);
    }
}
