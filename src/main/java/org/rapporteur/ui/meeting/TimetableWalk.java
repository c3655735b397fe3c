package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.ui.meeting.TimetableGeometry.Box;

/** Where an arrow key leads in the timetable: from session to session, as they stand on the sheet. Changes nothing. */
final class TimetableWalk {
    private static final Comparator<Session> BY_START = Comparator.comparing(
                    (Session s) -> s.slot().day())
            .thenComparing(s -> s.slot().from())
            .thenComparing(Session::id);

    private final Programme programme;
    private final TimetableGeometry geometry;

    TimetableWalk(Programme programme, TimetableGeometry geometry) {
        this.programme = programme;
        this.geometry = geometry;
    }

    /** The session below (later) or above (earlier) on the same part of the sheet; past the end of a day, that of the next one. */
    Optional<UUID> vertical(UUID from, boolean down) {
        Session here = programme.session(from).orElse(null);
        Box box = geometry.box(from).orElse(null);
        if (here == null || box == null) {
            return beside(from, down);
        }
        Comparator<Session> order = down ? BY_START : BY_START.reversed();
        Optional<Session> sameDay = timed(s -> s.slot().day().equals(here.slot().day())
                        && order.compare(s, here) > 0
                        && (s.slot().sameColumn(here.slot())
                                || meets(box, geometry.box(s.id()).orElseThrow())))
                .stream()
                .min(order);
        if (sameDay.isPresent()) {
            return sameDay.map(Session::id);
        }
        Optional<LocalDate> day = programme.days().stream()
                .filter(d -> down
                        ? d.isAfter(here.slot().day())
                        : d.isBefore(here.slot().day()))
                .filter(d -> !programme.timedOn(d).isEmpty())
                .min(down ? Comparator.naturalOrder() : Comparator.reverseOrder());
        return day.flatMap(d -> {
            List<Session> there = timed(s -> s.slot().day().equals(d));
            Optional<Session> sameRoom = there.stream()
                    .filter(s -> s.slot().sameColumn(here.slot().on(d)) || s.everywhere())
                    .min(order);
            return sameRoom.or(() -> there.stream().min(order)).map(Session::id);
        });
    }

    /** The session at the side, in the nearest column that has one, at about the same time. */
    Optional<UUID> horizontal(UUID from, boolean onward) {
        Session here = programme.session(from).orElse(null);
        Box box = geometry.box(from).orElse(null);
        if (here == null || box == null) {
            return beside(from, onward);
        }
        List<Session> there = timed(s -> {
            Box other = geometry.box(s.id()).orElseThrow();
            return onward ? other.x() >= box.x() + box.width() - 4 : other.x() + other.width() <= box.x() + 4;
        });
        return there.stream()
                .min(Comparator.comparing(
                                (Session s) -> away(box, geometry.box(s.id()).orElseThrow(), onward))
                        .thenComparing(
                                s -> Math.abs(s.slot().from() - here.slot().from()))
                        .thenComparing(BY_START))
                .map(Session::id);
    }

    /** The first or the last session of the same day. */
    Optional<UUID> edge(UUID from, boolean last) {
        return programme
                .session(from)
                .filter(s -> s.slot().day() != null)
                .flatMap(here -> timed(s -> s.slot().day().equals(here.slot().day())).stream()
                        .min(last ? BY_START.reversed() : BY_START)
                        .map(Session::id));
    }

    /** Of a session without a time: the one before or after it among those, at the end the first of the sheet. */
    private Optional<UUID> beside(UUID from, boolean onward) {
        List<UUID> loose = programme.sessions().stream()
                .filter(s -> !s.slot().timed())
                .map(Session::id)
                .toList();
        int to = loose.indexOf(from) + (onward ? 1 : -1);
        if (to >= 0 && to < loose.size()) {
            return Optional.of(loose.get(to));
        }
        return timed(s -> true).stream().min(BY_START).map(Session::id);
    }

    private List<Session> timed(Predicate<Session> test) {
        return programme.sessions().stream()
                .filter(s -> s.slot().timed() && geometry.box(s.id()).isPresent())
                .filter(test)
                .toList();
    }

    /** How many columns lie between two cards, so that of one column that at the same time is chosen. */
    private double away(Box box, Box other, boolean onward) {
        double distance = onward ? other.x() - box.x() : box.x() + box.width() - other.x() - other.width();
        double column = geometry.columns().stream()
                .mapToDouble(TimetableGeometry.Column::width)
                .min()
                .orElse(1);
        return Math.round(distance / Math.max(1, column));
    }

    private static boolean meets(Box a, Box b) {
        return a.x() < b.x() + b.width() - 4 && b.x() < a.x() + a.width() - 4;
    }
}
