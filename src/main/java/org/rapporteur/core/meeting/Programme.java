package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;

/**
 * Agenda and timetable of one meeting as they were when read; never changes.
 *
 * @param meeting the meeting
 * @param rooms its rooms in their order
 * @param sessions its sessions, the earliest first, those without a time at the end
 * @param items its agenda items in no particular order; see {@link Outline}
 * @param speakers who leads and speaks, in their order
 */
public record Programme(
        Meeting meeting, List<Room> rooms, List<Session> sessions, List<AgendaItem> items, List<Speaker> speakers) {
    /** A meeting of more days than this shows only those days on which something happens. */
    public static final int MOST_DAYS = 14;

    private static final Comparator<Session> BY_TIME = Comparator.comparing(
                    (Session s) -> s.slot().day(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(s -> s.slot().start(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Session::position)
            .thenComparing(Session::id);

    /** Sorts the sessions and drops references to what is not there. */
    public Programme {
        rooms = rooms.stream()
                .sorted(Comparator.comparing(Room::position).thenComparing(Room::id))
                .toList();
        Set<UUID> known = rooms.stream().map(Room::id).collect(Collectors.toSet());
        sessions = sessions.stream()
                .map(s -> s.slot().room() == null || known.contains(s.slot().room())
                        ? s
                        : s.with(s.slot().in(null)))
                .sorted(BY_TIME)
                .toList();
        items = List.copyOf(items);
        speakers = List.copyOf(speakers);
    }

    /** Reads the programme of a meeting; empty if there is no such meeting. */
    public static Optional<Programme> read(Records records, UUID meeting) {
        return records.find(MeetingKinds.MEETING, meeting).map(row -> {
            List<Session> sessions = records.list(Query.partsOf(MeetingKinds.SESSION, meeting)).stream()
                    .map(Session::of)
                    .toList();
            List<UUID> keys = sessions.stream().map(Session::id).toList();
            List<Speaker> speakers = keys.isEmpty()
                    ? List.of()
                    : records
                            .list(Query.of(MeetingKinds.SPEAKER)
                                    .where("session", keys)
                                    .by("position"))
                            .stream()
                            .map(Speaker::of)
                            .toList();
            return new Programme(
                    Meeting.of(row),
                    records.list(Query.partsOf(MeetingKinds.ROOM, meeting)).stream()
                            .map(Room::of)
                            .toList(),
                    sessions,
                    records.list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting)).stream()
                            .map(AgendaItem::of)
                            .toList(),
                    speakers);
        });
    }

    /** The session with the key. */
    public Optional<Session> session(UUID id) {
        return sessions.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The room with the key. */
    public Optional<Room> room(UUID id) {
        return rooms.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The agenda item with the key. */
    public Optional<AgendaItem> item(UUID id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** Who leads and speaks in a session, in their order. */
    public List<Speaker> speakersOf(UUID session) {
        return speakers.stream().filter(s -> session.equals(s.session())).toList();
    }

    /** The items that a session takes up, in the order of the outline. */
    public List<AgendaItem> itemsOf(UUID session) {
        return outline().items().stream()
                .filter(i -> session.equals(i.session()))
                .toList();
    }

    /** The agenda items as a tree. */
    public Outline outline() {
        return Outline.of(items);
    }

    /**
     * The days to show, rising: those of the meeting, and any other day that has a session. Of a meeting longer than
     * {@link #MOST_DAYS} only its first and last day and the days with sessions. Empty if nothing has a date.
     */
    public List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        sessions.stream().map(s -> s.slot().day()).filter(d -> d != null).forEach(days::add);
        meeting.first().ifPresent(first -> {
            LocalDate last = meeting.last().orElse(first);
            if (first.plusDays(MOST_DAYS).isAfter(last)) {
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } else {
                days.add(first);
                days.add(last);
            }
        });
        return List.copyOf(days);
    }

    /** Sessions with a day and a time on that day, the earliest first. */
    public List<Session> timedOn(LocalDate day) {
        return sessions.stream()
                .filter(s -> s.slot().timed() && s.slot().day().equals(day))
                .toList();
    }

    /** Sessions on that day whose time is not set. */
    public List<Session> untimedOn(LocalDate day) {
        return sessions.stream()
                .filter(s -> !s.slot().timed() && day.equals(s.slot().day()))
                .toList();
    }

    /** Sessions whose day is not set. */
    public List<Session> undated() {
        return sessions.stream().filter(s -> s.slot().day() == null).toList();
    }

    /** The same with sessions at other times and places. */
    public Programme with(Map<UUID, Slot> slots) {
        if (slots.isEmpty()) {
            return this;
        }
        List<Session> changed = new ArrayList<>(sessions);
        changed.replaceAll(s -> slots.containsKey(s.id()) ? s.with(slots.get(s.id())) : s);
        return new Programme(meeting, rooms, changed, items, speakers);
    }

    /** Keys of sessions that exist; an item may point to one that was deleted. */
    public Set<UUID> sessionKeys() {
        return sessions.stream().map(Session::id).collect(Collectors.toCollection(HashSet::new));
    }
}
