package org.rapporteur.core.survey.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapporteur.core.survey.SurveyStore.QuestionFacts;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.text.Multilingual;

/**
 * The answers to one question, counted. Counts are of respondents, each once for a value, however many answers it gave.
 * Everyone asked is in exactly one of three places: the base, those without an answer, those without a reply. An open
 * question is tabulated by the codes of its answers.
 *
 * @param survey key of the survey
 * @param question the question
 * @param by what the groups are made by, in the order asked for; may be empty
 * @param answered the base: respondents that answered the question, readably or not
 * @param leftOpen respondents that replied but left this question open
 * @param waiting respondents that replied, without an answer to this question yet, of whose reply something about it
 *     waits for a person
 * @param notReplied respondents asked from whom no reply came
 * @param groups the groups of each grouping in order, also those with nobody in the base
 * @param rows the values: choices in the order of the form (also those nobody chose), then other values; numbers and
 *     days rising; codes by falling count
 * @param merged groups that are told as one, by grouping, see {@link Grouping#MERGED}; empty for none
 * @param unclear answers that cannot be counted before a person has looked at them, in the order of respondents' names
 * @param numbers the figures of a numeric question; empty for others and where no number was given
 * @param groupNumbers the same for each group that has any
 * @param associations how the question goes together with each grouping, from a base of
 *     {@link SmallNumbers#SMALLEST_BASE} on: of a question with one answer as a whole, of one
 *     with several value by value; left out where there is nothing to compare
 */
public record Tabulation(
        UUID survey,
        QuestionFacts question,
        List<Grouping> by,
        List<RespondentFacts> answered,
        List<RespondentFacts> leftOpen,
        List<RespondentFacts> waiting,
        List<RespondentFacts> notReplied,
        List<GroupBase> groups,
        List<Row> rows,
        Map<Grouping, List<String>> merged,
        List<Unclear> unclear,
        Optional<NumberSummary> numbers,
        List<GroupNumbers> groupNumbers,
        List<Associated> associations) {

    public Tabulation {
        by = List.copyOf(by);
        answered = List.copyOf(answered);
        leftOpen = List.copyOf(leftOpen);
        waiting = List.copyOf(waiting);
        notReplied = List.copyOf(notReplied);
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
        merged = Map.copyOf(merged);
        unclear = List.copyOf(unclear);
        groupNumbers = List.copyOf(groupNumbers);
        associations = List.copyOf(associations);
    }

    /** Respondents that answered the question. */
    public int base() {
        return answered.size();
    }

    /** Respondents that replied but left the question open. */
    public int noAnswer() {
        return leftOpen.size();
    }

    /** Respondents that replied, whatever became of their answer to this question. */
    public int replied() {
        return answered.size() + leftOpen.size() + waiting.size();
    }

    /** Respondents whose answer cannot be counted before a person has looked: in the base, or waiting. */
    public int unclearRespondents() {
        return (int) Stream.concat(unclear.stream().map(Unclear::respondent), waiting.stream())
                .map(RespondentFacts::id)
                .distinct()
                .count();
    }

    /**
     * A group.
     *
     * @param group key of the group, {@link Grouping#NOT_STATED} for none
     * @param asked its members asked
     * @param replied those that replied
     * @param respondents the base: those that answered the question
     */
    public record GroupBase(Grouping grouping, String group, int asked, int replied, int respondents) {}

    /**
     * A value.
     *
     * @param key the theme's own key, because codes may repeat; null for values, which are what they say
     * @param value code of the choice or theme, or the number or day
     * @param label its words; empty for numbers, days and values that are no choice of the form
     * @param known whether the form offers it; true for codes, numbers and days
     * @param chosenBy respondents with this value, by name
     * @param cells the same by group, in the order of {@link Tabulation#groups()}
     */
    public record Row(
            UUID key,
            String value,
            Multilingual label,
            boolean known,
            List<RespondentFacts> chosenBy,
            List<Cell> cells) {
        public Row {
            chosenBy = List.copyOf(chosenBy);
            cells = List.copyOf(cells);
        }

        public int count() {
            return chosenBy.size();
        }
    }

    /**
     * A value in a group.
     *
     * @param respondents the group's base
     * @param chosenBy who in the group has the value
     */
    public record Cell(Grouping grouping, String group, int respondents, List<RespondentFacts> chosenBy) {
        public Cell {
            chosenBy = List.copyOf(chosenBy);
        }

        public int count() {
            return chosenBy.size();
        }
    }

    /** An answer that a person has to look at: what was given and what is doubtful about it. */
    public record Unclear(UUID answer, RespondentFacts respondent, String given, String doubt) {}

    /** The figures of a group. */
    public record GroupNumbers(Grouping grouping, String group, NumberSummary numbers) {}

    /** How one value (null for the whole question) goes together with a grouping. */
    public record Associated(Grouping grouping, Row row, Association association) {}
}
