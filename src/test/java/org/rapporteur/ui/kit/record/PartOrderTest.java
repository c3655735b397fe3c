package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Row;

class PartOrderTest {
    private static final Kind KIND = Kind.named("x").text("name").ordered().build();
    private static final Field ORDER = KIND.field("position");

    private static Row row(int number, String key) {
        return new Row(KIND, new UUID(0, number), new UUID(0, 0), false, new Object[] {"n" + number, key});
    }

    private static List<Row> apply(List<Row> rows, Map<UUID, String> keys) {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            changed.add(
                    row((int) row.id().getLeastSignificantBits(), keys.getOrDefault(row.id(), row.text("position"))));
        }
        changed.sort(Comparator.comparing(r -> r.text("position")));
        return changed;
    }

    private static List<UUID> moved(List<Row> rows, int from, int to) {
        List<UUID> ids = new ArrayList<>(rows.stream().map(Row::id).toList());
        ids.add(to, ids.remove(from));
        return ids;
    }

    @Test
    void writesOneKeyWhereThereIsRoom() {
        List<String> keys = OrderKeys.spread(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(row(i, keys.get(i)));
        }
        Map<UUID, String> changes = PartOrder.move(rows, ORDER, 4, 1);
        assertEquals(1, changes.size());
        assertEquals(
                moved(rows, 4, 1), apply(rows, changes).stream().map(Row::id).toList());
    }

    @Test
    void anyMoveGivesTheOrderWantedAlsoWhereKeysAreMissingOrTied() {
        long seed = 20171010;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int size = 2 + random.nextInt(8);
            List<Row> rows = new ArrayList<>();
            String[] some = {null, "V", "V", "k", OrderKeys.between("V", "k")};
            for (int i = 0; i < size; i++) {
                rows.add(row(i, some[random.nextInt(some.length)]));
            }
            rows.sort(Comparator.comparing(r -> r.text("position")));
            for (int step = 0; step < 30; step++) {
                int from = random.nextInt(size);
                int to = random.nextInt(size);
                List<UUID> wanted = moved(rows, from, to);
                List<Row> before = rows;
                rows = apply(rows, PartOrder.move(rows, ORDER, from, to));
                if (from != to) {
                    assertEquals(wanted, rows.stream().map(Row::id).toList(), "seed " + seed + ", " + before);
                }
                rows.forEach(r -> assertTrue(r.text("position").length() <= OrderKeys.LONG));
            }
        }
    }
}
