package org.rapporteur.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.sqlite.SQLiteConfig;

/**
 * The database file of a workspace: one connection that writes, a few that read. The file itself is only ever touched
 * through SQLite, because closing a stream of our own on it would drop SQLite's locks on Linux.
 */
final class Database implements AutoCloseable {
    /** "RPRT": marks a database as one of ours (PRAGMA application_id). */
    static final int APPLICATION_ID = 0x52505254;

    private static final int READERS = 3;

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Path file;
    private final boolean writable;
    private final Place place;
    private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
    private Connection writer;
    /** Whether the file is known to be ours; until then nothing of it may be set. */
    private boolean ours;

    private int opened;
    private boolean closed;

    private Database(Path file, boolean writable, Place place) {
        this.file = file;
        this.writable = writable;
        this.place = place;
    }

    /**
     * Refuses a file that is not ours before anything is put beside it. Looks without locks, and only where no journal
     * could hold a newer state; what this leaves open, {@link #open} decides.
     */
    static void recognise(Path file) {
        if (Files.exists(Path.of(file + "-wal")) || Files.exists(Path.of(file + "-journal"))) {
            return;
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = DriverManager.getConnection(immutableUrl(file), config.toProperties())) {
            identify(connection);
        } catch (SQLException e) {
            throw StorageProblems.of(e);
        }
    }

    /** Opens an existing database and checks that it is ours and not newer; migrates it if it is older. */
    static Database open(Path file, boolean writable, Place place) {
        Database database = new Database(file, writable, place);
        try {
            database.check();
            return database;
        } catch (SQLException e) {
            database.close();
            throw StorageProblems.of(e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Makes a new database with the current schema. */
    static Database create(Path file, Place place) {
        Database database = new Database(file, true, place);
        database.ours = true;
        try {
            Connection connection = database.writer();
            Migrations.apply(connection, 0);
            return database;
        } catch (SQLException e) {
            database.close();
            throw StorageProblems.of(e);
        }
    }

    private void check() throws SQLException {
        Connection connection = writable ? writer() : connect(false);
        try {
            int version = identify(connection);
            if (writable) {
                ours = true;
                setJournal(connection);
            }
            if (version < Migrations.latest()) {
                if (!writable) {
                    throw StorageProblems.readOnly();
                }
                Migrations.apply(connection, version);
            }
        } finally {
            if (!writable) {
                connection.close();
            }
        }
    }

    /** The version of the schema. */
    private static int identify(Connection connection) throws SQLException {
        if (pragma(connection, "application_id") != APPLICATION_ID) {
            throw StorageProblems.notOurs(null);
        }
        int version = pragma(connection, "user_version");
        if (version > Migrations.latest()) {
            throw StorageProblems.newer(version, Migrations.latest());
        }
        return version;
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA " + name)) {
            return result.getInt(1);
        }
    }

    boolean writable() {
        return writable;
    }

    Path file() {
        return file;
    }

    /** The writing connection; opened anew if the last one had to be discarded. Only for the writer's thread. */
    synchronized Connection writer() throws SQLException {
        if (closed) {
            throw new IllegalStateException("workspace is closed");
        }
        if (!writable) {
            throw StorageProblems.readOnly();
        }
        if (writer == null) {
            writer = connect(true);
        }
        return writer;
    }

    /** Throws the writing connection away: after a full disk its transaction is gone and its state unknown. */
    synchronized void discardWriter() {
        closeQuietly(writer);
        writer = null;
    }

    /** Reads on one of the pooled connections, on the caller's thread. */
    <T> T read(Work<T> work) {
        Connection connection = null;
        boolean sound = false;
        try {
            connection = takeReader();
            T result = work.on(connection);
            sound = true;
            return result;
        } catch (SQLException e) {
            throw StorageProblems.of(e);
        } finally {
            giveBack(connection, sound);
        }
    }

    private Connection takeReader() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("workspace is closed");
            }
            Connection free = readers.poll();
            if (free != null) {
                return free;
            }
            if (opened < READERS) {
                opened++;
                try {
                    return connect(false);
                } catch (SQLException e) {
                    opened--;
                    throw e;
                }
            }
        }
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    private void giveBack(Connection connection, boolean sound) {
        if (connection == null) {
            return;
        }
        synchronized (this) {
            if (closed || !sound) {
                closeQuietly(connection);
                opened--;
                if (!closed) {
                    // Somebody may wait for the one that is gone.
                    try {
                        Connection fresh = connect(false);
                        opened++;
                        readers.add(fresh);
                    } catch (SQLException e) {
                        System.getLogger("storage").log(System.Logger.Level.WARNING, "cannot reopen a reader");
                    }
                }
                return;
            }
        }
        readers.add(connection);
    }

    private Connection connect(boolean forWriting) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        config.setReadOnly(!forWriting);
        String url = "jdbc:sqlite:" + file;
        if (!writable && Files.notExists(Path.of(file + "-wal")) && !Files.isWritable(file.getParent())) {
            // In a folder that cannot be written SQLite cannot make its shared memory; nobody else can write either.
            url = immutableUrl(file);
        }
        Connection connection = DriverManager.getConnection(url, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            if (forWriting && ours) {
                setJournal(connection);
            }
            statement.execute("PRAGMA cache_size = -16000");
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA trusted_schema = OFF");
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
        return connection;
    }

    private void setJournal(Connection connection) throws SQLException {
        boolean local = place == Place.LOCAL;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + (local ? "WAL" : "DELETE"));
            statement.execute("PRAGMA synchronous = " + (local ? "FULL" : "EXTRA"));
            statement.execute("PRAGMA wal_autocheckpoint = 2000");
        }
    }

    private static String immutableUrl(Path file) {
        return "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1&mode=ro";
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            for (Connection reader = readers.poll(); reader != null; reader = readers.poll()) {
                closeQuietly(reader);
                opened--;
            }
            if (writer != null) {
                try (Statement statement = writer.createStatement()) {
                    statement.execute("PRAGMA optimize");
                } catch (SQLException ignored) {
                    // Only a hint for the query planner.
                }
            }
            discardWriter();
        }
    }

    private static void closeQuietly(Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger("storage").log(System.Logger.Level.DEBUG, "closing a connection failed", e);
            }
        }
    }
}
