package org.rapporteur.ui.exchange;

import java.util.List;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.exchange.Conflict;

/**
 * One decision about a record, ready to be shown.
 *
 * @param conflict the sides, the own ones first
 * @param label the field's name; "" for a deletion against an edit
 * @param type what the field holds; null for a deletion against an edit
 * @param texts the sides' values as a person reads them; for an edited side the name of the field
 * @param rightToLeft whether the text of the field reads from right to left
 * @param open whether it still waits
 * @param now the value shown now, as a person reads it
 */
record ConflictPoint(
        Conflict conflict,
        String label,
        FieldType type,
        List<String> texts,
        boolean rightToLeft,
        boolean open,
        String now) {

    /** Whether the values are texts that can be joined and compared word by word. */
    boolean isText() {
        return type == FieldType.TEXT || type == FieldType.LONG_TEXT;
    }

    /** Whether a value may be written that no side has; of records only one can be chosen. */
    boolean other() {
        return !conflict.deletion() && !conflict.adoption();
    }

    boolean deletion() {
        return conflict.deletion();
    }
}
