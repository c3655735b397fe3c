package org.rapporteur.launch.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.launch.exchange.StoredExchange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exchange fingerprint}: the own keys. JSON: fingerprint, recipient. */
final class ExchangeFingerprintVerb implements Verb {
    @Override
    public String name() {
        return "fingerprint";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        Identity identity = StoredExchange.identity();
        if (Options.json(args)) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("fingerprint", identity.fingerprint());
            json.put("recipient", identity.recipient());
            context.console().json(json);
        } else {
            context.console().data(identity.fingerprint());
            context.console().data(identity.recipient());
        }
        return Status.DONE;
    }
}
