package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyStore.CodeFacts;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code convergence}: themes across regions or types of respondents, with their bases. */
final class ConvergenceVerb implements Verb {
    @Override
    public String name() {
        return "convergence";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.value(spec, "--survey", "SURVEY", "cli.option.survey");
        Groupings.declare(spec, options);
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        List<Grouping> by = Groupings.of(args, List.of(Grouping.REGION));
        if (by.size() != 1) {
            throw new UsageException("cli.usage.oneGrouping");
        }
        try (Workspace workspace = context.open(Options.workspaceOf(args), Workspace.Mode.READ)) {
            Row survey = new Find(workspace, context).survey(Options.value(args, "--survey"));
            Convergence result = new SurveyAnalysis(new SurveyStoreSqlite(workspace))
                    .convergence(survey.id(), by.get(0), Groupings.rule(args));
            if (Options.json(args)) {
                context.console().json(json(survey, result));
            } else {
                print(context, result);
            }
        }
        return Status.DONE;
    }

    private static Map<String, Object> json(Row survey, Convergence result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("survey", survey.id().toString());
        json.put("title", survey.title("en"));
        json.put("by", result.by().key());
        json.put("respondents", result.respondents());
        json.put("notReplied", result.notReplied().size());
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Convergence.Group group : result.groups()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("group", Groupings.data(group.group()));
            one.put("respondents", group.respondents());
            one.put("asked", group.asked());
            groups.add(one);
        }
        json.put("groups", groups);
        json.put("merged", result.merged().stream().map(Groupings::data).toList());
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("groups", result.threshold().groups().code());
        rule.put("respondents", result.threshold().members().code());
        rule.put("groupsNeeded", result.groupsNeeded());
        rule.put("groupsWithReplies", result.groupsWithReplies());
        rule.put("tellsApart", result.tellsApart());
        json.put("rule", rule);
        List<Map<String, Object>> themes = new ArrayList<>();
        for (Convergence.Theme theme : result.themes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", theme.code().id().toString());
            one.put("code", code(theme.code()));
            one.put("name", theme.code().title().text(Language.EN));
            one.put("mentions", theme.mentions());
            one.put("raisedBy", theme.raisedBy());
            one.put("reach", theme.reach());
            one.put("groupsMeetingRule", theme.met());
            one.put("converges", result.groupsWithReplies() > 1 && result.converges(theme));
            List<Map<String, Object>> cells = new ArrayList<>();
            for (Convergence.Cell cell : theme.cells()) {
                Map<String, Object> group = new LinkedHashMap<>();
                group.put("group", Groupings.data(cell.group()));
                group.put("raisedBy", cell.raisedBy());
                group.put("respondents", cell.respondents());
                group.put("mentions", cell.mentions());
                cells.add(group);
            }
            one.put("groups", cells);
            themes.add(one);
        }
        json.put("themes", themes);
        return json;
    }

    private static String code(CodeFacts code) {
        return code.code().isEmpty() ? code.title().text(Language.EN) : code.code();
    }

    private static void print(Context context, Convergence result) {
        Console console = context.console();
        StringBuilder head = new StringBuilder(context.text("kind.code"))
                .append('\t')
                .append(context.text("cli.convergence.raisedBy"))
                .append('\t')
                .append(context.text("cli.convergence.mentions"));
        result.groups().forEach(group -> head.append('\t').append(Groupings.name(context, group.group())));
        console.data(head.toString());
        for (Convergence.Theme theme : result.themes()) {
            StringBuilder line = new StringBuilder(
                            theme.code().title().text(context.messages().language()))
                    .append('\t')
                    .append(theme.raisedBy())
                    .append('/')
                    .append(result.respondents())
                    .append('\t')
                    .append(theme.mentions());
            theme.cells()
                    .forEach(cell -> line.append('\t')
                            .append(cell.raisedBy())
                            .append('/')
                            .append(cell.respondents()));
            console.data(line.toString());
        }
        if (!result.merged().isEmpty()) {
            console.data(Groupings.merged(context, result.by(), result.merged()));
        }
        context.say("cli.convergence.notReplied", result.notReplied().size());
    }
}
