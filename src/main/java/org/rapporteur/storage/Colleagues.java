package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.exchange.Colleague;

/** The people to exchange with; local, never sent. */
final class Colleagues {
    private Colleagues() {}

    static List<Colleague> all(Connection c) throws SQLException {
        List<Colleague> found = new ArrayList<>();
        try (PreparedStatement read = c.prepareStatement("SELECT no, name, email, public_key, verified, recipient,"
                        + " received, sent FROM colleague ORDER BY no");
                ResultSet r = read.executeQuery();
                PreparedStatement sites =
                        c.prepareStatement("SELECT site FROM colleague_site WHERE colleague = ? ORDER BY rank")) {
            while (r.next()) {
                sites.setLong(1, r.getLong(1));
                List<UUID> keys = new ArrayList<>();
                try (ResultSet s = sites.executeQuery()) {
                    while (s.next()) {
                        keys.add(Uuids.uuid(s.getBytes(1)));
                    }
                }
                found.add(new Colleague(
                        r.getLong(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getInt(5) != 0,
                        r.getString(6),
                        keys,
                        instant(r, 7),
                        instant(r, 8)));
            }
        }
        return found;
    }

    private static Instant instant(ResultSet r, int column) throws SQLException {
        return RowSql.value(r, column) instanceof Long l ? Instant.ofEpochMilli(l) : null;
    }

    static Colleague save(Connection c, Colleague colleague) throws SQLException {
        long no = colleague.no();
        String sql = no == 0
                ? "INSERT INTO colleague (name, email, public_key, verified, recipient, received, sent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING no"
                : "UPDATE colleague SET name = ?, email = ?, public_key = ?, verified = ?, recipient = ?, received = ?,"
                        + " sent = ? WHERE no = " + no + " RETURNING no";
        try (PreparedStatement put = c.prepareStatement(sql)) {
            put.setString(1, colleague.name());
            put.setString(2, colleague.email());
            put.setString(3, colleague.publicKey());
            put.setInt(4, colleague.verified() ? 1 : 0);
            put.setString(5, colleague.recipient());
            RowSql.bind(put, 6, millis(colleague.lastReceived()));
            RowSql.bind(put, 7, millis(colleague.lastSent()));
            try (ResultSet r = put.executeQuery()) {
                r.next();
                no = r.getLong(1);
            }
        }
        try (PreparedStatement clear = c.prepareStatement("DELETE FROM colleague_site WHERE colleague = ?")) {
            clear.setLong(1, no);
            clear.executeUpdate();
        }
        try (PreparedStatement put =
                c.prepareStatement("INSERT OR REPLACE INTO colleague_site (site, colleague, rank) VALUES (?, ?, ?)")) {
            int rank = 0;
            for (UUID site : colleague.sites()) {
                put.setBytes(1, Uuids.bytes(site));
                put.setLong(2, no);
                put.setInt(3, rank++);
                put.executeUpdate();
            }
        }
        return new Colleague(
                no,
                colleague.name(),
                colleague.email(),
                colleague.publicKey(),
                colleague.verified(),
                colleague.recipient(),
                colleague.sites(),
                colleague.lastReceived(),
                colleague.lastSent());
    }

    private static Long millis(Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    static void remove(Connection c, long no) throws SQLException {
        for (String sql :
                List.of("DELETE FROM colleague_site WHERE colleague = ?", "DELETE FROM colleague WHERE no = ?")) {
            try (PreparedStatement delete = c.prepareStatement(sql)) {
                delete.setLong(1, no);
                delete.executeUpdate();
            }
        }
    }
}
