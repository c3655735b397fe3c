package org.rapporteur.core.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Row;

/**
 * The agenda items as a tree. Whatever the stored references say, every item is in it once: an item whose parent is
 * gone, or that would be part of itself after a merge, stands at the top.
 */
public final class Outline {
    /** An item at its place; {@code depth} is 0 at the top, {@code index} counts from 0 among its siblings. */
    public record Line(AgendaItem item, int depth, int index, boolean hasParts) {}

    private static final Comparator<AgendaItem> ORDER =
            Comparator.comparing(AgendaItem::position).thenComparing(AgendaItem::id);

    private final Map<UUID, List<AgendaItem>> parts = new HashMap<>();
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private Outline() {}

    /** The tree of these items. */
    public static Outline of(List<AgendaItem> items) {
        Outline outline = new Outline();
        Map<UUID, AgendaItem> byKey = new LinkedHashMap<>();
        items.stream().sorted(ORDER).forEach(item -> byKey.put(item.id(), item));
        for (AgendaItem item : byKey.values()) {
            UUID parent = soundParent(item, byKey);
            outline.parents.put(item.id(), parent);
            outline.parts.computeIfAbsent(parent, k -> new ArrayList<>()).add(item);
        }
        outline.walk(null, 0);
        return outline;
    }

    /**
     * Rows of agenda items from top to bottom, parts after the whole: the one order in which papers, lists and screens
     * give the items of a meeting.
     */
    public static List<Row> inOrder(List<Row> items) {
        Map<UUID, Row> rows = new HashMap<>();
        items.forEach(row -> rows.put(row.id(), row));
        return of(items.stream().map(AgendaItem::of).toList()).items().stream()
                .map(item -> rows.get(item.id()))
                .toList();
    }

    private static UUID soundParent(AgendaItem item, Map<UUID, AgendaItem> byKey) {
        if (item.parent() == null || !byKey.containsKey(item.parent())) {
            return null;
        }
        Set<UUID> seen = new HashSet<>();
        AgendaItem up = byKey.get(item.parent());
        while (up != null && seen.add(up.id())) {
            if (up.id().equals(item.id())) {
                return null;
            }
            up = up.parent() == null ? null : byKey.get(up.parent());
        }
        return item.parent();
    }

    private void walk(UUID parent, int depth) {
        List<AgendaItem> siblings = partsOf(parent);
        for (int i = 0; i < siblings.size(); i++) {
            AgendaItem item = siblings.get(i);
            lines.add(new Line(item, depth, i, !partsOf(item.id()).isEmpty()));
            walk(item.id(), depth + 1);
        }
    }

    /** All items from top to bottom, parts after the whole. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** All items from top to bottom, parts after the whole. */
    public List<AgendaItem> items() {
        return lines.stream().map(Line::item).toList();
    }

    /** The parts of an item in their order; of null, the items at the top. */
    public List<AgendaItem> partsOf(UUID item) {
        return List.copyOf(parts.getOrDefault(item, List.of()));
    }

    /** The item it is part of, null at the top. */
    public UUID parentOf(UUID item) {
        return parents.get(item);
    }

    /** Whether an item is part of another, at any depth. */
    public boolean isWithin(UUID item, UUID whole) {
        for (UUID up = parents.get(item); up != null; up = parents.get(up)) {
            if (up.equals(whole)) {
                return true;
            }
        }
        return false;
    }
}
