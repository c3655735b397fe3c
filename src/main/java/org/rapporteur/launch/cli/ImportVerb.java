package org.rapporteur.launch.cli;

import java.io.IOException;
import java.nio.file.Files;
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
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.forms.xlsx.ReturnedFiles;
import org.rapporteur.launch.sample.SampleJob;
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
            MAPPING, "{\"value\": ...}", "[{\"column\", \"choice\", \"label\"}]", "[{\"code\", \"label\"}]"
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
        // Of tables each is in or out by itself, also one that is not there.
        for (Path file : table ? List.<Path>of() : files) {
            if (!Files.isRegularFile(file)) {
                throw CliProblems.noFile(file.toString());
            }
        }
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
            ParseResult args, Context context, Workspace workspace, List<Path> files, boolean dryRun)
            throws IOException {
        String wanted = Options.value(args, "--survey");
        UUID survey = wanted == null
                ? null
                : new Find(workspace, context).survey(wanted).id();
        ReturnedFiles reader = new ReturnedFiles(context.messages()::text);
        ResponseIntake intake = new ResponseIntake(workspace, workspace.changes());
        List<ImportResult> results = new ArrayList<>();
        for (Path file : files) {
            ReturnedForm form = reader.read(workspace, file, survey);
            IntakeReport report;
            if (dryRun) {
                report = intake.preview(form);
            } else {
                if (!form.isRefused()) {
                    SampleJob.keep(workspace, file);
                }
                report = intake.apply(form, LocalDate.now(context.clock()));
            }
            results.add(result(context, workspace, report));
        }
        return results;
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
}
