package org.rapporteur.core.survey.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.ConvergenceRule;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.SurveySummary.GroupName;
import org.rapporteur.core.survey.analysis.SurveySummary.Listed;

/**
 * Themes across groups of respondents. Bases are the respondents that replied; those that did not are apart. A group
 * counts as reached if one of its respondents raised the theme; those whose group is not stated count as respondents but
 * not as a group.
 *
 * @param survey key of the survey
 * @param by what the groups are
 * @param rule when an answer counts as coded
 * @param threshold when a theme is called a convergence
 * @param groups all groups in order, also those from which nothing came
 * @param themes every theme of the codebook, by falling reach, then by falling number of respondents, then in the
 *     codebook's order
 * @param notReplied those asked from whom no reply came
 * @param merged groups that are told as one, see {@link Grouping#MERGED}; empty for none
 * @param similarities how alike the groups' profiles are, each pair once
 */
public record Convergence(
        UUID survey,
        Grouping by,
        CodingRule rule,
        ConvergenceRule threshold,
        List<Group> groups,
        List<Theme> themes,
        List<RespondentFacts> notReplied,
        List<String> merged,
        List<Similarity> similarities) {

    public Convergence {
        groups = List.copyOf(groups);
        themes = List.copyOf(themes);
        notReplied = List.copyOf(notReplied);
        merged = List.copyOf(merged);
        similarities = List.copyOf(similarities);
    }

    /** The base: respondents that replied. */
    public int respondents() {
        return groups.stream().mapToInt(Group::respondents).sum();
    }

    /** Groups that can be reached: told under their own name, and at least one member replied. */
    public int groupsWithReplies() {
        return (int) groups.stream()
                .filter(g -> g.respondents() > 0 && Grouping.stated(g.group()))
                .count();
    }

    /** Groups in which a theme must be raised by enough respondents to be called a convergence. */
    public int groupsNeeded() {
        return threshold.groups().needed(groupsWithReplies());
    }

    /** Whether the theme meets the rule. */
    public boolean converges(Theme theme) {
        return theme.raisedBy() > 0 && theme.met() >= groupsNeeded();
    }

    /** The themes that meet the rule. */
    public List<Theme> convergent() {
        return themes.stream().filter(this::converges).toList();
    }

    /** Whether the rule tells themes apart; one that every theme raised meets, of several, is no finding. */
    public boolean tellsApart() {
        long raised = themes.stream().filter(t -> t.raisedBy() > 0).count();
        return raised < 2 || convergent().size() < raised;
    }

    /** The themes raised in at least so many groups. */
    public List<Theme> reaching(int fewestGroups) {
        return themes.stream()
                .filter(t -> t.raisedBy() > 0 && t.reach() >= fewestGroups)
                .toList();
    }

    /**
     * Whether groups were told as one. Then the reach is of the groups shown separately, and whoever states it says so:
     * there are more than it counts.
     */
    public boolean apart() {
        return !merged.isEmpty();
    }

    /** "Raised by n of m respondents in k of r regions" for a theme, as a message of the bundle {@code analysis}. */
    public Message statement(Theme theme) {
        boolean everywhere = theme.reach() == groupsWithReplies() && theme.reach() > 2;
        String key = groupsWithReplies() < 2
                ? "analysis.theme.raised.plain"
                : (everywhere ? "analysis.theme.everywhere." : "analysis.theme.raised.") + counted();
        return Message.of(
                key, theme.code().title(), theme.raisedBy(), respondents(), theme.reach(), groupsWithReplies());
    }

    /** The rule as it is applied here, as a message of the bundle {@code analysis}. */
    public Message ruleStatement() {
        return Message.of(
                "analysis.rule." + counted(),
                Message.of("analysis.rule.members." + threshold.members().code()),
                groupsNeeded(),
                groupsWithReplies());
    }

    /** Which groups are told as one and why, as a message of the bundle {@code analysis}. */
    public Message mergedStatement() {
        return mergedStatement(by, merged);
    }

    /** The same for groups of any table. */
    public static Message mergedStatement(Grouping by, List<String> merged) {
        return Message.of(
                "analysis.merged",
                new Listed(merged.stream().map(g -> new GroupName(by, g)).toList()));
    }

    private String counted() {
        return apart() ? word() + ".apart" : word();
    }

    // Words exist for regions and types; any other grouping is called groups.
    String word() {
        return switch (by) {
            case REGION, PARTY_REGION, PARTY_SUBREGION -> "regions";
            case TYPE, PARTY_CATEGORY -> "types";
            case LANGUAGE, STATUS -> "groups";
        };
    }

    /**
     * A group.
     *
     * @param group its key, {@link Grouping#NOT_STATED} for none
     * @param asked its members asked
     * @param respondents its base: members that replied
     */
    public record Group(String group, int asked, int respondents) {}

    /**
     * A theme.
     *
     * @param mentions answers that raise it
     * @param reach groups in which it was raised
     * @param met groups in which it was raised by as many as the rule asks for
     * @param raised who raised it, by name
     * @param cells one for each group, in order
     */
    public record Theme(CodeFacts code, int mentions, int reach, int met, List<Raised> raised, List<Cell> cells) {
        public Theme {
            raised = List.copyOf(raised);
            cells = List.copyOf(cells);
        }

        /** Respondents that raised it. */
        public int raisedBy() {
            return raised.size();
        }
    }

    /**
     * A respondent that raised a theme.
     *
     * @param mentions in how many of its answers
     * @param permission the most it allows for one of these; only with {@link Permission#QUOTE} may it be named in a
     *     document
     */
    public record Raised(RespondentFacts respondent, int mentions, Permission permission) {}

    /**
     * A theme in a group.
     *
     * @param raisedBy its respondents that raised it
     * @param respondents its base
     * @param mentions their answers that raise it
     * @param saidBy who raised it
     * @param notSaidBy who replied without raising it
     */
    public record Cell(
            String group,
            int raisedBy,
            int respondents,
            int mentions,
            List<Raised> saidBy,
            List<RespondentFacts> notSaidBy) {
        public Cell {
            saidBy = List.copyOf(saidBy);
            notSaidBy = List.copyOf(notSaidBy);
        }
    }

    /**
     * Cosine of two groups' profiles, where a profile holds for each theme the share of the group's respondents that
     * raised it: 1 the same proportions, 0 nothing in common; empty if one of them raised nothing.
     */
    public record Similarity(String group, String other, OptionalDouble cosine) {}
}
