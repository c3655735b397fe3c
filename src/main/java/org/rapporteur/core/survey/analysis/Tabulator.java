package org.rapporteur.core.survey.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.AnswerHeld;
import org.rapporteur.core.survey.SurveyStore.ChoiceFacts;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.SurveyStore.QuestionFacts;
import org.rapporteur.core.survey.SurveyStore.Raising;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Tabulation.Associated;
import org.rapporteur.core.survey.analysis.Tabulation.Cell;
import org.rapporteur.core.survey.analysis.Tabulation.GroupBase;
import org.rapporteur.core.survey.analysis.Tabulation.GroupNumbers;
import org.rapporteur.core.survey.analysis.Tabulation.Row;
import org.rapporteur.core.survey.analysis.Tabulation.Unclear;
import org.rapporteur.core.text.Multilingual;

/** Counts the answers to one question. */
final class Tabulator {
    private final QuestionFacts question;
    private final List<Grouping> by;
    private final Map<UUID, RespondentFacts> asked = new LinkedHashMap<>();
    private final List<RespondentFacts> answered = new ArrayList<>();
    private final List<RespondentFacts> leftOpen = new ArrayList<>();
    private final List<RespondentFacts> waiting = new ArrayList<>();
    private final List<RespondentFacts> notReplied = new ArrayList<>();
    private final List<AnswerHeld> answers;
    private final List<Unclear> unclear = new ArrayList<>();
    private final List<GroupBase> groups = new ArrayList<>();
    private final Map<Grouping, Set<String>> merged = new EnumMap<>(Grouping.class);
    private final Set<UUID> countedOnly;

    /** A value before the groups are known under which it can be told. */
    private record Value(UUID key, String value, Multilingual label, boolean known, Set<UUID> who) {}

    private Tabulator(
            QuestionFacts question,
            List<Grouping> by,
            List<RespondentFacts> respondents,
            List<AnswerHeld> answers,
            Set<UUID> countedOnly,
            Set<UUID> held) {
        this.question = question;
        this.countedOnly = countedOnly;
        this.by = by.stream().distinct().toList();
        respondents.forEach(r -> asked.put(r.id(), r));
        this.answers =
                answers.stream().filter(a -> asked.containsKey(a.respondent())).toList();
        split(held);
    }

    static Tabulation tabulate(
            SurveyStore store,
            UUID survey,
            QuestionFacts question,
            List<Grouping> by,
            CodingRule rule,
            List<RespondentFacts> respondents) {
        return tabulate(store, survey, question, by, rule, respondents, store.answers(question.id()));
    }

    /** The same with the answers to the question at hand already. */
    static Tabulation tabulate(
            SurveyStore store,
            UUID survey,
            QuestionFacts question,
            List<Grouping> by,
            CodingRule rule,
            List<RespondentFacts> respondents,
            List<AnswerHeld> answers) {
        // Who asked only to be counted matters only where figures stand under the names of groups.
        Set<UUID> countedOnly = by.isEmpty() ? Set.of() : store.countedOnly(survey);
        Tabulator table = new Tabulator(question, by, respondents, answers, countedOnly, store.waiting(question.id()));
        List<Value> values = question.open()
                ? table.codes(store.codes(survey), store.raisingsOfQuestion(question.id(), rule))
                : table.values();
        table.group(values);
        return table.finish(survey, values.stream().map(table::row).toList());
    }

    private void split(Set<UUID> held) {
        Set<UUID> gave = new LinkedHashSet<>();
        answers.forEach(a -> gave.add(a.respondent()));
        for (RespondentFacts respondent : asked.values()) {
            if (gave.contains(respondent.id())) {
                answered.add(respondent);
            } else if (held.contains(respondent.id())) {
                waiting.add(respondent);
            } else if (respondent.responded()) {
                leftOpen.add(respondent);
            } else if (!respondent.status().equals("to_send")) {
                notReplied.add(respondent);
            }
        }
    }

    private void group(List<Value> values) {
        Set<UUID> gave = answered.stream().map(RespondentFacts::id).collect(Collectors.toSet());
        List<Set<UUID>> rows = values.stream().map(Value::who).toList();
        for (Grouping grouping : by) {
            Set<String> together = SmallCells.merged(grouping.split(answered), rows, countedOnly);
            merged.put(grouping, together);
            grouping.split(List.copyOf(asked.values()), together).forEach((group, members) -> {
                List<RespondentFacts> reached = members.stream()
                        .filter(r -> r.responded()
                                || gave.contains(r.id())
                                || !r.status().equals("to_send"))
                        .toList();
                int replied = (int) reached.stream()
                        .filter(r -> r.responded() || gave.contains(r.id()))
                        .count();
                int base = (int)
                        reached.stream().filter(r -> gave.contains(r.id())).count();
                groups.add(new GroupBase(grouping, group, reached.size(), replied, base));
            });
        }
    }

    private List<Value> values() {
        Map<String, Set<UUID>> byValue = new HashMap<>();
        for (AnswerHeld answer : answers) {
            if (readable(answer)) {
                String value = question.numeric() ? number(answer).toPlainString() : answer.value();
                byValue.computeIfAbsent(value, k -> new LinkedHashSet<>()).add(answer.respondent());
            } else {
                String given = answer.body().isEmpty() ? answer.value() : answer.body();
                unclear.add(new Unclear(answer.id(), asked.get(answer.respondent()), given, answer.doubt()));
            }
        }
        // Who answered that none is meant is in the base and under no choice.
        byValue.remove(org.rapporteur.core.survey.ChoiceReading.NONE_CHOSEN);
        unclear.sort(Comparator.comparing((Unclear u) -> u.respondent().name()));
        List<Value> rows = new ArrayList<>();
        for (ChoiceFacts choice : question.choices()) {
            Set<UUID> who = byValue.remove(choice.code());
            rows.add(new Value(null, choice.code(), choice.label(), true, who == null ? Set.of() : who));
        }
        // What is left are numbers and days, or values that are no choice of the form.
        boolean free = question.choices().isEmpty();
        Map<String, Set<UUID>> rest = new TreeMap<>(
                question.numeric() ? Comparator.comparing((String v) -> new BigDecimal(v)) : Comparator.naturalOrder());
        rest.putAll(byValue);
        rest.forEach((value, who) -> rows.add(new Value(null, value, Multilingual.EMPTY, free, who)));
        return rows;
    }

    private List<Value> codes(List<CodeFacts> codes, List<Raising> raisings) {
        Map<UUID, Set<UUID>> byCode = new HashMap<>();
        for (Raising raising : raisings) {
            byCode.computeIfAbsent(raising.code(), k -> new LinkedHashSet<>()).add(raising.respondent());
        }
        List<Value> rows = new ArrayList<>();
        Set<UUID> gave = answered.stream().map(RespondentFacts::id).collect(Collectors.toSet());
        for (CodeFacts code : codes) {
            Set<UUID> who = byCode.get(code.id());
            if (who != null) {
                rows.add(new Value(
                        code.id(),
                        code.code().isEmpty() ? code.title().text(org.rapporteur.core.text.Language.EN) : code.code(),
                        code.title(),
                        true,
                        who));
            }
        }
        rows.sort(Comparator.comparing(
                (Value v) -> v.who().stream().filter(gave::contains).count(), Comparator.reverseOrder()));
        return rows;
    }

    private boolean readable(AnswerHeld answer) {
        if (answer.unclear() || answer.value().isEmpty()) {
            return false;
        }
        return !question.numeric() || NumberSummary.parse(answer.value()).isPresent();
    }

    private static BigDecimal number(AnswerHeld answer) {
        return NumberSummary.parse(answer.value()).orElseThrow();
    }

    private Row row(Value value) {
        List<RespondentFacts> chosenBy =
                answered.stream().filter(r -> value.who().contains(r.id())).toList();
        Map<Grouping, Map<String, List<RespondentFacts>>> split = new EnumMap<>(Grouping.class);
        by.forEach(grouping -> split.put(grouping, grouping.split(chosenBy, merged.get(grouping))));
        List<Cell> cells = groups.stream()
                .map(g -> new Cell(
                        g.grouping(),
                        g.group(),
                        g.respondents(),
                        split.get(g.grouping()).getOrDefault(g.group(), List.of())))
                .toList();
        return new Row(value.key(), value.value(), value.label(), value.known(), chosenBy, cells);
    }

    private Tabulation finish(UUID survey, List<Row> rows) {
        List<GroupNumbers> groupNumbers = new ArrayList<>();
        if (question.numeric()) {
            for (GroupBase group : groups) {
                NumberSummary.of(numbers(answers.stream()
                                .filter(a -> groupOf(group.grouping(), asked.get(a.respondent()))
                                        .equals(group.group()))
                                .toList()))
                        .ifPresent(n -> groupNumbers.add(new GroupNumbers(group.grouping(), group.group(), n)));
            }
        }
        return new Tabulation(
                survey,
                question,
                by,
                answered,
                leftOpen,
                waiting,
                notReplied,
                groups,
                rows,
                together(),
                unclear,
                question.numeric() ? NumberSummary.of(numbers(answers)) : Optional.empty(),
                groupNumbers,
                associations(rows));
    }

    private String groupOf(Grouping grouping, RespondentFacts respondent) {
        String group = grouping.groupOf(respondent);
        return merged.get(grouping).contains(group) ? Grouping.MERGED : group;
    }

    private Map<Grouping, List<String>> together() {
        Map<Grouping, List<String>> together = new EnumMap<>(Grouping.class);
        merged.forEach((grouping, groupsOf) -> {
            if (!groupsOf.isEmpty()) {
                together.put(grouping, groupsOf.stream().sorted(Grouping.ORDER).toList());
            }
        });
        return together;
    }

    private List<BigDecimal> numbers(List<AnswerHeld> from) {
        return from.stream().filter(this::readable).map(Tabulator::number).toList();
    }

    private List<Associated> associations(List<Row> rows) {
        List<Associated> found = new ArrayList<>();
        for (Grouping grouping : by) {
            if (question.several() || question.open()) {
                for (Row row : rows) {
                    associated(chosenOrNot(row, grouping)).ifPresent(a -> found.add(new Associated(grouping, row, a)));
                }
            } else {
                long[][] table = rows.stream()
                        .map(row -> row.cells().stream()
                                .filter(c -> c.grouping() == grouping)
                                .mapToLong(Cell::count)
                                .toArray())
                        .toArray(long[][]::new);
                associated(table).ifPresent(a -> found.add(new Associated(grouping, null, a)));
            }
        }
        return found;
    }

    private static Optional<Association> associated(long[][] table) {
        return Association.of(table).filter(a -> a.n() >= SmallNumbers.SMALLEST_BASE);
    }

    private static long[][] chosenOrNot(Row row, Grouping grouping) {
        List<Cell> cells =
                row.cells().stream().filter(c -> c.grouping() == grouping).toList();
        return new long[][] {
            cells.stream().mapToLong(Cell::count).toArray(),
            cells.stream().mapToLong(c -> c.respondents() - c.count()).toArray()
        };
    }
}
