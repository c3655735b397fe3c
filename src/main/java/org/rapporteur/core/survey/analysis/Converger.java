package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.ConvergenceRule;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.SurveyStore.Raising;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Convergence.Cell;
import org.rapporteur.core.survey.analysis.Convergence.Group;
import org.rapporteur.core.survey.analysis.Convergence.Raised;
import org.rapporteur.core.survey.analysis.Convergence.Similarity;
import org.rapporteur.core.survey.analysis.Convergence.Theme;

/** Lays the themes of a survey over its groups. */
final class Converger {
    private final ConvergenceRule threshold;
    private final Map<String, List<RespondentFacts>> asked;
    private final Map<String, List<RespondentFacts>> replied;
    private final Set<String> merged;

    private Converger(
            Grouping by,
            ConvergenceRule threshold,
            List<RespondentFacts> respondents,
            Collection<Set<UUID>> rows,
            Set<UUID> countedOnly) {
        this.threshold = threshold;
        List<RespondentFacts> all = respondents.stream()
                .filter(r -> r.responded() || !r.status().equals("to_send"))
                .toList();
        merged = SmallCells.merged(
                by.split(all.stream().filter(RespondentFacts::responded).toList()), rows, countedOnly);
        asked = by.split(all, merged);
        replied = new LinkedHashMap<>();
        asked.forEach((group, members) -> replied.put(
                group, members.stream().filter(RespondentFacts::responded).toList()));
    }

    /**
     * @param countedOnly who asked only to be counted
     */
    static Convergence converge(
            UUID survey,
            Grouping by,
            CodingRule rule,
            ConvergenceRule threshold,
            List<RespondentFacts> respondents,
            List<CodeFacts> codes,
            List<Raising> raisings,
            Set<UUID> countedOnly) {
        Map<UUID, Map<UUID, Raising>> byCode = new HashMap<>();
        for (Raising raising : raisings) {
            byCode.computeIfAbsent(raising.code(), k -> new HashMap<>()).put(raising.respondent(), raising);
        }
        List<Set<UUID>> rows = codes.stream()
                .map(code -> byCode.getOrDefault(code.id(), Map.of()).keySet())
                .toList();
        Converger converger = new Converger(by, threshold, respondents, rows, countedOnly);
        List<Theme> themes = new ArrayList<>();
        for (CodeFacts code : codes) {
            themes.add(converger.theme(code, byCode.getOrDefault(code.id(), Map.of())));
        }
        themes.sort(Comparator.comparing(Theme::reach, Comparator.reverseOrder())
                .thenComparing(Theme::raisedBy, Comparator.reverseOrder()));
        List<Group> groups = converger.asked.entrySet().stream()
                .map(e -> new Group(
                        e.getKey(),
                        e.getValue().size(),
                        converger.replied.get(e.getKey()).size()))
                .toList();
        List<RespondentFacts> notReplied = converger.asked.values().stream()
                .flatMap(List::stream)
                .filter(r -> !r.responded())
                .toList();
        return new Convergence(
                survey,
                by,
                rule,
                threshold,
                groups,
                themes,
                notReplied,
                converger.merged.stream().sorted(Grouping.ORDER).toList(),
                similarities(groups, themes));
    }

    private Theme theme(CodeFacts code, Map<UUID, Raising> raisings) {
        List<Cell> cells = new ArrayList<>();
        List<Raised> all = new ArrayList<>();
        int mentions = 0;
        int reach = 0;
        int met = 0;
        for (Map.Entry<String, List<RespondentFacts>> group : replied.entrySet()) {
            List<Raised> saidBy = new ArrayList<>();
            List<RespondentFacts> notSaidBy = new ArrayList<>();
            int said = 0;
            for (RespondentFacts respondent : group.getValue()) {
                Raising raising = raisings.get(respondent.id());
                if (raising == null) {
                    notSaidBy.add(respondent);
                } else {
                    saidBy.add(new Raised(respondent, raising.answers(), raising.permission()));
                    said += raising.answers();
                }
            }
            cells.add(new Cell(group.getKey(), saidBy.size(), group.getValue().size(), said, saidBy, notSaidBy));
            all.addAll(saidBy);
            mentions += said;
            if (Grouping.stated(group.getKey()) && !saidBy.isEmpty()) {
                reach++;
                met += saidBy.size()
                                >= threshold.members().needed(group.getValue().size())
                        ? 1
                        : 0;
            }
        }
        all.sort(Comparator.comparing((Raised r) -> r.respondent().name()));
        return new Theme(code, mentions, reach, met, all, cells);
    }

    private static List<Similarity> similarities(List<Group> groups, List<Theme> themes) {
        double[][] profiles = new double[groups.size()][themes.size()];
        for (int t = 0; t < themes.size(); t++) {
            List<Cell> cells = themes.get(t).cells();
            for (int g = 0; g < cells.size(); g++) {
                Cell cell = cells.get(g);
                profiles[g][t] = cell.respondents() == 0 ? 0 : (double) cell.raisedBy() / cell.respondents();
            }
        }
        List<Similarity> similarities = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                similarities.add(
                        new Similarity(groups.get(a).group(), groups.get(b).group(), cosine(profiles[a], profiles[b])));
            }
        }
        return similarities;
    }

    static OptionalDouble cosine(double[] a, double[] b) {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }
        if (lengthA == 0 || lengthB == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.min(1, dot / Math.sqrt(lengthA * lengthB)));
    }
}
