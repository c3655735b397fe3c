package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Survivors;
import org.rapporteur.core.exchange.Survivors.Seen;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;

/**
 * The merge gives what the oracle says, and does not care for the order, the grouping or the repetition of what it
 * merges. States are those that sites reach by writing and by taking over all that another site has.
 */
class MergeLawsTest {
    private static final UUID SCOPE = new UUID(0, 0);
    private static final List<String> COLUMNS = List.of("a", "b", "c");
    private static final int TRIPLES_PER_WORLD = 10;

    @Test
    void aThousandTriples() {
        triples(1_000, 20171010L);
    }

    @Test
    @Tag("soak")
    void tenThousandTriples() {
        triples(10_000, System.nanoTime());
    }

    /** The state of one record as a store keeps it. */
    private record State(VersionVector vector, Set<Dot> creations, Map<String, Set<Version>> fields, Set<Dot> lives) {}

    private static void triples(int count, long seed) {
        System.out.println("merge laws: " + count + " triples, seed " + seed);
        int conflicts = 0;
        int hidden = 0;
        for (int world = 0; world < count / TRIPLES_PER_WORLD; world++) {
            World w = new World(new Random(seed + world));
            String where = "seed " + (seed + world);
            for (int i = 0; i < TRIPLES_PER_WORLD; i++) {
                BitSet a = w.anyState();
                BitSet b = w.anyState();
                BitSet c = w.anyState();
                UUID row = w.rows.get(w.random.nextInt(w.rows.size()));
                Merged x = w.state(row, a);
                Merged y = w.state(row, b);
                Merged z = w.state(row, c);
                assertEquals(w.state(row, union(a, b)).asSets(), x.merge(y).asSets(), where + ": oracle");
                assertEquals(x.merge(y).asSets(), y.merge(x).asSets(), where + ": commutative");
                Merged all = x.merge(y).merge(z);
                assertEquals(all.asSets(), x.merge(y.merge(z)).asSets(), where + ": associative");
                assertEquals(x.asSets(), x.merge(x).asSets(), where + ": idempotent");
                assertEquals(all.asSets(), all.merge(y).asSets(), where + ": absorbing");
                BitSet union = union(union(a, b), c);
                assertEquals(w.oracle.hidden(row, union), all.hidden(), where + ": hidden");
                hidden += all.hidden() ? 1 : 0;
                for (String column : COLUMNS) {
                    List<Version> versions = all.fields.getOrDefault(column, List.of());
                    boolean differ = w.oracle.conflict(row, column, union);
                    assertEquals(differ, Survivors.differ(versions), where + ": conflict of " + column);
                    conflicts += differ ? 1 : 0;
                    List<Version> reversed = new ArrayList<>(versions).reversed();
                    assertEquals(Survivors.shown(versions), Survivors.shown(reversed), where + ": shown");
                    assertTrue(versions.isEmpty() || versions.contains(Survivors.shown(versions)), where);
                }
            }
        }
        System.out.println("merge laws: " + conflicts + " conflicts and " + hidden + " hidden records among them");
        // Worlds in which nothing happens would prove nothing.
        assertTrue(conflicts > count / 10 && hidden > count / 20);
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }

    /** A record's state as two stores would merge it. */
    private record Merged(
            VersionVector vector, List<Dot> creations, Map<String, List<Version>> fields, List<Life> lives) {

        Merged merge(Merged other) {
            Seen ours = Seen.of(vector);
            Seen theirs = Seen.of(other.vector);
            Map<String, List<Version>> merged = new TreeMap<>();
            Set<String> columns = new HashSet<>(fields.keySet());
            columns.addAll(other.fields.keySet());
            for (String column : columns) {
                merged.put(
                        column,
                        Survivors.merge(
                                fields.getOrDefault(column, List.of()),
                                ours,
                                other.fields.getOrDefault(column, List.of()),
                                theirs,
                                Version::dot));
            }
            Set<Dot> made = new HashSet<>(creations);
            made.addAll(other.creations);
            return new Merged(
                    vector.max(other.vector),
                    List.copyOf(made),
                    merged,
                    Survivors.merge(lives, ours, other.lives, theirs, Life::dot));
        }

        boolean hidden() {
            List<Dot> written = new ArrayList<>(creations);
            fields.values().forEach(versions -> versions.forEach(v -> written.add(v.dot())));
            return Survivors.hidden(lives, written);
        }

        State asSets() {
            return new State(
                    vector,
                    Set.copyOf(creations),
                    fields.entrySet().stream()
                            .filter(e -> !e.getValue().isEmpty())
                            .collect(Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue()))),
                    lives.stream().map(Life::dot).collect(Collectors.toSet()));
        }
    }

    /** Sites that write at random and take over from each other, with every state that one of them was in. */
    private static final class World {
        final Random random;
        final Oracle oracle = new Oracle();
        final List<UUID> rows = new ArrayList<>();
        private final List<UUID> sites = new ArrayList<>();
        private final List<BitSet> known = new ArrayList<>();
        private final Map<UUID, Long> sequences = new HashMap<>();
        private final List<BitSet> states = new ArrayList<>();

        World(Random random) {
            this.random = random;
            int count = 2 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                sites.add(new UUID(random.nextLong(), random.nextLong()));
                known.add(new BitSet());
            }
            for (int i = 0; i < 2; i++) {
                rows.add(new UUID(1, i));
            }
            for (int step = 0; step < 40; step++) {
                int site = random.nextInt(count);
                if (random.nextInt(5) < 2) {
                    known.get(site).or(known.get(random.nextInt(count)));
                } else {
                    write(site);
                }
                states.add((BitSet) known.get(site).clone());
            }
        }

        private void write(int site) {
            BitSet seen = known.get(site);
            UUID row = rows.get(random.nextInt(rows.size()));
            Event.What what;
            if (oracle.creations(row, seen).isEmpty()) {
                what = Event.What.CREATED;
            } else {
                what = switch (random.nextInt(8)) {
                    case 0, 1 -> Event.What.DELETED;
                    case 2 -> Event.What.RESTORED;
                    default -> Event.What.SET;
                };
            }
            boolean set = what == Event.What.SET;
            UUID author = sites.get(site);
            Event event = oracle.add(
                    new Dot(author, sequences.merge(author, 1L, Long::sum)),
                    "thing",
                    row,
                    SCOPE,
                    what,
                    set ? COLUMNS.get(random.nextInt(COLUMNS.size())) : null,
                    set ? (Object) (long) random.nextInt(3) : null,
                    Map.of(),
                    seen,
                    seen);
            seen.set(event.number());
        }

        BitSet anyState() {
            return states.get(random.nextInt(states.size()));
        }

        private VersionVector vector(BitSet state) {
            Map<UUID, Long> numbers = new HashMap<>();
            state.stream()
                    .mapToObj(oracle.events()::get)
                    .forEach(e -> numbers.merge(e.dot().site(), e.dot().sequence(), Math::max));
            return VersionVector.of(numbers);
        }

        /** As a store keeps it, with the version that a creation is of each field that nobody edited. */
        Merged state(UUID row, BitSet state) {
            Function<Event, Life> life =
                    e -> new Life(e.dot(), e.what() == Event.What.DELETED ? vector(e.seen()) : null);
            Map<String, List<Version>> fields = new TreeMap<>();
            for (String column : COLUMNS) {
                fields.put(
                        column,
                        oracle.survivors(row, column, state).stream()
                                .map(e -> new Version(e.dot(), e.valueOf(column)))
                                .toList());
            }
            return new Merged(
                    vector(state),
                    oracle.creations(row, state).stream().map(Event::dot).toList(),
                    fields,
                    oracle.lives(row, state).stream().map(life).toList());
        }
    }
}
