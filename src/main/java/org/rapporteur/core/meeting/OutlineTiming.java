package org.rapporteur.core.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lets sessions follow the order of the outline when an item is moved in it. */
public final class OutlineTiming {
    private OutlineTiming() {}

    /**
     * The sessions that change their time when an item goes elsewhere in the outline: its session goes before that of
     * the next item below that has one in the same room on the same day, else after that of the last item above.
     *
     * @param parent the item it is then part of, null for the top
     * @param index where among its siblings, counted without the item itself
     * @return new slots by session; empty if the session of the item cannot or need not move
     */
    public static Map<UUID, Slot> follow(Programme programme, AgendaItem item, UUID parent, int index) {
        Session session = item.session() == null
                ? null
                : programme.session(item.session()).orElse(null);
        if (session == null || !session.slot().timed()) {
            return Map.of();
        }
        List<AgendaItem> order = orderAfter(programme.outline(), item, parent, index);
        int at = order.indexOf(item);
        if (at < 0) {
            return Map.of();
        }
        Optional<Session> below = order.subList(at + 1, order.size()).stream()
                .map(i -> neighbour(programme, session, i))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<Session> above = order.subList(0, at).reversed().stream()
                .map(i -> neighbour(programme, session, i))
                .flatMap(Optional::stream)
                .findFirst();
        Slot slot = session.slot();
        if (below.isPresent() && below.get().slot().from() < slot.from()) {
            return Timing.move(
                    programme, session.id(), slot.at(below.get().slot().from()), true);
        }
        if (above.isPresent() && above.get().slot().from() > slot.from()) {
            Slot last = above.get().slot();
            return Timing.move(
                    programme, session.id(), new Slot(slot.day(), last.end(), slot.minutes(), slot.room()), true);
        }
        return Map.of();
    }

    private static Optional<Session> neighbour(Programme programme, Session session, AgendaItem item) {
        return item.session() == null || item.session().equals(session.id())
                ? Optional.empty()
                : programme
                        .session(item.session())
                        .filter(s -> s.slot().timed() && s.slot().sameColumn(session.slot()));
    }

    /** All items from top to bottom as they would be. */
    private static List<AgendaItem> orderAfter(Outline outline, AgendaItem item, UUID parent, int index) {
        List<AgendaItem> order = new ArrayList<>();
        walk(outline, null, item, parent, index, order, Set.of());
        return order;
    }

    private static void walk(
            Outline outline,
            UUID of,
            AgendaItem moved,
            UUID parent,
            int index,
            List<AgendaItem> order,
            Set<UUID> path) {
        List<AgendaItem> siblings = new ArrayList<>(outline.partsOf(of));
        siblings.removeIf(i -> i.id().equals(moved.id()));
        if (java.util.Objects.equals(of, parent) && !path.contains(moved.id())) {
            siblings.add(Math.clamp(index, 0, siblings.size()), moved);
        }
        for (AgendaItem sibling : siblings) {
            order.add(sibling);
            Set<UUID> deeper = new java.util.HashSet<>(path);
            deeper.add(sibling.id());
            walk(outline, sibling.id(), moved, parent, index, order, deeper);
        }
    }
}
