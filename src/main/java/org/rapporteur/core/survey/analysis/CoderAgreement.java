package org.rapporteur.core.survey.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;

/**
 * How far the coders of a survey agree. The unit is an answer to a question in which anything was coded; a coder who
 * marked anything in a response counts as having read all its answers, so that leaving a code away is a decision too.
 * Coefficients are empty where they are not defined: nothing read by two coders, or one value only.
 *
 * @param survey key of the survey
 * @param coders everyone who coded, by name
 * @param units answers read by two coders or more
 * @param respondents respondents with such answers
 * @param alpha Krippendorff's alpha over all decisions "code applies to answer, yes or no" of these answers together;
 *     most of these decisions are "no", so the figure of a single code says more
 * @param codes agreement code by code, in the codebook's order
 * @param pairs agreement of each two coders who read the same answers
 * @param disagreements answers that were coded differently
 */
public record CoderAgreement(
        UUID survey,
        List<Coder> coders,
        int units,
        int respondents,
        OptionalDouble alpha,
        List<CodeAlpha> codes,
        List<Pair> pairs,
        List<Disagreement> disagreements) {

    public CoderAgreement {
        coders = List.copyOf(coders);
        codes = List.copyOf(codes);
        pairs = List.copyOf(pairs);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * A coder's work.
     *
     * @param name who; "" when not stated
     * @param respondents respondents in whose answers something was marked
     * @param answers answers marked
     * @param passages passages marked
     */
    public record Coder(String name, int respondents, int answers, int passages) {}

    /**
     * Agreement of all coders on one code.
     *
     * @param alpha Krippendorff's alpha, unit an answer
     * @param characterAlpha the same with each character of the answers as a unit, so that passages must overlap to agree
     */
    public record CodeAlpha(CodeFacts code, OptionalDouble alpha, OptionalDouble characterAlpha) {}

    /**
     * Two coders.
     *
     * @param units answers that both read
     * @param codes code by code
     * @param confusions where one marked one code and the other another instead, most frequent first
     */
    public record Pair(String first, String second, int units, List<CodeKappa> codes, List<Confusion> confusions) {
        public Pair {
            codes = List.copyOf(codes);
            confusions = List.copyOf(confusions);
        }
    }

    /** Decisions of two coders on one code, counted in answers, with Cohen's kappa. */
    public record CodeKappa(
            CodeFacts code, int both, int onlyFirst, int onlySecond, int neither, OptionalDouble kappa) {}

    /** Answers in which the first coder marked one code that the second did not, and the second another. */
    public record Confusion(CodeFacts first, CodeFacts second, int answers) {}

    /** An answer that was coded differently: what each coder who read it marked. */
    public record Disagreement(UUID answer, UUID respondent, UUID question, List<Choice> choices) {
        public Disagreement {
            choices = List.copyOf(choices);
        }
    }

    /** The codes that a coder gave to an answer; none is a choice too. */
    public record Choice(String coder, Set<UUID> codes) {
        public Choice {
            codes = Set.copyOf(codes);
        }
    }
}
