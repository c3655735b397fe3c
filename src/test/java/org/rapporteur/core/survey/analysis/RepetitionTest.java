package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.survey.analysis.Repetition.Item;

/** Repeated texts are found as comparing every text with every other finds them. */
class RepetitionTest {

    @Test
    void pairsAreThoseOfComparingAllWithAll() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<String> texts = texts(random, 2 + random.nextInt(40));
            double threshold = 0.2 + random.nextInt(8) / 10.0;
            Map<String, Double> expected = allPairs(texts, threshold);
            Map<String, Double> found = new HashMap<>();
            for (TextCosine.Pair pair : TextCosine.pairs(texts, threshold)) {
                found.put(pair.first() + "-" + pair.second(), pair.cosine());
            }
            // Pairs on the threshold itself may fall either way by rounding.
            for (Map.Entry<String, Double> pair : expected.entrySet()) {
                if (pair.getValue() > threshold + 1e-6) {
                    assertTrue(found.containsKey(pair.getKey()), "seed " + seed + " round " + round + " " + pair);
                    assertEquals(pair.getValue(), found.get(pair.getKey()), 1e-9);
                }
            }
            assertTrue(expected.keySet().containsAll(found.keySet()), "seed " + seed + " round " + round);
        }
    }

    private static List<String> texts(Random random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            if (i > 0 && random.nextInt(3) == 0) {
                text.append(texts.get(random.nextInt(i))).append(' ');
            }
            int words = 1 + random.nextInt(12);
            for (int w = 0; w < words; w++) {
                // Squaring makes some words frequent and many rare, as in real texts.
                int word = random.nextInt(9) * random.nextInt(9);
                text.append('w').append(word).append(' ');
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static Map<String, Double> allPairs(List<String> texts, double threshold) {
        List<Map<String, Double>> vectors = new ArrayList<>();
        Map<String, Integer> inTexts = new HashMap<>();
        for (String text : texts) {
            Map<String, Double> counts = new HashMap<>();
            for (String word : text.strip().split("\\s+")) {
                counts.merge(word, 1.0, Double::sum);
            }
            counts.keySet().forEach(w -> inTexts.merge(w, 1, Integer::sum));
            vectors.add(counts);
        }
        for (Map<String, Double> vector : vectors) {
            vector.replaceAll((word, count) ->
                    (1 + Math.log(count)) * (1 + Math.log((1.0 + texts.size()) / (1.0 + inTexts.get(word)))));
        }
        Map<String, Double> pairs = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (int k = i + 1; k < vectors.size(); k++) {
                double dot = dot(vectors.get(i), vectors.get(k));
                double cosine =
                        dot / Math.sqrt(dot(vectors.get(i), vectors.get(i)) * dot(vectors.get(k), vectors.get(k)));
                if (cosine >= threshold - 1e-6) {
                    pairs.put(i + "-" + k, cosine);
                }
            }
        }
        return pairs;
    }

    private static double dot(Map<String, Double> a, Map<String, Double> b) {
        Set<String> shared = new HashSet<>(a.keySet());
        shared.retainAll(b.keySet());
        return shared.stream().mapToDouble(w -> a.get(w) * b.get(w)).sum();
    }

    @Test
    void exactRepetitionsAreThoseToTheLetter() {
        List<Item> items = new ArrayList<>();
        for (String text : List.of("Ratify it.", "Ratify it", "Ratify it.", "  ", "  ", "Consider the matter again")) {
            items.add(new Item(new UUID(0, items.size()), text));
        }
        Repetition repetition = Repetition.among(items, 0.9);
        assertEquals(1, repetition.exact().size());
        assertEquals(
                List.of(new UUID(0, 0), new UUID(0, 2)),
                repetition.exact().getFirst().places());
        assertEquals(1, repetition.near().size(), "a full stop makes it another text, but one that is alike");
        assertEquals(List.of(List.of(new UUID(0, 0), new UUID(0, 2), new UUID(0, 1))), repetition.clusters());
        assertThrows(IllegalArgumentException.class, () -> Repetition.among(items, 0));
    }

    @Test
    void wordsOfSixLanguagesAreTold() {
        Terms terms = new Terms();
        assertEquals(List.of("ratifier", "la", "convention"), terms.of("Ratifier la CONVENTION !"));
        assertEquals(terms.of("protección"), terms.of("PROTECCIO\u0301N"));
        assertEquals(terms.of("الهجرة"), terms.of("الْهِجْـرَة"));
        assertEquals(List.of("договор", "о", "миграции"), terms.of("Договор о миграции"));
        assertTrue(terms.of("移民的权利").size() > 1, "Chinese is divided into words");
    }
}
