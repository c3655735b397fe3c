package org.rapporteur.documents.from;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Zones;
import org.rapporteur.documents.build.CalendarInput;
import org.rapporteur.documents.model.Phrase;

/** The calendar of a meeting: its days, its sessions, its deadlines, and the dated steps of the process behind it. */
final class CalendarFrom {
    private static final int MOST_CHANGES = 1000;

    private final Source source;
    private final History history;
    private final DeadlineWords deadlines;

    /** Names of deadlines, which the records do not hold. */
    interface DeadlineWords {
        /** The words for "deadline for nominations: {meeting}" and "replies due: {survey}" in a language. */
        String text(Language language, String key, String of);
    }

    CalendarFrom(Source source, History history, DeadlineWords deadlines) {
        this.source = source;
        this.history = history;
        this.deadlines = deadlines;
    }

    /** Says what a calendar can't be made without. */
    void check(UUID meeting) {
        zone(source.meeting(meeting));
    }

    CalendarInput read(UUID meetingId) {
        Row meeting = source.meeting(meetingId);
        ZoneId zone = zone(meeting);
        List<CalendarInput.Event> events = new ArrayList<>();
        Map<Language, String> place = where(meeting, "");
        meeting.date("starts_on").ifPresent(first -> {
            LocalDate last =
                    meeting.date("ends_on").filter(d -> !d.isBefore(first)).orElse(first);
            events.add(event(
                    meeting,
                    "",
                    new CalendarInput.Days(first, last),
                    Source.every(meeting, "name"),
                    Source.every(meeting, "theme"),
                    place,
                    "MEETING",
                    status(meeting.text("status"))));
        });
        sessions(meeting, events);
        deadline(meeting, meeting, "nomination_deadline", "name", "documents.calendar.nominations", events);
        for (Row survey : source.records().list(Query.of(SurveyKinds.SURVEY).where("meeting", meetingId))) {
            deadline(meeting, survey, "due_on", "title", "documents.calendar.replies", events);
        }
        process(meeting, events);
        return new CalendarInput(
                source.language(),
                Source.every(meeting, "name"),
                zone,
                source.clock().instant(),
                events);
    }

    private void sessions(Row meeting, List<CalendarInput.Event> events) {
        Map<UUID, String> rooms = new HashMap<>();
        source.parts(MeetingKinds.ROOM, meeting.id()).forEach(room -> rooms.put(room.id(), room.text("name")));
        for (Row session : source.parts(MeetingKinds.SESSION, meeting.id())) {
            Optional<LocalDate> day = session.date("day");
            Optional<LocalTime> start = session.time("starts_at");
            long minutes = session.number("minutes").orElse(0);
            if (day.isEmpty() || start.isEmpty() || minutes < 1 || minutes > 24 * 60) {
                continue;
            }
            String room = rooms.getOrDefault(session.ref("room"), "");
            events.add(event(
                    session,
                    "",
                    new CalendarInput.Timed(LocalDateTime.of(day.get(), start.get()), (int) minutes),
                    Source.every(session, "title"),
                    Source.every(session, "description"),
                    where(meeting, room),
                    session.text("type").toUpperCase(java.util.Locale.ROOT).replace('_', ' '),
                    status(meeting.text("status"))));
        }
    }

    private void deadline(
            Row meeting, Row row, String column, String nameField, String key, List<CalendarInput.Event> events) {
        row.date(column).ifPresent(day -> {
            Map<Language, String> title = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                title.put(language, deadlines.text(language, key, row.textOr(nameField, language.code())));
            }
            events.add(event(
                    row,
                    "-" + column,
                    new CalendarInput.Days(day, day),
                    title,
                    Map.of(),
                    Map.of(),
                    "DEADLINE",
                    status(meeting.text("status"))));
        });
    }

    private void process(Row meeting, List<CalendarInput.Event> events) {
        if (meeting.ref("process") == null) {
            return;
        }
        for (Row phase : source.parts(MeetingKinds.PHASE, meeting.ref("process"))) {
            for (Row milestone : source.parts(MeetingKinds.MILESTONE, phase.id())) {
                if (isThe(meeting, milestone)) {
                    continue;
                }
                milestone.date("starts_on").ifPresent(first -> {
                    LocalDate last = milestone
                            .date("ends_on")
                            .filter(d -> !d.isBefore(first))
                            .orElse(first);
                    events.add(event(
                            milestone,
                            "",
                            new CalendarInput.Days(first, last),
                            Source.every(milestone, "name"),
                            Map.of(),
                            Source.every(milestone, "place"),
                            "PROCESS",
                            CalendarInput.Status.CONFIRMED));
                });
            }
        }
    }

    /** Whether the milestone is the meeting itself, which stands in the calendar already. */
    private static boolean isThe(Row meeting, Row milestone) {
        return milestone.text("type").equals("meeting")
                && !meeting.text("starts_on").isEmpty()
                && milestone.text("starts_on").equals(meeting.text("starts_on"))
                && milestone.text("ends_on").equals(meeting.text("ends_on"));
    }

    private CalendarInput.Event event(
            Row row,
            String suffix,
            CalendarInput.When when,
            Map<Language, String> title,
            Map<Language, String> description,
            Map<Language, String> location,
            String category,
            CalendarInput.Status status) {
        List<History.Entry> changes = history.of(row.kind(), row.id(), MOST_CHANGES);
        Instant modified = changes.isEmpty() ? null : changes.get(0).at();
        Map<Language, String> named = title;
        if (title.isEmpty()) {
            Phrase name = Phrase.of(row.title(source.language().code()));
            named = Map.of(source.language(), name.text());
        }
        return new CalendarInput.Event(
                row.id() + suffix + "@rapporteur.org",
                when,
                named,
                description,
                location,
                List.of(category),
                status,
                Math.max(0, changes.size() - 1),
                modified);
    }

    private static CalendarInput.Status status(String status) {
        return switch (status) {
            case "cancelled" -> CalendarInput.Status.CANCELLED;
            case "confirmed", "held" -> CalendarInput.Status.CONFIRMED;
            default -> CalendarInput.Status.TENTATIVE;
        };
    }

    /** Room, venue and place, as far as each is known, in every language that has a place; in the calendar's, if none has. */
    private Map<Language, String> where(Row meeting, String room) {
        Map<Language, String> places = Source.every(meeting, "place");
        if (places.isEmpty()) {
            places = Map.of(source.language(), "");
        }
        Map<Language, String> where = new EnumMap<>(Language.class);
        places.forEach((language, place) -> {
            List<String> parts =
                    new ArrayList<>(List.of(room.strip(), meeting.text("venue").strip(), place.strip()));
            parts.removeIf(String::isEmpty);
            if (!parts.isEmpty()) {
                where.put(language, String.join(language == Language.AR ? "، " : ", ", parts));
            }
        });
        return where;
    }

    /** A calendar without a time zone would be hours wrong for somebody, so none is written. */
    private ZoneId zone(Row meeting) {
        String name = meeting.text("timezone");
        return Zones.of(name).orElseThrow(() -> {
            String title = meeting.title(source.language().code());
            return (name.isBlank()
                            ? Problem.of("CAL-01", "documents.calendar.noZone", title)
                            : Problem.of("CAL-02", "documents.calendar.unknownZone", title, name))
                    .kept("problem.kept.nothingChanged")
                    .advice("documents.calendar.noZone.advice")
                    .technical("a meeting without a known time zone")
                    .build();
        });
    }
}
