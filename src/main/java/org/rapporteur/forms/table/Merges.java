package org.rapporteur.forms.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged ranges of a sheet, applied to its rows from the top down. */
final class Merges {

    // More than any layout has; a file with more is hostile, and its ranges are left alone.
    private static final int MOST = 50_000;

    // A title across a whole sheet is not the value of all its columns.
    private static final int MOST_FILLED = 200;

    /** A range, both corners included; columns counted from 0, rows from 1. */
    record Range(int firstColumn, long firstRow, int lastColumn, long lastRow) {}

    private final List<Range> ranges = new ArrayList<>();
    private final List<Range> active = new ArrayList<>();
    private final Map<Range, TableCell> anchors = new HashMap<>();
    private int next;
    private boolean sorted;

    /** Adds a range such as {@code A1:C1}; what is not one is left out. */
    void add(String ref) {
        int colon = ref.indexOf(':');
        if (colon > 0) {
            String from = ref.substring(0, colon);
            String to = ref.substring(colon + 1);
            add(new Range(CellRef.column(from), CellRef.row(from), CellRef.column(to), CellRef.row(to)));
        }
    }

    /** Adds a range. */
    void add(Range range) {
        boolean good = range.firstColumn >= 0
                && range.firstRow >= 1
                && range.lastColumn >= range.firstColumn
                && range.lastRow >= range.firstRow;
        if (good && ranges.size() < MOST) {
            ranges.add(range);
        }
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * Sets the covered cells of a row; rows must come from the top down.
     *
     * @param fill whether covered cells get the value of the range's first cell
     * @param mostColumns columns beyond which nothing is filled
     */
    void apply(long row, List<TableCell> cells, boolean fill, int mostColumns) {
        if (!sorted) {
            ranges.sort(Comparator.comparingLong(Range::firstRow));
            sorted = true;
        }
        while (next < ranges.size() && ranges.get(next).firstRow <= row) {
            active.add(ranges.get(next));
            next++;
        }
        active.removeIf(range -> {
            boolean over = range.lastRow < row;
            if (over) {
                anchors.remove(range);
            }
            return over;
        });
        for (Range range : active) {
            cover(range, row, cells, fill, mostColumns);
        }
    }

    private void cover(Range range, long row, List<TableCell> cells, boolean fill, int mostColumns) {
        if (row == range.firstRow && range.firstColumn < cells.size()) {
            anchors.put(range, cells.get(range.firstColumn));
        }
        TableCell anchor = anchors.get(range);
        boolean wide = range.lastColumn - range.firstColumn >= MOST_FILLED;
        boolean value = fill && !wide && anchor != null && !anchor.isBlank();
        int last = Math.min(range.lastColumn, wide ? cells.size() - 1 : mostColumns - 1);
        for (int column = range.firstColumn; column <= last; column++) {
            while (cells.size() <= column) {
                cells.add(TableCell.empty(CellRef.of(cells.size(), row)));
            }
            boolean first = row == range.firstRow && column == range.firstColumn;
            if (!first) {
                String ref = CellRef.of(column, row);
                cells.set(
                        column,
                        value
                                ? anchor.spreadTo(ref)
                                : TableCell.covered(ref, CellRef.of(range.firstColumn, range.firstRow)));
            }
        }
    }
}
