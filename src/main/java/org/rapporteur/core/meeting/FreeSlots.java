package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds room in a programme. */
public final class FreeSlots {
    private final Programme programme;
    private final Rules rules;

    /** Over this programme. */
    public FreeSlots(Programme programme, Rules rules) {
        this.programme = programme;
        this.rules = rules;
    }

    /**
     * The next time at which a session can be held: after where it is now, then from the first day on; in its room, at
     * its length, in the hours of the house, on a day of the meeting, with nothing in its room and none of its speakers
     * elsewhere.
     */
    public Optional<Slot> next(Session session) {
        List<LocalDate> days = meetingDays();
        if (days.isEmpty() || !session.slot().timed()) {
            return Optional.empty();
        }
        Slot now = session.slot();
        for (LocalDate day : days) {
            if (!day.isBefore(now.day())) {
                int from = day.equals(now.day()) ? now.from() + Slot.STEP : rules.opening();
                Optional<Slot> found = onDay(session, now.on(day), from);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return days.stream()
                .filter(day -> !day.isAfter(now.day()))
                .map(day -> onDay(session, now.on(day), rules.opening()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Another room that is free while the session is held, in the order of the rooms. */
    public Optional<Slot> otherRoom(Session session) {
        return programme.rooms().stream()
                .filter(room -> !room.id().equals(session.slot().room()))
                .map(room -> session.slot().in(room.id()))
                .filter(slot -> isFree(session.id(), slot, false))
                .findFirst();
    }

    /** The first time for something new of this length, in the first room that has one. */
    public Optional<Slot> first(int minutes) {
        for (LocalDate day : meetingDays()) {
            List<UUID> rooms = programme.rooms().isEmpty()
                    ? java.util.Collections.singletonList(null)
                    : programme.rooms().stream().map(Room::id).toList();
            for (UUID room : rooms) {
                // Work begins at nine unless something is there earlier.
                for (int minute = Math.max(rules.opening(), 9 * 60);
                        minute + minutes <= rules.closing();
                        minute += Slot.STEP) {
                    Slot slot = new Slot(day, Slot.time(minute), minutes, room);
                    if (isFree(null, slot, true)) {
                        return Optional.of(slot);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<LocalDate> meetingDays() {
        return programme.days().stream()
                .filter(day -> programme.meeting().includes(day))
                .toList();
    }

    private Optional<Slot> onDay(Session session, Slot slot, int from) {
        int first = Math.max(rules.opening(), (from + Slot.STEP - 1) / Slot.STEP * Slot.STEP);
        for (int minute = first; minute + slot.length() <= rules.closing(); minute += Slot.STEP) {
            Slot candidate = slot.at(minute);
            if (isFree(session.id(), candidate, false)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether nothing is in the way of a session in a slot.
     *
     * @param id the session, null for a new one
     * @param allRooms whether sessions of any room are in the way
     */
    boolean isFree(UUID id, Slot slot, boolean allRooms) {
        for (Session other : programme.sessions()) {
            if (other.id().equals(id) || !other.slot().overlaps(slot)) {
                continue;
            }
            boolean everywhere = other.slot().room() == null || slot.room() == null;
            if (everywhere
                    || allRooms
                    || other.slot().sharesRoom(slot)
                    || id != null && sharesSpeaker(id, other.id())) {
                return false;
            }
        }
        return true;
    }

    private boolean sharesSpeaker(UUID a, UUID b) {
        return programme.speakersOf(a).stream()
                .anyMatch(s -> programme.speakersOf(b).stream().anyMatch(s::sameAs));
    }
}
