package org.rapporteur.launch.cli;

import java.util.List;
import java.util.Map;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code exchange waiting}: packages that wait for others or for a person. JSON: waiting, and applied with
 * {@code --apply}; packages as in {@link ExchangeJson}.
 */
final class ExchangeWaitingVerb implements Verb {
    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.value(spec, "--apply", "ID", "cli.option.applyWaiting");
        options.value(spec, "--discard", "ID", "cli.option.discard");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        String apply = Options.value(args, "--apply");
        String discard = Options.value(args, "--discard");
        boolean write = apply != null || discard != null;
        try (ExchangeAt at = ExchangeAt.open(args, context, write ? Workspace.Mode.WRITE : Workspace.Mode.READ)) {
            List<PackageRecord> applied = List.of();
            if (apply != null) {
                try (Arrived arrived = at.exchange().openWaiting(ExchangeAt.packageId(apply), Incoming.Progress.NONE)) {
                    applied = arrived.apply(Incoming.Progress.NONE);
                }
            }
            if (discard != null) {
                at.exchange().discard(ExchangeAt.packageId(discard));
            }
            List<PackageRecord> waiting = at.exchange().store().packages().stream()
                    .filter(record ->
                            record.state() == PackageRecord.State.WAITING || record.state() == PackageRecord.State.HELD)
                    .toList();
            if (Options.json(args)) {
                context.console()
                        .json(Map.of(
                                "waiting", ExchangeJson.records(waiting), "applied", ExchangeJson.records(applied)));
            } else {
                waiting.forEach(record -> context.console()
                        .data(record.id() + "\t" + ExchangeJson.name(record.state()) + "\t" + record.fileName()));
            }
            applied.forEach(record -> ExchangeImportVerb.say(context, record.fileName(), record.effects()));
            context.say("cli.exchange.waiting", waiting.size());
            boolean conflicts = applied.stream()
                    .anyMatch(record -> record.effects() != null
                            && record.effects().conflicts() + record.effects().deletedButEdited() > 0);
            return waiting.isEmpty() && !conflicts ? Status.DONE : Status.INCOMPLETE;
        }
    }
}
