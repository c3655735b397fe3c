package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyStore.QuestionFacts;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.NumberSummary;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.Tabulation;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code tabulate}: the answers to a question, or to all of them, counted. */
final class TabulateVerb implements Verb {
    @Override
    public String name() {
        return "tabulate";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.value(spec, "--survey", "SURVEY", "cli.option.survey");
        options.value(spec, "--question", "CODE", "cli.option.question");
        Groupings.declare(spec, options);
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        List<Grouping> by = Groupings.of(args, List.of());
        String wanted = Options.value(args, "--question");
        try (Workspace workspace = context.open(Options.workspaceOf(args), Workspace.Mode.READ)) {
            Row survey = new Find(workspace, context).survey(Options.value(args, "--survey"));
            SurveyStoreSqlite store = new SurveyStoreSqlite(workspace);
            SurveyAnalysis analysis = new SurveyAnalysis(store);
            List<Tabulation> tables = wanted == null
                    ? analysis.tabulate(survey.id(), by, Groupings.rule(args))
                    : List.of(analysis.tabulate(
                            survey.id(), question(store, analysis, survey.id(), wanted), by, Groupings.rule(args)));
            if (Options.json(args)) {
                List<Map<String, Object>> all =
                        tables.stream().map(table -> json(survey, table)).toList();
                context.console().json(all.size() == 1 ? all.get(0) : all);
            } else {
                tables.forEach(table -> print(context, table));
            }
        }
        return Status.DONE;
    }

    private static UUID question(SurveyStoreSqlite store, SurveyAnalysis analysis, UUID survey, String code) {
        List<QuestionFacts> found = analysis.questions(survey, code);
        if (found.size() != 1) {
            // Of several with one code, none is taken for another: their keys are named.
            throw CliProblems.noQuestion(
                    code,
                    (found.isEmpty() ? store.questions(survey) : found)
                            .stream()
                                    .map(q -> found.isEmpty() ? q.code() : q.id().toString())
                                    .collect(Collectors.joining(", ")));
        }
        return found.getFirst().id();
    }

    private static Map<String, Object> json(Row survey, Tabulation table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("survey", survey.id().toString());
        json.put("title", survey.title("en"));
        json.put("question", table.question().code());
        json.put("questionId", table.question().id().toString());
        json.put("type", table.question().type());
        json.put("by", Groupings.key(table.by()));
        json.put("base", table.base());
        json.put("noAnswer", table.noAnswer());
        json.put("notReplied", table.notReplied().size());
        json.put("unclear", table.unclearRespondents());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Tabulation.Row row : table.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (row.key() != null) {
                one.put("id", row.key().toString());
            }
            one.put("value", row.value());
            one.put("label", row.label().text(Language.EN));
            one.put("count", row.count());
            List<Map<String, Object>> groups = new ArrayList<>();
            for (Tabulation.Cell cell : row.cells()) {
                Map<String, Object> group = new LinkedHashMap<>();
                group.put("group", Groupings.data(cell.group()));
                group.put("count", cell.count());
                group.put("respondents", cell.respondents());
                group.put("by", cell.grouping().key());
                groups.add(group);
            }
            one.put("groups", groups);
            rows.add(one);
        }
        json.put("rows", rows);
        if (!table.merged().isEmpty()) {
            Map<String, Object> merged = new LinkedHashMap<>();
            table.by().stream()
                    .filter(table.merged()::containsKey)
                    .forEach(by -> merged.put(
                            by.key(),
                            table.merged().get(by).stream().map(Groupings::data).toList()));
            json.put("merged", merged);
        }
        table.numbers().ifPresent(numbers -> json.put("numbers", numbers(numbers)));
        return json;
    }

    private static Map<String, Object> numbers(NumberSummary numbers) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", numbers.n());
        json.put("min", numbers.min());
        json.put("median", numbers.median());
        json.put("max", numbers.max());
        json.put("sum", numbers.sum());
        return json;
    }

    private static void print(Context context, Tabulation table) {
        Language language = context.messages().language();
        Console console = context.console();
        console.data(table.question().code() + "\t" + table.question().label().text(language));
        console.data(context.text(
                "cli.tabulate.bases",
                table.base(),
                table.noAnswer(),
                table.notReplied().size(),
                table.unclearRespondents()));
        StringBuilder head = new StringBuilder("\t\t").append(context.text("cli.tabulate.count"));
        table.groups().forEach(group -> head.append('\t').append(Groupings.name(context, group.group())));
        console.data(head.toString());
        for (Tabulation.Row row : table.rows()) {
            StringBuilder line = new StringBuilder(row.value())
                    .append('\t')
                    .append(row.label().text(language).replaceAll("\\s+", " "))
                    .append('\t')
                    .append(row.count())
                    .append('/')
                    .append(table.base());
            row.cells()
                    .forEach(cell ->
                            line.append('\t').append(cell.count()).append('/').append(cell.respondents()));
            console.data(line.toString());
        }
        table.numbers()
                .ifPresent(n -> console.data(context.text(
                        "cli.tabulate.numbers",
                        String.valueOf(n.n()),
                        n.min().toPlainString(),
                        n.median().toPlainString(),
                        n.max().toPlainString(),
                        n.sum().toPlainString())));
        table.by().stream()
                .filter(table.merged()::containsKey)
                .forEach(by -> console.data(
                        Groupings.merged(context, by, table.merged().get(by))));
        console.data("");
    }
}
