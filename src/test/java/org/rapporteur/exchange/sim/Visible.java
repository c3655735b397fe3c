package org.rapporteur.exchange.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.storage.Workspace;

/**
 * What a person sees of a workspace: records, values, conflicts.
 *
 * @param rows every record, hidden ones too
 * @param conflicts values that stand against each other, by record and column ("" for a deletion against an edit)
 */
record Visible(Map<UUID, Row> rows, Map<UUID, Map<String, Set<String>>> conflicts) {

    static Visible of(Workspace workspace) {
        Map<UUID, Row> rows = new HashMap<>();
        for (Kind kind : World.KINDS) {
            workspace.each(Query.of(kind).withDeleted(), row -> rows.put(row.id(), row));
        }
        Map<UUID, Map<String, Set<String>>> conflicts = new HashMap<>();
        for (Conflict conflict : workspace.conflicts().list(0, 1_000_000)) {
            Set<String> sides = new TreeSet<>();
            // Which edits a deleter had not seen is told by the oracle; here it counts that there are some.
            conflict.sides().stream()
                    .filter(side -> side.role() != Conflict.Role.EDITED)
                    .forEach(side -> sides.add(side.role() + " " + side.column() + " " + side.value()));
            conflicts
                    .computeIfAbsent(conflict.record(), r -> new TreeMap<>())
                    .put(conflict.deletion() ? "" : conflict.column(), sides);
        }
        return new Visible(rows, conflicts);
    }

    private boolean shows(UUID row) {
        return rows.containsKey(row) && !rows.get(row).deleted();
    }

    /** What is shown, one line a record and a conflict. */
    List<String> shown() {
        List<String> lines = new ArrayList<>();
        rows.forEach((id, row) -> {
            if (!row.deleted()) {
                StringBuilder line = new StringBuilder(row.kind() + " " + id);
                row.kind().columns().forEach(c -> line.append('|').append(row.get(c)));
                lines.add(line.toString());
            }
        });
        conflicts.forEach((id, fields) -> lines.add("conflicts " + id + " " + fields));
        lines.sort(null);
        return lines;
    }

    private Set<String> open(UUID row) {
        return conflicts.getOrDefault(row, Map.of()).keySet();
    }

    /** Counts by comparing with what is seen afterwards what the rows of a package did. */
    ImportEffects effectsOf(List<TravellingRow> brought, Visible after) {
        long added = 0;
        long changed = 0;
        long deleted = 0;
        long restored = 0;
        long conflicts = 0;
        long resolved = 0;
        long disputed = 0;
        long fields = 0;
        Set<UUID> touched = new HashSet<>();
        for (UUID id : after.rows.keySet()) {
            boolean was = shows(id);
            boolean is = after.shows(id);
            boolean any = was != is;
            if (!was && is) {
                if (rows.containsKey(id)) {
                    restored++;
                } else {
                    added++;
                }
            } else if (was && !is) {
                deleted++;
            } else if (was) {
                Row before = rows.get(id);
                Row now = after.rows.get(id);
                long differ = now.kind().columns().stream()
                        .filter(c -> !Objects.equals(before.get(c), now.get(c)))
                        .count();
                fields += differ;
                changed += differ > 0 ? 1 : 0;
                any |= differ > 0;
            }
            Set<String> opened = new HashSet<>(after.open(id));
            opened.removeAll(open(id));
            Set<String> closed = new HashSet<>(open(id));
            closed.removeAll(after.open(id));
            disputed += opened.remove("") ? 1 : 0;
            any |= after.open(id).contains("") && !open(id).contains("");
            closed.remove("");
            conflicts += opened.size();
            resolved += closed.size();
            any |= !opened.isEmpty() || !closed.isEmpty();
            if (any) {
                touched.add(id);
            }
        }
        long same = brought.stream().filter(row -> !touched.contains(row.id)).count();
        return new ImportEffects(
                brought.size(), added, changed, deleted, restored, conflicts, resolved, disputed, same, fields, 0);
    }
}
