package org.rapporteur.core.survey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;

/**
 * Reads numbers as people write them, in the digits of any script. What can be read in two ways, or is only roughly a
 * number, is not read at all.
 */
final class NumberReading {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
    private static final Pattern GROUPED = Pattern.compile("([+-]?\\d{1,3})(?:([,.' ])(\\d{3}))(?:\\2\\d{3}){0,4}");
    private static final Pattern FRACTION = Pattern.compile("([+-]?\\d{1,15})[.,](\\d{1,9})");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern RANGE = Pattern.compile("\\d\\s*(?:[-\u2010-\u2015~/]|\\.\\.+|\u2026)\\s*\\d");
    private static final Pattern ROUGH_SIGN = Pattern.compile("[~\u2248\u00B1<>\u2264\u2265\u2243\u223C]|\\d\\s*\\+");

    /** Words that make a number a rough one, as keys for comparing; Latin script. */
    private static final Set<String> ROUGH_WORDS = Set.of(("about around approximately approx circa ca roughly nearly"
                    + " almost over under between least most more less some to or environ env presque pres peu plus"
                    + " moins entre ou unos unas aproximadamente aprox alrededor casi cerca mas menos como hasta jusqua")
            .split(" "));

    /** Parts of such words where words are inflected or written together; as keys for comparing. */
    private static final List<String> ROUGH_PARTS = List.of(("حوال نحو تقريب قراب زهاء اكثر اقل بين"
                    + " 大约 约 左右 上下 多 近 几 至 около примерно прибл порядка почти более менее больше меньше свыше")
            .split(" "));

    /**
     * @param value the number in canonical form (no grouping, a point for the fraction), "" if it was not read
     * @param doubt why not, null if it was
     */
    record Result(String value, Doubt doubt) {}

    private NumberReading() {}

    /** Reads a whole number. */
    static Result whole(Written written, Language language) {
        Result read = read(written, language, true);
        if (read.doubt() != null) {
            return read;
        }
        try {
            return new Result(new BigDecimal(read.value()).toBigIntegerExact().toString(), null);
        } catch (ArithmeticException hasFraction) {
            return new Result("", Doubt.NOT_A_NUMBER);
        }
    }

    /** Reads a number that may have a fraction. */
    static Result decimal(Written written, Language language) {
        return read(written, language, false);
    }

    private static Result read(Written written, Language language, boolean whole) {
        if (written.form() == Written.Form.NUMBER) {
            double number = written.number();
            boolean exact = !Double.isNaN(number) && !Double.isInfinite(number) && Math.abs(number) < 1e15;
            return exact ? new Result(plain(BigDecimal.valueOf(number)), null) : doubt(Doubt.NOT_A_NUMBER);
        }
        if (written.form() != Written.Form.TEXT) {
            return doubt(Doubt.NOT_A_NUMBER);
        }
        String text = plainDigits(written.text());
        if (WHOLE.matcher(text).matches()) {
            return new Result(plain(new BigDecimal(text)), null);
        }
        Matcher grouped = GROUPED.matcher(text);
        if (grouped.matches()) {
            boolean several = text.length() > grouped.end(3);
            char separator = grouped.group(2).charAt(0);
            boolean fraction = (separator == '.' || separator == ',') && !several;
            if (fraction && grouped.group(1).matches("[+-]?0+")) {
                return new Result(plain(new BigDecimal(text.replace(',', '.'))), null);
            }
            // "1,200" is twelve hundred to some readers and one and a fifth to others.
            if (fraction && !(whole && separator == groupSign(language))) {
                return doubt(Doubt.NOT_A_NUMBER);
            }
            return new Result(plain(new BigDecimal(text.replaceAll("[,.' ]", ""))), null);
        }
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return new Result(plain(new BigDecimal(fraction.group(1) + "." + fraction.group(2))), null);
        }
        return doubt(rough(text) ? Doubt.APPROXIMATE : Doubt.NOT_A_NUMBER);
    }

    private static Result doubt(Doubt doubt) {
        return new Result("", doubt);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.signum() == 0 ? BigDecimal.ZERO : stripped).toPlainString();
    }

    private static char groupSign(Language language) {
        return switch (language) {
            case EN, ZH, AR -> ',';
            case ES -> '.';
            case FR, RU -> ' ';
        };
    }

    private static boolean rough(String text) {
        if (!DIGIT.matcher(text).find()) {
            return false;
        }
        if (RANGE.matcher(text).find() || ROUGH_SIGN.matcher(text).find()) {
            return true;
        }
        String key = MatchKey.of(text);
        for (String word : key.split(" ")) {
            if (ROUGH_WORDS.contains(word)) {
                return true;
            }
        }
        return ROUGH_PARTS.stream().anyMatch(key::contains);
    }

    /** Digits of every script as 0-9, signs that stand for the same as one sign, spaces as a space. */
    static String plainDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            } else {
                switch (c) {
                    case 0x066B, 0xFF0E -> out.append('.');
                    case 0x066C, 0x060C, 0xFF0C -> out.append(',');
                    case 0x2019, 0x02BC -> out.append('\'');
                    case 0x2212, 0xFF0D, 0xFE63 -> out.append('-');
                    case 0xFF0B -> out.append('+');
                    // Direction marks that bidirectional editors put beside numbers.
                    case 0x200E, 0x200F, 0x061C -> {}
                    default -> {
                        if (Character.isSpaceChar(c)) {
                            out.append(' ');
                        } else {
                            out.appendCodePoint(c);
                        }
                    }
                }
            }
        }
        return out.toString().strip();
    }
}
