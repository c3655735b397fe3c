package org.rapporteur.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** An officer with a workspace, keys and an exchange of their own. */
final class Office implements AutoCloseable {
    final String name;
    final Path folder;
    final Workspace workspace;
    final ExchangeService exchange;

    Office(Path root, String name, long seed) {
        this.name = name;
        this.folder = root.resolve(name);
        Clock clock = Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC);
        Ids ids = new Ids(clock, new Random(seed));
        Workspace.Surroundings surroundings = new Workspace.Surroundings(
                clock,
                ids,
                () -> name,
                thread -> Executors.newSingleThreadExecutor(
                        run -> Thread.ofPlatform().daemon().name(thread).unstarted(run)));
        workspace = Workspace.create(folder, name, surroundings);
        exchange = new ExchangeService(
                workspace.exchange(),
                workspace.conflicts(),
                new ExchangeService.Surroundings(
                        folder,
                        () -> Identity.in(root.resolve(name + "-keys")),
                        clock,
                        ids,
                        () -> name,
                        "test",
                        () -> Model.kinds().stream()
                                .mapToLong(kind -> workspace.count(Query.of(kind)))
                                .sum()));
    }

    UUID addMeeting(String acronym) {
        return workspace
                .changes()
                .write(
                        Label.of("meeting.step.add"),
                        tx -> tx.insert(MeetingKinds.MEETING, Values.of("acronym", acronym)));
    }

    void set(UUID meeting, String column, Object value) {
        workspace
                .changes()
                .run(Label.of("meeting.step.edit"), tx -> tx.set(MeetingKinds.MEETING, meeting, column, value));
    }

    void delete(UUID meeting) {
        workspace.changes().run(Label.of("meeting.step.delete"), tx -> tx.delete(MeetingKinds.MEETING, meeting));
    }

    Row meeting(UUID id) {
        return workspace.find(MeetingKinds.MEETING, id).orElse(null);
    }

    List<Row> all(Kind kind) {
        return workspace.list(Query.of(kind));
    }

    Sent sendAll(Path target) {
        return exchange.send(SendRequest.everything(), target, Incoming.Progress.NONE);
    }

    Sent sendTo(Office other, Path target) {
        var colleague = exchange.store().colleagues().stream()
                .filter(c -> c.name().equals(other.name))
                .findFirst()
                .orElseThrow();
        return exchange.send(SendRequest.to(colleague, false), target, Incoming.Progress.NONE);
    }

    List<PackageRecord> take(Path file) {
        try (Arrived arrived = exchange.open(file, null, Incoming.Progress.NONE)) {
            return arrived.missing().isEmpty() ? arrived.apply(Incoming.Progress.NONE) : List.of(arrived.keep());
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
