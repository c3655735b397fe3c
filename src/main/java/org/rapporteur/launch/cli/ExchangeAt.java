package org.rapporteur.launch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.launch.exchange.StoredExchange;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.ParseResult;

/** A workspace opened for an exchange, and what the verbs share. */
record ExchangeAt(Workspace workspace, Exchange exchange) implements AutoCloseable {
    private static final int LONGEST_PASSPHRASE = 10_000;

    static ExchangeAt open(ParseResult args, Context context, Workspace.Mode mode) {
        Workspace workspace = context.open(Options.workspaceOf(args), mode);
        try {
            return new ExchangeAt(workspace, StoredExchange.of(workspace, context.surroundings(), context.version()));
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /** The first line of the passphrase's file; null if there is no such option. */
    static char[] passphrase(ParseResult args) {
        String file = Options.value(args, "--passphrase-file");
        if (file == null) {
            return null;
        }
        Path path = Path.of(file);
        try {
            byte[] bytes;
            try (var in = Files.newInputStream(path)) {
                bytes = in.readNBytes(LONGEST_PASSPHRASE);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            String line = (end < 0 ? text : text.substring(0, end)).replace("\r", "");
            if (line.isEmpty()) {
                throw new UsageException("cli.usage.passphrase", file);
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw IoProblems.of(String.valueOf(path.getFileName()), e);
        }
    }

    /** The colleague that is meant: by number, name or a part of it, or site. */
    Colleague colleague(String wanted) {
        List<Colleague> all = exchange.store().colleagues();
        String key = MatchKey.of(wanted);
        List<Colleague> exact = all.stream()
                .filter(c -> String.valueOf(c.no()).equals(wanted.strip())
                        || c.sites().stream().anyMatch(site -> site.toString().equals(wanted.toLowerCase(Locale.ROOT)))
                        || !key.isEmpty() && MatchKey.of(c.name()).equals(key))
                .toList();
        List<Colleague> found = !exact.isEmpty() || key.isEmpty()
                ? exact
                : all.stream().filter(c -> MatchKey.of(c.name()).contains(key)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        UUID site = uuid(wanted);
        if (site != null && exchange.store().peers().contains(site)) {
            String name = exchange.store().author(site).orElse(wanted);
            return new Colleague(0, name, null, null, false, null, List.of(site), null, null);
        }
        throw CliProblems.noColleague(wanted, all.stream().map(Colleague::name).collect(Collectors.joining("; ")));
    }

    /** The key in a text, null if it is none. */
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException notAKey) {
            return null;
        }
    }

    static UUID packageId(String text) {
        UUID id = uuid(text);
        if (id == null) {
            throw CliProblems.noPackage(text);
        }
        return id;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
