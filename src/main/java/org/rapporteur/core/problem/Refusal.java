package org.rapporteur.core.problem;

import java.util.Objects;

/**
 * Why a row, a cell or a whole file that came in was not taken. Refused rows are kept and shown with the reason; they
 * never disappear.
 *
 * @param file name of the file as the person knows it, without folders
 * @param sheet name of the sheet; empty for files that have none
 * @param row row in the file, counted from 1 as spreadsheets do; 0 for the whole file
 * @param cell cell reference such as {@code B12}; empty if the row or file as a whole is meant
 * @param reason the reason, as key and arguments
 */
public record Refusal(String file, String sheet, long row, String cell, Message reason) {

    /** Checks that every part is there. */
    public Refusal {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(reason, "reason");
        if (row < 0) {
            throw new IllegalArgumentException("rows are counted from 1, 0 is the whole file: " + row);
        }
    }

    /** A refusal of the whole file. */
    public static Refusal file(String file, String reasonKey, Object... args) {
        return new Refusal(file, "", 0, "", Message.of(reasonKey, args));
    }

    /** A refusal of one row. */
    public static Refusal row(String file, String sheet, long row, String reasonKey, Object... args) {
        return new Refusal(file, sheet, row, "", Message.of(reasonKey, args));
    }

    /** A refusal of one cell. */
    public static Refusal cell(String file, String sheet, long row, String cell, String reasonKey, Object... args) {
        return new Refusal(file, sheet, row, cell, Message.of(reasonKey, args));
    }

    /** Whether the whole file was refused. */
    public boolean wholeFile() {
        return row == 0;
    }
}
