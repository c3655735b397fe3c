package org.rapporteur.documents.model;

import java.util.List;
import java.util.Objects;

/**
 * A table. Columns are named from the leading side, so in Arabic the first stands on the right.
 *
 * @param look how it is ruled
 * @param caption the words over it; empty for none. The writer numbers captioned tables
 * @param columns the columns
 * @param header the rows repeated at the head of every page; may be empty
 * @param rows the rows
 * @param note small print under it; empty for none
 * @param summary one sentence for screen readers; empty takes the caption
 */
public record Table(
        Look look,
        List<Inline> caption,
        List<Column> columns,
        List<Row> header,
        List<Row> rows,
        List<Inline> note,
        String summary)
        implements Block {

    public Table {
        Objects.requireNonNull(look, "look");
        caption = List.copyOf(caption);
        columns = List.copyOf(columns);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        note = List.copyOf(note);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table without columns");
        }
        for (Row row : header) {
            check(row, columns.size());
        }
        for (Row row : rows) {
            check(row, columns.size());
        }
    }

    private static void check(Row row, int columns) {
        int span = row.cells().stream().mapToInt(Cell::span).sum();
        if (span != columns) {
            throw new IllegalArgumentException("a row of " + span + " cells in a table of " + columns + " columns");
        }
    }

    /** How a table is ruled. */
    public enum Look {
        /** A rule under the head, thin rules between rows. */
        RULED,
        /** No rules: a programme's or a list's alignment only. */
        PLAIN,
        /** A grid with white rules, for tinted cells. */
        MATRIX
    }

    /** Where the words stand in a cell; start and end follow the direction of writing. */
    public enum Align {
        START,
        CENTRE,
        END
    }

    /**
     * A column.
     *
     * @param width its share of the width of the page, in any unit: shares are added up
     * @param align where its words stand
     */
    public record Column(double width, Align align) {
        public Column {
            if (!(width > 0)) {
                throw new IllegalArgumentException("column width " + width);
            }
            Objects.requireNonNull(align, "align");
        }
    }

    /**
     * A row.
     *
     * @param cells its cells; their spans add up to the number of columns
     * @param kind an ordinary row, a subheading across the table, or a total
     */
    public record Row(List<Cell> cells, RowKind kind) {
        public Row {
            cells = List.copyOf(cells);
            Objects.requireNonNull(kind, "kind");
        }

        /** An ordinary row. */
        public static Row of(Cell... cells) {
            return new Row(List.of(cells), RowKind.BODY);
        }
    }

    /** What a row is. */
    public enum RowKind {
        BODY,
        GROUP,
        TOTAL
    }

    /**
     * A cell.
     *
     * @param paragraphs its paragraphs
     * @param align where its words stand; null for the column's way
     * @param fill background as RRGGBB; null for none
     * @param span the columns that it covers, 1 or more
     */
    public record Cell(List<List<Inline>> paragraphs, Align align, String fill, int span) {
        public Cell {
            paragraphs = paragraphs.stream().map(List::copyOf).toList();
            if (span < 1) {
                throw new IllegalArgumentException("cell span " + span);
            }
            if (fill != null && !fill.matches("[0-9A-F]{6}")) {
                throw new IllegalArgumentException("fill " + fill);
            }
        }

        /** A cell of one paragraph. */
        public static Cell of(Inline... content) {
            return new Cell(List.of(List.of(content)), null, null, 1);
        }

        /** A cell of plain words. */
        public static Cell of(String text) {
            return of(Inline.text(text));
        }

        /** A cell of several paragraphs. */
        public static Cell ofParagraphs(List<List<Inline>> paragraphs) {
            return new Cell(paragraphs, null, null, 1);
        }

        /** The same cell across several columns. */
        public Cell spanning(int columns) {
            return new Cell(paragraphs, align, fill, columns);
        }

        /** The same cell with a background. */
        public Cell filled(String colour) {
            return new Cell(paragraphs, align, colour, span);
        }

        /** The same cell with its words elsewhere. */
        public Cell aligned(Align where) {
            return new Cell(paragraphs, where, fill, span);
        }
    }
}
