package org.rapporteur.launch.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exchange}: packages to and from colleagues; what it does stands in the verbs that follow it. */
final class ExchangeVerb implements Verb {
    private final List<Verb> parts = List.of(
            new ExchangeExportVerb(),
            new ExchangeImportVerb(),
            new ExchangePreviewVerb(),
            new ExchangeWaitingVerb(),
            new ExchangeConflictsVerb(),
            new ExchangeResolveVerb(),
            new ExchangeUndoVerb(),
            new ExchangeWatchVerb(),
            new ExchangeColleaguesVerb(),
            new ExchangeFingerprintVerb());

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public List<Verb> parts() {
        return parts;
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        // Has no options of its own.
    }

    @Override
    public int run(ParseResult args, Context context) {
        throw new IllegalStateException("the verbs after it run");
    }
}
