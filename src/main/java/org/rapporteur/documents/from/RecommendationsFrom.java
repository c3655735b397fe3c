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
import java.util.stream.Stream;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.LanguageVersions;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.StatedNumber;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.RecommendationsInput;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Phrase;

/** The recommendations of a meeting, each with the wording that holds and what it rests on. */
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
        List<Row> all = source.parts(RecommendationKinds.RECOMMENDATION, meetingId);
        Map<UUID, Adoptions> adoptions = Adoptions.of(source.records(), all);
        List<Row> rows = all.stream()
                .filter(row -> drafts ? isDraft(adoptions.get(row.id())) : isRecord(adoptions.get(row.id())))
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
            recommendations.add(
                    recommendation(row, adoptions.get(row.id()), drafts, group.text(), links, surveys, translated));
            references.addAll(references(links));
            if (!row.text("source").isBlank()) {
                sources.add(row.text("source"));
            }
            illustrative |= row.flag("illustrative");
        }
        groups.remove("");
        references.sort(Comparator.comparing(RecommendationsInput.Reference::objective, StatedNumber.ORDER));
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

    /** Whether a meeting has recommendations that are still drafts, or revisions of adopted ones. */
    boolean hasDrafts(UUID meetingId) {
        return adoptions(meetingId).anyMatch(RecommendationsFrom::isDraft);
    }

    /** Whether a meeting has recommendations that were adopted. */
    boolean hasAdopted(UUID meetingId) {
        return adoptions(meetingId).anyMatch(Adoptions::holds);
    }

    private Stream<Adoptions> adoptions(UUID meetingId) {
        return Adoptions.of(source.records(), source.parts(RecommendationKinds.RECOMMENDATION, meetingId))
                .values()
                .stream();
    }

    private static boolean isDraft(Adoptions adoptions) {
        String status = adoptions.status();
        return adoptions.holds()
                ? !adoptions.after().isEmpty()
                : !status.equals("not_in_source") && !status.equals("withdrawn");
    }

    private static boolean isRecord(Adoptions adoptions) {
        return adoptions.holds() || adoptions.status().equals("not_in_source");
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
            Row row,
            Adoptions adoptions,
            boolean draft,
            String group,
            List<Row> links,
            List<Convergence> surveys,
            boolean translated) {
        List<Row> versions = adoptions.versions();
        Row wording = draft
                ? versions.isEmpty() ? null : versions.getLast()
                : adoptions.current().orElse(null);
        Phrase text = wording == null ? Phrase.EMPTY : source.phrase(wording, "body");
        Optional<AdoptionAct> act = draft ? Optional.empty() : adoptions.inForce();
        String language = source.language().code();
        boolean own = act.filter(AdoptionAct::sealed)
                .map(one -> !one.languages().contains(language)
                        && adoptions.translation(language).isEmpty())
                .orElse(translated);
        return new RecommendationsInput.Recommendation(
                row.text("number").strip(),
                group.isEmpty() ? null : group,
                text,
                !adoptions.status().equals("not_in_source"),
                own && !text.isEmpty() && text.language() == null,
                !draft || wording == null ? "" : wording.text("label"),
                objectives(links),
                themes(links),
                evidence(links, surveys),
                agendaItem(links),
                source.parts(RecommendationKinds.RESERVATION, row.id()).stream()
                        .map(reservation -> new RecommendationsInput.Reservation(
                                source.partyName(reservation.ref("party"), ""), Phrase.of(reservation.text("body"))))
                        .toList(),
                draft || !adoptions.holds() ? null : adopted(adoptions),
                wording == null
                        ? List.of()
                        : LanguageVersions.older(wording, versions).stream()
                                .map(LanguageVersions.Older::language)
                                .toList());
    }

    private RecommendationsInput.Adopted adopted(Adoptions adoptions) {
        if (adoptions.contested()) {
            return new RecommendationsInput.Adopted(
                    null,
                    "",
                    "",
                    RecommendationsInput.State.CONTESTED,
                    List.of(),
                    adoptions.heads().stream()
                            .map(act -> new RecommendationsInput.Other(
                                    act.day(), act.label(), source.phrase(adoptions.wording(act), "body")))
                            .toList(),
                    "",
                    null);
        }
        AdoptionAct act = adoptions.inForce().orElseThrow();
        AdoptionAct first = adoptions.first().orElse(act);
        return new RecommendationsInput.Adopted(
                first.day(),
                first.place(),
                act.hash(),
                switch (adoptions.seal()) {
                    case UNSEALED, NONE, CONTESTED -> RecommendationsInput.State.UNSEALED;
                    case UNALTERED -> RecommendationsInput.State.UNALTERED;
                    case ALTERED, MISSING, BROKEN ->
                        act.intact() ? RecommendationsInput.State.ALTERED : RecommendationsInput.State.BROKEN;
                },
                adoptions.corrections().stream()
                        .map(one -> new RecommendationsInput.Correction(
                                one.change() == AdoptionAct.Change.REVISION, one.day(), Phrase.of(one.reason())))
                        .toList(),
                List.of(),
                adoptions.otherNumber().orElse(""),
                adoptions
                        .translation(source.language().code())
                        .map(AdoptionAct::day)
                        .orElse(null));
    }

    private List<RecommendationsInput.Objective> objectives(List<Row> links) {
        return targets(links, "objective").stream()
                .map(id -> source.find(PartyKinds.REFERENCE_ITEM, id))
                .flatMap(Optional::stream)
                .map(item ->
                        new RecommendationsInput.Objective(item.text("code").strip(), source.phrase(item, "name")))
                .sorted(Comparator.comparing(RecommendationsInput.Objective::code, StatedNumber.ORDER))
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
                            .filter(cell -> cell.raisedBy() > 0 && Grouping.stated(cell.group()))
                            .forEach(cell -> regions.add(cell.group()));
                }
            }
            if (!raised.isEmpty()
                    && (best == null || raised.size() > best.respondents().count())) {
                List<Phrase> named = raised.values().stream()
                        .filter(one -> one.permission() == Permission.QUOTE)
                        .map(one -> source.shortName(
                                one.respondent().party(), one.respondent().name()))
                        .toList();
                best = new RecommendationsInput.Evidence(
                        new Share(raised.size(), survey.respondents()),
                        new Share(regions.size(), survey.groupsWithReplies()),
                        survey.apart(),
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
                                objective.text("code").strip(),
                                Phrase.of(link.text("note"), Language.EN),
                                true,
                                Phrase.of(link.text("source"), Language.EN))));
            }
        }
        return references;
    }
}
