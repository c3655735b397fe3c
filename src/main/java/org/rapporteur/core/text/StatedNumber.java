package org.rapporteur.core.text;

import java.util.Comparator;

/**
 * Numbers and codes as they are stated: "2 bis", "10.7", "17.a", "(iv)". They are texts; only their order reads the
 * figures in them, so that 2 stands before 2 bis, that before 3, and 9 before 10.
 */
public final class StatedNumber {

    /** Orders figures by their value and all else by its letters; what has no figure at its start comes last. */
    public static final Comparator<String> ORDER = StatedNumber::compare;

    private StatedNumber() {}

    /** A text that sorts by its letters as the number does in {@link #ORDER}. */
    public static String key(String number) {
        String text = number.strip();
        StringBuilder key = new StringBuilder(starts(text) ? "0" : "1");
        int i = 0;
        while (i < text.length()) {
            if (digit(text, i)) {
                int to = end(text, i);
                String figures = significant(text.substring(i, to));
                key.append((char) ('0' + Math.min(figures.length(), 1_000))).append(figures);
                i = to;
            } else {
                key.append(Character.toLowerCase(text.charAt(i)));
                i++;
            }
        }
        return key.toString();
    }

    private static int compare(String one, String other) {
        String a = one.strip();
        String b = other.strip();
        boolean numbered = starts(a);
        if (numbered != starts(b)) {
            return numbered ? -1 : 1;
        }
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (digit(a, i) && digit(b, j)) {
                int toA = end(a, i);
                int toB = end(b, j);
                int figures = figures(a.substring(i, toA), b.substring(j, toB));
                if (figures != 0) {
                    return figures;
                }
                i = toA;
                j = toB;
            } else {
                int ca = a.codePointAt(i);
                int cb = b.codePointAt(j);
                int letters = Integer.compare(Character.toLowerCase(ca), Character.toLowerCase(cb));
                if (letters != 0) {
                    return letters;
                }
                i += Character.charCount(ca);
                j += Character.charCount(cb);
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static boolean starts(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).findFirst().stream()
                .anyMatch(Character::isDigit);
    }

    private static boolean digit(String text, int at) {
        return Character.isDigit(text.charAt(at));
    }

    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && digit(text, to)) {
            to++;
        }
        return to;
    }

    // Of any length: a stated number may have more figures than a number of the machine.
    private static int figures(String one, String other) {
        String a = significant(one);
        String b = significant(other);
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static String significant(String figures) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < figures.length(); i++) {
            int value = Character.digit(figures.charAt(i), 10);
            if (value != 0 || plain.length() > 0) {
                plain.append((char) ('0' + value));
            }
        }
        return plain.toString();
    }
}
