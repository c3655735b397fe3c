package org.rapporteur.core.survey.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;

/**
 * Finds the groups whose figures would tell what one respondent said who asked only to be counted: a group of one, or a
 * cell that holds all of its group. They are told together with one another, and with so many more that what is left
 * tells nothing either, also not by taking the others from the total.
 */
final class SmallCells {
    private SmallCells() {}

    /**
     * The groups to be told as one.
     *
     * @param base the respondents of each group that the figures are counted from
     * @param figures for each figure, who is in it
     * @param counted who asked only to be counted
     * @return empty if every group can stand under its own name; else at least two groups
     */
    static Set<String> merged(
            Map<String, List<RespondentFacts>> base, Collection<Set<UUID>> figures, Set<UUID> counted) {
        // What all respondents said is told by the total, under whatever names the groups stand.
        Set<UUID> everybody = new HashSet<>();
        base.values().forEach(members -> members.forEach(r -> everybody.add(r.id())));
        List<Set<UUID>> rows =
                figures.stream().filter(row -> !row.containsAll(everybody)).toList();
        List<String> filled = base.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (counted.isEmpty() || figures.isEmpty() || filled.size() < 2) {
            return Set.of();
        }
        Set<String> merged = new LinkedHashSet<>();
        for (String group : filled) {
            if (tells(base.get(group), rows, counted)) {
                merged.add(group);
            }
        }
        Deque<String> added = new ArrayDeque<>();
        List<String> others = new ArrayList<>(filled);
        others.removeAll(merged);
        others.sort(
                Comparator.comparing((String group) -> base.get(group).size()).thenComparing(Grouping.ORDER));
        while (!merged.isEmpty()
                && !others.isEmpty()
                && (merged.size() == 1 || tells(all(base, merged), rows, counted))) {
            String next = others.stream()
                    .filter(group -> {
                        Set<String> with = new LinkedHashSet<>(merged);
                        with.add(group);
                        return !tells(all(base, with), rows, counted);
                    })
                    .findFirst()
                    .orElse(others.getFirst());
            merged.add(next);
            added.addFirst(next);
            others.remove(next);
        }
        // A group that was taken in vain on the way to one that helps keeps its own heading.
        for (String group : added) {
            Set<String> without = new LinkedHashSet<>(merged);
            without.remove(group);
            if (without.size() > 1 && !tells(all(base, without), rows, counted)) {
                merged.remove(group);
            }
        }
        return merged;
    }

    private static List<RespondentFacts> all(Map<String, List<RespondentFacts>> base, Set<String> groups) {
        return groups.stream().flatMap(group -> base.get(group).stream()).toList();
    }

    private static boolean tells(List<RespondentFacts> members, Collection<Set<UUID>> rows, Set<UUID> counted) {
        if (members.stream().noneMatch(r -> counted.contains(r.id()))) {
            return false;
        }
        return members.size() == 1
                || rows.stream().anyMatch(row -> members.stream().allMatch(r -> row.contains(r.id())));
    }
}
