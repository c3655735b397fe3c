package org.rapporteur.forms.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rapporteur.core.problem.Refusal;

/** Turns the raw rows of any format into a header and rows for the sink: finds the header, leaves out blank rows. */
final class RowAssembler {

    // Titles and notes above a table are few.
    private static final int MOST_TITLES = 10;

    private final String file;
    private final String sheet;
    private final boolean spreadsheet;
    private final TableOptions options;
    private final TableSink sink;
    private final List<Waiting> waiting = new ArrayList<>();
    private TableHeader header;

    /** A row with one cell before the header: a title, or a table of one column. */
    private record Waiting(long number, boolean hidden, List<TableCell> cells) {}

    RowAssembler(String file, String sheet, boolean spreadsheet, TableOptions options, TableSink sink) {
        this.file = file;
        this.sheet = sheet;
        this.spreadsheet = spreadsheet;
        this.options = options;
        this.sink = sink;
    }

    /** Takes a row; numbers rise, and rows that the format leaves out are blank. */
    void accept(long number, boolean hidden, List<TableCell> cells) {
        if (number > options.limits().rows()) {
            throw TableProblems.tooManyRows(file, options.limits().rows());
        }
        int width = filledWidth(cells);
        if (header == null && options.headerRow() > 0) {
            if (number < options.headerRow()) {
                return;
            }
            if (number > options.headerRow() || width == 0) {
                throw TableProblems.noHeader(file);
            }
        }
        if (width == 0) {
            return;
        }
        if (header == null && options.headerRow() == 0 && waiting.size() < MOST_TITLES && isTitle(cells)) {
            waiting.add(new Waiting(number, hidden, cells));
            return;
        }
        if (header == null && !waiting.isEmpty()) {
            decide(isTitle(cells));
        }
        take(number, hidden, cells, width);
    }

    private void take(long number, boolean hidden, List<TableCell> cells, int width) {
        if (header == null) {
            begin(number, cells.subList(0, spreadsheet ? width : cells.size()));
            if (options.headerRow() >= 0) {
                return;
            }
        }
        deliver(number, hidden, cells, width);
    }

    // One value only, also when a merged range spreads it over several cells.
    private static boolean isTitle(List<TableCell> cells) {
        return cells.stream()
                        .filter(cell -> !cell.isBlank() && cell.anchor().isEmpty())
                        .count()
                <= 1;
    }

    // Rows of one cell above a wider one are titles; if nothing wider comes they are the table.
    private void decide(boolean oneColumn) {
        List<Waiting> rows = List.copyOf(waiting);
        waiting.clear();
        for (Waiting row : rows) {
            if (oneColumn) {
                take(row.number, row.hidden, row.cells, filledWidth(row.cells));
            } else {
                sink.notice(Refusal.row(file, sheet, row.number, "table.header.skipped"));
            }
        }
    }

    private void begin(long number, List<TableCell> cells) {
        boolean named = options.headerRow() >= 0;
        List<String> names =
                named ? cells.stream().map(TableCell::text).toList() : Collections.nCopies(cells.size(), "");
        header = TableHeader.of(named ? number : 0, names);
        sink.header(header);
        for (String name : header.duplicates()) {
            sink.notice(Refusal.row(file, sheet, number, "table.header.duplicate", name));
        }
    }

    private void deliver(long number, boolean hidden, List<TableCell> cells, int width) {
        int columns = header.size();
        if (!spreadsheet && width > columns) {
            // A delimiter inside a cell that is not quoted: everything after it would stand in the wrong column.
            refuse(number, cells, Refusal.row(file, sheet, number, "table.row.tooManyCells", width, columns));
            return;
        }
        List<TableCell> row = new ArrayList<>(Math.max(columns, width));
        row.addAll(cells.subList(0, Math.min(cells.size(), Math.max(columns, width))));
        while (row.size() < columns) {
            row.add(TableCell.empty(CellRef.of(row.size(), number)));
        }
        if (!spreadsheet && cells.size() < columns) {
            sink.notice(Refusal.row(file, sheet, number, "table.row.short", cells.size(), columns));
        }
        sink.row(new TableRow(sheet, number, hidden, row));
    }

    /** Hands on a row that cannot be taken. */
    void refuse(long number, List<TableCell> cells, Refusal reason) {
        if (header == null) {
            if (number < options.headerRow()) {
                return;
            }
            throw TableProblems.brokenHeader(file);
        }
        sink.refused(new TableRow(sheet, number, false, cells), reason);
    }

    /** Hands on something to look at. */
    void notice(Refusal notice) {
        if (header != null || options.headerRow() <= 0) {
            sink.notice(notice);
        }
    }

    /** Whether the sink wants more rows. */
    boolean wantsMore() {
        return header == null || sink.wantsMore();
    }

    /** Says that the rows are over. */
    void end() {
        if (header == null) {
            decide(true);
        }
        if (header == null) {
            throw TableProblems.noHeader(file);
        }
    }

    private static int filledWidth(List<TableCell> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
