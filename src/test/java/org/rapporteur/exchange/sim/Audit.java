package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;

/** Compares what a workspace says with what the oracle knows must be so. */
final class Audit {
    private final World world;
    private final Site site;
    private final Oracle oracle;

    private Audit(World world, Site site) {
        this.world = world;
        this.site = site;
        this.oracle = world.oracle;
    }

    /** No write lost, none too many, and conflicts where edits were concurrent and nowhere else. */
    static void check(World world, Site site) {
        new Audit(world, site).check();
    }

    /** The vectors cover what the site knows of the scopes and nothing else. */
    static void covers(World world, Site site, Set<UUID> scopes, Map<UUID, VersionVector> vectors) {
        for (Event event : world.oracle.events()) {
            if (scopes.contains(event.scope())) {
                VersionVector vector = vectors.getOrDefault(event.scope(), VersionVector.NONE);
                assertEquals(
                        site.known.get(event.number()),
                        vector.covers(event.dot()),
                        () -> site + " says it has seen, or not seen, " + event + ": " + vector);
            }
        }
    }

    private void check() {
        ExchangeStore store = site.workspace.exchange();
        Map<UUID, VersionVector> vectors = new HashMap<>();
        Set<UUID> scopes = new HashSet<>();
        oracle.events().forEach(e -> scopes.add(e.scope()));
        scopes.forEach(scope -> vectors.put(scope, store.vector(scope)));
        covers(world, site, scopes, vectors);
        Map<UUID, TravellingRow> all = everything(store);
        Set<UUID> rows = oracle.rows(site.known);
        assertEquals(rows, all.keySet(), () -> site + ": records");
        Set<String> expected = new TreeSet<>();
        for (UUID row : rows) {
            versions(row, all.get(row));
            lives(row, all.get(row));
            shown(row);
            expectedConflicts(row, expected);
        }
        List<Conflict> open = site.workspace.conflicts().list(0, 100_000);
        assertEquals(expected.size(), open.size(), () -> site + ": conflicts " + open + ", expected " + expected);
        assertEquals(
                expected,
                open.stream().map(this::described).collect(Collectors.toCollection(TreeSet::new)),
                () -> site + ": conflicts");
        assertEquals(expected.size(), site.workspace.conflicts().count(), () -> site + ": number of conflicts");
    }

    static Map<UUID, TravellingRow> everything(ExchangeStore store) {
        Map<UUID, VersionVector> bases = new HashMap<>();
        store.scopes().forEach(scope -> bases.put(scope, VersionVector.NONE));
        Post.Collected out = new Post.Collected();
        store.export(new Selection(bases, null), out);
        Map<UUID, TravellingRow> rows = new HashMap<>();
        for (TravellingRow row : out.rows) {
            if (rows.put(row.id, row) != null) {
                throw new AssertionError("a record is sent twice: " + row.id);
            }
        }
        return rows;
    }

    private static Set<Dot> dots(List<Event> events) {
        return events.stream().map(Event::dot).collect(Collectors.toSet());
    }

    private void versions(UUID id, TravellingRow row) {
        assertTrue(row.whole, "a record without its base is not whole");
        assertEquals(dots(oracle.creations(id, site.known)), Set.copyOf(row.creations), () -> site + ": " + id);
        Kind kind = Model.kind(row.kind);
        Set<String> edited = oracle.edited(id, site.known);
        for (String column : kind.columns()) {
            List<Event> survivors = oracle.survivors(id, column, site.known);
            TravellingRow.FieldState state = row.fields.get(column);
            if (state != null) {
                Set<Version> right = survivors.stream()
                        .map(e -> new Version(e.dot(), e.valueOf(column)))
                        .collect(Collectors.toSet());
                assertEquals(right, Set.copyOf(state.versions()), () -> at(id, column, survivors));
            } else {
                assertTrue(!edited.contains(column), () -> "lost: " + at(id, column, survivors));
                assertEquals(
                        survivors.getFirst().valueOf(column),
                        row.values[kind.indexOf(column)],
                        () -> at(id, column, survivors));
            }
        }
    }

    private String at(UUID id, String column, List<Event> survivors) {
        return site + ": " + column + " of " + id + ", surviving " + survivors + " of " + oracle.of(id, site.known);
    }

    private void lives(UUID id, TravellingRow row) {
        List<Event> right = oracle.lives(id, site.known);
        List<Life> lives = row.lives == null ? List.of() : row.lives;
        assertEquals(
                dots(right),
                lives.stream().map(Life::dot).collect(Collectors.toSet()),
                () -> at(id, "deletions", right));
        for (Life life : lives) {
            Event event = oracle.at(life.dot());
            assertEquals(event.what() == Event.What.DELETED, life.deletion(), () -> at(id, "deletions", right));
            if (life.deletion()) {
                for (Event other : oracle.of(id, all())) {
                    assertEquals(
                            event.hides(other),
                            life.saw(other.dot()),
                            () -> site + ": " + event + " saw " + other + "?");
                }
            }
        }
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, oracle.events().size());
        return all;
    }

    private void shown(UUID id) {
        Kind kind = world.kindOf(id);
        Row row = world.read(site, kind, id);
        assertEquals(
                oracle.hidden(id, site.known),
                row.deleted(),
                () -> site + ": is " + id + " hidden? " + oracle.of(id, site.known));
        for (String column : kind.columns()) {
            List<Event> survivors = oracle.survivors(id, column, site.known);
            assertTrue(
                    survivors.stream().anyMatch(e -> Objects.equals(e.valueOf(column), row.get(column))),
                    () -> "shown is " + row.get(column) + ", " + at(id, column, survivors));
        }
    }

    private void expectedConflicts(UUID id, Set<String> expected) {
        if (oracle.hidden(id, site.known)) {
            return;
        }
        Kind kind = world.kindOf(id);
        for (String column : kind.columns()) {
            if (kind.fieldOf(column).type() != FieldType.ORDER && oracle.conflict(id, column, site.known)) {
                Set<String> values = oracle.survivors(id, column, site.known).stream()
                        .map(e -> String.valueOf(e.valueOf(column)))
                        .collect(Collectors.toCollection(TreeSet::new));
                expected.add(id + "." + column + values);
            }
        }
        if (oracle.deletedButEdited(id, site.known)) {
            expected.add(id + " deleted");
        }
    }

    private String described(Conflict conflict) {
        if (conflict.deletion()) {
            return conflict.record() + " deleted";
        }
        Set<String> values = new TreeSet<>();
        conflict.sides().forEach(side -> values.add(String.valueOf(side.value())));
        return conflict.record() + "." + conflict.column() + values;
    }

    /** Everything that a site shows and keeps, in words that do not depend on keys and clocks. */
    static List<String> dump(World world, Site site) {
        List<String> lines = new ArrayList<>();
        Oracle oracle = world.oracle;
        Map<UUID, TravellingRow> all = everything(site.workspace.exchange());
        Map<UUID, String> names = new HashMap<>();
        oracle.rows(site.known)
                .forEach(row -> names.put(row, "#" + oracle.first(row).number()));
        for (UUID id : oracle.rows(site.known)) {
            Kind kind = world.kindOf(id);
            Row row = world.read(site, kind, id);
            TravellingRow kept = all.get(id);
            StringBuilder line = new StringBuilder(kind.name() + names.get(id) + (row.deleted() ? " hidden" : ""));
            line.append(" scope ").append(names.getOrDefault(row.scope(), "directory"));
            line.append(" made ").append(numbers(oracle, Set.copyOf(kept.creations)));
            for (String column : kind.columns()) {
                Object value = row.get(column);
                TravellingRow.FieldState state = kept.fields.get(column);
                if (value != null || state != null) {
                    Object word = value instanceof UUID key ? names.getOrDefault(key, "?") : value;
                    line.append(' ').append(column).append('=').append(word);
                }
                if (state != null) {
                    line.append(numbers(
                            oracle, state.versions().stream().map(Version::dot).collect(Collectors.toSet())));
                }
            }
            if (kept.lives != null && !kept.lives.isEmpty()) {
                line.append(" lives ")
                        .append(numbers(
                                oracle, kept.lives.stream().map(Life::dot).collect(Collectors.toSet())));
            }
            lines.add(line.toString());
        }
        Set<String> open = new TreeSet<>();
        for (Conflict conflict : site.workspace.conflicts().list(0, 100_000)) {
            open.add("conflict " + names.get(conflict.record()) + "." + conflict.column() + " "
                    + conflict.sides().stream()
                            .map(s -> s.role() + "=" + s.value() + "/" + s.column())
                            .sorted()
                            .toList());
        }
        lines.addAll(open);
        return lines;
    }

    private static Set<Integer> numbers(Oracle oracle, Set<Dot> dots) {
        return dots.stream().map(d -> oracle.at(d).number()).collect(Collectors.toCollection(TreeSet::new));
    }
}
