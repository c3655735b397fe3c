package org.rapporteur.core.change;

import java.util.Map;
import java.util.UUID;

/**
 * One group of changes that happens whole or not at all. Every change goes through here: it gives the change its dot,
 * keeps the overwritten value, and so makes undo, history, conflict detection and search possible. Reads see the
 * changes made so far.
 */
public interface Transaction extends Records {

    /** Adds a row with a fresh key in the scope its kind says. Returns the key. */
    UUID insert(Kind kind, Values values);

    /**
     * Adds a row with a given key in a given scope; for lists with derived keys and for bulk work, where looking up
     * the parent's scope for each row would cost. A row that is there already (deleted or not) is left as it is.
     *
     * @return whether the row was added
     */
    boolean insert(Kind kind, UUID id, UUID scope, Values values);

    /** Sets one column; does nothing if it holds the value already. */
    void set(Kind kind, UUID id, String column, Object value);

    /** Sets several columns. */
    default void setAll(Kind kind, UUID id, Map<String, ?> values) {
        values.forEach((column, value) -> set(kind, id, column, value));
    }

    /** Hides the row; its fields stay stored, what points to it stays. Nothing cascades. */
    void delete(Kind kind, UUID id);

    /** Shows a deleted row again. */
    void restore(Kind kind, UUID id);

    /** The scope of a row. */
    UUID scopeOf(Kind kind, UUID id);
}
