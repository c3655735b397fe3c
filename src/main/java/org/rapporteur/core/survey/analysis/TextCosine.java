package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * All pairs of texts whose TF-IDF vectors have at least a given cosine. Weight of a term: (1 + ln frequency) * (1 +
 * ln((1 + n) / (1 + texts with it))), vectors of length one (Salton and Buckley, 1988, with smoothed inverse frequency).
 *
 * <p>Comparing every text with every other through their frequent words would take most of the time and decide nothing.
 * So a text's most frequent terms are kept out of the index as long as they alone cannot reach the threshold, and are
 * only added up for texts that already meet in a rarer term (the bound of Bayardo, Ma and Srikant, "Scaling up all pairs
 * similarity search", 2007). The result is exact.
 */
final class TextCosine {
    private TextCosine() {}

    /** Two texts by their place in the list, the first before the second. */
    record Pair(int first, int second, double cosine) {}

    private record Vector(int[] terms, double[] weights) {}

    static List<Pair> pairs(List<String> texts, double threshold) {
        List<Vector> vectors = vectors(texts);
        double[] heaviest = heaviest(vectors);
        // A little below, so that rounding in the bound never loses a pair.
        double bound = threshold - 1e-9;
        List<List<int[]>> postings = new ArrayList<>(heaviest.length);
        for (int t = 0; t < heaviest.length; t++) {
            postings.add(new ArrayList<>());
        }
        int[] indexedFrom = new int[vectors.size()];
        double[] sums = new double[vectors.size()];
        int[] met = new int[vectors.size()];
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            Vector vector = vectors.get(i);
            int count = 0;
            for (int p = 0; p < vector.terms.length; p++) {
                for (int[] posting : postings.get(vector.terms[p])) {
                    int j = posting[0];
                    if (sums[j] == 0) {
                        met[count++] = j;
                    }
                    sums[j] += vector.weights[p] * vectors.get(j).weights[posting[1]];
                }
            }
            Arrays.sort(met, 0, count);
            for (int m = 0; m < count; m++) {
                int j = met[m];
                double cosine = sums[j] + head(vectors.get(j), indexedFrom[j], vector);
                sums[j] = 0;
                if (cosine >= bound) {
                    pairs.add(new Pair(j, i, Math.min(1, cosine)));
                }
            }
            double reachable = 0;
            indexedFrom[i] = vector.terms.length;
            for (int p = 0; p < vector.terms.length; p++) {
                reachable += vector.weights[p] * heaviest[vector.terms[p]];
                if (reachable >= bound) {
                    indexedFrom[i] = Math.min(indexedFrom[i], p);
                    postings.get(vector.terms[p]).add(new int[] {i, p});
                }
            }
        }
        return pairs;
    }

    // The product over the terms of a that are not in the index; both vectors are sorted by term.
    private static double head(Vector a, int end, Vector b) {
        double sum = 0;
        int q = 0;
        for (int p = 0; p < end; p++) {
            while (q < b.terms.length && b.terms[q] < a.terms[p]) {
                q++;
            }
            if (q < b.terms.length && b.terms[q] == a.terms[p]) {
                sum += a.weights[p] * b.weights[q];
            }
        }
        return sum;
    }

    private static double[] heaviest(List<Vector> vectors) {
        int terms = vectors.stream()
                .mapToInt(v -> v.terms.length == 0 ? 0 : v.terms[v.terms.length - 1] + 1)
                .max()
                .orElse(0);
        double[] heaviest = new double[terms];
        for (Vector vector : vectors) {
            for (int p = 0; p < vector.terms.length; p++) {
                heaviest[vector.terms[p]] = Math.max(heaviest[vector.terms[p]], vector.weights[p]);
            }
        }
        return heaviest;
    }

    private static List<Vector> vectors(List<String> texts) {
        Terms terms = new Terms();
        List<Map<String, Integer>> frequencies = new ArrayList<>();
        Map<String, Integer> inTexts = new HashMap<>();
        for (String text : texts) {
            Map<String, Integer> own = new HashMap<>();
            terms.of(text).forEach(t -> own.merge(t, 1, Integer::sum));
            new HashSet<>(own.keySet()).forEach(t -> inTexts.merge(t, 1, Integer::sum));
            frequencies.add(own);
        }
        // Numbered from the most frequent to the rarest: the order in which the bound wants them.
        List<String> order = new ArrayList<>(inTexts.keySet());
        order.sort((a, b) -> {
            int byCount = Integer.compare(inTexts.get(b), inTexts.get(a));
            return byCount != 0 ? byCount : a.compareTo(b);
        });
        Map<String, Integer> number = new HashMap<>();
        order.forEach(t -> number.put(t, number.size()));
        int n = texts.size();
        List<Vector> vectors = new ArrayList<>();
        for (Map<String, Integer> own : frequencies) {
            int[] numbers = own.keySet().stream().mapToInt(number::get).sorted().toArray();
            double[] weights = new double[numbers.length];
            double squares = 0;
            for (int p = 0; p < numbers.length; p++) {
                String term = order.get(numbers[p]);
                double rarity = 1 + Math.log((1.0 + n) / (1.0 + inTexts.get(term)));
                weights[p] = (1 + Math.log(own.get(term))) * rarity;
                squares += weights[p] * weights[p];
            }
            double length = Math.sqrt(squares);
            for (int p = 0; p < weights.length; p++) {
                weights[p] /= length;
            }
            vectors.add(new Vector(numbers, weights));
        }
        return vectors;
    }
}
