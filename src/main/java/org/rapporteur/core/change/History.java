package org.rapporteur.core.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who changed what, from what to what. */
public interface History {

    /** What happened to a record. */
    enum Action {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }

    /**
     * @param at when, by the clock of the site that did it; for display only, never for deciding an order
     * @param author who, as that site's settings name the person
     * @param site the site that did it
     * @param label what the step was called
     * @param column the column, null unless {@link Action#CHANGED}
     * @param before value before (String, Long, Double, UUID or null)
     * @param after value after
     */
    record Entry(
            Instant at,
            String author,
            UUID site,
            Label label,
            Action action,
            String kind,
            UUID record,
            String column,
            Object before,
            Object after) {}

    /** Everything that happened to one record, newest first. */
    List<Entry> of(Kind kind, UUID id, int most);

    /**
     * Everything that happened to a record and to its parts, and to theirs, newest first: the versions of a
     * recommendation, the questions of a survey. What a part is follows from the kinds.
     */
    List<Entry> withParts(Kind kind, UUID id, int most);

    /** The newest changes of the workspace; the rows that one bulk step added are one entry each up to the limit. */
    default List<Entry> recent(int most) {
        return recent(most, most);
    }

    /**
     * The newest changes of the workspace.
     *
     * @param mostOfStep how many of one step at most: of a large import a few say what it was, and the steps before it
     *     are found at the same cost
     */
    List<Entry> recent(int most, int mostOfStep);
}
