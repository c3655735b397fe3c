package org.rapporteur.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;

/**
 * SQL over the table of one kind. Names of tables and columns come from {@link Kind} alone, values are always bound.
 */
final class RowSql {
    private static final Map<Kind, RowSql> CACHE = new ConcurrentHashMap<>();

    private final Kind kind;
    private final String columns;

    private RowSql(Kind kind) {
        this.kind = kind;
        this.columns = "id, scope, hidden, " + String.join(", ", kind.columns());
    }

    static RowSql of(Kind kind) {
        return CACHE.computeIfAbsent(kind, RowSql::new);
    }

    /** Adds a row with these columns unless its key is there: key, scope, site, number, then the columns in order. */
    String insert(List<String> given) {
        StringBuilder sql =
                new StringBuilder("INSERT OR IGNORE INTO ").append(kind.name()).append(" (id, scope, site, seq");
        given.forEach(column -> sql.append(", ").append(column));
        return sql.append(") VALUES (?, ?, ?, ?")
                .append(", ?".repeat(given.size()))
                .append(")")
                .toString();
    }

    String selectById() {
        return "SELECT " + columns + " FROM " + kind.name() + " WHERE id = ?";
    }

    /** Rows added by one site within a range of its numbers, lowest first; the number is the last column. */
    String selectCreated() {
        return "SELECT " + columns + ", seq FROM " + kind.name()
                + " WHERE site = ? AND seq BETWEEN ? AND ? ORDER BY site, seq LIMIT ?";
    }

    /** A query as SQL with its parameters. */
    record Bound(String sql, List<Object> parameters) {}

    Bound select(Query query) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT ").append(columns).append(where(query, parameters));
        String separator = " ORDER BY ";
        for (Query.Order order : query.orders()) {
            sql.append(separator).append(order.column()).append(order.descending() ? " DESC" : "");
            separator = ", ";
        }
        // Ties are broken by key, so that the order is the same on every site.
        sql.append(separator).append("id");
        if (query.limit() != Integer.MAX_VALUE || query.offset() != 0) {
            sql.append(" LIMIT ").append(query.limit()).append(" OFFSET ").append(query.offset());
        }
        return new Bound(sql.toString(), parameters);
    }

    Bound count(Query query) {
        List<Object> parameters = new ArrayList<>();
        return new Bound("SELECT count(*)" + where(query, parameters), parameters);
    }

    private String where(Query query, List<Object> parameters) {
        StringBuilder sql = new StringBuilder(" FROM ").append(kind.name()).append(" WHERE ");
        sql.append(query.deletedToo() ? "1" : "hidden = 0");
        for (Query.Condition condition : query.conditions()) {
            sql.append(" AND ").append(condition.column());
            Object value = condition.value();
            if (value == null) {
                sql.append(" IS NULL");
            } else if (value instanceof Collection<?> many) {
                sql.append(" IN (")
                        .append(String.join(", ", Collections.nCopies(many.size(), "?")))
                        .append(")");
                parameters.addAll(many);
            } else {
                sql.append(" = ?");
                parameters.add(value);
            }
        }
        return sql.toString();
    }

    Row read(ResultSet result) throws SQLException {
        int count = kind.columns().size();
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(result, i + 4);
        }
        return new Row(
                kind, Uuids.uuid(result.getBytes(1)), Uuids.uuid(result.getBytes(2)), result.getInt(3) != 0, values);
    }

    /** A stored value: String, Long, Double, UUID or null. */
    static Object value(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Integer i) {
            return (long) i;
        }
        if (value instanceof byte[] bytes) {
            return Uuids.uuid(bytes);
        }
        return value;
    }

    static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof UUID uuid) {
            statement.setBytes(index, Uuids.bytes(uuid));
        } else if (value instanceof String s) {
            statement.setString(index, s);
        } else if (value instanceof Long l) {
            statement.setLong(index, l);
        } else if (value instanceof Integer i) {
            statement.setInt(index, i);
        } else if (value instanceof Double d) {
            statement.setDouble(index, d);
        } else if (value instanceof Boolean b) {
            statement.setInt(index, b ? 1 : 0);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            throw new IllegalArgumentException("cannot store " + value.getClass());
        }
    }

    static void bindAll(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }
}
