package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeService;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.Sent;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.storage.Workspace;

/** Carries package files, as people do: written, signed, opened, previewed, kept in the tray by the program itself. */
final class FilePost extends Post {
    private final Map<Workspace, Exchange> exchanges = new HashMap<>();
    private final Map<UUID, BitSet> contents = new HashMap<>();
    private int files;

    private Exchange exchange(Site site) {
        return exchanges.computeIfAbsent(
                site.workspace,
                workspace -> new ExchangeService(
                        workspace.exchange(),
                        workspace.conflicts(),
                        new ExchangeService.Surroundings(
                                workspace.folder(),
                                () -> Identity.in(workspace.folder()),
                                site.clock,
                                new Ids(site.clock, new Random(site.id.getMostSignificantBits())),
                                () -> "Officer " + site.number,
                                "test",
                                () -> 1_000_000)));
    }

    @Override
    void send(World world, Site from, Step step) {
        if (from.workspace.exchange().scopes().isEmpty()) {
            return;
        }
        Random chance = new Random(step.a() * 1_000_003L + step.b() * 101L + step.c());
        Site peer = world.sites.get(chance.nextInt(world.sites.size()));
        Message message = write(world, from, chance.nextBoolean() ? peer : null, chance.nextInt(8) > 0);
        boolean toAll = chance.nextInt(4) == 0;
        for (Site to : world.sites) {
            if ((toAll || to == peer) && chance.nextInt(10) >= 3) {
                to.inbox.add(message);
                if (chance.nextInt(10) < 2) {
                    to.inbox.add(message);
                }
            }
        }
    }

    @Override
    Message delta(World world, Site from, Site to) {
        return from.workspace.exchange().scopes().isEmpty() ? null : write(world, from, to, true);
    }

    private Message write(World world, Site from, Site to, boolean signed) {
        Exchange exchange = exchange(from);
        Optional<Colleague> colleague = to == null
                ? Optional.empty()
                : exchange.store().colleagues().stream()
                        .filter(c -> c.sites().contains(to.id))
                        .findFirst();
        Path file = from.folder.resolve("p" + files++ + ".rcpx");
        SendRequest request =
                new SendRequest(colleague.orElse(null), colleague.isEmpty(), null, null, List.of(), signed);
        Sent sent = exchange.send(request, file, Incoming.Progress.NONE);
        BitSet content = (BitSet) from.known.clone();
        contents.put(sent.id(), content);
        return new Message(from.number, new BitSet(), content, null, List.of(), List.of(), file);
    }

    @Override
    void receive(World world, Site to, Message message, boolean look) {
        try (Arrived arrived = exchange(to).open(message.file(), null, Incoming.Progress.NONE)) {
            if (arrived.before().isPresent()) {
                assertEquals(
                        arrived.before().get().id(),
                        arrived.apply(Incoming.Progress.NONE).getFirst().id());
                return;
            }
            BitSet lacking = lacking(world, to, arrived.head().base());
            if (!lacking.isEmpty()) {
                assertMissing(world, lacking, arrived.missing());
                assertEquals(PackageRecord.State.WAITING, arrived.keep().state());
                return;
            }
            assertEquals(List.of(), arrived.missing(), "a package waits for nothing");
            ImportEffects said = look ? arrived.effects() : null;
            Visible before = look ? Visible.of(to.workspace) : null;
            int waiting = waiting(to);
            List<PackageRecord> applied = new ArrayList<>(arrived.apply(Incoming.Progress.NONE));
            applied.forEach(record -> {
                assertEquals(PackageRecord.State.APPLIED, record.state());
                to.known.or(contents.get(record.id()));
            });
            if (look) {
                assertEquals(said, applied.getFirst().effects(), "the preview and the import count differently");
                if (applied.size() == 1) {
                    ImportEffects real = before.effectsOf(List.of(), Visible.of(to.workspace));
                    assertEquals(counts(said), counts(real), "not what the preview said");
                }
            }
            assertTrue(waiting(to) <= waiting, "something that was applied still waits");
        }
        if (!to.workspace.site().equals(to.id)) {
            to.runs(to.workspace);
        }
    }

    private static int waiting(Site site) {
        return (int) site.workspace.exchange().packages().stream()
                .filter(record -> record.state() == PackageRecord.State.WAITING)
                .count();
    }

    private static BitSet lacking(World world, Site to, Map<UUID, VersionVector> base) {
        BitSet lacking = new BitSet();
        world.oracle.events().stream()
                .filter(e -> base.getOrDefault(e.scope(), VersionVector.NONE).covers(e.dot()))
                .forEach(e -> lacking.set(e.number()));
        lacking.andNot(to.known);
        return lacking;
    }

    private static List<Long> counts(ImportEffects e) {
        return List.of(
                e.added(),
                e.changed(),
                e.deleted(),
                e.restored(),
                e.conflicts(),
                e.resolved(),
                e.deletedButEdited(),
                e.fields(),
                e.files());
    }

    /** What waits although nothing is missing any more: a package that a person must look at first does. */
    static void nothingWaits(Site site) {
        ExchangeStore store = site.workspace.exchange();
        assertTrue(
                store.packages().stream().noneMatch(record -> record.state() == PackageRecord.State.WAITING),
                site + " still waits: " + store.packages());
    }
}
