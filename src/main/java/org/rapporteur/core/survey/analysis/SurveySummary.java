package org.rapporteur.core.survey.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.SurveyStore.CodingRule;

/**
 * The summary of a survey as a model: every sentence is a template with computed figures, and knows the answers and
 * respondents that it rests on. Made anew it is the same as long as nothing that it rests on has changed; compare two
 * by {@link SummarySeal}.
 *
 * @param survey key of the survey
 * @param asOf the day that the state of replies describes
 * @param options what was asked for
 * @param sections in reading order
 */
public record SurveySummary(UUID survey, LocalDate asOf, Options options, List<Section> sections) {

    public SurveySummary {
        sections = List.copyOf(sections);
    }

    /**
     * What to put into a summary.
     *
     * @param by the grouping that themes are laid over
     * @param rule when an answer counts as coded
     * @param mostQuotations quotations shown under one theme; the rest is counted
     */
    public record Options(Grouping by, CodingRule rule, int mostQuotations) {
        /** Regions, any coder, three quotations. */
        public static final Options USUAL = new Options(Grouping.REGION, CodingRule.ANY_CODER, 3);

        public Options {
            if (mostQuotations < 0) {
                throw new IllegalArgumentException("no fewer than no quotations");
            }
        }
    }

    /** What a section is about. */
    public enum Part {
        RESPONSE,
        QUESTION,
        CONVERGENCE,
        THEME,
        CODING,
        METHOD
    }

    /**
     * A section.
     *
     * @param id stable name: the part, and the key of its question or theme
     * @param heading its heading
     * @param about key of the question or theme; null for none
     */
    public record Section(String id, Part part, Message heading, UUID about, List<Sentence> sentences) {
        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A sentence.
     *
     * @param id stable name, the same in every summary of the survey
     * @param message template and figures; arguments may be texts in several languages, names of groups and lists, which
     *     {@link SummaryText} puts into words
     * @param evidence what it rests on
     * @param fingerprint SHA-256 (hexadecimal) of the template, the figures, and of that in the evidence on which the
     *     sentence depends
     */
    public record Sentence(String id, Message message, Evidence evidence, String fingerprint) {}

    /** The answers and the respondents that a sentence rests on, each in a stable order. */
    public record Evidence(List<UUID> answers, List<UUID> respondents) {
        public Evidence {
            answers = List.copyOf(answers);
            respondents = List.copyOf(respondents);
        }
    }

    /** A group as an argument of a message. */
    public record GroupName(Grouping grouping, String group) {}

    /** Several arguments as one, joined as the language joins a list. */
    public record Listed(List<?> items) {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /** All sentences in reading order. */
    public List<Sentence> sentences() {
        return sections.stream().flatMap(s -> s.sentences().stream()).toList();
    }

    /** The sentence with the name; empty if this summary has none. */
    public Optional<Sentence> sentence(String id) {
        return sentences().stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
