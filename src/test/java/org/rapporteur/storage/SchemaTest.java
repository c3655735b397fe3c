package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.model.Model;

/** The schema of the migrations and the kinds of the domain agree. */
class SchemaTest {
    @TempDir
    Path folder;

    @Test
    void everyKindHasItsTableWithItsColumns() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            for (Kind kind : Model.kinds()) {
                Map<String, String> expected = new TreeMap<>(Map.of(
                        "id", "BLOB", "scope", "BLOB", "site", "INTEGER", "seq", "INTEGER", "hidden", "INTEGER"));
                for (Field field : kind.fields()) {
                    field.columns()
                            .forEach(c -> expected.put(c, field.type().storage().name()));
                }
                Map<String, String> actual = new TreeMap<>();
                workspace.database().read(connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet result = statement.executeQuery("PRAGMA table_info(" + kind.name() + ")")) {
                        while (result.next()) {
                            actual.put(result.getString("name"), result.getString("type"));
                        }
                    }
                    return null;
                });
                assertEquals(expected, actual, kind.name());
            }
        }
    }

    @Test
    void referencesPointToKindsThatExist() {
        for (Kind kind : Model.kinds()) {
            for (Field field : kind.fields()) {
                if (field.type() == FieldType.REF && !field.target().isEmpty()) {
                    assertEquals(field.target(), Model.kind(field.target()).name());
                }
            }
        }
    }

    @Test
    void readingThePartsOfARowUsesAnIndex() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            for (Kind kind : Model.kinds()) {
                if (kind.parent().isEmpty()) {
                    continue;
                }
                List<String> plan = new ArrayList<>();
                workspace.database().read(connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet result = statement.executeQuery("EXPLAIN QUERY PLAN SELECT * FROM " + kind.name()
                                    + " WHERE hidden = 0 AND "
                                    + kind.parent().get().name() + " = x'00'")) {
                        while (result.next()) {
                            plan.add(result.getString("detail"));
                        }
                    }
                    return null;
                });
                assertTrue(plan.getFirst().startsWith("SEARCH"), kind + ": " + plan);
            }
        }
    }
}
