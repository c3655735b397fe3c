package org.rapporteur.documents.build;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Phrase;

/**
 * A section of a survey's summary in the words of a document: the same sentences as on the screen, in the same order.
 *
 * @param about key of the question or theme; null for none
 */
public record Told(Part part, UUID about, List<Inline> heading, List<Line> lines) {
    public Told {
        heading = List.copyOf(heading);
        lines = List.copyOf(lines);
    }

    /**
     * A sentence.
     *
     * @param id its name in the summary
     * @param words the sentence
     * @param answers how many answers it rests on
     * @param respondents how many respondents it rests on
     * @param quote what is quoted in it, to be set as a quotation; null for none
     */
    public record Line(String id, List<Inline> words, int answers, int respondents, Quote quote) {
        public Line {
            words = List.copyOf(words);
        }
    }

    /**
     * The words or the sense of an answer.
     *
     * @param words in their own language
     * @param respondent whose they are; empty for a paraphrase
     * @param question code of the question
     */
    public record Quote(Phrase words, Phrase respondent, String question) {}
}
