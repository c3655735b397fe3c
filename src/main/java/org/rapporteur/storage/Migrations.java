package org.rapporteur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The numbered SQL files, the only source of the schema. Each runs once, in a transaction of its own. */
final class Migrations {
    private static final List<String> FILES =
            List.of("V001__workspace.sql", "V002__exchange.sql", "V003__truth.sql", "V004__hands.sql");

    private Migrations() {}

    /** Number of the newest schema that this program knows. */
    static int latest() {
        return FILES.size();
    }

    static void apply(Connection connection, int from) throws SQLException {
        apply(connection, from, FILES.size());
    }

    /** Brings a workspace from one version of the schema to a later one. */
    static void apply(Connection connection, int from, int to) throws SQLException {
        for (int version = from; version < to; version++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                try {
                    statement.executeUpdate(read(FILES.get(version)));
                    statement.execute("PRAGMA application_id = " + Database.APPLICATION_ID);
                    statement.execute("PRAGMA user_version = " + (version + 1));
                    statement.execute("COMMIT");
                } catch (SQLException e) {
                    rollback(statement);
                    throw e;
                }
            }
        }
    }

    private static void rollback(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyGone) {
            System.getLogger("storage").log(System.Logger.Level.DEBUG, "rollback had nothing to do");
        }
    }

    private static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing migration " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
