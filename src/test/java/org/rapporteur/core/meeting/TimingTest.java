package org.rapporteur.core.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.meeting.Programmes.HALL;
import static org.rapporteur.core.meeting.Programmes.MONDAY;
import static org.rapporteur.core.meeting.Programmes.SALON;
import static org.rapporteur.core.meeting.Programmes.id;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static Programme three() {
        return new Programmes()
                .session(10, "09:00", 60)
                .session(11, "10:00", 30)
                .session(12, "10:30", 45)
                .build();
    }

    private static String times(Programme programme) {
        return programme.sessions().stream()
                .filter(s -> HALL.equals(s.slot().room()))
                .map(s -> s.title(org.rapporteur.core.text.Language.EN) + " "
                        + s.slot().start())
                .collect(Collectors.joining(", "));
    }

    private static Programme moved(Programme programme, int session, String to) {
        Slot slot = programme.session(id(session)).orElseThrow().slot();
        Slot target = slot.at(java.time.LocalTime.parse(to).toSecondOfDay() / 60);
        return programme.with(Timing.move(programme, id(session), target, true));
    }

    private static String all(Programme programme) {
        return programme.sessions().stream()
                .map(s -> s.title(org.rapporteur.core.text.Language.EN)
                        + (HALL.equals(s.slot().room())
                                ? " hall "
                                : SALON.equals(s.slot().room()) ? " salon " : " all ")
                        + s.slot().start())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Programme withBreakOfAllRooms() {
        return new Programmes()
                .session(10, "09:00", 60)
                .session(11, SessionType.PANEL, MONDAY, "09:30", 30, SALON)
                .session(12, SessionType.BREAK, MONDAY, "10:00", 15, null)
                .session(13, "10:15", 60)
                .session(14, SessionType.PANEL, MONDAY, "10:15", 30, SALON)
                .session(15, SessionType.PANEL, MONDAY, "12:00", 30, SALON)
                .build();
    }

    @Test
    void aBreakOfAllRoomsFollowsAndTakesAllRoomsAlong() {
        Programme programme = withBreakOfAllRooms();
        assertEquals(
                "S10 hall 09:00, S11 salon 09:30, S12 all 10:20, S13 hall 10:35, S14 salon 10:35, S15 salon 12:00",
                all(programme.with(Timing.resize(programme, id(10), 80, true))));
        // It cannot come forward while the other room is still at work.
        assertEquals(all(programme), all(programme.with(Timing.resize(programme, id(10), 40, true))));
        // Moved by itself it stays a break of all rooms, and both rooms close up and make way.
        Slot later = programme.session(id(12)).orElseThrow().slot().at(10 * 60 + 10);
        assertEquals(
                "S10 hall 09:00, S11 salon 09:30, S12 all 10:10, S13 hall 10:25, S14 salon 10:25, S15 salon 12:00",
                all(programme.with(Timing.move(programme, id(12), later, true))));
        assertEquals(
                Map.of(), Timing.remove(programme, id(15), true), "nothing comes after the last session of the day");
    }

    @Test
    void somethingNewForAllRoomsMakesAllRoomsGiveWay() {
        Programme programme = new Programmes()
                .session(10, "09:00", 60)
                .session(11, SessionType.PANEL, MONDAY, "09:00", 60, SALON)
                .session(12, "10:00", 60)
                .session(13, SessionType.PANEL, MONDAY, "10:00", 60, SALON)
                .build();
        Slot pause = new Slot(MONDAY, java.time.LocalTime.of(10, 0), 15, null);
        assertEquals(
                "S10 hall 09:00, S11 salon 09:00, S12 hall 10:15, S13 salon 10:15",
                all(programme.with(Timing.makeWay(programme, SessionType.BREAK, pause))));
    }

    /** Whatever one does with sessions and breaks that do not overlap, the followers never come to overlap. */
    @RepeatedTest(200)
    void inTwoRoomsWithBreaksOfAllRoomsFollowersNeverComeToOverlap(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Programmes made = new Programmes();
        int number = 100;
        int minute = 8 * 60;
        for (int part = 0; part < 3; part++) {
            int longest = minute;
            for (UUID room : List.of(HALL, SALON)) {
                int at = minute;
                for (int i = random.nextInt(3); i >= 0; i--) {
                    int length = 5 * (2 + random.nextInt(6));
                    at += random.nextInt(4) == 0 ? 5 * random.nextInt(4) : 0;
                    made.session(
                            number++, SessionType.PANEL, MONDAY, Slot.time(at).toString(), length, room);
                    at += length;
                }
                longest = Math.max(longest, at);
            }
            made.session(number++, SessionType.BREAK, MONDAY, Slot.time(longest).toString(), 15, null);
            minute = longest + 15;
        }
        Programme programme = made.build();
        Session any =
                programme.sessions().get(random.nextInt(programme.sessions().size()));
        int minutes = any.slot().length() + 5 * (random.nextInt(9) - 3);
        Programme after = programme.with(Timing.resize(programme, any.id(), Math.max(5, minutes), true));
        assertEquals(
                List.of(),
                after.sessions().stream()
                        .flatMap(s -> ProgrammeCheck.clashes(after, s.id()).stream())
                        .map(Session::id)
                        .toList(),
                "seed " + seed + ": " + all(after));
    }

    @Test
    void withoutFlowOnlyTheMovedSessionChanges() {
        Programme programme = three();
        Slot to = programme.session(id(10)).orElseThrow().slot().at(14 * 60);
        assertEquals(Map.of(id(10), to), Timing.move(programme, id(10), to, false));
    }

    @Test
    void droppedOnTheLowerHalfItGoesAfterAndTheOthersCloseUp() {
        assertEquals("S11 09:00, S10 09:30, S12 10:30", times(moved(three(), 10, "10:20")));
        assertEquals("S11 09:00, S12 09:30, S10 10:15", times(moved(three(), 10, "11:00")));
    }

    @Test
    void droppedOnTheUpperHalfItGoesBefore() {
        assertEquals("S12 09:00, S10 09:45, S11 10:45", times(moved(three(), 12, "09:10")));
        assertEquals("S10 09:00, S12 10:00, S11 10:45", times(moved(three(), 12, "10:00")));
    }

    @Test
    void smallStepsTakeTheFollowersAlong() {
        assertEquals("S10 09:05, S11 10:05, S12 10:35", times(moved(three(), 10, "09:05")));
        assertEquals("S10 08:55, S11 09:55, S12 10:25", times(moved(three(), 10, "08:55")));
        assertEquals(times(three()), times(moved(three(), 11, "09:55")), "no room above");
    }

    @Test
    void intoFreeTimeItGoesExactlyThereAndTheRestClosesUp() {
        assertEquals("S11 09:00, S12 09:30, S10 15:00", times(moved(three(), 10, "15:00")));
    }

    @Test
    void growingPushesAndGapsTakeItUp() {
        Programme programme = new Programmes()
                .session(10, "09:00", 60)
                .session(11, "10:00", 30)
                .session(12, "10:45", 30)
                .build();
        assertEquals(
                "S10 09:00, S11 10:10, S12 10:45", times(programme.with(Timing.resize(programme, id(10), 70, true))));
        assertEquals(
                "S10 09:00, S11 10:20, S12 10:50", times(programme.with(Timing.resize(programme, id(10), 80, true))));
        assertEquals(
                "S10 09:00, S11 09:45, S12 10:45", times(programme.with(Timing.resize(programme, id(10), 45, true))));
    }

    @Test
    void whatKeepsItsStartStaysAndHoldsTheRest() {
        Programme programme = new Programmes()
                .session(10, "11:00", 90)
                .session(11, SessionType.BREAK, MONDAY, "12:30", 60, HALL)
                .session(12, "13:30", 30)
                .build();
        assertEquals(
                "S10 11:00, S11 12:30, S12 13:30", times(programme.with(Timing.resize(programme, id(10), 120, true))));
    }

    @Test
    void movingToAnotherRoomClosesUpHereAndMakesWayThere() {
        Programme programme = new Programmes()
                .session(10, "09:00", 60)
                .session(11, "10:00", 30)
                .session(20, SessionType.PANEL, MONDAY, "09:00", 45, SALON)
                .build();
        Slot to = programme.session(id(10)).orElseThrow().slot().in(SALON);
        Map<UUID, Slot> slots = Timing.move(programme, id(10), to, true);
        Programme after = programme.with(slots);
        assertEquals("S11 09:00", times(after));
        assertEquals("10:00", after.session(id(20)).orElseThrow().slot().start().toString());
        assertEquals("09:00", after.session(id(10)).orElseThrow().slot().start().toString());
    }

    @Test
    void deletingClosesUp() {
        assertEquals(
                "S10 09:00, S11 10:00, S12 10:00",
                times(three().with(Timing.remove(three(), id(11), true))),
                "the deleted one is still in the picture");
        assertEquals(Map.of(), Timing.remove(three(), id(11), false));
    }

    @RepeatedTest(200)
    void aMoveNeverMakesOverlapsNorChangesLengths(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Programme programme = Programmes.chain(random, false);
        Session session =
                programme.sessions().get(random.nextInt(programme.sessions().size()));
        Slot to = session.slot().at(8 * 60 + 5 * random.nextInt(120));
        Programme after = programme.with(Timing.move(programme, session.id(), to, true));
        assertSound(programme, after, seed);
    }

    @RepeatedTest(200)
    void aNewLengthNeverMakesOverlaps(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Programme programme = Programmes.chain(random, false);
        Session session =
                programme.sessions().get(random.nextInt(programme.sessions().size()));
        int minutes = 5 * (1 + random.nextInt(24));
        Programme after = programme.with(Timing.resize(programme, session.id(), minutes, true));
        assertFalse(overlaps(after), "seed " + seed + ": " + times(after));
        assertEquals(minutes, after.session(session.id()).orElseThrow().slot().minutes(), "seed " + seed);
    }

    @RepeatedTest(200)
    void sessionsThatKeepTheirStartAreNeverMovedByOthers(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Programme programme = Programmes.chain(random, true);
        Session session =
                programme.sessions().get(random.nextInt(programme.sessions().size()));
        Slot to = session.slot().at(8 * 60 + 5 * random.nextInt(120));
        Programme after = programme.with(Timing.move(programme, session.id(), to, true));
        for (Session before : programme.sessions()) {
            if (before.keepsStart() && !before.id().equals(session.id())) {
                assertEquals(
                        before.slot(), after.session(before.id()).orElseThrow().slot(), "seed " + seed);
            }
        }
    }

    private static void assertSound(Programme before, Programme after, long seed) {
        assertFalse(overlaps(after), "seed " + seed + ": " + times(before) + " -> " + times(after));
        assertEquals(lengths(before), lengths(after), "seed " + seed);
        assertTrue(after.sessions().stream().allMatch(s -> s.slot().to() <= Slot.DAY), "seed " + seed);
    }

    private static Map<UUID, Integer> lengths(Programme programme) {
        return programme.sessions().stream()
                .collect(Collectors.toMap(Session::id, s -> s.slot().minutes()));
    }

    private static boolean overlaps(Programme programme) {
        List<Session> sessions = programme.sessions();
        for (int i = 0; i < sessions.size(); i++) {
            for (int k = i + 1; k < sessions.size(); k++) {
                if (sessions.get(i).slot().overlaps(sessions.get(k).slot())) {
                    return true;
                }
            }
        }
        return false;
    }
}
