package org.rapporteur.documents.build;

import java.time.LocalDate;
import org.rapporteur.documents.model.Phrase;

/**
 * The meeting that a document belongs to.
 *
 * @param name its name
 * @param theme its theme; empty when it has none
 * @param place city and country; empty when not known
 * @param venue the building; empty when not known
 * @param start its first day; null when not known
 * @param end its last day; null for a meeting of one day
 * @param standing whether it takes place as planned
 */
public record MeetingFacts(
        Phrase name, Phrase theme, Phrase place, Phrase venue, LocalDate start, LocalDate end, Standing standing) {

    /** A meeting that takes place as planned. */
    public MeetingFacts(Phrase name, Phrase theme, Phrase place, Phrase venue, LocalDate start, LocalDate end) {
        this(name, theme, place, venue, start, end, Standing.USUAL);
    }

    /** Whether a meeting takes place as planned; what does not is said at the head of every paper. */
    public enum Standing {
        USUAL,
        POSTPONED,
        CANCELLED
    }
}
