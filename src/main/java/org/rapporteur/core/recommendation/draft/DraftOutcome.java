package org.rapporteur.core.recommendation.draft;

import java.util.List;
import java.util.UUID;

/**
 * What a run of drafting did, each list with keys of recommendations in the order of the themes' reach.
 *
 * @param created new drafts
 * @param updated drafts that nobody had touched, brought up to date
 * @param unchanged drafts that were up to date
 * @param edited drafts that a person has worked on, left alone
 * @param deleted drafts that a person has deleted, left deleted
 * @param belowReach earlier drafts that still stand although their theme no longer reaches so far; left alone
 */
public record DraftOutcome(
        List<UUID> created,
        List<UUID> updated,
        List<UUID> unchanged,
        List<UUID> edited,
        List<UUID> deleted,
        List<UUID> belowReach) {
    public DraftOutcome {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        unchanged = List.copyOf(unchanged);
        edited = List.copyOf(edited);
        deleted = List.copyOf(deleted);
        belowReach = List.copyOf(belowReach);
    }
}
