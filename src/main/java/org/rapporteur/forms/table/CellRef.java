package org.rapporteur.forms.table;

/** References of cells as spreadsheets write them: columns by letters, rows from 1. */
public final class CellRef {
    private CellRef() {}

    /** The letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA. */
    public static String letters(int column) {
        if (column < 0) {
            throw new IllegalArgumentException("no such column: " + column);
        }
        StringBuilder out = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            out.append((char) ('A' + (rest - 1) % 26));
        }
        return out.reverse().toString();
    }

    /** The reference of a cell: column counted from 0, row counted from 1. */
    public static String of(int column, long row) {
        return letters(column) + row;
    }

    /** The column of a reference such as {@code B12} or {@code $B$12}, counted from 0; -1 if it is not one. */
    public static int column(String ref) {
        int column = 0;
        int i = ref.startsWith("$") ? 1 : 0;
        int first = i;
        for (; i < ref.length() && Character.toUpperCase(ref.charAt(i)) >= 'A'; i++) {
            char c = Character.toUpperCase(ref.charAt(i));
            if (c > 'Z' || i - first >= 4) {
                return -1;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    /** The row of a reference, counted from 1; -1 if it is not one. */
    public static long row(String ref) {
        int i = ref.length();
        while (i > 0 && ref.charAt(i - 1) >= '0' && ref.charAt(i - 1) <= '9') {
            i--;
        }
        boolean digits = i < ref.length() && ref.length() - i <= 9;
        return digits ? Long.parseLong(ref.substring(i)) : -1;
    }
}
