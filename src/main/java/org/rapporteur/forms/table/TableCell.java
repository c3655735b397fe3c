package org.rapporteur.forms.table;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One cell.
 *
 * @param ref where it stands, such as {@code B12}
 * @param kind what it holds
 * @param text its content as plain text: numbers as the spreadsheet shows them ("00123", "45%"), or plainly where it
 *     gives them no format; dates and times in ISO 8601, {@code TRUE} or {@code FALSE}
 * @param value a {@code String}, {@link BigDecimal}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime},
 *     {@link java.time.LocalTime} or {@code Boolean}; {@code null} if empty
 * @param formula whether the value is a formula's, as the spreadsheet last computed it
 * @param anchor the first cell of the merged range that this cell belongs to without being the first; otherwise empty
 */
public record TableCell(String ref, Kind kind, String text, Object value, boolean formula, String anchor) {

    /** What a cell holds. Cells of text files hold text only: "NA" and "0041" are what they are. */
    public enum Kind {
        /** Nothing. */
        EMPTY,
        /** Text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A day, with or without a time. */
        DATE,
        /** A time of day. */
        TIME,
        /** True or false. */
        BOOLEAN,
        /** An error of the spreadsheet such as {@code #REF!}. */
        ERROR
    }

    /** Checks that every part is there. */
    public TableCell {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(anchor, "anchor");
    }

    /** A cell that holds nothing. */
    public static TableCell empty(String ref) {
        return new TableCell(ref, Kind.EMPTY, "", null, false, "");
    }

    /** A cell of text; empty if the text is. */
    public static TableCell text(String ref, String text) {
        return text.isEmpty() ? empty(ref) : new TableCell(ref, Kind.TEXT, text, text, false, "");
    }

    /** A cell of this kind and content. */
    static TableCell of(String ref, Kind kind, String text, Object value, boolean formula) {
        return new TableCell(ref, kind, text, value, formula, "");
    }

    /** Whether it holds nothing but spaces. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** This cell's content at another place of the merged range that it is the first of. */
    TableCell spreadTo(String place) {
        return new TableCell(place, kind, text, value, formula, ref);
    }

    /** An empty cell that belongs to the merged range of another. */
    static TableCell covered(String ref, String anchor) {
        return new TableCell(ref, Kind.EMPTY, "", null, false, anchor);
    }
}
