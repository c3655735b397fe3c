package org.rapporteur.core.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.meeting.Programmes.id;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void sessionsThatFollowEachOtherTakeTheWholeColumn() {
        Programme programme = new Programmes()
                .session(10, "09:00", 60)
                .session(11, "10:00", 60)
                .build();
        assertEquals(
                Map.of(id(10), new Lanes.Lane(0, 1, 1), id(11), new Lanes.Lane(0, 1, 1)),
                Lanes.of(programme.sessions()));
    }

    @Test
    void sessionsAtTheSameTimeStandSideBySideAndUseTheSpaceThereIs() {
        Programme programme = new Programmes()
                .session(10, "09:00", 120)
                .session(11, "09:00", 30)
                .session(12, "09:10", 30)
                .session(13, "10:00", 30)
                .build();
        Map<UUID, Lanes.Lane> lanes = Lanes.of(programme.sessions());
        assertEquals(new Lanes.Lane(0, 1, 3), lanes.get(id(10)));
        assertEquals(new Lanes.Lane(1, 1, 3), lanes.get(id(11)));
        assertEquals(new Lanes.Lane(2, 1, 3), lanes.get(id(12)));
        assertEquals(new Lanes.Lane(1, 2, 3), lanes.get(id(13)));
    }

    @RepeatedTest(100)
    void noTwoCardsCoverEachOther(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Programmes made = new Programmes();
        int count = 1 + random.nextInt(15);
        for (int i = 0; i < count; i++) {
            made.session(100 + i, Slot.time(480 + 5 * random.nextInt(60)).toString(), 5 * (1 + random.nextInt(24)));
        }
        List<Session> sessions = made.build().sessions();
        Map<UUID, Lanes.Lane> lanes = Lanes.of(sessions);
        assertEquals(count, lanes.size(), "seed " + seed);
        for (Session a : sessions) {
            Lanes.Lane la = lanes.get(a.id());
            assertTrue(la.lane() >= 0 && la.lane() + la.span() <= la.of(), "seed " + seed);
            for (Session b : sessions) {
                Lanes.Lane lb = lanes.get(b.id());
                if (a != b && a.slot().overlaps(b.slot())) {
                    assertEquals(la.of(), lb.of(), "one group, seed " + seed);
                    boolean apart = la.lane() + la.span() <= lb.lane() || lb.lane() + lb.span() <= la.lane();
                    assertTrue(apart, "seed " + seed);
                }
            }
        }
    }
}
