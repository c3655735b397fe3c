package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.Zones;

/**
 * What the programme needs to know of a meeting.
 *
 * @param id its key
 * @param name its name
 * @param acronym its short name, "" if it has none
 * @param starts first day, null if not known
 * @param ends last day, null if not known
 * @param zone the time zone of its times, null if none was chosen
 * @param illustrative whether it is an example, not a fact
 */
public record Meeting(
        UUID id,
        Multilingual name,
        String acronym,
        LocalDate starts,
        LocalDate ends,
        ZoneId zone,
        boolean illustrative) {

    /** The meeting of a row. */
    public static Meeting of(Row row) {
        return new Meeting(
                row.id(),
                Multilingual.ofCodes(row.texts("name")),
                row.text("acronym"),
                row.date("starts_on").orElse(null),
                row.date("ends_on").orElse(null),
                Zones.of(row.text("timezone")).orElse(null),
                row.flag("illustrative"));
    }

    /** What to call it where there is little room: its short name, else its name; "" if it has neither. */
    public String shortName(Language language) {
        return acronym.isBlank() ? name.text(language) : acronym;
    }

    /** The first day, or the last if only that is known. */
    public Optional<LocalDate> first() {
        return Optional.ofNullable(starts).or(() -> Optional.ofNullable(ends));
    }

    /** The last day; the first if no last is known or it is before the first. */
    public Optional<LocalDate> last() {
        return ends == null || starts != null && ends.isBefore(starts) ? first() : Optional.of(ends);
    }

    /** Whether the day is one of the meeting's; true for any day as long as the meeting has no dates. */
    public boolean includes(LocalDate day) {
        return first().isEmpty() || !day.isBefore(first().get()) && !day.isAfter(last().get());
    }
}
