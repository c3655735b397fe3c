package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.survey.Written;

/** The cells of one sheet that hold something, as read; rows and columns are counted from 0. */
public final class Grid {

    /**
     * A cell with content.
     *
     * @param written all that stands in it
     * @param formula the formula if it has no usable result, else ""
     * @param struck the words in it that are struck out, "" for none
     * @param symbols whether it shows signs of a font of symbols that have no meaning in any other font
     * @param live what stands in it without what is struck out
     */
    public record Cell(
            int row, int column, Written written, String formula, String struck, boolean symbols, Written live) {
        /** The cell as the respondent leaves it: without what is struck out. */
        public Cell unstruck() {
            return struck.isEmpty() ? this : new Cell(row, column, live, formula, struck, symbols, live);
        }

        /** Whether there is nothing left to read in it. */
        public boolean isBlank() {
            return written.isEmpty() && formula.isEmpty();
        }

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

    /**
     * Something attached to a cell or lying over it.
     *
     * @param text its words; of a picture or an object what the file calls it
     * @param reason what it is: a note or text box, a picture, another object
     * @param part name of the picture or object inside the file, "" for words
     */
    public record Attached(int row, int column, String text, TrayReason reason, String part) {}

    /**
     * How a sheet looks, as far as it says something.
     *
     * @param hidden whether the sheet is hidden
     * @param hiddenRows rows that are hidden
     * @param hiddenColumns columns that are hidden
     * @param colours cells with a colour behind them, as {@link Grid#reference}, with the colour as {@code #RRGGBB}
     * @param margins words in the head and the foot of its pages, without page numbers and the like
     */
    public record Looks(
            boolean hidden,
            Set<Integer> hiddenRows,
            Set<Integer> hiddenColumns,
            Map<String, String> colours,
            List<String> margins) {
        public Looks {
            hiddenRows = Set.copyOf(hiddenRows);
            hiddenColumns = Set.copyOf(hiddenColumns);
            colours = Map.copyOf(colours);
            margins = List.copyOf(margins);
        }
    }

    private final String name;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<Area> merged;
    private final List<Attached> attached;
    private final Looks looks;

    public Grid(String name, Collection<Cell> cells, List<Area> merged, List<Attached> attached, Looks looks) {
        this.name = name;
        this.looks = looks;
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

    public Looks looks() {
        return looks;
    }

    /** Whether the respondent cannot have seen the cell without unhiding its row, column or sheet. */
    public boolean isHidden(int row, int column) {
        return looks.hidden()
                || looks.hiddenRows().contains(row)
                || looks.hiddenColumns().contains(column);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && attached.isEmpty();
    }

    /** The letters of a column. */
    public static String letters(int column) {
        return reference(column, 0, true);
    }

    /** The name that spreadsheets give a cell. */
    public static String reference(int row, int column) {
        return reference(column, row, false);
    }

    /** The row of a {@link #reference}. */
    static int row(String reference) {
        return Integer.parseInt(reference.replaceAll("\\D", "")) - 1;
    }

    /** The column of a {@link #reference}. */
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static String reference(int column, int row, boolean bare) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return bare ? letters.toString() : letters.toString() + (row + 1);
    }
}
