package org.rapporteur.core.exchange;

import org.rapporteur.core.change.Dot;

/**
 * A deletion or restoration of a record that nobody who saw it has taken back.
 *
 * @param dot the change that did it
 * @param seen what the deleter had seen of the scope; null for a restoration
 */
public record Life(Dot dot, VersionVector seen) {
    public boolean deletion() {
        return seen != null;
    }

    /** Whether the deleter had seen this change. */
    public boolean saw(Dot change) {
        return seen != null && seen.covers(change);
    }
}
