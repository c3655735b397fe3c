package org.rapporteur.core.text;

/**
 * A quick way to {@link MatchKey}'s keys for the characters that nearly all texts consist of, those whose folding does
 * not depend on their neighbours. Made for the search index, which folds every word of a workspace. It holds nothing
 * but what {@link MatchKey#fold(String)} gives for each character, filled in as characters are met.
 */
final class FoldTable {

    private static final char UNKNOWN = 0;
    private static final char NOTHING = 1;
    private static final char BREAK = 2;
    private static final char SEVERAL = 3;

    // Entries are written without a lock: two threads can only write the same.
    private static final char[] TABLE = new char[0xA000];

    private FoldTable() {}

    /** The key of a text, or {@code null} if it holds a character that must be seen with its neighbours. */
    static String key(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!alone(c)) {
                return null;
            }
            char to = TABLE[c];
            if (to == UNKNOWN) {
                to = entry(c);
                if (to == UNKNOWN) {
                    return null;
                }
                TABLE[c] = to;
            }
            if (to == BREAK) {
                gap = true;
            } else if (to != NOTHING) {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                gap = false;
                if (to == SEVERAL) {
                    out.append(MatchKey.fold(String.valueOf(c)));
                } else {
                    out.append(to);
                }
            }
        }
        return out.toString();
    }

    // Letters, digits and signs of the six languages; not combining marks outside Arabic, which may belong to a letter
    // (the short i of Russian), nor what may be half of a pair.
    private static boolean alone(char c) {
        return c < 0x250
                || c >= 0x400 && c < 0x482
                || c >= 0x60C && c < 0x700
                || c >= 0x2000 && c < 0x2070
                || c >= 0x3000 && c < 0x3003
                || c >= 0x3008 && c < 0x3012
                || c >= 0x4E00 && c < 0x9FA6;
    }

    private static char entry(char c) {
        String folded = MatchKey.fold(String.valueOf(c));
        if (folded.isEmpty()) {
            return NOTHING;
        }
        boolean word = folded.codePoints().allMatch(MatchKey::isWordPart);
        if (folded.length() == 1) {
            return word ? folded.charAt(0) : BREAK;
        }
        boolean none = folded.codePoints().noneMatch(MatchKey::isWordPart);
        return word ? SEVERAL : none ? BREAK : UNKNOWN;
    }
}
