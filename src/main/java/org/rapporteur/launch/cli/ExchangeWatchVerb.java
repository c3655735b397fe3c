package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.ExchangeFolder;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code exchange watch}: reads and writes an exchange folder, again and again. Prints one JSON object a line for each
 * round in which something happened: applied, held, waiting (packages, see {@link ExchangeJson}), unreadable (file,
 * problem), written (as {@code export}, or null), conflicts (all that are open now); or problem, if the round failed.
 */
final class ExchangeWatchVerb implements Verb {
    private static final int USUAL = 30;
    private static final int LONGEST = 86_400;

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.value(spec, "--folder", "FOLDER", "cli.option.exchangeFolder");
        options.flag(spec, "--once", "cli.option.once");
        options.value(spec, "--interval", "SECONDS", "cli.option.interval");
        options.flag(spec, "--yes", "cli.option.yesWatch");
    }

    @Override
    public int run(ParseResult args, Context context) throws InterruptedException {
        long pause = 1_000L * Options.number(args, "--interval", USUAL, 1, LONGEST);
        String wanted = Options.value(args, "--folder");
        boolean once = Options.flag(args, "--once");
        try (ExchangeAt at = ExchangeAt.open(args, context, Workspace.Mode.WRITE)) {
            ExchangeFolder folder = at.exchange().folder();
            if (wanted != null) {
                Path path = Path.of(wanted).toAbsolutePath().normalize();
                if (!folder.chosen().filter(path::equals).isPresent()) {
                    folder.choose(path);
                }
            }
            String told = "";
            int status = Status.DONE;
            do {
                try {
                    status = round(at, folder, Options.flag(args, "--yes"), context);
                    told = "";
                } catch (Problem problem) {
                    if (once) {
                        throw problem;
                    }
                    // A share that is away for the night is not worth a line every half minute.
                    if (!told.equals(problem.code())) {
                        context.console().jsonLine(Map.of("problem", ExchangeJson.problem(context, problem)));
                        Verbs.tell(context, problem);
                        told = problem.code();
                    }
                }
                if (!once) {
                    Thread.sleep(pause);
                }
            } while (!once);
            return status;
        }
    }

    private static int round(ExchangeAt at, ExchangeFolder folder, boolean yes, Context context) {
        ExchangeFolder.Round round = folder.round();
        List<PackageRecord> applied = new ArrayList<>(round.applied());
        List<PackageRecord> held = new ArrayList<>();
        for (PackageRecord record : round.looked()) {
            if (yes) {
                try (Arrived arrived = at.exchange().openWaiting(record.id(), Incoming.Progress.NONE)) {
                    applied.addAll(arrived.apply(Incoming.Progress.NONE));
                }
            } else {
                held.add(record);
            }
        }
        if (yes && !round.looked().isEmpty()) {
            // What was confirmed is answered at once.
            ExchangeFolder.Round answer = folder.round();
            applied.addAll(answer.applied());
            round = new ExchangeFolder.Round(
                    applied,
                    held,
                    round.waiting(),
                    round.unreadable(),
                    answer.written().or(round::written));
        }
        List<PackageRecord> waiting = new ArrayList<>(round.waiting());
        waiting.removeIf(record -> applied.stream().anyMatch(a -> a.id().equals(record.id())));
        boolean quiet = applied.isEmpty()
                && held.isEmpty()
                && waiting.isEmpty()
                && round.unreadable().isEmpty()
                && round.written().isEmpty();
        if (quiet) {
            return Status.DONE;
        }
        long conflicts = at.exchange().conflicts().count();
        List<Map<String, Object>> unreadable = new ArrayList<>();
        for (ExchangeFolder.Unreadable one : round.unreadable()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", one.file().toString());
            json.put("problem", ExchangeJson.problem(context, one.problem()));
            unreadable.add(json);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("applied", ExchangeJson.records(applied));
        json.put("held", ExchangeJson.records(held));
        json.put("waiting", ExchangeJson.records(waiting));
        json.put("unreadable", unreadable);
        json.put("written", round.written().map(ExchangeJson::sent).orElse(null));
        json.put("conflicts", conflicts);
        context.console().jsonLine(json);
        boolean person = !held.isEmpty() || !waiting.isEmpty() || !unreadable.isEmpty() || conflicts > 0;
        return person ? Status.INCOMPLETE : Status.DONE;
    }
}
