package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What other sessions do when one moves. With {@code flow}, sessions that follow each other without a gap in one room
 * stay together: they close up where one was taken out and make way where it is put in; a gap takes up what it can.
 * Sessions that keep their start ({@link Session#keepsStart()}) stay, and so does everything after them. A break or a
 * ceremony in no room ({@link Session#everywhere()}) stands in every room.
 */
public final class Timing {
    private static final Comparator<Session> BY_START = Comparator.comparing(
                    (Session s) -> s.slot().from())
            .thenComparing(Session::position)
            .thenComparing(Session::id);

    private Timing() {}

    /**
     * The slots that change when a session is put somewhere else.
     *
     * @param to where it goes; for a timed slot the start may be in the middle of another session, before or after
     *     which it then goes if {@code flow}
     * @return new slots by session; empty if nothing changes
     */
    public static Map<UUID, Slot> move(Programme programme, UUID id, Slot to, boolean flow) {
        Session moved = programme.session(id).orElse(null);
        if (moved == null || moved.slot().equals(to)) {
            return Map.of();
        }
        Map<UUID, Slot> changed = new LinkedHashMap<>();
        Slot from = moved.slot();
        if (!flow || !to.timed()) {
            changed.put(id, to);
            return changed;
        }
        boolean nudge = from.timed() && from.sameColumn(to) && from.overlaps(to);
        boolean forward = nudge && to.from() >= from.from();
        if (forward || nudge && !overlapsBefore(programme, moved, to)) {
            changed.put(id, to);
            ripple(programme, id, columns(programme, moved.type(), from), from.day(), from.to(), to.to(), changed);
            return changed;
        }
        if (from.timed()) {
            ripple(programme, id, columns(programme, moved.type(), from), from.day(), from.to(), from.from(), changed);
        }
        insert(programme.with(changed), programme, moved, to, changed);
        changed.values().removeIf(slot -> slot == null);
        if (from.equals(changed.get(id))) {
            changed.remove(id);
        }
        changed.keySet()
                .removeIf(key -> !key.equals(id)
                        && programme
                                .session(key)
                                .map(Session::slot)
                                .orElse(Slot.NONE)
                                .equals(changed.get(key)));
        return changed;
    }

    /** The slots that change when a session is made longer or shorter. */
    public static Map<UUID, Slot> resize(Programme programme, UUID id, int minutes, boolean flow) {
        Session resized = programme.session(id).orElse(null);
        if (resized == null) {
            return Map.of();
        }
        Slot from = resized.slot();
        Slot to = from.lasting(minutes);
        if (to.equals(from)) {
            return Map.of();
        }
        Map<UUID, Slot> changed = new LinkedHashMap<>();
        changed.put(id, to);
        if (flow && from.timed()) {
            ripple(programme, id, columns(programme, resized.type(), from), from.day(), from.to(), to.to(), changed);
        }
        return changed;
    }

    /** The slots that change when a session is taken out of the programme. */
    public static Map<UUID, Slot> remove(Programme programme, UUID id, boolean flow) {
        Map<UUID, Slot> changed = new LinkedHashMap<>();
        programme.session(id).filter(s -> flow && s.slot().timed()).ifPresent(s -> {
            Slot slot = s.slot();
            ripple(programme, id, columns(programme, s.type(), slot), slot.day(), slot.to(), slot.from(), changed);
        });
        return changed;
    }

    /**
     * The slots of sessions that make way for something new, which the programme does not have yet.
     *
     * @param type what is new; a break in no room makes all rooms give way
     */
    public static Map<UUID, Slot> makeWay(Programme programme, SessionType type, Slot slot) {
        Map<UUID, Slot> changed = new LinkedHashMap<>();
        ripple(programme, null, columns(programme, type, slot), slot.day(), slot.from(), slot.to(), changed);
        return changed;
    }

    /** The rooms, null for none, in which nothing else can be held while something of this type is in a slot. */
    private static Set<UUID> columns(Programme programme, SessionType type, Slot slot) {
        Set<UUID> columns = new HashSet<>();
        columns.add(slot.room());
        if (slot.room() == null && type.concernsAll()) {
            programme.rooms().forEach(room -> columns.add(room.id()));
        }
        return columns;
    }

    /** Sessions of a day that share a room with a slot, or stop the work in all rooms, without the one itself, the earliest first. */
    private static List<Session> column(Programme programme, SessionType type, Slot slot, UUID without) {
        Set<UUID> mine = columns(programme, type, slot);
        return programme.timedOn(slot.day()).stream()
                .filter(s -> !s.id().equals(without))
                .filter(s -> columns(programme, s.type(), s.slot()).stream().anyMatch(mine::contains))
                .sorted(BY_START)
                .toList();
    }

    private static boolean overlapsBefore(Programme programme, Session moved, Slot to) {
        return column(programme, moved.type(), to, moved.id()).stream()
                .anyMatch(s -> s.slot().from() < moved.slot().from() && s.slot().overlaps(to));
    }

    /** How far an end has moved in one room. */
    private record End(int before, int now) {}

    /**
     * Lets the sessions after an end follow it from where it was to where it is. What stops the work in all rooms takes
     * the sessions after it in all rooms along, so that a break stays in its place between them.
     *
     * @param mover the session that moved itself, null for something new
     * @param rooms the rooms in which the end has moved
     * @param oldEnd end before, in minutes of the day
     * @param newEnd end now
     */
    private static void ripple(
            Programme programme,
            UUID mover,
            Set<UUID> rooms,
            LocalDate day,
            int oldEnd,
            int newEnd,
            Map<UUID, Slot> changed) {
        Map<UUID, End> moved = new HashMap<>();
        rooms.forEach(room -> moved.put(room, new End(oldEnd, newEnd)));
        Map<UUID, Integer> still = new HashMap<>();
        List<Session> ofDay = programme.timedOn(day).stream().sorted(BY_START).toList();
        for (Session session : ofDay) {
            if (moved.isEmpty()) {
                return;
            }
            Slot slot = session.slot();
            Set<UUID> mine = columns(programme, session.type(), slot);
            if (session.id().equals(mover)) {
                continue;
            }
            if (slot.from() < oldEnd || mine.stream().noneMatch(moved::containsKey)) {
                mine.forEach(room -> still.merge(room, slot.to(), Math::max));
                continue;
            }
            int start = start(slot, mine, moved, still);
            if (start == slot.from() || session.keepsStart() || start + slot.length() > Slot.DAY) {
                mine.forEach(moved::remove);
                mine.forEach(room -> still.merge(room, slot.to(), Math::max));
            } else {
                changed.put(session.id(), slot.at(start));
                mine.forEach(room -> moved.put(room, new End(slot.to(), start + slot.length())));
            }
        }
    }

    /** When a session begins after what is before it in its rooms has moved. */
    private static int start(Slot slot, Set<UUID> mine, Map<UUID, End> moved, Map<UUID, Integer> still) {
        boolean touches = mine.stream()
                .anyMatch(room -> moved.containsKey(room) && moved.get(room).before() == slot.from());
        int start = touches ? 0 : slot.from();
        for (UUID room : mine) {
            End end = moved.get(room);
            // What did not move bounds only what would come earlier: an overlap that was there stays as it was.
            int least = end != null ? end.now() : Math.min(slot.from(), still.getOrDefault(room, 0));
            start = Math.max(start, least);
        }
        return start;
    }

    /**
     * Puts a session into a column that has closed up already.
     *
     * @param closed the programme with what was taken out closed up
     * @param original the programme as the person sees it, where {@code to} was pointed at
     */
    private static void insert(Programme closed, Programme original, Session moved, Slot to, Map<UUID, Slot> changed) {
        int start = to.from();
        for (Session session : column(original, moved.type(), to, moved.id())) {
            Slot seen = session.slot();
            if (seen.from() <= to.from() && to.from() <= seen.to()) {
                Slot now = closed.session(session.id()).orElseThrow().slot();
                boolean before = to.from() * 2 <= seen.from() + seen.to();
                start = before ? now.from() : now.to();
                if (before) {
                    break;
                }
            }
        }
        Slot target = to.at(start);
        changed.put(moved.id(), target);
        changed.putAll(makeWay(without(closed, moved.id()), moved.type(), target));
    }

    private static Programme without(Programme programme, UUID id) {
        return new Programme(
                programme.meeting(),
                programme.rooms(),
                programme.sessions().stream().filter(s -> !s.id().equals(id)).toList(),
                programme.items(),
                programme.speakers());
    }
}
