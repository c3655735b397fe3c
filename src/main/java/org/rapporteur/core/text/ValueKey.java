package org.rapporteur.core.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Forms of a text in which spellings of one value are equal, and those of two values never: case, accents, width, hamza
 * and the punctuation between words fold as in {@link MatchKey}, but signs stay. "C", "C++" and "C#", "+1", "1" and
 * "-1", "Group A+" and "Group A-", "5 %" and "5", "1/2" and "12" are different; "co-operation" and "Co operation",
 * "−1" and "-1" are the same. For values, themes, respondents and parties; for words that are searched {@link MatchKey}
 * is right.
 */
public final class ValueKey {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private ValueKey() {}

    /** The key of a text; applying it twice changes nothing. Texts without any letter, digit or sign have none. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return plain(text) ? MatchKey.of(text) : signed(text);
    }

    /** Whether two texts are spellings of one value. */
    public static boolean same(String a, String b) {
        return of(a).equals(of(b));
    }

    // Letters, digits, spaces and commas of the common case: nothing that could be a sign.
    private static boolean plain(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
            digit |= c >= '0' && c <= '9';
            boolean between = c == ' ' || !digit && (c == ',' || c == '\'');
            if (!letter && !between && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    // Spaces beside a sign say nothing: "< 5" is "<5"; only the minus of a number stands away from the word before it.
    private static String signed(String text) {
        int[] all =
                NFKC_CASEFOLD.normalize(text).codePoints().map(ValueKey::usual).toArray();
        StringBuilder out = new StringBuilder(all.length);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            if (sign(all, i)) {
                out.append(MatchKey.of(words.toString()));
                words.setLength(0);
                boolean apart = all[i] == '-' && digit(at(all, i + 1)) && !digit(at(all, i - 1));
                if (apart && !out.isEmpty() && word(out.codePointBefore(out.length()))) {
                    out.append(' ');
                }
                out.appendCodePoint(all[i]);
            } else {
                words.appendCodePoint(all[i]);
            }
        }
        return out.append(MatchKey.of(words.toString())).toString();
    }

    /** One character for those that look alike: dashes, minus, fraction stroke, the Arabic per cent sign and comma. */
    private static int usual(int c) {
        return switch (c) {
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D -> '-';
            case 0x2044, 0x2215 -> '/';
            case 0x066A -> '%';
            case 0x066B -> '.';
            default -> c;
        };
    }

    private static boolean sign(int[] all, int i) {
        int c = all[i];
        return switch (c) {
            case '+', '<', '>', '=', '#', '%', '&', '*', '@', '$', '~', '?', 0x2030, 0x061F -> true;
            case '-' -> dash(all, i);
            // Between digits they make another number; between words they only part them.
            case '.', ',', '/', ':' -> digit(at(all, i - 1)) && digit(at(all, i + 1));
            case '|', '^', '`' -> false;
            default -> {
                int type = Character.getType(c);
                yield c > 0x7F
                        && (type == Character.MATH_SYMBOL
                                || type == Character.CURRENCY_SYMBOL
                                || type == Character.OTHER_SYMBOL);
            }
        };
    }

    // "co-operation" and "Yes - fully" hold no sign; "-1", "5-10", "Group A-" and a dash alone do.
    private static boolean dash(int[] all, int i) {
        int before = at(all, i - 1);
        int after = at(all, i + 1);
        if (digit(after) && (before < 0 || !word(before) || digit(before))) {
            return true;
        }
        boolean wordBefore = wordFrom(all, i, -1);
        boolean wordAfter = wordFrom(all, i, 1);
        return !wordBefore || !wordAfter;
    }

    private static boolean wordFrom(int[] all, int i, int step) {
        for (int j = i + step; j >= 0 && j < all.length; j += step) {
            if (word(all[j])) {
                return true;
            }
        }
        return false;
    }

    private static int at(int[] all, int i) {
        return i < 0 || i >= all.length ? -1 : all[i];
    }

    private static boolean digit(int c) {
        return c >= 0 && Character.isDigit(c);
    }

    private static boolean word(int c) {
        return c >= 0 && MatchKey.isWordPart(c);
    }
}
