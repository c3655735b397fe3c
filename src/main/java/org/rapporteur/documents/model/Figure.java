package org.rapporteur.documents.model;

import java.util.List;
import java.util.Objects;

/**
 * A figure: a chart that keeps its numbers, so that a reader who cannot see it, or does not trust it, has them.
 *
 * @param caption the words over it; the writer numbers figures
 * @param chart what is shown
 * @param alternative what a screen reader says: the finding, not the looks
 * @param note small print under it: base, who did not answer; empty for none
 * @param tableShown whether the numbers are also printed as a table; a native chart carries them in its own data sheet
 *     in any case
 */
public record Figure(List<Inline> caption, Chart chart, String alternative, List<Inline> note, boolean tableShown)
        implements Block {

    public Figure {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(alternative, "alternative");
        caption = List.copyOf(caption);
        note = List.copyOf(note);
    }

    /** What a figure shows. */
    public sealed interface Chart {}

    /**
     * Horizontal bars, one a category and series.
     *
     * @param categoryTitle what the categories are, for the data table
     * @param categories their names, in the order shown from the top
     * @param series the numbers
     * @param stacked whether the series of a category stand on one bar
     * @param maximum the end of the scale (the base of the counts); 0 lets the data decide
     */
    public record Bars(
            String categoryTitle, List<String> categories, List<Series> series, boolean stacked, double maximum)
            implements Chart {
        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            for (Series one : series) {
                if (one.values().size() != categories.size()) {
                    throw new IllegalArgumentException("series " + one.name() + ": "
                            + one.values().size() + " values for " + categories.size() + " categories");
                }
            }
        }
    }

    /**
     * One series of bars.
     *
     * @param name what it counts
     * @param values one number a category, 0 or more
     * @param colour RRGGBB; null for the next colour of the palette
     */
    public record Series(String name, List<Double> values, String colour) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * Counts by two groupings, tinted by share. A cell without a base is empty, which is not the same as none.
     *
     * @param rowTitle what the rows are
     * @param rows names of the rows
     * @param columns names of the columns
     * @param cells one list a row, one cell a column
     * @param totals one cell a row for all columns together; empty for no such column
     * @param totalTitle the name of that column
     */
    public record Matrix(
            String rowTitle,
            List<String> rows,
            List<String> columns,
            List<List<Share>> cells,
            List<Share> totals,
            String totalTitle)
            implements Chart {
        public Matrix {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = cells.stream().map(List::copyOf).toList();
            totals = List.copyOf(totals);
            if (cells.size() != rows.size() || !(totals.isEmpty() || totals.size() == rows.size())) {
                throw new IllegalArgumentException("matrix of " + cells.size() + " for " + rows.size() + " rows");
            }
            for (List<Share> row : cells) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("matrix row of " + row.size());
                }
            }
        }
    }

    /**
     * A count with its base.
     *
     * @param count 0 to base
     * @param base the respondents that could have been counted; 0 when there are none
     */
    public record Share(int count, int base) {
        public Share {
            if (count < 0 || base < 0 || count > base) {
                throw new IllegalArgumentException(count + " of " + base);
            }
        }

        /** The share, 0 to 1; 0 without a base. */
        public double share() {
            return base == 0 ? 0 : (double) count / base;
        }
    }
}
