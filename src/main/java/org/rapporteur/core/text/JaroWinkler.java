package org.rapporteur.core.text;

/** Jaro-Winkler similarity of two short words: 1 for equal words, 0 for words that share nothing (Winkler 1990). */
public final class JaroWinkler {
    private JaroWinkler() {}

    /** The similarity of two words, from 0 to 1; the same whichever comes first. */
    public static double similarity(String a, String b) {
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        // Pairing letters from the left of one word can differ from the other's view: one order, one result.
        boolean inOrder = a.length() != b.length() ? a.length() < b.length() : a.compareTo(b) < 0;
        double jaro = inOrder ? jaro(a, b) : jaro(b, a);
        int prefix = 0;
        int most = Math.min(4, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] inA = new boolean[a.length()];
        boolean[] inB = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int last = Math.min(b.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if (!inB[j] && a.charAt(i) == b.charAt(j)) {
                    inA[i] = true;
                    inB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int swapped = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (inA[i]) {
                while (!inB[j]) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j)) {
                    swapped++;
                }
                j++;
            }
        }
        double c = common;
        return (c / a.length() + c / b.length() + (c - swapped / 2.0) / c) / 3;
    }
}
