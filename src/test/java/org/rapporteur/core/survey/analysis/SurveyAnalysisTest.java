package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.RandomSurvey.Answer;
import org.rapporteur.core.survey.analysis.RandomSurvey.Code;
import org.rapporteur.core.survey.analysis.RandomSurvey.Coding;
import org.rapporteur.core.survey.analysis.RandomSurvey.Question;
import org.rapporteur.core.survey.analysis.RandomSurvey.Respondent;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Counts of random surveys in a real workspace are those of counting by hand. */
class SurveyAnalysisTest {
    private static final LocalDate DAY = LocalDate.parse("2017-08-20");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsLikeAPerson(long seed) {
        RandomSurvey made = new RandomSurvey(seed);
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            made.write(workspace);
            new RandomSurvey(seed + 1000).write(workspace);
            SurveyAnalysis analysis = new SurveyAnalysis(new SurveyStoreSqlite(workspace));
            progress(made, analysis);
            for (CodingRule rule : CodingRule.values()) {
                tables(made, analysis, rule);
                themes(made, analysis, rule);
            }
            quotations(made, analysis);
            agreement(made, analysis);
        }
    }

    private static void progress(RandomSurvey made, SurveyAnalysis analysis) {
        ResponseProgress progress = analysis.progress(made.survey, DAY, List.of(Grouping.REGION, Grouping.TYPE));
        ResponseProgress.Tally total = progress.total();
        assertEquals(made.asked().size(), total.asked());
        assertEquals(count(made, made::responded), total.received());
        Predicate<Respondent> declined = r -> !made.responded(r) && "declined".equals(r.status());
        assertEquals(count(made, declined), total.declined());
        Predicate<Respondent> overdue = r -> !made.responded(r)
                && !"declined".equals(r.status())
                && r.due() != null
                && r.due().compareTo(DAY.toString()) < 0;
        assertEquals(count(made, overdue), total.overdue());
        assertEquals(total.asked() - total.received() - total.declined(), total.outstanding());
        assertEquals(total.outstanding(), progress.chase().size());
        for (Grouping by : List.of(Grouping.REGION, Grouping.TYPE)) {
            List<ResponseProgress.GroupTally> groups = progress.groups().get(by);
            assertEquals(
                    total.asked(),
                    groups.stream().mapToInt(g -> g.tally().asked()).sum());
            for (ResponseProgress.GroupTally group : groups) {
                assertEquals(
                        count(made, r -> overdue.test(r) && group(r, by).equals(group.group())),
                        group.tally().overdue());
            }
        }
        long longest = Long.MAX_VALUE;
        for (ResponseProgress.Chase chase : progress.chase()) {
            assertTrue(chase.daysOverdue() <= longest);
            longest = chase.daysOverdue();
        }
    }

    private static void tables(RandomSurvey made, SurveyAnalysis analysis, CodingRule rule) {
        List<Grouping> by = List.of(Grouping.TYPE, Grouping.REGION);
        List<Tabulation> tables = analysis.tabulate(made.survey, by, rule);
        List<Question> questions =
                made.questions.stream().filter(q -> !q.hidden()).toList();
        assertEquals(questions.size(), tables.size());
        for (int i = 0; i < tables.size(); i++) {
            Question question = questions.get(i);
            Tabulation table = tables.get(i);
            assertEquals(question.id(), table.question().id());
            assertEquals(count(made, r -> made.gave(r, question)), table.base());
            assertEquals(count(made, r -> made.responded(r) && !made.gave(r, question)), table.noAnswer());
            assertEquals(
                    made.asked().size(),
                    table.base() + table.noAnswer() + table.notReplied().size());
            for (Tabulation.Row row : table.rows()) {
                assertEquals(who(made, question, row.value(), null, null, rule), ids(row.chosenBy()), row.value());
                for (Tabulation.Cell cell : row.cells()) {
                    assertEquals(
                            who(made, question, row.value(), null, null, rule).stream()
                                    .filter(id -> in(made, id, cell.grouping(), cell.group(), merged(table, cell)))
                                    .collect(Collectors.toSet()),
                            ids(cell.chosenBy()));
                    assertEquals(
                            count(
                                    made,
                                    r -> made.gave(r, question)
                                            && in(made, r.id(), cell.grouping(), cell.group(), merged(table, cell))),
                            cell.respondents());
                }
            }
            for (Grouping grouping : by) {
                List<String> merged = table.merged().getOrDefault(grouping, List.of());
                Map<String, Set<UUID>> base = new java.util.HashMap<>();
                made.asked().stream()
                        .filter(r -> made.gave(r, question))
                        .forEach(r -> base.computeIfAbsent(
                                        merged.contains(group(r, grouping)) ? Grouping.MERGED : group(r, grouping),
                                        g -> new java.util.HashSet<>())
                                .add(r.id()));
                tellsNobody(
                        made,
                        merged,
                        base,
                        table.rows().stream().map(r -> ids(r.chosenBy())).toList());
            }
            Set<String> values = made.live(question).stream()
                    .filter(a -> !unclear(a) && !question.open())
                    .map(Answer::value)
                    .collect(Collectors.toCollection(TreeSet::new));
            values.addAll(question.choices());
            if (!question.open()) {
                assertEquals(
                        values, table.rows().stream().map(Tabulation.Row::value).collect(Collectors.toSet()));
                assertEquals(
                        made.live(question).stream()
                                .filter(SurveyAnalysisTest::unclear)
                                .map(Answer::id)
                                .collect(Collectors.toSet()),
                        table.unclear().stream().map(Tabulation.Unclear::answer).collect(Collectors.toSet()));
            }
            if (question.type().equals("integer")) {
                numbers(made.live(question).stream().filter(a -> !unclear(a)).toList(), table);
            }
        }
    }

    private static List<String> merged(Tabulation table, Tabulation.Cell cell) {
        return table.merged().getOrDefault(cell.grouping(), List.of());
    }

    private static boolean in(RandomSurvey made, UUID id, Grouping by, String group, List<String> merged) {
        Respondent respondent = made.respondents.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
        String own = group(respondent, by);
        return group.equals(Grouping.MERGED) ? merged.contains(own) : own.equals(group) && !merged.contains(own);
    }

    /** No group of one and no full cell holds someone who asked to be counted only, as far as there are two groups. */
    private static void tellsNobody(
            RandomSurvey made, List<String> merged, Map<String, Set<UUID>> base, List<Set<UUID>> rows) {
        Set<UUID> counted = made.answers.stream()
                .filter(Answer::live)
                .filter(a -> "count_only".equals(a.permission()) || "unheard_of".equals(a.permission()))
                .map(Answer::respondent)
                .collect(Collectors.toSet());
        assertTrue(merged.size() != 1, merged.toString());
        if (base.size() < 2 || rows.isEmpty()) {
            return;
        }
        base.forEach((group, members) -> {
            if (members.stream().anyMatch(counted::contains)) {
                assertTrue(members.size() > 1, group);
                assertTrue(
                        rows.stream()
                                .filter(row -> !base.values().stream().allMatch(row::containsAll))
                                .noneMatch(row -> row.containsAll(members)),
                        group);
            }
        });
    }

    private static void numbers(List<Answer> readable, Tabulation table) {
        if (readable.isEmpty()) {
            assertTrue(table.numbers().isEmpty());
            return;
        }
        int[] sorted = readable.stream()
                .mapToInt(a -> Integer.parseInt(a.value()))
                .sorted()
                .toArray();
        NumberSummary numbers = table.numbers().orElseThrow();
        assertEquals(sorted.length, numbers.n());
        assertEquals(BigDecimal.valueOf(sorted[0]), numbers.min());
        assertEquals(BigDecimal.valueOf(sorted[sorted.length - 1]), numbers.max());
        assertEquals(BigDecimal.valueOf(java.util.Arrays.stream(sorted).sum()), numbers.sum());
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
        assertEquals(median, numbers.median().doubleValue());
    }

    private static Set<UUID> who(
            RandomSurvey made, Question question, String value, Grouping by, String group, CodingRule rule) {
        return made.asked().stream()
                .filter(r -> by == null || group(r, by).equals(group))
                .filter(r -> made.live(question).stream()
                        .filter(a -> a.response().respondent() == r)
                        .anyMatch(a -> question.open()
                                ? made.codes.stream().anyMatch(c -> c.name().equals(value) && made.counted(a, c, rule))
                                : !unclear(a) && a.value().equals(value)))
                .map(Respondent::id)
                .collect(Collectors.toSet());
    }

    private static boolean unclear(Answer answer) {
        return answer.value() == null || "approximate".equals(answer.doubt());
    }

    private static void themes(RandomSurvey made, SurveyAnalysis analysis, CodingRule rule) {
        Convergence convergence = analysis.convergence(made.survey, Grouping.REGION, rule);
        assertEquals(count(made, made::responded), convergence.respondents());
        List<String> merged = convergence.merged();
        assertEquals(
                made.asked().stream()
                        .map(r -> group(r, Grouping.REGION))
                        .map(g -> merged.contains(g) ? Grouping.MERGED : g)
                        .collect(Collectors.toSet()),
                convergence.groups().stream().map(Convergence.Group::group).collect(Collectors.toSet()));
        assertEquals(
                made.codes.stream().filter(c -> !c.hidden()).count(),
                convergence.themes().size());
        long regions = made.asked().stream()
                .filter(r -> made.responded(r))
                .map(r -> group(r, Grouping.REGION))
                .filter(Grouping::stated)
                .distinct()
                .count();
        // Where fewer are counted than replies came from, the sentence may not speak of all.
        assertEquals(
                regions == convergence.groupsWithReplies(),
                merged.stream().noneMatch(Grouping::stated),
                () -> merged + " of " + regions);
        convergence.themes().stream()
                .map(theme -> convergence.statement(theme).key())
                .filter(key -> !key.endsWith(".plain"))
                .forEach(key -> assertEquals(!merged.isEmpty(), key.endsWith(".apart"), key));
        int reach = Integer.MAX_VALUE;
        for (Convergence.Theme theme : convergence.themes()) {
            Code code = made.codes.stream()
                    .filter(c -> c.id().equals(theme.code().id()))
                    .findFirst()
                    .orElseThrow();
            List<Answer> coded = made.answers.stream()
                    .filter(Answer::live)
                    .filter(a -> made.counted(a, code, rule))
                    .toList();
            assertEquals(coded.size(), theme.mentions());
            assertEquals(
                    coded.stream().map(Answer::respondent).collect(Collectors.toSet()),
                    theme.raised().stream().map(r -> r.respondent().id()).collect(Collectors.toSet()));
            Set<String> reached = new TreeSet<>();
            int met = 0;
            for (Convergence.Cell cell : theme.cells()) {
                List<Answer> here = coded.stream()
                        .filter(a -> in(made, a.respondent(), Grouping.REGION, cell.group(), merged))
                        .toList();
                assertEquals(here.size(), cell.mentions());
                assertEquals(here.stream().map(Answer::respondent).distinct().count(), cell.raisedBy());
                assertEquals(cell.raisedBy() + cell.notSaidBy().size(), cell.respondents());
                if (!here.isEmpty() && !cell.group().isEmpty() && !cell.group().equals(Grouping.MERGED)) {
                    reached.add(cell.group());
                    met += 2 * cell.raisedBy() >= cell.respondents() ? 1 : 0;
                }
            }
            assertEquals(reached.size(), theme.reach());
            assertEquals(met, theme.met());
            int groups = (int) convergence.groups().stream()
                    .filter(g -> g.respondents() > 0
                            && !g.group().isEmpty()
                            && !g.group().equals(Grouping.MERGED))
                    .count();
            assertEquals(!coded.isEmpty() && met >= 2 && 3 * met >= 2 * groups, convergence.converges(theme));
            assertTrue(theme.reach() <= reach);
            reach = theme.reach();
        }
    }

    private static void quotations(RandomSurvey made, SurveyAnalysis analysis) {
        for (Code code : made.codes) {
            if (code.hidden()) {
                continue;
            }
            Quotations quotations = analysis.quotations(made.survey, code.id(), Grouping.REGION);
            List<Answer> coded = made.codings.stream()
                    .filter(k -> k.live() && k.code() == code)
                    .map(Coding::answer)
                    .distinct()
                    .toList();
            assertEquals(
                    coded.stream()
                            .filter(a -> permission(a) == Permission.QUOTE)
                            .map(Answer::id)
                            .collect(Collectors.toSet()),
                    quotations.excerpts().stream()
                            .map(Quotations.Excerpt::answer)
                            .collect(Collectors.toSet()));
            assertEquals(
                    coded.stream()
                            .filter(a -> permission(a) == Permission.COUNT_ONLY)
                            .count(),
                    quotations.countOnly());
            assertEquals(
                    coded.stream()
                            .filter(a -> permission(a) == Permission.PARAPHRASE)
                            .count(),
                    quotations.notParaphrased());
        }
    }

    private static Permission permission(Answer answer) {
        if (answer.permission() == null) {
            return Permission.PARAPHRASE;
        }
        return switch (answer.permission()) {
            case "quote" -> Permission.QUOTE;
            case "paraphrase" -> Permission.PARAPHRASE;
            default -> Permission.COUNT_ONLY;
        };
    }

    private static void agreement(RandomSurvey made, SurveyAnalysis analysis) {
        CoderAgreement agreement = analysis.agreement(made.survey);
        List<Coding> live = made.codings.stream().filter(Coding::live).toList();
        assertEquals(
                live.stream().map(Coding::by).collect(Collectors.toSet()),
                agreement.coders().stream().map(CoderAgreement.Coder::name).collect(Collectors.toSet()));
        Set<Question> coded = live.stream().map(k -> k.answer().question()).collect(Collectors.toSet());
        List<Answer> units = made.answers.stream()
                .filter(a -> a.live() && coded.contains(a.question()))
                .filter(a -> live.stream()
                                .filter(k -> k.answer().response() == a.response())
                                .map(Coding::by)
                                .distinct()
                                .count()
                        > 1)
                .toList();
        assertEquals(units.size(), agreement.units());
        for (CoderAgreement.Pair pair : agreement.pairs()) {
            List<Answer> shared = units.stream()
                    .filter(a -> List.of(pair.first(), pair.second()).stream()
                            .allMatch(c -> live.stream()
                                    .anyMatch(
                                            k -> k.by().equals(c) && k.answer().response() == a.response())))
                    .toList();
            assertEquals(shared.size(), pair.units());
            for (CoderAgreement.CodeKappa kappa : pair.codes()) {
                long both = shared.stream()
                        .filter(a -> marked(live, a, kappa, pair.first()) && marked(live, a, kappa, pair.second()))
                        .count();
                long neither = shared.stream()
                        .filter(a -> !marked(live, a, kappa, pair.first()) && !marked(live, a, kappa, pair.second()))
                        .count();
                assertEquals(both, kappa.both());
                assertEquals(neither, kappa.neither());
                assertEquals(shared.size(), kappa.both() + kappa.neither() + kappa.onlyFirst() + kappa.onlySecond());
            }
        }
    }

    private static boolean marked(List<Coding> live, Answer answer, CoderAgreement.CodeKappa kappa, String coder) {
        return live.stream()
                .anyMatch(k -> k.answer() == answer
                        && k.code().id().equals(kappa.code().id())
                        && k.by().equals(coder));
    }

    private static int count(RandomSurvey made, Predicate<Respondent> which) {
        return (int) made.asked().stream().filter(which).count();
    }

    private static String group(Respondent respondent, Grouping by) {
        return Objects.requireNonNullElse(by == Grouping.REGION ? respondent.region() : respondent.type(), "");
    }

    private static Set<UUID> ids(List<RespondentFacts> respondents) {
        return respondents.stream().map(RespondentFacts::id).collect(Collectors.toSet());
    }
}
