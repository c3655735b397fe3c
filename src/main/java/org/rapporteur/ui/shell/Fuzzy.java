package org.rapporteur.ui.shell;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How well a few typed letters fit a name. Case, accents and vowel signs do not matter; the letters must come in
 * order; beginnings of words and letters that follow each other count more.
 */
final class Fuzzy {
    /** The score of what does not fit. */
    static final int NO = -1;

    private Fuzzy() {}

    /** The score of a query against a name: {@link #NO}, or higher for a better fit; 0 for an empty query. */
    static int score(String query, String name) {
        String wanted = fold(query).strip();
        String text = fold(name);
        if (wanted.isEmpty()) {
            return 0;
        }
        int at = text.indexOf(wanted);
        if (at >= 0) {
            int start = at == 0 ? 200 : isWordStart(text, at) ? 150 : 100;
            return start + Math.max(0, 50 - text.length());
        }
        int words = words(wanted, text);
        return words != NO ? words : letters(wanted, text);
    }

    private static int words(String wanted, String text) {
        String[] parts = wanted.split("\\s+");
        if (parts.length < 2) {
            return NO;
        }
        int score = 80;
        for (String part : parts) {
            int at = text.indexOf(part);
            if (at < 0) {
                return NO;
            }
            score += isWordStart(text, at) ? 10 : 0;
        }
        return score;
    }

    private static int letters(String wanted, String text) {
        int score = 0;
        int from = 0;
        int previous = -2;
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == ' ') {
                continue;
            }
            int at = text.indexOf(c, from);
            if (at < 0) {
                return NO;
            }
            score += at == previous + 1 ? 4 : isWordStart(text, at) ? 6 : 0;
            previous = at;
            from = at + 1;
        }
        // Letters strewn about a long name are no match that a person would see.
        return score < wanted.length() * 2 ? NO : score;
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String fold(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
