package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C|C++",
                "C|C#",
                "C++|C#",
                "<5|>5",
                "<5|5",
                "+1|-1",
                "+1|1",
                "-1|1",
                "Group A+|Group A-",
                "Group A+|Group A",
                "Protection -|Protection",
                "5%|5",
                "€5|5",
                "1/2|12",
                "1/2|1-2",
                "1.5|15",
                "5-10|510",
                "≠5|=5",
                "≥5|≤5",
                "±1|+1",
                "*|#",
                "A&B|A B",
                "Other*|Other",
                "♂|♀",
                "Yes?|Yes",
                "12:30|1230"
            })
    void signsDistinguish(String a, String b) {
        assertNotEquals(ValueKey.of(a), ValueKey.of(b));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kenya|KENYA",
                "Côte d'Ivoire|Cote d’Ivoire",
                "co-operation|Co operation",
                "−1|-1",
                "＋１|+1",
                "< 5|<5",
                "١٢|12",
                "إثيوبيا|اثيوبيا",
                "Yes – fully|Yes, fully",
                "Yes - fully|yes fully",
                "50 ٪|50%",
                "Protect migrants.|protect migrants",
                "1 – Low|1 - low",
                "c ++|C++",
                "ё|е"
            })
    void spellingsDoNot(String a, String b) {
        assertEquals(ValueKey.of(a), ValueKey.of(b));
    }

    @Test
    void aKeyIsItsOwnKeyAndSaysNoLessThanTheOldOne() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> parts =
                List.of("a", "B", "é", "1", "2", "+", "-", "–", " ", "#", "<", "≠", "ж", "إ", "/", ".", ",", "%", "'");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            String key = ValueKey.of(text.toString());
            String message = "seed " + seed + ": " + text;
            assertEquals(key, ValueKey.of(key), message);
            assertEquals(MatchKey.joined(text.toString()), MatchKey.joined(key), message);
        }
    }
}
