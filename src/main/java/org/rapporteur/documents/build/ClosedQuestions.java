package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.survey.analysis.SmallNumbers;
import org.rapporteur.documents.build.SurveySummaryInput.ClosedQuestion;
import org.rapporteur.documents.build.SurveySummaryInput.Count;
import org.rapporteur.documents.build.SurveySummaryInput.Form;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Table;

/** The part of a summary that gives the counts of the closed questions, each with its base and who did not answer. */
final class ClosedQuestions {

    private final Draft draft;

    ClosedQuestions(Draft draft) {
        this.draft = draft;
    }

    void write(SurveySummaryInput input) {
        draft.heading(1, true, "survey.closed");
        for (ClosedQuestion question : input.questions()) {
            List<Inline> heading = draft.line("survey.question", Inline.text(question.code()), question.text());
            draft.add(new Block.Heading(2, heading, true, null));
            // What each value counts stands in the table below; its sentences would only repeat it.
            List<Inline> base = new ArrayList<>(SurveySummaryDocument.words(input.lines(question.key()).stream()
                    .filter(line -> !line.id().contains(".value."))
                    .toList()));
            if (question.form() == Form.MULTIPLE) {
                base.add(Inline.text(" "));
                base.addAll(draft.line("survey.base.multiple"));
            }
            draft.paragraph(Block.Role.NUMBERED, base);
            if (!question.choices().isEmpty()) {
                draft.add(table(question));
            }
        }
    }

    private Table table(ClosedQuestion question) {
        boolean percent = question.answered() >= SmallNumbers.SMALLEST_BASE;
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(10, Table.Align.START));
        columns.add(new Table.Column(3, Table.Align.END));
        if (percent) {
            columns.add(new Table.Column(2, Table.Align.END));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Count count : question.choices()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(Inline.text(count.label())));
            String share = draft.of(count.count(), question.answered());
            cells.add(
                    Table.Cell.of(count.count() == 0 ? Inline.text(share, Mark.QUIET) : Inline.text(share, Mark.BOLD)));
            if (percent) {
                cells.add(Table.Cell.of(draft.dates.percent(count.count(), question.answered())));
            }
            rows.add(new Table.Row(cells, Table.RowKind.BODY));
        }
        Table.Row head = percent
                ? draft.headRow("survey.column.answer", "survey.column.respondents", "survey.column.share")
                : draft.headRow("survey.column.answer", "survey.column.respondents");
        return new Table(
                Table.Look.RULED,
                List.of(),
                columns,
                List.of(head),
                rows,
                List.of(),
                question.code() + ". " + question.text().text());
    }
}
