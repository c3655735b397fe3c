package org.rapporteur.ui.kit.record;

import java.time.Instant;
import java.util.List;

/**
 * What helps to choose a time zone for a record.
 *
 * @param proposed zones that its place lies in, the most likely first
 * @param at the moment for which distances from UTC are said
 */
public record ZoneHints(List<String> proposed, Instant at) {
    /** Copies the list. */
    public ZoneHints {
        proposed = List.copyOf(proposed);
    }
}
