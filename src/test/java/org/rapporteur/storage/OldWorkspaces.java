package org.rapporteur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Workspaces as the first version of the program left them. */
public final class OldWorkspaces {
    private OldWorkspaces() {}

    /** Makes one of the first schema with some parties, written by one site. */
    public static void first(Path folder, int parties) throws IOException, SQLException {
        Files.createDirectories(folder);
        String schema;
        try (InputStream in = Migrations.class.getResourceAsStream("V001__workspace.sql")) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Workspace.DATABASE));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("BEGIN");
            statement.executeUpdate(schema);
            statement.execute("PRAGMA application_id = " + Database.APPLICATION_ID);
            statement.execute("PRAGMA user_version = 1");
            statement.execute("INSERT INTO meta (name, value) VALUES ('workspace', '" + UUID.randomUUID()
                    + "'), ('name', 'Old'), ('site', '1')");
            try (PreparedStatement site = connection.prepareStatement(
                    "INSERT INTO site (no, uuid, author, first_seen) VALUES (1, ?, 'A', 0)")) {
                site.setBytes(1, Uuids.bytes(UUID.randomUUID()));
                site.executeUpdate();
            }
            try (PreparedStatement row = connection.prepareStatement(
                    "INSERT INTO party (id, scope, site, seq, name_en) VALUES (?, zeroblob(16), 1, ?, 'P')")) {
                for (int i = 1; i <= parties; i++) {
                    row.setBytes(1, Uuids.bytes(UUID.randomUUID()));
                    row.setInt(2, i);
                    row.executeUpdate();
                }
            }
            statement.execute("INSERT INTO txn (site, seq_from, seq_to, at, label) VALUES (1, 1, " + parties
                    + ", 0, 'step.add')");
            statement.execute("INSERT INTO vector (scope, site, seq) VALUES (zeroblob(16), 1, " + parties + ")");
            statement.execute("COMMIT");
        }
    }
}
