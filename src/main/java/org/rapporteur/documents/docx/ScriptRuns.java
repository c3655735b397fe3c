package org.rapporteur.documents.docx;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts words into runs of one direction. Word treats punctuation and digits by the direction of the run that they stand
 * in, so a Latin symbol such as GRCP/7/INF/1 within Arabic must be one run from its first letter to its last digit, and
 * the bracket after it must not.
 */
final class ScriptRuns {

    /** Words of one direction. */
    record Run(String text, boolean rightToLeft) {}

    private ScriptRuns() {}

    /**
     * Cuts a text.
     *
     * @param text the words
     * @param base the direction of what surrounds them: true for right to left
     * @return the runs in logical order; together they are the text
     */
    static List<Run> split(String text, boolean base) {
        int length = text.length();
        byte[] direction = new byte[length];
        boolean mixed = false;
        for (int i = 0; i < length; ) {
            int point = text.codePointAt(i);
            int size = Character.charCount(point);
            byte strong = strong(point);
            for (int j = i; j < i + size; j++) {
                direction[j] = strong;
            }
            mixed |= strong != 0 && (strong == RTL) != base;
            i += size;
        }
        if (!mixed) {
            return text.isEmpty() ? List.of() : List.of(new Run(text, base));
        }
        byte other = base ? LTR : RTL;
        joinTokens(text, direction, other);
        joinNeighbours(text, direction, other);
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= length; i++) {
            if (i == length || (direction[i] == other) != (direction[from] == other)) {
                runs.add(new Run(text.substring(from, i), (direction[from] == other) != base));
                from = i;
            }
        }
        return runs;
    }

    private static final byte RTL = 1;
    private static final byte LTR = 2;

    private static byte strong(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> LTR;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> RTL;
            default -> 0;
        };
    }

    /** Within a word, everything from the first letter or digit to the last goes with the letters. */
    private static void joinTokens(String text, byte[] direction, byte other) {
        int length = text.length();
        int start = 0;
        while (start < length) {
            while (start < length && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            int end = start;
            boolean foreign = false;
            boolean own = false;
            while (end < length && !Character.isWhitespace(text.charAt(end))) {
                foreign |= direction[end] == other;
                own |= direction[end] != 0 && direction[end] != other;
                end++;
            }
            if (foreign && !own) {
                int first = start;
                while (!Character.isLetterOrDigit(text.charAt(first))
                        && text.charAt(first) != '+'
                        && direction[first] != other) {
                    first++;
                }
                int last = end - 1;
                while (!Character.isLetterOrDigit(text.charAt(last)) && direction[last] != other) {
                    last--;
                }
                for (int i = first; i <= last; i++) {
                    direction[i] = other;
                }
            }
            start = end;
        }
    }

    /** What stands between two foreign words, and a number right after one, belongs to them. */
    private static void joinNeighbours(String text, byte[] direction, byte other) {
        int length = text.length();
        int last = -1;
        for (int i = 0; i < length; i++) {
            if (direction[i] == other) {
                if (last >= 0) {
                    for (int j = last + 1; j < i; j++) {
                        direction[j] = other;
                    }
                }
                last = i;
            } else if (direction[i] != 0) {
                last = -1;
            } else if (last >= 0 && Character.isDigit(text.charAt(i)) && onlySpaces(text, last + 1, i)) {
                for (int j = last + 1; j <= i; j++) {
                    direction[j] = other;
                }
                last = i;
            }
        }
    }

    private static boolean onlySpaces(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\u00A0') {
                return false;
            }
        }
        return true;
    }
}
