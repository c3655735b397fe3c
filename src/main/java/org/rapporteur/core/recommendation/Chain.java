package org.rapporteur.core.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Permission;

/**
 * What a recommendation rests on and refers to, and what refers to it.
 *
 * @param links what it rests on or refers to, in the order of the relations, then of the links
 * @param incoming links of other recommendations that point to this one; their target is the recommendation that points
 */
public record Chain(List<Link> links, List<Link> incoming) {

    public Chain {
        links = List.copyOf(links);
        incoming = List.copyOf(incoming);
    }

    /** The links of some relations. */
    public List<Link> of(String... relations) {
        List<String> wanted = List.of(relations);
        return links.stream().filter(link -> wanted.contains(link.relation())).toList();
    }

    /**
     * One link.
     *
     * @param evidence the record of the link, with its note and source
     * @param target what it leads to; empty if that is not there (deleted, or not yet arrived)
     * @param survey survey of a theme or answer; null for others
     * @param meeting meeting of an agenda item or recommendation; null for others
     * @param reach for a theme: who raised it where; null if there are no figures
     * @param from for an answer: its respondent and question; null for others
     */
    public record Link(Row evidence, Optional<Row> target, UUID survey, UUID meeting, Reach reach, AnswerFrom from) {
        /** The value of the field {@code relation}. */
        public String relation() {
            return evidence.text("relation");
        }
    }

    /**
     * How far a theme reaches, computed from the answers as they are now.
     *
     * @param raisedBy respondents that raised it
     * @param respondents respondents that replied
     * @param reached regions in which it was raised
     * @param regions regions from which a reply came, of those that are shown separately
     * @param apart whether other regions are told as one and are not counted
     */
    public record Reach(int raisedBy, int respondents, int reached, int regions, boolean apart) {}

    /**
     * Where an answer comes from.
     *
     * @param respondent name of who gave it
     * @param question code of the question
     * @param permission the most it allows
     */
    public record AnswerFrom(String respondent, String question, Permission permission) {}
}
