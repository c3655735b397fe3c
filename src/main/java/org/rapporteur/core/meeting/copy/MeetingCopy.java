package org.rapporteur.core.meeting.copy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;

/**
 * Clones a meeting: what is prepared anew each time is taken over, what happened is not. Dates move by as many days as
 * the first day does; states go back to the beginning; people are left out, their roles and parties stay.
 */
public final class MeetingCopy {
    private final Changes changes;

    /** Through this write path. */
    public MeetingCopy(Changes changes) {
        this.changes = changes;
    }

    /**
     * What to take over; rooms always come along.
     *
     * @param agenda sessions, agenda items and the roles of those who speak
     * @param delegations the parties, all to be invited
     * @param survey questions and choices, without respondents and answers
     */
    public record Parts(boolean agenda, boolean delegations, boolean survey) {}

    /**
     * Makes the clone in one step of undo. Returns its key.
     *
     * @param firstDay its first day, null to leave it without dates
     * @param language language of the name
     * @param name its name in that language
     * @throws java.util.NoSuchElementException if there is no such meeting
     */
    public UUID make(Label label, UUID meeting, LocalDate firstDay, Language language, String name, Parts parts) {
        return changes.write(label, tx -> {
            Row row = tx.find(MeetingKinds.MEETING, meeting).orElseThrow();
            LocalDate before = Meeting.of(row).first().orElse(null);
            Long days = before == null || firstDay == null ? null : ChronoUnit.DAYS.between(before, firstDay);
            Copier copier = new Copier(tx, days);
            UUID made = copier.meeting(row, firstDay, language, PlainText.line(name));
            copier.rooms(meeting, made);
            if (parts.agenda()) {
                copier.agenda(meeting, made);
            }
            if (parts.delegations()) {
                copier.delegations(meeting, made);
            }
            if (parts.survey()) {
                copier.surveys(meeting, made);
            }
            return made;
        });
    }

    /** One clone under way. */
    private static final class Copier {
        private final Transaction tx;
        private final Long days;
        private final Map<UUID, UUID> keys = new HashMap<>();

        /**
         * @param days by how many days dates move, null to leave them out
         */
        Copier(Transaction tx, Long days) {
            this.tx = tx;
            this.days = days;
        }

        UUID meeting(Row row, LocalDate firstDay, Language language, String name) {
            Values values = values(row, Set.of("status", "dates_stated", "source", "illustrative", "notes"))
                    .with("status", "planned")
                    .with("starts_on", firstDay);
            if (!name.isEmpty()) {
                values.with("name_" + language.code(), name);
            }
            return insert(row, values);
        }

        void rooms(UUID from, UUID to) {
            each(
                    MeetingKinds.ROOM,
                    from,
                    row -> insert(row, values(row, Set.of()).with("meeting", to)));
        }

        void agenda(UUID from, UUID to) {
            each(
                    MeetingKinds.SESSION,
                    from,
                    row -> insert(row, values(row, Set.of("illustrative")).with("meeting", to)));
            List<Row> items = tx.list(Query.partsOf(MeetingKinds.AGENDA_ITEM, from));
            for (Row row : items) {
                insert(row, values(row, Set.of("illustrative", "parent_item")).with("meeting", to));
            }
            // A part may stand before its whole in the list, so wholes are set when all have their keys.
            for (Row row : items) {
                UUID parent = keys.get(row.ref("parent_item"));
                if (parent != null) {
                    tx.set(MeetingKinds.AGENDA_ITEM, keys.get(row.id()), "parent_item", parent);
                }
            }
            for (Row session : tx.list(Query.partsOf(MeetingKinds.SESSION, from))) {
                each(
                        MeetingKinds.SPEAKER,
                        session.id(),
                        row -> insert(row, values(row, Set.of("person")).with("session", keys.get(session.id()))));
            }
        }

        void delegations(UUID from, UUID to) {
            each(
                    ParticipantKinds.DELEGATION,
                    from,
                    row -> tx.insert(
                            ParticipantKinds.DELEGATION,
                            Values.of("meeting", to)
                                    .with("party", row.ref("party"))
                                    .with("name_stated", row.text("name_stated"))
                                    .with("capacity", row.text("capacity"))
                                    .with("status", "to_invite")));
        }

        void surveys(UUID from, UUID to) {
            each(SurveyKinds.SURVEY, from, survey -> {
                UUID made = insert(
                        survey,
                        values(survey, Set.of("status", "source", "illustrative"))
                                .with("meeting", to)
                                .with("status", "draft"));
                each(SurveyKinds.QUESTION, survey.id(), question -> {
                    UUID asked = insert(question, values(question, Set.of()).with("survey", made));
                    each(
                            SurveyKinds.CHOICE,
                            question.id(),
                            choice -> insert(choice, values(choice, Set.of()).with("question", asked)));
                });
            });
        }

        private void each(Kind kind, UUID parent, java.util.function.Consumer<Row> copy) {
            tx.list(Query.partsOf(kind, parent)).forEach(copy);
        }

        private UUID insert(Row row, Values values) {
            UUID made = tx.insert(row.kind(), values);
            keys.put(row.id(), made);
            return made;
        }

        /** The values of a row with dates moved and references to what was cloned led there. */
        private Values values(Row row, Set<String> without) {
            Values values = Values.none();
            for (Field field : row.kind().fields()) {
                if (without.contains(field.name())) {
                    continue;
                }
                for (String column : field.columns()) {
                    Object value = row.get(column);
                    if (field.type() == FieldType.DATE) {
                        value = days == null
                                ? null
                                : row.date(column).map(d -> d.plusDays(days)).orElse(null);
                    } else if (value instanceof UUID key) {
                        value = reference(field, key);
                    }
                    values.with(column, value);
                }
            }
            return values;
        }

        /** What travels with the old meeting and was not taken over is not pointed to. */
        private UUID reference(Field field, UUID key) {
            UUID copied = keys.get(key);
            boolean ofMeeting = Set.of("session", "room", "agenda_item", "survey", "question")
                    .contains(String.valueOf(field.target()));
            return copied != null ? copied : ofMeeting ? null : key;
        }
    }
}
