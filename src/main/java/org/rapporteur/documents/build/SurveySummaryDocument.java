package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.SurveySummaryInput.Convergence;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.Status;
import org.rapporteur.documents.build.SurveySummaryInput.Theme;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Block.Role;
import org.rapporteur.documents.model.Inline;
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
            new ClosedQuestions(draft).write(input);
        }
        if (!input.themes().isEmpty()) {
            new Themes(draft, input, facts).write();
        }
        convergence(draft, input);
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
        final Map<UUID, Theme> byKey = new LinkedHashMap<>();
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
                            .thenComparing(Theme::code)
                            .thenComparing(Theme::key))
                    .toList();
            themes.forEach(theme -> byKey.put(theme.key(), theme));
            input.regions().forEach(group -> regions.put(group.key(), group));
            input.types().forEach(group -> types.put(group.key(), group));
        }
    }

    private static void overview(Draft draft, SurveySummaryInput input, Facts facts) {
        draft.heading(1, true, "survey.overview");
        if (!input.introduction().isEmpty()) {
            draft.phrase(Role.NUMBERED, input.introduction());
        }
        List<Inline> first = new ArrayList<>();
        if (input.sent() != null) {
            first.addAll(draft.line("survey.asked.on", facts.asked, draft.dates.day(input.sent())));
        }
        add(first, words(input.lines(Part.RESPONSE, "response.replied")));
        if (input.asOf() != null) {
            add(first, draft.line("survey.asOf", draft.dates.day(input.asOf())));
        }
        draft.paragraph(Role.NUMBERED, first);
        for (Told.Line line : input.lines(Part.CONVERGENCE, "convergence.")) {
            draft.paragraph(Role.NUMBERED, line.words());
        }
    }

    /** Sentences one after the other. */
    static List<Inline> words(List<Told.Line> lines) {
        List<Inline> words = new ArrayList<>();
        lines.forEach(line -> add(words, line.words()));
        return words;
    }

    private static void add(List<Inline> words, List<Inline> sentence) {
        if (!words.isEmpty() && !sentence.isEmpty()) {
            words.add(Inline.text(" "));
        }
        words.addAll(sentence);
    }

    static Inline name(Map<String, Group> groups, String key) {
        Group group = key == null ? null : groups.get(key);
        return Inline.text(group == null ? Phrase.of(key) : group.name());
    }

    private static void convergence(Draft draft, SurveySummaryInput input) {
        List<Told.Line> rule = input.lines(Part.CONVERGENCE, "convergence.rule");
        if (rule.isEmpty()) {
            return;
        }
        draft.heading(1, true, "survey.convergence");
        draft.paragraph(Role.NUMBERED, words(rule));
        draft.paragraph(Role.NUMBERED, words(input.lines(Part.CONVERGENCE, "convergence.shared")));
        for (Convergence convergence : input.convergences()) {
            List<Told.Line> lines = input.lines(convergence.theme()).stream()
                    .filter(line -> line.id().endsWith(".raised") || line.id().contains(".group."))
                    .toList();
            draft.paragraph(Role.NUMBERED, words(lines));
        }
    }

    private static void method(Draft draft, SurveySummaryInput input) {
        draft.heading(1, true, "survey.method");
        for (Told.Line line : input.lines(Part.METHOD, "")) {
            draft.paragraph(Role.NUMBERED, line.words());
        }
        draft.paragraph(Role.NUMBERED, words(input.lines(Part.CODING, "")));
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
