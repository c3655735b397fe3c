package org.rapporteur.exchange.sim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.rapporteur.core.change.Dot;

/**
 * What must be true, from first principles: all edits that were ever made are kept as events, each with the set of
 * events that its author's workspace had seen. A state is a set of events. Knows nothing of vectors and merging.
 */
final class Oracle {
    private final List<Event> events = new ArrayList<>();
    private final Map<Dot, Event> byDot = new HashMap<>();
    private final Map<UUID, List<Event>> byRow = new LinkedHashMap<>();

    /** Writes down an edit. The sets are copied. */
    Event add(
            Dot dot,
            String kind,
            UUID row,
            UUID scope,
            Event.What what,
            String field,
            Object value,
            Map<String, Object> created,
            BitSet seen,
            BitSet covers) {
        Event event = new Event(
                events.size(), dot, kind, row, scope, what, field, value, created, (BitSet) seen.clone(), (BitSet)
                        covers.clone());
        if (byDot.put(dot, event) != null) {
            throw new AssertionError("two changes have the name " + dot);
        }
        events.add(event);
        byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(event);
        return event;
    }

    List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    Event at(Dot dot) {
        return byDot.get(dot);
    }

    /** The making of the record, the first if it was made more than once. */
    Event first(UUID row) {
        return byRow.get(row).getFirst();
    }

    /** Records of which the state has anything. */
    Set<UUID> rows(BitSet state) {
        Set<UUID> rows = new LinkedHashSet<>();
        byRow.forEach((row, all) -> {
            if (all.stream().anyMatch(e -> state.get(e.number()))) {
                rows.add(row);
            }
        });
        return rows;
    }

    List<Event> of(UUID row, BitSet state) {
        List<Event> found = new ArrayList<>();
        for (Event event : byRow.getOrDefault(row, List.of())) {
            if (state.get(event.number())) {
                found.add(event);
            }
        }
        return found;
    }

    /** Columns of the record that were set after it was made. */
    Set<String> edited(UUID row, BitSet state) {
        Set<String> columns = new TreeSet<>();
        of(row, state).stream().filter(e -> e.what() == Event.What.SET).forEach(e -> columns.add(e.field()));
        return columns;
    }

    /** Events that no other of them had seen. */
    private static List<Event> unseen(Collection<Event> rivals) {
        return rivals.stream()
                .filter(e -> rivals.stream().noneMatch(other -> other != e && other.saw(e)))
                .toList();
    }

    /** What survives of one field. */
    List<Event> survivors(UUID row, String column, BitSet state) {
        return unseen(of(row, state).stream().filter(e -> e.writes(column)).toList());
    }

    /** What survives of the record's deletions and restorations. */
    List<Event> lives(UUID row, BitSet state) {
        return unseen(of(row, state).stream()
                .filter(e -> e.what() == Event.What.DELETED || e.what() == Event.What.RESTORED)
                .toList());
    }

    List<Event> creations(UUID row, BitSet state) {
        return of(row, state).stream()
                .filter(e -> e.what() == Event.What.CREATED)
                .toList();
    }

    /** Whether the field has several surviving values that differ. */
    boolean conflict(UUID row, String column, BitSet state) {
        List<Event> survivors = survivors(row, column, state);
        Object first = survivors.isEmpty() ? null : survivors.getFirst().valueOf(column);
        return survivors.stream().anyMatch(e -> !Objects.equals(first, e.valueOf(column)));
    }

    /** Whether the record is hidden: deleted, and a surviving deletion had seen each thing that survives of it. */
    boolean hidden(UUID row, BitSet state) {
        List<Event> lives = lives(row, state);
        List<Event> deletions =
                lives.stream().filter(e -> e.what() == Event.What.DELETED).toList();
        Set<Event> versions = new LinkedHashSet<>(creations(row, state));
        edited(row, state).forEach(column -> versions.addAll(survivors(row, column, state)));
        lives.stream().filter(e -> e.what() == Event.What.RESTORED).forEach(versions::add);
        return !deletions.isEmpty()
                && versions.stream().allMatch(v -> deletions.stream().anyMatch(d -> d.hides(v)));
    }

    /** Whether the record was deleted by some and written to by others. */
    boolean deletedButEdited(UUID row, BitSet state) {
        return lives(row, state).stream().anyMatch(e -> e.what() == Event.What.DELETED) && !hidden(row, state);
    }
}
