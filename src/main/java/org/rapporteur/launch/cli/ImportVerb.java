package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.forms.xlsx.ReturnedIntake;
import org.rapporteur.launch.returned.KeptReturns;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code import}: returned questionnaires, or a table as a survey. */
final class ImportVerb implements Verb {
    private static final String RESPONSES = "responses";
    private static final List<String> LATER =
            List.of("participants", "parties", "agenda", "questionnaire", "recommendations");

    private static final String MAPPING = """
            {"respondent": {"column": "author", "type": {"value": "State"}, "region": "author_region"},
             "questions": [{"code": "R", "label": {"en": "Recommendation"}, "type": "long_text", "answer": "text",
                            "codes": {"column": "issues", "separator": ","}, "permission": "quote"}],
             "carry": ["session"]}""";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Object[] helpArguments() {
        return new Object[] {
            MAPPING,
            "{\"value\": ...}",
            "[{\"column\", \"choice\", \"label\"}]",
            "[{\"code\", \"label\", \"permission\"}]"
        };
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "KIND", "cli.parameter.importKind");
        options.parameter(spec, "1..*", "1..*", "FILE", "cli.parameter.importFiles");
        options.workspace(spec);
        options.value(spec, "--map", "FILE", "cli.option.map");
        options.value(spec, "--survey", "SURVEY", "cli.option.surveyOfImport");
        options.value(spec, "--encoding", "ENCODING", "cli.option.encoding");
        options.value(spec, "--delimiter", "DELIMITER", "cli.option.delimiter");
        options.value(spec, "--sheet", "SHEET", "cli.option.sheet");
        options.value(spec, "--header-row", "ROW", "cli.option.headerRow");
        options.value(spec, "--key", "COLUMN", "cli.option.key");
        options.value(spec, "--gone", "keep|remove", "cli.option.gone");
        options.flag(spec, "--dry-run", "cli.option.dryRun");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) throws Exception {
        String kind = Options.parameter(args, 0).toLowerCase(Locale.ROOT);
        if (LATER.contains(kind)) {
            throw new UsageException("cli.usage.later", kind, RESPONSES);
        }
        if (!kind.equals(RESPONSES)) {
            throw new UsageException("cli.usage.kind", kind, RESPONSES);
        }
        List<Path> files = Options.parameters(args, 1).stream().map(Path::of).toList();
        boolean dryRun = Options.flag(args, "--dry-run");
        boolean table = Options.value(args, "--map") != null;
        // A table is tried out within a transaction that is taken back, so that its figures are the real ones.
        Workspace.Mode mode = dryRun && !table ? Workspace.Mode.READ : Workspace.Mode.WRITE;
        try (Workspace workspace = context.open(Options.workspaceOf(args), mode)) {
            List<ImportResult> results = table
                    ? TableFiles.run(args, context, workspace, files, dryRun)
                    : returned(args, context, workspace, files, dryRun);
            return ImportResult.tell(results, context, Options.json(args), dryRun);
        }
    }

    private static List<ImportResult> returned(
            ParseResult args, Context context, Workspace workspace, List<Path> files, boolean dryRun) {
        String wanted = Options.value(args, "--survey");
        UUID survey = wanted == null
                ? null
                : new Find(workspace, context).survey(wanted).id();
        ReturnedIntake intake = new ReturnedIntake(
                workspace, workspace.changes(), context.messages()::text, new KeptReturns(workspace.blobs()));
        List<IntakeReport> reports = new ArrayList<>();
        intake.run(files, survey, LocalDate.now(context.clock()), dryRun, reports, (done, of, name) -> {
            if (of > 1) {
                context.say("cli.import.progress", done + 1, of, name);
            }
        });
        return reports.stream()
                .map(report -> result(context, workspace, report))
                .toList();
    }

    private static ImportResult result(Context context, Workspace workspace, IntakeReport report) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        if (report.survey() != null) {
            Questionnaire.read(workspace, report.survey())
                    .ifPresent(form -> form.questions().forEach(question -> codes.put(question.id(), question.code())));
        }
        List<ImportResult.Refused> refused = new ArrayList<>();
        for (Refusal refusal : report.refusals()) {
            refused.add(ImportResult.Refused.of(refusal, context));
        }
        List<ImportResult.Waiting> tray = new ArrayList<>();
        for (ReturnedForm.InTray item : report.tray()) {
            tray.add(new ImportResult.Waiting(
                    ImportResult.rowOf(item.cell()),
                    item.sheet(),
                    item.cell(),
                    codes.get(item.question()),
                    context.text("forms.tray." + item.reason().code())));
        }
        for (IntakeReport.Change change : report.changed()) {
            tray.add(new ImportResult.Waiting(
                    0,
                    "",
                    "",
                    codes.get(change.question()),
                    context.text("forms.tray." + (change.withdrawn() ? "withdrawn" : "changed"))));
        }
        List<ReturnedForm.Placed> asked = report.ask() ? report.noAnswers() : List.of();
        asked.forEach(answer -> tray.add(waiting(context, codes, answer, "forms.tray.no_answer")));
        report.doubts().forEach(answer -> tray.add(waiting(context, codes, answer, "forms.tray.doubt")));
        return new ImportResult(
                report.file(),
                RESPONSES,
                report.rows(),
                report.added(),
                report.changed().size(),
                report.same(),
                refused,
                tray,
                report.respondent() == null,
                null,
                null);
    }

    private static ImportResult.Waiting waiting(
            Context context, Map<UUID, String> codes, ReturnedForm.Placed answer, String reason) {
        return new ImportResult.Waiting(
                ImportResult.rowOf(answer.cell()),
                answer.sheet(),
                answer.cell(),
                codes.get(answer.question()),
                context.text(reason));
    }
}
