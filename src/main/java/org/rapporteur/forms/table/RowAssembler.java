package org.rapporteur.forms.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapporteur.core.problem.Refusal;

/** Turns the raw rows of any format into a header and rows for the sink: finds the header, leaves out blank rows, tells what is hidden. */
final class RowAssembler {

    // Titles and notes above a table are few.
    private static final int MOST_TITLES = 10;
    private static final int MOST_SEARCHED = 25;
    private static final int MOST_NAMED = 20;

    private final String file;
    private final String sheet;
    private final boolean spreadsheet;
    private final TableOptions options;
    private final TableSink sink;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<String> hiddenList = new ArrayList<>();
    private TableHeader header;
    private Waiting head;
    private boolean searched;
    private long hiddenRows;
    private long firstHidden;

    /** A row before the header is known. */
    private record Waiting(long number, boolean hidden, List<TableCell> cells) {}

    RowAssembler(String file, String sheet, boolean spreadsheet, TableOptions options, TableSink sink) {
        this.file = file;
        this.sheet = sheet;
        this.spreadsheet = spreadsheet;
        this.options = options;
        this.sink = sink;
    }

    /** Says that the spreadsheet hides a column, counted from 0; before the rows. */
    void hiddenColumn(int column) {
        hiddenColumns.add(column);
    }

    /** Takes a row; numbers rise, and rows that the format leaves out are blank. */
    void accept(long number, boolean hidden, List<TableCell> cells) {
        if (number > options.limits().rows()) {
            throw TableProblems.tooManyRows(file, options.limits().rows());
        }
        int width = filledWidth(cells);
        if (header == null && head == null && options.headerRow() > 0) {
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
        Waiting row = new Waiting(number, hidden, cells);
        if (header == null && head == null && options.headerRow() == 0) {
            if (searching()) {
                search(row);
                return;
            }
            if (waiting.size() < MOST_TITLES && isTitle(cells)) {
                waiting.add(row);
                return;
            }
            if (!waiting.isEmpty()) {
                decide(isTitle(cells));
            }
        }
        take(row);
    }

    private boolean searching() {
        return !options.columns().isEmpty() && !searched;
    }

    /** Looks for the row, or the two rows, that hold the names that the table is known to have. */
    private void search(Waiting row) {
        Waiting before = waiting.isEmpty() ? null : waiting.get(waiting.size() - 1);
        boolean alone = options.headerLines() != 2 && head(row, null).hasAll(options.columns());
        boolean pair = !alone
                && before != null
                && options.headerLines() != 1
                && head(before, row).hasAll(options.columns());
        if (!alone && !pair) {
            waiting.add(row);
            if (waiting.size() >= MOST_SEARCHED) {
                giveUp();
            }
            return;
        }
        searched = true;
        List<Waiting> above = List.copyOf(pair ? waiting.subList(0, waiting.size() - 1) : waiting);
        waiting.clear();
        for (Waiting title : above) {
            sink.notice(Refusal.row(file, sheet, title.number, "table.header.skipped"));
        }
        begin(pair ? before : row, pair ? row : null);
    }

    // None holds them all: the usual rule says which row names the columns, and who asked says what is missing.
    private void giveUp() {
        searched = true;
        List<Waiting> rows = List.copyOf(waiting);
        waiting.clear();
        rows.forEach(row -> accept(row.number, row.hidden, row.cells));
    }

    private void take(Waiting row) {
        if (header == null && head == null) {
            if (options.headerRow() < 0) {
                begin(row, null);
            } else if (options.headerLines() == 1) {
                begin(row, null);
                return;
            } else {
                head = row;
                return;
            }
        } else if (header == null) {
            Waiting first = head;
            boolean two =
                    options.headerLines() == 2 || options.headerRow() == 0 && TwoLines.are(first.cells, row.cells);
            begin(first, two ? row : null);
            if (two) {
                return;
            }
        }
        deliver(row.number, row.hidden, row.cells, filledWidth(row.cells));
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
                take(row);
            } else {
                sink.notice(Refusal.row(file, sheet, row.number, "table.header.skipped"));
            }
        }
    }

    private TableHeader head(Waiting first, Waiting second) {
        int width = Math.max(filledWidth(first.cells), second == null ? 0 : filledWidth(second.cells));
        int columns = spreadsheet ? width : Math.max(width, first.cells.size());
        if (options.headerRow() < 0) {
            return TableHeader.of(0, Collections.nCopies(columns, ""));
        }
        if (second == null) {
            return TableHeader.of(
                    first.number,
                    first.cells.subList(0, Math.min(columns, first.cells.size())).stream()
                            .map(TableCell::text)
                            .toList());
        }
        return TableHeader.of(second.number, TwoLines.names(first.cells, second.cells, columns));
    }

    private void begin(Waiting first, Waiting second) {
        header = head(first, second);
        head = null;
        sink.header(header);
        if (second != null) {
            sink.notice(Refusal.row(file, sheet, second.number, "table.header.two", first.number, second.number));
        }
        for (String name : header.duplicates()) {
            sink.notice(Refusal.row(file, sheet, first.number, "table.header.duplicate", name));
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
        if (hidden) {
            hiddenRows++;
            firstHidden = firstHidden == 0 ? number : firstHidden;
            if (hiddenList.size() < MOST_NAMED) {
                hiddenList.add(String.valueOf(number));
            } else if (hiddenList.size() == MOST_NAMED) {
                hiddenList.add("\u2026");
            }
        }
        sink.row(new TableRow(sheet, number, hidden, row));
    }

    /** Hands on a row that cannot be taken. */
    void refuse(long number, List<TableCell> cells, Refusal reason) {
        if (header == null && head != null) {
            begin(head, null);
        }
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
        if (header == null && head == null && searching()) {
            giveUp();
        }
        if (header == null && head == null) {
            decide(true);
        }
        if (header == null && head != null) {
            begin(head, null);
        }
        if (header == null) {
            throw TableProblems.noHeader(file);
        }
        if (hiddenRows > 0) {
            sink.notice(Refusal.row(
                    file, sheet, firstHidden, "table.hidden.rows", hiddenRows, String.join(", ", hiddenList)));
        }
        List<String> columns = header.columns().stream()
                .filter(column -> hiddenColumns.contains(column.index()))
                .map(column ->
                        column.name().isEmpty() ? column.letters() : column.letters() + " (" + column.name() + ")")
                .limit(MOST_NAMED)
                .toList();
        if (!columns.isEmpty()) {
            sink.notice(Refusal.row(
                    file,
                    sheet,
                    Math.max(1, header.row()),
                    "table.hidden.columns",
                    columns.size(),
                    String.join(", ", columns)));
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
