package org.rapporteur.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.exchange.pack.Manifest;
import org.rapporteur.exchange.pack.PackageWriter;
import org.rapporteur.exchange.seal.Age;
import org.rapporteur.exchange.seal.Identity;

/** Writes packages. */
final class Sending {
    /**
     * The lowest schema whose program can read what this one writes. It rises only when something is sent that an older
     * program must not pass by: unknown fields and kinds it keeps.
     */
    static final int LOWEST_READER = 1;

    private static final int LONGEST_NAME = 40;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HHmm", Locale.ROOT);

    private final ExchangeStore store;
    private final WorkFolder work;
    private final Supplier<Identity> identity;
    private final Clock clock;
    private final Ids ids;
    private final Supplier<String> author;
    private final String program;

    Sending(
            ExchangeStore store,
            WorkFolder work,
            Supplier<Identity> identity,
            Clock clock,
            Ids ids,
            Supplier<String> author,
            String program) {
        this.store = store;
        this.work = work;
        this.identity = identity;
        this.clock = clock;
        this.ids = ids;
        this.author = author;
        this.program = program;
    }

    Sent send(SendRequest request, Path target, Incoming.Progress progress) {
        if (request.passphrase() != null && !request.recipients().isEmpty()) {
            throw new IllegalArgumentException("a passphrase or recipients, not both");
        }
        Map<UUID, VersionVector> bases = bases(request);
        Sent sent = request.passphrase() == null && request.recipients().isEmpty()
                ? write(bases, request.extract(), request.signed(), target, progress)
                : encrypted(bases, request, target, progress);
        store.sent(sent.id(), target.getFileName().toString(), request.to());
        return sent;
    }

    private Sent encrypted(
            Map<UUID, VersionVector> bases, SendRequest request, Path target, Incoming.Progress progress) {
        Path folder = null;
        try {
            folder = work.fresh();
            Path plain = folder.resolve("plain" + WorkFolder.ENDING);
            Sent sent = write(bases, request.extract(), request.signed(), plain, progress);
            if (request.passphrase() != null) {
                Age.encryptWith(plain, target, request.passphrase());
            } else {
                Age.encryptTo(plain, target, request.recipients());
            }
            return new Sent(sent.id(), target, sent.rows(), sent.files(), Files.size(target), sent.full());
        } catch (IOException e) {
            throw IoProblems.of(target.getFileName().toString(), e);
        } finally {
            if (folder != null) {
                WorkFolder.delete(folder);
            }
        }
    }

    /** What the reader must have, by scope: what the colleague is known to have, so that a lost file heals itself. */
    private Map<UUID, VersionVector> bases(SendRequest request) {
        Map<UUID, VersionVector> bases = new LinkedHashMap<>();
        if (request.extract() != null && request.extract().meeting() != null) {
            bases.put(Model.DIRECTORY, VersionVector.NONE);
            bases.put(request.extract().meeting(), VersionVector.NONE);
            return bases;
        }
        Colleague to = request.to();
        boolean everything = request.full()
                || request.extract() != null
                || to == null
                || to.sites().isEmpty();
        Map<UUID, VersionVector> known =
                everything ? Map.of() : store.lastReceived(to.sites().getFirst());
        for (UUID scope : store.scopes()) {
            bases.put(scope, known.getOrDefault(scope, VersionVector.NONE).min(store.vector(scope)));
        }
        return bases;
    }

    /** Writes a package that is not encrypted. */
    Sent write(
            Map<UUID, VersionVector> bases,
            Selection.Extract extract,
            boolean signed,
            Path target,
            Incoming.Progress progress) {
        String file = target.getFileName().toString();
        boolean people = extract == null || !extract.withoutPersonal();
        UUID id = ids.next();
        Departure departure;
        try (PackageWriter writer = PackageWriter.create(target)) {
            // Counting takes as long as half the sending: only for someone who watches.
            long expected = progress == Incoming.Progress.NONE ? 0 : store.lacking(bases);
            departure = new Departure(writer, store, bases, people, file, progress, expected);
            store.export(new Selection(bases, extract), departure);
            departure.end();
            Manifest head = new Manifest(
                    id,
                    store.site(),
                    store.formerSites(),
                    people ? author.get() : null,
                    clock.instant(),
                    program,
                    store.schema(),
                    LOWEST_READER,
                    extract != null,
                    extract == null ? List.of() : withheld(extract),
                    identity.get().recipient(),
                    departure.parts(),
                    List.of());
            writer.finish(head, signed ? Optional.of(identity.get()) : Optional.empty());
        }
        try {
            return new Sent(
                    id,
                    target,
                    departure.rows(),
                    departure.files(),
                    Files.size(target),
                    bases.values().stream().allMatch(VersionVector::isEmpty));
        } catch (IOException e) {
            throw IoProblems.of(file, e);
        }
    }

    /** A name for a package in the exchange folder; the random end of a key keeps two of one moment apart. */
    String folderName() {
        return FolderFiles.name(clock.instant(), ids.next());
    }

    private static List<String> withheld(Selection.Extract extract) {
        List<String> withheld = new ArrayList<>();
        if (extract.withoutPersonal()) {
            withheld.add("personal");
        }
        if (extract.withoutUnquotable()) {
            withheld.add("unquotable");
        }
        if (extract.withoutPersonal() || extract.withoutUnquotable()) {
            withheld.add("attachments");
        }
        if (extract.meeting() != null) {
            withheld.add("others");
        }
        return withheld;
    }

    String suggestedName(SendRequest request) {
        String from = safe(author.get() == null ? "" : author.get());
        String to = request.to() == null ? "" : safe(request.to().name());
        String when = WHEN.format(clock.instant().atZone(ZoneId.systemDefault()));
        StringBuilder name = new StringBuilder(from.isEmpty() ? "Rapporteur" : from);
        if (!to.isEmpty()) {
            name.append(" → ").append(to);
        }
        return FileNames.of(name.append(' ').append(when).toString(), WorkFolder.ENDING.substring(1));
    }

    private static String safe(String name) {
        return PlainText.shorten(PlainText.line(name), LONGEST_NAME);
    }
}
