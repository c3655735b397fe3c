package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kordamp.ikonli.Ikon;
import org.rapporteur.core.change.Row;

/**
 * Something to do with the selected rows of a list: a button below the list and an entry of the menu.
 *
 * @param labelKey message key of its words, a verb first
 * @param icon its icon
 * @param when for which selections it can be done
 * @param does what it does; on the window's thread
 */
public record RecordAction(String labelKey, Ikon icon, Predicate<List<Row>> when, Consumer<List<Row>> does) {

    /** An action for one row or more. */
    public static RecordAction of(String labelKey, Ikon icon, Consumer<List<Row>> does) {
        return new RecordAction(labelKey, icon, rows -> !rows.isEmpty(), does);
    }

    /** The same for some selections only. */
    public RecordAction when(Predicate<List<Row>> test) {
        return new RecordAction(labelKey, icon, rows -> !rows.isEmpty() && test.test(rows), does);
    }
}
