package org.rapporteur.core.exchange;

import java.util.Map;
import java.util.UUID;

/**
 * What to send.
 *
 * @param bases scopes to send, each with what the receiver is known to have
 * @param extract what an extract keeps and leaves out; null for an ordinary package
 */
public record Selection(Map<UUID, VersionVector> bases, Extract extract) {
    public Selection {
        bases = Map.copyOf(bases);
    }

    /**
     * A part that is handed on without the rest. It never advances a vector.
     *
     * @param meeting only this meeting and what it refers to
     * @param survey only this survey of the meeting (with the meeting's own record); null for all of the meeting
     * @param withoutPersonal leaves out people, what is marked as personal, authors and attachments
     * @param withoutUnquotable leaves out answers that may not be quoted, what was made of them and attachments
     */
    public record Extract(UUID meeting, UUID survey, boolean withoutPersonal, boolean withoutUnquotable) {}
}
