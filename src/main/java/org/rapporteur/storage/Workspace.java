package org.rapporteur.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Undo;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.search.Search;
import org.rapporteur.storage.search.SearchIndex;

/**
 * An officer's store: one folder with {@code workspace.db} and {@code blobs}. One program at a time writes; a second
 * one reads. Close it, so that the write-ahead log is folded in and the folder can be copied.
 */
public final class Workspace implements Records, AutoCloseable {
    /** Name of the database file in the folder. */
    public static final String DATABASE = "workspace.db";

    private final Path folder;
    private final Database database;
    private final WorkspaceLock lock;
    private final Writer writer;
    private final UndoLog undo;
    private final HistoryReader history;
    private final Blobs blobs;
    private final SqliteExchange exchange;
    private boolean siteChecked;
    private final Surroundings surroundings;
    private SearchIndex search;

    /**
     * What a workspace needs from outside.
     *
     * @param clock tells display times; never decides an order
     * @param ids makes keys
     * @param author name of the person who works, asked at each change
     * @param threads makes a single-thread executor with the given name
     * @param sites notes where each site was last; null for none
     */
    public record Surroundings(
            Clock clock,
            Ids ids,
            Supplier<String> author,
            Function<String, ExecutorService> threads,
            SiteRegistry sites) {
        /** Without notes of where workspaces were: a copy that goes on is not noticed. For short-lived workspaces. */
        public Surroundings(Clock clock, Ids ids, Supplier<String> author, Function<String, ExecutorService> threads) {
            this(clock, ids, author, threads, null);
        }
    }

    /** How a workspace may be opened. */
    public enum Mode {
        /** For writing; refused if it cannot be. */
        WRITE,
        /** For writing if nobody else does and the folder allows it, else for reading. */
        WRITE_OR_READ,
        READ
    }

    private Workspace(Path folder, Database database, WorkspaceLock lock, Surroundings surroundings) {
        this.folder = folder;
        this.database = database;
        this.lock = lock;
        this.surroundings = surroundings;
        this.writer = new Writer(
                database,
                surroundings.threads().apply("writer"),
                surroundings.clock(),
                surroundings.ids(),
                surroundings.author());
        this.undo = new UndoLog(database, writer);
        this.history = new HistoryReader(database);
        this.blobs = new Blobs(folder.resolve("blobs"), writer, surroundings.clock());
        this.exchange = new SqliteExchange(database, writer, blobs, folder, surroundings, this::noteSite);
        this.undo.imports(exchange::undoImport);
        this.writer.beforeWriting(this::newSiteIfMoved);
        if (lock != null) {
            exchange.clean();
        }
    }

    /**
     * Makes a new, empty workspace.
     *
     * @param folder a folder that does not exist or is empty
     * @param name what to call it
     * @throws org.rapporteur.core.problem.Problem if the folder is not empty or cannot be written
     */
    public static Workspace create(Path folder, String name, Surroundings surroundings) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw StorageProblems.exists();
                }
            }
            WorkspaceLock lock = WorkspaceLock.take(folder).orElseThrow(StorageProblems::inUse);
            try {
                Database database = Database.create(folder.resolve(DATABASE), Place.of(folder));
                Workspace workspace = new Workspace(folder, database, lock, surroundings);
                workspace.writer.housekeeping(connection -> {
                    meta(connection, "workspace", surroundings.ids().random().toString());
                    meta(connection, "name", name);
                    newSite(connection, surroundings);
                    return null;
                });
                if (surroundings.sites() != null) {
                    Counted counted = database.read(Workspace::counted);
                    surroundings.sites().note(counted.site(), folder, counted.highest());
                }
                return workspace;
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw IoProblems.of(fileName(folder), e);
        }
    }

    /**
     * Opens a workspace.
     *
     * @throws org.rapporteur.core.problem.Problem if there is none, it is not ours, newer, damaged, or (for writing)
     *     in use or not writable
     */
    public static Workspace open(Path folder, Mode mode, Surroundings surroundings) {
        Path file = folder.resolve(DATABASE);
        if (!Files.isRegularFile(file)) {
            throw StorageProblems.missing();
        }
        Database.recognise(file);
        WorkspaceLock lock = mode == Mode.READ ? null : lock(folder, file, mode);
        try {
            Database database = Database.open(file, lock != null, Place.of(folder));
            Workspace workspace = new Workspace(folder, database, lock, surroundings);
            if (lock != null) {
                workspace.writer.housekeeping(connection -> {
                    Adoption.run(connection);
                    return null;
                });
            }
            return workspace;
        } catch (RuntimeException e) {
            if (lock != null) {
                lock.close();
            }
            throw e;
        }
    }

    /** The lock for writing; null if the workspace can only be read and that will do. */
    private static WorkspaceLock lock(Path folder, Path file, Mode mode) {
        if (!Files.isWritable(folder) || !Files.isWritable(file)) {
            if (mode == Mode.WRITE) {
                throw StorageProblems.readOnly();
            }
            return null;
        }
        try {
            Optional<WorkspaceLock> lock = WorkspaceLock.take(folder);
            if (lock.isEmpty() && mode == Mode.WRITE) {
                throw StorageProblems.inUse();
            }
            return lock.orElse(null);
        } catch (IOException e) {
            if (mode == Mode.WRITE) {
                throw IoProblems.of(fileName(folder), e);
            }
            return null;
        }
    }

    static String fileName(Path folder) {
        Path name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    private static void meta(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    /** Gives this workspace a new site; its own changes get that site's dots from now on. */
    static void newSite(Connection connection, Surroundings surroundings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO site (uuid, author, first_seen, own) VALUES (?, ?, ?, 1) RETURNING no")) {
            statement.setBytes(1, Uuids.bytes(surroundings.ids().random()));
            statement.setString(2, surroundings.author().get());
            statement.setLong(3, surroundings.clock().millis());
            try (ResultSet result = statement.executeQuery()) {
                meta(connection, "site", String.valueOf(result.getInt(1)));
            }
        }
    }

    /** Starts a new site: after a restore or a copy, so that two copies that both go on do not write the same dots. */
    public void rotateSite() {
        siteChecked = true;
        writer.housekeeping(connection -> {
            newSite(connection, surroundings);
            return null;
        });
        writer.siteChanged();
        noteSite();
    }

    /** A workspace that is not where its site was last, or behind it, goes on as a new site. */
    private void newSiteIfMoved(Connection connection) throws SQLException {
        if (surroundings.sites() == null) {
            return;
        }
        siteChecked = true;
        Counted counted = counted(connection);
        if (!surroundings.sites().same(counted.site(), folder, counted.highest())) {
            newSite(connection, surroundings);
            counted = counted(connection);
        }
        surroundings.sites().note(counted.site(), folder, counted.highest());
    }

    private void noteSite() {
        if (surroundings.sites() != null && writable()) {
            writer.identified();
            Counted counted = database.read(Workspace::counted);
            surroundings.sites().note(counted.site(), folder, counted.highest());
        }
    }

    private record Counted(UUID site, long highest) {}

    private static Counted counted(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT s.uuid, coalesce((SELECT max(t.seq_to) FROM txn t WHERE t.site = s.no), 0) FROM site s"
                                + " WHERE s.no = (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site')");
                ResultSet result = statement.executeQuery()) {
            return new Counted(Uuids.uuid(result.getBytes(1)), result.getLong(2));
        }
    }

    /** What the exchange of files needs of this workspace. */
    public org.rapporteur.core.exchange.ExchangeStore exchange() {
        return exchange;
    }

    /** What people must decide after an exchange. */
    public org.rapporteur.core.exchange.Conflicts conflicts() {
        return new ConflictReader(database);
    }

    public Path folder() {
        return folder;
    }

    /** What the workspace is called. */
    public String name() {
        return database.read(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT value FROM meta WHERE name = 'name'");
                    ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : fileName(folder);
            }
        });
    }

    /** The installation that this workspace's own changes are counted under. */
    public UUID site() {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT uuid FROM site WHERE no = (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site')");
                    ResultSet result = statement.executeQuery()) {
                return Uuids.uuid(result.getBytes(1));
            }
        });
    }

    public boolean writable() {
        return database.writable();
    }

    public Changes changes() {
        return writer;
    }

    public Undo undo() {
        return undo;
    }

    /** Lets undo begin here: what was set up before (reference lists, the sample) is not a step that a person took. */
    public void undoBeginsHere() {
        undo.beginHere();
    }

    public History history() {
        return history;
    }

    public Blobs blobs() {
        return blobs;
    }

    /**
     * The full-text search; opened when it is first wanted, and from then on following each change in the background.
     */
    public synchronized Search search() {
        if (search == null) {
            boolean onDisk = writable();
            String workspace = database.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement("SELECT group_concat(value, '+') FROM"
                                + " (SELECT value FROM meta WHERE name IN ('workspace', 'search_epoch')"
                                + " ORDER BY name DESC)");
                        ResultSet result = statement.executeQuery()) {
                    return result.next() ? result.getString(1) : "";
                }
            });
            // Another program may be writing the file of a workspace that is open for reading.
            search = new SearchIndex(
                    new ChangedRows(database, this),
                    onDisk ? folder.resolve("search.db") : null,
                    workspace,
                    surroundings.threads().apply("search"));
            SearchIndex index = search;
            writer.onCommit(commit -> {
                if (commit.label().key().equals(SqliteExchange.UNDO)) {
                    index.startOver();
                } else {
                    index.wake();
                }
            });
            index.wake();
        }
        return search;
    }

    /** Access to the database for the stores of this package. */
    Database database() {
        return database;
    }

    /** What is wrong with the workspace; empty if it is sound. */
    public List<Check.Finding> check() {
        return Check.run(database, blobs);
    }

    /**
     * Writes a copy that can be opened as a workspace.
     *
     * @param target a folder that does not exist or is empty
     */
    public void backup(Path target) {
        Backup.write(this, target);
    }

    @Override
    public Optional<Row> find(Kind kind, UUID id) {
        return database.read(connection -> RowReader.find(connection, kind, id));
    }

    @Override
    public List<Row> list(Query query) {
        return database.read(connection -> {
            List<Row> rows = new java.util.ArrayList<>();
            RowReader.each(connection, query, rows::add);
            return rows;
        });
    }

    @Override
    public void each(Query query, Consumer<Row> consumer) {
        database.read(connection -> {
            RowReader.each(connection, query, consumer);
            return null;
        });
    }

    @Override
    public long count(Query query) {
        return database.read(connection -> RowReader.count(connection, query));
    }

    @Override
    public Set<String> undecided(Kind kind, UUID id) {
        return database.read(connection -> ConflictReader.columns(connection, kind, id));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (search != null) {
                search.close();
            }
        }
        if (siteChecked && lock != null) {
            noteSite();
        }
        writer.close();
        database.close();
        if (lock != null) {
            lock.close();
        }
    }
}
