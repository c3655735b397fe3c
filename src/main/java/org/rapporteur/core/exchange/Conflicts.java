package org.rapporteur.core.exchange;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.recommendation.RecommendationSteps;

/**
 * What people must decide. A decision is an ordinary change: it has seen all sides, is recorded, undone and sent like
 * any other. Fields that only order a list are never in conflict.
 */
public interface Conflicts {

    /** How many fields and records wait for a decision. */
    long count();

    /** The next conflicts from the offset on, those of one record together; of the kinds this program knows. */
    List<Conflict> list(int offset, int most);

    /** The conflicts of one record. */
    List<Conflict> of(Kind kind, UUID record);

    /**
     * Decides for a value of the field; any value, also one that no side wrote. Of records of adoption that differ, for
     * one of them.
     */
    static void choose(Transaction tx, Kind kind, UUID record, String column, Object value) {
        if (Conflict.ADOPTION.equals(column)) {
            RecommendationSteps.decide(tx, record, (UUID) value, "", "");
        } else {
            tx.set(kind, record, column, value);
        }
    }

    /** Decides that the record stays, whoever deleted it. */
    static void keep(Transaction tx, Kind kind, UUID record) {
        tx.restore(kind, record);
    }

    /** Decides that the record goes, whoever edited it. */
    static void drop(Transaction tx, Kind kind, UUID record) {
        tx.delete(kind, record);
    }
}
