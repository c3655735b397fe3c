package org.rapporteur.core.text;

/**
 * Text for cells of exported tables (CSV and the like), where spreadsheet programs run a text that begins like a
 * formula. Such a text is quoted with an apostrophe, never shortened or changed otherwise, and can be restored. In
 * XLSX a text cell is not run, so the writer there marks it as text instead.
 */
public final class CellText {
    private CellText() {}

    /**
     * The text with an apostrophe before it if a spreadsheet would run it, or if it begins with apostrophes before
     * such a text (so that no two texts become the same).
     */
    public static String neutralise(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    /** The text that {@link #neutralise(String)} was given; for tables that this program wrote. */
    public static String restore(String cell) {
        return cell.startsWith("'") && isRisky(cell) ? cell.substring(1) : cell;
    }

    /** Whether a spreadsheet would take this text for a formula, leading apostrophes aside. */
    public static boolean isRisky(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        return switch (text.charAt(i)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}
