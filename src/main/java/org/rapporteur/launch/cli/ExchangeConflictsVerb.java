package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.model.Model;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exchange conflicts}: what people must decide. JSON: count, conflicts, see {@link ExchangeJson}. */
final class ExchangeConflictsVerb implements Verb {
    private static final int USUAL = 1_000;
    private static final int MOST = 1_000_000;

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.value(spec, "--most", "N", "cli.option.mostRecords");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        int most = Options.number(args, "--most", USUAL, 1, MOST);
        String language = context.messages().language().code();
        try (ExchangeAt at = ExchangeAt.open(args, context, Workspace.Mode.READ)) {
            long count = at.exchange().conflicts().count();
            List<Map<String, Object>> all = new ArrayList<>();
            for (Conflict conflict : at.exchange().conflicts().list(0, most)) {
                String title = at.workspace()
                        .find(Model.kind(conflict.kind()), conflict.record())
                        .map(row -> row.title(language))
                        .orElse("");
                all.add(ExchangeJson.conflict(conflict, title));
                if (!Options.json(args)) {
                    context.console().data(conflict.kind() + "\t" + conflict.record() + "\t" + title);
                    sides(context, conflict);
                }
            }
            if (Options.json(args)) {
                context.console().json(Map.of("count", count, "conflicts", all));
            }
            context.say("cli.exchange.conflicts", count);
            return count == 0 ? Status.DONE : Status.INCOMPLETE;
        }
    }

    private static void sides(Context context, Conflict conflict) {
        int index = 0;
        for (Conflict.Side side : conflict.sides()) {
            String column = conflict.column() == null ? side.column() : conflict.column();
            context.console()
                    .data("\t" + ++index + "\t" + (column == null ? "" : column) + "\t"
                            + ExchangeJson.name(side.role()) + "\t"
                            + (side.value() == null
                                    ? ""
                                    : side.value().toString().replaceAll("\\s+", " "))
                            + "\t" + (side.author() == null ? "" : side.author())
                            + "\t" + (side.at() == null ? "" : side.at()));
        }
    }
}
