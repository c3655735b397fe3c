package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;
import org.rapporteur.core.survey.SurveyStore.Marking;

/**
 * Two themes in the same answers, whoever marked them.
 *
 * @param answers answers with both
 * @param overlapping answers in which passages of both share at least one character
 * @param jaccard answers with both by answers with either, 0 to 1
 */
public record Cooccurrence(CodeFacts first, CodeFacts second, int answers, int overlapping, double jaccard) {

    /** All pairs of themes that meet in at least one answer, most frequent first, then in the codebook's order. */
    static List<Cooccurrence> of(List<CodeFacts> codes, List<Marking> markings) {
        Map<UUID, Map<UUID, List<Marking>>> byCode = new HashMap<>();
        for (Marking mark : markings) {
            byCode.computeIfAbsent(mark.code(), k -> new HashMap<>())
                    .computeIfAbsent(mark.answer(), k -> new ArrayList<>())
                    .add(mark);
        }
        List<Cooccurrence> found = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Map<UUID, List<Marking>> one = byCode.getOrDefault(codes.get(i).id(), Map.of());
            for (int k = i + 1; k < codes.size(); k++) {
                Map<UUID, List<Marking>> other =
                        byCode.getOrDefault(codes.get(k).id(), Map.of());
                Set<UUID> both = new HashSet<>(one.keySet());
                both.retainAll(other.keySet());
                if (!both.isEmpty()) {
                    int overlapping = (int) both.stream()
                            .filter(a -> overlap(one.get(a), other.get(a)))
                            .count();
                    double either = one.size() + other.size() - (double) both.size();
                    found.add(new Cooccurrence(
                            codes.get(i), codes.get(k), both.size(), overlapping, both.size() / either));
                }
            }
        }
        found.sort(Comparator.comparing(Cooccurrence::answers, Comparator.reverseOrder()));
        return found;
    }

    private static boolean overlap(List<Marking> some, List<Marking> others) {
        for (Marking a : some) {
            for (Marking b : others) {
                boolean whole = a.starts() < 0 || b.starts() < 0;
                if (whole || a.starts() < b.ends() && b.starts() < a.ends()) {
                    return true;
                }
            }
        }
        return false;
    }
}
