package org.rapporteur.core.participant;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.rapporteur.core.change.Row;

/**
 * Where the delegations of a meeting stand.
 *
 * @param delegations how many there are
 * @param delegates how many people they bring
 * @param byStatus delegations by status; every status is there, with 0 if none
 * @param credentialsNeeded delegations whose credentials are required
 * @param credentialsIn of these, those that were received or accepted
 */
public record DelegationTally(
        int delegations, int delegates, Map<Status, Integer> byStatus, int credentialsNeeded, int credentialsIn) {

    /** Statuses of a delegation, from invitation on; a delegation without one is still to be invited. */
    public enum Status {
        TO_INVITE,
        INVITED,
        NOMINATED,
        CONFIRMED,
        DECLINED,
        NO_ANSWER;

        /** The stored value. */
        public String value() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The status of a delegation. */
        public static Status of(Row delegation) {
            for (Status status : values()) {
                if (status.value().equals(delegation.text("status"))) {
                    return status;
                }
            }
            return TO_INVITE;
        }
    }

    public DelegationTally {
        byStatus = Map.copyOf(byStatus);
    }

    /** Counts. */
    public static DelegationTally of(Collection<Row> delegations, int delegates) {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            byStatus.put(status, 0);
        }
        int needed = 0;
        int in = 0;
        for (Row row : delegations) {
            Status status = Status.of(row);
            byStatus.merge(status, 1, Integer::sum);
            String credentials = row.text("credentials");
            boolean comes = status == Status.NOMINATED || status == Status.CONFIRMED;
            if (comes && !credentials.isEmpty() && !credentials.equals("not_required")) {
                needed++;
                if (credentials.equals("received") || credentials.equals("accepted")) {
                    in++;
                }
            }
        }
        return new DelegationTally(delegations.size(), delegates, byStatus, needed, in);
    }

    /** How many were invited and have said nothing. */
    public int unanswered() {
        return byStatus.get(Status.INVITED) + byStatus.get(Status.NO_ANSWER);
    }
}
