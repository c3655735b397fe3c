package org.rapporteur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.problem.IoProblems;

/** The exchange's view of a workspace. */
final class SqliteExchange implements ExchangeStore {
    /** Label of an import taken back. */
    static final String UNDO = "exchange.undo";

    private static final String STAGING = "staging-";

    private final Database database;
    private final Writer writer;
    private final Blobs blobs;
    private final Path folder;
    private final Workspace.Surroundings surroundings;
    private final Runnable noteSite;

    SqliteExchange(
            Database database,
            Writer writer,
            Blobs blobs,
            Path folder,
            Workspace.Surroundings surroundings,
            Runnable noteSite) {
        this.database = database;
        this.writer = writer;
        this.blobs = blobs;
        this.folder = folder.resolve("exchange").resolve("staging");
        this.surroundings = surroundings;
        this.noteSite = noteSite;
    }

    /** Throws away what an interrupted import left. */
    void clean() {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (file.getFileName().toString().startsWith(STAGING)) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (IOException e) {
                System.getLogger("storage").log(System.Logger.Level.DEBUG, "a staging file stays behind", e);
            }
        }
    }

    Writer writer() {
        return writer;
    }

    Clock clock() {
        return surroundings.clock();
    }

    Workspace.Surroundings surroundings() {
        return surroundings;
    }

    Path databaseFile() {
        return database.file();
    }

    @Override
    public UUID site() {
        writer.identified();
        return sitesOf("no = (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site')")
                .getFirst();
    }

    @Override
    public List<UUID> formerSites() {
        return sitesOf("own = 1 AND no <> (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site')");
    }

    private List<UUID> sitesOf(String where) {
        return database.read(c -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement read =
                            c.prepareStatement("SELECT uuid FROM site WHERE " + where + " ORDER BY no DESC");
                    ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    found.add(Uuids.uuid(r.getBytes(1)));
                }
            }
            return found;
        });
    }

    @Override
    public int schema() {
        return Migrations.latest();
    }

    @Override
    public List<UUID> scopes() {
        return database.read(c -> {
            Set<UUID> found = new LinkedHashSet<>();
            found.add(Model.DIRECTORY);
            try (PreparedStatement read = c.prepareStatement("SELECT scope FROM vector UNION SELECT id FROM meeting"
                            + " UNION SELECT scope FROM unknown_row ORDER BY 1");
                    ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    found.add(Uuids.uuid(r.getBytes(1)));
                }
            }
            return List.copyOf(found);
        });
    }

    @Override
    public VersionVector vector(UUID scope) {
        return database.read(c -> new Sites(c, "main.").vector(scope));
    }

    @Override
    public Map<UUID, VersionVector> lastReceived(UUID peer) {
        return database.read(c -> {
            Sites sites = new Sites(c, "main.");
            Integer number = sites.known(peer);
            Map<UUID, VersionVector> found = new HashMap<>();
            if (number != null) {
                try (PreparedStatement read =
                        c.prepareStatement("SELECT DISTINCT scope FROM peer_vector WHERE peer = ?")) {
                    read.setInt(1, number);
                    try (ResultSet r = read.executeQuery()) {
                        while (r.next()) {
                            UUID scope = Uuids.uuid(r.getBytes(1));
                            found.put(scope, sites.peer(number, scope));
                        }
                    }
                }
            }
            return found;
        });
    }

    @Override
    public List<UUID> peers() {
        return sitesOf("own = 0 AND (author IS NOT NULL OR no IN (SELECT peer FROM peer_vector))");
    }

    @Override
    public Optional<String> author(UUID site) {
        return database.read(c -> author(c, site));
    }

    private static Optional<String> author(Connection c, UUID site) throws SQLException {
        try (PreparedStatement read = c.prepareStatement(
                "SELECT coalesce((SELECT t.author FROM txn t WHERE t.site = s.no"
                        + " AND t.author IS NOT NULL ORDER BY t.seq_from DESC LIMIT 1), s.author) FROM site s WHERE s.uuid = ?")) {
            read.setBytes(1, Uuids.bytes(site));
            try (ResultSet r = read.executeQuery()) {
                return r.next() ? Optional.ofNullable(r.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public long lacking(Map<UUID, VersionVector> known) {
        Map<UUID, VersionVector> bases = new HashMap<>();
        scopes().forEach(scope -> bases.put(scope, known.getOrDefault(scope, VersionVector.NONE)));
        return database.read(c -> PackageExport.lacking(c, bases));
    }

    @Override
    public void export(Selection selection, Outgoing out) {
        // What leaves this machine must never be counted again, wherever the workspace is found later.
        noteSite.run();
        database.read(c -> {
            PackageExport.run(c, selection, out);
            return null;
        });
    }

    @Override
    public InputStream openFile(String hash) {
        return blobs.open(hash);
    }

    @Override
    public void placeFile(InputStream in, String hash) {
        blobs.place(in, hash);
    }

    @Override
    public Incoming stage(IncomingHead head) {
        try {
            Files.createDirectories(folder);
            return new Staging(this, Files.createTempFile(folder, STAGING, ".db"), head);
        } catch (IOException e) {
            throw IoProblems.of(head.fileName(), e);
        }
    }

    List<Missing> missing(IncomingHead head) {
        List<Missing> found = new ArrayList<>();
        head.base().forEach((scope, base) -> {
            VersionVector we = vector(scope);
            base.numbers().forEach((site, seq) -> {
                if (we.of(site) < seq) {
                    found.add(new Missing(scope, site, author(site).orElse(null), we.of(site) + 1, seq));
                }
            });
        });
        return found;
    }

    @Override
    public List<PackageRecord> packages() {
        return database.read(Packages::all);
    }

    @Override
    public Optional<PackageRecord> find(UUID packageId) {
        return database.read(c -> Packages.find(c, packageId));
    }

    @Override
    public void hold(IncomingHead head, PackageRecord.State state, List<Missing> missing) {
        writer.housekeeping(c -> {
            Packages.put(c, head, state, null, missing, null, clock().millis());
            return null;
        });
    }

    @Override
    public boolean undoneBefore(IncomingHead head) {
        return database.read(c -> {
            Sites sites = new Sites(c, "main.");
            Map<UUID, VersionVector> we = new HashMap<>();
            for (UUID scope : head.to().keySet()) {
                we.put(scope, sites.vector(scope));
            }
            return Packages.undone(c).stream()
                    .flatMap(undo -> ImportUndo.broughtOf(undo).entrySet().stream())
                    .anyMatch(brought -> again(head, we, brought.getKey(), brought.getValue()));
        });
    }

    private static boolean again(IncomingHead head, Map<UUID, VersionVector> we, UUID scope, Map<UUID, Long> brought) {
        VersionVector to = head.to().getOrDefault(scope, VersionVector.NONE);
        return brought.entrySet().stream()
                .anyMatch(
                        e -> to.of(e.getKey()) >= e.getValue() && we.get(scope).of(e.getKey()) < e.getValue());
    }

    @Override
    public void forget(UUID packageId) {
        writer.housekeeping(c -> {
            try (PreparedStatement delete =
                    c.prepareStatement("DELETE FROM package WHERE id = ? AND state IN ('WAITING', 'HELD')")) {
                delete.setBytes(1, Uuids.bytes(packageId));
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public void sent(UUID packageId, String fileName, Colleague to) {
        UUID own = site();
        IncomingHead head = new IncomingHead(
                packageId,
                own,
                List.of(),
                to == null ? null : to.name(),
                Instant.EPOCH,
                false,
                Map.of(),
                Map.of(),
                fileName,
                null,
                null);
        writer.housekeeping(c -> {
            Packages.put(c, head, PackageRecord.State.SENT, null, List.of(), null, clock().millis());
            if (to != null && to.no() != 0) {
                try (PreparedStatement update = c.prepareStatement("UPDATE colleague SET sent = ? WHERE no = ?")) {
                    update.setLong(1, clock().millis());
                    update.setLong(2, to.no());
                    update.executeUpdate();
                }
            }
            return null;
        });
    }

    @Override
    public PackageRecord undoImport(UUID packageId) {
        Commit[] commit = new Commit[1];
        writer.merging(
                null,
                c -> {
                    ImportUndo undo = new ImportUndo(c, packageId);
                    undo.run();
                    commit[0] = new Commit(0, Label.of(UNDO), undo.kinds(), null);
                    return null;
                },
                () -> commit[0]);
        return find(packageId).orElseThrow();
    }

    @Override
    public List<Colleague> colleagues() {
        return database.read(Colleagues::all);
    }

    @Override
    public Colleague save(Colleague colleague) {
        return writer.housekeeping(c -> Colleagues.save(c, colleague));
    }

    @Override
    public void remove(Colleague colleague) {
        writer.housekeeping(c -> {
            Colleagues.remove(c, colleague.no());
            return null;
        });
    }

    @Override
    public Optional<String> note(String name) {
        return database.read(c -> {
            try (PreparedStatement read = c.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
                read.setString(1, "note." + name);
                try (ResultSet r = read.executeQuery()) {
                    return r.next() ? Optional.ofNullable(r.getString(1)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void note(String name, String value) {
        writer.housekeeping(c -> {
            try (PreparedStatement put =
                    c.prepareStatement("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")) {
                put.setString(1, "note." + name);
                put.setString(2, value);
                return put.executeUpdate();
            }
        });
    }
}
