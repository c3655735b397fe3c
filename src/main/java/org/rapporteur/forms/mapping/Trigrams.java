package org.rapporteur.forms.mapping;

import java.util.HashMap;
import java.util.Map;
import org.rapporteur.core.text.MatchKey;

/** How alike two texts are, by the groups of three characters that they share; from 0 to 1. */
final class Trigrams {
    private static final int MOST = 4_000;

    private Trigrams() {}

    static double similarity(String a, String b) {
        Map<String, Integer> first = of(a);
        Map<String, Integer> second = of(b);
        int all = first.values().stream().mapToInt(Integer::intValue).sum()
                + second.values().stream().mapToInt(Integer::intValue).sum();
        int shared = 0;
        for (Map.Entry<String, Integer> entry : first.entrySet()) {
            shared += Math.min(entry.getValue(), second.getOrDefault(entry.getKey(), 0));
        }
        return all == 0 ? 1 : 2.0 * shared / all;
    }

    private static Map<String, Integer> of(String text) {
        String key = "  " + MatchKey.of(text.length() > MOST ? text.substring(0, MOST) : text) + " ";
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + 3 <= key.length(); i++) {
            counts.merge(key.substring(i, i + 3), 1, Integer::sum);
        }
        return counts;
    }
}
