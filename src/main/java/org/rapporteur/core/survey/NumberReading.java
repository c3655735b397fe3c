package org.rapporteur.core.survey;

import java.math.BigDecimal;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.NumberText;

/** Reads numbers from what was written. What can be read in two ways, or is only roughly a number, is not read. */
final class NumberReading {

    /**
     * @param value the number in canonical form (no grouping, a point for the fraction), "" if it was not read
     * @param doubt why not, null if it was
     * @param offered the number that may be meant, "" for none
     */
    record Result(String value, Doubt doubt, String offered) {
        Result(String value, Doubt doubt) {
            this(value, doubt, "");
        }
    }

    private NumberReading() {}

    /** Reads a count: a whole number that is not below zero. */
    static Result whole(Written written, Language language) {
        Result read = decimal(written, language);
        if (read.doubt() != null) {
            return read;
        }
        try {
            String whole = new BigDecimal(read.value()).toBigIntegerExact().toString();
            return whole.startsWith("-") ? new Result("", Doubt.NEGATIVE, whole.substring(1)) : new Result(whole, null);
        } catch (ArithmeticException hasFraction) {
            return new Result("", Doubt.NOT_A_NUMBER);
        }
    }

    /** Reads a number that may have a fraction. */
    static Result decimal(Written written, Language language) {
        return switch (written.form()) {
            case NUMBER -> {
                double number = written.number();
                // Beyond fifteen digits a spreadsheet has lost the last ones.
                boolean exact = !Double.isNaN(number) && Math.abs(number) < 1e15;
                yield exact ? new Result(plain(BigDecimal.valueOf(number)), null) : new Result("", Doubt.DIGITS_LOST);
            }
            case TEXT -> text(written.text(), language);
            case DATE, SHOWN, BOOLEAN -> new Result("", Doubt.NOT_A_NUMBER);
        };
    }

    private static Result text(String text, Language language) {
        NumberText.Reading reading = NumberText.read(text, language);
        if (reading.exact().isPresent() && !reading.percent()) {
            return new Result(plain(reading.value()), null);
        }
        boolean rough = reading.doubt() == NumberText.Doubt.WORDS || reading.doubt() == NumberText.Doubt.SEVERAL;
        return new Result("", rough ? Doubt.APPROXIMATE : Doubt.NOT_A_NUMBER);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.signum() == 0 ? BigDecimal.ZERO : stripped).toPlainString();
    }
}
