package org.rapporteur.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Word-by-word differences of two wordings of a text, for showing what a revision of a recommendation changed. Chinese
 * is compared by characters. The differences are a shortest edit script (Myers 1986, in linear space), tidied so that
 * a single space or comma left alone between two changes is not shown as unchanged.
 */
public final class WordDiff {

    /** What happened to a piece of text. */
    public enum Kind {
        /** In both wordings. */
        SAME,
        /** Only in the earlier wording. */
        REMOVED,
        /** Only in the later wording. */
        ADDED
    }

    /**
     * One piece, in the order of reading; a removed piece stands before the added one that replaces it.
     *
     * @param kind what happened to it
     * @param text its text, spaces and punctuation included
     */
    public record Piece(Kind kind, String text) {
        /** Checks that both parts are there. */
        public Piece {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
        }
    }

    // Above this product of lengths what is left after common ends is shown as replaced: nobody reads such a diff.
    private static final long MOST = 400_000_000L;

    private WordDiff() {}

    /**
     * The differences between two wordings. The {@code SAME} and {@code REMOVED} pieces joined are the earlier text
     * to the letter, the {@code SAME} and {@code ADDED} ones the later.
     */
    public static List<Piece> diff(String earlier, String later) {
        String[] a = tokens(earlier);
        String[] b = tokens(later);
        boolean[] removed = new boolean[a.length];
        boolean[] added = new boolean[b.length];
        new Script(a, b, removed, added).compare(0, a.length, 0, b.length);
        return tidy(pieces(a, b, removed, added));
    }

    /** Share of the words that stayed, from 0 to 1; two empty texts give 1. */
    public static double similarity(String earlier, String later) {
        long same = 0;
        long all = 0;
        for (Piece piece : diff(earlier, later)) {
            long words = Arrays.stream(tokens(piece.text()))
                    .filter(token -> MatchKey.isWordPart(token.codePointAt(0)))
                    .count();
            all += piece.kind() == Kind.SAME ? 2 * words : words;
            same += piece.kind() == Kind.SAME ? 2 * words : 0;
        }
        return all == 0 ? 1 : (double) same / all;
    }

    /** Words, runs of spaces, and single other characters; each Chinese character by itself. */
    static String[] tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int first = text.codePointAt(start);
            int end = start + Character.charCount(first);
            int kind = kindOf(first);
            while (kind != 0 && end < text.length() && kindOf(text.codePointAt(end)) == kind) {
                end += Character.charCount(text.codePointAt(end));
            }
            tokens.add(text.substring(start, end));
            start = end;
        }
        return tokens.toArray(String[]::new);
    }

    // 1 = part of a word, 2 = space, 0 = stands alone.
    private static int kindOf(int c) {
        if (PlainText.isSpace(c)) {
            return 2;
        }
        if (MatchKey.isWordPart(c)) {
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            return script == Character.UnicodeScript.HAN ? 0 : 1;
        }
        // Joiners, tatweel and combining marks belong to their word.
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.ENCLOSING_MARK ? 1 : 0;
    }

    private static List<Piece> pieces(String[] a, String[] b, boolean[] removed, boolean[] added) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int from = i;
            while (i < a.length && removed[i]) {
                i++;
            }
            add(pieces, Kind.REMOVED, a, from, i);
            from = j;
            while (j < b.length && added[j]) {
                j++;
            }
            add(pieces, Kind.ADDED, b, from, j);
            from = i;
            while (i < a.length && j < b.length && !removed[i] && !added[j]) {
                i++;
                j++;
            }
            add(pieces, Kind.SAME, a, from, i);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, String[] tokens, int from, int to) {
        if (from < to) {
            pieces.add(new Piece(kind, String.join("", Arrays.asList(tokens).subList(from, to))));
        }
    }

    // Replaced phrases read better whole than as words with the spaces between them unchanged.
    private static List<Piece> tidy(List<Piece> pieces) {
        List<Piece> out = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean inside = i > 0 && i < pieces.size() - 1 && removed.length() > 0 && added.length() > 0;
            boolean thin = piece.kind() == Kind.SAME && inside && !hasWord(piece.text());
            if (piece.kind() == Kind.SAME && !thin) {
                flush(out, removed, added);
                push(out, Kind.SAME, piece.text());
            }
            if (piece.kind() == Kind.REMOVED || thin) {
                removed.append(piece.text());
            }
            if (piece.kind() == Kind.ADDED || thin) {
                added.append(piece.text());
            }
        }
        flush(out, removed, added);
        return List.copyOf(out);
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(MatchKey::isWordPart);
    }

    private static void flush(List<Piece> out, StringBuilder removed, StringBuilder added) {
        // A space taken into both sides on the way to a change that touched one side only goes back.
        String before = removed.toString();
        String after = added.toString();
        int common = 0;
        int most = Math.min(before.length(), after.length());
        while (common < most
                && before.charAt(before.length() - 1 - common) == after.charAt(after.length() - 1 - common)
                && !hasWord(before.substring(before.length() - 1 - common))) {
            common++;
        }
        if (common > 0 && Character.isLowSurrogate(before.charAt(before.length() - common))) {
            common--;
        }
        String tail = before.substring(before.length() - common);
        if (tail.length() < before.length()) {
            push(out, Kind.REMOVED, before.substring(0, before.length() - common));
        }
        if (tail.length() < after.length()) {
            push(out, Kind.ADDED, after.substring(0, after.length() - common));
        }
        if (!tail.isEmpty()) {
            push(out, Kind.SAME, tail);
        }
        removed.setLength(0);
        added.setLength(0);
    }

    private static void push(List<Piece> out, Kind kind, String text) {
        int last = out.size() - 1;
        if (last >= 0 && out.get(last).kind() == kind) {
            out.set(last, new Piece(kind, out.get(last).text() + text));
        } else {
            out.add(new Piece(kind, text));
        }
    }

    /** Finds which tokens were removed and added, by halving the edit script at its middle. */
    private static final class Script {
        private final String[] a;
        private final String[] b;
        private final boolean[] removed;
        private final boolean[] added;
        private final int[] forward;
        private final int[] backward;
        private final int centre;

        Script(String[] a, String[] b, boolean[] removed, boolean[] added) {
            this.a = a;
            this.b = b;
            this.removed = removed;
            this.added = added;
            this.centre = a.length + b.length + 1;
            this.forward = new int[2 * centre + 1];
            this.backward = new int[2 * centre + 1];
        }

        void compare(int aFrom, int aTo, int bFrom, int bTo) {
            while (aFrom < aTo && bFrom < bTo && a[aFrom].equals(b[bFrom])) {
                aFrom++;
                bFrom++;
            }
            while (aFrom < aTo && bFrom < bTo && a[aTo - 1].equals(b[bTo - 1])) {
                aTo--;
                bTo--;
            }
            if (aFrom == aTo || bFrom == bTo || (long) (aTo - aFrom) * (bTo - bFrom) > MOST) {
                Arrays.fill(removed, aFrom, aTo, true);
                Arrays.fill(added, bFrom, bTo, true);
                return;
            }
            int[] middle = middle(aFrom, aTo, bFrom, bTo);
            compare(aFrom, middle[0], bFrom, middle[1]);
            compare(middle[0], aTo, middle[1], bTo);
        }

        // A point on a shortest path, about half way: searched from both ends until the searches meet.
        private int[] middle(int aFrom, int aTo, int bFrom, int bTo) {
            int n = aTo - aFrom;
            int m = bTo - bFrom;
            int delta = n - m;
            boolean odd = (delta & 1) != 0;
            int half = (n + m + 1) / 2;
            forward[centre + 1] = 0;
            backward[centre + 1] = 0;
            for (int d = 0; d <= half; d++) {
                for (int k = -d; k <= d; k += 2) {
                    boolean down = k == -d || k != d && forward[centre + k - 1] < forward[centre + k + 1];
                    int x = down ? forward[centre + k + 1] : forward[centre + k - 1] + 1;
                    int y = x - k;
                    while (x < n && y < m && x >= 0 && y >= 0 && a[aFrom + x].equals(b[bFrom + y])) {
                        x++;
                        y++;
                    }
                    forward[centre + k] = x;
                    int back = delta - k;
                    boolean met = odd && back >= -(d - 1) && back <= d - 1 && x + backward[centre + back] >= n;
                    if (met && x <= n && y <= m && y >= 0) {
                        return new int[] {aFrom + x, bFrom + y};
                    }
                }
                for (int k = -d; k <= d; k += 2) {
                    boolean down = k == -d || k != d && backward[centre + k - 1] < backward[centre + k + 1];
                    int x = down ? backward[centre + k + 1] : backward[centre + k - 1] + 1;
                    int y = x - k;
                    while (x < n && y < m && x >= 0 && y >= 0 && a[aTo - 1 - x].equals(b[bTo - 1 - y])) {
                        x++;
                        y++;
                    }
                    backward[centre + k] = x;
                    int front = delta - k;
                    boolean met = !odd && front >= -d && front <= d && x + forward[centre + front] >= n;
                    if (met && x <= n && y <= m && y >= 0) {
                        return new int[] {aTo - x, bTo - y};
                    }
                }
            }
            throw new IllegalStateException("the searches must meet");
        }
    }
}
