package org.rapporteur.ui.exchange;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;

/**
 * One record with all that is to be decided about it.
 *
 * @param row the record as it is now
 * @param whole its filled fields as a person reads them, in the order of the kind
 */
record ConflictDetail(Kind kind, UUID id, String title, Row row, List<ConflictPoint> points, List<Filled> whole) {

    /** A filled field; {@code decided} if it was among the decisions. */
    record Filled(String label, String text, boolean decided, boolean rightToLeft) {}

    int open() {
        return (int) points.stream().filter(ConflictPoint::open).count();
    }
}
