package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.SurveySummaryInput.Convergence;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.Status;
import org.rapporteur.documents.build.SurveySummaryInput.Theme;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Block.Role;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.TextDocument;

/**
 * The summary of a survey: who replied, what the closed questions gave, which themes the open answers raise and where
 * they converge, in respondents' own words where those may be quoted. Every count stands with its base.
 */
public final class SurveySummaryDocument {

    /** With more questions and themes than this the contents list the parts only, so that they stay on one page. */
    private static final int MOST_SUBHEADINGS = 16;

    private final Words words;

    /** A builder; the words are those of the document's language. */
    public SurveySummaryDocument(Words words) {
        this.words = words;
    }

    /** Builds the document. */
    public TextDocument build(SurveySummaryInput input) {
        Draft draft = new Draft(input.masthead(), words);
        String title = draft.text("survey.title");
        draft.head(input.meeting(), List.of(Inline.text(title)), List.of(Inline.text(input.title())));
        int subheadings = input.questions().size() + input.themes().size();
        draft.add(new Block.Contents(draft.text("contents"), subheadings > MOST_SUBHEADINGS ? 1 : 2));
        Facts facts = new Facts(input);
        overview(draft, input, facts);
        // The first page or two are what most readers read: they end with the overview.
        draft.add(new Block.PageBreak());
        new ResponsePart(draft, input, facts).write();
        if (!input.questions().isEmpty()) {
            new ClosedQuestions(draft).write(input.questions());
        }
        if (!input.themes().isEmpty()) {
            new Themes(draft, input, facts).write();
        }
        if (input.thresholds() != null) {
            convergence(draft, input, facts);
        }
        method(draft, input);
        return draft.finish(
                title,
                input.meeting() == null
                        ? input.title().text()
                        : input.meeting().name().text());
    }

    /** Counts that several parts of the summary need, made once. */
    static final class Facts {
        final int asked;
        final int replied;
        final List<Theme> themes;
        final Map<String, Theme> byCode = new LinkedHashMap<>();
        final Map<String, Group> regions = new LinkedHashMap<>();
        final Map<String, Group> types = new LinkedHashMap<>();

        Facts(SurveySummaryInput input) {
            asked = input.respondents().size();
            replied = (int) input.respondents().stream()
                    .filter(respondent -> respondent.status() == Status.RECEIVED)
                    .count();
            themes = input.themes().stream()
                    .sorted(Comparator.comparingInt(
                                    (Theme theme) -> theme.reach().count())
                            .reversed()
                            .thenComparing(
                                    Comparator.comparingInt(Theme::mentions).reversed())
                            .thenComparing(Theme::code))
                    .toList();
            themes.forEach(theme -> byCode.put(theme.code(), theme));
            input.regions().forEach(group -> regions.put(group.key(), group));
            input.types().forEach(group -> types.put(group.key(), group));
        }
    }

    private static void overview(Draft draft, SurveySummaryInput input, Facts facts) {
        draft.heading(1, true, "survey.overview");
        if (!input.introduction().isEmpty()) {
            draft.phrase(Role.NUMBERED, input.introduction());
        }
        draft.paragraph(Role.NUMBERED, response(draft, input, facts.replied, facts.asked));
        if (!facts.themes.isEmpty()) {
            List<List<Inline>> first = facts.themes.stream()
                    .limit(3)
                    .filter(theme -> theme.reach().count() > 0)
                    .map(theme -> draft.line(
                            "survey.theme.count",
                            Inline.text(theme.name(), Mark.BOLD),
                            draft.of(theme.reach().count(), theme.reach().base())))
                    .toList();
            if (!first.isEmpty()) {
                draft.paragraph(Role.NUMBERED, draft.line("survey.overview.themes", draft.prose.join(first)));
            }
        }
        if (input.thresholds() != null) {
            draft.paragraph(
                    Role.NUMBERED,
                    draft.line(
                            "survey.overview.convergence",
                            input.convergences().size(),
                            threshold(draft, input.thresholds())));
        }
    }

    private static List<Inline> response(Draft draft, SurveySummaryInput input, int replied, int asked) {
        List<Inline> sentence = new ArrayList<>();
        sentence.addAll(
                input.sent() == null
                        ? draft.line("survey.asked", asked)
                        : draft.line("survey.asked.on", asked, draft.dates.day(input.sent())));
        sentence.add(Inline.text(" "));
        String count = draft.of(replied, asked);
        sentence.addAll(
                asked == 0
                        ? draft.line("survey.replied.none")
                        : draft.line("survey.replied", count, draft.dates.percent(replied, asked)));
        if (input.asOf() != null) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line("survey.asOf", draft.dates.day(input.asOf())));
        }
        return sentence;
    }

    static Inline name(Map<String, Group> groups, String key) {
        Group group = key == null ? null : groups.get(key);
        return Inline.text(group == null ? Phrase.of(key) : group.name());
    }

    private static void convergence(Draft draft, SurveySummaryInput input, Facts facts) {
        draft.heading(1, true, "survey.convergence");
        draft.paragraph(Role.NUMBERED, draft.line("survey.convergence.rule", threshold(draft, input.thresholds())));
        if (input.convergences().isEmpty()) {
            draft.paragraph(Role.NUMBERED, draft.line("survey.convergence.none"));
        }
        for (Convergence convergence : input.convergences()) {
            Theme theme = facts.byCode.get(convergence.theme());
            if (theme == null) {
                throw new IllegalArgumentException("convergence on " + convergence.theme() + ", which is no theme");
            }
            draft.paragraph(Role.NUMBERED, sentence(draft, convergence, theme, facts));
        }
    }

    private static List<Inline> sentence(Draft draft, Convergence convergence, Theme theme, Facts facts) {
        Share respondents = convergence.respondents();
        List<Inline> sentence = new ArrayList<>(draft.line(
                "survey.convergence.sentence",
                Inline.text(theme.name(), Mark.BOLD),
                Integer.toString(respondents.count()),
                Integer.toString(respondents.base()),
                Integer.toString(convergence.regions().count()),
                Integer.toString(convergence.regions().base())));
        List<List<Inline>> regions = new ArrayList<>();
        for (String key : convergence.regionKeys()) {
            Share share = theme.byRegion().get(key);
            List<Inline> part = new ArrayList<>();
            part.add(name(facts.regions, key));
            if (share != null) {
                part.add(Inline.text(" (" + draft.of(share.count(), share.base()) + ")"));
            }
            regions.add(part);
        }
        if (!regions.isEmpty()) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line("survey.convergence.regions", draft.prose.join(regions)));
        }
        if (convergence.types().base() > 1) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line(
                    "survey.convergence.types",
                    Integer.toString(convergence.types().count()),
                    Integer.toString(convergence.types().base())));
        }
        return sentence;
    }

    private static String threshold(Draft draft, SurveySummaryInput.Thresholds thresholds) {
        String rule = draft.text(
                "survey.convergence.threshold", thresholds.minimumRegions(), thresholds.minimumRespondentsPerRegion());
        if (thresholds.minimumShare() > 0) {
            int percent = (int) Math.round(thresholds.minimumShare() * 100);
            rule = draft.text("survey.convergence.threshold.share", rule, draft.dates.percent(percent, 100));
        }
        return rule;
    }

    private static void method(Draft draft, SurveySummaryInput input) {
        draft.heading(1, true, "survey.method");
        draft.paragraph(
                Role.NUMBERED,
                draft.line("survey.method.counts", Integer.toString(ClosedQuestions.SMALLEST_BASE_FOR_PERCENT)));
        draft.paragraph(Role.NUMBERED, draft.line("survey.method.permission"));
        if (input.coding() != null) {
            draft.paragraph(Role.NUMBERED, coding(draft, input.coding()));
        }
    }

    private static List<Inline> coding(Draft draft, SurveySummaryInput.CodingFacts coding) {
        List<Inline> sentence = new ArrayList<>(
                draft.line("survey.method.coding", coding.coders(), coding.answers(), coding.passages()));
        if (!coding.alpha().isEmpty()) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line("survey.method.alpha", coding.doubleCoded(), coding.alpha()));
        }
        return sentence;
    }

    /** The words of a line without marks. */
    static String plain(List<Inline> line) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : line) {
            if (inline instanceof Inline.Text text) {
                words.append(text.text());
            }
        }
        return words.toString();
    }
}
