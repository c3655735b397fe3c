package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a workspace is sound: SQLite's integrity, references within aggregates, files present and unaltered. */
public final class Check {

    /**
     * @param what key of what is wrong: "integrity", "reference", "file_missing_or_altered"
     * @param where table and row, or hash of the file, or SQLite's own words
     */
    public record Finding(String what, String where) {}

    private Check() {}

    static List<Finding> run(Database database, Blobs blobs) {
        return database.read(connection -> {
            List<Finding> found = new ArrayList<>();
            try {
                integrity(connection, found);
                references(connection, found);
                for (String hash : hashes(connection)) {
                    if (!blobs.sound(hash)) {
                        found.add(new Finding("file_missing_or_altered", hash));
                    }
                }
            } catch (SQLException e) {
                // In a damaged file not everything can be looked at; what was found so far is worth telling.
                if (found.isEmpty()) {
                    throw e;
                }
            }
            return found;
        });
    }

    private static void integrity(Connection connection, List<Finding> found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check(100)")) {
            while (result.next()) {
                String word = result.getString(1);
                if (!word.equals("ok")) {
                    found.add(new Finding("integrity", word));
                }
            }
        }
    }

    private static void references(Connection connection, List<Finding> found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (result.next() && found.size() < 1000) {
                found.add(new Finding("reference", result.getString(1) + " " + result.getLong(2)));
            }
        }
    }

    private static List<String> hashes(Connection connection) throws SQLException {
        List<String> hashes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT hash FROM blob ORDER BY hash")) {
            while (result.next()) {
                hashes.add(result.getString(1));
            }
        }
        return hashes;
    }
}
