package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Tone;

/**
 * One column of a list: a field of the kind, or something computed for all rows at once. Immutable; each step returns
 * a new column.
 *
 * @param id name of the field or a name of its own
 * @param labelKey message key of the heading; null for a field's own name
 * @param loader what computes it; null for a field
 * @param width preferred width in pixels; 0 for the usual one of its type
 * @param number whether it is set at the end of the column in figures of equal width
 * @param shown whether it is shown before somebody chooses otherwise
 * @param tone how the stored value (of a field) or the text is meant; null for plain text
 */
public record RecordColumn(
        String id,
        String labelKey,
        Loader loader,
        double width,
        boolean number,
        boolean shown,
        Function<String, Tone> tone) {

    /**
     * A small sign within a cell, such as a language of a document.
     *
     * @param letters what it shows, a few letters
     * @param tone how it is meant; each tone has a border of its own, null is faint and without
     */
    public record Mark(String letters, Tone tone) {}

    /**
     * What one cell shows.
     *
     * @param text its words, "" for nothing
     * @param order what it is sorted by: a number, or a text that sorts by code unit; null sorts by the words
     * @param tone how it is meant; null for plain text
     * @param marks signs shown in place of the words, which then say what the signs mean; usually none
     */
    public record Cell(String text, Comparable<?> order, Tone tone, List<Mark> marks) {
        /** Copies the marks. */
        public Cell {
            marks = List.copyOf(marks);
        }

        /** A cell without marks. */
        public Cell(String text, Comparable<?> order, Tone tone) {
            this(text, order, tone, List.of());
        }

        /** The same shown as signs. */
        public Cell marks(List<Mark> signs) {
            return new Cell(text, order, tone, signs);
        }

        /** Plain text, sorted as the language does. */
        public static Cell of(String text) {
            return new Cell(text, null, null);
        }

        /** Text sorted by a number. */
        public static Cell of(String text, double order) {
            return new Cell(text, order, null);
        }

        /** The same as icon and word. */
        public Cell tone(Tone meaning) {
            return new Cell(text, order, meaning, marks);
        }

        /** An empty cell. */
        public static final Cell NONE = of("");
    }

    /** Computes a column for all rows at once, off the window's thread; rows left out of the result show nothing. */
    @FunctionalInterface
    public interface Loader {
        Map<UUID, Cell> load(Records records, List<Row> rows);
    }

    /** A field of the kind. */
    public static RecordColumn field(String name) {
        return new RecordColumn(name, null, null, 0, false, true, null);
    }

    /** Something computed. */
    public static RecordColumn computed(String id, String labelKey, Loader loader) {
        return new RecordColumn(id, labelKey, loader, 0, false, true, null);
    }

    /** With a preferred width in pixels. */
    public RecordColumn width(double pixels) {
        return new RecordColumn(id, labelKey, loader, pixels, number, shown, tone);
    }

    /** Set at the end of the column. */
    public RecordColumn asNumber() {
        return new RecordColumn(id, labelKey, loader, width, true, shown, tone);
    }

    /** Shown only if somebody chooses it. */
    public RecordColumn hidden() {
        return new RecordColumn(id, labelKey, loader, width, number, false, tone);
    }

    /** Shown as a chip; the tone is found from the stored value of a field. */
    public RecordColumn chip(Function<String, Tone> meaning) {
        return new RecordColumn(id, labelKey, loader, width, number, shown, meaning);
    }

    /** With a heading of its own. */
    public RecordColumn heading(String key) {
        return new RecordColumn(id, key, loader, width, number, shown, tone);
    }

    boolean computed() {
        return loader != null;
    }
}
