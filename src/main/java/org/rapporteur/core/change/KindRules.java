package org.rapporteur.core.change;

import java.util.Map;
import org.rapporteur.core.problem.Problem;

/**
 * What a kind does not let happen to its rows, and what follows from an edit. The write path asks before each change,
 * whoever makes it: a form, a cell, an import, the command line. What comes from a colleague's package does not pass
 * here; there what was done stays what was done, and reading finds it.
 */
public interface KindRules {
    /** A kind whose rows may change freely. */
    KindRules FREE = new KindRules() {};

    /**
     * Called before a column gets another value.
     *
     * @param records the rows as they are within the transaction
     * @param takingBack whether an undo or redo does it
     * @throws Problem if it may not be
     */
    default void beforeSet(Records records, Row before, String column, Object value, boolean takingBack) {}

    /**
     * Called before a row is deleted.
     *
     * @param takingBack whether an undo or redo does it
     * @throws Problem if it may not be
     */
    default void beforeDelete(Records records, Row row, boolean takingBack) {}

    /** Further columns that change with a column, in the same step; not asked for what undo and redo write. */
    default Map<String, Object> alongWith(Row before, String column, Object value) {
        return Map.of();
    }

    /** Further columns of a new row; those that it has already stay. */
    default Map<String, Object> onInsert(Map<String, Object> values) {
        return Map.of();
    }
}
