package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.SurveySummaryDocument.Facts;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.OpenQuestion;
import org.rapporteur.documents.build.SurveySummaryInput.Theme;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Table;

/** The part of a summary on the open answers: reach of the themes, where they are raised, and in which words. */
final class Themes {

    /** More bars than this no longer fit a page; the matrix that follows has every theme. */
    private static final int MOST_BARS = 20;

    private final Draft draft;
    private final SurveySummaryInput input;
    private final Facts facts;

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
        draft.paragraph(
                Block.Role.NUMBERED, SurveySummaryDocument.words(input.lines(Part.CONVERGENCE, "convergence.themes")));
        draft.add(reach());
        if (input.themeRegions().size() > 1) {
            draft.heading(2, true, "survey.regions");
            draft.paragraph(Block.Role.NUMBERED, input.mergedRegions());
            draft.add(matrix(input.themeRegions(), true));
        }
        if (input.themeTypes().size() > 1) {
            draft.heading(2, true, "survey.types");
            draft.paragraph(Block.Role.NUMBERED, input.mergedTypes());
            draft.add(matrix(input.themeTypes(), false));
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

    private static int base(Theme theme, Group group, boolean byRegion) {
        Share share = (byRegion ? theme.byRegion() : theme.byType()).get(group.key());
        return share == null ? 0 : share.base();
    }

    private void voices() {
        if (facts.themes.stream().noneMatch(theme -> theme.reach().count() > 0)) {
            return;
        }
        draft.heading(1, true, "survey.voices");
        for (Theme theme : facts.themes) {
            List<Told.Line> lines = input.lines(theme.key());
            if (lines.isEmpty()) {
                continue;
            }
            draft.add(new Block.Heading(2, List.of(Inline.text(theme.name())), true, null));
            List<Inline> counts = new ArrayList<>(SurveySummaryDocument.words(lines.stream()
                    .filter(line -> line.quote() == null && !note(line))
                    .toList()));
            if (!theme.definition().isEmpty()) {
                counts.add(Inline.text(" "));
                counts.add(Inline.text(theme.definition(), Mark.QUIET));
            }
            draft.paragraph(Block.Role.NUMBERED, counts);
            lines.stream().filter(line -> line.quote() != null).forEach(line -> draft.add(quotation(line.quote())));
            draft.paragraph(
                    Block.Role.NOTE,
                    SurveySummaryDocument.words(
                            lines.stream().filter(Themes::note).toList()));
        }
    }

    private static boolean note(Told.Line line) {
        return line.id().endsWith(".more") || line.id().endsWith(".unsaid");
    }

    private Block quotation(Told.Quote quote) {
        if (quote.respondent().isEmpty()) {
            return new Block.Quotation(
                    List.of(Inline.text(quote.words())),
                    quote.words().language(),
                    false,
                    draft.line("survey.attribution.paraphrase", quote.question()));
        }
        Language language = quote.words().language();
        List<Inline> attribution =
                new ArrayList<>(draft.line("survey.attribution", quote.respondent(), quote.question()));
        if (language != null && language != draft.language) {
            attribution.add(Inline.text(" "));
            attribution.addAll(draft.line("survey.attribution.language", draft.text("language." + language.code())));
        }
        return new Block.Quotation(List.of(Inline.text(quote.words())), language, true, attribution);
    }
}
