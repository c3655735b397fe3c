package org.rapporteur.core.participant;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;

/** Makes one person of two: what the one lacks is taken from the other, and everything that pointed there points here. */
public final class PersonMerge {
    private PersonMerge() {}

    /**
     * Merges within a transaction, so that one undo takes all of it back.
     *
     * @param kinds all kinds of records that may point to a person
     * @param kept the person who stays; its own values win
     * @param other the person who goes
     * @return how many references were moved
     */
    public static int merge(Transaction tx, List<Kind> kinds, UUID kept, UUID other) {
        if (kept.equals(other)) {
            throw new IllegalArgumentException("a person is not merged with itself");
        }
        Row stays = tx.find(ParticipantKinds.PERSON, kept).orElseThrow();
        Row goes = tx.find(ParticipantKinds.PERSON, other).orElseThrow();
        for (String column : ParticipantKinds.PERSON.columns()) {
            if (stays.get(column) == null && goes.get(column) != null) {
                tx.set(ParticipantKinds.PERSON, kept, column, goes.get(column));
            }
        }
        String notes = goes.text("notes");
        if (!notes.isBlank()
                && !stays.text("notes").isBlank()
                && !stays.text("notes").contains(notes)) {
            tx.set(ParticipantKinds.PERSON, kept, "notes", stays.text("notes") + "\n" + notes);
        }
        int moved = 0;
        for (Kind kind : kinds) {
            for (Field field : kind.fields()) {
                if (field.type() == FieldType.REF
                        && ParticipantKinds.PERSON.name().equals(field.target())) {
                    for (Row row : tx.list(Query.of(kind).where(field.name(), other))) {
                        tx.set(kind, row.id(), field.name(), kept);
                        moved++;
                    }
                }
            }
        }
        tx.delete(ParticipantKinds.PERSON, other);
        return moved;
    }
}
