package org.rapporteur.core.exchange;

import java.util.Set;
import org.rapporteur.core.change.Dot;

/**
 * A deletion or restoration of a record that nobody who saw it has taken back.
 *
 * @param dot the change that did it
 * @param seen what the deleter had seen of the scope; null for a restoration
 * @param also changes of the record that the deleter had seen beyond that: they came in an extract
 */
public record Life(Dot dot, VersionVector seen, Set<Dot> also) {
    public Life {
        also = Set.copyOf(also);
    }

    public Life(Dot dot, VersionVector seen) {
        this(dot, seen, Set.of());
    }

    public boolean deletion() {
        return seen != null;
    }

    /** Whether the deleter had seen this change. */
    public boolean saw(Dot change) {
        return seen != null && (seen.covers(change) || also.contains(change));
    }
}
