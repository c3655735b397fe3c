package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code history}: who changed what, from what to what. */
final class HistoryVerb implements Verb {
    private static final int USUAL = 50;
    private static final int MOST = 100_000;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "0..1", "RECORD", "cli.parameter.record");
        options.workspace(spec);
        options.value(spec, "--most", "N", "cli.option.most");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        int most = Options.number(args, "--most", USUAL, 1, MOST);
        String record = Options.parameter(args, 0);
        UUID wanted = record == null ? null : key(record);
        try (Workspace workspace = context.open(Options.workspaceOf(args), Workspace.Mode.READ)) {
            List<History.Entry> entries =
                    wanted == null ? workspace.history().recent(most) : ofRecord(workspace, wanted, most);
            if (Options.json(args)) {
                List<Map<String, Object>> all = new ArrayList<>();
                entries.forEach(entry -> all.add(json(context, workspace, entry)));
                context.console().json(all);
            } else {
                entries.forEach(entry -> context.console().data(line(context, workspace, entry)));
            }
        }
        return Status.DONE;
    }

    private static UUID key(String record) {
        try {
            return UUID.fromString(record.strip());
        } catch (IllegalArgumentException notAKey) {
            throw new UsageException("cli.usage.record", record);
        }
    }

    /** A key does not say of what kind its record is: the kinds are few, so each is asked. */
    private static List<History.Entry> ofRecord(Workspace workspace, UUID id, int most) {
        for (Kind kind : Model.kinds()) {
            if (workspace.find(kind, id).isPresent()) {
                return workspace.history().withParts(kind, id, most);
            }
        }
        throw CliProblems.noRecord(id.toString());
    }

    private static Map<String, Object> json(Context context, Workspace workspace, History.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", entry.at().toString());
        json.put("author", entry.author());
        json.put("site", entry.site() == null ? null : entry.site().toString());
        json.put("action", entry.action().name().toLowerCase(Locale.ROOT));
        json.put("record", entry.record() == null ? null : entry.record().toString());
        json.put("field", entry.column());
        json.put("old", value(entry.before()));
        json.put("new", value(entry.after()));
        json.put("kind", entry.kind());
        json.put("title", title(context, workspace, entry));
        json.put("step", entry.label() == null ? null : UndoVerb.words(context, entry.label()));
        return json;
    }

    private static Object value(Object stored) {
        return stored instanceof UUID id ? id.toString() : stored;
    }

    private static String title(Context context, Workspace workspace, History.Entry entry) {
        if (entry.record() == null) {
            return "";
        }
        Optional<Row> row = workspace.find(Model.kind(entry.kind()), entry.record());
        return row.map(r -> r.title(context.messages().language().code())).orElse("");
    }

    private static String line(Context context, Workspace workspace, History.Entry entry) {
        Kind kind = Model.kind(entry.kind());
        String what = context.text("kind." + entry.kind());
        String title = title(context, workspace, entry);
        StringBuilder line = new StringBuilder(entry.at().toString())
                .append('\t')
                .append(entry.author())
                .append('\t')
                .append(context.text("cli.history." + entry.action().name().toLowerCase(Locale.ROOT)))
                .append('\t')
                .append(title.isEmpty() ? what : what + ": " + oneLine(title));
        if (entry.column() != null && kind.hasColumn(entry.column())) {
            String field = kind.fieldOf(entry.column()).name();
            String own = "field." + kind.name() + "." + field;
            line.append('\t')
                    .append(context.text(context.messages().has(own) ? own : "field." + field))
                    .append('\t')
                    .append(oneLine(String.valueOf(entry.before() == null ? "–" : entry.before())))
                    .append(" → ")
                    .append(oneLine(String.valueOf(entry.after() == null ? "–" : entry.after())));
        }
        return line.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
