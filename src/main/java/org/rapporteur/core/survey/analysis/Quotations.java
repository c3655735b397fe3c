package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore.Passage;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;

/**
 * What may be shown of the answers under one theme. What the permission forbids is dropped here and cannot be printed by
 * mistake: words and name unless the answer may be quoted, the sense unless it may be paraphrased.
 *
 * @param excerpts what may be shown, quotations first, by respondent
 * @param countOnly answers that may only be counted
 * @param notParaphrased answers that may be paraphrased but nobody has done so
 */
public record Quotations(List<Excerpt> excerpts, int countOnly, int notParaphrased) {

    // Characters; a fragment shorter than this says little, a passage longer than this is not read in a summary.
    private static final int SHORTEST = 30;
    private static final int LONGEST = 400;

    public Quotations {
        excerpts = List.copyOf(excerpts);
    }

    /**
     * Words or the sense of an answer.
     *
     * @param answer key of the answer
     * @param question key of its question
     * @param group the respondent's group in the grouping asked for; "" also where there may be no hint of the respondent
     * @param respondent whose words they are; null unless it may be quoted
     * @param permission {@link Permission#QUOTE} or {@link Permission#PARAPHRASE}
     * @param text the passage in its own words, or the paraphrase
     * @param language code of the language of the text; "" when not known
     * @param whole whether it is the whole answer
     */
    public record Excerpt(
            UUID answer,
            UUID question,
            String group,
            RespondentFacts respondent,
            Permission permission,
            String text,
            String language,
            boolean whole) {}

    /**
     * Some of the excerpts: one of each group first, then a second of each, and so on; within a group passages of a
     * readable length before fragments and whole pages. Which ones come first is fixed by their words and not by the
     * alphabet, which would quote the same few respondents under every theme. The result is in order of respondents,
     * paraphrases last.
     */
    public List<Excerpt> spread(int most) {
        List<Excerpt> ranked = new ArrayList<>(excerpts);
        ranked.sort(Comparator.comparing((Excerpt e) -> !readable(e.text()))
                .thenComparing(e -> Integer.reverse(e.text().hashCode() * 0x9E3779B1))
                .thenComparing(Excerpt::answer));
        Map<String, Integer> taken = new HashMap<>();
        Map<Integer, List<Excerpt>> rounds = new TreeMap<>();
        for (Excerpt excerpt : ranked) {
            // Paraphrases name no group; they come after the quotations.
            int round =
                    excerpt.respondent() == null ? Integer.MAX_VALUE : taken.merge(excerpt.group(), 1, Integer::sum);
            rounds.computeIfAbsent(round, k -> new ArrayList<>()).add(excerpt);
        }
        Set<Excerpt> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        rounds.values().stream().flatMap(List::stream).limit(most).forEach(chosen::add);
        return excerpts.stream().filter(chosen::contains).toList();
    }

    private static boolean readable(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }

    /** Sorts the passages under one theme by what may be done with them; overlapping passages of an answer become one. */
    static Quotations of(List<Passage> passages, Map<UUID, RespondentFacts> respondents, Grouping by) {
        Map<UUID, List<Passage>> byAnswer = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (respondents.containsKey(passage.respondent())) {
                byAnswer.computeIfAbsent(passage.answer(), k -> new ArrayList<>())
                        .add(passage);
            }
        }
        List<Excerpt> excerpts = new ArrayList<>();
        int countOnly = 0;
        int notParaphrased = 0;
        for (List<Passage> ofAnswer : byAnswer.values()) {
            Passage first = ofAnswer.getFirst();
            RespondentFacts respondent = respondents.get(first.respondent());
            switch (first.permission()) {
                case QUOTE -> quote(ofAnswer, respondent, by, excerpts);
                case PARAPHRASE -> {
                    if (first.paraphrase().isBlank()) {
                        notParaphrased++;
                    } else {
                        excerpts.add(new Excerpt(
                                first.answer(),
                                first.question(),
                                "",
                                null,
                                Permission.PARAPHRASE,
                                first.paraphrase().strip(),
                                "",
                                false));
                    }
                }
                case COUNT_ONLY -> countOnly++;
            }
        }
        // Paraphrases last and by their own words, so that their place does not give away whose they are.
        excerpts.sort(Comparator.comparing(Excerpt::permission, Comparator.reverseOrder())
                .thenComparing(
                        e -> e.respondent() == null ? e.text() : e.respondent().name()));
        return new Quotations(excerpts, countOnly, notParaphrased);
    }

    private static void quote(List<Passage> ofAnswer, RespondentFacts respondent, Grouping by, List<Excerpt> excerpts) {
        Passage first = ofAnswer.getFirst();
        String body = first.body();
        for (int[] span : spans(ofAnswer, body.length())) {
            String words = body.substring(span[0], span[1]).strip();
            if (!words.isEmpty()) {
                excerpts.add(new Excerpt(
                        first.answer(),
                        first.question(),
                        by.groupOf(respondent),
                        respondent,
                        Permission.QUOTE,
                        words,
                        first.language(),
                        words.length() == body.strip().length()));
            }
        }
    }

    /** The passages' places, overlapping or touching ones joined, cut to the length of a text that was edited since. */
    static List<int[]> spans(List<Passage> passages, int length) {
        List<int[]> places = new ArrayList<>();
        for (Passage passage : passages) {
            boolean all = passage.starts() < 0 || passage.ends() < 0;
            int from = all ? 0 : Math.min(passage.starts(), length);
            int to = all ? length : Math.min(passage.ends(), length);
            if (from < to) {
                places.add(new int[] {from, to});
            }
        }
        places.sort(Comparator.comparingInt(p -> p[0]));
        List<int[]> joined = new ArrayList<>();
        for (int[] place : places) {
            int[] last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && place[0] <= last[1]) {
                last[1] = Math.max(last[1], place[1]);
            } else {
                joined.add(place);
            }
        }
        return joined;
    }
}
