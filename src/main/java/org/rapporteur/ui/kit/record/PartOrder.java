package org.rapporteur.ui.kit.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Row;

/** New order keys when a part is moved or added: one key where there is room, keys for all where there is none. */
final class PartOrder {
    private PartOrder() {}

    /**
     * The keys to write so that a part stands at another place.
     *
     * @param rows the parts in their order
     * @param from place of the part that moves
     * @param to place where it is to stand afterwards
     */
    static Map<UUID, String> move(List<Row> rows, Field order, int from, int to) {
        if (from == to) {
            return Map.of();
        }
        List<Row> after = new java.util.ArrayList<>(rows);
        Row moved = after.remove(from);
        after.add(to, moved);
        String low = to == 0 ? "" : key(after.get(to - 1), order);
        String high = to == after.size() - 1 ? "" : key(after.get(to + 1), order);
        boolean room =
                (to == 0 || !low.isEmpty()) && (high.isEmpty() ? to == after.size() - 1 : low.compareTo(high) < 0);
        if (room) {
            String key = OrderKeys.between(low, high);
            boolean fits = key.length() <= OrderKeys.LONG
                    && key.compareTo(low) > 0
                    && (high.isEmpty() || key.compareTo(high) < 0);
            if (fits) {
                return Map.of(moved.id(), key);
            }
        }
        List<String> keys = OrderKeys.spread(after.size());
        Map<UUID, String> all = new LinkedHashMap<>();
        for (int i = 0; i < after.size(); i++) {
            all.put(after.get(i).id(), keys.get(i));
        }
        return all;
    }

    /** The key of a part that is added at the end. */
    static String atEnd(List<Row> rows, Field order) {
        String last =
                rows.stream().map(row -> key(row, order)).max(String::compareTo).orElse("");
        return OrderKeys.between(last, null);
    }

    private static String key(Row row, Field order) {
        return row.text(order.name());
    }
}
