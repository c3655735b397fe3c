package org.rapporteur.exchange.sim;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeService;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** The program that gets killed: does one thing after the other and says after each that it is done. */
final class Victim {
    private Victim() {}

    public static void main(String[] args) {
        Path place = Path.of(args[1]);
        Path other = Path.of(args[2]);
        int from = Integer.parseInt(args[3]);
        switch (args[0]) {
            case "import" -> imports(place, other, from);
            case "backup" -> backups(place, other, from);
            case "export" -> exports(place, other, from);
            case "migrate" -> migrations(other, from);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void imports(Path place, Path source, int from) {
        try (Workspace there = open(source, Workspace.Mode.READ);
                Workspace here = open(place, Workspace.Mode.WRITE)) {
            List<UUID> scopes = meetings(there);
            for (int i = from; i < scopes.size(); i++) {
                transfer(there, here, Map.of(scopes.get(i), VersionVector.NONE));
                done(i);
            }
        }
    }

    private static void backups(Path place, Path target, int from) {
        try (Workspace workspace = open(place, Workspace.Mode.WRITE)) {
            for (int i = from; ; i++) {
                workspace.backup(target.resolve("b" + i));
                done(i);
            }
        }
    }

    private static void exports(Path place, Path target, int from) {
        try (Workspace workspace = open(place, Workspace.Mode.WRITE)) {
            Exchange exchange = exchange(workspace);
            for (int i = from; ; i++) {
                exchange.send(SendRequest.everything(), target.resolve("e" + i + ".rcpx"), Incoming.Progress.NONE);
                done(i);
            }
        }
    }

    static Exchange exchange(Workspace workspace) {
        return new ExchangeService(
                workspace.exchange(),
                workspace.conflicts(),
                new ExchangeService.Surroundings(
                        workspace.folder(),
                        () -> Identity.in(workspace.folder()),
                        Clock.systemUTC(),
                        new Ids(Clock.systemUTC(), new Random()),
                        () -> "A. Officer",
                        "test",
                        () -> 1_000_000));
    }

    private static void migrations(Path old, int from) {
        for (int i = from; ; i++) {
            open(old.resolve("o" + i), Workspace.Mode.WRITE).close();
            done(i);
        }
    }

    private static void done(int number) {
        System.out.println(number);
        System.out.flush();
    }

    static Workspace open(Path place, Workspace.Mode mode) {
        return Workspace.open(place, mode, TestWorkspaces.surroundings(Clock.systemUTC(), System.nanoTime()));
    }

    /** The meetings of a workspace in the order of their keys. */
    static List<UUID> meetings(Workspace workspace) {
        return workspace.exchange().scopes().stream()
                .filter(scope -> !scope.equals(Model.DIRECTORY))
                .sorted()
                .toList();
    }

    /** Takes the scopes over from one open workspace into another, without a file. */
    static void transfer(Workspace from, Workspace to, Map<UUID, VersionVector> bases) {
        Map<UUID, VersionVector> seen = new HashMap<>();
        bases.keySet().forEach(scope -> seen.put(scope, from.exchange().vector(scope)));
        IncomingHead head = new IncomingHead(
                UUID.randomUUID(),
                from.exchange().site(),
                List.of(),
                "A. Officer",
                Clock.systemUTC().instant(),
                false,
                bases,
                seen,
                "p.rcpx",
                null,
                null);
        try (Incoming incoming = to.exchange().stage(head)) {
            from.exchange().export(new Selection(bases, null), new Outgoing() {
                @Override
                public void begin(Map<UUID, VersionVector> known) {}

                @Override
                public void row(TravellingRow row) {
                    incoming.row(row);
                }

                @Override
                public void step(TravellingStep step) {
                    incoming.step(step);
                }

                @Override
                public void file(TravellingFile file) {
                    incoming.file(file);
                }
            });
            incoming.complete();
            incoming.apply(Incoming.Progress.NONE);
        }
    }
}
