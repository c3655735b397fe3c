package org.rapporteur.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Version;

/**
 * After the program was updated: takes what an earlier version kept for later (fields and kinds it did not know) into
 * the tables that exist now. What does not fit stays as it is.
 */
final class Adoption {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Adoption() {}

    private record Key(String kind, UUID row) {}

    static void run(Connection c) throws SQLException {
        Set<Key> keys = new HashSet<>();
        for (String table : List.of("unknown_row", "unknown_value")) {
            try (PreparedStatement read = c.prepareStatement("SELECT DISTINCT kind FROM " + table);
                    ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    if (RowStates.kind(r.getString(1)) != null) {
                        rows(c, table, r.getString(1), keys);
                    }
                }
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        Sites sites = new Sites(c, "main.");
        try (RowStates rows = new RowStates(c, "main.", sites)) {
            for (Key key : keys) {
                adopt(c, rows, sites, RowStates.kind(key.kind()), key.row());
            }
        }
    }

    private static void rows(Connection c, String table, String kind, Set<Key> keys) throws SQLException {
        try (PreparedStatement read = c.prepareStatement("SELECT DISTINCT row, field FROM "
                + (table.equals("unknown_row") ? "(SELECT row, '' AS field, kind FROM unknown_row)" : table)
                + " WHERE kind = ?")) {
            read.setString(1, kind);
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    String field = r.getString(2);
                    if (field.isEmpty() || RowStates.kind(kind).hasColumn(field)) {
                        keys.add(new Key(kind, Uuids.uuid(r.getBytes(1))));
                    }
                }
            }
        }
    }

    private static void adopt(Connection c, RowStates rows, Sites sites, Kind kind, UUID id) throws SQLException {
        RowState state = rows.load(kind.name(), id).orElse(null);
        boolean present = state != null;
        if (!present) {
            state = unknown(c, rows, sites, kind, id);
        }
        for (Map.Entry<String, List<Version>> e : List.copyOf(state.unknown.entrySet())) {
            if (kind.hasColumn(e.getKey())) {
                List<Version> versions = new ArrayList<>();
                boolean fits = true;
                for (Version v : e.getValue()) {
                    Object value = value(kind.fieldOf(e.getKey()).type(), (String) v.value());
                    fits &= value != UNFIT;
                    versions.add(new Version(v.dot(), value));
                }
                if (fits) {
                    state.put(kind, e.getKey(), versions);
                    state.unknown.remove(e.getKey());
                }
            }
        }
        if (!present) {
            try (PreparedStatement gone = c.prepareStatement("DELETE FROM unknown_row WHERE row = ?")) {
                gone.setBytes(1, Uuids.bytes(id));
                gone.executeUpdate();
            }
            rows.remove(kind.name(), id);
        }
        rows.save(state, present);
    }

    private static RowState unknown(Connection c, RowStates rows, Sites sites, Kind kind, UUID id) throws SQLException {
        RowState state = new RowState();
        state.kind = kind.name();
        state.id = id;
        state.values = new Object[kind.columns().size()];
        try (PreparedStatement read =
                c.prepareStatement("SELECT scope, site, seq, hidden FROM unknown_row WHERE row = ?")) {
            read.setBytes(1, Uuids.bytes(id));
            try (ResultSet r = read.executeQuery()) {
                r.next();
                state.scope = Uuids.uuid(r.getBytes(1));
                state.creations.add(sites.dot(r.getInt(2), r.getLong(3)));
                state.hidden = r.getInt(4) != 0;
            }
        }
        rows.sides(state, kind);
        return state;
    }

    private static final Object UNFIT = new Object();

    private static Object value(FieldType type, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isNull()) {
                return null;
            }
            return switch (type.storage()) {
                case TEXT -> node.isTextual() ? node.textValue() : UNFIT;
                case INTEGER -> node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : UNFIT;
                case REAL -> node.isNumber() ? node.doubleValue() : UNFIT;
                case BLOB -> node.isTextual() ? UUID.fromString(node.textValue()) : UNFIT;
            };
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return UNFIT;
        }
    }
}
