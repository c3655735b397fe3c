package org.rapporteur.core.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.meeting.Programmes.HALL;
import static org.rapporteur.core.meeting.Programmes.MONDAY;
import static org.rapporteur.core.meeting.Programmes.SALON;
import static org.rapporteur.core.meeting.Programmes.TUESDAY;
import static org.rapporteur.core.meeting.Programmes.id;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.meeting.ProgrammeWarning.Kind;

class ProgrammeCheckTest {
    private static List<ProgrammeWarning> run(Programme programme) {
        return ProgrammeCheck.run(programme, Rules.USUAL);
    }

    private static ProgrammeWarning only(Programme programme, Kind kind) {
        List<ProgrammeWarning> found =
                run(programme).stream().filter(w -> w.kind() == kind).toList();
        assertEquals(1, found.size(), kind.toString());
        return found.getFirst();
    }

    private static boolean has(Programme programme, Kind kind) {
        return run(programme).stream().anyMatch(w -> w.kind() == kind);
    }

    private static Programmes led(Programmes programmes, int... sessions) {
        for (int session : sessions) {
            programmes.speaker(1000 + session, session, "moderator", 2000 + session);
        }
        return programmes;
    }

    @Test
    void aSoundProgrammeGivesNoWarnings() {
        Programme programme = led(
                        new Programmes()
                                .session(10, "09:00", 90)
                                .session(11, SessionType.BREAK, MONDAY, "10:30", 30, null)
                                .session(12, "11:00", 90)
                                .item(20, null, 10, 40)
                                .item(21, null, 12, 90),
                        10,
                        12)
                .build();
        assertEquals(List.of(), run(programme));
    }

    @Test
    void aRoomUsedTwiceHasThreeWaysOut() {
        Programme programme = new Programmes()
                .session(10, "09:00", 60)
                .session(11, "09:45", 60)
                .build();
        ProgrammeWarning warning = only(programme, Kind.ROOM_TWICE);
        assertEquals(List.of(id(10), id(11)), warning.subjects());
        assertEquals(
                List.of(Way.Kind.OTHER_ROOM, Way.Kind.NEXT_FREE, Way.Kind.SHORTEN),
                warning.ways().stream().map(Way::kind).toList());
        assertEquals(SALON, warning.ways().getFirst().slot().room());
        assertEquals("10:00", warning.ways().get(1).slot().start().toString());
        assertEquals(45, warning.ways().get(2).slot().minutes());
    }

    @Test
    void workDuringABreakOfAllRoomsIsWarnedAndHasWaysOut() {
        Programme programme = new Programmes()
                .session(10, "09:00", 100)
                .session(11, SessionType.BREAK, MONDAY, "10:30", 15, null)
                .session(12, SessionType.PANEL, MONDAY, "11:00", 60, SALON)
                .session(13, SessionType.PLENARY, MONDAY, "11:00", 60, null)
                .build();
        ProgrammeWarning warning = only(programme, Kind.DURING_BREAK);
        assertEquals(List.of(id(10), id(11)), warning.subjects());
        assertEquals(
                List.of(Way.Kind.NEXT_FREE, Way.Kind.SHORTEN, Way.Kind.OTHER_ROOM),
                warning.ways().stream().map(Way::kind).toList());
        for (Way way : warning.ways()) {
            assertFalse(has(programme.with(Map.of(way.subject(), way.slot())), Kind.DURING_BREAK), way.toString());
        }
        assertEquals(
                List.of(id(11)),
                ProgrammeCheck.clashes(programme, id(10)).stream()
                        .map(Session::id)
                        .toList());
        assertEquals(List.of(), ProgrammeCheck.clashes(programme, id(12)), "a room not decided yet is no clash");
    }

    @Test
    void theNightInWhichTheClocksChangeIsWarned() {
        java.time.LocalDate spring = java.time.LocalDate.of(2026, 3, 29);
        java.time.LocalDate autumn = java.time.LocalDate.of(2026, 10, 25);
        Programme programme = new Programmes()
                .days(spring, autumn)
                .zone("Europe/Zurich")
                .session(10, SessionType.SIDE_EVENT, spring, "02:15", 30, HALL)
                .session(11, SessionType.SIDE_EVENT, autumn, "02:15", 30, HALL)
                .session(12, SessionType.SIDE_EVENT, autumn, "01:30", 60, SALON)
                .session(13, SessionType.SIDE_EVENT, autumn, "03:00", 60, SALON)
                .build();
        ProgrammeWarning skipped = only(programme, Kind.TIME_SKIPPED);
        assertEquals(List.of(id(10)), skipped.subjects());
        assertEquals("03:00", skipped.ways().getFirst().slot().start().toString());
        ProgrammeWarning twice = only(programme, Kind.TIME_TWICE);
        assertEquals(List.of(id(11)), twice.subjects());
        assertEquals("03:00", twice.ways().getFirst().slot().start().toString());
        assertFalse(has(programme, Kind.CLOCKS_CHANGE), "an hour from half past one ends as the clocks are put back");
        Programme longer = programme.with(
                Map.of(id(12), programme.session(id(12)).orElseThrow().slot().lasting(120)));
        assertEquals(List.of(id(12)), only(longer, Kind.CLOCKS_CHANGE).subjects());
        // Elsewhere nothing happens in these nights.
        assertFalse(has(
                new Programmes()
                        .days(spring, autumn)
                        .zone("Asia/Bangkok")
                        .session(10, SessionType.SIDE_EVENT, spring, "02:15", 30, HALL)
                        .build(),
                Kind.TIME_SKIPPED));
    }

    @Test
    void aSpeakerInTwoPlacesIsMovedWhereSheIsFree() {
        Programme programme = new Programmes()
                .session(10, "09:00", 60)
                .session(11, SessionType.PANEL, MONDAY, "09:30", 60, SALON)
                .session(12, SessionType.PANEL, MONDAY, "10:30", 60, HALL)
                .speaker(30, 10, "speaker", 77)
                .speaker(31, 11, "speaker", 77)
                .speaker(32, 12, "speaker", 77)
                .build();
        ProgrammeWarning warning = only(programme, Kind.SPEAKER_TWICE);
        assertEquals(id(30), warning.speaker());
        Way way = warning.ways().getFirst();
        assertEquals(Way.Kind.NEXT_FREE, way.kind());
        assertEquals("11:30", way.slot().start().toString(), "not while she speaks in the hall");
        assertFalse(has(programme.with(Map.of(way.subject(), way.slot())), Kind.SPEAKER_TWICE));
    }

    @Test
    void twoPeopleOfOnePartyMaySpeakAtTheSameTime() {
        Speaker a = new Speaker(id(1), id(10), "speaker", null, id(5), "Director");
        Speaker b = new Speaker(id(2), id(11), "speaker", null, id(5), "Legal adviser");
        assertFalse(a.sameAs(b));
        assertTrue(a.sameAs(new Speaker(id(3), id(11), "speaker", null, id(5), "director ")));
        assertFalse(a.sameAs(new Speaker(id(3), id(11), "speaker", id(8), id(5), "Director")));
    }

    @Test
    void daysAndHours() {
        Programme programme = new Programmes()
                .session(10, SessionType.PLENARY, TUESDAY.plusDays(1), "09:00", 60, HALL)
                .session(11, SessionType.PLENARY, MONDAY, "18:30", 60, HALL)
                .session(12, SessionType.CEREMONY, MONDAY, "19:30", 120, HALL)
                .build();
        ProgrammeWarning outside = only(programme, Kind.OUTSIDE_DAYS);
        assertEquals(
                List.of(Way.Kind.NEXT_FREE, Way.Kind.EXTEND_MEETING),
                outside.ways().stream().map(Way::kind).toList());
        assertEquals(MONDAY, outside.ways().getFirst().slot().day());
        ProgrammeWarning late = only(programme, Kind.OUTSIDE_HOURS);
        assertEquals(List.of(id(11)), late.subjects(), "a reception may be in the evening");
    }

    @Test
    void itemsWithoutSessionAndItemsThatAreTooLong() {
        Programme programme = led(
                        new Programmes()
                                .session(10, "09:00", 60)
                                .item(20, null, 10, 50)
                                .item(21, null, 10, 20)
                                .item(22, null, null, 45)
                                .item(23, null, null, 0)
                                .item(24, 23, 10, 0)
                                .item(25, 20, null, 0),
                        10)
                .build();
        ProgrammeWarning lone = only(programme, Kind.ITEM_WITHOUT_SESSION);
        assertEquals(List.of(id(22)), lone.subjects(), "parts and wholes stand for each other");
        assertEquals(45, lone.ways().getFirst().slot().minutes());
        ProgrammeWarning longer = only(programme, Kind.ITEMS_TOO_LONG);
        assertEquals(10, longer.minutes());
        assertEquals(70, longer.ways().getFirst().slot().minutes());
    }

    @Test
    void workWithoutABreak() {
        Programmes made = new Programmes()
                .session(10, "09:00", 60)
                .session(11, "10:00", 60)
                .session(12, "11:00", 60);
        ProgrammeWarning warning = only(made.build(), Kind.NO_BREAK);
        assertEquals(180, warning.minutes());
        assertEquals("10:00", warning.ways().getFirst().slot().start().toString());
        made.session(13, SessionType.BREAK, MONDAY, "10:50", 10, null);
        assertFalse(has(made.build(), Kind.NO_BREAK));
    }

    @Test
    void whoLeadsIsAskedOnlyWhereSomebodyHasTo() {
        Programme programme = new Programmes()
                .session(10, SessionType.PANEL, MONDAY, "09:00", 60, HALL)
                .session(11, SessionType.BREAK, MONDAY, "10:00", 30, HALL)
                .session(12, SessionType.OPENING, MONDAY, "10:30", 30, HALL)
                .build();
        assertEquals(List.of(id(10)), only(programme, Kind.NO_MODERATOR).subjects());
    }

    @RepeatedTest(150)
    void everyWayOutLeadsOut(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Programmes made = new Programmes();
        int count = 2 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            made.session(
                    100 + i,
                    SessionType.values()[random.nextInt(SessionType.values().length)],
                    MONDAY.plusDays(random.nextInt(3)),
                    Slot.time(7 * 60 + 5 * random.nextInt(144)).toString(),
                    5 * (3 + random.nextInt(15)),
                    random.nextBoolean() ? HALL : SALON);
            if (random.nextBoolean()) {
                made.speaker(300 + i, 100 + i, random.nextBoolean() ? "moderator" : "speaker", 400 + random.nextInt(3));
            }
        }
        Programme programme = made.build();
        for (ProgrammeWarning warning : run(programme)) {
            for (Way way : warning.ways()) {
                boolean moves = way.kind() == Way.Kind.NEXT_FREE
                        || way.kind() == Way.Kind.OTHER_ROOM
                        || way.kind() == Way.Kind.SHORTEN
                        || way.kind() == Way.Kind.LENGTHEN;
                if (moves) {
                    Programme after = programme.with(Map.of(way.subject(), way.slot()));
                    assertTrue(
                            run(after).stream()
                                    .noneMatch(other -> other.kind() == warning.kind()
                                            && other.subjects().equals(warning.subjects())),
                            "seed " + seed + ": " + warning + " by " + way);
                    assertTrue(
                            conflicts(after) <= conflicts(programme),
                            "no new conflict, seed " + seed + ": " + warning + " by " + way);
                }
            }
        }
    }

    private static long conflicts(Programme programme) {
        return run(programme).stream()
                .filter(w -> w.kind() == Kind.ROOM_TWICE || w.kind() == Kind.SPEAKER_TWICE)
                .count();
    }

    @Test
    void aMeetingWithoutDatesHasNoDayToBeOutsideOf() {
        Programme programme = new Programmes()
                .days(null, null)
                .session(10, SessionType.BREAK, MONDAY, "09:00", 30, HALL)
                .session(11, SessionType.BREAK, null, null, 30, null)
                .build();
        assertEquals(List.of(), run(programme));
        assertEquals(List.of(MONDAY), programme.days());
        UUID undated = programme.undated().getFirst().id();
        assertEquals(id(11), undated);
    }
}
