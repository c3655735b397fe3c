package org.rapporteur.ui.exchange;

import java.util.UUID;
import org.rapporteur.core.change.Kind;

/**
 * One record of the inbox.
 *
 * @param open how many decisions it still waits for; 0 once all are made
 */
record ConflictItem(Kind kind, UUID id, String title, int open) {
    boolean done() {
        return open == 0;
    }

    ConflictItem with(String newTitle, int stillOpen) {
        return new ConflictItem(kind, id, newTitle, stillOpen);
    }
}
