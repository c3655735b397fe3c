package org.rapporteur.core.change;

import java.util.Set;
import java.util.UUID;

/**
 * What a committed transaction changed.
 *
 * @param number local number of the transaction, rising
 * @param label what was done
 * @param kinds names of the kinds of which rows were added, changed, deleted or restored
 * @param rows keys of the rows touched, or null if they are too many to name (then everything of the kinds counts)
 */
public record Commit(long number, Label label, Set<String> kinds, Set<UUID> rows) {
    public boolean touches(Kind kind) {
        return kinds.contains(kind.name());
    }

    public boolean touches(UUID id) {
        return rows == null || rows.contains(id);
    }
}
