package org.rapporteur.forms.table;

/**
 * How much a table may hold; more is refused with a reason.
 *
 * @param fileBytes greatest size of the file, in bytes
 * @param unpackedBytes greatest size of an XLSX file's parts together when unpacked, in bytes
 * @param rows greatest number of rows in a sheet
 * @param columns greatest number of columns
 * @param cellChars greatest length of a cell, in UTF-16 units
 */
public record TableLimits(long fileBytes, long unpackedBytes, long rows, int columns, int cellChars) {

    /** Generous for any survey or list, small enough for an ordinary laptop; rows as in a spreadsheet. */
    public static final TableLimits DEFAULT = new TableLimits(200L << 20, 600L << 20, 1_048_576, 4_000, 100_000);
}
