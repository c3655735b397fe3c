package org.rapporteur.forms.table;

import java.util.List;
import org.rapporteur.core.problem.Refusal;

/** Takes the raw rows of a sheet: refuses what is too long, applies merged ranges, says what to look at. */
final class SheetRows {

    private final String file;
    private final String sheet;
    private final TableOptions options;
    private final Merges merges;
    private final RowAssembler rows;
    private long last;

    SheetRows(String file, String sheet, TableOptions options, Merges merges, TableSink sink) {
        this.file = file;
        this.sheet = sheet;
        this.options = options;
        this.merges = merges;
        this.rows = new RowAssembler(file, sheet, true, options, sink);
    }

    /**
     * Takes a row.
     *
     * @param cells its cells from the first column on; the list may be changed
     * @param problem reason for which it cannot be taken, or {@code null}
     */
    void accept(long number, boolean hidden, List<TableCell> cells, Refusal problem) {
        if (number <= last) {
            // Rows stand in order in every true file; a row that comes twice would overwrite what was read.
            throw TableProblems.damaged(file, null);
        }
        last = number;
        if (problem != null) {
            rows.refuse(number, cells, problem);
            return;
        }
        if (!merges.isEmpty()) {
            merges.apply(number, cells, options.fillMerged(), options.limits().columns());
        }
        rows.accept(number, hidden, cells);
        for (TableCell cell : cells) {
            if (cell.kind() == TableCell.Kind.ERROR) {
                rows.notice(Refusal.cell(file, sheet, number, cell.ref(), "table.cell.error", cell.text()));
            } else if (cell.kind() == TableCell.Kind.EMPTY && cell.formula()) {
                rows.notice(Refusal.cell(file, sheet, number, cell.ref(), "table.cell.noValue"));
            }
        }
    }

    Refusal tooLong(long number, int column) {
        return Refusal.cell(
                file,
                sheet,
                number,
                CellRef.of(column, number),
                "table.cell.tooLong",
                options.limits().cellChars());
    }

    Refusal tooManyColumns(long number) {
        return Refusal.row(
                file, sheet, number, "table.row.columns", options.limits().columns());
    }

    TableLimits limits() {
        return options.limits();
    }

    boolean wantsMore() {
        return rows.wantsMore();
    }

    /** Says that the spreadsheet hides a column, counted from 0; before its rows. */
    void hiddenColumn(int column) {
        rows.hiddenColumn(column);
    }

    void end() {
        rows.end();
    }
}
