package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapporteur.core.survey.analysis.SmallNumbers;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.documents.build.SurveySummaryDocument.Facts;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.Respondent;
import org.rapporteur.documents.build.SurveySummaryInput.Status;
import org.rapporteur.documents.model.Block.Role;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Palette;
import org.rapporteur.documents.model.Table;

/** The part of a summary on who was asked and who replied, by region and type, with those that did not reply by name. */
final class ResponsePart {

    private final Draft draft;
    private final SurveySummaryInput input;
    private final Facts facts;

    ResponsePart(Draft draft, SurveySummaryInput input, Facts facts) {
        this.draft = draft;
        this.input = input;
        this.facts = facts;
    }

    void write() {
        draft.heading(1, true, "survey.response");
        if (!input.regions().isEmpty()) {
            draft.heading(2, true, "survey.response.region");
            draft.paragraph(Role.NUMBERED, words("response.region."));
            draft.add(bars(input.regions(), false));
        }
        if (!input.types().isEmpty()) {
            draft.heading(2, true, "survey.response.type");
            draft.paragraph(Role.NUMBERED, words("response.type."));
            draft.add(rates(input.types(), true));
        }
        List<Respondent> silent = input.respondents().stream()
                .filter(respondent -> respondent.status() != Status.RECEIVED)
                .toList();
        draft.heading(2, true, "survey.silent");
        if (silent.isEmpty()) {
            draft.paragraph(Role.NUMBERED, draft.line("survey.silent.none"));
        } else {
            for (String kind : List.of("response.declined", "response.outstanding", "response.overdue")) {
                draft.paragraph(Role.NUMBERED, words(kind));
            }
            draft.add(silent(silent));
        }
    }

    private List<Inline> words(String sentences) {
        return SurveySummaryDocument.words(input.lines(Part.RESPONSE, sentences));
    }

    private int[] rate(String key, boolean byType) {
        int asked = 0;
        int replied = 0;
        for (Respondent respondent : input.respondents()) {
            if (key.equals(byType ? respondent.type() : respondent.region())) {
                asked++;
                replied += respondent.status() == Status.RECEIVED ? 1 : 0;
            }
        }
        return new int[] {replied, asked};
    }

    private Figure bars(List<Group> groups, boolean byType) {
        List<String> names = new ArrayList<>();
        List<Double> replied = new ArrayList<>();
        List<Double> silent = new ArrayList<>();
        List<List<Inline>> spoken = new ArrayList<>();
        int largest = 0;
        for (Group group : groups) {
            int[] rate = rate(group.key(), byType);
            if (rate[1] > 0) {
                String count = draft.of(rate[0], rate[1]);
                names.add(draft.text("survey.bar", group.name().text(), count));
                replied.add((double) rate[0]);
                silent.add((double) (rate[1] - rate[0]));
                largest = Math.max(largest, rate[1]);
                spoken.add(List.of(
                        Inline.text(draft.text("survey.bar", group.name().text(), count))));
            }
        }
        String alternative =
                draft.text("survey.response.alternative", SurveySummaryDocument.plain(draft.prose.join(spoken)));
        return new Figure(
                draft.line("survey.response.region.caption"),
                new Figure.Bars(
                        draft.text("survey.column.region"),
                        names,
                        List.of(
                                new Figure.Series(draft.text("survey.column.replied"), replied, null),
                                new Figure.Series(draft.text("survey.column.silent"), silent, Palette.MISSING)),
                        true,
                        largest),
                alternative,
                draft.line("survey.response.note"),
                false);
    }

    private Table rates(List<Group> groups, boolean byType) {
        List<Table.Row> rows = new ArrayList<>();
        int allReplied = 0;
        int allAsked = 0;
        for (Group group : groups) {
            int[] rate = rate(group.key(), byType);
            if (rate[1] > 0) {
                rows.add(rateRow(Table.Cell.of(Inline.text(group.name())), rate, Table.RowKind.BODY));
                allReplied += rate[0];
                allAsked += rate[1];
            }
        }
        rows.add(rateRow(Table.Cell.of(draft.text("total")), new int[] {allReplied, allAsked}, Table.RowKind.TOTAL));
        return new Table(
                Table.Look.RULED,
                draft.line("survey.response.type.caption"),
                List.of(
                        new Table.Column(7, Table.Align.START),
                        new Table.Column(2.2, Table.Align.END),
                        new Table.Column(2.2, Table.Align.END),
                        new Table.Column(2.2, Table.Align.END),
                        new Table.Column(2.2, Table.Align.END)),
                List.of(draft.headRow(
                        "survey.column.type",
                        "survey.column.asked",
                        "survey.column.replied",
                        "survey.column.silent",
                        "survey.column.rate")),
                rows,
                List.of(),
                "");
    }

    private Table.Row rateRow(Table.Cell name, int[] rate, Table.RowKind kind) {
        String share = rate[1] < SmallNumbers.SMALLEST_BASE ? "\u2013" : draft.dates.percent(rate[0], rate[1]);
        return new Table.Row(
                List.of(
                        name,
                        Table.Cell.of(Integer.toString(rate[1])),
                        Table.Cell.of(Integer.toString(rate[0])),
                        Table.Cell.of(Integer.toString(rate[1] - rate[0])),
                        Table.Cell.of(share)),
                kind);
    }

    private Table silent(List<Respondent> silent) {
        boolean regions = !facts.regions.isEmpty();
        List<Table.Row> rows = new ArrayList<>();
        for (Respondent respondent : silent) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(Inline.text(respondent.name())));
            cells.add(Table.Cell.of(SurveySummaryDocument.name(facts.types, respondent.type())));
            if (regions) {
                cells.add(Table.Cell.of(SurveySummaryDocument.name(facts.regions, respondent.region())));
            }
            cells.add(Table.Cell.of(
                    draft.text("survey.status." + respondent.status().name().toLowerCase(Locale.ROOT))));
            rows.add(new Table.Row(cells, Table.RowKind.BODY));
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(6, Table.Align.START));
        columns.add(new Table.Column(4, Table.Align.START));
        if (regions) {
            columns.add(new Table.Column(3, Table.Align.START));
        }
        columns.add(new Table.Column(3, Table.Align.START));
        Table.Row head = regions
                ? draft.headRow(
                        "survey.column.respondent",
                        "survey.column.type",
                        "survey.column.region",
                        "survey.column.status")
                : draft.headRow("survey.column.respondent", "survey.column.type", "survey.column.status");
        return new Table(
                Table.Look.RULED, draft.line("survey.silent.caption"), columns, List.of(head), rows, List.of(), "");
    }
}
