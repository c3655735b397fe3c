package org.rapporteur.documents.build;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.rapporteur.documents.model.Phrase;

/**
 * What the agenda of a meeting is made from.
 *
 * @param masthead what stands at the head
 * @param meeting the meeting
 * @param stage provisional or adopted
 * @param items the agenda items in the order of the outline, parts after their whole
 * @param sessions the programme's sessions in any order; a session without a date is listed as not yet scheduled
 * @param timeZone the name of the time zone that times are in, for the note under the programme; empty for none
 */
public record AgendaInput(
        Masthead masthead,
        MeetingFacts meeting,
        Stage stage,
        List<Item> items,
        List<Session> sessions,
        String timeZone) {

    public AgendaInput {
        items = List.copyOf(items);
        sessions = List.copyOf(sessions);
    }

    /** Where the agenda stands. */
    public enum Stage {
        PROVISIONAL,
        ADOPTED
    }

    /**
     * A subject to be treated.
     *
     * @param number its number as the agenda has it, such as 3 or 3 (a); empty for none
     * @param title its title
     * @param description what it is about; may be empty
     * @param guidingQuestions questions put to participants
     * @param expectedOutcome what is to come of it; may be empty
     * @param documents symbols and titles of the documents before the meeting under this item
     * @param depth how deep it is in the outline, 0 at the top
     * @param sessions where it is treated: places in {@link AgendaInput#sessions}
     */
    public record Item(
            String number,
            Phrase title,
            Phrase description,
            List<Phrase> guidingQuestions,
            Phrase expectedOutcome,
            List<Phrase> documents,
            int depth,
            List<Integer> sessions) {
        public Item {
            guidingQuestions = List.copyOf(guidingQuestions);
            documents = List.copyOf(documents);
            sessions = List.copyOf(sessions);
        }
    }

    /** What happens in a session, which decides how it is set in the programme. */
    public enum Kind {
        OPENING,
        PLENARY,
        PANEL,
        WORKING_GROUP,
        BREAK,
        CEREMONY,
        CLOSING
    }

    /** What somebody does in a session, in the order of a programme. */
    public enum Role {
        CHAIR,
        MODERATOR,
        SPEAKER,
        PANELLIST,
        DISCUSSANT,
        RAPPORTEUR
    }

    /**
     * Those who do the same in a session.
     *
     * @param names each as "name, designation (party)" as far as it is known; never empty
     */
    public record People(Role role, List<Phrase> names) {
        public People {
            names = List.copyOf(names);
        }
    }

    /**
     * A timed slot of the programme.
     *
     * @param date its day; null when not yet scheduled
     * @param start when it begins, in the meeting's time zone; null when not yet scheduled
     * @param minutes how long it takes; 0 when not known
     * @param kind what happens in it
     * @param title its title
     * @param itemNumbers the agenda items treated in it
     * @param room where; empty for nowhere in particular
     * @param people who leads it, speaks, comments and reports, role by role in the order of a programme
     */
    public record Session(
            LocalDate date,
            LocalTime start,
            int minutes,
            Kind kind,
            Phrase title,
            List<String> itemNumbers,
            Phrase room,
            List<People> people) {
        public Session {
            itemNumbers = List.copyOf(itemNumbers);
            people = List.copyOf(people);
        }
    }
}
