package org.rapporteur.ui.exchange;

import java.util.List;
import org.rapporteur.core.exchange.RecordChange;

/**
 * A line of the preview: the heading of a kind, or a record of it.
 *
 * @param kind name of the kind
 * @param title the record's name, or the kind's for a heading
 * @param change what happens; null for a heading
 * @param phrases the same in words, the weightiest first
 * @param whole the filled fields of a record that is new
 */
record ChangeItem(
        String kind, String title, RecordChange change, List<ChangePhrase> phrases, List<ConflictDetail.Filled> whole) {

    static ChangeItem heading(String kind, String title) {
        return new ChangeItem(kind, title, null, List.of(), List.of());
    }

    boolean isHeading() {
        return change == null;
    }

    /** The phrases in one line. */
    String summary() {
        return String.join(
                " \u00b7 ", phrases.stream().map(ChangePhrase::sentence).toList());
    }
}
