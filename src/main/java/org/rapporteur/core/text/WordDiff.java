package org.rapporteur.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Word-by-word differences of two wordings of a text, for showing what a revision of a recommendation changed. Chinese
 * is compared by characters. Long texts are compared by sentence first, then by word where sentences differ, so that a
 * text of any length shows its changes and takes a time that grows with its length. The differences are a shortest edit
 * script (Myers 1986, in linear space), tidied so that a single space or comma left alone between two changes is not
 * shown as unchanged.
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

    /** Follows a comparison that takes long; may throw to end it. */
    public interface Watch {
        /** A comparison that nobody waits for. */
        Watch NONE = (done, total) -> {};

        /** How much of the later text has been compared, in its own measure. */
        void at(long done, long total);
    }

    // Products of the lengths of two texts, in words and what stands between them: from here on sentences go first ...
    private static final long SENTENCES_FIRST = 1_000_000L;
    // ... from here on what occurs once in both is looked for before a shortest script ...
    private static final long ANCHORS_FIRST = 4_000_000L;
    // ... and beyond this, without anything that occurs once in both, the one is shown as replaced by the other.
    private static final long MOST = 64_000_000L;
    // Sentences longer than this are cut at places that their words decide, the same in both texts.
    private static final int LONG_SENTENCE = 48;
    private static final int LONGEST_SENTENCE = 400;
    private static final String ENDS = ".!?;:\u061F\u061B\u06D4\u3002\uFF01\uFF1F\uFF1B\uFF1A\u2026";

    private WordDiff() {}

    /**
     * The differences between two wordings. The {@code SAME} and {@code REMOVED} pieces joined are the earlier text
     * to the letter, the {@code SAME} and {@code ADDED} ones the later.
     */
    public static List<Piece> diff(String earlier, String later) {
        return diff(earlier, later, Watch.NONE);
    }

    /** The same, watched. */
    public static List<Piece> diff(String earlier, String later, Watch watch) {
        String[] a = tokens(earlier);
        String[] b = tokens(later);
        boolean[] removed = new boolean[a.length];
        boolean[] added = new boolean[b.length];
        Script words = new Script(a, b, removed, added);
        if ((long) a.length * b.length <= SENTENCES_FIRST) {
            words.compare(0, a.length, 0, b.length);
        } else {
            bySentence(a, b, words, watch);
        }
        return tidy(pieces(a, b, removed, added));
    }

    /** Lets the words be compared between sentences that are the same. */
    private static void bySentence(String[] a, String[] b, Script words, Watch watch) {
        int[] endsA = sentences(a);
        int[] endsB = sentences(b);
        boolean[] goneA = new boolean[endsA.length];
        boolean[] newB = new boolean[endsB.length];
        Map<String, String> known = new HashMap<>();
        new Script(joined(a, endsA, known), joined(b, endsB, known), goneA, newB)
                .compare(0, endsA.length, 0, endsB.length);
        int i = 0;
        int j = 0;
        while (i < endsA.length || j < endsB.length) {
            int fromA = i == 0 ? 0 : endsA[i - 1];
            int fromB = j == 0 ? 0 : endsB[j - 1];
            while (i < endsA.length && goneA[i]) {
                i++;
            }
            while (j < endsB.length && newB[j]) {
                j++;
            }
            words.compare(fromA, i == 0 ? 0 : endsA[i - 1], fromB, j == 0 ? 0 : endsB[j - 1]);
            watch.at(j == 0 ? 0 : endsB[j - 1], b.length);
            while (i < endsA.length && j < endsB.length && !goneA[i] && !newB[j]) {
                i++;
                j++;
            }
        }
    }

    private static String[] joined(String[] tokens, int[] ends, Map<String, String> known) {
        String[] joined = new String[ends.length];
        for (int i = 0; i < ends.length; i++) {
            String text = String.join("", Arrays.asList(tokens).subList(i == 0 ? 0 : ends[i - 1], ends[i]));
            joined[i] = known.computeIfAbsent(text, same -> same);
        }
        return joined;
    }

    /** Where sentences end, the spaces after them included. */
    private static int[] sentences(String[] tokens) {
        List<Integer> ends = new ArrayList<>();
        int start = 0;
        boolean ended = false;
        for (int i = 0; i < tokens.length; i++) {
            int first = tokens[i].codePointAt(0);
            boolean space = PlainText.isSpace(first);
            boolean line = space && tokens[i].indexOf('\n') >= 0;
            // Full stops of scripts without spaces end a sentence at once, others before a space.
            if (ended && !space && (first > 0x2E80 || i > 0 && PlainText.isSpace(tokens[i - 1].codePointAt(0)))) {
                ends.add(i);
                start = i;
                ended = false;
            }
            if (line) {
                ends.add(i + 1);
                start = i + 1;
                ended = false;
            } else if (!space) {
                ended = ENDS.indexOf(first) >= 0;
                int length = i + 1 - start;
                boolean cut = length >= LONG_SENTENCE && (tokens[i].hashCode() & 15) == 0;
                if (cut || length >= LONGEST_SENTENCE) {
                    ends.add(i + 1);
                    start = i + 1;
                    ended = false;
                }
            }
        }
        if (start < tokens.length) {
            ends.add(tokens.length);
        }
        return ends.stream().mapToInt(Integer::intValue).toArray();
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
            long product = (long) (aTo - aFrom) * (bTo - bFrom);
            if (product > ANCHORS_FIRST
                    && (anchored(aFrom, aTo, bFrom, bTo, 1) || anchored(aFrom, aTo, bFrom, bTo, 5))) {
                return;
            }
            if (product == 0 || product > MOST) {
                Arrays.fill(removed, aFrom, aTo, true);
                Arrays.fill(added, bFrom, bTo, true);
                return;
            }
            int[] middle = middle(aFrom, aTo, bFrom, bTo);
            compare(aFrom, middle[0], bFrom, middle[1]);
            compare(middle[0], aTo, middle[1], bTo);
        }

        /**
         * Compares between what occurs once on both sides and in the same order there; false if nothing does.
         *
         * @param length how many tokens in a row count as one
         */
        private boolean anchored(int aFrom, int aTo, int bFrom, int bTo, int length) {
            Map<String, Integer> once = once(a, aFrom, aTo, length);
            Map<String, Integer> other = once(b, bFrom, bTo, length);
            List<int[]> pairs = new ArrayList<>();
            once.forEach((key, at) -> {
                Integer there = other.get(key);
                if (at >= 0 && there != null && there >= 0) {
                    pairs.add(new int[] {at, there});
                }
            });
            pairs.sort(Comparator.comparingInt(pair -> pair[0]));
            List<int[]> chain = rising(pairs);
            if (chain.isEmpty()) {
                return false;
            }
            int i = aFrom;
            int j = bFrom;
            for (int[] pair : chain) {
                if (pair[0] < i || pair[1] < j) {
                    continue;
                }
                compare(i, pair[0], j, pair[1]);
                i = pair[0] + 1;
                j = pair[1] + 1;
            }
            compare(i, aTo, j, bTo);
            return true;
        }

        /** Places of what occurs once; -1 for what occurs more often. Spaces and signs alone are no anchor. */
        private static Map<String, Integer> once(String[] tokens, int from, int to, int length) {
            Map<String, Integer> once = new LinkedHashMap<>();
            for (int i = from; i + length <= to; i++) {
                if (length == 1 ? hasWord(tokens[i]) : i + length <= to) {
                    String key = length == 1
                            ? tokens[i]
                            : String.join("", Arrays.asList(tokens).subList(i, i + length));
                    once.merge(key, i, (one, two) -> -1);
                }
            }
            return once;
        }

        /** The longest run of pairs that rises on both sides. */
        private static List<int[]> rising(List<int[]> pairs) {
            int[] tails = new int[pairs.size()];
            int[] before = new int[pairs.size()];
            int size = 0;
            for (int i = 0; i < pairs.size(); i++) {
                int low = 0;
                int high = size;
                while (low < high) {
                    int mid = (low + high) >>> 1;
                    if (pairs.get(tails[mid])[1] < pairs.get(i)[1]) {
                        low = mid + 1;
                    } else {
                        high = mid;
                    }
                }
                before[i] = low == 0 ? -1 : tails[low - 1];
                tails[low] = i;
                size = Math.max(size, low + 1);
            }
            List<int[]> chain = new ArrayList<>();
            for (int at = size == 0 ? -1 : tails[size - 1]; at >= 0; at = before[at]) {
                chain.addFirst(pairs.get(at));
            }
            return chain;
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
