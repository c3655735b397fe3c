package org.rapporteur.documents.from;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.RecommendationsInput;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Phrase;

/** The recommendations of a meeting, each with its latest wording and what it rests on. */
final class RecommendationsFrom {
    private final Source source;
    private final SurveyAnalysis analysis;
    private final Words words;

    RecommendationsFrom(Source source, SurveyStore store, Words words) {
        this.source = source;
        this.analysis = new SurveyAnalysis(store);
        this.words = words;
    }

    /**
     * @param drafts whether only what is not adopted yet goes in; else only what is adopted or known to be missing
     */
    RecommendationsInput read(UUID meetingId, boolean drafts) {
        Row meeting = source.meeting(meetingId);
        List<Row> rows = source.parts(RecommendationKinds.RECOMMENDATION, meetingId).stream()
                .filter(row -> !row.text("status").equals("withdrawn"))
                .filter(row -> drafts == isDraft(row))
                .toList();
        List<Convergence> surveys = new ArrayList<>();
        boolean illustrative = false;
        for (Row survey : source.records().list(Query.of(SurveyKinds.SURVEY).where("meeting", meetingId))) {
            surveys.add(analysis.convergence(survey.id(), Grouping.REGION, CodingRule.ANY_CODER));
            illustrative |= survey.flag("illustrative");
        }
        Optional<Row> entry = drafts ? Optional.empty() : source.registered(meetingId, "recommendations");
        boolean translated = entry.map(this::isTranslation).orElse(false);
        Map<String, RecommendationsInput.Group> groups = new LinkedHashMap<>();
        List<RecommendationsInput.Recommendation> recommendations = new ArrayList<>();
        List<RecommendationsInput.Reference> references = new ArrayList<>();
        Set<String> sources = new LinkedHashSet<>();
        for (Row row : rows) {
            Phrase group = source.phrase(row, "grouping");
            groups.putIfAbsent(group.text(), new RecommendationsInput.Group(group.text(), group));
            List<Row> links = source.parts(RecommendationKinds.EVIDENCE, row.id());
            recommendations.add(recommendation(row, group.text(), links, surveys, translated));
            references.addAll(references(links));
            if (!row.text("source").isBlank()) {
                sources.add(row.text("source"));
            }
            illustrative |= row.flag("illustrative");
        }
        groups.remove("");
        references.sort(Comparator.comparingInt(RecommendationsInput.Reference::objective));
        return new RecommendationsInput(
                source.masthead(meeting, drafts ? "draft_recommendations" : "recommendations", illustrative),
                source.facts(meeting),
                entry.map(row -> source.phrase(row, "title"))
                        .orElseGet(() -> Phrase.of(words.text("value.recommendations"))),
                drafts ? RecommendationsInput.Stage.DRAFT : RecommendationsInput.Stage.ADOPTED,
                List.of(),
                List.copyOf(groups.values()),
                recommendations,
                references,
                sources.stream().map(Phrase::of).toList());
    }

    /** Whether a meeting has recommendations that are still drafts. */
    boolean hasDrafts(UUID meetingId) {
        return source.parts(RecommendationKinds.RECOMMENDATION, meetingId).stream()
                .anyMatch(RecommendationsFrom::isDraft);
    }

    /** Whether a meeting has recommendations that were adopted. */
    boolean hasAdopted(UUID meetingId) {
        return source.parts(RecommendationKinds.RECOMMENDATION, meetingId).stream()
                .anyMatch(row -> row.text("status").equals("adopted"));
    }

    private static boolean isDraft(Row row) {
        String status = row.text("status");
        return !status.equals("adopted") && !status.equals("not_in_source") && !status.equals("withdrawn");
    }

    /** Whether the wording in this language is the secretariat's own: not the original, nor issued in this language. */
    private boolean isTranslation(Row document) {
        String original = document.text("original_language");
        return !original.isEmpty()
                && !original.equals(source.language().code())
                && source.parts(DocumentKinds.LANGUAGE_VERSION, document.id()).stream()
                        .noneMatch(version -> version.text("language")
                                        .equals(source.language().code())
                                && version.text("status").equals("issued"));
    }

    private RecommendationsInput.Recommendation recommendation(
            Row row, String group, List<Row> links, List<Convergence> surveys, boolean translated) {
        List<Row> versions = source.parts(RecommendationKinds.VERSION, row.id());
        Row latest = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        Phrase text = latest == null ? Phrase.EMPTY : source.phrase(latest, "body");
        boolean adopted = row.text("status").equals("adopted");
        return new RecommendationsInput.Recommendation(
                number(row.text("number")),
                group.isEmpty() ? null : group,
                text,
                !row.text("status").equals("not_in_source"),
                translated && !text.isEmpty() && text.language() == null,
                adopted || latest == null ? "" : latest.text("label"),
                objectives(links),
                themes(links),
                evidence(links, surveys),
                agendaItem(links),
                source.parts(RecommendationKinds.RESERVATION, row.id()).stream()
                        .map(reservation -> new RecommendationsInput.Reservation(
                                source.partyName(reservation.ref("party"), ""), Phrase.of(reservation.text("body"))))
                        .toList(),
                Phrase.EMPTY);
    }

    private static int number(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private List<RecommendationsInput.Objective> objectives(List<Row> links) {
        return targets(links, "objective").stream()
                .map(id -> source.find(PartyKinds.REFERENCE_ITEM, id))
                .flatMap(Optional::stream)
                .map(item -> new RecommendationsInput.Objective(number(item.text("code")), source.phrase(item, "name")))
                .sorted(Comparator.comparingInt(RecommendationsInput.Objective::number))
                .toList();
    }

    private List<Phrase> themes(List<Row> links) {
        return targets(links, "theme").stream()
                .map(id -> source.find(SurveyKinds.CODE, id))
                .flatMap(Optional::stream)
                .map(code -> source.phrase(code, "name"))
                .toList();
    }

    private String agendaItem(List<Row> links) {
        return targets(links, "agenda_item").stream()
                .map(id -> source.find(MeetingKinds.AGENDA_ITEM, id))
                .flatMap(Optional::stream)
                .map(item -> item.text("number"))
                .findFirst()
                .orElse("");
    }

    private static List<UUID> targets(List<Row> links, String relation) {
        return links.stream()
                .filter(link -> link.text("relation").equals(relation) && link.ref("target") != null)
                .map(link -> link.ref("target"))
                .toList();
    }

    /** Who raised any of the themes that the recommendation rests on, in the survey that has most of them. */
    private RecommendationsInput.Evidence evidence(List<Row> links, List<Convergence> surveys) {
        Set<UUID> themes = new HashSet<>(targets(links, "theme"));
        RecommendationsInput.Evidence best = null;
        for (Convergence survey : surveys) {
            Map<UUID, Convergence.Raised> raised = new LinkedHashMap<>();
            Set<String> regions = new HashSet<>();
            for (Convergence.Theme theme : survey.themes()) {
                if (themes.contains(theme.code().id())) {
                    theme.raised().forEach(one -> raised.merge(one.respondent().id(), one, RecommendationsFrom::freer));
                    theme.cells().stream()
                            .filter(cell -> cell.raisedBy() > 0 && !cell.group().equals(Grouping.NOT_STATED))
                            .forEach(cell -> regions.add(cell.group()));
                }
            }
            if (!raised.isEmpty()
                    && (best == null || raised.size() > best.respondents().count())) {
                List<Phrase> named = raised.values().stream()
                        .filter(one -> one.permission() == Permission.QUOTE)
                        .map(one -> Phrase.of(one.respondent().name()))
                        .toList();
                best = new RecommendationsInput.Evidence(
                        new Share(raised.size(), survey.respondents()),
                        new Share(regions.size(), survey.groupsWithReplies()),
                        named,
                        raised.size() - named.size());
            }
        }
        return best;
    }

    private static Convergence.Raised freer(Convergence.Raised one, Convergence.Raised other) {
        return one.permission().compareTo(other.permission()) >= 0 ? one : other;
    }

    private List<RecommendationsInput.Reference> references(List<Row> links) {
        List<RecommendationsInput.Reference> references = new ArrayList<>();
        for (Row link : links) {
            if (link.text("relation").equals("indirect")) {
                source.find(PartyKinds.REFERENCE_ITEM, link.ref("target"))
                        .ifPresent(objective -> references.add(new RecommendationsInput.Reference(
                                number(objective.text("code")),
                                Phrase.of(link.text("note"), Language.EN),
                                true,
                                Phrase.of(link.text("source"), Language.EN))));
            }
        }
        return references;
    }
}
