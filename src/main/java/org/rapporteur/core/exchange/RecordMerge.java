package org.rapporteur.core.exchange;

import java.util.Collection;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;

/**
 * Makes one record of two: what the one lacks is taken from the other, and everything that pointed there points here.
 * The other is deleted, which can be undone like any deletion.
 */
public final class RecordMerge {
    /** Remarks of both are kept, because neither replaces the other. */
    private static final String NOTES = "notes";

    private RecordMerge() {}

    /**
     * Merges within a transaction, so that one undo takes all of it back.
     *
     * @param kinds all kinds of records that may point to the two
     * @param kind the kind of the two
     * @param kept the record that stays; its own values win
     * @param other the record that goes
     * @return how many references were moved
     * @throws IllegalArgumentException if both are one
     */
    public static int merge(Transaction tx, Collection<Kind> kinds, Kind kind, UUID kept, UUID other) {
        if (kept.equals(other)) {
            throw new IllegalArgumentException("a record is not merged with itself");
        }
        fill(tx, kind, kept, other);
        int moved = 0;
        for (Kind from : kinds) {
            for (Field field : from.fields()) {
                if (field.type() == FieldType.REF
                        && (field.target().isEmpty() || field.target().equals(kind.name()))) {
                    moved += move(tx, from, field, kept, other);
                }
            }
        }
        tx.delete(kind, other);
        return moved;
    }

    private static void fill(Transaction tx, Kind kind, UUID kept, UUID other) {
        Row stays = tx.find(kind, kept).orElseThrow();
        Row goes = tx.find(kind, other).orElseThrow();
        for (String column : kind.columns()) {
            Object value = goes.get(column);
            if (stays.get(column) == null && value != null && !value.equals(kept)) {
                tx.set(kind, kept, column, value);
            }
        }
        if (kind.hasColumn(NOTES)) {
            String notes = goes.text(NOTES);
            String own = stays.text(NOTES);
            if (!notes.isBlank() && !own.isBlank() && !own.contains(notes)) {
                tx.set(kind, kept, NOTES, own + "\n" + notes);
            }
        }
    }

    private static int move(Transaction tx, Kind from, Field field, UUID kept, UUID other) {
        int moved = 0;
        // Deleted records too: whoever restores one later finds it at the record that stayed.
        for (Row row : tx.list(Query.of(from).where(field.name(), other).withDeleted())) {
            if (row.id().equals(other)) {
                continue;
            }
            // A record does not succeed itself.
            tx.set(from, row.id(), field.name(), row.id().equals(kept) ? null : kept);
            if (row.deleted()) {
                // An edit shows a record again.
                tx.delete(from, row.id());
            }
            moved++;
        }
        return moved;
    }
}
