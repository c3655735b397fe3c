package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;

/**
 * When and where a session is.
 *
 * @param day its day, null if not set
 * @param start local time at which it begins, null if not set
 * @param minutes its length, 0 if not set
 * @param room key of its room, null for none (a break of the whole meeting, or not decided)
 */
public record Slot(LocalDate day, LocalTime start, int minutes, UUID room) {
    /** Steps in which times are set by hand. */
    public static final int STEP = 5;
    /** Length of a new session, and of one whose length is not set, in minutes. */
    public static final int USUAL_MINUTES = 30;
    /** The shortest length a session is given, in minutes. */
    public static final int SHORTEST = 5;
    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    /** Neither time nor place. */
    public static final Slot NONE = new Slot(null, null, 0, null);

    /** Whether it has a day and a time. */
    public boolean timed() {
        return day != null && start != null;
    }

    /** Length in minutes; the usual one if none is set. */
    public int length() {
        return minutes > 0 ? minutes : USUAL_MINUTES;
    }

    /** Minutes from midnight to the start; only of a timed slot. */
    public int from() {
        return start.getHour() * 60 + start.getMinute();
    }

    /** Minutes from midnight to the end, more than {@link #DAY} if it ends on the next day; only of a timed slot. */
    public int to() {
        return from() + length();
    }

    /** The time at which it ends; only of a timed slot. */
    public LocalTime end() {
        return start.plusMinutes(length());
    }

    /** The same at another time of the day, kept within the day. */
    public Slot at(int minute) {
        int within = Math.clamp(minute, 0, Math.max(0, DAY - Math.min(length(), DAY)));
        return new Slot(day, time(Math.min(within, DAY - 1)), minutes, room);
    }

    /** The same on another day. */
    public Slot on(LocalDate newDay) {
        return new Slot(newDay, start, minutes, room);
    }

    /** The same in another room. */
    public Slot in(UUID newRoom) {
        return new Slot(day, start, minutes, newRoom);
    }

    /** The same with another length, no shorter than {@link #SHORTEST} and ending within its day. */
    public Slot lasting(int newMinutes) {
        int most = start == null ? DAY : DAY - from();
        return new Slot(day, start, Math.clamp(newMinutes, SHORTEST, Math.max(SHORTEST, most)), room);
    }

    /** Whether both run at the same moment. */
    public boolean overlaps(Slot other) {
        return timed() && other.timed() && day.equals(other.day) && from() < other.to() && other.from() < to();
    }

    /** Whether both are in the same room; having none is no room. */
    public boolean sharesRoom(Slot other) {
        return room != null && Objects.equals(room, other.room);
    }

    /** Whether both are on the same day in the same room or, both, in none. */
    public boolean sameColumn(Slot other) {
        return Objects.equals(day, other.day) && Objects.equals(room, other.room);
    }

    /** A minute of the day, rounded to the {@link #STEP}. */
    public static int snap(double minute) {
        return (int) Math.round(minute / STEP) * STEP;
    }

    /** The time of day at a minute from midnight. */
    public static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
