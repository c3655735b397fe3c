package org.rapporteur.core.meeting;

import java.util.UUID;
import org.rapporteur.core.change.Row;

/**
 * Who leads or speaks in a session.
 *
 * @param id its key
 * @param session the session
 * @param role as stored: moderator, chair, speaker ...
 * @param person the person, null if not known
 * @param party the party represented, null if not known
 * @param designation role or function in words, "" if not given
 */
public record Speaker(UUID id, UUID session, String role, UUID person, UUID party, String designation) {
    static Speaker of(Row row) {
        return new Speaker(
                row.id(),
                row.ref("session"),
                row.text("role"),
                row.ref("person"),
                row.ref("party"),
                row.text("designation"));
    }

    /** Whether this role leads a session. */
    public boolean leads() {
        return role.equals("moderator") || role.equals("chair");
    }

    /**
     * Whether both are the same human being as far as is known: the same person, or the same function of the same
     * party. Two people of one party may well speak at the same time.
     */
    public boolean sameAs(Speaker other) {
        if (person != null && other.person != null) {
            return person.equals(other.person);
        }
        return person == null
                && other.person == null
                && party != null
                && party.equals(other.party)
                && !designation.isBlank()
                && designation.strip().equalsIgnoreCase(other.designation.strip());
    }
}
