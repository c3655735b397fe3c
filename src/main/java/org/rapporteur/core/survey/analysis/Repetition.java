package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Texts that repeat one another: answers given several times, recommendations worded nearly alike.
 *
 * @param exact texts that occur more than once to the letter, each with all its places, most frequent first
 * @param near pairs of different texts that are alike, most alike first; of an exact repetition its first place only
 * @param clusters texts joined by likeness, directly or through others, each with all its places; largest first
 */
public record Repetition(List<Exact> exact, List<Near> near, List<List<UUID>> clusters) {

    public Repetition {
        exact = List.copyOf(exact);
        near = List.copyOf(near);
        clusters = clusters.stream().map(List::copyOf).toList();
    }

    /** Pairs as alike as this are usually the same sentence with a word or two changed. */
    public static final double USUAL_THRESHOLD = 0.8;

    /** A text to compare; the id is the caller's. */
    public record Item(UUID id, String text) {}

    /** A text and all its places. */
    public record Exact(String text, List<UUID> places) {
        public Exact {
            places = List.copyOf(places);
        }
    }

    /** Two texts and the cosine of their TF-IDF vectors. */
    public record Near(UUID first, UUID second, double cosine) {}

    /**
     * Compares all texts with one another.
     *
     * @param threshold the least cosine, above 0 and at most 1
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public static Repetition among(List<Item> items, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1");
        }
        Map<String, List<UUID>> places = new LinkedHashMap<>();
        for (Item item : items) {
            if (!item.text().isBlank()) {
                places.computeIfAbsent(item.text(), k -> new ArrayList<>()).add(item.id());
            }
        }
        List<Exact> exact = places.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> new Exact(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Exact e) -> e.places().size(), Comparator.reverseOrder()))
                .toList();
        List<String> texts = List.copyOf(places.keySet());
        List<List<UUID>> placesOf = List.copyOf(places.values());
        List<Near> near = new ArrayList<>();
        int[] root = new int[texts.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        for (TextCosine.Pair pair : TextCosine.pairs(texts, threshold)) {
            near.add(new Near(
                    placesOf.get(pair.first()).getFirst(),
                    placesOf.get(pair.second()).getFirst(),
                    pair.cosine()));
            root[find(root, pair.second())] = find(root, pair.first());
        }
        near.sort(Comparator.comparing(Near::cosine, Comparator.reverseOrder()));
        Map<Integer, List<UUID>> clusters = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            clusters.computeIfAbsent(find(root, i), k -> new ArrayList<>()).addAll(placesOf.get(i));
        }
        List<List<UUID>> several = clusters.values().stream()
                .filter(c -> c.size() > 1)
                .sorted(Comparator.comparing((List<UUID> c) -> c.size(), Comparator.reverseOrder())
                        .thenComparing(List::getFirst))
                .toList();
        return new Repetition(exact, near, several);
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
