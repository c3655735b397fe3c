package org.rapporteur.core.survey;

import java.util.Locale;

/**
 * When a theme is called a convergence: raised by a part of the respondents in each of a part of the groups. A survey
 * keeps its own.
 *
 * @param groups in how many of the groups from which replies came
 * @param members by how many of those in the group that replied
 */
public record ConvergenceRule(Groups groups, Members members) {

    /** By at least half of the respondents in each of at least two thirds of the groups: few themes meet this. */
    public static final ConvergenceRule USUAL = new ConvergenceRule(Groups.TWO_THIRDS, Members.HALF);

    /** The part of the groups. Names in lower case are the values of {@code survey.convergence_groups}. */
    public enum Groups {
        ALL(1, 1),
        THREE_QUARTERS(3, 4),
        TWO_THIRDS(2, 3),
        HALF(1, 2),
        /** Two groups, however many there are. */
        TWO(0, 1);

        private final int part;
        private final int whole;

        Groups(int part, int whole) {
            this.part = part;
            this.whole = whole;
        }

        /** How many of so many groups are needed; never fewer than two, because one group converges with nothing. */
        public int needed(int groups) {
            return Math.max(2, rising(part, whole, groups));
        }

        /** The name in the store and on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The part of a group's respondents. Names in lower case are the values of {@code survey.convergence_members}. */
    public enum Members {
        ALL(1, 1),
        TWO_THIRDS(2, 3),
        HALF(1, 2),
        THIRD(1, 3),
        QUARTER(1, 4),
        /** One respondent, however many there are. */
        ONE(0, 1);

        private final int part;
        private final int whole;

        Members(int part, int whole) {
            this.part = part;
            this.whole = whole;
        }

        /** How many of so many respondents are needed; never none. */
        public int needed(int respondents) {
            return Math.max(1, rising(part, whole, respondents));
        }

        /** The name in the store and on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // In whole numbers: a third of three is one, which a fraction in binary would not be sure of.
    private static int rising(int part, int whole, int of) {
        return (int) (((long) part * of + whole - 1) / whole);
    }

    /** The rule with these names; a name that is not known, or none, stands for the usual part. */
    public static ConvergenceRule of(String groups, String members) {
        Groups inGroups = USUAL.groups();
        for (Groups known : Groups.values()) {
            inGroups = known.code().equals(groups) ? known : inGroups;
        }
        Members byMembers = USUAL.members();
        for (Members known : Members.values()) {
            byMembers = known.code().equals(members) ? known : byMembers;
        }
        return new ConvergenceRule(inGroups, byMembers);
    }
}
