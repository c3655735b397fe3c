package org.rapporteur.core.meeting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What other sessions do when one moves. With {@code flow}, sessions that follow each other without a gap in one room
 * stay together: they close up where one was taken out and make way where it is put in; a gap takes up what it can.
 * Sessions that keep their start ({@link Session#keepsStart()}) stay, and so does everything after them.
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
            push(column(programme, from, id), from.to(), to.to(), to.from(), changed);
            return changed;
        }
        if (from.timed()) {
            push(column(programme, from, id), from.to(), from.from(), from.from(), changed);
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
            push(column(programme, from, id), from.to(), to.to(), from.from(), changed);
        }
        return changed;
    }

    /** The slots that change when a session is taken out of the programme. */
    public static Map<UUID, Slot> remove(Programme programme, UUID id, boolean flow) {
        Map<UUID, Slot> changed = new LinkedHashMap<>();
        programme.session(id).filter(s -> flow && s.slot().timed()).ifPresent(s -> {
            Slot slot = s.slot();
            push(column(programme, slot, id), slot.to(), slot.from(), slot.from(), changed);
        });
        return changed;
    }

    /** The slots of sessions that make way for something new, which the programme does not have yet. */
    public static Map<UUID, Slot> makeWay(Programme programme, Slot slot) {
        Map<UUID, Slot> changed = new LinkedHashMap<>();
        int end = slot.to();
        for (Session session : column(programme, slot, null)) {
            Slot now = session.slot();
            if (now.from() < slot.from()) {
                continue;
            }
            if (now.from() >= end || session.keepsStart() || end + now.length() > Slot.DAY) {
                break;
            }
            changed.put(session.id(), now.at(end));
            end += now.length();
        }
        return changed;
    }

    /** Sessions of the same day and room without the one itself, the earliest first. */
    private static List<Session> column(Programme programme, Slot slot, UUID without) {
        return programme.sessions().stream()
                .filter(s -> s.slot().timed() && s.slot().sameColumn(slot) && !s.id().equals(without))
                .sorted(BY_START)
                .toList();
    }

    private static boolean overlapsBefore(Programme programme, Session moved, Slot to) {
        return column(programme, to, moved.id()).stream()
                .anyMatch(s -> s.slot().from() < moved.slot().from() && s.slot().overlaps(to));
    }

    /**
     * Lets the sessions after an end follow it from where it was to where it is.
     *
     * @param oldEnd end before, in minutes of the day
     * @param newEnd end now
     * @param after sessions that began before this minute are not followers
     */
    private static void push(List<Session> column, int oldEnd, int newEnd, int after, Map<UUID, Slot> changed) {
        int before = oldEnd;
        int now = newEnd;
        for (Session session : column) {
            Slot slot = session.slot();
            if (slot.from() < oldEnd && slot.from() < Math.max(after, oldEnd)) {
                continue;
            }
            boolean touches = slot.from() == before;
            int start = touches ? now : Math.max(slot.from(), now);
            if (start == slot.from() || session.keepsStart() || start + slot.length() > Slot.DAY) {
                return;
            }
            changed.put(session.id(), slot.at(start));
            before = slot.to();
            now = start + slot.length();
        }
    }

    /**
     * Puts a session into a column that has closed up already.
     *
     * @param closed the programme with what was taken out closed up
     * @param original the programme as the person sees it, where {@code to} was pointed at
     */
    private static void insert(Programme closed, Programme original, Session moved, Slot to, Map<UUID, Slot> changed) {
        int start = to.from();
        for (Session session : column(original, to, moved.id())) {
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
        changed.putAll(makeWay(without(closed, moved.id()), target));
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
