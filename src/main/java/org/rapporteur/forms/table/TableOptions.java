package org.rapporteur.forms.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to read a table, where the person knows better than the program's guess.
 *
 * @param charset encoding of a text file; empty to detect it
 * @param delimiter character between cells of a text file; empty to detect it
 * @param quote quotation mark of a text file; empty to detect it
 * @param sheet name of the sheet; empty for the first visible one that holds anything
 * @param headerRow row that holds the column names, counted from 1; 0 for the first that is not empty; -1 if there
 *     are none
 * @param headerLines lines that name the columns: 1, 2 (a group of columns above its parts), or 0 to tell by itself
 * @param columns names of columns that the table is known to have, by which the row of names and the delimiter are
 *     found; may be empty
 * @param fillMerged whether the cells of a merged range all get its value; otherwise only the first does
 * @param limits how much the table may hold
 */
public record TableOptions(
        Optional<Charset> charset,
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<String> sheet,
        int headerRow,
        int headerLines,
        List<String> columns,
        boolean fillMerged,
        TableLimits limits) {

    /** Everything detected, names in the first row that is not empty, merged ranges filled. */
    public static final TableOptions DETECT = new TableOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            List.of(),
            true,
            TableLimits.DEFAULT);

    /** Checks that every part is there. */
    public TableOptions {
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(quote, "quote");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(limits, "limits");
        columns = List.copyOf(columns);
        if (headerLines < 0 || headerLines > 2) {
            throw new IllegalArgumentException("no such head: " + headerLines);
        }
        if (headerRow < -1) {
            throw new IllegalArgumentException("no such row: " + headerRow);
        }
    }

    /** The same with this encoding. */
    public TableOptions withCharset(Charset value) {
        return new TableOptions(
                Optional.of(value), delimiter, quote, sheet, headerRow, headerLines, columns, fillMerged, limits);
    }

    /** The same with this delimiter. */
    public TableOptions withDelimiter(char value) {
        return new TableOptions(
                charset, Optional.of(value), quote, sheet, headerRow, headerLines, columns, fillMerged, limits);
    }

    /** The same with this quotation mark. */
    public TableOptions withQuote(char value) {
        return new TableOptions(
                charset, delimiter, Optional.of(value), sheet, headerRow, headerLines, columns, fillMerged, limits);
    }

    /** The same with this sheet. */
    public TableOptions withSheet(String value) {
        return new TableOptions(
                charset, delimiter, quote, Optional.of(value), headerRow, headerLines, columns, fillMerged, limits);
    }

    /** The same with names in this row; see {@link #headerRow()}. */
    public TableOptions withHeaderRow(int value) {
        return new TableOptions(charset, delimiter, quote, sheet, value, headerLines, columns, fillMerged, limits);
    }

    /** The same with so many lines of names; see {@link #headerLines()}. */
    public TableOptions withHeaderLines(int value) {
        return new TableOptions(charset, delimiter, quote, sheet, headerRow, value, columns, fillMerged, limits);
    }

    /** The same with columns that the table is known to have. */
    public TableOptions withColumns(List<String> value) {
        return new TableOptions(charset, delimiter, quote, sheet, headerRow, headerLines, value, fillMerged, limits);
    }

    /** The same with merged ranges filled or not. */
    public TableOptions withFillMerged(boolean value) {
        return new TableOptions(charset, delimiter, quote, sheet, headerRow, headerLines, columns, value, limits);
    }

    /** The same with other limits. */
    public TableOptions withLimits(TableLimits value) {
        return new TableOptions(charset, delimiter, quote, sheet, headerRow, headerLines, columns, fillMerged, value);
    }
}
