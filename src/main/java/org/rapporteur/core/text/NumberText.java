package org.rapporteur.core.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in answers, in any of the six languages. A number is taken only if nothing about it
 * is in doubt; everything else is handed to a person with a reason and, where there is one, a guess: "around 1,200",
 * "1.200" in English, "10-12", "1,2 million".
 */
public final class NumberText {

    /** How a text was understood. */
    public enum Kind {
        /** One number, beyond doubt. */
        EXACT,
        /** There is a number, but a person must decide which. */
        DOUBTFUL,
        /** There is no digit in it. */
        NONE
    }

    /** Why a number is in doubt; {@link #key()} is its message. */
    public enum Doubt {
        /** Words or signs beside the number: "around 1,200", "25 persons", "more than 7". */
        WORDS,
        /** A sign that could mean thousands or decimals: "1.200". */
        SEPARATOR,
        /** More than one number: "10-12", "3 or 4". */
        SEVERAL;

        /** Key of the message that explains the doubt. */
        public String key() {
            return "problem.number." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A text understood as a number, or not.
     *
     * @param kind how sure it is
     * @param value the number if exact; the guess, if there is one, if doubtful; otherwise {@code null}
     * @param percent whether a percent sign followed; the value is as written, 12 for "12 %"
     * @param doubt the reason if doubtful; otherwise {@code null}
     */
    public record Reading(Kind kind, BigDecimal value, boolean percent, Doubt doubt) {
        /** Checks the kind. */
        public Reading {
            Objects.requireNonNull(kind, "kind");
        }

        /** The number if it is beyond doubt. */
        public Optional<BigDecimal> exact() {
            return kind == Kind.EXACT ? Optional.of(value) : Optional.empty();
        }

        /** The guess for a person to confirm. */
        public Optional<BigDecimal> guess() {
            return kind == Kind.DOUBTFUL ? Optional.ofNullable(value) : Optional.empty();
        }
    }

    private static final Reading NONE = new Reading(Kind.NONE, null, false, null);
    // Longer than any count or sum that people report; keeps hostile digits away from BigDecimal.
    private static final int MOST_DIGITS = 30;
    private static final char ARABIC_DECIMAL = '\u066B';
    // Words after which the numeral alone would be a wrong guess, as MatchKey writes them.
    private static final Set<String> MAGNITUDES = Set.of(
            ("k m mn bn thousand thousands hundred hundreds million millions billion billions dozen dozens mille millier"
                            + " milliers millones millon milliard milliards mil miles cientos тыс тысяч тысячи тысяча млн млрд миллион"
                            + " миллиона миллионов сотен الف الاف مليون ملايين مليار 万 千 百 亿 十")
                    .split(" "));
    private static final Pattern DIGITS = Pattern.compile("[0-9]");
    // One numeral with its separators; what stands around it decides whether it is in doubt. Possessive throughout,
    // so that hostile text cannot make it try again.
    private static final Pattern NUMERAL = Pattern.compile("[0-9]++(?:[ .,'\\u066B][0-9]++)*+(?:[.,](?![0-9]))?+");
    private static final Pattern DATE_OR_RANGE = Pattern.compile("[0-9]\\s*[-/:][\\s]*[0-9]");

    private NumberText() {}

    /** Reads a number written by someone who writes this language. */
    public static Reading read(String text, Language language) {
        String plain = plain(text == null ? "" : text);
        if (!DIGITS.matcher(plain).find()) {
            return NONE;
        }
        if (DATE_OR_RANGE.matcher(plain).find()) {
            return doubtful(null, false, Doubt.SEVERAL);
        }
        Matcher numeral = NUMERAL.matcher(plain);
        if (!numeral.find()) {
            return doubtful(null, false, Doubt.WORDS);
        }
        String before = plain.substring(0, numeral.start());
        String after = plain.substring(numeral.end());
        String written = numeral.group();
        if (DIGITS.matcher(after).find()) {
            return doubtful(null, false, Doubt.SEVERAL);
        }
        if (written.endsWith(".") || written.endsWith(",")) {
            // The end of a sentence, not a decimal sign.
            written = written.substring(0, written.length() - 1);
        }
        boolean percent = after.strip().equals("%");
        boolean negative = before.equals("-");
        Reading number = numeral(written, language);
        if (number.kind() != Kind.EXACT) {
            return new Reading(number.kind(), negated(number.value(), negative), percent, number.doubt());
        }
        BigDecimal value = negated(number.value(), negative);
        boolean bare = (before.isEmpty() || negative || before.equals("+")) && (after.isBlank() || percent);
        if (bare) {
            return new Reading(Kind.EXACT, value, percent, null);
        }
        return doubtful(misleading(before, after) ? null : value, percent, Doubt.WORDS);
    }

    // ".5" is not 5, and "1.2 million" is not 1.2.
    private static boolean misleading(String before, String after) {
        boolean cut = !before.isEmpty() && ".,'\u066B".indexOf(before.charAt(before.length() - 1)) >= 0;
        String next = MatchKey.of(after);
        String word = next.split(" ")[0];
        boolean chinese = !next.isEmpty() && MAGNITUDES.contains(next.substring(0, 1));
        return cut || chinese || MAGNITUDES.contains(word);
    }

    // ASCII digits, one kind of space, point, comma, minus and percent; nothing else is changed.
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String clean = PlainText.line(text.length() > 400 ? text.substring(0, 400) : text);
        for (int i = 0; i < clean.length(); ) {
            int c = clean.codePointAt(i);
            i += Character.charCount(c);
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                out.append((char) ('0' + digit));
                continue;
            }
            switch (c) {
                case 0x066C -> out.append('\'');
                case 0x060C, 0xFF0C -> out.append(',');
                case 0xFF0E -> out.append('.');
                case 0x2019, 0x02BC, 0x00B4 -> out.append('\'');
                case 0x2212, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0xFF0D -> out.append('-');
                case 0x066A, 0xFF05 -> out.append('%');
                // Direction marks around numbers in Arabic text.
                case 0x200E, 0x200F, 0x061C, 0x2066, 0x2067, 0x2068, 0x2069 -> {}
                default -> {
                    if (PlainText.isSpace(c)) {
                        out.append(' ');
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
        return out.toString().strip();
    }

    private static Reading numeral(String written, Language language) {
        String digits = written.replaceAll("[^0-9]", "");
        if (digits.length() > MOST_DIGITS) {
            return doubtful(null, false, Doubt.WORDS);
        }
        int arabic = written.indexOf(ARABIC_DECIMAL);
        if (arabic >= 0) {
            // This sign is never ambiguous, so whatever stands before it is thousands.
            boolean one = written.lastIndexOf(ARABIC_DECIMAL) == arabic;
            boolean clear = one && grouped(written.substring(0, arabic).replaceAll("[ ,]", "'"), '\'');
            return clear && isDigits(written.substring(arabic + 1))
                    ? decimal(written, arabic)
                    : doubtful(null, false, Doubt.SEPARATOR);
        }
        boolean point = written.indexOf('.') >= 0;
        boolean comma = written.indexOf(',') >= 0;
        boolean gap = written.indexOf(' ') >= 0 || written.indexOf('\'') >= 0;
        if (!point && !comma) {
            return !gap || grouped(written.replace('\'', ' '), ' ')
                    ? exact(digits)
                    : doubtful(null, false, Doubt.SEVERAL);
        }
        if (point && comma) {
            char decimal = written.lastIndexOf('.') > written.lastIndexOf(',') ? '.' : ',';
            char thousands = decimal == '.' ? ',' : '.';
            int at = written.lastIndexOf(decimal);
            boolean clear = written.indexOf(decimal) == at && !gap && grouped(written.substring(0, at), thousands);
            return clear ? decimal(written, at) : doubtful(null, false, Doubt.SEPARATOR);
        }
        char sign = point ? '.' : ',';
        int at = written.indexOf(sign);
        if (gap) {
            // "1 200,50": spaces are thousands, so the sign is decimal.
            boolean clear = written.lastIndexOf(sign) == at
                    && written.lastIndexOf(' ') < at
                    && written.lastIndexOf('\'') < at
                    && grouped(written.substring(0, at).replace('\'', ' '), ' ');
            return clear ? decimal(written, at) : doubtful(null, false, Doubt.SEVERAL);
        }
        if (written.lastIndexOf(sign) != at) {
            return grouped(written, sign) ? exact(digits) : doubtful(null, false, Doubt.SEPARATOR);
        }
        return oneSign(written, sign, at, language);
    }

    private static Reading oneSign(String written, char sign, int at, Language language) {
        boolean looksGrouped = grouped(written, sign);
        boolean commaIsThousands = language == Language.EN || language == Language.ZH;
        if (sign == ',' && commaIsThousands) {
            Reading decimal = decimal(written, at);
            return looksGrouped ? exact(written.replace(",", "")) : doubtful(decimal.value(), false, Doubt.SEPARATOR);
        }
        if (looksGrouped) {
            // "1,200" from a French ministry may be 1.2 or, typed in an English Excel, 1200.
            return doubtful(new BigDecimal(written.replace(String.valueOf(sign), "")), false, Doubt.SEPARATOR);
        }
        return decimal(written, at);
    }

    // One to three digits, then threes; a leading zero groups nothing.
    private static boolean grouped(String written, char thousands) {
        String[] groups = written.split(Pattern.quote(String.valueOf(thousands)), -1);
        if (groups[0].isEmpty() || groups[0].length() > 3 || groups.length > 1 && groups[0].startsWith("0")) {
            return groups.length == 1 && !groups[0].isEmpty();
        }
        for (int i = 1; i < groups.length; i++) {
            if (groups[i].length() != 3) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Reading decimal(String written, int at) {
        String whole = written.substring(0, at).replaceAll("[^0-9]", "");
        return exact(whole + "." + written.substring(at + 1));
    }

    private static Reading exact(String digits) {
        return new Reading(Kind.EXACT, new BigDecimal(digits), false, null);
    }

    private static Reading doubtful(BigDecimal guess, boolean percent, Doubt doubt) {
        return new Reading(Kind.DOUBTFUL, guess, percent, doubt);
    }

    private static BigDecimal negated(BigDecimal value, boolean negative) {
        return value == null || !negative ? value : value.negate();
    }
}
