package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * All pairs of texts whose TF-IDF vectors have at least a given cosine. Weight of a term: (1 + ln frequency) * (1 +
 * ln((1 + n) / (1 + texts with it))), vectors of length one (Salton and Buckley, 1988, with smoothed inverse frequency).
 *
 * <p>Comparing every text with every other through their frequent words would take most of the time and decide nothing.
 * So a text's most frequent terms are kept out of the index as long as the part of the vector that they make is too short
 * to reach the threshold by itself, and a text is looked up by its rarest terms first, until what is left of it is too
 * short as well. What meets in the index is then multiplied out (the bounds of Bayardo, Ma and Srikant, 2007, in the form
 * by lengths of Anastasiu and Karypis, "L2AP", 2014). The result is exact.
 */
final class TextCosine {
    private TextCosine() {}

    /** Two texts by their place in the list, the first before the second. */
    record Pair(int first, int second, double cosine) {}

    /** Terms by number, rising, with their weights; lengths holds the length of the vector up to and with each term. */
    private record Vector(int[] terms, double[] weights, double[] lengths) {}

    /** Where a term occurs: text and place in its vector, one after the other. */
    private static final class Postings {
        private int[] data = new int[4];
        private int size;

        void add(int text, int place) {
            if (size == data.length) {
                data = Arrays.copyOf(data, size * 2);
            }
            data[size++] = text;
            data[size++] = place;
        }
    }

    /**
     * The pairs, each text with those before it.
     *
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    static List<Pair> pairs(List<String> texts, double threshold) {
        List<Vector> vectors = vectors(texts);
        // A little below, so that rounding in the bounds never loses a pair.
        double bound = threshold - 1e-9;
        Map<Integer, Postings> index = new HashMap<>();
        int[] indexedFrom = new int[vectors.size()];
        double[] sums = new double[vectors.size()];
        int[] met = new int[vectors.size()];
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("comparing texts was cancelled");
            }
            int count = gather(vectors, index, i, bound, sums, met);
            Arrays.sort(met, 0, count);
            for (int m = 0; m < count; m++) {
                int j = met[m];
                double sum = sums[j];
                sums[j] = 0;
                int end = indexedFrom[j];
                double most = end == 0 ? 0 : vectors.get(j).lengths[end - 1];
                if (sum + most >= bound) {
                    double cosine = sum + head(vectors.get(j), end, vectors.get(i));
                    if (cosine >= bound) {
                        pairs.add(new Pair(j, i, Math.min(1, cosine)));
                    }
                }
            }
            Vector vector = vectors.get(i);
            int from = 0;
            while (from < vector.terms.length && vector.lengths[from] < bound) {
                from++;
            }
            indexedFrom[i] = from;
            for (int p = from; p < vector.terms.length; p++) {
                index.computeIfAbsent(vector.terms[p], k -> new Postings()).add(i, p);
            }
        }
        return pairs;
    }

    /** Adds up what text i and the texts before it share in the index; tells how many were met. */
    private static int gather(
            List<Vector> vectors, Map<Integer, Postings> index, int i, double bound, double[] sums, int[] met) {
        Vector vector = vectors.get(i);
        int count = 0;
        for (int p = vector.terms.length - 1; p >= 0; p--) {
            Postings postings = index.get(vector.terms[p]);
            if (postings == null) {
                continue;
            }
            // Texts not met so far could share only what is left of the vector.
            boolean open = vector.lengths[p] >= bound;
            for (int k = 0; k < postings.size; k += 2) {
                int j = postings.data[k];
                if (sums[j] == 0) {
                    if (!open) {
                        continue;
                    }
                    met[count++] = j;
                }
                sums[j] += vector.weights[p] * vectors.get(j).weights[postings.data[k + 1]];
            }
        }
        return count;
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
            double[] lengths = new double[weights.length];
            double upTo = 0;
            for (int p = 0; p < weights.length; p++) {
                weights[p] /= length;
                upTo += weights[p] * weights[p];
                lengths[p] = Math.sqrt(upTo);
            }
            vectors.add(new Vector(numbers, weights, lengths));
        }
        return vectors;
    }
}
