package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.documents.build.SurveySummaryDocument.Facts;
import org.rapporteur.documents.build.SurveySummaryInput.Excerpt;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.OpenQuestion;
import org.rapporteur.documents.build.SurveySummaryInput.Permission;
import org.rapporteur.documents.build.SurveySummaryInput.Theme;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;

/** The part of a summary on the open answers: reach of the themes, where they are raised, and in which words. */
final class Themes {

    /** More bars than this no longer fit a page; the matrix that follows has every theme. */
    private static final int MOST_BARS = 20;

    private final Draft draft;
    private final SurveySummaryInput input;
    private final Facts facts;
    private final Map<String, Integer> heard = new HashMap<>();

    Themes(Draft draft, SurveySummaryInput input, Facts facts) {
        this.draft = draft;
        this.input = input;
        this.facts = facts;
    }

    void write() {
        draft.heading(1, true, "survey.themes");
        if (!input.openQuestions().isEmpty()) {
            draft.add(openQuestions());
        }
        draft.heading(2, true, "survey.reach");
        long raised =
                facts.themes.stream().filter(theme -> theme.reach().count() > 0).count();
        draft.paragraph(Block.Role.NUMBERED, draft.line("survey.reach.text", raised, facts.themes.size()));
        draft.add(reach());
        if (input.regions().size() > 1) {
            draft.heading(2, true, "survey.regions");
            draft.paragraph(Block.Role.NUMBERED, draft.line("survey.regions.text", everywhere(input.regions(), true)));
            draft.add(matrix(input.regions(), true));
        }
        if (input.types().size() > 1) {
            draft.heading(2, true, "survey.types");
            draft.paragraph(Block.Role.NUMBERED, draft.line("survey.types.text", everywhere(input.types(), false)));
            draft.add(matrix(input.types(), false));
        }
        voices();
    }

    private Table openQuestions() {
        List<Table.Row> rows = new ArrayList<>();
        for (OpenQuestion question : input.openQuestions()) {
            rows.add(Table.Row.of(
                    Table.Cell.of(question.code()),
                    Table.Cell.of(Inline.text(question.text())),
                    Table.Cell.of(draft.of(question.answered(), question.base()))));
        }
        return new Table(
                Table.Look.RULED,
                draft.line("survey.open.caption"),
                List.of(
                        new Table.Column(1.2, Table.Align.START),
                        new Table.Column(11, Table.Align.START),
                        new Table.Column(2.6, Table.Align.END)),
                List.of(draft.headRow("survey.column.code", "survey.column.question", "survey.column.answered")),
                rows,
                List.of(),
                "");
    }

    private Figure reach() {
        List<Theme> shown = facts.themes.stream()
                .filter(theme -> theme.reach().count() > 0)
                .limit(MOST_BARS)
                .toList();
        if (shown.isEmpty()) {
            shown = facts.themes.stream().limit(MOST_BARS).toList();
        }
        List<String> names = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        List<List<Inline>> spoken = new ArrayList<>();
        int base = 0;
        for (Theme theme : shown) {
            names.add(theme.name().text());
            counts.add((double) theme.reach().count());
            base = Math.max(base, theme.reach().base());
            spoken.add(List.of(Inline.text(draft.text(
                    "survey.bar",
                    theme.name().text(),
                    draft.of(theme.reach().count(), theme.reach().base())))));
        }
        List<Inline> note = new ArrayList<>(draft.line("survey.reach.note", base));
        if (shown.size() < facts.themes.size()) {
            note.add(Inline.text(" "));
            note.addAll(draft.line("survey.reach.rest", facts.themes.size() - shown.size()));
        }
        return new Figure(
                draft.line("survey.reach.caption"),
                new Figure.Bars(
                        draft.text("survey.column.theme"),
                        names,
                        List.of(new Figure.Series(draft.text("survey.column.respondents"), counts, null)),
                        false,
                        base),
                draft.text("survey.reach.alternative", SurveySummaryDocument.plain(draft.prose.join(spoken))),
                note,
                false);
    }

    private Figure matrix(List<Group> all, boolean byRegion) {
        List<Group> groups = all.stream()
                .filter(group -> facts.themes.stream().anyMatch(theme -> base(theme, group, byRegion) > 0))
                .toList();
        List<String> rows = new ArrayList<>();
        List<List<Share>> cells = new ArrayList<>();
        List<Share> totals = new ArrayList<>();
        for (Theme theme : facts.themes) {
            rows.add(theme.name().text());
            List<Share> row = new ArrayList<>();
            for (Group group : groups) {
                Share share = (byRegion ? theme.byRegion() : theme.byType()).get(group.key());
                row.add(share == null ? new Share(0, 0) : share);
            }
            cells.add(row);
            totals.add(theme.reach());
        }
        return new Figure(
                draft.line(byRegion ? "survey.regions.caption" : "survey.types.caption"),
                new Figure.Matrix(
                        draft.text("survey.column.theme"),
                        rows,
                        groups.stream().map(group -> group.name().text()).toList(),
                        cells,
                        totals,
                        draft.text("survey.column.all")),
                draft.text(byRegion ? "survey.regions.alternative" : "survey.types.alternative"),
                draft.line("survey.matrix.note"),
                true);
    }

    /** Themes raised in every group that has respondents, of the themes raised at all. */
    private String everywhere(List<Group> groups, boolean byRegion) {
        int everywhere = 0;
        int raised = 0;
        for (Theme theme : facts.themes) {
            Map<String, Share> shares = byRegion ? theme.byRegion() : theme.byType();
            boolean all = theme.reach().count() > 0;
            for (Group group : groups) {
                Share share = shares.get(group.key());
                all &= share == null || share.base() == 0 || share.count() > 0;
            }
            raised += theme.reach().count() > 0 ? 1 : 0;
            everywhere += all ? 1 : 0;
        }
        return draft.of(everywhere, raised);
    }

    private static int base(Theme theme, Group group, boolean byRegion) {
        Share share = (byRegion ? theme.byRegion() : theme.byType()).get(group.key());
        return share == null ? 0 : share.base();
    }

    private void voices() {
        Map<String, List<Excerpt>> byTheme = new LinkedHashMap<>();
        for (Excerpt excerpt : input.excerpts()) {
            byTheme.computeIfAbsent(excerpt.theme(), code -> new ArrayList<>()).add(excerpt);
        }
        if (byTheme.isEmpty()) {
            return;
        }
        draft.heading(1, true, "survey.voices");
        for (Theme theme : facts.themes) {
            List<Excerpt> excerpts = byTheme.getOrDefault(theme.code(), List.of());
            if (theme.reach().count() == 0 && excerpts.isEmpty()) {
                continue;
            }
            draft.add(new Block.Heading(2, List.of(Inline.text(theme.name())), true, null));
            List<Inline> line = new ArrayList<>(draft.line(
                    "survey.voices.reach",
                    draft.of(theme.reach().count(), theme.reach().base()),
                    theme.mentions()));
            if (!theme.definition().isEmpty()) {
                line.add(Inline.text(" "));
                line.add(Inline.text(theme.definition(), Mark.QUIET));
            }
            draft.paragraph(Block.Role.NUMBERED, line);
            excerpts(excerpts);
        }
    }

    private void excerpts(List<Excerpt> excerpts) {
        List<Excerpt> printable = new ArrayList<>();
        int silent = 0;
        for (Excerpt excerpt : excerpts) {
            if (excerpt.text().isEmpty() && excerpt.paraphrase().isEmpty()) {
                silent++;
            } else {
                printable.add(excerpt);
            }
        }
        int printed = Math.min(input.excerptsPerTheme(), printable.size());
        int more = printable.size() - printed;
        for (int i = 0; i < printed; i++) {
            Excerpt next = leastHeard(printable);
            printable.remove(next);
            heard.merge(next.respondent().text(), 1, Integer::sum);
            draft.add(next.text().isEmpty() ? paraphrase(next) : verbatim(next));
        }
        List<Inline> rest = new ArrayList<>();
        if (more > 0) {
            rest.addAll(draft.line("survey.voices.more", more));
        }
        if (silent > 0) {
            if (!rest.isEmpty()) {
                rest.add(Inline.text(" "));
            }
            rest.addAll(draft.line("survey.voices.silent", silent));
        }
        draft.paragraph(Block.Role.NOTE, rest);
    }

    /** The first excerpt of the respondent printed least so far, so that no respondent speaks for all. */
    private Excerpt leastHeard(List<Excerpt> excerpts) {
        Excerpt least = excerpts.get(0);
        for (Excerpt excerpt : excerpts) {
            if (heard.getOrDefault(excerpt.respondent().text(), 0)
                    < heard.getOrDefault(least.respondent().text(), 0)) {
                least = excerpt;
            }
        }
        return least;
    }

    private Block verbatim(Excerpt excerpt) {
        List<Inline> attribution = new ArrayList<>();
        attribution.addAll(draft.line("survey.attribution", excerpt.respondent(), excerpt.question()));
        if (excerpt.text().language() != null && excerpt.text().language() != draft.language) {
            attribution.add(Inline.text(" "));
            attribution.addAll(draft.line(
                    "survey.attribution.language",
                    draft.text("language." + excerpt.text().language().code())));
        }
        if (!excerpt.translation().isEmpty()) {
            attribution.add(new Inline.LineBreak());
            attribution.addAll(
                    draft.line("survey.attribution.translation", Inline.text(excerpt.translation(), Mark.EMPHASIS)));
        }
        return new Block.Quotation(
                List.of(Inline.text(excerpt.text())), excerpt.text().language(), true, attribution);
    }

    private Block paraphrase(Excerpt excerpt) {
        if (excerpt.permission() == Permission.COUNT_ONLY) {
            throw new IllegalStateException("an answer that may only be counted reached the page");
        }
        Phrase sense = excerpt.paraphrase();
        return new Block.Quotation(
                List.of(Inline.text(sense)),
                sense.language(),
                false,
                draft.line("survey.attribution.paraphrase", excerpt.question()));
    }
}
