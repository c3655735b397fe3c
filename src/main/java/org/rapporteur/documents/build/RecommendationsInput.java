package org.rapporteur.documents.build;

import java.util.List;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Phrase;

/**
 * What the outcome document or a draft of recommendations is made from.
 *
 * @param masthead what stands at the head
 * @param meeting the meeting
 * @param title the document's title
 * @param stage draft or adopted
 * @param preamble paragraphs before the recommendations; may be empty
 * @param groups the groups in order; a recommendation without a group comes last
 * @param recommendations the recommendations, in order
 * @param references where another document refers to the same subject; may be empty
 * @param sources where the contents come from, one a line; may be empty
 */
public record RecommendationsInput(
        Masthead masthead,
        MeetingFacts meeting,
        Phrase title,
        Stage stage,
        List<Phrase> preamble,
        List<Group> groups,
        List<Recommendation> recommendations,
        List<Reference> references,
        List<Phrase> sources) {

    public RecommendationsInput {
        preamble = List.copyOf(preamble);
        groups = List.copyOf(groups);
        recommendations = List.copyOf(recommendations);
        references = List.copyOf(references);
        sources = List.copyOf(sources);
    }

    /** Where the text stands. */
    public enum Stage {
        DRAFT,
        ADOPTED
    }

    /** A group of recommendations. */
    public record Group(String key, Phrase name) {}

    /**
     * A recommendation.
     *
     * @param number its number; 0 when it has none yet
     * @param group key of its group; null for none
     * @param text its wording; empty when the source does not give it, which is then said instead of a text
     * @param inSource whether the source gives it
     * @param translation whether the wording is the secretariat's own translation
     * @param version the name of the draft, such as rev. 1; empty for none
     * @param objectives objectives of the Global Compact that it serves
     * @param themes names of the themes that it rests on
     * @param evidence the answers behind it; null when none are linked
     * @param agendaItem number of the item that it was treated under; empty for none
     * @param reservations parties' recorded disagreement
     * @param note something to print with it; may be empty
     */
    public record Recommendation(
            int number,
            String group,
            Phrase text,
            boolean inSource,
            boolean translation,
            String version,
            List<Objective> objectives,
            List<Phrase> themes,
            Evidence evidence,
            String agendaItem,
            List<Reservation> reservations,
            Phrase note) {
        public Recommendation {
            objectives = List.copyOf(objectives);
            themes = List.copyOf(themes);
            reservations = List.copyOf(reservations);
        }
    }

    /** An objective of the Global Compact: its number, 1 to 23, and title. */
    public record Objective(int number, Phrase title) {}

    /**
     * The answers behind a recommendation.
     *
     * @param respondents respondents that raised what it rests on, of those that answered
     * @param regions regions that they come from, of those with respondents; base 0 when there are no regions
     * @param named respondents that may be named, in the order to print
     * @param unnamed how many more there are that may not be named
     */
    public record Evidence(Share respondents, Share regions, List<Phrase> named, int unnamed) {
        public Evidence {
            named = List.copyOf(named);
            if (named.size() + unnamed != respondents.count()) {
                throw new IllegalArgumentException(
                        named.size() + " named and " + unnamed + " unnamed of " + respondents.count());
            }
        }
    }

    /** A party's disagreement, as recorded. */
    public record Reservation(Phrase party, Phrase text) {}

    /**
     * A place in another document that refers to the subject.
     *
     * @param objective number of the objective
     * @param topic the topic as that document has it
     * @param indirect whether it refers only indirectly
     * @param document the document
     */
    public record Reference(int objective, Phrase topic, boolean indirect, Phrase document) {}
}
