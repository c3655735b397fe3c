package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;

/**
 * Changes agenda and timetable of meetings. Each method is one step of undo under the label it is given and blocks until
 * it is on the disk; none is called on the window's own thread.
 */
public final class Agenda {
    private final Changes changes;

    /** Through this write path. */
    public Agenda(Changes changes) {
        this.changes = changes;
    }

    /** Adds a room after the others. Returns its key. */
    public UUID addRoom(Label label, UUID meeting, String name) {
        return changes.write(
                label,
                tx -> tx.insert(
                        MeetingKinds.ROOM,
                        Values.of("meeting", meeting)
                                .with("name", PlainText.line(name))
                                .with("position", last(tx.list(Query.partsOf(MeetingKinds.ROOM, meeting))))));
    }

    /** Adds a room after the others and holds a session in it. Returns the key of the room. */
    public UUID addRoomFor(Label label, UUID session, String name) {
        return changes.write(label, tx -> {
            UUID meeting = tx.find(MeetingKinds.SESSION, session).orElseThrow().ref("meeting");
            UUID room = tx.insert(
                    MeetingKinds.ROOM,
                    Values.of("meeting", meeting)
                            .with("name", PlainText.line(name))
                            .with("position", last(tx.list(Query.partsOf(MeetingKinds.ROOM, meeting)))));
            tx.set(MeetingKinds.SESSION, session, "room", room);
            return room;
        });
    }

    /** Changes the name of a room. */
    public void renameRoom(Label label, UUID room, String name) {
        changes.run(label, tx -> tx.set(MeetingKinds.ROOM, room, "name", PlainText.line(name)));
    }

    /**
     * Puts a room elsewhere among the rooms of its meeting.
     *
     * @param index where, counted without the room itself
     */
    public void moveRoom(Label label, UUID meeting, UUID room, int index) {
        changes.run(label, tx -> {
            List<Room> others = new ArrayList<>(tx.list(Query.partsOf(MeetingKinds.ROOM, meeting)).stream()
                    .map(Room::of)
                    .filter(other -> !other.id().equals(room))
                    .sorted(java.util.Comparator.comparing(Room::position).thenComparing(Room::id))
                    .toList());
            int at = Math.clamp(index, 0, others.size());
            put(
                    tx,
                    MeetingKinds.ROOM,
                    room,
                    at,
                    others.stream().map(Room::id).toList(),
                    others.stream().map(Room::position).toList());
        });
    }

    /** Deletes a room; its sessions stay where they are in time, in no room. Returns the keys of those sessions. */
    public Set<UUID> deleteRoom(Label label, UUID meeting, UUID room) {
        return changes.write(label, tx -> {
            Set<UUID> sessions = new HashSet<>();
            for (Row session : tx.list(Query.partsOf(MeetingKinds.SESSION, meeting))) {
                if (room.equals(session.ref("room"))) {
                    sessions.add(session.id());
                    tx.set(MeetingKinds.SESSION, session.id(), "room", null);
                }
            }
            tx.delete(MeetingKinds.ROOM, room);
            return sessions;
        });
    }

    /** Brings a deleted room back, with the sessions that were in it as far as they are in no other room by now. */
    public void restoreRoom(Label label, UUID room, Set<UUID> sessions) {
        changes.run(label, tx -> {
            tx.restore(MeetingKinds.ROOM, room);
            for (UUID session : sessions) {
                tx.find(MeetingKinds.SESSION, session)
                        .filter(row -> row.ref("room") == null)
                        .ifPresent(row -> tx.set(MeetingKinds.SESSION, session, "room", room));
            }
        });
    }

    /**
     * Adds a session. Returns its key.
     *
     * @param others sessions that make way, see {@link Timing}
     */
    public UUID addSession(
            Label label,
            UUID meeting,
            SessionType type,
            Slot slot,
            Language language,
            String title,
            Map<UUID, Slot> others) {
        return changes.write(label, tx -> {
            UUID id = insertSession(tx, meeting, type, slot, language, title);
            others.forEach((session, to) -> place(tx, session, to));
            return id;
        });
    }

    private static UUID insertSession(
            Transaction tx, UUID meeting, SessionType type, Slot slot, Language language, String title) {
        return tx.insert(
                MeetingKinds.SESSION,
                Values.of("meeting", meeting)
                        .with("title_" + language.code(), PlainText.line(title))
                        .with("type", type)
                        .with("day", slot.day())
                        .with("starts_at", slot.start())
                        .with("minutes", slot.minutes() > 0 ? slot.minutes() : null)
                        .with("room", slot.room())
                        .with("position", last(tx.list(Query.partsOf(MeetingKinds.SESSION, meeting)))));
    }

    /**
     * Makes a session for an agenda item and lets it take the item up. Returns the key of the session.
     *
     * @param others sessions that make way, see {@link Timing}
     */
    public UUID addSessionFor(Label label, UUID item, Slot slot, Map<UUID, Slot> others) {
        return changes.write(label, tx -> {
            others.forEach((other, to) -> place(tx, other, to));
            Row row = tx.find(MeetingKinds.AGENDA_ITEM, item).orElseThrow();
            UUID meeting = row.ref("meeting");
            UUID session = tx.insert(
                    MeetingKinds.SESSION,
                    Values.of("meeting", meeting)
                            .texts("title", row.texts("title"))
                            .with("type", SessionType.PLENARY)
                            .with("day", slot.day())
                            .with("starts_at", slot.start())
                            .with("minutes", slot.length())
                            .with("room", slot.room())
                            .with("position", last(tx.list(Query.partsOf(MeetingKinds.SESSION, meeting)))));
            tx.set(MeetingKinds.AGENDA_ITEM, item, "session", session);
            return session;
        });
    }

    /** Puts sessions at other times and places. */
    public void place(Label label, Map<UUID, Slot> slots) {
        changes.run(label, tx -> slots.forEach((session, slot) -> place(tx, session, slot)));
    }

    private static void place(Transaction tx, UUID session, Slot slot) {
        tx.set(MeetingKinds.SESSION, session, "day", slot.day());
        tx.set(MeetingKinds.SESSION, session, "starts_at", slot.start());
        tx.set(MeetingKinds.SESSION, session, "minutes", slot.minutes() > 0 ? slot.minutes() : null);
        tx.set(MeetingKinds.SESSION, session, "room", slot.room());
    }

    /** Changes the name of a session in one language. */
    public void renameSession(Label label, UUID session, Language language, String title) {
        changes.run(
                label, tx -> tx.set(MeetingKinds.SESSION, session, "title_" + language.code(), PlainText.line(title)));
    }

    /** Changes what a session is. */
    public void setType(Label label, UUID session, SessionType type) {
        changes.run(label, tx -> tx.set(MeetingKinds.SESSION, session, "type", type));
    }

    /**
     * Takes a session out of the programme; its items are then without a session.
     *
     * @param others sessions that close up, see {@link Timing}
     */
    public void deleteSession(Label label, UUID session, Map<UUID, Slot> others) {
        changes.run(label, tx -> {
            tx.delete(MeetingKinds.SESSION, session);
            others.forEach((other, slot) -> place(tx, other, slot));
        });
    }

    /** Brings a deleted session back, and those that closed up to where they were. */
    public void restoreSession(Label label, UUID session, Map<UUID, Slot> others) {
        changes.run(label, tx -> {
            tx.restore(MeetingKinds.SESSION, session);
            others.forEach((other, slot) -> place(tx, other, slot));
        });
    }

    /** Lets a session take up an item; null takes the item out of its session. */
    public void assign(Label label, UUID item, UUID session) {
        changes.run(label, tx -> tx.set(MeetingKinds.AGENDA_ITEM, item, "session", session));
    }

    /**
     * Adds an agenda item. Returns its key.
     *
     * @param parent the item it is part of, null for the top
     * @param index where among its siblings, from 0
     * @param session the session that takes it up, null for none
     */
    public UUID addItem(
            Label label, UUID meeting, UUID parent, int index, Language language, String title, UUID session) {
        return changes.write(
                label,
                tx -> numbered(tx, meeting, () -> {
                    UUID id = tx.insert(
                            MeetingKinds.AGENDA_ITEM,
                            Values.of("meeting", meeting)
                                    .with("title_" + language.code(), PlainText.line(title))
                                    .with("session", session));
                    order(tx, meeting, id, parent, index);
                    return id;
                }));
    }

    /** Changes the name of an item in one language. */
    public void renameItem(Label label, UUID item, Language language, String title) {
        changes.run(
                label, tx -> tx.set(MeetingKinds.AGENDA_ITEM, item, "title_" + language.code(), PlainText.line(title)));
    }

    /**
     * Puts an item, with its parts, elsewhere in the outline; does nothing if that would make it part of itself.
     *
     * @param parent the item it is then part of, null for the top
     * @param index where among its siblings, counted without the item itself
     * @param slots sessions that follow the new order, see {@link Timing}
     */
    public void moveItem(Label label, UUID meeting, UUID item, UUID parent, int index, Map<UUID, Slot> slots) {
        changes.run(
                label,
                tx -> numbered(tx, meeting, () -> {
                    Outline outline = outline(tx, meeting);
                    if (!item.equals(parent) && (parent == null || !outline.isWithin(parent, item))) {
                        order(tx, meeting, item, parent, index);
                        slots.forEach((session, slot) -> place(tx, session, slot));
                    }
                    return item;
                }));
    }

    /** Deletes an item with all its parts. Returns the keys of what was deleted. */
    public Set<UUID> deleteItem(Label label, UUID meeting, UUID item) {
        Set<UUID> gone = new HashSet<>(Set.of(item));
        changes.run(
                label,
                tx -> numbered(tx, meeting, () -> {
                    Outline outline = outline(tx, meeting);
                    outline.items().stream()
                            .map(AgendaItem::id)
                            .filter(id -> outline.isWithin(id, item))
                            .forEach(gone::add);
                    gone.forEach(id -> tx.delete(MeetingKinds.AGENDA_ITEM, id));
                    return item;
                }));
        return gone;
    }

    /** Brings deleted items back. */
    public void restoreItems(Label label, UUID meeting, Set<UUID> items) {
        changes.run(
                label,
                tx -> numbered(tx, meeting, () -> {
                    items.forEach(id -> tx.restore(MeetingKinds.AGENDA_ITEM, id));
                    return null;
                }));
    }

    /** Numbers all items by their place. */
    public void renumber(Label label, UUID meeting, Numbering numbering) {
        changes.run(label, tx -> renumber(tx, outline(tx, meeting), numbering));
    }

    /** Makes a day one of the meeting's. */
    public void extend(Label label, UUID meeting, LocalDate day) {
        changes.run(label, tx -> {
            Meeting now = Meeting.of(tx.find(MeetingKinds.MEETING, meeting).orElseThrow());
            if (now.first().isEmpty() || day.isBefore(now.first().get())) {
                tx.set(MeetingKinds.MEETING, meeting, "starts_on", day);
                now.first()
                        .filter(first -> now.ends() == null)
                        .ifPresent(first -> tx.set(MeetingKinds.MEETING, meeting, "ends_on", first));
            } else if (day.isAfter(now.last().orElse(day))) {
                tx.set(MeetingKinds.MEETING, meeting, "ends_on", day);
            }
        });
    }

    private static Outline outline(Transaction tx, UUID meeting) {
        return Outline.of(tx.list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting)).stream()
                .map(AgendaItem::of)
                .toList());
    }

    /** Does something to the outline; if the items were numbered by their place before, they are so after. */
    private static UUID numbered(Transaction tx, UUID meeting, java.util.function.Supplier<UUID> change) {
        Optional<Numbering> used = Numbering.used(outline(tx, meeting));
        UUID result = change.get();
        used.ifPresent(numbering -> renumber(tx, outline(tx, meeting), numbering));
        return result;
    }

    private static void renumber(Transaction tx, Outline outline, Numbering numbering) {
        numbering.numbers(outline).forEach((id, number) -> tx.set(MeetingKinds.AGENDA_ITEM, id, "number", number));
    }

    private static void order(Transaction tx, UUID meeting, UUID item, UUID parent, int index) {
        List<AgendaItem> siblings = new ArrayList<>(outline(tx, meeting).partsOf(parent));
        siblings.removeIf(i -> i.id().equals(item));
        int at = Math.clamp(index, 0, siblings.size());
        tx.set(MeetingKinds.AGENDA_ITEM, item, "parent_item", parent);
        put(
                tx,
                MeetingKinds.AGENDA_ITEM,
                item,
                at,
                siblings.stream().map(AgendaItem::id).toList(),
                siblings.stream().map(AgendaItem::position).toList());
    }

    /** Gives a record its place among the others of its kind. */
    private static void put(Transaction tx, Kind kind, UUID record, int at, List<UUID> others, List<String> positions) {
        String before = at == 0 ? null : positions.get(at - 1);
        String after = at == positions.size() ? null : positions.get(at);
        String key = OrderKeys.between(before, after);
        boolean fits = key.length() <= OrderKeys.LONG
                && (before == null || before.compareTo(key) < 0)
                && (after == null || key.compareTo(after) < 0);
        if (fits) {
            tx.set(kind, record, "position", key);
            return;
        }
        // Two siblings with the same key after a merge, or keys that have grown long: new ones for all.
        List<UUID> order = new ArrayList<>(others);
        order.add(at, record);
        List<String> keys = OrderKeys.spread(order.size());
        for (int i = 0; i < order.size(); i++) {
            tx.set(kind, order.get(i), "position", keys.get(i));
        }
    }

    private static String last(List<Row> siblings) {
        String greatest = siblings.stream()
                .map(row -> row.text("position"))
                .max(String::compareTo)
                .orElse(null);
        return OrderKeys.between(greatest, null);
    }
}
