package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.rapporteur.core.text.PlainText;

/**
 * What a respondent wrote in one place, as a file holds it.
 *
 * @param text the words as the respondent sees them, cleaned and stripped; "" if there is nothing
 * @param form what the file says it is
 * @param number the number behind the words, if {@link Form#NUMBER}, else not a number
 * @param formula whether the text is the last result of a formula
 * @param shown how a {@link Form#DATE} is shown, "" if that is not known
 */
public record Written(String text, Form form, double number, boolean formula, String shown) {

    /** Nothing. */
    public static final Written NOTHING = text("");

    /** What the file says the content is. */
    public enum Form {
        TEXT,
        /** A plain number; shown as one, not as a percentage or a day. */
        NUMBER,
        /** A day; the text is ISO 8601, with the time of day behind it if there is one. */
        DATE,
        /** A number that is shown as something else (a percentage, a time); only the text tells what was meant. */
        SHOWN,
        /** True or false; the text is {@code true} or {@code false}. */
        BOOLEAN
    }

    public static Written text(String text) {
        return new Written(strip(PlainText.clean(text)), Form.TEXT, Double.NaN, false, "");
    }

    /** A number with the text that is shown for it. */
    public static Written number(double number, String shown) {
        return new Written(strip(PlainText.clean(shown)), Form.NUMBER, number, false, "");
    }

    public static Written date(LocalDate day) {
        return new Written(day.toString(), Form.DATE, Double.NaN, false, "");
    }

    /** A day with the time of day if it has one, and how it is shown. */
    public static Written date(LocalDateTime moment, String shown) {
        LocalTime time = moment.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        String text = moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time);
        return new Written(text, Form.DATE, Double.NaN, false, strip(PlainText.clean(shown)));
    }

    /** A number shown as something else. */
    public static Written shown(String shown) {
        return new Written(strip(PlainText.clean(shown)), Form.SHOWN, Double.NaN, false, "");
    }

    public static Written bool(boolean value) {
        return new Written(Boolean.toString(value), Form.BOOLEAN, Double.NaN, false, "");
    }

    /** The same as the result of a formula. */
    public Written asFormula() {
        return new Written(text, form, number, true, shown);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    // Also no-break and zero-width spaces, which make a cell look empty.
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0x200C || c == 0x200D;
    }
}
