package org.rapporteur.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A package that was applied, undone, sent or waits; kept in the store.
 *
 * @param id its key
 * @param state what became of it
 * @param fileName name of its file, for people
 * @param site who wrote it
 * @param author the person, or null
 * @param at when it came in (or was sent)
 * @param effects what it did; null while it waits or if it was sent
 * @param missing what it waits for; empty if it does not
 * @param left after an undo: fields that were changed since and stay as they are
 */
public record PackageRecord(
        UUID id,
        State state,
        String fileName,
        UUID site,
        String author,
        Instant at,
        ImportEffects effects,
        List<Missing> missing,
        long left) {

    /** What became of a package. */
    public enum State {
        APPLIED,
        UNDONE,
        /** Waits for earlier changes that have not arrived. */
        WAITING,
        /** Nothing is missing, but a person must confirm it (many deletions, an unknown sender). */
        HELD,
        SENT
    }
}
