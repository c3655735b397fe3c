package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.VersionVector;

/** Carries packages in memory: loses 30 in 100, delivers 20 in 100 twice, in any order. */
class Post {
    /** Imports of which the preview was compared with what they did, in all scripts. */
    static final AtomicLong LOOKED = new AtomicLong();

    private long packages;

    /** Sends to one colleague or to all, what one of them is known to lack, or more, or too little. */
    void send(World world, Site from, Step step) {
        Random chance = new Random(step.a() * 1_000_003L + step.b() * 101L + step.c());
        int count = world.sites.size();
        Site peer = world.sites.get(chance.nextInt(count));
        ExchangeStore store = from.workspace.exchange();
        Map<UUID, VersionVector> bases = new HashMap<>();
        int way = chance.nextInt(6);
        Map<UUID, VersionVector> received = way == 1 || way == 2 ? store.lastReceived(peer.id) : Map.of();
        List<UUID> scopes = new ArrayList<>(store.scopes());
        if (scopes.isEmpty()) {
            return;
        }
        if (way == 5) {
            // The order of scopes among meetings is that of their keys, which depends on clocks: take the first.
            scopes = List.of(scopes.getFirst());
        }
        for (UUID scope : scopes) {
            bases.put(
                    scope,
                    switch (way) {
                        case 1, 2 -> received.getOrDefault(scope, VersionVector.NONE);
                        case 3 -> from.sentLast.getOrDefault(scope, VersionVector.NONE);
                        default -> VersionVector.NONE;
                    });
        }
        Message message = pack(world, from, bases);
        bases.keySet().forEach(scope -> from.sentLast.put(scope, store.vector(scope)));
        boolean toAll = chance.nextInt(4) == 0;
        for (Site to : world.sites) {
            // Now and then the own package comes back to who sent it.
            boolean addressed = toAll || to == peer;
            if (addressed && chance.nextInt(10) >= 3) {
                to.inbox.add(message);
                if (chance.nextInt(10) < 2) {
                    to.inbox.add(message);
                }
            }
        }
    }

    /** What a colleague is known to lack. */
    Message delta(World world, Site from, Site to) {
        ExchangeStore store = from.workspace.exchange();
        Map<UUID, VersionVector> received = store.lastReceived(to.id);
        Map<UUID, VersionVector> bases = new HashMap<>();
        store.scopes().forEach(scope -> bases.put(scope, received.getOrDefault(scope, VersionVector.NONE)));
        return bases.isEmpty() ? null : pack(world, from, bases);
    }

    Message pack(World world, Site from, Map<UUID, VersionVector> bases) {
        BitSet base = new BitSet();
        BitSet content = new BitSet();
        for (Event event : world.oracle.events()) {
            VersionVector known = bases.get(event.scope());
            if (known != null) {
                base.set(event.number(), known.covers(event.dot()));
                content.set(event.number(), from.known.get(event.number()));
            }
        }
        return write(world, from, bases, base, content);
    }

    Message write(World world, Site from, Map<UUID, VersionVector> bases, BitSet base, BitSet content) {
        ExchangeStore store = from.workspace.exchange();
        Collected out = new Collected();
        store.export(new Selection(bases, null), out);
        Audit.covers(world, from, bases.keySet(), out.to);
        UUID id = new UUID(0x7000L, ++packages | Long.MIN_VALUE);
        IncomingHead head = new IncomingHead(
                id,
                store.site(),
                store.formerSites(),
                "Officer " + from.number,
                from.clock.instant(),
                false,
                bases,
                out.to,
                "p" + packages + ".rcpx",
                null,
                null);
        return new Message(from.number, base, content, head, out.rows, out.steps, null);
    }

    /** Keeps what is sent. */
    static final class Collected implements Outgoing {
        Map<UUID, VersionVector> to = Map.of();
        final List<TravellingRow> rows = new ArrayList<>();
        final List<TravellingStep> steps = new ArrayList<>();

        @Override
        public void begin(Map<UUID, VersionVector> known) {
            to = Map.copyOf(known);
        }

        @Override
        public void row(TravellingRow row) {
            rows.add(row);
        }

        @Override
        public void step(TravellingStep step) {
            steps.add(step);
        }

        @Override
        public void file(TravellingFile file) {
            throw new AssertionError("the scripts attach nothing");
        }
    }

    /** Hands over any of the packages that are on their way to the site. */
    void deliver(World world, Site to, Step step) {
        if (!to.inbox.isEmpty()) {
            receive(world, to, to.inbox.remove(step.a() % to.inbox.size()), step.b() % 4 == 0);
        }
    }

    /** Takes a package in, and then those that waited for it. */
    void receive(World world, Site to, Message message, boolean look) {
        if (!apply(world, to, message, look)) {
            to.waiting.add(message);
            return;
        }
        boolean again = true;
        while (again) {
            again = false;
            for (Message waiting : List.copyOf(to.waiting)) {
                if (apply(world, to, waiting, false)) {
                    to.waiting.remove(waiting);
                    again = true;
                }
            }
        }
    }

    /** @return whether it was applied; if not, something is missing */
    private boolean apply(World world, Site to, Message message, boolean look) {
        BitSet lacking = (BitSet) message.base().clone();
        lacking.andNot(to.known);
        try (Opened opened = open(to, message)) {
            List<Missing> missing = opened.missing();
            if (!lacking.isEmpty()) {
                assertMissing(world, lacking, missing);
                return false;
            }
            assertEquals(List.of(), missing, "a package waits for nothing");
            ImportEffects said = look ? opened.effects() : null;
            Visible before = look ? Visible.of(to.workspace) : null;
            ImportEffects done = opened.apply();
            if (look) {
                assertEquals(said, done, "the preview and the import count differently");
                looked(message, said, before, Visible.of(to.workspace));
            }
            BitSet fresh = (BitSet) message.content().clone();
            fresh.andNot(to.known);
            if (fresh.isEmpty()) {
                assertTrue(done.nothing(), "a package without news does something: " + done);
            }
        }
        to.known.or(message.content());
        if (!to.workspace.site().equals(to.id)) {
            to.runs(to.workspace);
        }
        return true;
    }

    /** Hears of an import that was looked at beforehand. */
    void looked(Message message, ImportEffects said, Visible before, Visible after) {
        assertEquals(said, before.effectsOf(message.rows(), after), "not what the preview said");
        LOOKED.incrementAndGet();
    }

    static void assertMissing(World world, BitSet lacking, List<Missing> missing) {
        lacking.stream()
                .mapToObj(world.oracle.events()::get)
                .forEach(event -> assertTrue(
                        missing.stream()
                                .anyMatch(m -> m.scope().equals(event.scope())
                                        && m.site().equals(event.dot().site())
                                        && m.from() <= event.dot().sequence()
                                        && event.dot().sequence() <= m.to()),
                        "missing and not named: " + event + " among " + missing));
    }

    /** A package that is being read. */
    interface Opened extends AutoCloseable {
        List<Missing> missing();

        ImportEffects effects();

        ImportEffects apply();

        @Override
        void close();
    }

    Opened open(Site to, Message message) {
        return new Staged(stage(to.workspace.exchange(), message));
    }

    static Incoming stage(ExchangeStore store, Message message) {
        Incoming incoming = store.stage(message.head());
        message.rows().forEach(incoming::row);
        message.steps().forEach(incoming::step);
        incoming.complete();
        return incoming;
    }

    private record Staged(Incoming incoming) implements Opened {
        @Override
        public List<Missing> missing() {
            return incoming.missing();
        }

        @Override
        public ImportEffects effects() {
            return incoming.effects();
        }

        @Override
        public ImportEffects apply() {
            return incoming.apply(Incoming.Progress.NONE);
        }

        @Override
        public void close() {
            incoming.close();
        }
    }
}
