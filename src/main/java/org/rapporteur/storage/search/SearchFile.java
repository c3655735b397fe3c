package org.rapporteur.storage.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * The index file. It belongs to one workspace and one version of the analysis; one that does not fit, or is damaged,
 * is thrown away, since all of it can be made again. Where the folder cannot be written it is kept in memory.
 */
final class SearchFile implements AutoCloseable {
    /** Raised when the analysis or the layout changes, so that older indexes are made anew. */
    private static final String VERSION = "1";

    private final Connection writing;
    private final Connection reading;

    private SearchFile(Connection writing, Connection reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /**
     * Opens or makes the index.
     *
     * @param file its place, null for memory
     * @param workspace key of the workspace that it must belong to
     */
    static SearchFile open(Path file, String workspace) throws SQLException {
        if (file == null) {
            Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
            create(memory, workspace);
            return new SearchFile(memory, memory);
        }
        try {
            return openFile(file, workspace);
        } catch (SQLException unusable) {
            System.getLogger("storage").log(System.Logger.Level.INFO, "the search index is made anew");
            delete(file);
            return openFile(file, workspace);
        }
    }

    private static SearchFile openFile(Path file, String workspace) throws SQLException {
        Connection writing = connect(file, false);
        try {
            if (!exists(writing)) {
                create(writing, workspace);
            } else if (!VERSION.equals(state(writing, "version")) || !workspace.equals(state(writing, "workspace"))) {
                throw new SQLException("index of another workspace or version");
            }
            return new SearchFile(writing, connect(file, true));
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        config.setReadOnly(readOnly);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            if (!readOnly) {
                // What is lost of an index is made again: no need to wait for the disk.
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = NORMAL");
            }
            statement.execute("PRAGMA cache_size = -16000");
        }
        return connection;
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'state'")) {
            return result.getInt(1) > 0;
        }
    }

    private static void create(Connection connection, String workspace) throws SQLException {
        try (Statement statement = connection.createStatement();
                InputStream in = SearchFile.class.getResourceAsStream("S001__search.sql")) {
            statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        setState(connection, "version", VERSION);
        setState(connection, "workspace", workspace);
    }

    /** Empties the index. */
    void clear() throws SQLException {
        try (Statement statement = writing.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.executeUpdate("DELETE FROM doc");
            statement.executeUpdate("INSERT INTO text (text) VALUES ('delete-all')");
            statement.executeUpdate("DELETE FROM state WHERE name IN ('txn', 'seq')");
            statement.execute("COMMIT");
        }
    }

    Connection writing() {
        return writing;
    }

    Connection reading() {
        return reading;
    }

    static String state(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT value FROM state WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    static void setState(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(file + "-wal"));
            Files.deleteIfExists(Path.of(file + "-shm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Connection connection : new Connection[] {reading, writing}) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger("storage").log(System.Logger.Level.DEBUG, "closing the index failed", e);
            }
        }
    }
}
