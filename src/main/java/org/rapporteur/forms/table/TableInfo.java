package org.rapporteur.forms.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a table's file.
 *
 * @param file its name without folders
 * @param format its format, told by its content
 * @param bytes its size in bytes
 * @param sha256 SHA-256 of its bytes, in lower-case hexadecimal digits
 * @param encoding encoding of a text file; empty for spreadsheets
 * @param dialect delimiter and quotation mark of a text file; empty for spreadsheets
 * @param sheets the sheets of a spreadsheet; empty for text files
 * @param sheet the sheet that was read; empty for text files
 * @param dialectConfidence how sure the program is of the delimiter, from 0 to 100; 100 if stated or for spreadsheets
 */
public record TableInfo(
        String file,
        Format format,
        long bytes,
        String sha256,
        Optional<Encoding> encoding,
        Optional<CsvDialect> dialect,
        List<Sheet> sheets,
        String sheet,
        int dialectConfidence) {

    /**
     * Checks that the encoding is known well enough to take the table in.
     *
     * @throws org.rapporteur.core.problem.Problem TAB-16 if it was guessed with less than {@link Encoding#FLOOR}
     */
    public void checkEncoding() {
        if (encoding.isPresent() && encoding.get().confidence() < Encoding.FLOOR) {
            throw TableProblems.encodingUnclear(file, encoding.get());
        }
    }

    /** Formats of tables. */
    public enum Format {
        /** Text with a delimiter. */
        CSV,
        /** Office Open XML workbook. */
        XLSX,
        /** Excel 97-2003 workbook. */
        XLS
    }

    /**
     * The encoding of a text file.
     *
     * @param charset the encoding used
     * @param confidence how sure the program is, from 0 to 100; 100 if it was stated, marked or proved
     * @param others encodings that may be meant instead, likeliest first
     */
    public record Encoding(Charset charset, int confidence, List<Charset> others) {
        /** Below this nothing is taken in without a choice. */
        public static final int FLOOR = 60;

        /** From this on the guess needs no person. */
        public static final int SURE = 85;

        /** Whether it was guessed: neither stated, marked nor proved. */
        public boolean guessed() {
            return confidence < 100;
        }

        /** Takes a copy of the list. */
        public Encoding {
            others = List.copyOf(others);
        }
    }

    /**
     * A sheet.
     *
     * @param name its name
     * @param hidden whether the spreadsheet hides it
     * @param filled whether it holds anything
     */
    public record Sheet(String name, boolean hidden, boolean filled) {}

    /** Takes a copy of the sheets. */
    public TableInfo {
        sheets = List.copyOf(sheets);
    }
}
