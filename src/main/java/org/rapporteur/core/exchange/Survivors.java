package org.rapporteur.core.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.rapporteur.core.change.Dot;

/**
 * What is left of a field, or of a record's deletions, when two sites' states of it meet. A change is left out only if
 * one side lacks it although that side had seen it: then somebody who had seen it replaced it. Source: dotted version
 * vector sets, Preguiça et al. 2010; Almeida et al. 2014.
 */
public final class Survivors {
    /** Which of several concurrent values is shown until a person chooses: the same on every site, clocks aside. */
    private static final Comparator<Dot> SHOWN =
            Comparator.comparingLong(Dot::sequence).thenComparing(Dot::site);

    private Survivors() {}

    /**
     * What a site has seen of one field.
     *
     * @param vector all that it has seen of the scope
     * @param replaced changes that it has seen beyond the vector (they came in an extract) and that were replaced
     */
    public record Seen(VersionVector vector, Set<Dot> replaced) {
        public static Seen of(VersionVector vector) {
            return new Seen(vector, Set.of());
        }

        boolean has(Dot dot) {
            return vector.covers(dot) || replaced.contains(dot);
        }
    }

    /** The changes that survive; in the order ours, then theirs. */
    public static <V> List<V> merge(
            Collection<V> ours, Seen weHaveSeen, Collection<V> theirs, Seen theyHaveSeen, Function<V, Dot> dot) {
        Map<Dot, V> all = new LinkedHashMap<>();
        Map<Dot, V> theirsByDot = new LinkedHashMap<>();
        theirs.forEach(v -> theirsByDot.put(dot.apply(v), v));
        for (V our : ours) {
            Dot d = dot.apply(our);
            if (theirsByDot.containsKey(d) || !theyHaveSeen.has(d)) {
                all.put(d, our);
            }
        }
        Set<Dot> ourDots = new java.util.HashSet<>();
        ours.forEach(v -> ourDots.add(dot.apply(v)));
        theirsByDot.forEach((d, their) -> {
            if (!ourDots.contains(d) && !weHaveSeen.has(d)) {
                all.put(d, their);
            }
        });
        return new ArrayList<>(all.values());
    }

    /** The version that is shown until a person chooses; null if there is none (the value was withheld). */
    public static Version shown(Collection<Version> versions) {
        return versions.stream().max(Comparator.comparing(Version::dot, SHOWN)).orElse(null);
    }

    /** Whether the versions differ in value, which is a conflict for a person to resolve. */
    public static boolean differ(Collection<Version> versions) {
        return versions.stream().map(Version::value).distinct().limit(2).count() > 1;
    }

    /**
     * Whether a record is hidden: it was deleted, and everything written to it was seen by who deleted it.
     *
     * @param lives what is left of its deletions and restorations
     * @param written changes that made it and that its fields hold
     */
    public static boolean hidden(Collection<Life> lives, Collection<Dot> written) {
        if (lives.stream().noneMatch(Life::deletion)) {
            return false;
        }
        return lives.stream().filter(l -> !l.deletion()).allMatch(restored -> seenByADeleter(lives, restored.dot()))
                && written.stream().filter(Objects::nonNull).allMatch(d -> seenByADeleter(lives, d));
    }

    private static boolean seenByADeleter(Collection<Life> lives, Dot change) {
        return lives.stream().anyMatch(l -> l.saw(change));
    }
}
