package org.rapporteur.documents.build;

import java.time.LocalDate;
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
     * @param number its number as it is stated, such as "2 bis"; empty when it has none yet
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
     * @param adopted what is on record of its adoption; null for a draft
     * @param older codes of the languages that follow an earlier wording of the original; may be empty
     */
    public record Recommendation(
            String number,
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
            Adopted adopted,
            List<String> older) {
        public Recommendation {
            older = List.copyOf(older);
            objectives = List.copyOf(objectives);
            themes = List.copyOf(themes);
            reservations = List.copyOf(reservations);
        }
    }

    /**
     * What is on record of an adoption.
     *
     * @param day the day; null if it is not stated
     * @param place where; may be empty
     * @param hash SHA-256 of the text; empty if none was sealed
     * @param state whether text and record are as they were
     * @param corrections corrections and revisions since, in their order
     * @param others the adoptions that differ, if it is not settled which of them holds; else empty
     * @param number the number under which it was adopted, if it has another one now; else empty
     * @param translated the day on which the language of the paper was added to the adopted text; null if it was
     *     adopted in this language, or is not in it
     */
    public record Adopted(
            LocalDate day,
            String place,
            String hash,
            State state,
            List<Correction> corrections,
            List<Other> others,
            String number,
            LocalDate translated) {
        public Adopted {
            corrections = List.copyOf(corrections);
            others = List.copyOf(others);
        }
    }

    /** What became of an adopted text. */
    public enum State {
        /** To the letter what was adopted. */
        UNALTERED,
        /** No text was sealed. */
        UNSEALED,
        /** The working copy was changed since; what is printed is the text on record. */
        ALTERED,
        /** The text printed is not the one that was sealed. */
        BROKEN,
        /** Adoptions differ. */
        CONTESTED
    }

    /**
     * A correction or revision.
     *
     * @param revision whether it is a revision rather than a corrigendum
     * @param day its day; null if it is not stated
     * @param reason why
     */
    public record Correction(boolean revision, LocalDate day, Phrase reason) {}

    /**
     * One of several adoptions that differ.
     *
     * @param day its day; null if it is not stated
     * @param label the version
     * @param text its wording
     */
    public record Other(LocalDate day, String label, Phrase text) {}

    /** An objective or target: its code as it is stated, such as 6 or 10.7, and title. */
    public record Objective(String code, Phrase title) {}

    /**
     * The answers behind a recommendation.
     *
     * @param respondents respondents that raised what it rests on, of those that answered
     * @param regions regions that they come from, of those with respondents; base 0 when there are no regions
     * @param apart whether other regions are told as one and are not counted among the regions
     * @param named respondents that may be named, in the order to print
     * @param unnamed how many more there are that may not be named
     */
    public record Evidence(Share respondents, Share regions, boolean apart, List<Phrase> named, int unnamed) {
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
     * @param objective code of the objective as it is stated
     * @param topic the topic as that document has it
     * @param indirect whether it refers only indirectly
     * @param document the document
     */
    public record Reference(String objective, Phrase topic, boolean indirect, Phrase document) {}
}
