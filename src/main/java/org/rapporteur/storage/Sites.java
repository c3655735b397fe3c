package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.exchange.VersionVector;

/** Local numbers of sites and what was seen of them, on one connection and for one piece of work. */
final class Sites {
    private final Connection connection;
    private final String schema;
    private final Map<Integer, UUID> keys = new HashMap<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<Long, VersionVector> seen = new HashMap<>();

    /** @param schema name under which the workspace is attached, with the dot */
    Sites(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        try (PreparedStatement statement = connection.prepareStatement("SELECT no, uuid FROM " + schema + "site");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                know(result.getInt(1), Uuids.uuid(result.getBytes(2)));
            }
        }
    }

    private void know(int number, UUID key) {
        keys.put(number, key);
        numbers.put(key, number);
    }

    Map<Integer, UUID> all() {
        return keys;
    }

    UUID key(int number) {
        return keys.get(number);
    }

    Dot dot(int site, long seq) {
        return new Dot(keys.get(site), seq);
    }

    /** The local number of a site, given one if it has none yet. */
    int number(UUID key) throws SQLException {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + schema + "site (uuid) VALUES (?) RETURNING no")) {
            statement.setBytes(1, Uuids.bytes(key));
            try (ResultSet result = statement.executeQuery()) {
                know(result.getInt(1), key);
            }
        }
        return numbers.get(key);
    }

    /** The local number, null if the site is not known here. */
    Integer known(UUID key) {
        return numbers.get(key);
    }

    VersionVector vector(UUID scope) throws SQLException {
        return read(
                "SELECT site, seq FROM " + schema + "vector WHERE scope = ?",
                statement -> statement.setBytes(1, Uuids.bytes(scope)));
    }

    VersionVector peer(int peer, UUID scope) throws SQLException {
        return read("SELECT site, seq FROM " + schema + "peer_vector WHERE peer = ? AND scope = ?", statement -> {
            statement.setInt(1, peer);
            statement.setBytes(2, Uuids.bytes(scope));
        });
    }

    VersionVector seen(long number) throws SQLException {
        VersionVector known = seen.get(number);
        if (known == null) {
            if (seen.size() > 1_000) {
                seen.clear();
            }
            known = read(
                    "SELECT site, seq FROM " + schema + "seen WHERE no = ?", statement -> statement.setLong(1, number));
            seen.put(number, known);
        }
        return known;
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private VersionVector read(String sql, Binding binding) throws SQLException {
        Map<UUID, Long> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.on(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.put(keys.get(result.getInt(1)), result.getLong(2));
                }
            }
        }
        return VersionVector.of(found);
    }

    void setVector(UUID scope, VersionVector vector) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + schema + "vector (scope, site, seq) VALUES (?, ?, ?)"
                        + " ON CONFLICT (scope, site) DO UPDATE SET seq = excluded.seq")) {
            for (Map.Entry<UUID, Long> e : vector.numbers().entrySet()) {
                statement.setBytes(1, Uuids.bytes(scope));
                statement.setInt(2, number(e.getKey()));
                statement.setLong(3, e.getValue());
                statement.executeUpdate();
            }
        }
    }

    void setPeer(int peer, UUID scope, VersionVector vector) throws SQLException {
        try (PreparedStatement clear =
                connection.prepareStatement("DELETE FROM " + schema + "peer_vector WHERE peer = ? AND scope = ?")) {
            clear.setInt(1, peer);
            clear.setBytes(2, Uuids.bytes(scope));
            clear.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + schema + "peer_vector (peer, scope, site, seq) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<UUID, Long> e : vector.numbers().entrySet()) {
                statement.setInt(1, peer);
                statement.setBytes(2, Uuids.bytes(scope));
                statement.setInt(3, number(e.getKey()));
                statement.setLong(4, e.getValue());
                statement.executeUpdate();
            }
        }
    }
}
