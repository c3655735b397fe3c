package org.rapporteur.documents.build;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Phrase;

/**
 * What the summary of a survey is made from. All figures are counted by the caller; the builder checks that they agree
 * with one another where they must and refuses those that do not.
 *
 * @param masthead what stands at the head
 * @param meeting the meeting that the survey prepares; null for none
 * @param title the survey's title
 * @param introduction what was asked and why; may be empty
 * @param sent when it went out; null when not known
 * @param due when replies were due; null when not known
 * @param asOf the day that the figures describe; null leaves it out
 * @param types kinds of respondent, in order
 * @param regions regions of the survey, in order; empty when it has none
 * @param respondents every entity asked, answered or not
 * @param questions the closed questions in order
 * @param openQuestions the open questions in order
 * @param themes themes of the coded answers, in any order: the builder orders them by reach
 * @param themeRegions regions under which themes are told, several as one where a figure would tell too much
 * @param themeTypes the same for types
 * @param mergedRegions says which regions are told as one; empty for none
 * @param mergedTypes the same for types
 * @param excerpts answers that may stand under a theme
 * @param convergences keys of the themes that are called a convergence, in order
 * @param told the summary itself, sentence by sentence
 */
public record SurveySummaryInput(
        Masthead masthead,
        MeetingFacts meeting,
        Phrase title,
        Phrase introduction,
        LocalDate sent,
        LocalDate due,
        LocalDate asOf,
        List<Group> types,
        List<Group> regions,
        List<Respondent> respondents,
        List<ClosedQuestion> questions,
        List<OpenQuestion> openQuestions,
        List<Theme> themes,
        List<Group> themeRegions,
        List<Group> themeTypes,
        List<Inline> mergedRegions,
        List<Inline> mergedTypes,
        List<Excerpt> excerpts,
        List<Convergence> convergences,
        List<Told> told) {

    public SurveySummaryInput {
        types = List.copyOf(types);
        regions = List.copyOf(regions);
        respondents = List.copyOf(respondents);
        questions = List.copyOf(questions);
        openQuestions = List.copyOf(openQuestions);
        themes = List.copyOf(themes);
        excerpts = List.copyOf(excerpts);
        convergences = List.copyOf(convergences);
        themeRegions = List.copyOf(themeRegions);
        themeTypes = List.copyOf(themeTypes);
        mergedRegions = List.copyOf(mergedRegions);
        mergedTypes = List.copyOf(mergedTypes);
        told = List.copyOf(told);
    }

    /** The sentences of a part of the summary whose names begin so. */
    List<Told.Line> lines(Part part, String prefix) {
        return told.stream()
                .filter(section -> section.part() == part)
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.id().startsWith(prefix))
                .toList();
    }

    /** The sentences on a question or theme. */
    List<Told.Line> lines(UUID about) {
        return told.stream()
                .filter(section -> about.equals(section.about()))
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    /** A type or a region of respondents. */
    public record Group(String key, Phrase name) {}

    /** Where a reply stands. */
    public enum Status {
        RECEIVED,
        OUTSTANDING,
        OVERDUE,
        EXTENSION,
        DECLINED
    }

    /**
     * An entity asked.
     *
     * @param name its name in the document's language
     * @param acronym the short form for tables; empty takes the name
     * @param type key of its type
     * @param region key of its region; null when the survey has none
     * @param status where its reply stands
     * @param received when the reply came; null when it did not, or when that is not known
     */
    public record Respondent(
            Phrase name, String acronym, String type, String region, Status status, LocalDate received) {}

    /** How a closed question is answered. */
    public enum Form {
        SINGLE,
        MULTIPLE,
        SCALE,
        INTEGER,
        DATE
    }

    /**
     * A closed question with its counts.
     *
     * @param key its key: two questions may have one code
     * @param code its number, such as Q3
     * @param text the question
     * @param form how it is answered
     * @param base respondents that returned the questionnaire
     * @param answered those among them that answered this question
     * @param unclear those whose answer waits for a person: part of answered, or not counted among them yet
     * @param choices choices or steps of the scale with counts; for a number or a date empty, or classes
     * @param statistics for numbers and scales: label and value as text, such as median and range; may be empty
     */
    public record ClosedQuestion(
            UUID key,
            String code,
            Phrase text,
            Form form,
            int base,
            int answered,
            int unclear,
            List<Count> choices,
            List<Statistic> statistics) {
        public ClosedQuestion {
            choices = List.copyOf(choices);
            statistics = List.copyOf(statistics);
            if (answered < 0 || answered > base || unclear < 0) {
                throw new IllegalArgumentException(code + ": " + answered + " answered of " + base);
            }
            for (Count count : choices) {
                if (count.count() < 0 || count.count() > answered) {
                    throw new IllegalArgumentException(code + ": " + count.count() + " of " + answered);
                }
            }
        }
    }

    /** A choice with the number of respondents that made it. */
    public record Count(Phrase label, int count) {}

    /** A figure that describes the answers to a question. */
    public record Statistic(Measure measure, String value) {}

    /** What a statistic is. */
    public enum Measure {
        MEDIAN,
        MEAN,
        MINIMUM,
        MAXIMUM,
        SUM
    }

    /** An open question: how many answered it, of how many. */
    public record OpenQuestion(String code, Phrase text, int base, int answered) {}

    /**
     * A theme with its reach.
     *
     * @param key its key: two themes may have one code
     * @param code its code
     * @param name its name
     * @param definition what belongs to it; may be empty
     * @param reach respondents that raised it, of those with an answer to the coded questions
     * @param byRegion the same by key of region; a region that is missing has no respondents
     * @param byType the same by key of type
     * @param mentions passages coded with it
     */
    public record Theme(
            UUID key,
            String code,
            Phrase name,
            Phrase definition,
            Share reach,
            Map<String, Share> byRegion,
            Map<String, Share> byType,
            int mentions) {
        public Theme {
            byRegion = Map.copyOf(byRegion);
            byType = Map.copyOf(byType);
        }
    }

    /** What a respondent allows to be done with its answers. */
    public enum Permission {
        QUOTE,
        PARAPHRASE,
        COUNT_ONLY
    }

    /**
     * A passage of an answer under a theme. What the permission forbids is dropped on the way in, so that it cannot be
     * printed by mistake: the words themselves unless they may be quoted, the respondent's name too, and the paraphrase
     * of what may only be counted.
     *
     * @param theme key of the theme
     * @param question code of the question
     * @param respondent whose it is; empty unless it may be quoted
     * @param permission what is allowed
     * @param text the words as given, in their own language; empty unless they may be quoted
     * @param paraphrase the sense in the secretariat's words; empty when nobody wrote one or nothing may be printed
     * @param translation the words in the document's language, unofficial; empty when there is none or not allowed
     */
    public record Excerpt(
            UUID theme,
            String question,
            Phrase respondent,
            Permission permission,
            Phrase text,
            Phrase paraphrase,
            Phrase translation) {
        public Excerpt {
            if (permission != Permission.QUOTE) {
                text = Phrase.EMPTY;
                respondent = Phrase.EMPTY;
                translation = Phrase.EMPTY;
            }
            if (permission == Permission.COUNT_ONLY) {
                paraphrase = Phrase.EMPTY;
            }
        }
    }

    /**
     * A theme raised across regions.
     *
     * @param theme key of the theme
     * @param respondents how many raised it, of how many
     * @param regions regions that it reaches, of those with respondents
     * @param types types of respondent that it reaches, of those with respondents
     * @param regionKeys the regions that it reaches
     */
    public record Convergence(UUID theme, Share respondents, Share regions, Share types, List<String> regionKeys) {
        public Convergence {
            regionKeys = List.copyOf(regionKeys);
        }
    }
}
