package org.rapporteur.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something a person must decide about one record.
 *
 * @param kind name of its kind
 * @param record its key
 * @param column the field whose values differ; {@link #ADOPTION} if records of adoption differ; null if one side deleted
 *     the record and another edited it
 * @param sides what stands against what; the one shown now first
 */
public record Conflict(String kind, UUID record, String column, List<Side> sides) {

    /** In place of a field: two adopted differently; the value of a side is the key of its record of adoption. */
    public static final String ADOPTION = "_adoption";

    /** Whether records of adoption differ. */
    public boolean adoption() {
        return ADOPTION.equals(column);
    }

    /** Whether it is a deletion against an edit. */
    public boolean deletion() {
        return column == null;
    }

    /**
     * One side of it.
     *
     * @param role what this side did
     * @param value the value it wrote, for {@link Role#VALUE}
     * @param column the field it edited, for {@link Role#EDITED}; null for an addition
     * @param site who did it
     * @param own whether that is this workspace (or what it was before)
     * @param author the person, if known; else null
     * @param at when, by that site's clock, if known; else null
     */
    public record Side(Role role, Object value, String column, UUID site, boolean own, String author, Instant at) {}

    /** What a side did. */
    public enum Role {
        /** Wrote this value. */
        VALUE,
        /** Deleted the record. */
        DELETED,
        /** Edited (or added, or restored) the record without knowing of the deletion. */
        EDITED
    }
}
