package org.rapporteur.exchange;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.pack.Limits;
import org.rapporteur.exchange.pack.Manifest;
import org.rapporteur.exchange.pack.PackageReader;

/**
 * The exchange folder. Each site keeps one package in its sub-folder, which brings what any other site there is not
 * known to have. A site writes when it has seen something that its package does not say, so the rounds of several sites
 * come to rest: what is seen only grows, and an answer says no more than was asked.
 */
final class SharedFolder implements ExchangeFolder {
    private static final String CHOSEN = "exchange.folder";
    private static final String AUTOMATIC = "exchange.folder.automatic";
    private static final String USED = "exchange.folder.used";
    private static final String DONE = "exchange.folder.done";

    private final ExchangeService service;
    private final ExchangeStore store;
    private final Sending sending;
    // Not kept from one start to the next: a newer version of the program may read what this one could not.
    private final Map<String, String> unreadable = new HashMap<>();

    SharedFolder(ExchangeService service, Sending sending) {
        this.service = service;
        this.store = service.store();
        this.sending = sending;
    }

    @Override
    public Optional<Path> chosen() {
        return note(CHOSEN).map(Path::of);
    }

    private Optional<String> note(String name) {
        return store.note(name).filter(value -> !value.isEmpty());
    }

    @Override
    public void choose(Path folder) {
        String chosen =
                folder == null ? "" : folder.toAbsolutePath().normalize().toString();
        if (!chosen.equals(note(CHOSEN).orElse(""))) {
            store.note(DONE, "");
        }
        store.note(CHOSEN, chosen);
        store.note(USED, "");
        unreadable.clear();
    }

    @Override
    public boolean automatic() {
        return !note(AUTOMATIC).orElse("").equals("0");
    }

    @Override
    public void automatic(boolean on) {
        store.note(AUTOMATIC, on ? "1" : "0");
    }

    @Override
    public synchronized Round round() {
        Path folder = chosen().orElseThrow(ExchangeProblems::noFolder);
        List<Path> sites = FolderFiles.sites(folder);
        boolean used = note(USED).isPresent();
        if (!Files.isDirectory(folder) || used && sites.isEmpty()) {
            // An empty folder that was in use is the place where a disk or a share is mounted at other times.
            throw ExchangeProblems.folderGone(String.valueOf(folder.getFileName()));
        }
        Reading reading = new Reading();
        for (Path site : sites) {
            if (!site.getFileName().toString().equals(store.site().toString())) {
                FolderFiles.packages(site).forEach(reading::read);
            }
        }
        reading.remember();
        Optional<Sent> written = Optional.empty();
        try {
            written = publish(folder, FolderFiles.sites(folder));
            if (!used) {
                store.note(USED, "1");
            }
        } catch (Problem refused) {
            // What was read stays read, and is told.
            reading.unreadable.add(new Unreadable(folder.resolve(store.site().toString()), refused));
        }
        return new Round(reading.applied, reading.looked, reading.waiting, reading.unreadable, written);
    }

    /** Reads what the others wrote. */
    private final class Reading {
        private final List<PackageRecord> applied = new ArrayList<>();
        private final List<PackageRecord> looked = new ArrayList<>();
        private final List<PackageRecord> waiting = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();
        private final Map<String, String> before = parse(note(DONE).orElse(""));
        private final Map<String, String> now = new LinkedHashMap<>();

        private void read(Path file) {
            String key = file.getParent().getFileName() + "/" + file.getFileName();
            Optional<String> state = FolderFiles.state(file);
            if (state.isEmpty()) {
                return;
            }
            if (state.get().equals(before.get(key))) {
                now.put(key, state.get());
                return;
            }
            if (state.get().equals(SharedFolder.this.unreadable.get(key))) {
                return;
            }
            try {
                take(file);
                now.put(key, state.get());
                SharedFolder.this.unreadable.remove(key);
            } catch (Problem problem) {
                // A file that went away, or is still growing, is not worth a word: the next round meets it again.
                if (state.equals(FolderFiles.state(file))) {
                    SharedFolder.this.unreadable.put(key, state.get());
                    unreadable.add(new Unreadable(file, problem));
                }
            }
        }

        private void take(Path file) {
            try (ArrivedPackage arrived = service.open(file, null, Incoming.Progress.NONE)) {
                Optional<PackageRecord> known = store.find(arrived.head().id());
                if (known.isPresent()) {
                    // Applied, waiting, or taken back by a person: a copy of it changes nothing.
                    return;
                }
                if (!arrived.missing().isEmpty()) {
                    waiting.add(arrived.keep());
                } else if (!automatic() || !arrived.doubts().isEmpty()) {
                    looked.add(arrived.keep());
                } else {
                    applied.add(arrived.applyUnasked(Incoming.Progress.NONE));
                    applied.addAll(service.applyWaiting(Incoming.Progress.NONE));
                }
            }
        }

        private void remember() {
            // What waited may have been applied by what came after it.
            waiting.removeIf(record -> applied.stream().anyMatch(a -> a.id().equals(record.id())));
            if (!now.equals(before)) {
                StringBuilder text = new StringBuilder();
                now.forEach((key, state) ->
                        text.append(key).append('\t').append(state).append('\n'));
                store.note(DONE, text.toString());
            }
        }

        private static Map<String, String> parse(String text) {
            Map<String, String> parsed = new HashMap<>();
            text.lines().forEach(line -> {
                int tab = line.lastIndexOf('\t');
                if (tab > 0) {
                    parsed.put(line.substring(0, tab), line.substring(tab + 1));
                }
            });
            return parsed;
        }
    }

    private Optional<Sent> publish(Path folder, List<Path> sites) {
        UUID own = store.site();
        List<UUID> peers = new ArrayList<>();
        for (Path site : sites) {
            UUID peer = UUID.fromString(site.getFileName().toString());
            // A site that we had before lives on only if a copy of this workspace does; then something came from it.
            boolean formerly = store.formerSites().contains(peer);
            if (!peer.equals(own) && !(formerly && store.lastReceived(peer).isEmpty())) {
                peers.add(peer);
            }
        }
        Map<UUID, VersionVector> ours = new LinkedHashMap<>();
        for (UUID scope : store.scopes()) {
            ours.put(scope, store.vector(scope));
        }
        Map<UUID, VersionVector> bases = bases(peers, ours);
        Path place = folder.resolve(own.toString());
        List<Path> old = Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) ? FolderFiles.packages(place) : List.of();
        if (old.stream().anyMatch(file -> serves(file, peers, ours))) {
            return Optional.empty();
        }
        FolderFiles.make(place);
        Path target = place.resolve(sending.folderName());
        Sent sent = sending.write(bases, null, true, target, Incoming.Progress.NONE);
        old.stream().filter(file -> !file.equals(target)).forEach(WorkFolder::delete);
        return Optional.of(sent);
    }

    /** What everyone who has a sub-folder is known to have; nothing if nothing ever came from one of them. */
    private Map<UUID, VersionVector> bases(List<UUID> peers, Map<UUID, VersionVector> ours) {
        Map<UUID, VersionVector> bases = new LinkedHashMap<>();
        ours.forEach((scope, vector) -> bases.put(scope, peers.isEmpty() ? VersionVector.NONE : vector));
        for (UUID peer : peers) {
            Map<UUID, VersionVector> known = store.lastReceived(peer);
            bases.replaceAll((scope, base) -> base.min(known.getOrDefault(scope, VersionVector.NONE)));
        }
        return bases;
    }

    /** Whether a package of ours says just what we have seen (an import taken back makes it less) and builds on nothing that a peer lacks. */
    private boolean serves(Path file, List<UUID> peers, Map<UUID, VersionVector> ours) {
        Map<UUID, Manifest.ScopePart> parts = new HashMap<>();
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
            if (!reader.manifest().site().equals(store.site())
                    || reader.manifest().extract()) {
                return false;
            }
            reader.manifest().scopes().forEach(part -> parts.put(part.scope(), part));
        } catch (Problem damaged) {
            return false;
        }
        for (Map.Entry<UUID, VersionVector> scope : ours.entrySet()) {
            Manifest.ScopePart part = parts.get(scope.getKey());
            if (part == null ? !scope.getValue().isEmpty() : !part.to().equals(scope.getValue())) {
                return false;
            }
        }
        for (UUID peer : peers) {
            Map<UUID, VersionVector> known = store.lastReceived(peer);
            for (Manifest.ScopePart part : parts.values()) {
                if (!known.getOrDefault(part.scope(), VersionVector.NONE).covers(part.base())) {
                    return false;
                }
            }
        }
        return true;
    }
}
