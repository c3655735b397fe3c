package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.CanonicalText;
import org.rapporteur.core.recommendation.Seal;

/** Workspaces of before the record of adoption open with it, and every machine makes the same of the same. */
class AdoptionMigrationTest {
    private static final UUID SEALED = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final UUID STATED = UUID.fromString("0190a000-0000-8000-8000-000000000002");
    private static final UUID FIRST = UUID.fromString("0190a000-0000-7000-8000-000000000003");
    private static final UUID OLD = UUID.fromString("0190a000-0000-7000-8000-000000000004");
    private static final UUID TODAY = UUID.fromString("0190a000-0000-7000-8000-000000000005");

    @TempDir
    Path folder;

    private Path old(String name) throws Exception {
        Path path = folder.resolve(name);
        OldWorkspaces.first(path, 3);
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + path.resolve(Workspace.DATABASE));
                Statement statement = c.createStatement()) {
            try (PreparedStatement row = c.prepareStatement("INSERT INTO recommendation (id, scope, site, seq, number,"
                    + " status, adopted_on, frozen_hash, frozen_version, position) VALUES"
                    + " (?, zeroblob(16), 1, 4, '1', ?, '2017-10-11', ?, ?, 'a')")) {
                row.setBytes(1, Uuids.bytes(SEALED));
                row.setString(2, "draft");
                row.setString(3, CanonicalText.hash(Map.of("en", "Share data.")));
                row.setBytes(4, Uuids.bytes(FIRST));
                row.executeUpdate();
                row.setBytes(1, Uuids.bytes(STATED));
                row.setString(2, "adopted");
                row.setString(3, null);
                row.setBytes(4, null);
                row.executeUpdate();
            }
            try (PreparedStatement row = c.prepareStatement("INSERT INTO version (id, scope, site, seq, recommendation,"
                    + " label, body_en, made_on, position) VALUES (?, zeroblob(16), 1, 5, ?, ?, ?, ?, ?)")) {
                version(row, FIRST, SEALED, "Final", "Share data.", "2017-10-10", "a");
                version(row, OLD, STATED, "Rev. 1", "As in 2017.", "2017-10-10", "a");
                version(row, TODAY, STATED, "Rev. 2", "As of today.", "2026-11-30", "b");
            }
            statement.executeUpdate("INSERT INTO field_version (row, field, kind, scope, site, seq) VALUES (x'"
                    + SEALED.toString().replace("-", "") + "', 'frozen_hash', 'recommendation', zeroblob(16), 1, 9)");
            statement.executeUpdate("UPDATE txn SET seq_to = 20");
            statement.executeUpdate("UPDATE vector SET seq = 20");
        }
        return path;
    }

    private static void version(
            PreparedStatement row, UUID id, UUID of, String label, String body, String made, String position)
            throws Exception {
        row.setBytes(1, Uuids.bytes(id));
        row.setBytes(2, Uuids.bytes(of));
        row.setString(3, label);
        row.setString(4, body);
        row.setString(5, made);
        row.setString(6, position);
        row.executeUpdate();
    }

    @Test
    void whatWasAdoptedHasItsRecordAfterwards() throws Exception {
        try (Workspace workspace = TestWorkspaces.open(old("w"))) {
            Adoptions sealed = of(workspace, SEALED);
            assertEquals(Seal.UNALTERED, sealed.seal());
            assertEquals("adopted", sealed.status());
            assertEquals(
                    LocalDate.of(2017, 10, 11), sealed.first().orElseThrow().day());
            assertEquals("Share data.", sealed.current().orElseThrow().text("body", "en"));
            Adoptions stated = of(workspace, STATED);
            assertEquals(Seal.UNSEALED, stated.seal());
            // A revision of today is not what was adopted in 2017.
            assertEquals("As in 2017.", stated.current().orElseThrow().text("body", "en"));
            assertThrows(
                    Problem.class,
                    () -> workspace
                            .changes()
                            .run(Label.of("step.edit"), tx -> tx.set(VERSION, FIRST, "body_en", "Share more.")));
        }
    }

    @Test
    void twoMachinesMakeTheSameOfTheSame() throws Exception {
        try (Workspace one = TestWorkspaces.open(old("one"));
                Workspace two = TestWorkspaces.open(old("two"))) {
            assertEquals(one.list(Query.of(ADOPTION)), two.list(Query.of(ADOPTION)));
            assertEquals(2, one.count(Query.of(ADOPTION)));
        }
    }

    private static Adoptions of(Workspace workspace, UUID id) {
        Row row = workspace.find(RECOMMENDATION, id).orElseThrow();
        return Adoptions.of(workspace, row);
    }
}
