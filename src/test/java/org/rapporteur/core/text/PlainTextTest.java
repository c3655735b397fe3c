package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void dropsWhatCannotBeSeenAndKeepsWhatScriptsNeed() {
        assertEquals("ab", PlainText.clean("a\u0000\u0007\u001Bb"));
        assertEquals("a\nb\nc\nd", PlainText.clean("a\r\nb\rc\u2028d"));
        assertEquals("abc", PlainText.clean("a\u202Ebc\uFEFF"));
        assertEquals("a\u200Fb\u200Dc\u2067", PlainText.clean("a\u200Fb\u200Dc\u2067"));
        assertEquals("\u00E9\uFFFDx", PlainText.clean("e\u0301\uD83Dx"));
        assertEquals("\uD83D\uDE00", PlainText.clean("\uD83D\uDE00"));
        assertEquals("", PlainText.clean(null));
        String plain = "already plain";
        assertSame(plain, PlainText.clean(plain));
    }

    @Test
    void oneLine() {
        assertEquals("a b c", PlainText.line(" a\r\n\r\n b\u00A0\u2009c\t"));
    }

    @Test
    void shortensBetweenWholeCharacters() {
        assertEquals("abc", PlainText.shorten("abc", 3));
        assertEquals("ab\u2026", PlainText.shorten("abcd", 3));
        assertEquals("a\u2026", PlainText.shorten("ae\u0301x", 3));
        assertEquals("a\u2026", PlainText.shorten("a\uD83D\uDE00bc", 3));
        assertEquals("\u2026", PlainText.shorten("\uD83D\uDE00bc", 1));
    }

    @Test
    void applyingItTwiceChangesNothing() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = Samples.text(random, 12);
            String clean = PlainText.clean(text);
            assertEquals(clean, PlainText.clean(clean), () -> "seed " + seed + ": " + MatchKeyTest.escape(text));
            String line = PlainText.line(text);
            assertEquals(line, PlainText.line(line), () -> "seed " + seed + ": " + MatchKeyTest.escape(text));
            assertTrue(line.indexOf('\n') < 0, () -> "seed " + seed + ": " + MatchKeyTest.escape(text));
            int max = 1 + random.nextInt(20);
            assertTrue(PlainText.shorten(clean, max).length() <= max, () -> "seed " + seed);
        }
    }
}
