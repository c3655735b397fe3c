package org.rapporteur.documents.build;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.text.Language;

/**
 * What a calendar file is made from.
 *
 * @param language the language of titles and descriptions; other languages go along as comments
 * @param name the calendar's name by language
 * @param zone the time zone of its events
 * @param stamp when the file was made, as the caller's clock says
 * @param events the events in any order
 */
public record CalendarInput(
        Language language, Map<Language, String> name, ZoneId zone, Instant stamp, List<Event> events) {

    public CalendarInput {
        name = Map.copyOf(name);
        events = List.copyOf(events);
    }

    /** Whether an event is certain. */
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** When an event takes place. */
    public sealed interface When {}

    /** An event with a time, in the calendar's zone; minutes is 1 or more. */
    public record Timed(LocalDateTime start, int minutes) implements When {
        public Timed {
            if (minutes < 1) {
                throw new IllegalArgumentException("an event of " + minutes + " minutes");
            }
        }
    }

    /** Whole days, both included: a meeting as such, or a deadline. */
    public record Days(LocalDate first, LocalDate last) implements When {
        public Days {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(first + " to " + last);
            }
        }
    }

    /**
     * An event.
     *
     * @param uid the same at every export of the same record, so that calendars replace and do not double it
     * @param when when it takes place
     * @param title its title by language
     * @param description what it is about, by language; may be empty
     * @param location where, by language; may be empty
     * @param categories words to group events by
     * @param status whether it is certain
     * @param sequence how often it was changed since the first export, from 0
     * @param modified when it was last changed; null when not known
     */
    public record Event(
            String uid,
            When when,
            Map<Language, String> title,
            Map<Language, String> description,
            Map<Language, String> location,
            List<String> categories,
            Status status,
            int sequence,
            Instant modified) {
        public Event {
            title = Map.copyOf(title);
            description = Map.copyOf(description);
            location = Map.copyOf(location);
            categories = List.copyOf(categories);
        }
    }
}
