package org.rapporteur.launch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.mapping.ImportProgress;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.MappingJson;
import org.rapporteur.forms.mapping.TableImport;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.forms.mapping.TableWords;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.ParseResult;

/** {@code import responses --map}: tables taken as surveys, each in or out by itself. */
final class TableFiles {
    private static final int BEAT = 5_000;

    private TableFiles() {}

    static List<ImportResult> run(
            ParseResult args, Context context, Workspace workspace, List<Path> files, boolean dryRun) {
        TableOptions options = options(args);
        Path map = Path.of(Options.value(args, "--map"));
        if (!Files.isRegularFile(map)) {
            throw CliProblems.noFile(map.toString());
        }
        Mapping mapping = MappingJson.read(map);
        String key = Options.value(args, "--key");
        if (key != null) {
            mapping = mapping.withKey(Optional.of(key.strip()));
        }
        boolean remove = removesGone(args);
        TableImport tables = new TableImport(workspace.changes(), context.messages()::text);
        List<ImportResult> results = new ArrayList<>();
        for (Path file : files) {
            try {
                if (!Files.isRegularFile(file)) {
                    throw CliProblems.noFile(file.toString());
                }
                TableImport.Target target = target(args, context, workspace, file);
                ImportProgress progress = progress(context, file);
                TableReport report = dryRun
                        ? tables.preview(file, options, mapping, target, progress)
                        : tables.run(file, options, mapping, target, progress, remove);
                results.add(result(context, workspace, target, report));
            } catch (Problem refused) {
                results.add(refused(context, file, refused));
            }
        }
        return results;
    }

    private static boolean removesGone(ParseResult args) {
        String gone = Options.value(args, "--gone");
        if (gone == null || gone.equals("keep")) {
            return false;
        }
        if (!gone.equals("remove")) {
            throw new UsageException("cli.usage.gone", gone);
        }
        return true;
    }

    /** Rows done, on a terminal only: a log needs no moving line. */
    private static ImportProgress progress(Context context, Path file) {
        if (System.console() == null || !System.console().isTerminal()) {
            return ImportProgress.NONE;
        }
        String name = String.valueOf(file.getFileName());
        return rows -> {
            if (rows % BEAT == 0) {
                context.console().err().print("\r" + context.text("cli.import.rows", name, rows) + "\u001B[K\r");
                context.console().err().flush();
            }
            return !Thread.currentThread().isInterrupted();
        };
    }

    private static TableOptions options(ParseResult args) {
        TableOptions options = TableOptions.DETECT;
        String encoding = Options.value(args, "--encoding");
        if (encoding != null) {
            options = options.withCharset(TableWords.encoding(encoding)
                    .orElseThrow(() -> new UsageException("cli.usage.encoding", encoding)));
        }
        String delimiter = Options.value(args, "--delimiter");
        if (delimiter != null) {
            options = options.withDelimiter(TableWords.delimiter(delimiter)
                    .orElseThrow(() -> new UsageException("cli.usage.delimiter", delimiter)));
        }
        String sheet = Options.value(args, "--sheet");
        if (sheet != null) {
            options = options.withSheet(sheet);
        }
        String head = Options.value(args, "--header-row");
        if (head != null) {
            int[] rows = TableWords.headerRow(head).orElseThrow(() -> new UsageException("cli.usage.headerRow", head));
            options = options.withHeaderRow(rows[0]).withHeaderLines(rows[1]);
        }
        return options;
    }

    /**
     * The survey named, else a new one of that name; without a name one that is called as the file. A survey of that
     * name from a file that said something else may be an earlier version or another survey: that is asked.
     */
    private static TableImport.Target target(ParseResult args, Context context, Workspace workspace, Path file) {
        String wanted = Options.value(args, "--survey");
        if (wanted != null) {
            List<Row> known = named(workspace, wanted.strip());
            if (known.size() > 1) {
                throw CliProblems.noSurvey(
                        wanted,
                        String.join(
                                "; ",
                                known.stream().map(row -> row.id().toString()).toList()));
            }
            return known.isEmpty() ? TableImport.Target.named(wanted.strip()) : into(known.get(0));
        }
        String name = baseName(file);
        return TableImport.target(workspace, file, name)
                .orElseThrow(() -> Problem.of("MAP-06", "forms.map.sameName", String.valueOf(file.getFileName()), name)
                        .kept("problem.kept.nothingChanged")
                        .advice("cli.import.sameName", name, name + " (2)")
                        .build());
    }

    private static TableImport.Target into(Row survey) {
        return new TableImport.Target(survey.id(), Multilingual.ofCodes(survey.texts("title")), survey.ref("meeting"));
    }

    /** By its key or its whole name: a part of a name must not choose what a table changes. */
    private static List<Row> named(Workspace workspace, String wanted) {
        List<Row> all = workspace.list(Query.of(SurveyKinds.SURVEY));
        try {
            UUID id = UUID.fromString(wanted);
            return all.stream().filter(row -> row.id().equals(id)).toList();
        } catch (IllegalArgumentException notAKey) {
            String key = ValueKey.of(wanted);
            return all.stream()
                    .filter(row -> row.texts("title").values().stream()
                            .anyMatch(title -> title.equals(wanted)
                                    || !key.isEmpty() && ValueKey.of(title).equals(key)))
                    .toList();
        }
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static ImportResult refused(Context context, Path file, Problem problem) {
        List<String> words = new ArrayList<>();
        words.add(context.text(problem.what()));
        problem.advice().map(context::text).ifPresent(words::add);
        String name = String.valueOf(file.getFileName());
        return new ImportResult(
                name,
                "responses",
                0,
                0,
                0,
                0,
                List.of(new ImportResult.Refused(
                        0, "", "", String.join(" ", words) + MessageFormat.format(" [{0}]", problem.code()))),
                List.of(),
                true,
                null,
                null);
    }

    private static ImportResult result(
            Context context, Workspace workspace, TableImport.Target target, TableReport report) {
        List<ImportResult.Refused> refused = new ArrayList<>();
        for (Refusal refusal : report.refusals()) {
            refused.add(ImportResult.Refused.of(refusal, context));
        }
        boolean nothing = report.nothing();
        String title = workspace
                .find(SurveyKinds.SURVEY, target.survey())
                .map(row -> row.title(context.messages().language().code()))
                .orElse(target.title().text(context.messages().language()));
        return new ImportResult(
                report.file(),
                "responses",
                report.rows(),
                report.added(),
                report.changed(),
                report.same(),
                refused,
                waiting(context, report.notices()),
                nothing,
                nothing ? null : target.survey().toString(),
                nothing ? null : title,
                waiting(context, report.changes()),
                waiting(context, report.remarks()));
    }

    private static List<ImportResult.Waiting> waiting(Context context, List<Refusal> said) {
        List<ImportResult.Waiting> list = new ArrayList<>();
        for (Refusal one : said) {
            Message reason = one.reason();
            list.add(new ImportResult.Waiting(
                    one.row(), one.sheet(), one.cell(), question(reason), context.text(reason)));
        }
        return list;
    }

    private static String question(Message reason) {
        int at =
                switch (reason.key()) {
                    case "forms.table.doubt" -> 0;
                    case "forms.table.noAnswerAsk",
                            "forms.table.noAnswerWord",
                            "forms.table.changed",
                            "forms.table.withdrawn",
                            "forms.table.corrected" -> 1;
                    default -> -1;
                };
        return at < 0 ? null : String.valueOf(reason.args().get(at));
    }
}
