package org.rapporteur.core.exchange;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.change.Dot;

/**
 * The highest sequence number seen, per site. A site that is not named was not seen at all (number 0). Immutable.
 * Source of the method: version vectors, Parker et al. 1983; {@code design/exchange.md} says how they are used here.
 */
public final class VersionVector {
    /** Has seen nothing. */
    public static final VersionVector NONE = new VersionVector(new TreeMap<>());

    private final SortedMap<UUID, Long> highest;

    private VersionVector(SortedMap<UUID, Long> highest) {
        this.highest = highest;
    }

    /**
     * A vector of these numbers; zeros are left out.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public static VersionVector of(Map<UUID, Long> numbers) {
        TreeMap<UUID, Long> copy = new TreeMap<>();
        numbers.forEach((site, number) -> {
            if (number < 0) {
                throw new IllegalArgumentException("a sequence number cannot be negative");
            }
            if (number > 0) {
                copy.put(site, number);
            }
        });
        return copy.isEmpty() ? NONE : new VersionVector(copy);
    }

    /** The highest number seen of a site, 0 if none. */
    public long of(UUID site) {
        return highest.getOrDefault(site, 0L);
    }

    /** Sites with their numbers (from 1), by site. */
    public SortedMap<UUID, Long> numbers() {
        return java.util.Collections.unmodifiableSortedMap(highest);
    }

    /** Whether the change was seen. */
    public boolean covers(Dot dot) {
        return of(dot.site()) >= dot.sequence();
    }

    /** Whether everything that the other has seen was seen here too. */
    public boolean covers(VersionVector other) {
        return other.highest.entrySet().stream().allMatch(e -> of(e.getKey()) >= e.getValue());
    }

    /** What either has seen. */
    public VersionVector max(VersionVector other) {
        TreeMap<UUID, Long> joined = new TreeMap<>(highest);
        other.highest.forEach((site, number) -> joined.merge(site, number, Math::max));
        return of(joined);
    }

    /** What both have seen. */
    public VersionVector min(VersionVector other) {
        TreeMap<UUID, Long> common = new TreeMap<>();
        highest.forEach((site, number) -> common.put(site, Math.min(number, other.of(site))));
        return of(common);
    }

    public boolean isEmpty() {
        return highest.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionVector v && v.highest.equals(highest);
    }

    @Override
    public int hashCode() {
        return highest.hashCode();
    }

    @Override
    public String toString() {
        return highest.toString();
    }
}
