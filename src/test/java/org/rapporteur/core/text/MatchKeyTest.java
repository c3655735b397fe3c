package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Côte d’Ivoire, cote d ivoire",
        "'  ÉTATS-UNIS  ', etats unis",
        "Ñandú, nandu",
        "Straße, strasse",
        "Œuvre, oeuvre",
        "Łódź, lodz",
        "ＡＢＣ１２, abc12",
        "ﬁn, fin",
        "مُحَمَّد, محمد",
        "مـــحـمد, محمد",
        "الأُردن, الاردن",
        "إدارة, اداره",
        "آسيا, اسيا",
        "مستشفى, مستشفي",
        "مؤتمر, موتمر",
        "٣٤٥, 345",
        "۳۴۵, 345",
        "Ёлка, елка",
        "Йемен, йемен",
        "ЙЕМЕН, йемен",
        "移徙, 移徙",
        "ＩＯＭ（国际移民组织）, iom 国际移民组织",
        "ガーナ, カ\u3099ーナ"
    })
    void spellingsThatMeanTheSame(String text, String key) {
        assertEquals(java.text.Normalizer.normalize(key, java.text.Normalizer.Form.NFC), MatchKey.of(text));
    }

    @Test
    void lettersThatDifferStayDifferent() {
        assertNotEquals(MatchKey.of("мой"), MatchKey.of("мои"));
        assertNotEquals(MatchKey.of("か"), MatchKey.of("が"));
        assertNotEquals(MatchKey.of("कि"), MatchKey.of("क"));
    }

    @Test
    void hiddenCharactersDoNotCount() {
        assertTrue(MatchKey.same("mi\u00ADgra\u200Btion", "migra\u200Dtion")
                || MatchKey.same("mi\u00ADgration", "migra\u200Dtion"));
        assertTrue(MatchKey.same("\u200F\u0645\u062D\u0645\u062F\u200E", "\u0645\u062D\u0645\u062F"));
        assertTrue(MatchKey.joined("Co-operation").equals(MatchKey.joined("cooperation")));
    }

    @Test
    void nothingGivesNothing() {
        assertEquals("", MatchKey.of(null));
        assertEquals("", MatchKey.of("  ,.;—  "));
    }

    @Test
    void applyingItTwiceChangesNothing() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = Samples.text(random, 12);
            String once = MatchKey.of(text);
            assertEquals(once, MatchKey.of(once), () -> "seed " + seed + ": " + escape(text));
            String folded = MatchKey.fold(text);
            assertEquals(folded, MatchKey.fold(folded), () -> "seed " + seed + ": " + escape(text));
        }
    }

    @Test
    void theQuickWayGivesWhatTheFullOneGives() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        // A trailing character that the table does not know sends the whole text the full way.
        String full = " \u0308";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(8); c >= 0; c--) {
                int[] starts = {0, 0xC0, 0x100, 0x400, 0x60C, 0x2000, 0x3000, 0x4E00};
                text.append((char) (starts[random.nextInt(starts.length)] + random.nextInt(0x90)));
            }
            assertEquals(
                    MatchKey.of(text + full),
                    MatchKey.of(text.toString()),
                    () -> "seed " + seed + escape(text.toString()));
        }
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c < 0x7F && c >= 0x20 ? (char) c + "" : String.format("\\u%04X", c)));
        return out.toString();
    }
}
