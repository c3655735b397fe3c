package org.rapporteur.launch.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.MappingJson;
import org.rapporteur.forms.mapping.TableImport;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.ParseResult;

/** {@code import responses --map}: tables taken as surveys. */
final class TableFiles {
    private TableFiles() {}

    static List<ImportResult> run(
            ParseResult args, Context context, Workspace workspace, List<Path> files, boolean dryRun) {
        TableOptions options = options(args);
        Path map = Path.of(Options.value(args, "--map"));
        if (!Files.isRegularFile(map)) {
            throw CliProblems.noFile(map.toString());
        }
        Mapping mapping = MappingJson.read(map);
        TableImport tables = new TableImport(workspace.changes(), context.messages()::text);
        List<ImportResult> results = new ArrayList<>();
        for (Path file : files) {
            TableImport.Target target = target(args, context, workspace, file);
            TableReport report = dryRun
                    ? tables.preview(file, options, mapping, target, rows -> true)
                    : tables.run(file, options, mapping, target, rows -> true);
            results.add(result(context, workspace, target, report));
        }
        return results;
    }

    private static TableOptions options(ParseResult args) {
        String encoding = Options.value(args, "--encoding");
        if (encoding == null) {
            return TableOptions.DETECT;
        }
        try {
            return TableOptions.DETECT.withCharset(Charset.forName(encoding.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UsageException("cli.usage.encoding", encoding);
        }
    }

    /** The survey named, else a new one of that name; without a name one that is called as the file. */
    private static TableImport.Target target(ParseResult args, Context context, Workspace workspace, Path file) {
        String wanted = Options.value(args, "--survey");
        if (wanted != null && workspace.count(Query.of(SurveyKinds.SURVEY)) > 0) {
            Optional<Row> known = known(context, workspace, wanted);
            if (known.isPresent()) {
                return new TableImport.Target(
                        known.get().id(),
                        Multilingual.ofCodes(known.get().texts("title")),
                        known.get().ref("meeting"));
            }
        }
        return TableImport.Target.named(wanted == null ? baseName(file) : wanted.strip());
    }

    private static Optional<Row> known(Context context, Workspace workspace, String wanted) {
        try {
            return Optional.of(new Find(workspace, context).survey(wanted));
        } catch (Problem noSuchSurvey) {
            return Optional.empty();
        }
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static ImportResult result(
            Context context, Workspace workspace, TableImport.Target target, TableReport report) {
        List<ImportResult.Refused> refused = new ArrayList<>();
        for (Refusal refusal : report.refusals()) {
            refused.add(ImportResult.Refused.of(refusal, context));
        }
        List<ImportResult.Waiting> notices = new ArrayList<>();
        for (Refusal notice : report.notices()) {
            notices.add(new ImportResult.Waiting(
                    notice.row(), notice.sheet(), notice.cell(), null, context.text(notice.reason())));
        }
        String title = workspace
                .find(SurveyKinds.SURVEY, target.survey())
                .map(row -> row.title(context.messages().language().code()))
                .orElse(target.title().text(context.messages().language()));
        boolean nothing = report.rows() > 0 && report.refused() == report.rows();
        return new ImportResult(
                report.file(),
                "responses",
                report.rows(),
                report.added(),
                report.changed(),
                report.same(),
                refused,
                notices,
                nothing,
                target.survey().toString(),
                title);
    }
}
