package org.rapporteur.core.participant;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.participant.DelegationTally.Status;

/** Who takes part in a meeting, and in which order a delegation is listed: what lists, figures and badges go by. */
public final class TakingPart {
    /** Roles in the order of a list of participants; somebody without a role stands among the members. */
    private static final List<String> RANKS =
            List.of("head", "alternate", "adviser", "expert", "", "observer", "guest", "focal_point");

    private TakingPart() {}

    /** Whether the party has not declined. */
    public static boolean comes(Row delegation) {
        return Status.of(delegation) != Status.DECLINED;
    }

    /** Whether a person is a participant: interpreters serve the meeting, and who was absent did not take part. */
    public static boolean participates(Row delegate) {
        return !delegate.text("role").equals("interpreter")
                && !delegate.text("attendance").equals("absent");
    }

    /**
     * The participants among the people of a delegation, by rank: head, alternates, advisers, experts, observers; within a
     * rank as the delegation has them on the screen.
     *
     * @param delegates people of one delegation
     */
    public static List<Row> of(Row delegation, List<Row> delegates) {
        return comes(delegation)
                ? delegates.stream()
                        .filter(TakingPart::participates)
                        .sorted(Comparator.comparingInt((Row row) -> rank(row.text("role")))
                                .thenComparing(row -> row.text("position"))
                                .thenComparing(Row::id))
                        .toList()
                : List.of();
    }

    /**
     * Whether attendance was taken: the meeting was held and somebody is noted as having been there. Then a name that is
     * still expected is of somebody who did not come.
     *
     * @param delegates people of all delegations
     */
    public static boolean attended(Row meeting, Collection<Row> delegates) {
        return meeting.text("status").equals("held") && delegates.stream().anyMatch(TakingPart::wasThere);
    }

    /** The same as {@link #of(Row, List)}; where attendance was taken, only those who were there. */
    public static List<Row> of(Row delegation, List<Row> delegates, boolean attended) {
        List<Row> members = of(delegation, delegates);
        return attended ? members.stream().filter(TakingPart::wasThere).toList() : members;
    }

    /** How many people take part, as the list of participants counts them. */
    public static int count(Row meeting, Collection<Row> delegations, Collection<Row> delegates) {
        boolean attended = attended(meeting, delegates);
        Map<UUID, List<Row>> byDelegation =
                delegates.stream().collect(Collectors.groupingBy(row -> row.ref("delegation")));
        return delegations.stream()
                .mapToInt(delegation -> of(delegation, byDelegation.getOrDefault(delegation.id(), List.of()), attended)
                        .size())
                .sum();
    }

    private static boolean wasThere(Row delegate) {
        return List.of("present", "remote").contains(delegate.text("attendance"));
    }

    /** Whether a party was invited, has not declined, and nobody is named yet. */
    public static boolean awaited(Row delegation, List<Row> delegates) {
        Status status = Status.of(delegation);
        return delegates.isEmpty() && status != Status.DECLINED && status != Status.TO_INVITE;
    }

    /** The rank of a role, 0 for the head of a delegation. */
    public static int rank(String role) {
        int rank = RANKS.indexOf(role);
        return rank < 0 ? RANKS.indexOf("") : rank;
    }
}
