package org.rapporteur.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.exchange.lines.BadLine;
import org.rapporteur.exchange.lines.FileLines;
import org.rapporteur.exchange.lines.Names;
import org.rapporteur.exchange.lines.RowReader;
import org.rapporteur.exchange.lines.SeenNumbers;
import org.rapporteur.exchange.lines.SiteNumbers;
import org.rapporteur.exchange.lines.StepLines;
import org.rapporteur.exchange.pack.Limits;
import org.rapporteur.exchange.pack.Manifest;
import org.rapporteur.exchange.pack.NdjsonLines;
import org.rapporteur.exchange.pack.PackageReader;
import org.rapporteur.exchange.seal.Age;
import org.rapporteur.exchange.seal.Identity;

/** Opens packages: decrypts, checks, and hands their rows to the store, which stages them. */
final class Receiving {
    private static final String DATA = "data/";
    private static final String ENDING = ".ndjson";
    private static final int TELL_EVERY = 500;

    private final ExchangeStore store;
    private final WorkFolder work;
    private final Supplier<Identity> identity;

    Receiving(ExchangeStore store, WorkFolder work, Supplier<Identity> identity) {
        this.store = store;
        this.work = work;
        this.identity = identity;
    }

    /** A package whose rows are staged; its plain file is the only one in the folder, which the caller deletes. */
    record Staged(IncomingHead head, Incoming incoming, Path file, Path folder) {}

    /**
     * Opens a package.
     *
     * @param name what the file is called for people
     */
    Staged stage(Path source, String name, char[] passphrase, Incoming.Progress progress) {
        Path folder = null;
        boolean done = false;
        try {
            folder = work.fresh();
            Path plain = plain(source, folder.resolve(FileNames.whole(name)), passphrase, folder);
            Staged staged = stage(plain, folder, progress);
            done = true;
            return staged;
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        } finally {
            if (!done && folder != null) {
                WorkFolder.delete(folder);
            }
        }
    }

    /** The package without its encryption; a copy, because files in a shared folder change under the reader's hands. */
    private Path plain(Path source, Path target, char[] passphrase, Path folder) throws IOException {
        if (!Age.isEncrypted(source)) {
            return Files.copy(source, target);
        }
        Path opened = passphrase == null
                ? Age.decrypt(source, identity.get(), folder)
                : Age.decrypt(source, passphrase, folder);
        return Files.move(opened, target);
    }

    /** What a package says it builds on, by scope, without staging it. */
    Map<UUID, VersionVector> base(Path plain) {
        try (PackageReader reader = PackageReader.open(plain, Limits.DEFAULT)) {
            return vectors(reader, true);
        }
    }

    private Staged stage(Path plain, Path folder, Incoming.Progress progress) {
        try (PackageReader reader = PackageReader.open(plain, Limits.DEFAULT)) {
            Manifest manifest = reader.manifest();
            if (manifest.lowestReader() > store.schema()) {
                throw ExchangeProblems.newer(reader.file(), manifest.lowestReader(), store.schema());
            }
            IncomingHead head = new IncomingHead(
                    manifest.id(),
                    manifest.site(),
                    manifest.formerly(),
                    manifest.author(),
                    manifest.at(),
                    manifest.extract(),
                    vectors(reader, true),
                    vectors(reader, false),
                    reader.file(),
                    reader.signature()
                            .publicKey()
                            .map(key -> Base64.getEncoder().encodeToString(key))
                            .orElse(null),
                    manifest.recipient() != null && Age.isRecipient(manifest.recipient())
                            ? manifest.recipient()
                            : null);
            Incoming incoming = store.stage(head);
            boolean done = false;
            try {
                // What was applied before, or is our own, changes nothing: its rows need not be read.
                if (!done(store.find(head.id()))) {
                    new Filling(reader, incoming, progress).all();
                }
                incoming.complete();
                done = true;
                return new Staged(head, incoming, plain, folder);
            } finally {
                if (!done) {
                    incoming.close();
                }
            }
        }
    }

    /** Whether applying the package has become pointless. */
    static boolean done(Optional<PackageRecord> known) {
        return known.filter(record ->
                        record.state() == PackageRecord.State.APPLIED || record.state() == PackageRecord.State.SENT)
                .isPresent();
    }

    private static Map<UUID, VersionVector> vectors(PackageReader reader, boolean base) {
        Map<UUID, VersionVector> vectors = new LinkedHashMap<>();
        for (Manifest.ScopePart part : reader.manifest().scopes()) {
            if (vectors.put(part.scope(), base ? part.base() : part.to()) != null) {
                throw ExchangeProblems.manifest(reader.file(), "a scope twice");
            }
        }
        return vectors;
    }

    /** Hands the lines of one package to the store. */
    private final class Filling {
        private final PackageReader reader;
        private final Incoming incoming;
        private final Incoming.Progress progress;
        private final SiteNumbers sites = new SiteNumbers();
        private final SeenNumbers seen = new SeenNumbers();
        private final Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        private long bytes;
        private long total;

        private Filling(PackageReader reader, Incoming incoming, Incoming.Progress progress) {
            this.reader = reader;
            this.incoming = incoming;
            this.progress = progress;
            for (Manifest.Entry entry : reader.manifest().entries()) {
                entries.put(entry.name(), entry);
                total += entry.size();
            }
        }

        private void all() {
            lines(Departure.SITES, lines -> sites.read(lines.parser()));
            lines(Departure.SEEN, lines -> seen.read(lines.parser(), sites));
            List<UUID> scopes = reader.manifest().scopes().stream()
                    .map(Manifest.ScopePart::scope)
                    .toList();
            for (String entry : List.copyOf(entries.keySet())) {
                if (entry.startsWith(DATA) && !entry.startsWith(DATA + "_")) {
                    String kind = entry.substring(DATA.length(), entry.length() - ENDING.length());
                    if (!Names.valid(kind)) {
                        throw ExchangeProblems.manifest(reader.file(), "not the name of a kind");
                    }
                    RowReader rows = new RowReader(kind, scopes, sites, seen);
                    lines(kind, lines -> incoming.row(rows.read(lines.parser(), lines.buffer(), lines.offset())));
                }
            }
            lines(Departure.STEPS, lines -> incoming.step(StepLines.read(lines.parser(), sites)));
            Set<String> hashes = new HashSet<>();
            lines(Departure.FILES, lines -> file(FileLines.read(lines.parser()), hashes));
        }

        private void file(TravellingFile file, Set<String> hashes) {
            Manifest.Entry blob = entries.get("blobs/" + file.hash());
            if (blob == null || blob.size() != file.size() || !hashes.add(file.hash())) {
                throw ExchangeProblems.manifest(reader.file(), "an attachment is missing or not what its line says");
            }
            try (InputStream in = new BufferedInputStream(reader.open(blob), 1 << 16)) {
                store.placeFile(in, file.hash());
            } catch (IOException e) {
                throw IoProblems.of(reader.file(), e);
            }
            incoming.file(file);
            bytes += blob.size();
            progress.at(bytes, Math.max(bytes, total));
        }

        private interface EachLine {
            void read(NdjsonLines lines) throws BadLine;
        }

        private void lines(String kind, EachLine each) {
            Manifest.Entry entry = entries.get(DATA + kind + ENDING);
            if (entry == null) {
                return;
            }
            try (NdjsonLines lines = reader.lines(entry)) {
                while (lines.next()) {
                    try {
                        each.read(lines);
                    } catch (BadLine e) {
                        throw e.in(reader.file(), entry.name(), lines.number());
                    }
                    bytes += lines.length() + 1;
                    if (lines.number() % TELL_EVERY == 0) {
                        progress.at(bytes, Math.max(bytes, total));
                    }
                }
            }
        }
    }
}
