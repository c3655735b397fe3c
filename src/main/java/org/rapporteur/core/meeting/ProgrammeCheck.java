package org.rapporteur.core.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.meeting.ProgrammeWarning.Kind;

/** Looks through a programme for what will go wrong on the day, and for ways out. */
public final class ProgrammeCheck {
    private static final int BREAK_MINUTES = 15;

    private final Programme programme;
    private final Rules rules;
    private final FreeSlots free;
    private final List<ProgrammeWarning> found = new ArrayList<>();

    private ProgrammeCheck(Programme programme, Rules rules) {
        this.programme = programme;
        this.rules = rules;
        this.free = new FreeSlots(programme, rules);
    }

    /** Everything to look at, the worst first, then by time. */
    public static List<ProgrammeWarning> run(Programme programme, Rules rules) {
        ProgrammeCheck check = new ProgrammeCheck(programme, rules);
        check.pairs();
        check.eachSession();
        check.breaks();
        check.items();
        check.found.sort(Comparator.comparing(ProgrammeWarning::kind));
        return List.copyOf(check.found);
    }

    private void pairs() {
        List<Session> timed =
                programme.sessions().stream().filter(s -> s.slot().timed()).toList();
        Map<UUID, List<Speaker>> speakers = new LinkedHashMap<>();
        programme
                .speakers()
                .forEach(s -> speakers.computeIfAbsent(s.session(), k -> new ArrayList<>())
                        .add(s));
        for (int i = 0; i < timed.size(); i++) {
            Session a = timed.get(i);
            // Sorted by start: from the first that begins after the end of this one none overlaps it.
            for (int k = i + 1; k < timed.size() && mayOverlap(a, timed.get(k)); k++) {
                Session b = timed.get(k);
                if (!a.slot().overlaps(b.slot())) {
                    continue;
                }
                Optional<Speaker> twice = both(speakers.get(a.id()), speakers.get(b.id()));
                if (twice.isPresent()) {
                    add(Kind.SPEAKER_TWICE, List.of(a, b), twice.get().id(), 0, moves(b, a, false));
                }
                if (a.slot().sharesRoom(b.slot())) {
                    add(Kind.ROOM_TWICE, List.of(a, b), null, 0, moves(b, a, true));
                } else if (a.everywhere() || b.everywhere()) {
                    add(Kind.DURING_BREAK, List.of(a, b), null, 0, besideBreak(a, b));
                }
            }
        }
    }

    /** Sessions that cannot go on at the same time as this one but do: in its room, in all rooms, or with a speaker of it. */
    public static List<Session> clashes(Programme programme, UUID id) {
        Session session = programme.session(id).orElse(null);
        if (session == null) {
            return List.of();
        }
        List<Speaker> speakers = programme.speakersOf(id);
        return programme.sessions().stream()
                .filter(other -> !other.id().equals(id) && other.slot().overlaps(session.slot()))
                .filter(other -> other.slot().sharesRoom(session.slot())
                        || other.everywhere()
                        || session.everywhere()
                        || both(speakers, programme.speakersOf(other.id())).isPresent())
                .toList();
    }

    private static boolean mayOverlap(Session a, Session b) {
        return b.slot().day().equals(a.slot().day())
                && b.slot().from() < a.slot().to();
    }

    private static Optional<Speaker> both(List<Speaker> of, List<Speaker> and) {
        if (of == null || and == null) {
            return Optional.empty();
        }
        return of.stream().filter(s -> and.stream().anyMatch(s::sameAs)).findFirst();
    }

    /** Ways out for two sessions of which the later can be moved, or the earlier ended sooner. */
    private List<Way> moves(Session later, Session earlier, boolean roomHelps) {
        List<Way> ways = new ArrayList<>();
        if (roomHelps) {
            free.otherRoom(later).ifPresent(slot -> ways.add(new Way(Way.Kind.OTHER_ROOM, later.id(), slot)));
        }
        free.next(later).ifPresent(slot -> ways.add(new Way(Way.Kind.NEXT_FREE, later.id(), slot)));
        int left = later.slot().from() - earlier.slot().from();
        // Ending a session with half of it gone is no way out.
        if (left * 2 >= earlier.slot().length()) {
            ways.add(new Way(Way.Kind.SHORTEN, earlier.id(), earlier.slot().lasting(left)));
        }
        return ways;
    }

    /** Ways out for a pause of all rooms that runs at the same time as something else: apart, or in a room of its own. */
    private List<Way> besideBreak(Session earlier, Session later) {
        List<Way> ways = new ArrayList<>(moves(later, earlier, false));
        Session pause = earlier.everywhere() ? earlier : later;
        if (!pause.equals(later)) {
            free.next(pause).ifPresent(slot -> ways.add(new Way(Way.Kind.NEXT_FREE, pause.id(), slot)));
        }
        free.otherRoom(pause).ifPresent(slot -> ways.add(new Way(Way.Kind.OTHER_ROOM, pause.id(), slot)));
        return ways;
    }

    private void eachSession() {
        for (Session session : programme.sessions()) {
            Slot slot = session.slot();
            if (slot.day() != null && !programme.meeting().includes(slot.day())) {
                outsideDays(session);
            }
            if (slot.timed() && !session.type().anyHour()) {
                outsideHours(session);
            }
            if (slot.timed() && programme.meeting().zone() != null) {
                clocks(session, programme.meeting().zone().getRules());
            }
            if (session.type().needsModerator()
                    && programme.speakersOf(session.id()).stream().noneMatch(Speaker::leads)) {
                add(
                        Kind.NO_MODERATOR,
                        List.of(session),
                        null,
                        0,
                        List.of(new Way(Way.Kind.NAME_MODERATOR, session.id(), null)));
            }
        }
    }

    /** Looks whether a session begins or goes on where the clocks are put forward or back. */
    private void clocks(Session session, ZoneRules zone) {
        LocalDateTime start = session.slot().day().atTime(session.slot().start());
        ZoneOffsetTransition at = zone.getTransition(start);
        if (at == null) {
            Instant from = start.toInstant(zone.getOffset(start));
            ZoneOffsetTransition next = zone.nextTransition(from);
            if (next != null
                    && next.getInstant().isBefore(from.plus(session.slot().length(), ChronoUnit.MINUTES))) {
                add(Kind.CLOCKS_CHANGE, List.of(session), null, session.slot().length(), List.of());
            }
            return;
        }
        List<Way> ways = new ArrayList<>();
        LocalDateTime after = at.isGap() ? at.getDateTimeAfter() : at.getDateTimeBefore();
        if (after.toLocalDate().equals(session.slot().day())) {
            ways.add(new Way(
                    Way.Kind.NEXT_FREE, session.id(), session.slot().at(after.getHour() * 60 + after.getMinute())));
        }
        add(at.isGap() ? Kind.TIME_SKIPPED : Kind.TIME_TWICE, List.of(session), null, 0, ways);
    }

    private void outsideDays(Session session) {
        List<Way> ways = new ArrayList<>();
        free.next(session).ifPresent(slot -> ways.add(new Way(Way.Kind.NEXT_FREE, session.id(), slot)));
        ways.add(new Way(Way.Kind.EXTEND_MEETING, session.id(), session.slot()));
        add(Kind.OUTSIDE_DAYS, List.of(session), null, 0, ways);
    }

    private void outsideHours(Session session) {
        Slot slot = session.slot();
        if (slot.from() >= rules.opening() && slot.to() <= rules.closing()) {
            return;
        }
        List<Way> ways = new ArrayList<>();
        free.next(session).ifPresent(to -> ways.add(new Way(Way.Kind.NEXT_FREE, session.id(), to)));
        int within = rules.closing() - slot.from();
        if (slot.from() >= rules.opening() && within * 2 >= slot.length()) {
            ways.add(new Way(Way.Kind.SHORTEN, session.id(), slot.lasting(within)));
        }
        add(Kind.OUTSIDE_HOURS, List.of(session), null, 0, ways);
    }

    private void items() {
        Set<UUID> sessions = programme.sessionKeys();
        Map<UUID, Integer> minutes = new LinkedHashMap<>();
        Outline outline = programme.outline();
        for (AgendaItem item : outline.items()) {
            if (item.session() != null && sessions.contains(item.session())) {
                // The time of a whole counts once: where its parts in the same session have times, theirs stand for it.
                boolean inParts = outline.partsOf(item.id()).stream()
                        .anyMatch(part -> item.session().equals(part.session()) && part.minutes() > 0);
                minutes.merge(item.session(), inParts ? 0 : item.minutes(), Integer::sum);
            } else if (!isCovered(outline, item, sessions)) {
                int length = item.minutes() > 0 ? item.minutes() : Slot.USUAL_MINUTES;
                List<Way> ways = free.first(length)
                        .map(slot -> List.of(new Way(Way.Kind.ADD_SESSION, item.id(), slot)))
                        .orElse(List.of());
                found.add(new ProgrammeWarning(Kind.ITEM_WITHOUT_SESSION, List.of(item.id()), null, 0, ways));
            }
        }
        minutes.forEach((id, total) -> programme.session(id).ifPresent(session -> tooLong(session, total)));
    }

    /** An item is covered by the session of a whole it is part of, or by sessions of all its parts. */
    private static boolean isCovered(Outline outline, AgendaItem item, Set<UUID> sessions) {
        for (UUID up = outline.parentOf(item.id()); up != null; up = outline.parentOf(up)) {
            UUID key = up;
            if (outline.items().stream()
                    .anyMatch(i -> i.id().equals(key) && i.session() != null && sessions.contains(i.session()))) {
                return true;
            }
        }
        List<AgendaItem> parts = outline.partsOf(item.id());
        return !parts.isEmpty();
    }

    private void tooLong(Session session, int total) {
        Slot slot = session.slot();
        if (total <= slot.length()) {
            return;
        }
        Slot longer = slot.lasting(total);
        List<Way> ways = slot.timed()
                        && longer.length() == total
                        && longer.to() <= rules.closing()
                        && free.isFree(session.id(), longer, false)
                ? List.of(new Way(Way.Kind.LENGTHEN, session.id(), longer))
                : List.of();
        add(Kind.ITEMS_TOO_LONG, List.of(session), null, total - slot.length(), ways);
    }

    /** Looks for stretches of work, in one room and in what concerns all rooms, that go on for too long. */
    private void breaks() {
        for (LocalDate day : programme.days()) {
            List<UUID> rooms =
                    new ArrayList<>(programme.rooms().stream().map(Room::id).toList());
            rooms.add(null);
            Set<List<UUID>> told = new HashSet<>();
            for (UUID room : rooms) {
                List<Session> work = programme.timedOn(day).stream()
                        .filter(s -> s.slot().room() == null || s.slot().room().equals(room))
                        .toList();
                stretch(work, told);
            }
        }
    }

    private void stretch(List<Session> sessions, Set<List<UUID>> told) {
        List<Session> run = new ArrayList<>();
        int begin = 0;
        int end = 0;
        for (Session session : sessions) {
            boolean pause = session.type() == SessionType.BREAK;
            if (!run.isEmpty() && (pause || session.slot().from() - end >= rules.shortestBreak())) {
                sitting(run, begin, end, told);
                run.clear();
            }
            if (!pause) {
                begin = run.isEmpty() ? session.slot().from() : begin;
                end = run.isEmpty()
                        ? session.slot().to()
                        : Math.max(end, session.slot().to());
                run.add(session);
            }
        }
        sitting(run, begin, end, told);
    }

    private void sitting(List<Session> run, int begin, int end, Set<List<UUID>> told) {
        List<UUID> keys = run.stream().map(Session::id).toList();
        if (run.isEmpty() || end - begin <= rules.longestSitting() || !told.add(keys)) {
            return;
        }
        int middle = (begin + end) / 2;
        // Between two sessions, as near to the middle as can be; one long session has no place for a break.
        List<Way> ways = run.stream()
                .skip(1)
                .filter(s -> run.stream()
                        .noneMatch(o -> o.slot().from() < s.slot().from()
                                && o.slot().to() > s.slot().from()))
                .min(Comparator.comparing(s -> Math.abs(s.slot().from() - middle)))
                .map(s -> List.of(new Way(
                        Way.Kind.ADD_BREAK,
                        null,
                        new Slot(
                                s.slot().day(),
                                s.slot().start(),
                                BREAK_MINUTES,
                                s.slot().room()))))
                .orElse(List.of());
        add(Kind.NO_BREAK, run, null, end - begin, ways);
    }

    private void add(Kind kind, List<Session> sessions, UUID speaker, int minutes, List<Way> ways) {
        found.add(new ProgrammeWarning(kind, sessions.stream().map(Session::id).toList(), speaker, minutes, ways));
    }
}
