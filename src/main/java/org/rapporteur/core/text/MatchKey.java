package org.rapporteur.core.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Forms of a text in which spellings that mean the same are equal: compatibility forms, case, accents, Arabic digits,
 * vowel signs, tatweel, alef, ya and ta marbuta, punctuation and spaces. For comparing only; never shown or stored as
 * content.
 */
public final class MatchKey {

    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private MatchKey() {}

    /**
     * The key of a text: letters and digits in their plainest form, words separated by one space, nothing else.
     * Applying it twice changes nothing.
     */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String quick = FoldTable.key(text);
        return quick != null ? quick : words(fold(text));
    }

    private static String words(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isWordPart(c)) {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(c);
            } else {
                gap = true;
            }
        }
        return out.toString();
    }

    /** The key without its spaces, so that "co-operation", "co operation" and "cooperation" are one. */
    public static String joined(String text) {
        return of(text).replace(" ", "");
    }

    /** Whether two texts are the same but for spelling, case, accents and punctuation. */
    public static boolean same(String a, String b) {
        return of(a).equals(of(b));
    }

    /** Whether a code point is part of a word: letters, digits, and the marks that their scripts need. */
    public static boolean isWordPart(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** The plainest form of letters and digits; punctuation and spaces stay (compatibility forms aside). */
    public static String fold(String text) {
        if (isPlainAscii(text)) {
            return text;
        }
        String compatible = NFKC_CASEFOLD.normalize(text);
        String decomposed = NFD.normalize(compatible);
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (isDroppedMark(c)) {
                // The short i of Russian is a letter of its own, not an accent.
                if (c == 0x0306 && out.length() > 0 && out.charAt(out.length() - 1) == '\u0438') {
                    out.setCharAt(out.length() - 1, '\u0439');
                }
            } else {
                appendFolded(out, c);
            }
        }
        return NFC.normalize(out);
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c >= 'A' && c <= 'Z') {
                return false;
            }
        }
        return true;
    }

    // Marks of Latin, Greek, Cyrillic, Hebrew and Arabic only: in Indic scripts and kana they carry the word.
    private static boolean isDroppedMark(int c) {
        return c >= 0x0300 && c <= 0x036F
                || c >= 0x0483 && c <= 0x0487
                || c >= 0x0591 && c <= 0x05C7
                || c >= 0x0610 && c <= 0x061A
                || c == 0x0640
                || c >= 0x064B && c <= 0x065F
                || c == 0x0670
                || c >= 0x06D6 && c <= 0x06ED && c != 0x06DD && c != 0x06DE && c != 0x06E9
                || c >= 0x08D3 && c <= 0x08FF
                || c >= 0x1AB0 && c <= 0x1AFF
                || c >= 0x1DC0 && c <= 0x1DFF
                || c >= 0x20D0 && c <= 0x20FF
                || c >= 0xFE20 && c <= 0xFE2F;
    }

    private static void appendFolded(StringBuilder out, int c) {
        if (c < 0x80) {
            out.append((char) c);
            return;
        }
        switch (c) {
            case '\u00E6' -> out.append("ae");
            case '\u0153' -> out.append("oe");
            case '\u00F8' -> out.append('o');
            case '\u0142' -> out.append('l');
            case '\u0111', '\u00F0' -> out.append('d');
            case '\u00FE' -> out.append("th");
            case '\u0131' -> out.append('i');
            case '\u0127' -> out.append('h');
            // Alef wasla; Persian, Urdu and Maghrebi shapes of letters that Arabic has.
            case '\u0671' -> out.append('\u0627');
            case '\u0649', '\u06CC', '\u06D2' -> out.append('\u064A');
            case '\u0629', '\u06C1', '\u06D5' -> out.append('\u0647');
            case '\u06A9', '\u06AA' -> out.append('\u0643');
            case '\u06A4' -> out.append('\u0641');
            // Characters that people type for an apostrophe or a hyphen but that count as letters or marks.
            case '\u02BC', '\u02BB', '\u02BF', '\u02BE', '\u02B9' -> out.append('\'');
            default -> {
                int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? UCharacter.digit(c) : -1;
                if (digit >= 0) {
                    out.append((char) ('0' + digit));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
