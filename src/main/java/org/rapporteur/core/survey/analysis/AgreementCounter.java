package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;
import org.rapporteur.core.survey.SurveyStore.CodedText;
import org.rapporteur.core.survey.SurveyStore.Marking;
import org.rapporteur.core.survey.analysis.CoderAgreement.Choice;
import org.rapporteur.core.survey.analysis.CoderAgreement.CodeAlpha;
import org.rapporteur.core.survey.analysis.CoderAgreement.CodeKappa;
import org.rapporteur.core.survey.analysis.CoderAgreement.Coder;
import org.rapporteur.core.survey.analysis.CoderAgreement.Confusion;
import org.rapporteur.core.survey.analysis.CoderAgreement.Disagreement;
import org.rapporteur.core.survey.analysis.CoderAgreement.Pair;

/** Compares what coders marked. */
final class AgreementCounter {
    private final List<CodeFacts> codes;
    private final Map<UUID, CodedText> texts = new LinkedHashMap<>();
    // By coder: the codes of each answer, with their passages.
    private final Map<String, Map<UUID, Map<UUID, List<Marking>>>> marks = new TreeMap<>();
    private final Map<String, Set<UUID>> read = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();

    /** An answer read by two coders or more, and what each of them marked in it. */
    private record Unit(CodedText text, List<String> readers, List<Map<UUID, List<Marking>>> marks) {
        Map<UUID, List<Marking>> of(String coder) {
            return marks.get(readers.indexOf(coder));
        }
    }

    private AgreementCounter(List<CodeFacts> codes, List<CodedText> texts, List<Marking> markings) {
        this.codes = codes;
        texts.forEach(t -> this.texts.put(t.answer(), t));
        for (Marking mark : markings) {
            CodedText text = this.texts.get(mark.answer());
            if (text != null) {
                marks.computeIfAbsent(mark.coder(), k -> new HashMap<>())
                        .computeIfAbsent(mark.answer(), k -> new HashMap<>())
                        .computeIfAbsent(mark.code(), k -> new ArrayList<>())
                        .add(mark);
                read.computeIfAbsent(mark.coder(), k -> new HashSet<>()).add(text.response());
            }
        }
        for (CodedText text : texts) {
            List<String> readers = marks.keySet().stream()
                    .filter(coder -> read.get(coder).contains(text.response()))
                    .toList();
            if (readers.size() > 1) {
                units.add(new Unit(
                        text,
                        readers,
                        readers.stream()
                                .map(coder -> marks.get(coder).getOrDefault(text.answer(), Map.of()))
                                .toList()));
            }
        }
    }

    static CoderAgreement count(UUID survey, List<CodeFacts> codes, List<CodedText> texts, List<Marking> markings) {
        AgreementCounter counter = new AgreementCounter(codes, texts, markings);
        Reliability.Alpha all = new Reliability.Alpha(2);
        List<CodeAlpha> alphas = new ArrayList<>();
        for (CodeFacts code : codes) {
            Reliability.Alpha own = new Reliability.Alpha(2);
            Reliability.Alpha characters = new Reliability.Alpha(2);
            for (Unit unit : counter.units) {
                int[] counts = counts(unit, code);
                own.add(counts, 1);
                all.add(counts, 1);
                if (counts[1] == 0) {
                    characters.add(counts, unit.text().length());
                } else {
                    addCharacters(unit, code, characters);
                }
            }
            alphas.add(new CodeAlpha(code, own.value(), characters.value()));
        }
        return new CoderAgreement(
                survey,
                counter.coders(),
                counter.units.size(),
                (int) counter.units.stream()
                        .map(u -> u.text().respondent())
                        .distinct()
                        .count(),
                all.value(),
                alphas,
                counter.pairs(),
                counter.disagreements());
    }

    private static int[] counts(Unit unit, CodeFacts code) {
        int[] counts = new int[2];
        for (Map<UUID, List<Marking>> marks : unit.marks()) {
            counts[marks.containsKey(code.id()) ? 1 : 0]++;
        }
        return counts;
    }

    // Between two neighbouring borders of passages all characters are alike, so they are added as one unit of that
    // weight.
    private static void addCharacters(Unit unit, CodeFacts code, Reliability.Alpha alpha) {
        int length = unit.text().length();
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, length));
        List<List<int[]>> spans = new ArrayList<>();
        for (Map<UUID, List<Marking>> marks : unit.marks()) {
            List<int[]> own = new ArrayList<>();
            for (Marking mark : marks.getOrDefault(code.id(), List.of())) {
                boolean whole = mark.starts() < 0 || mark.ends() < 0;
                int from = whole ? 0 : Math.min(mark.starts(), length);
                int to = whole ? length : Math.min(mark.ends(), length);
                own.add(new int[] {from, to});
                borders.add(from);
                borders.add(to);
            }
            spans.add(own);
        }
        Integer from = null;
        for (int to : borders) {
            if (from != null && to > from) {
                int start = from;
                int[] counts = new int[2];
                for (List<int[]> own : spans) {
                    counts[own.stream().anyMatch(s -> s[0] <= start && start < s[1]) ? 1 : 0]++;
                }
                alpha.add(counts, (long) to - start);
            }
            from = to;
        }
    }

    private List<Coder> coders() {
        return marks.entrySet().stream()
                .map(e -> new Coder(
                        e.getKey(),
                        (int) e.getValue().keySet().stream()
                                .map(a -> texts.get(a).respondent())
                                .distinct()
                                .count(),
                        e.getValue().size(),
                        e.getValue().values().stream()
                                .flatMap(m -> m.values().stream())
                                .mapToInt(List::size)
                                .sum()))
                .toList();
    }

    private List<Pair> pairs() {
        List<String> names = List.copyOf(marks.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                pair(names.get(a), names.get(b), pairs);
            }
        }
        return pairs;
    }

    private void pair(String first, String second, List<Pair> pairs) {
        List<Unit> shared = units.stream()
                .filter(u -> u.readers().contains(first) && u.readers().contains(second))
                .toList();
        if (shared.isEmpty()) {
            return;
        }
        List<CodeKappa> kappas = new ArrayList<>();
        for (CodeFacts code : codes) {
            long[][] table = new long[2][2];
            for (Unit unit : shared) {
                boolean one = unit.of(first).containsKey(code.id());
                boolean other = unit.of(second).containsKey(code.id());
                table[one ? 0 : 1][other ? 0 : 1]++;
            }
            kappas.add(new CodeKappa(
                    code,
                    (int) table[0][0],
                    (int) table[0][1],
                    (int) table[1][0],
                    (int) table[1][1],
                    Reliability.kappa(table)));
        }
        pairs.add(new Pair(first, second, shared.size(), kappas, confusions(first, second, shared)));
    }

    private List<Confusion> confusions(String first, String second, List<Unit> shared) {
        int[][] counts = new int[codes.size()][codes.size()];
        for (Unit unit : shared) {
            Set<UUID> one = unit.of(first).keySet();
            Set<UUID> other = unit.of(second).keySet();
            for (int i = 0; i < codes.size(); i++) {
                if (one.contains(codes.get(i).id())
                        && !other.contains(codes.get(i).id())) {
                    for (int k = 0; k < codes.size(); k++) {
                        UUID instead = codes.get(k).id();
                        counts[i][k] += other.contains(instead) && !one.contains(instead) ? 1 : 0;
                    }
                }
            }
        }
        List<Confusion> confusions = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            for (int k = 0; k < codes.size(); k++) {
                if (counts[i][k] > 0) {
                    confusions.add(new Confusion(codes.get(i), codes.get(k), counts[i][k]));
                }
            }
        }
        confusions.sort(Comparator.comparing(Confusion::answers, Comparator.reverseOrder()));
        return confusions;
    }

    private List<Disagreement> disagreements() {
        List<Disagreement> found = new ArrayList<>();
        for (Unit unit : units) {
            List<Choice> choices = unit.readers().stream()
                    .map(coder -> new Choice(coder, unit.of(coder).keySet()))
                    .toList();
            if (choices.stream().map(Choice::codes).distinct().count() > 1) {
                found.add(new Disagreement(
                        unit.text().answer(),
                        unit.text().respondent(),
                        unit.text().question(),
                        choices));
            }
        }
        return found;
    }
}
