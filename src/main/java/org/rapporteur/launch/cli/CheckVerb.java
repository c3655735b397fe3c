package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.storage.Check;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: whether a workspace is sound. */
final class CheckVerb implements Verb {
    private static final String DAMAGED = "STO-03";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.flag(spec, "--rebuild", "cli.option.rebuild");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        Path folder = Options.workspaceOf(args);
        boolean rebuild = Options.flag(args, "--rebuild");
        List<Check.Finding> findings;
        try (Workspace workspace = context.open(folder, rebuild ? Workspace.Mode.WRITE : Workspace.Mode.READ)) {
            findings = new ArrayList<>(workspace.check());
            if (findings.isEmpty()) {
                adoptions(workspace, context, findings);
            }
            if (rebuild) {
                workspace.search().rebuild(done -> {});
                context.say("cli.check.rebuilt");
            }
        } catch (Problem problem) {
            // That it cannot even be opened is what was asked for.
            if (!problem.code().equals(DAMAGED)) {
                throw problem;
            }
            findings = List.of(new Check.Finding("integrity", Workspace.DATABASE));
        }
        if (Options.json(args)) {
            List<Map<String, Object>> problems = new ArrayList<>();
            for (Check.Finding finding : findings) {
                Map<String, Object> problem = new LinkedHashMap<>();
                problem.put("what", finding.what());
                problem.put("where", finding.where());
                problems.add(problem);
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("workspace", folder.toString());
            result.put("sound", findings.isEmpty());
            result.put("problems", problems);
            context.console().json(result);
        }
        for (Check.Finding finding : findings) {
            context.say("cli.check." + finding.what(), finding.where());
        }
        context.say(findings.isEmpty() ? "cli.check.sound" : "cli.check.unsound", findings.size());
        return findings.isEmpty() ? Status.DONE : Status.INCOMPLETE;
    }

    /** Adopted texts are looked at here and not where backups ask: a copy of them is still a whole copy. */
    private static void adoptions(Workspace workspace, Context context, List<Check.Finding> findings) {
        Adoptions.doubtful(workspace)
                .forEach((row, seal) -> findings.add(new Check.Finding(
                        "adoption_" + seal.name().toLowerCase(Locale.ROOT),
                        row.text("number").isBlank() ? row.id().toString() : row.text("number"))));
    }
}
