package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;

/** Reads rows on one connection. */
final class RowReader {
    private RowReader() {}

    static Optional<Row> find(Connection connection, Kind kind, UUID id) throws SQLException {
        RowSql sql = RowSql.of(kind);
        try (PreparedStatement statement = connection.prepareStatement(sql.selectById())) {
            statement.setBytes(1, Uuids.bytes(id));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(sql.read(result)) : Optional.empty();
            }
        }
    }

    static void each(Connection connection, Query query, Consumer<Row> consumer) throws SQLException {
        RowSql sql = RowSql.of(query.kind());
        RowSql.Bound bound = sql.select(query);
        try (PreparedStatement statement = connection.prepareStatement(bound.sql())) {
            RowSql.bindAll(statement, bound.parameters());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    consumer.accept(sql.read(result));
                }
            }
        }
    }

    static long count(Connection connection, Query query) throws SQLException {
        RowSql.Bound bound = RowSql.of(query.kind()).count(query);
        try (PreparedStatement statement = connection.prepareStatement(bound.sql())) {
            RowSql.bindAll(statement, bound.parameters());
            try (ResultSet result = statement.executeQuery()) {
                return result.getLong(1);
            }
        }
    }
}
