package org.rapporteur.ui.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeService;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** A second officer with a workspace of her own, who has all that the first has and works on it apart. */
public final class TwoOfficers implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2017-10-09T14:30:00Z");

    private final Path folder;
    private final Workspace mine;
    private final Exchange here;
    private final Workspace theirs;
    private final Exchange there;
    private int files;

    /**
     * Hands everything over to the second officer.
     *
     * @param folder for her workspace, her keys and the files that go between
     * @param mine the first officer's workspace
     * @param here its exchange
     */
    public TwoOfficers(Path folder, Workspace mine, Exchange here) {
        this.folder = folder;
        this.mine = mine;
        this.here = here;
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Workspace.Surroundings surroundings = new Workspace.Surroundings(
                clock,
                new Ids(clock, new Random(77)),
                () -> "Nadia Haddad",
                TestWorkspaces.surroundings().threads());
        theirs = Workspace.create(folder.resolve("theirs"), "Theirs", surroundings);
        there = exchange(theirs, folder.resolve("keys-theirs"), "Nadia Haddad", 78);
        Path all = file();
        here.send(SendRequest.everything(), all, Incoming.Progress.NONE);
        try (Arrived arrived = there.open(all, null, Incoming.Progress.NONE)) {
            arrived.apply(Incoming.Progress.NONE);
        }
    }

    /** The exchange of a workspace with keys in a folder. */
    public static Exchange exchange(Workspace workspace, Path keys, String author, long seed) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new ExchangeService(
                workspace.exchange(),
                workspace.conflicts(),
                new ExchangeService.Surroundings(
                        workspace.folder(),
                        () -> Identity.in(keys),
                        clock,
                        new Ids(clock, new Random(seed)),
                        () -> author,
                        "test",
                        () -> Model.kinds().stream()
                                .mapToLong(kind -> workspace.count(Query.of(kind)))
                                .sum()));
    }

    public Workspace theirs() {
        return theirs;
    }

    public Exchange there() {
        return there;
    }

    public Path file() {
        return folder.resolve("package-" + files++ + ".rcpx");
    }

    /** Sends everything of hers as a file. */
    public Path comes() {
        Path file = file();
        there.send(SendRequest.everything(), file, Incoming.Progress.NONE);
        return file;
    }

    /** Sends everything of hers and applies it here. */
    public void exchanged() {
        try (Arrived arrived = here.open(comes(), null, Incoming.Progress.NONE)) {
            arrived.apply(Incoming.Progress.NONE);
        }
    }

    /** A meeting with sessions, before the second officer gets everything. */
    public static List<UUID> sessions(Workspace workspace, int count) {
        List<UUID> ids = new ArrayList<>();
        workspace.changes().run(Label.of("step.sample"), tx -> {
            UUID meeting = tx.insert(
                    MeetingKinds.MEETING, Values.of("name_en", "GRCP 7").with("starts_on", "2017-10-10"));
            for (int i = 1; i <= count; i++) {
                ids.add(tx.insert(
                        MeetingKinds.SESSION,
                        Values.of("meeting", meeting)
                                .with("title_en", "Session " + i)
                                .with("type", "plenary")
                                .with("day", "2017-10-10")
                                .with("starts_at", "09:00")));
            }
        });
        return ids;
    }

    /** Both officers change the same field of a record apart. */
    public void both(org.rapporteur.core.change.Kind kind, UUID id, String column, Object hers, Object ours) {
        theirs.changes().run(Label.of("step.edit", column, ""), tx -> tx.set(kind, id, column, hers));
        mine.changes().run(Label.of("step.edit", column, ""), tx -> tx.set(kind, id, column, ours));
    }

    @Override
    public void close() {
        theirs.close();
    }
}
