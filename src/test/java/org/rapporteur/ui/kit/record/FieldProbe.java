package org.rapporteur.ui.kit.record;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Row;

/** What tests outside this package ask of a field of a form. On the window's thread. */
public final class FieldProbe {
    private FieldProbe() {}

    /**
     * The place in the workspace that a field of a form writes to.
     *
     * @param row the record as the form shows it
     */
    public record Target(Row row, Field field, String column) {}

    /** Where what is typed in a control is stored; empty if it stands in no form. */
    public static Optional<Target> of(TextInputControl input) {
        for (Node node = input; node != null; node = node.getParent()) {
            if (node instanceof FieldEditor editor && editor.row() != null && input.getId() != null) {
                String column = input.getId().substring("input-".length());
                return Optional.of(new Target(editor.row(), editor.field(), column));
            }
        }
        return Optional.empty();
    }

    /** What stands beside the field of a form in words, "" if nothing is wrong or odd. */
    public static String note(TextInputControl input) {
        for (Node node = input; node != null; node = node.getParent()) {
            if (node instanceof FieldEditor editor) {
                return editor.noteText();
            }
        }
        return "";
    }

    /** Saves what is typed after a shorter rest than people need, in forms made from now on. Run the result to end it. */
    public static Runnable quickly() {
        Duration before = TypedText.rest;
        TypedText.rest = Duration.millis(40);
        return () -> TypedText.rest = before;
    }
}
