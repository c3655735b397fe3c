package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Survivors;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;

/** Reads and writes {@link RowState}s; statements are kept for one piece of work. */
final class RowStates implements AutoCloseable {
    /** Tables in which something may stand beside a row. */
    static final List<String> SIDES = List.of(
            "row_creation",
            "field_version",
            "sibling",
            "tombstone",
            "tombstone_seen",
            "withheld",
            "replaced",
            "unknown_value");

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        Model.kinds().forEach(k -> KINDS.put(k.name(), k));
    }

    private final Connection connection;
    private final String w;
    private final Sites sites;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<VersionVector, Long> seenNumbers = new HashMap<>();

    /** @param schema name under which the workspace is attached, with the dot */
    RowStates(Connection connection, String schema, Sites sites) {
        this.connection = connection;
        this.w = schema;
        this.sites = sites;
    }

    /** The kind, null if this program does not know it. */
    static Kind kind(String name) {
        return KINDS.get(name);
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private PreparedStatement of(String sql, UUID id) throws SQLException {
        PreparedStatement statement = prepare(sql);
        statement.setBytes(1, Uuids.bytes(id));
        return statement;
    }

    Optional<RowState> load(String kindName, UUID id) throws SQLException {
        Kind kind = kind(kindName);
        RowState s = new RowState();
        s.kind = kindName;
        s.id = id;
        String columns = kind == null ? "" : ", " + String.join(", ", kind.columns());
        String sql = kind == null
                ? "SELECT scope, site, seq, hidden FROM " + w + "unknown_row WHERE row = ?"
                : "SELECT scope, site, seq, hidden" + columns + " FROM " + w + kindName + " WHERE id = ?";
        try (ResultSet r = of(sql, id).executeQuery()) {
            if (!r.next()) {
                return Optional.empty();
            }
            s.scope = Uuids.uuid(r.getBytes(1));
            s.creations.add(sites.dot(r.getInt(2), r.getLong(3)));
            s.hidden = r.getInt(4) != 0;
            if (kind != null) {
                s.values = new Object[kind.columns().size()];
                for (int i = 0; i < s.values.length; i++) {
                    s.values[i] = RowSql.value(r, i + 5);
                }
            }
        }
        sides(s, kind);
        return Optional.of(s);
    }

    /** Reads what stands beside the row itself. */
    void sides(RowState s, Kind kind) throws SQLException {
        UUID id = s.id;
        try (ResultSet r = of("SELECT site, seq FROM " + w + "row_creation WHERE row = ? ORDER BY site, seq", id)
                .executeQuery()) {
            while (r.next()) {
                s.creations.add(sites.dot(r.getInt(1), r.getLong(2)));
            }
        }
        List<Life> lives = new ArrayList<>();
        try (ResultSet r = of("SELECT field, site, seq FROM " + w + "field_version WHERE row = ?", id)
                .executeQuery()) {
            while (r.next()) {
                String field = r.getString(1);
                Dot dot = sites.dot(r.getInt(2), r.getLong(3));
                if (field.equals(SqliteTransaction.ALIVE)) {
                    lives.add(new Life(dot, null));
                } else if (kind != null && kind.hasColumn(field)) {
                    s.fields.put(field, List.of(new Version(dot, s.values[kind.indexOf(field)])));
                }
            }
        }
        Map<String, List<Version>> siblings = new HashMap<>();
        try (ResultSet r = of(
                        "SELECT field, site, seq, value FROM " + w + "sibling WHERE row = ? ORDER BY field, seq DESC",
                        id)
                .executeQuery()) {
            while (r.next()) {
                siblings.computeIfAbsent(r.getString(1), f -> new ArrayList<>())
                        .add(new Version(sites.dot(r.getInt(2), r.getLong(3)), RowSql.value(r, 4)));
            }
        }
        siblings.forEach((field, versions) -> {
            if (field.equals(SqliteTransaction.ALIVE)) {
                // Further restorations beside the one in field_version.
                versions.forEach(v -> lives.add(new Life(v.dot(), null)));
            } else {
                s.fields.put(field, versions);
            }
        });
        Map<Dot, Set<Dot>> also = new HashMap<>();
        try (ResultSet r = of("SELECT site, seq, of_site, of_seq FROM " + w + "tombstone_seen WHERE row = ?", id)
                .executeQuery()) {
            while (r.next()) {
                also.computeIfAbsent(sites.dot(r.getInt(1), r.getLong(2)), d -> new HashSet<>())
                        .add(sites.dot(r.getInt(3), r.getLong(4)));
            }
        }
        try (ResultSet r = of("SELECT site, seq, seen FROM " + w + "tombstone WHERE row = ? ORDER BY site, seq", id)
                .executeQuery()) {
            while (r.next()) {
                Dot dot = sites.dot(r.getInt(1), r.getLong(2));
                lives.add(new Life(dot, sites.seen(r.getLong(3)), also.getOrDefault(dot, Set.of())));
            }
        }
        s.lives = lives;
        try (ResultSet r =
                of("SELECT field FROM " + w + "withheld WHERE row = ?", id).executeQuery()) {
            while (r.next()) {
                s.withheld.add(r.getString(1));
            }
        }
        try (ResultSet r = of("SELECT field, site, seq FROM " + w + "replaced WHERE row = ?", id)
                .executeQuery()) {
            while (r.next()) {
                s.replaced
                        .computeIfAbsent(r.getString(1), f -> new HashSet<>())
                        .add(sites.dot(r.getInt(2), r.getLong(3)));
            }
        }
        try (ResultSet r = of(
                        "SELECT field, site, seq, json FROM " + w + "unknown_value WHERE row = ? ORDER BY field, seq",
                        id)
                .executeQuery()) {
            while (r.next()) {
                List<Version> list = new ArrayList<>(s.unknown.getOrDefault(r.getString(1), List.of()));
                list.add(new Version(sites.dot(r.getInt(2), r.getLong(3)), r.getString(4)));
                s.unknown.put(r.getString(1), list);
            }
        }
    }

    /** Removes a row and everything beside it. */
    void remove(String kindName, UUID id) throws SQLException {
        Kind kind = kind(kindName);
        clearSides(id);
        of("DELETE FROM " + w + (kind == null ? "unknown_row WHERE row = ?" : kindName + " WHERE id = ?"), id)
                .executeUpdate();
    }

    private void clearSides(UUID id) throws SQLException {
        for (String table : SIDES) {
            of("DELETE FROM " + w + table + " WHERE row = ?", id).executeUpdate();
        }
    }

    /** Makes the store hold exactly this state of the row. */
    void save(RowState s, boolean present) throws SQLException {
        Kind kind = kind(s.kind);
        Dot first = s.creations.iterator().next();
        if (!present) {
            insert(s, kind, first);
        } else if (kind == null) {
            PreparedStatement update = prepare("UPDATE " + w + "unknown_row SET hidden = ? WHERE row = ?");
            update.setInt(1, s.hidden ? 1 : 0);
            update.setBytes(2, Uuids.bytes(s.id));
            update.executeUpdate();
            clearSides(s.id);
        } else {
            PreparedStatement update = prepare("UPDATE " + w + s.kind + " SET hidden = ?, site = ?, seq = ?, "
                    + String.join(" = ?, ", kind.columns()) + " = ? WHERE id = ?");
            update.setInt(1, s.hidden ? 1 : 0);
            update.setInt(2, sites.number(first.site()));
            update.setLong(3, first.sequence());
            for (int i = 0; i < s.values.length; i++) {
                RowSql.bind(update, i + 4, s.values[i]);
            }
            update.setBytes(s.values.length + 4, Uuids.bytes(s.id));
            update.executeUpdate();
            clearSides(s.id);
        }
        for (Dot dot : s.creations) {
            if (!dot.equals(first)) {
                side("row_creation (row, kind, scope, site, seq)", s, null, dot);
            }
        }
        for (Map.Entry<String, List<Version>> e : s.fields.entrySet()) {
            Dot shown = Survivors.shown(e.getValue()).dot();
            side("field_version (row, kind, scope, field, site, seq)", s, e.getKey(), shown);
            if (e.getValue().size() > 1) {
                for (Version v : e.getValue()) {
                    side("sibling (row, kind, scope, field, site, seq, value)", s, e.getKey(), v.dot(), v.value());
                }
            }
        }
        for (Map.Entry<String, List<Version>> e : s.unknown.entrySet()) {
            for (Version v : e.getValue()) {
                side("unknown_value (row, kind, scope, field, site, seq, json)", s, e.getKey(), v.dot(), v.value());
            }
        }
        boolean aliveHas = false;
        for (Life life : s.lives) {
            if (life.deletion()) {
                side("tombstone (row, kind, scope, site, seq, seen)", s, null, life.dot(), seenNumber(life.seen()));
                for (Dot seen : life.also()) {
                    alsoSeen(s, life.dot(), seen);
                }
            } else if (!aliveHas) {
                side("field_version (row, kind, scope, field, site, seq)", s, SqliteTransaction.ALIVE, life.dot());
                aliveHas = true;
            } else {
                side("sibling (row, kind, scope, field, site, seq)", s, SqliteTransaction.ALIVE, life.dot());
            }
        }
        for (String field : s.withheld) {
            PreparedStatement insert = prepare("INSERT INTO " + w + "withheld (row, field) VALUES (?, ?)");
            insert.setBytes(1, Uuids.bytes(s.id));
            insert.setString(2, field);
            insert.executeUpdate();
        }
        for (Map.Entry<String, Set<Dot>> e : s.replaced.entrySet()) {
            for (Dot dot : e.getValue()) {
                PreparedStatement insert =
                        prepare("INSERT INTO " + w + "replaced (row, field, site, seq) VALUES (?, ?, ?, ?)");
                insert.setBytes(1, Uuids.bytes(s.id));
                insert.setString(2, e.getKey());
                insert.setInt(3, sites.number(dot.site()));
                insert.setLong(4, dot.sequence());
                insert.executeUpdate();
            }
        }
    }

    private void insert(RowState s, Kind kind, Dot first) throws SQLException {
        String columns = kind == null ? "" : ", " + String.join(", ", kind.columns());
        PreparedStatement insert = prepare("INSERT INTO " + w
                + (kind == null
                        ? "unknown_row (row, scope, site, seq, hidden, kind)"
                        : s.kind + " (id, scope, site, seq, hidden" + columns + ")")
                + " VALUES (?, ?, ?, ?, ?" + ", ?".repeat(kind == null ? 1 : s.values.length) + ")");
        insert.setBytes(1, Uuids.bytes(s.id));
        insert.setBytes(2, Uuids.bytes(s.scope));
        insert.setInt(3, sites.number(first.site()));
        insert.setLong(4, first.sequence());
        insert.setInt(5, s.hidden ? 1 : 0);
        if (kind == null) {
            insert.setString(6, s.kind);
        } else {
            for (int i = 0; i < s.values.length; i++) {
                RowSql.bind(insert, i + 6, s.values[i]);
            }
        }
        insert.executeUpdate();
    }

    /** Inserts into a side table: row, kind, scope, the field if there is one, the dot, further values. */
    private void side(String into, RowState s, String field, Dot dot, Object... more) throws SQLException {
        int count = into.split(",").length;
        PreparedStatement insert =
                prepare("INSERT OR REPLACE INTO " + w + into + " VALUES (?" + ", ?".repeat(count - 1) + ")");
        int i = 1;
        insert.setBytes(i++, Uuids.bytes(s.id));
        insert.setString(i++, s.kind);
        insert.setBytes(i++, Uuids.bytes(s.scope));
        if (field != null) {
            insert.setString(i++, field);
        }
        insert.setInt(i++, sites.number(dot.site()));
        insert.setLong(i++, dot.sequence());
        for (Object value : more) {
            RowSql.bind(insert, i++, value);
        }
        insert.executeUpdate();
    }

    private void alsoSeen(RowState s, Dot deletion, Dot of) throws SQLException {
        PreparedStatement insert =
                prepare("INSERT INTO " + w + "tombstone_seen (row, site, seq, of_site, of_seq) VALUES (?, ?, ?, ?, ?)");
        insert.setBytes(1, Uuids.bytes(s.id));
        insert.setInt(2, sites.number(deletion.site()));
        insert.setLong(3, deletion.sequence());
        insert.setInt(4, sites.number(of.site()));
        insert.setLong(5, of.sequence());
        insert.executeUpdate();
    }

    private long seenNumber(VersionVector seen) throws SQLException {
        Long known = seenNumbers.get(seen);
        if (known != null) {
            return known;
        }
        long number;
        try (ResultSet r =
                prepare("SELECT coalesce(max(no), 0) + 1 FROM " + w + "seen").executeQuery()) {
            number = r.getLong(1);
        }
        PreparedStatement insert = prepare("INSERT INTO " + w + "seen (no, site, seq) VALUES (?, ?, ?)");
        for (Map.Entry<UUID, Long> e : seen.numbers().entrySet()) {
            insert.setLong(1, number);
            insert.setInt(2, sites.number(e.getKey()));
            insert.setLong(3, e.getValue());
            insert.executeUpdate();
        }
        if (seen.isEmpty()) {
            insert.setLong(1, number);
            insert.setInt(2, sites.all().keySet().iterator().next());
            insert.setLong(3, 0);
            insert.executeUpdate();
        }
        seenNumbers.put(seen, number);
        return number;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }
}
