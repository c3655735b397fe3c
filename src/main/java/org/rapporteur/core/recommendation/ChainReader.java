package org.rapporteur.core.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;

/** Follows the links of recommendations in both directions. Called from any thread but the window's own. */
public final class ChainReader {
    private static final List<String> ORDER = EVIDENCE.field("relation").values();

    private final Records records;
    private final SurveyAnalysis analysis;

    public ChainReader(Records records, SurveyAnalysis analysis) {
        this.records = records;
        this.analysis = analysis;
    }

    /** The kind that a relation leads to. */
    public static Kind targetOf(String relation) {
        return switch (relation) {
            case "theme" -> SurveyKinds.CODE;
            case "answer" -> SurveyKinds.ANSWER;
            case "objective", "indirect" -> PartyKinds.REFERENCE_ITEM;
            case "agenda_item" -> MeetingKinds.AGENDA_ITEM;
            default -> RECOMMENDATION;
        };
    }

    /** Everything that a recommendation is linked with. */
    public Chain read(UUID recommendation) {
        Map<UUID, Optional<Convergence>> computed = new HashMap<>();
        List<Chain.Link> links = new ArrayList<>();
        UUID meeting = records.find(RECOMMENDATION, recommendation)
                .map(row -> row.ref("meeting"))
                .orElse(null);
        for (Row evidence : records.list(Query.partsOf(EVIDENCE, recommendation))) {
            links.add(link(evidence, meeting, computed));
        }
        links.sort(Comparator.comparingInt(link -> ORDER.indexOf(link.relation())));
        return new Chain(links, incoming(recommendation));
    }

    private List<Chain.Link> incoming(UUID recommendation) {
        List<Chain.Link> incoming = new ArrayList<>();
        for (Row evidence : records.list(Query.of(EVIDENCE).where("target", recommendation))) {
            UUID from = evidence.ref("recommendation");
            Optional<Row> row = from == null ? Optional.empty() : live(RECOMMENDATION, from);
            row.ifPresent(
                    r -> incoming.add(new Chain.Link(evidence, Optional.of(r), null, r.ref("meeting"), null, null)));
        }
        return incoming;
    }

    /** The recommendations that are linked with a record: a theme, an answer, an objective, an agenda item. */
    public List<Row> uses(UUID target) {
        Set<UUID> keys = new LinkedHashSet<>();
        for (Row evidence : records.list(Query.of(EVIDENCE).where("target", target))) {
            if (evidence.ref("recommendation") != null) {
                keys.add(evidence.ref("recommendation"));
            }
        }
        return keys.stream()
                .map(key -> live(RECOMMENDATION, key))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Row row) -> row.text("position")))
                .toList();
    }

    private Chain.Link link(Row evidence, UUID meeting, Map<UUID, Optional<Convergence>> computed) {
        Kind kind = targetOf(evidence.text("relation"));
        UUID key = evidence.ref("target");
        Optional<Row> target = key == null ? Optional.empty() : live(kind, key);
        if (target.isEmpty()) {
            return new Chain.Link(evidence, target, null, null, null, null);
        }
        Row row = target.get();
        if (kind == SurveyKinds.CODE) {
            UUID survey = surveyOf(row, meeting);
            Chain.Reach reach = survey == null
                    ? null
                    : computed.computeIfAbsent(survey, this::convergence)
                            .flatMap(c -> reach(c, row.id()))
                            .orElse(null);
            return new Chain.Link(evidence, target, survey, null, reach, null);
        }
        if (kind == SurveyKinds.ANSWER) {
            return new Chain.Link(evidence, target, row.ref("survey"), null, null, from(row));
        }
        UUID of = kind == MeetingKinds.AGENDA_ITEM || kind == RECOMMENDATION ? row.ref("meeting") : null;
        return new Chain.Link(evidence, target, null, of, null, null);
    }

    /** The survey whose answers a theme was found in: its codebook's own, else the first of the meeting. */
    private UUID surveyOf(Row code, UUID meeting) {
        UUID codebook = code.ref("codebook");
        UUID own = codebook == null
                ? null
                : live(SurveyKinds.CODEBOOK, codebook)
                        .map(row -> row.ref("survey"))
                        .orElse(null);
        if (own != null || meeting == null) {
            return own;
        }
        return records
                .list(Query.of(SurveyKinds.SURVEY).where("meeting", meeting).page(1, 0))
                .stream()
                .map(Row::id)
                .findFirst()
                .orElse(null);
    }

    private Optional<Convergence> convergence(UUID survey) {
        return live(SurveyKinds.SURVEY, survey)
                .map(row -> analysis.convergence(survey, Grouping.REGION, CodingRule.ANY_CODER));
    }

    private static Optional<Chain.Reach> reach(Convergence convergence, UUID code) {
        return convergence.themes().stream()
                .filter(theme -> theme.code().id().equals(code))
                .findFirst()
                .map(theme -> new Chain.Reach(
                        theme.raisedBy(),
                        convergence.respondents(),
                        theme.reach(),
                        convergence.groupsWithReplies(),
                        convergence.apart()));
    }

    private Chain.AnswerFrom from(Row answer) {
        String respondent = Optional.ofNullable(answer.ref("respondent"))
                .flatMap(key -> live(SurveyKinds.RESPONDENT, key))
                .map(row -> row.text("name"))
                .orElse("");
        String question = Optional.ofNullable(answer.ref("question"))
                .flatMap(key -> live(SurveyKinds.QUESTION, key))
                .map(row -> row.text("code"))
                .orElse("");
        UUID survey = answer.ref("survey");
        Permission permission = survey == null
                ? Permission.COUNT_ONLY
                : analysis.permissions(survey, List.of(answer.id())).getOrDefault(answer.id(), Permission.COUNT_ONLY);
        return new Chain.AnswerFrom(respondent, question, permission);
    }

    private Optional<Row> live(Kind kind, UUID key) {
        return records.find(kind, key).filter(row -> !row.deleted());
    }
}
