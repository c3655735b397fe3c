package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.text.WordDiff.Kind;
import org.rapporteur.core.text.WordDiff.Piece;

class WordDiffTest {

    @Test
    void showsWhatARevisionChanged() {
        assertEquals(
                List.of(
                        new Piece(Kind.SAME, "States "),
                        new Piece(Kind.REMOVED, "should"),
                        new Piece(Kind.ADDED, "are encouraged to"),
                        new Piece(Kind.SAME, " share data.")),
                WordDiff.diff("States should share data.", "States are encouraged to share data."));
        assertEquals(
                List.of(new Piece(Kind.SAME, "移徙"), new Piece(Kind.ADDED, "数据"), new Piece(Kind.SAME, "会议")),
                WordDiff.diff("移徙会议", "移徙数据会议"));
        assertEquals(List.of(new Piece(Kind.SAME, "a b")), WordDiff.diff("a b", "a b"));
        assertEquals(List.of(), WordDiff.diff("", ""));
        assertEquals(List.of(new Piece(Kind.ADDED, "a b")), WordDiff.diff("", "a b"));
        assertEquals(List.of(new Piece(Kind.REMOVED, "a b")), WordDiff.diff("a b", ""));
    }

    @Test
    void aReplacedPhraseIsOnePiece() {
        List<Piece> pieces = WordDiff.diff("keep one two three end", "keep four five six end");
        assertEquals(
                List.of(Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME),
                pieces.stream().map(Piece::kind).toList());
        assertEquals("one two three", pieces.get(1).text());
    }

    @Test
    void similarityIsTheShareOfWordsThatStayed() {
        assertEquals(1, WordDiff.similarity("", ""));
        assertEquals(1, WordDiff.similarity("a b", "a b"));
        assertEquals(0, WordDiff.similarity("a b", "c d"));
        assertEquals(0.5, WordDiff.similarity("a b", "a c"));
    }

    @Test
    void bothWordingsCanBeReadBackAndTheScriptIsShortest() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        String[] words = {"a", "b", "c", "移", "徙", " ", ",", "\uD83D\uDE00", "\uD83D\uDE01", "م", "é"};
        for (int i = 0; i < 20_000; i++) {
            boolean wild = i % 4 == 0;
            String a = wild ? Samples.text(random, 20) : words(random, words);
            String b = wild ? Samples.text(random, 20) : words(random, words);
            List<Piece> pieces = WordDiff.diff(a, b);
            assertEquals(a, without(pieces, Kind.ADDED), () -> "seed " + seed);
            assertEquals(b, without(pieces, Kind.REMOVED), () -> "seed " + seed);
            for (int p = 1; p < pieces.size(); p++) {
                assertTrue(pieces.get(p).kind() != pieces.get(p - 1).kind(), () -> "seed " + seed + pieces);
            }
        }
    }

    @Test
    void aFewChangesInALongTextStayAFew() {
        String base = "The process shares data and practice with all of its members. ".repeat(400);
        String revised = base.substring(0, 9_000) + "new words " + base.substring(9_000);
        long changed = WordDiff.diff(base, revised).stream()
                .filter(piece -> piece.kind() != Kind.SAME)
                .mapToInt(piece -> piece.text().length())
                .sum();
        assertTrue(changed < 40, "changed " + changed);
    }

    /** Texts of any length, of few words or of many, with sentences or without: their changes do not run together. */
    @Test
    void aLongTextShowsItsChangesWhereTheyAre() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        for (int length : new int[] {400, 2_000, 9_900, 10_100, 50_000}) {
            for (int vocabulary : new int[] {40, 5_000}) {
                for (boolean stops : new boolean[] {true, false}) {
                    List<String> words = new ArrayList<>();
                    for (int i = 0; i < length; i++) {
                        words.add("w" + random.nextInt(vocabulary) + (stops && random.nextInt(15) == 0 ? "." : ""));
                    }
                    List<String> revised = new ArrayList<>(words);
                    int changes = 22;
                    for (int i = 0; i < changes; i++) {
                        int at = (int) ((i + 0.5) * length / changes);
                        switch (i % 3) {
                            case 0 -> revised.set(at, "replaced" + i);
                            case 1 -> revised.add(at, "added" + i);
                            default -> revised.remove(at);
                        }
                    }
                    String a = String.join(" ", words);
                    String b = String.join(" ", revised);
                    String what =
                            "seed " + seed + ", " + length + " words of " + vocabulary + (stops ? " in sentences" : "");
                    long[] last = {0};
                    List<Piece> pieces = WordDiff.diff(a, b, (done, total) -> {
                        assertTrue(done >= last[0] && done <= total, what);
                        last[0] = done;
                    });
                    assertEquals(a, without(pieces, Kind.ADDED), what);
                    assertEquals(b, without(pieces, Kind.REMOVED), what);
                    long changed = pieces.stream()
                            .filter(piece -> piece.kind() != Kind.SAME)
                            .count();
                    assertTrue(changed >= changes && changed <= 2 * changes, what + ": " + changed + " pieces");
                    long letters = pieces.stream()
                            .filter(piece -> piece.kind() != Kind.SAME)
                            .mapToInt(piece -> piece.text().length())
                            .sum();
                    assertTrue(letters < 60L * changes, what + ": " + letters + " letters changed");
                }
            }
        }
    }

    @Test
    void twoLongTextsWithLittleInCommonAreReadBackAndTakeNoAge() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        for (String end : List.of(" ", ". ", "\n", "。")) {
            String a = random.ints(50_000, 0, 20_000).mapToObj(i -> "x" + i).collect(Collectors.joining(end));
            String b = random.ints(50_000, 0, 20_000).mapToObj(i -> "x" + i).collect(Collectors.joining(end));
            List<Piece> pieces =
                    assertTimeout(java.time.Duration.ofSeconds(30), () -> WordDiff.diff(a, b), "seed " + seed + end);
            assertEquals(a, without(pieces, Kind.ADDED), "seed " + seed);
            assertEquals(b, without(pieces, Kind.REMOVED), "seed " + seed);
        }
    }

    private static String words(Random random, String[] words) {
        return random.ints(random.nextInt(14), 0, words.length)
                .mapToObj(i -> words[i])
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
