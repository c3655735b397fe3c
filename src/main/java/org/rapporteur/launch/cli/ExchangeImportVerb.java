package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code exchange import}: applies packages. JSON: packages (each: file, id, site, author, at, extract, signer, doubts,
 * missing, effects, and outcome: applied, before, waiting, confirm, refused, or wouldApply and so on with
 * {@code --dry-run}; refused ones have file, outcome and problem), alsoApplied (what waited and could now be applied,
 * see {@link ExchangeJson}), conflicts (all that are open now).
 */
final class ExchangeImportVerb implements Verb {
    @Override
    public String name() {
        return "import";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0..*", "1..*", "FILE", "cli.parameter.packages");
        options.workspace(spec);
        options.flag(spec, "--dry-run", "cli.option.dryRun");
        options.flag(spec, "--yes", "cli.option.yes");
        options.value(spec, "--passphrase-file", "FILE", "cli.option.passphraseFile");
        options.json(spec);
    }

    private static final class Outcome {
        private final List<Map<String, Object>> packages = new ArrayList<>();
        private final List<PackageRecord> also = new ArrayList<>();
        private int refused;
        private boolean person;
    }

    @Override
    public int run(ParseResult args, Context context) {
        char[] passphrase = ExchangeAt.passphrase(args);
        boolean dry = Options.flag(args, "--dry-run");
        List<String> files = Options.parameters(args, 0);
        Outcome outcome = new Outcome();
        try (ExchangeAt at =
                ExchangeAt.open(args, context, dry ? Workspace.Mode.WRITE_OR_READ : Workspace.Mode.WRITE)) {
            for (String file : files) {
                try (Arrived arrived = at.exchange().open(Path.of(file), passphrase, Incoming.Progress.NONE)) {
                    Map<String, Object> json = ExchangeJson.arrived(arrived);
                    json.put("outcome", one(arrived, dry, Options.flag(args, "--yes"), context, outcome));
                    outcome.packages.add(json);
                } catch (Problem problem) {
                    outcome.refused++;
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("file", String.valueOf(Path.of(file).getFileName()));
                    json.put("outcome", "refused");
                    json.put("problem", ExchangeJson.problem(context, problem));
                    outcome.packages.add(json);
                    Verbs.tell(context, problem);
                }
            }
            long conflicts = at.exchange().conflicts().count();
            if (Options.json(args)) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("packages", outcome.packages);
                json.put("alsoApplied", ExchangeJson.records(outcome.also));
                json.put("conflicts", conflicts);
                context.console().json(json);
            }
            if (conflicts > 0) {
                context.say("cli.exchange.conflicts", conflicts);
            }
            if (dry) {
                context.say("cli.import.dryRun");
            }
        }
        if (outcome.refused == files.size()) {
            return Status.REFUSED;
        }
        return outcome.person || outcome.refused > 0 ? Status.INCOMPLETE : Status.DONE;
    }

    private static String one(Arrived arrived, boolean dry, boolean yes, Context context, Outcome outcome) {
        String file = arrived.head().fileName();
        if (arrived.before().isPresent()) {
            context.say("cli.exchange.before", file);
            return "before";
        }
        if (!arrived.missing().isEmpty()) {
            outcome.person = true;
            if (!dry) {
                arrived.keep();
            }
            context.say("cli.exchange.waits", file);
            return dry ? "wouldWait" : "waiting";
        }
        ImportEffects effects = arrived.effects();
        Set<Arrived.Doubt> doubts = EnumSet.noneOf(Arrived.Doubt.class);
        doubts.addAll(arrived.doubts());
        // Whoever names the file has looked at where it came from.
        doubts.remove(Arrived.Doubt.UNKNOWN_SENDER);
        if (!doubts.isEmpty() && !yes) {
            outcome.person = true;
            doubts.forEach(doubt -> context.say("cli.exchange.doubt." + ExchangeJson.name(doubt), file));
            context.say("cli.exchange.confirm");
            return "confirm";
        }
        outcome.person |= effects.conflicts() + effects.deletedButEdited() > 0;
        if (!dry) {
            List<PackageRecord> applied = arrived.apply(Incoming.Progress.NONE);
            outcome.also.addAll(applied.subList(1, applied.size()));
            for (PackageRecord also : applied.subList(1, applied.size())) {
                outcome.person |= also.effects() != null
                        && also.effects().conflicts() + also.effects().deletedButEdited() > 0;
            }
        }
        say(context, file, effects);
        return dry ? "wouldApply" : "applied";
    }

    static void say(Context context, String file, ImportEffects effects) {
        context.say(
                "cli.exchange.effects",
                file,
                effects.added(),
                effects.changed(),
                effects.deleted(),
                effects.conflicts() + effects.deletedButEdited());
    }
}
