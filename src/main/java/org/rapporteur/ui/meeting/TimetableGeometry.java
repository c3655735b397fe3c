package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.meeting.Lanes;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.Room;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.Slot;

/**
 * Where everything stands in the timetable, in pixels from the start side (left, or right in Arabic) and the top. Days
 * are columns, rooms their sub-columns. A break or a ceremony in no room goes across its day, whatever else runs at the
 * same moment; any other session in no room does if nothing else runs then, else it goes into a sub-column of its own.
 */
final class TimetableGeometry {
    /** Space between two days. */
    static final double DAY_GAP = 10;
    /** Height of a session whose time is not set. */
    static final double UNTIMED_HEIGHT = 26;

    private static final double NARROWEST = 112;
    private static final double NARROWEST_ALONE = 168;
    private static final int USUAL_FIRST = 8 * 60;
    private static final int USUAL_LAST = 18 * 60;
    private static final double CARD_GAP = 3;
    private static final double LOWEST = 13;
    /** Part of the width that a card behind another one keeps. */
    private static final double BEHIND = 0.38;

    /**
     * A sub-column.
     *
     * @param day its day
     * @param room its room, null for sessions in no room
     */
    record Column(LocalDate day, Room room, double x, double width) {
        UUID roomKey() {
            return room == null ? null : room.id();
        }
    }

    /** A day with its sub-columns. */
    record Day(LocalDate day, double x, double width, List<Column> columns, List<Session> untimed) {}

    /** Where a session's card is. */
    record Box(double x, double y, double width, double height) {}

    private final Programme programme;
    private final double pixelsPerMinute;
    private final int first;
    private final int last;
    private final List<Day> days = new ArrayList<>();
    private final Map<UUID, Box> boxes = new LinkedHashMap<>();
    private final double width;

    /**
     * Lays a programme out.
     *
     * @param available width there is; more is taken if columns would become too narrow
     * @param pixelsPerMinute height of a minute
     */
    TimetableGeometry(Programme programme, double available, double pixelsPerMinute) {
        this.programme = programme;
        this.pixelsPerMinute = pixelsPerMinute;
        this.first = Math.min(USUAL_FIRST, extreme(programme, true));
        this.last = Math.max(USUAL_LAST, extreme(programme, false));
        this.width = layDays(available);
        days.forEach(this::layCards);
    }

    /** First full hour, or the hour after the last session, in minutes. */
    private static int extreme(Programme programme, boolean earliest) {
        var minutes = programme.sessions().stream()
                .map(Session::slot)
                .filter(Slot::timed)
                .mapToInt(slot -> earliest ? slot.from() / 60 * 60 : Math.min(Slot.DAY, (slot.to() + 59) / 60 * 60));
        return earliest ? minutes.min().orElse(USUAL_FIRST) : minutes.max().orElse(USUAL_LAST);
    }

    private double layDays(double available) {
        List<List<Room>> rooms = new ArrayList<>();
        List<LocalDate> dates = programme.days();
        int count = 0;
        for (LocalDate day : dates) {
            List<Room> ofDay = new ArrayList<>(programme.rooms());
            if (ofDay.isEmpty() || hasRoomlessBesideOthers(day)) {
                ofDay.add(null);
            }
            rooms.add(ofDay);
            count += ofDay.size();
        }
        double gaps = Math.max(0, dates.size() - 1) * DAY_GAP;
        double narrowest = programme.rooms().isEmpty() ? NARROWEST_ALONE : NARROWEST;
        double column = count == 0 ? 0 : Math.max(narrowest, Math.floor((available - gaps) / count));
        double x = 0;
        for (int i = 0; i < dates.size(); i++) {
            List<Column> columns = new ArrayList<>();
            double start = x;
            for (Room room : rooms.get(i)) {
                columns.add(new Column(dates.get(i), room, x, column));
                x += column;
            }
            days.add(new Day(dates.get(i), start, x - start, columns, programme.untimedOn(dates.get(i))));
            x += DAY_GAP;
        }
        return Math.max(0, x - DAY_GAP);
    }

    private boolean hasRoomlessBesideOthers(LocalDate day) {
        List<Session> timed = programme.timedOn(day);
        return timed.stream().anyMatch(s -> s.slot().room() == null && !s.everywhere() && !isAlone(s, timed));
    }

    private static boolean isAlone(Session session, List<Session> ofDay) {
        return ofDay.stream().noneMatch(o -> o != session && o.slot().overlaps(session.slot()));
    }

    private void layCards(Day day) {
        List<Session> timed = programme.timedOn(day.day());
        for (Column column : day.columns()) {
            List<Session> here = timed.stream()
                    .filter(s -> java.util.Objects.equals(s.slot().room(), column.roomKey())
                            && !(column.room() == null && across(s, timed)))
                    .toList();
            Map<UUID, Lanes.Lane> lanes = Lanes.of(here);
            for (Session session : here) {
                Lanes.Lane lane = lanes.get(session.id());
                // What is held during a break of all rooms leaves the words of the break in sight.
                double behind = during(session, timed) * BEHIND * column.width();
                double part = (column.width() - CARD_GAP - behind) / lane.of();
                box(session, column.x() + CARD_GAP / 2 + behind + lane.lane() * part, part * lane.span());
            }
        }
        for (Session session : timed) {
            if (across(session, timed)) {
                double behind = spans(session) ? during(session, timed) * BEHIND * day.width() : 0;
                box(session, day.x() + CARD_GAP / 2 + behind, day.width() - CARD_GAP - behind);
            }
        }
    }

    private boolean across(Session session, List<Session> ofDay) {
        return spans(session) || session.slot().room() == null && isAlone(session, ofDay);
    }

    /** Whether a session stops the work in all rooms and so stands across them. */
    boolean spans(Session session) {
        return session.everywhere() && !programme.rooms().isEmpty();
    }

    /** How many cards that go across the day a session stands on; at most two are kept in sight. */
    private int during(Session session, List<Session> ofDay) {
        long below = ofDay.stream()
                .takeWhile(o -> !spans(session) || o != session)
                .filter(o -> o != session && spans(o) && o.slot().overlaps(session.slot()))
                .count();
        return (int) Math.min(2, below);
    }

    private void box(Session session, double x, double boxWidth) {
        double height = session.slot().length() * pixelsPerMinute - 2;
        boxes.put(
                session.id(),
                new Box(x + 1, y(session.slot().from()) + 1, Math.max(8, boxWidth - 2), Math.max(LOWEST, height)));
    }

    List<Day> days() {
        return days;
    }

    /** The card of a timed session. */
    Optional<Box> box(UUID session) {
        return Optional.ofNullable(boxes.get(session));
    }

    double width() {
        return width;
    }

    double height() {
        return (last - first) * pixelsPerMinute;
    }

    /** First minute shown. */
    int first() {
        return first;
    }

    /** Minute after the last shown. */
    int last() {
        return last;
    }

    double y(int minute) {
        return (minute - first) * pixelsPerMinute;
    }

    /** The minute of the day at a height, not rounded. */
    double minuteAt(double y) {
        return first + y / pixelsPerMinute;
    }

    /** The sub-column at a distance from the start side; the nearest if there is none right there. */
    Optional<Column> columnAt(double x) {
        Column nearest = null;
        double least = Double.MAX_VALUE;
        for (Column column : columns()) {
            double away = x < column.x() ? column.x() - x : Math.max(0, x - column.x() - column.width());
            if (away < least) {
                least = away;
                nearest = column;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** All sub-columns from the start side. */
    List<Column> columns() {
        return days.stream().flatMap(day -> day.columns().stream()).toList();
    }

    /** The sub-column of a slot; that of its day's first room for a session across the day. */
    Optional<Column> columnOf(Slot slot) {
        return columns().stream()
                .filter(c -> c.day().equals(slot.day()))
                .filter(c -> slot.room() == null || slot.room().equals(c.roomKey()))
                .findFirst();
    }

    /** Most sessions without a time on one day. */
    int mostUntimed() {
        return days.stream().mapToInt(day -> day.untimed().size()).max().orElse(0);
    }
}
