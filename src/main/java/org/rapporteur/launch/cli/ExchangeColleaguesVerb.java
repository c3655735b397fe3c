package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.exchange.seal.Fingerprint;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code exchange colleagues}: whom packages came from. JSON: colleagues, each with no, name, email, fingerprint,
 * verified, recipient, sites, lastReceived, lastSent.
 */
final class ExchangeColleaguesVerb implements Verb {
    @Override
    public String name() {
        return "colleagues";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "0..1", "COLLEAGUE", "cli.parameter.colleague");
        options.workspace(spec);
        options.value(spec, "--verify", "FINGERPRINT", "cli.option.verify");
        options.flag(spec, "--forget-key", "cli.option.forgetKey");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        String wanted = Options.parameter(args, 0);
        String digits = Options.value(args, "--verify");
        boolean forget = Options.flag(args, "--forget-key");
        boolean change = digits != null || forget;
        if (change && wanted == null) {
            throw new UsageException("cli.usage.missing", "COLLEAGUE");
        }
        try (ExchangeAt at = ExchangeAt.open(args, context, change ? Workspace.Mode.WRITE : Workspace.Mode.READ)) {
            if (forget) {
                at.exchange().store().save(with(at.colleague(wanted), null, false));
            }
            if (digits != null) {
                Colleague colleague = at.colleague(wanted);
                String own = fingerprint(colleague);
                if (own == null || !plain(own).equals(plain(digits))) {
                    throw CliProblems.otherFingerprint(colleague.name());
                }
                at.exchange().store().save(with(colleague, colleague.publicKey(), true));
            }
            List<Colleague> all = wanted == null ? at.exchange().store().colleagues() : List.of(at.colleague(wanted));
            List<Map<String, Object>> json = new ArrayList<>();
            for (Colleague colleague : all) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("no", colleague.no());
                one.put("name", colleague.name());
                one.put("email", colleague.email());
                one.put("fingerprint", fingerprint(colleague));
                one.put("verified", colleague.verified());
                one.put("recipient", colleague.recipient());
                one.put(
                        "sites",
                        colleague.sites().stream().map(Object::toString).toList());
                one.put("lastReceived", time(colleague.lastReceived()));
                one.put("lastSent", time(colleague.lastSent()));
                json.add(one);
                if (!Options.json(args)) {
                    context.console()
                            .data(colleague.no() + "\t" + colleague.name() + "\t"
                                    + (colleague.verified() ? "verified" : "-") + "\t"
                                    + (fingerprint(colleague) == null ? "" : fingerprint(colleague)));
                }
            }
            if (Options.json(args)) {
                context.console().json(Map.of("colleagues", json));
            }
            return Status.DONE;
        }
    }

    private static String time(Object at) {
        return at == null ? null : at.toString();
    }

    private static String plain(String fingerprint) {
        return fingerprint.replaceAll("[^0-9]", "");
    }

    private static String fingerprint(Colleague colleague) {
        return colleague.publicKey() == null
                ? null
                : Fingerprint.of(Base64.getDecoder().decode(colleague.publicKey()));
    }

    private static Colleague with(Colleague c, String key, boolean verified) {
        return new Colleague(
                c.no(), c.name(), c.email(), key, verified, c.recipient(), c.sites(), c.lastReceived(), c.lastSent());
    }
}
