package org.rapporteur.ui.kit;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;

/**
 * What a field offers beside typing: another language, a calendar, the record it names. Buttons for these stand beside
 * the field for the mouse; they are no stops of Tab, which leads from field to field, so each has a key instead. The
 * box around a field implements what it has.
 */
public interface FieldKeys {
    /** Goes on to the next language of the text. Returns whether there is one. */
    default boolean nextLanguage() {
        return false;
    }

    /** Opens the calendar, the colours or the list to choose from. Returns whether there is one. */
    default boolean pick() {
        return false;
    }

    /** Opens what the field names: the record, the page, a letter to the address. Returns whether it names something. */
    default boolean follow() {
        return false;
    }

    /** Asks the boxes around the focused control, from the inside out, until one answers. */
    static boolean ask(Node focus, Predicate<FieldKeys> what) {
        for (Node node = focus; node != null; node = node.getParent()) {
            if (node instanceof FieldKeys keys && what.test(keys)) {
                return true;
            }
        }
        return false;
    }

    /** Opens the list of the focused field, whatever kind of field it is. */
    static void pickAt(Node focus) {
        if (!ask(focus, FieldKeys::pick) && focus instanceof ComboBoxBase<?> box) {
            box.show();
        }
    }
}
