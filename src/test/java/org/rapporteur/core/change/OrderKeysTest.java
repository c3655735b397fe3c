package org.rapporteur.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderKeysTest {

    @Test
    void betweenAnyTwoThereIsAThird() {
        long seed = 20170914L;
        Random random = new Random(seed);
        List<String> keys = new ArrayList<>(List.of(OrderKeys.between(null, null)));
        for (int i = 0; i < 3000; i++) {
            int at = random.nextInt(keys.size() + 1);
            String before = at == 0 ? null : keys.get(at - 1);
            String after = at == keys.size() ? null : keys.get(at);
            String key = OrderKeys.between(before, after);
            assertTrue(before == null || before.compareTo(key) < 0, "seed " + seed + ": " + before + " < " + key);
            assertTrue(after == null || key.compareTo(after) < 0, "seed " + seed + ": " + key + " < " + after);
            keys.add(at, key);
        }
    }

    @Test
    void appendingAndPrependingKeepKeysShort() {
        String last = null;
        String first = null;
        for (int i = 0; i < 1000; i++) {
            last = OrderKeys.between(last, null);
        }
        assertTrue(last.length() <= 40, last);
        for (int i = 0; i < 100; i++) {
            first = OrderKeys.between(null, first);
        }
        assertTrue(first.length() <= 40, first);
    }

    @Test
    void spreadKeysRiseAndLeaveRoom() {
        for (int count : new int[] {0, 1, 2, 61, 62, 63, 1000}) {
            List<String> keys = OrderKeys.spread(count);
            assertEquals(count, keys.size());
            for (int i = 1; i < count; i++) {
                assertTrue(keys.get(i - 1).compareTo(keys.get(i)) < 0);
                String between = OrderKeys.between(keys.get(i - 1), keys.get(i));
                assertTrue(keys.get(i - 1).compareTo(between) < 0 && between.compareTo(keys.get(i)) < 0);
            }
        }
    }

    @Test
    void idsRiseEvenWhenTheClockStandsStill() {
        Ids ids = new Ids(Clock.fixed(Instant.EPOCH.plusSeconds(1), ZoneOffset.UTC), new Random(3));
        Set<UUID> seen = new HashSet<>();
        UUID before = ids.next();
        for (int i = 0; i < 20_000; i++) {
            UUID next = ids.next();
            assertTrue(Long.compareUnsigned(before.getMostSignificantBits(), next.getMostSignificantBits()) < 0);
            assertEquals(7, next.version());
            assertEquals(2, next.variant());
            assertTrue(seen.add(next));
            before = next;
        }
        assertEquals(Ids.derived("iso3166", "NA"), Ids.derived("iso3166", "NA"));
        assertEquals(8, Ids.derived("iso3166", "NA").version());
    }

    @Test
    void aKeyWithoutRoomBeforeItIsPassedOver() {
        assertTrue(OrderKeys.between("", "0").compareTo("0") > 0);
        assertTrue(OrderKeys.between("A", "A0").compareTo("A") > 0);
    }
}
