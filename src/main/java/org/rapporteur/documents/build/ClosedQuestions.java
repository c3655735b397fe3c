package org.rapporteur.documents.build;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapporteur.documents.build.SurveySummaryInput.ClosedQuestion;
import org.rapporteur.documents.build.SurveySummaryInput.Count;
import org.rapporteur.documents.build.SurveySummaryInput.Form;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Table;

/** The part of a summary that gives the counts of the closed questions, each with its base and who did not answer. */
final class ClosedQuestions {

    /** Below this base a percentage says less than the count and seems to say more, so it is left out. */
    static final int SMALLEST_BASE_FOR_PERCENT = 20;

    private final Draft draft;

    ClosedQuestions(Draft draft) {
        this.draft = draft;
    }

    void write(List<ClosedQuestion> questions) {
        draft.heading(1, true, "survey.closed");
        for (ClosedQuestion question : questions) {
            List<Inline> heading = draft.line("survey.question", Inline.text(question.code()), question.text());
            draft.add(new Block.Heading(2, heading, true, null));
            List<Inline> base = new ArrayList<>(base(question));
            if (question.choices().isEmpty() || !question.statistics().isEmpty()) {
                base.add(Inline.text(" "));
                base.addAll(statistics(question));
            }
            draft.paragraph(Block.Role.NUMBERED, base);
            if (!question.choices().isEmpty()) {
                draft.add(table(question));
            }
        }
    }

    private Table table(ClosedQuestion question) {
        boolean percent = question.answered() >= SMALLEST_BASE_FOR_PERCENT;
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

    private List<Inline> base(ClosedQuestion question) {
        int silent = question.base() - question.answered();
        List<Inline> note =
                new ArrayList<>(draft.line("survey.base", draft.of(question.answered(), question.base()), silent));
        if (question.form() == Form.MULTIPLE) {
            note.add(Inline.text(" "));
            note.addAll(draft.line("survey.base.multiple"));
        }
        if (question.unclear() > 0) {
            note.add(Inline.text(" "));
            note.addAll(draft.line("survey.base.unclear", question.unclear()));
        }
        return note;
    }

    private static String measure(ClosedQuestion question, SurveySummaryInput.Statistic statistic) {
        if (question.form() == Form.DATE) {
            switch (statistic.measure()) {
                case MINIMUM:
                    return "earliest";
                case MAXIMUM:
                    return "latest";
                default:
                    break;
            }
        }
        return statistic.measure().name().toLowerCase(Locale.ROOT);
    }

    /** A day of ISO 8601 as the document writes days; anything else as it is. */
    private Inline day(String value) {
        try {
            return Inline.text(draft.dates.day(LocalDate.parse(value)));
        } catch (DateTimeParseException e) {
            return Inline.leftToRight(value);
        }
    }

    private List<Inline> statistics(ClosedQuestion question) {
        if (question.statistics().isEmpty()) {
            return draft.line("survey.statistics.none");
        }
        List<List<Inline>> values = question.statistics().stream()
                .map(one -> draft.line(
                        "survey.statistic",
                        draft.text("survey.measure." + measure(question, one)),
                        question.form() == Form.DATE ? day(one.value()) : Inline.leftToRight(one.value())))
                .toList();
        List<Inline> line = new ArrayList<>();
        for (List<Inline> value : values) {
            if (!line.isEmpty()) {
                line.add(Inline.text(draft.text("agenda.people.separator")));
            }
            line.addAll(value);
        }
        line.add(Inline.text(draft.text("sentence.end")));
        return line;
    }
}
