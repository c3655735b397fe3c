package org.rapporteur.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;

/** What a workspace wrote down about its own changes; for tests that keep the books themselves. */
public final class StoreProbe {
    private StoreProbe() {}

    /**
     * One change of the workspace's own site.
     *
     * @param field column set, "_hidden" for a deletion (1, or 2 if it is an older one put back) or
     *     restoration (0), null for the making of the record
     * @param beside whether the value stands beside others, which it did not replace
     */
    public record Change(long sequence, String kind, UUID row, String field, Object after, boolean beside) {}

    /** The own site's changes after the number, in their order. */
    public static List<Change> since(Workspace workspace, long sequence, Collection<Kind> kinds) {
        return workspace.database().read(connection -> {
            int site = own(connection);
            TreeMap<Long, Change> found = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT seq, kind, row, field, after FROM history WHERE site = ? AND seq > ?")) {
                statement.setInt(1, site);
                statement.setLong(2, sequence);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.put(
                                result.getLong(1),
                                new Change(
                                        result.getLong(1),
                                        result.getString(2),
                                        Uuids.uuid(result.getBytes(3)),
                                        result.getString(4),
                                        RowSql.value(result, 5),
                                        false));
                    }
                }
            }
            for (Kind kind : kinds) {
                try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT seq, id FROM " + kind.name() + " WHERE site = ? AND seq > ?")) {
                    statement.setInt(1, site);
                    statement.setLong(2, sequence);
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            found.put(
                                    result.getLong(1),
                                    new Change(
                                            result.getLong(1),
                                            kind.name(),
                                            Uuids.uuid(result.getBytes(2)),
                                            null,
                                            null,
                                            false));
                        }
                    }
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT seq, kind, row, field, value FROM sibling WHERE site = ? AND seq > ?")) {
                statement.setInt(1, site);
                statement.setLong(2, sequence);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.put(
                                result.getLong(1),
                                new Change(
                                        result.getLong(1),
                                        result.getString(2),
                                        Uuids.uuid(result.getBytes(3)),
                                        result.getString(4),
                                        RowSql.value(result, 5),
                                        true));
                    }
                }
            }
            return List.copyOf(found.values());
        });
    }

    /** Number of the last change of a site in a workspace that nobody has open. */
    public static long last(Path folder, UUID site) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Workspace.DATABASE));
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT coalesce(max(seq_to), 0) FROM txn JOIN site ON site.no = txn.site WHERE uuid = ?")) {
            statement.setBytes(1, Uuids.bytes(site));
            try (ResultSet result = statement.executeQuery()) {
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int own(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site'");
                ResultSet result = statement.executeQuery()) {
            return result.getInt(1);
        }
    }

    /**
     * Lets the database grow by so many pages at most, until the writing connection is thrown away; stands in for a
     * disk that is full.
     */
    public static void limit(Workspace workspace, int pages) {
        workspace.changes().run(Label.of("step.test"), tx -> {
            try (Statement statement = ((SqliteTransaction) tx).connection().createStatement()) {
                statement.execute("PRAGMA max_page_count = " + (pages < 0 ? 1 << 30 : pages(statement) + pages));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Length of the database in pages. */
    public static int pages(Workspace workspace) {
        return workspace.database().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return pages(statement);
            }
        });
    }

    private static int pages(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA page_count")) {
            return result.getInt(1);
        }
    }
}
