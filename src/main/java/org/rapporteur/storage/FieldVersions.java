package org.rapporteur.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rapporteur.core.change.Kind;

/**
 * What a local change does to the versions that it replaces: concurrent values are remembered with the decision, so
 * that undo can open it again, and changes that the vector does not cover are noted as seen.
 */
final class FieldVersions {
    /** Pseudo field under which replaced deletions and restorations are noted. */
    static final String LIFE = "_life";

    private FieldVersions() {}

    /** Whether differing values of the field stand against each other. */
    static boolean conflict(SqliteTransaction tx, UUID id, String column) throws SQLException {
        PreparedStatement read =
                tx.prepare("SELECT count(DISTINCT quote(value)) > 1 FROM sibling WHERE row = ? AND field = ?");
        read.setBytes(1, Uuids.bytes(id));
        read.setString(2, column);
        try (ResultSet result = read.executeQuery()) {
            return result.getBoolean(1);
        }
    }

    /** Whether the row bears a deletion, hidden by it or not. */
    static boolean buried(SqliteTransaction tx, UUID id) throws SQLException {
        PreparedStatement read = tx.prepare("SELECT count(*) > 0 FROM tombstone WHERE row = ?");
        read.setBytes(1, Uuids.bytes(id));
        try (ResultSet result = read.executeQuery()) {
            return result.getBoolean(1);
        }
    }

    /**
     * Takes away the concurrent values of a field that gets a new one.
     *
     * @param shown the value that the row shows
     */
    static void clear(SqliteTransaction tx, Kind kind, UUID id, UUID scope, String column, Object shown)
            throws SQLException {
        noteReplaced(tx, kind, id, scope, column);
        List<Object[]> others = new ArrayList<>();
        PreparedStatement read =
                tx.prepare("SELECT value, at, author FROM sibling WHERE row = ? AND field = ? ORDER BY seq DESC, site");
        read.setBytes(1, Uuids.bytes(id));
        read.setString(2, column);
        try (ResultSet result = read.executeQuery()) {
            while (result.next()) {
                others.add(new Object[] {RowSql.value(result, 1), RowSql.value(result, 2), RowSql.value(result, 3)});
            }
        }
        if (others.isEmpty()) {
            return;
        }
        PreparedStatement delete = tx.prepare("DELETE FROM sibling WHERE row = ? AND field = ?");
        delete.setBytes(1, Uuids.bytes(id));
        delete.setString(2, column);
        delete.executeUpdate();
        boolean differ = others.stream().anyMatch(o -> !Objects.equals(o[0], shown));
        if (differ) {
            // The shown value first, each value once.
            others.sort((a, b) -> Boolean.compare(!Objects.equals(a[0], shown), !Objects.equals(b[0], shown)));
            List<Object> had = new ArrayList<>();
            for (Object[] other : others) {
                if (!had.contains(other[0])) {
                    remember(tx, had.size(), other[0], other[1], other[2], null);
                    had.add(other[0]);
                }
            }
        }
    }

    /** Takes away the deletions and the restoration of a row. @return whether there was a deletion */
    static boolean clearLife(SqliteTransaction tx, UUID id, UUID scope) throws SQLException {
        if (tx.tracksReplaced()) {
            PreparedStatement note = tx.prepare("INSERT OR IGNORE INTO replaced (row, field, site, seq)"
                    + " SELECT d.row, '_life', d.site, d.seq FROM (SELECT row, site, seq FROM tombstone WHERE row = ?1"
                    + " UNION SELECT row, site, seq FROM field_version WHERE row = ?1 AND field = '_alive') d"
                    + " WHERE d.seq > coalesce((SELECT v.seq FROM vector v WHERE v.scope = ?2 AND v.site = d.site), 0)"
                    + " AND d.site <> ?3");
            note.setBytes(1, Uuids.bytes(id));
            note.setBytes(2, Uuids.bytes(scope));
            note.setInt(3, tx.site());
            note.executeUpdate();
        }
        int no = 0;
        PreparedStatement read = tx.prepare("SELECT seen FROM tombstone WHERE row = ? ORDER BY site, seq");
        read.setBytes(1, Uuids.bytes(id));
        List<Long> seen = new ArrayList<>();
        try (ResultSet result = read.executeQuery()) {
            while (result.next()) {
                seen.add(result.getLong(1));
            }
        }
        for (Long one : seen) {
            remember(tx, no++, null, null, null, one);
        }
        PreparedStatement raise = tx.prepare("DELETE FROM tombstone WHERE row = ?");
        raise.setBytes(1, Uuids.bytes(id));
        raise.executeUpdate();
        PreparedStatement alive = tx.prepare("DELETE FROM field_version WHERE row = ? AND field = '_alive'");
        alive.setBytes(1, Uuids.bytes(id));
        alive.executeUpdate();
        PreparedStatement also = tx.prepare("DELETE FROM tombstone_seen WHERE row = ?");
        also.setBytes(1, Uuids.bytes(id));
        also.executeUpdate();
        PreparedStatement others = tx.prepare("DELETE FROM sibling WHERE row = ? AND field = '_alive'");
        others.setBytes(1, Uuids.bytes(id));
        others.executeUpdate();
        return !seen.isEmpty();
    }

    /** Notes with a new deletion what of the row was seen that the vector does not cover. */
    static void noteSeen(SqliteTransaction tx, Kind kind, UUID id, UUID scope, long deletion) throws SQLException {
        if (!tx.tracksReplaced()) {
            return;
        }
        PreparedStatement note = tx.prepare("INSERT INTO tombstone_seen (row, site, seq, of_site, of_seq)"
                + " SELECT ?1, ?2, ?3, d.site, d.seq FROM (SELECT site, seq FROM " + kind.name() + " WHERE id = ?1"
                + " UNION SELECT site, seq FROM row_creation WHERE row = ?1"
                + " UNION SELECT site, seq FROM field_version WHERE row = ?1"
                + " UNION SELECT site, seq FROM sibling WHERE row = ?1"
                + " UNION SELECT site, seq FROM unknown_value WHERE row = ?1) d WHERE d.site <> ?2"
                + " AND d.seq > coalesce((SELECT v.seq FROM vector v WHERE v.scope = ?4 AND v.site = d.site), 0)");
        note.setBytes(1, Uuids.bytes(id));
        note.setInt(2, tx.site());
        note.setLong(3, deletion);
        note.setBytes(4, Uuids.bytes(scope));
        note.executeUpdate();
    }

    private static void noteReplaced(SqliteTransaction tx, Kind kind, UUID id, UUID scope, String column)
            throws SQLException {
        if (!tx.tracksReplaced()) {
            return;
        }
        // Versions of the field: its own, or the creations if it has none.
        PreparedStatement note = tx.prepare("INSERT OR IGNORE INTO replaced (row, field, site, seq)"
                + " SELECT ?1, ?2, d.site, d.seq FROM (SELECT site, seq FROM sibling WHERE row = ?1 AND field = ?2"
                + " UNION SELECT site, seq FROM field_version WHERE row = ?1 AND field = ?2"
                + " UNION SELECT site, seq FROM row_creation WHERE row = ?1 AND NOT EXISTS"
                + " (SELECT 1 FROM field_version WHERE row = ?1 AND field = ?2)"
                + " UNION SELECT site, seq FROM " + kind.name() + " WHERE id = ?1 AND NOT EXISTS"
                + " (SELECT 1 FROM field_version WHERE row = ?1 AND field = ?2)"
                + ") d WHERE NOT EXISTS (SELECT 1 FROM withheld WHERE row = ?1 AND field = ?2)"
                + " AND d.seq > coalesce((SELECT v.seq FROM vector v WHERE v.scope = ?3 AND v.site = d.site), 0)"
                + " AND d.site <> ?4");
        note.setBytes(1, Uuids.bytes(id));
        note.setString(2, column);
        note.setBytes(3, Uuids.bytes(scope));
        note.setInt(4, tx.site());
        note.executeUpdate();
        PreparedStatement known = tx.prepare("DELETE FROM withheld WHERE row = ? AND field = ?");
        known.setBytes(1, Uuids.bytes(id));
        known.setString(2, column);
        known.executeUpdate();
    }

    private static void remember(SqliteTransaction tx, int no, Object value, Object at, Object author, Long seen)
            throws SQLException {
        PreparedStatement statement = tx.prepare(
                "INSERT OR REPLACE INTO decided (site, seq, no, value, at, author, seen) VALUES (?, ?, ?, ?, ?, ?, ?)");
        statement.setInt(1, tx.site());
        statement.setLong(2, tx.next());
        statement.setInt(3, no);
        RowSql.bind(statement, 4, value);
        RowSql.bind(statement, 5, at);
        RowSql.bind(statement, 6, author);
        RowSql.bind(statement, 7, seen);
        statement.executeUpdate();
    }

    /** Opens a decision again: the values stand against each other as before, each as a change of its own. */
    static void reopen(SqliteTransaction tx, Kind kind, UUID id, String column, int site, long seq)
            throws SQLException {
        List<Object[]> values = decided(tx, site, seq, false);
        if (values.size() < 2) {
            return;
        }
        UUID scope = tx.scopeOf(kind, id);
        List<Object[]> written = new ArrayList<>();
        for (int i = values.size() - 1; i >= 0; i--) {
            // The value shown comes last: of several of one site the highest number is shown.
            Object[] v = values.get(i);
            long dot = tx.next();
            tx.version(kind, id, scope, column);
            if (i == 0) {
                PreparedStatement update = tx.prepare("UPDATE " + kind.name() + " SET " + column + " = ? WHERE id = ?");
                RowSql.bind(update, 1, v[0]);
                update.setBytes(2, Uuids.bytes(id));
                update.executeUpdate();
                tx.history(kind, id, column, v[0], v[0]);
            }
            tx.take(kind, id, scope);
            written.add(new Object[] {dot, v[0], v[1], v[2]});
        }
        for (Object[] w : written) {
            PreparedStatement statement = tx.prepare("INSERT OR REPLACE INTO sibling"
                    + " (row, field, kind, scope, site, seq, value, at, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
            statement.setBytes(1, Uuids.bytes(id));
            statement.setString(2, column);
            statement.setString(3, kind.name());
            statement.setBytes(4, Uuids.bytes(scope));
            statement.setInt(5, tx.site());
            statement.setLong(6, (Long) w[0]);
            RowSql.bind(statement, 7, w[1]);
            RowSql.bind(statement, 8, w[2]);
            RowSql.bind(statement, 9, w[3]);
            statement.executeUpdate();
        }
    }

    /** Puts deletions back that a decision had taken away, with what their authors had seen. */
    static void dispute(SqliteTransaction tx, Kind kind, UUID id, int site, long seq) throws SQLException {
        List<Object[]> deletions = decided(tx, site, seq, true);
        UUID scope = tx.scopeOf(kind, id);
        if (deletions.isEmpty()) {
            return;
        }
        for (Object[] deletion : deletions) {
            PreparedStatement bury =
                    tx.prepare("INSERT INTO tombstone (row, kind, scope, site, seq, seen) VALUES (?, ?, ?, ?, ?, ?)");
            bury.setBytes(1, Uuids.bytes(id));
            bury.setString(2, kind.name());
            bury.setBytes(3, Uuids.bytes(scope));
            bury.setInt(4, tx.site());
            bury.setLong(5, tx.next());
            bury.setLong(6, (Long) deletion[3]);
            bury.executeUpdate();
            tx.history(kind, id, SqliteTransaction.HIDDEN, 0L, SqliteTransaction.DISPUTED);
            tx.take(kind, id, scope);
        }
    }

    private static List<Object[]> decided(SqliteTransaction tx, int site, long seq, boolean deletions)
            throws SQLException {
        PreparedStatement read = tx.prepare("SELECT value, at, author, seen FROM decided WHERE site = ? AND seq = ?"
                + " AND seen IS " + (deletions ? "NOT NULL" : "NULL") + " ORDER BY no");
        read.setInt(1, site);
        read.setLong(2, seq);
        List<Object[]> found = new ArrayList<>();
        try (ResultSet result = read.executeQuery()) {
            while (result.next()) {
                found.add(new Object[] {
                    RowSql.value(result, 1), RowSql.value(result, 2), RowSql.value(result, 3), RowSql.value(result, 4)
                });
            }
        }
        return found;
    }
}
