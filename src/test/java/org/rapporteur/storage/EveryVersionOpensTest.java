package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;

/** A workspace of each earlier version of the schema opens, holds what it held, and is like a new one afterwards. */
class EveryVersionOpensTest {
    @TempDir
    Path folder;

    static IntStream earlier() {
        return IntStream.range(1, Migrations.latest());
    }

    @Test
    void thereAreEarlierVersions() {
        assertTrue(earlier().count() >= 3);
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void opens(int version) throws Exception {
        Path old = folder.resolve("old");
        OldWorkspaces.first(old, 3);
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + old.resolve(Workspace.DATABASE))) {
            Migrations.apply(c, 1, version);
        }
        try (Workspace workspace = TestWorkspaces.open(old)) {
            assertEquals(3, workspace.count(Query.of(PartyKinds.PARTY)));
            workspace
                    .changes()
                    .run(
                            Label.of("step.add"),
                            tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Written after the change")));
        }
        Path fresh = folder.resolve("fresh");
        TestWorkspaces.create(fresh).close();
        assertEquals(columns(fresh), columns(old));
    }

    /** The columns of every table; their order in a table may differ, and nothing depends on it. */
    private static Map<String, String> columns(Path workspace) throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve(Workspace.DATABASE));
                Statement statement = c.createStatement();
                ResultSet rows = statement.executeQuery("SELECT m.name, p.name, p.type FROM sqlite_schema m,"
                        + " pragma_table_info(m.name) p WHERE m.type = 'table'")) {
            Map<String, TreeSet<String>> tables = new TreeMap<>();
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), k -> new TreeSet<>())
                        .add(rows.getString(2) + " " + rows.getString(3));
            }
            tables.forEach((table, columns) -> found.put(table, columns.toString()));
        }
        return found;
    }
}
