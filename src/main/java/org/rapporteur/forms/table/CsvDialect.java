package org.rapporteur.forms.table;

/**
 * How a text file parts its cells.
 *
 * @param delimiter character between cells
 * @param quote quotation mark around cells that hold delimiters or line ends; doubled inside them
 */
public record CsvDialect(char delimiter, char quote) {

    /** Comma and double quotation mark, as in RFC 4180. */
    public static final CsvDialect STANDARD = new CsvDialect(',', '"');

    /** Checks that the two differ and are not line ends. */
    public CsvDialect {
        boolean lineEnd = delimiter == '\n' || delimiter == '\r' || quote == '\n' || quote == '\r';
        if (delimiter == quote || lineEnd) {
            throw new IllegalArgumentException("not a delimiter and a quotation mark");
        }
    }
}
