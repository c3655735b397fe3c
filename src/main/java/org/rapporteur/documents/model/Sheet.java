package org.rapporteur.documents.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A sheet of a workbook: one table with typed cells.
 *
 * @param name the tab's name; the writer shortens it and makes it unique
 * @param title a line over the table
 * @param notes lines under the title: base, source, the notice that contents are illustrative
 * @param columns the columns
 * @param rows one list of cells a row, as long as the columns
 */
public record Sheet(String name, String title, List<String> notes, List<Column> columns, List<List<Cell>> rows) {

    public Sheet {
        Objects.requireNonNull(name, "name");
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells for " + columns.size() + " columns in " + name);
            }
        }
    }

    /**
     * A column.
     *
     * @param header its name
     * @param width in characters; 0 lets the writer measure
     */
    public record Column(String header, int width) {}

    /** The value of a cell. */
    public sealed interface Cell {}

    /** Words, written as text whatever they begin with. */
    public record TextCell(String text) implements Cell {
        public TextCell {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A whole number. */
    public record IntegerCell(long value) implements Cell {}

    /**
     * A number with decimals.
     *
     * @param value the number
     * @param decimals the decimals shown, 1 to 6
     */
    public record DecimalCell(BigDecimal value, int decimals) implements Cell {}

    /** A share shown as per cent; 1 is 100 %. */
    public record PercentCell(double share) implements Cell {}

    /** A day. */
    public record DateCell(LocalDate date) implements Cell {}

    /** Nothing: not answered, not applicable. */
    public record EmptyCell() implements Cell {}

    /** Words, or nothing when there are none. */
    public static Cell text(String text) {
        return text == null || text.isEmpty() ? new EmptyCell() : new TextCell(text);
    }

    /** A whole number. */
    public static Cell integer(long value) {
        return new IntegerCell(value);
    }

    /** A share; nothing when it has no base. */
    public static Cell percent(int count, int base) {
        return base == 0 ? new EmptyCell() : new PercentCell((double) count / base);
    }

    /** A day, or nothing. */
    public static Cell date(LocalDate date) {
        return date == null ? new EmptyCell() : new DateCell(date);
    }
}
