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
