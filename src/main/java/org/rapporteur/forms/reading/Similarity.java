package org.rapporteur.forms.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rapporteur.core.text.MatchKey;

/**
 * How alike two wordings are, from 0 to 1: the weighted share of runs of letters that they have in common (Dice's
 * coefficient). Runs that many questions have count little, so that questions with the same beginning differ.
 */
final class Similarity {
    private final Map<String, Double> weights = new HashMap<>();
    private final double unknown;

    /** A measure for these wordings. */
    Similarity(Collection<String> wordings) {
        Map<String, Integer> counts = new HashMap<>();
        for (String wording : wordings) {
            runs(wording).forEach(run -> counts.merge(run, 1, Integer::sum));
        }
        int all = Math.max(1, wordings.size());
        counts.forEach((run, count) -> weights.put(run, Math.log(1 + (double) all / count)));
        // A run of no question tells that words were changed, but not towards which question.
        unknown = Math.log(2);
    }

    /** The runs of letters of a wording: three at a time; two where a letter is a word. */
    static Set<String> runs(String wording) {
        String key = " " + MatchKey.of(wording) + " ";
        boolean han = key.codePoints().anyMatch(c -> c >= 0x4E00 && c < 0xA000);
        int length = han ? 2 : 3;
        Set<String> runs = new HashSet<>();
        String text = han ? key.replace(" ", "") : key;
        for (int i = 0; i + length <= text.length(); i++) {
            runs.add(text.substring(i, i + length));
        }
        if (runs.isEmpty() && !text.isBlank()) {
            runs.add(text);
        }
        return runs;
    }

    double of(Set<String> a, Set<String> b) {
        double common = 0;
        double all = 0;
        for (String run : a) {
            double weight = weights.getOrDefault(run, unknown);
            all += weight;
            if (b.contains(run)) {
                common += weight;
            }
        }
        for (String run : b) {
            all += weights.getOrDefault(run, unknown);
        }
        return all == 0 ? 0 : 2 * common / all;
    }
}
