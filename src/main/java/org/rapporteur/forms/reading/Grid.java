package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.rapporteur.core.survey.Written;

/** The cells of one sheet that hold something, as read; rows and columns are counted from 0. */
public final class Grid {

    /**
     * A cell with content.
     *
     * @param written what stands in it
     * @param formula the formula if it has no usable result, else ""
     */
    public record Cell(int row, int column, Written written, String formula) {
        public String text() {
            return written.text();
        }

        /** The name that spreadsheets give the cell, such as {@code D12}. */
        public String reference() {
            return Grid.reference(row, column);
        }
    }

    /** Cells merged into one; bounds inclusive. */
    public record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean holds(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** Words attached to a cell or floating over it: a note, a text box. */
    public record Attached(int row, int column, String text) {}

    private final String name;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<Area> merged;
    private final List<Attached> attached;

    public Grid(String name, Collection<Cell> cells, List<Area> merged, List<Attached> attached) {
        this.name = name;
        this.merged = List.copyOf(merged);
        this.attached = List.copyOf(attached);
        cells.forEach(
                cell -> rows.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell));
    }

    public String name() {
        return name;
    }

    /** The rows that hold something, from the top. */
    public Collection<Integer> rows() {
        return rows.keySet();
    }

    /** The cells of a row that hold something, from the first column. */
    public List<Cell> row(int row) {
        NavigableMap<Integer, Cell> cells = rows.get(row);
        return cells == null ? List.of() : new ArrayList<>(cells.values());
    }

    public List<Cell> cells() {
        List<Cell> all = new ArrayList<>();
        rows.values().forEach(row -> all.addAll(row.values()));
        return all;
    }

    public Optional<Cell> at(int row, int column) {
        NavigableMap<Integer, Cell> cells = rows.get(row);
        return cells == null ? Optional.empty() : Optional.ofNullable(cells.get(column));
    }

    /** The text of a cell, "" if it holds none. */
    public String text(int row, int column) {
        return at(row, column).map(Cell::text).orElse("");
    }

    /** The merged cells that a cell is the first of or lies within. */
    public Optional<Area> mergedAt(int row, int column) {
        return merged.stream().filter(area -> area.holds(row, column)).findFirst();
    }

    public List<Attached> attached() {
        return attached;
    }

    public boolean isEmpty() {
        return rows.isEmpty() && attached.isEmpty();
    }

    /** The name that spreadsheets give a cell. */
    public static String reference(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.toString() + (row + 1);
    }
}
