package org.rapporteur.launch.cli;

import java.util.UUID;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exchange undo}: takes an import back. JSON: the package, see {@link ExchangeJson}. */
final class ExchangeUndoVerb implements Verb {
    @Override
    public String name() {
        return "undo";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "0..1", "PACKAGE", "cli.parameter.appliedPackage");
        options.workspace(spec);
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        String wanted = Options.parameter(args, 0);
        try (ExchangeAt at = ExchangeAt.open(args, context, Workspace.Mode.WRITE)) {
            UUID id = wanted == null ? last(at) : ExchangeAt.packageId(wanted);
            if (at.exchange().store().find(id).isEmpty()) {
                throw CliProblems.noPackage(id.toString());
            }
            PackageRecord record = at.exchange().store().undoImport(id);
            if (Options.json(args)) {
                context.console().json(ExchangeJson.record(record));
            }
            context.say("cli.exchange.undone", record.fileName(), record.left());
            return record.left() > 0 ? Status.INCOMPLETE : Status.DONE;
        }
    }

    private static UUID last(ExchangeAt at) {
        return at.exchange().store().packages().stream()
                .filter(record -> record.state() == PackageRecord.State.APPLIED)
                .findFirst()
                .map(PackageRecord::id)
                .orElseThrow(() -> CliProblems.noPackage("-"));
    }
}
