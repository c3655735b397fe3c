package org.rapporteur.exchange.sim;

import java.util.BitSet;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Dot;

/**
 * One edit as it happened in the world, outside any store.
 *
 * @param number place in the world's list of events
 * @param dot the name that the author's workspace gave it
 * @param kind name of the record's kind
 * @param row the record
 * @param scope the record's scope
 * @param what what was done
 * @param field the column, for {@link What#SET}; else null
 * @param value the value written, for {@link What#SET}
 * @param created values of the new record by column (columns without one are empty), for {@link What#CREATED}
 * @param seen numbers of the events that the author's workspace had seen before this one
 * @param covers of a deletion: events that it is meant to hide; what was seen, unless the deletion is an older one
 *     that the undo of a decision put back
 */
record Event(
        int number,
        Dot dot,
        String kind,
        UUID row,
        UUID scope,
        What what,
        String field,
        Object value,
        Map<String, Object> created,
        BitSet seen,
        BitSet covers) {

    enum What {
        CREATED,
        SET,
        DELETED,
        RESTORED
    }

    boolean saw(Event other) {
        return seen.get(other.number);
    }

    boolean hides(Event other) {
        return covers.get(other.number);
    }

    /** Whether the event gives the field a value; a creation gives every field one. */
    boolean writes(String column) {
        return what == What.CREATED || what == What.SET && column.equals(field);
    }

    /** The value that it gives the field. */
    Object valueOf(String column) {
        return what == What.CREATED ? created.get(column) : value;
    }

    @Override
    public String toString() {
        return what + " " + kind + " " + row.toString().substring(24) + (field == null ? "" : "." + field + "=" + value)
                + " @" + dot.site().toString().substring(0, 4) + ":" + dot.sequence();
    }
}
