package org.rapporteur.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Row;

/**
 * What a package does to one record.
 *
 * @param kind name of its kind
 * @param id its key
 * @param what all that happens to it
 * @param before as it is now, null if it is not there or its kind is not known
 * @param after as it will be, null if its kind is not known
 * @param author who made the newest of the changes, or null
 * @param at when, by that site's clock, or null
 * @param fields each field whose value changes or comes into conflict; empty for an added record
 */
public record RecordChange(
        String kind,
        UUID id,
        Set<What> what,
        Row before,
        Row after,
        String author,
        Instant at,
        List<FieldChange> fields) {

    /** What can happen to a record. */
    public enum What {
        ADDED,
        CHANGED,
        DELETED,
        RESTORED,
        CONFLICT,
        RESOLVED,
        DELETED_BUT_EDITED
    }

    /**
     * What happens to one field.
     *
     * @param column column of the kind
     * @param before value shown now
     * @param after value shown afterwards
     * @param versions every version afterwards; more than one value means a conflict
     * @param author who wrote the newest of the versions that come in, or null
     * @param at when, or null
     */
    public record FieldChange(
            String column, Object before, Object after, List<Version> versions, String author, Instant at) {}
}
