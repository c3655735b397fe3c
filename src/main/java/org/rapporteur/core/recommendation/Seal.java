package org.rapporteur.core.recommendation;

import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Row;

/** What became of the adopted text since it was frozen; computed from the text each time, never stored. */
public enum Seal {
    /** No text was frozen. */
    NONE,
    /** The text is to the letter what was adopted. */
    UNALTERED,
    /** The text is another than the one adopted. */
    ALTERED,
    /** The version that was adopted is no longer there. */
    MISSING;

    /**
     * Compares the adopted version with the hash that was kept.
     *
     * @param recommendation the recommendation
     * @param frozen the version that it names as adopted, if it is there
     */
    public static Seal of(Row recommendation, Optional<Row> frozen) {
        UUID version = recommendation.ref("frozen_version");
        String hash = recommendation.text("frozen_hash");
        if (version == null || hash.isEmpty()) {
            return NONE;
        }
        return frozen.filter(row -> row.id().equals(version) && !row.deleted())
                .map(row -> CanonicalText.hash(row).equals(hash) ? UNALTERED : ALTERED)
                .orElse(MISSING);
    }
}
