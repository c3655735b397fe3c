package org.rapporteur.storage.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.Wordings;

/** Which rows changed since a point of the workspace's own count; what the index needs of the store. */
public interface Changed {

    /**
     * A point: all of the transactions before, and of the next one the changes up to a sequence number.
     *
     * @param transaction number of the last transaction done whole
     * @param sequence last sequence number done of the one after, 0 if none
     */
    record Point(long transaction, long sequence) {
        public static final Point START = new Point(0, 0);
    }

    /** Number of the newest transaction. */
    long newest();

    /**
     * Hands on rows that were added, changed, deleted or restored after the point, each as it is now; a row may come
     * more than once.
     *
     * @param most about how many rows to hand on before stopping
     * @return the point reached; equal to {@code from} if there was nothing
     */
    Point after(Point from, int most, Consumer<Row> rows);

    /** The current row; of answers only those that count. */
    Optional<Row> find(String kind, java.util.UUID id);

    /** Keys of rows whose text shows in the context of others are looked up here: parent and references. */
    List<Row> contextOf(Row row);

    /** What a wording is beside the one that holds. */
    Wordings.Standing standing(Row row);
}
