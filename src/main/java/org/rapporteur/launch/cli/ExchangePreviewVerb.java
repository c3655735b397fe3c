package org.rapporteur.launch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code exchange preview}: what a package would do. JSON: as a package of {@code import}, and records, see
 * {@link ExchangeJson}.
 */
final class ExchangePreviewVerb implements Verb {
    private static final int USUAL = 1_000;
    private static final int MOST = 1_000_000;
    private static final int PAGE = 500;

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "FILE|ID", "cli.parameter.package");
        options.workspace(spec);
        options.value(spec, "--most", "N", "cli.option.mostRecords");
        options.value(spec, "--passphrase-file", "FILE", "cli.option.passphraseFile");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        int most = Options.number(args, "--most", USUAL, 0, MOST);
        char[] passphrase = ExchangeAt.passphrase(args);
        String wanted = Options.parameter(args, 0);
        UUID waiting = ExchangeAt.uuid(wanted);
        try (ExchangeAt at = ExchangeAt.open(args, context, Workspace.Mode.WRITE_OR_READ);
                Arrived arrived = waiting != null && !Files.exists(Path.of(wanted))
                        ? at.exchange().openWaiting(waiting, Incoming.Progress.NONE)
                        : at.exchange().open(Path.of(wanted), passphrase, Incoming.Progress.NONE)) {
            Map<String, Object> json = ExchangeJson.arrived(arrived);
            json.put("before", arrived.before().map(ExchangeJson::record).orElse(null));
            String language = context.messages().language().code();
            List<Map<String, Object>> records = new ArrayList<>();
            while (records.size() < most) {
                List<RecordChange> page = arrived.changes(records.size(), Math.min(PAGE, most - records.size()));
                page.forEach(change -> records.add(ExchangeJson.change(change, language)));
                if (page.isEmpty()) {
                    break;
                }
            }
            json.put("records", records);
            if (Options.json(args)) {
                context.console().json(json);
            } else {
                records.forEach(record -> context.console()
                        .data(record.get("kind") + "\t" + record.get("id") + "\t" + record.get("what") + "\t"
                                + record.get("title")));
            }
            ExchangeImportVerb.say(context, arrived.head().fileName(), arrived.effects());
            boolean person = !arrived.missing().isEmpty()
                    || !arrived.doubts().isEmpty()
                    || arrived.effects().conflicts() + arrived.effects().deletedButEdited() > 0;
            arrived.doubts()
                    .forEach(doubt -> context.say(
                            "cli.exchange.doubt." + ExchangeJson.name(doubt),
                            arrived.head().fileName()));
            if (!arrived.missing().isEmpty()) {
                context.say("cli.exchange.waits", arrived.head().fileName());
            }
            return person ? Status.INCOMPLETE : Status.DONE;
        }
    }
}
