package org.rapporteur.storage.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.text.Language;

class ExcerptTest {

    private static final SearchAnalysis ANALYSIS = new SearchAnalysis();

    private static Excerpt excerpt(String typed, Language language, String text, int max) {
        return Excerpt.of(ANALYSIS, SearchQuery.of(ANALYSIS, typed, null).orElseThrow(), language, text, max);
    }

    private static List<String> marked(Excerpt excerpt) {
        return excerpt.hits().stream()
                .map(hit -> excerpt.text().substring(hit.start(), hit.end()))
                .toList();
    }

    @Test
    void marksInflectedAndExactForms() {
        assertEquals(
                List.of("migrants", "rights"),
                marked(excerpt("migrant right ", Language.EN, "All migrants have rights.", 100)));
        assertEquals(List.of("observatory"), marked(excerpt("obser", Language.EN, "The observatory's data", 100)));
        assertEquals(List.of("المهاجرين"), marked(excerpt("مهاجر ", Language.AR, "حماية المهاجرين", 100)));
        assertEquals(List.of("مُهاجِر"), marked(excerpt("مهاجر ", Language.AR, "كل مُهاجِر", 100)));
        assertEquals(List.of("мигрантов"), marked(excerpt("мигрант ", Language.RU, "права мигрантов", 100)));
        assertEquals(List.of("移徙数据"), marked(excerpt("移徙数据", Language.ZH, "加强移徙数据的收集", 100)));
        assertEquals(List.of("Ivoire"), marked(excerpt("ivoire ", Language.FR, "Côte d’Ivoire", 100)));
        assertEquals(
                List.of("Member States"), marked(excerpt("\"member states\"", null, "All Member States agreed", 100)));
    }

    @Test
    void choosesThePartWithTheMostDifferentHits() {
        String filler = "nothing of interest stands here at all ";
        String text =
                filler.repeat(20) + "data " + filler.repeat(20) + "return data and reintegration " + filler.repeat(20);
        Excerpt excerpt = excerpt("data reintegration ", Language.EN, text, 120);
        assertTrue(excerpt.text().length() <= 120, excerpt.text());
        assertTrue(excerpt.text().startsWith("\u2026") && excerpt.text().endsWith("\u2026"), excerpt.text());
        assertEquals(List.of("data", "reintegration"), marked(excerpt));
        assertTrue(excerpt.text().contains(" data and "), excerpt.text());
    }

    @Test
    void textsWithoutHitsBeginAtTheBeginning() {
        Excerpt excerpt = excerpt("zebra ", Language.EN, "word ".repeat(100), 50);
        assertTrue(excerpt.text().startsWith("word word"), excerpt.text());
        assertTrue(excerpt.hits().isEmpty());
        assertEquals("", excerpt("zebra ", Language.EN, "", 50).text());
    }

    @Test
    void everyExcerptFitsAndItsRangesAreInOrder() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String[] words = {
            "migrants",
            "rights",
            "data",
            "移徙数据",
            "المهاجرين",
            "\uD83D\uDE00",
            "é\u0301",
            "a",
            "x".repeat(60),
            "移".repeat(50),
            "d’Ivoire",
            "\n"
        };
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int w = 0; w < length; w++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            String typed = words[random.nextInt(5)] + " " + words[random.nextInt(5)];
            int max = 20 + random.nextInt(150);
            Language language = random.nextBoolean() ? null : Language.all().get(random.nextInt(6));
            Excerpt excerpt = excerpt(typed, language, text.toString(), max);
            assertTrue(excerpt.text().length() <= max, () -> "seed " + seed + ": " + excerpt);
            int at = 0;
            for (Excerpt.Range hit : excerpt.hits()) {
                assertTrue(
                        hit.start() >= at
                                && hit.end() > hit.start()
                                && hit.end() <= excerpt.text().length(),
                        () -> "seed " + seed + ": " + excerpt);
                at = hit.end();
            }
            assertTrue(
                    excerpt.text().isEmpty()
                            || !Character.isLowSurrogate(excerpt.text().charAt(0)),
                    () -> "seed " + seed + ": " + excerpt);
        }
    }
}
