package org.rapporteur.core.survey.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;

/**
 * Where the replies to a survey stand on one day. Every entity on the list is in exactly one state; asked = received +
 * declined + outstanding, and overdue is the part of outstanding whose date has passed.
 *
 * @param asOf the day
 * @param total all on the list
 * @param groups the same by group, for each grouping asked for, groups in order
 * @param chase those to remind, the longest overdue first, then by due date and name
 */
public record ResponseProgress(LocalDate asOf, Tally total, Map<Grouping, List<GroupTally>> groups, List<Chase> chase) {

    public ResponseProgress {
        groups = Map.copyOf(groups);
        chase = List.copyOf(chase);
    }

    /** Where one reply stands. */
    public enum State {
        /** On the list, not asked yet. */
        NOT_SENT,
        /** A reply is there. */
        RECEIVED,
        /** Said that it will not reply. */
        DECLINED,
        /** Asked, no reply, still in time or without a date. */
        OUTSTANDING,
        /** Asked, no reply, and the date has passed. */
        OVERDUE,
        /** A file came that could not be taken in yet: nobody needs to be reminded, the secretariat has to act. */
        IN_HAND;

        /** The state of a respondent on a day. A reply counts whatever the status on the list says. */
        public static State of(RespondentFacts respondent, LocalDate asOf) {
            if (respondent.responded()) {
                return RECEIVED;
            }
            if (respondent.fileWaits()) {
                return IN_HAND;
            }
            if (respondent.status().equals("declined")) {
                return DECLINED;
            }
            if (respondent.status().equals("to_send")) {
                return NOT_SENT;
            }
            return respondent.dueOn() != null && respondent.dueOn().isBefore(asOf) ? OVERDUE : OUTSTANDING;
        }
    }

    /**
     * Counts of respondents.
     *
     * @param asked the base: everyone who was asked
     * @param outstanding asked, neither received nor declined; holds the overdue ones and those in hand
     * @param overdue the part of outstanding whose date has passed
     * @param notSent on the list but not asked; not part of asked
     */
    public record Tally(int asked, int received, int outstanding, int overdue, int declined, int notSent) {
        /** Share received of those asked, 0 to 1; 0 if nobody was asked. */
        public double rate() {
            return asked == 0 ? 0 : (double) received / asked;
        }
    }

    /** Counts of a group. */
    public record GroupTally(String group, Tally tally) {}

    /**
     * Someone to remind.
     *
     * @param dueOn when the reply was or is due; null for no date
     * @param daysOverdue days since then, 0 if not overdue
     * @param remindedOn when last reminded; null if never
     */
    public record Chase(
            RespondentFacts respondent, State state, LocalDate dueOn, long daysOverdue, LocalDate remindedOn) {}

    /** Computes the progress for a list of respondents. */
    public static ResponseProgress of(List<RespondentFacts> respondents, LocalDate asOf, List<Grouping> by) {
        Map<Grouping, List<GroupTally>> groups = new EnumMap<>(Grouping.class);
        for (Grouping grouping : by) {
            List<GroupTally> tallies = new ArrayList<>();
            grouping.split(respondents)
                    .forEach((group, members) -> tallies.add(new GroupTally(group, tally(members, asOf))));
            groups.put(grouping, List.copyOf(tallies));
        }
        List<Chase> chase = respondents.stream()
                .filter(r -> isOutstanding(State.of(r, asOf)))
                .map(r -> chase(r, asOf))
                .sorted(Comparator.comparing(Chase::daysOverdue, Comparator.reverseOrder())
                        .thenComparing(Chase::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(c -> c.respondent().name())
                        .thenComparing(c -> c.respondent().id()))
                .toList();
        return new ResponseProgress(asOf, tally(respondents, asOf), groups, chase);
    }

    private static boolean isOutstanding(State state) {
        return state == State.OUTSTANDING || state == State.OVERDUE;
    }

    private static Chase chase(RespondentFacts respondent, LocalDate asOf) {
        State state = State.of(respondent, asOf);
        long days = state == State.OVERDUE ? ChronoUnit.DAYS.between(respondent.dueOn(), asOf) : 0;
        return new Chase(respondent, state, respondent.dueOn(), days, respondent.remindedOn());
    }

    private static Tally tally(List<RespondentFacts> respondents, LocalDate asOf) {
        int[] counts = new int[State.values().length];
        for (RespondentFacts respondent : respondents) {
            counts[State.of(respondent, asOf).ordinal()]++;
        }
        int overdue = counts[State.OVERDUE.ordinal()];
        int outstanding = counts[State.OUTSTANDING.ordinal()] + overdue + counts[State.IN_HAND.ordinal()];
        int received = counts[State.RECEIVED.ordinal()];
        int declined = counts[State.DECLINED.ordinal()];
        int notSent = counts[State.NOT_SENT.ordinal()];
        return new Tally(received + declined + outstanding, received, outstanding, overdue, declined, notSent);
    }
}
