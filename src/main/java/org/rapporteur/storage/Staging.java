package org.rapporteur.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.VersionVector;

/**
 * A package in a database file of its own, with the workspace attached for looking at what it would do. Rows that are
 * whole and were never edited lie in tables like the workspace's own, so that they are taken over by one statement for
 * each kind; all others lie as {@link RowState}s and are merged one by one.
 */
final class Staging implements Incoming {
    /** Under which names the databases are attached: while looking, and while importing. */
    static final String LOOKING = "ws.";

    private final SqliteExchange store;
    private final Path file;
    final IncomingHead head;
    /** Scopes of which the package brings something that we have not seen. */
    final Set<UUID> active = new HashSet<>();

    private final Map<UUID, VersionVector> vectors = new HashMap<>();
    private final Map<UUID, VersionVector> joined = new HashMap<>();
    /** Whether it brings changes that not even our joined vectors will cover. */
    boolean holdsUncovered;

    private final Map<UUID, Integer> siteNumbers = new HashMap<>();
    private final Map<String, PreparedStatement> inserts = new HashMap<>();
    private Connection connection;
    private long rows;
    private boolean complete;

    Staging(SqliteExchange store, Path file, IncomingHead head) {
        this.store = store;
        this.file = file;
        this.head = head;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = OFF");
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA temp_store = MEMORY");
                statement.execute("PRAGMA cache_size = -16000");
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("BEGIN");
                statement.execute("CREATE TABLE s_site (prov INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE)");
                statement.execute("CREATE TABLE s_other (no INTEGER PRIMARY KEY, kind TEXT NOT NULL, row BLOB NOT NULL,"
                        + " state BLOB NOT NULL, UNIQUE (kind, row))");
                statement.execute("CREATE TABLE s_step (site BLOB NOT NULL, seq_from INTEGER NOT NULL,"
                        + " seq_to INTEGER NOT NULL, at INTEGER, author TEXT, label TEXT NOT NULL, arguments TEXT,"
                        + " PRIMARY KEY (site, seq_from))");
                statement.execute("CREATE TABLE s_file (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, file_name TEXT,"
                        + " media_type TEXT)");
                statement.execute("CREATE TABLE effect (no INTEGER PRIMARY KEY, kind TEXT NOT NULL, row BLOB NOT NULL,"
                        + " what TEXT NOT NULL, other INTEGER NOT NULL)");
            }
        } catch (SQLException e) {
            close();
            throw StorageProblems.of(e);
        }
        head.to().forEach((scope, to) -> {
            vectors.put(scope, store.vector(scope));
            joined.put(scope, vectors.get(scope).max(to));
            if (!vectors.get(scope).covers(to)) {
                active.add(scope);
            }
        });
    }

    @Override
    public void row(TravellingRow row) {
        rows++;
        if (!head.to().containsKey(row.scope)) {
            throw StorageProblems.packageContradicts("a row of a scope that the package does not name");
        }
        if (row.creations.isEmpty()) {
            throw StorageProblems.packageContradicts("a row without a creation");
        }
        if (!active.contains(row.scope) && !uncovered(row, vectors.get(row.scope))) {
            return;
        }
        // The sender may hold changes that its vector does not cover, from an extract.
        active.add(row.scope);
        if (!holdsUncovered) {
            holdsUncovered = uncovered(row, joined.get(row.scope));
        }
        Kind kind = RowStates.kind(row.kind);
        try {
            boolean plain = kind != null
                    && row.whole
                    && row.creations.size() == 1
                    && row.fields.isEmpty()
                    && row.unknown.isEmpty()
                    && (row.lives == null || row.lives.isEmpty())
                    && row.withheld.isEmpty();
            if (plain) {
                plain(row, kind);
            } else {
                PreparedStatement insert = insert("INSERT INTO s_other (kind, row, state) VALUES (?, ?, ?)");
                insert.setString(1, row.kind);
                insert.setBytes(2, Uuids.bytes(row.id));
                insert.setBytes(3, RowState.of(row, kind).bytes());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e, "a row twice");
        }
    }

    private static boolean uncovered(TravellingRow row, VersionVector seen) {
        return row.creations.stream().anyMatch(d -> !seen.covers(d))
                || row.fields.values().stream()
                        .flatMap(f -> f.versions().stream())
                        .anyMatch(v -> !seen.covers(v.dot()))
                || row.lives != null && row.lives.stream().anyMatch(l -> !seen.covers(l.dot()));
    }

    private RuntimeException failed(SQLException e, String contradiction) {
        return (e.getErrorCode() & 0xff) == 19
                ? StorageProblems.packageContradicts(contradiction)
                : StorageProblems.of(e);
    }

    private void plain(TravellingRow row, Kind kind) throws SQLException {
        PreparedStatement insert = inserts.get(row.kind);
        if (insert == null) {
            StringBuilder table = new StringBuilder("CREATE TABLE s_" + row.kind
                    + " (id BLOB NOT NULL PRIMARY KEY, scope BLOB," + " site INTEGER, seq INTEGER");
            kind.columns().forEach(c -> table.append(", ").append(c));
            try (Statement statement = connection.createStatement()) {
                statement.execute(table.append(")").toString());
            }
            insert = insert("INSERT INTO s_" + row.kind + " VALUES (?, ?, ?, ?"
                    + ", ?".repeat(kind.columns().size()) + ")");
            inserts.put(row.kind, insert);
        }
        Dot dot = row.creations.getFirst();
        insert.setBytes(1, Uuids.bytes(row.id));
        insert.setBytes(2, Uuids.bytes(row.scope));
        insert.setInt(3, site(dot.site()));
        insert.setLong(4, dot.sequence());
        for (int i = 0; i < row.values.length; i++) {
            RowSql.bind(insert, i + 5, row.values[i]);
        }
        insert.executeUpdate();
    }

    private PreparedStatement insert(String sql) throws SQLException {
        PreparedStatement known = inserts.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            inserts.put(sql, known);
        }
        return known;
    }

    private int site(UUID key) throws SQLException {
        Integer known = siteNumbers.get(key);
        if (known == null) {
            known = siteNumbers.size() + 1;
            siteNumbers.put(key, known);
            PreparedStatement insert = insert("INSERT INTO s_site (prov, uuid) VALUES (?, ?)");
            insert.setInt(1, known);
            insert.setBytes(2, Uuids.bytes(key));
            insert.executeUpdate();
        }
        return known;
    }

    @Override
    public void step(TravellingStep step) {
        try {
            PreparedStatement insert = insert("INSERT OR IGNORE INTO s_step"
                    + " (site, seq_from, seq_to, at, author, label, arguments) VALUES (?, ?, ?, ?, ?, ?, ?)");
            insert.setBytes(1, Uuids.bytes(step.site()));
            insert.setLong(2, step.from());
            insert.setLong(3, step.to());
            insert.setLong(4, step.at().toEpochMilli());
            insert.setString(5, step.author());
            insert.setString(6, step.label());
            insert.setString(7, Labels.join(step.arguments()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e, "a step twice");
        }
    }

    @Override
    public void file(TravellingFile attachment) {
        try {
            PreparedStatement insert =
                    insert("INSERT OR IGNORE INTO s_file (hash, size, file_name, media_type) VALUES (?, ?, ?, ?)");
            insert.setString(1, attachment.hash());
            insert.setLong(2, attachment.size());
            insert.setString(3, attachment.fileName());
            insert.setString(4, attachment.mediaType());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e, "a file twice");
        }
    }

    @Override
    public void complete() {
        try {
            for (PreparedStatement insert : inserts.values()) {
                insert.close();
            }
            inserts.clear();
            try (Statement statement = connection.createStatement()) {
                statement.execute("COMMIT");
            }
            complete = true;
        } catch (SQLException e) {
            throw StorageProblems.of(e);
        }
    }

    @Override
    public List<Missing> missing() {
        return store.missing(head);
    }

    private interface Look<T> {
        T at(Connection c) throws SQLException;
    }

    /** Runs on the staging connection with the workspace attached, in one view of both. */
    private <T> T look(Look<T> look) {
        if (!complete) {
            throw new IllegalStateException("the package is not complete");
        }
        try {
            try (PreparedStatement attach = connection.prepareStatement("ATTACH DATABASE ? AS ws")) {
                attach.setString(1, store.databaseFile().toString());
                attach.execute();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 5000");
                statement.execute("BEGIN");
                try {
                    return look.at(connection);
                } finally {
                    statement.execute("COMMIT");
                }
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DETACH DATABASE ws");
                }
            }
        } catch (SQLException e) {
            throw StorageProblems.of(e);
        }
    }

    private ImportEffects looked;

    @Override
    public ImportEffects effects() {
        looked = look(c -> {
            try (Statement statement = c.createStatement()) {
                statement.execute("DELETE FROM main.effect");
            }
            try (PackageMerge merge = new PackageMerge(c, LOOKING, "main.", this, false)) {
                return merge.run(rows, Progress.NONE);
            }
        });
        return looked;
    }

    @Override
    public List<RecordChange> changes(int offset, int most) {
        if (looked == null) {
            effects();
        }
        return look(c -> {
            try (PackageMerge merge = new PackageMerge(c, LOOKING, "main.", this, false)) {
                return merge.changes(offset, most);
            }
        });
    }

    @Override
    public ImportEffects apply(Progress progress) {
        return apply(progress, true);
    }

    @Override
    public ImportEffects applyUnasked(Progress progress) {
        return apply(progress, false);
    }

    private ImportEffects apply(Progress progress, boolean step) {
        if (!complete) {
            throw new IllegalStateException("the package is not complete");
        }
        if (!missing().isEmpty()) {
            throw StorageProblems.packageMisses();
        }
        closeConnection();
        Commit[] commit = new Commit[1];
        try {
            return store.writer()
                    .merging(
                            file,
                            c -> {
                                try (PackageMerge merge = new PackageMerge(c, "main.", "stage.", this, true)) {
                                    ImportEffects effects = merge.run(rows, progress);
                                    long number = merge.finish(
                                            effects, step, store.clock().millis());
                                    commit[0] = new Commit(number, label(), merge.kinds(), null);
                                    return effects;
                                }
                            },
                            () -> commit[0]);
        } catch (RuntimeException e) {
            throw e;
        } finally {
            reopen();
        }
    }

    Workspace.Surroundings surroundings() {
        return store.surroundings();
    }

    Label label() {
        return Label.of("exchange.import", head.author() == null ? head.fileName() : head.author());
    }

    VersionVector to(UUID scope) {
        return head.to().getOrDefault(scope, VersionVector.NONE);
    }

    private void reopen() {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA temp_store = MEMORY");
            }
        } catch (SQLException e) {
            throw StorageProblems.of(e);
        }
    }

    private void closeConnection() {
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            System.getLogger("storage").log(System.Logger.Level.DEBUG, "closing a staging file failed", e);
        }
    }

    @Override
    public void close() {
        closeConnection();
        for (String ending : List.of("", "-journal", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(Path.of(file + ending));
            } catch (IOException e) {
                System.getLogger("storage").log(System.Logger.Level.DEBUG, "a staging file stays behind", e);
            }
        }
    }
}
