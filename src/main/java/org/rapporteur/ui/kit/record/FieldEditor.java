package org.rapporteur.ui.kit.record;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.FieldKeys;
import org.rapporteur.ui.kit.Icons;

/**
 * One field of a form: its name above, the control, and below it either what is wrong, what looks odd, or help. Saves
 * by itself; a stored value that changes elsewhere is shown at once unless something is being typed here.
 */
abstract class FieldEditor extends VBox implements FieldKeys {
    static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RecordKit kit;
    private final Kind kind;
    private final Field field;
    private final Label name = new Label();
    private final HBox head = new HBox(8);
    private final FieldHead line = new FieldHead(head);
    private final Label help = new Label();
    private final Label note = new Label();
    private Row row;

    FieldEditor(RecordKit kit, Kind kind, Field field) {
        this.kit = kit;
        this.kind = kind;
        this.field = field;
        getStyleClass().add("field-editor");
        setId("field-" + field.name());
        name.textProperty().bind(kit.words().fieldLive(kind, field));
        name.getStyleClass().add("field-label");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().add(name);
        if (field.is(Field.Trait.REQUIRED)) {
            Label mark = new Label("*");
            mark.getStyleClass().add("required-mark");
            Access.name(mark, kit.i18n().text("records.required"));
            Access.tip(mark, kit.i18n().text("records.required"));
            head.getChildren().add(mark);
            head.setSpacing(4);
        }
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setGraphicTextGap(4);
        kit.words().help(kind, field).ifPresent(words -> help.textProperty().bind(words));
        shown(help, !help.getText().isEmpty());
        shown(note, false);
    }

    /** Puts the parts together; called once by the constructor of the editor. */
    final void lay(Node control, Node focusable) {
        Access.label(name, focusable);
        getChildren().setAll(line, control, note, help);
    }

    /** Puts something at the end of the line of the name, or below it where that is too narrow. */
    final void atEnd(Node node) {
        line.end(node);
    }

    /** The name is part of the control itself. */
    final void withoutName() {
        getChildren().remove(line);
    }

    final RecordKit kit() {
        return kit;
    }

    final Kind kind() {
        return kind;
    }

    final Field field() {
        return field;
    }

    /** The record as it was last read; null before. */
    final Row row() {
        return row;
    }

    /** Name of the field for screen readers; with what is wrong, if something is. */
    final ObservableValue<String> spokenName() {
        return kit.words().fieldLive(kind, field);
    }

    /**
     * Shows a record.
     *
     * @param fresh whether it is another record than before, so that nothing typed is kept
     */
    final void show(Row newRow, boolean fresh) {
        row = newRow;
        if (fresh) {
            clearNote();
        }
        refresh(fresh);
    }

    /** Takes values over from {@link #row()}. */
    abstract void refresh(boolean fresh);

    /** Saves what is typed and not saved yet. Returns whether nothing is left that could not be saved. */
    boolean commit() {
        return true;
    }

    /** What is typed here and could not be stored, after {@link #commit()}; "" for nothing. */
    String unstored() {
        return "";
    }

    /** Puts a text back that could not be stored when the record was left, with what is wrong with it. */
    void putBack(String text) {}

    /** Puts the keyboard into the control. */
    abstract void focus();

    /** Whether the control can be changed. */
    abstract void editable(boolean yes);

    /** Sets a column of the record shown. */
    final void save(String column, Object value) {
        kit.edits().set(row, column, value, problem -> fail(problem));
    }

    private void fail(Problem problem) {
        kit.kit().notifications().problem(problem);
        fault(problem.what());
    }

    /** Says what is wrong, beside the field. */
    final void fault(Message message) {
        note(message, true);
    }

    /** Says what looks odd although it is stored. */
    final void doubt(Message message) {
        note(message, false);
    }

    private void note(Message message, boolean wrong) {
        note.textProperty().bind(kit.i18n().text(message));
        note.getStyleClass().removeAll("field-error", "field-doubt");
        note.getStyleClass().add(wrong ? "field-error" : "field-doubt");
        note.setGraphic(Icons.of(wrong ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedMZ.WARNING, 14));
        shown(note, true);
        shown(help, false);
        faulty(wrong, note.getText());
    }

    /** Nothing is wrong any more. */
    final void clearNote() {
        if (note.isVisible()) {
            note.textProperty().unbind();
            note.setText("");
            shown(note, false);
            shown(help, !help.getText().isEmpty());
            faulty(false, null);
        }
    }

    /** Marks the control; the words go to screen readers. */
    abstract void faulty(boolean wrong, String words);

    /** What stands below the field in words, "" if nothing is wrong. */
    final String noteText() {
        return note.isVisible() ? note.getText() : "";
    }

    static void shown(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }

    /** The editor for a field. */
    static FieldEditor of(RecordKit kit, Kind kind, Field field, RecordForm form) {
        if (field.multilingual()) {
            return new MultilingualEditor(kit, kind, field);
        }
        return switch (field.type()) {
            case CHOICE -> new ChoiceEditor(form, kit, kind, field);
            case CHOICES -> new ChoicesEditor(kit, kind, field);
            case BOOLEAN -> new BooleanEditor(kit, kind, field);
            case REF -> new RefEditor(kit, kind, field, form);
            case ZONE -> new ZoneEditor(kit, kind, field, form.zoneHints());
            default -> new TextEditor(kit, kind, field);
        };
    }
}
