package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Inbox;

/** A workspace with returned files, as earlier versions of the program left it, gives the same figures afterwards. */
class RepliesMigrationTest {
    private static final UUID SURVEY = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    @TempDir
    Path folder;

    private int seq = 10;

    private UUID id() {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0100L + seq);
    }

    private UUID insert(Connection c, String table, boolean hidden, Object... columns) throws Exception {
        StringBuilder names = new StringBuilder("id, scope, site, seq, hidden");
        StringBuilder marks = new StringBuilder("?, zeroblob(16), 1, ?, ?");
        for (int i = 0; i < columns.length; i += 2) {
            names.append(", ").append(columns[i]);
            marks.append(", ?");
        }
        UUID id = table.equals("survey") ? SURVEY : id();
        try (PreparedStatement row =
                c.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
            row.setBytes(1, Uuids.bytes(id));
            row.setInt(2, seq++);
            row.setInt(3, hidden ? 1 : 0);
            for (int i = 1; i < columns.length; i += 2) {
                Object value = columns[i] instanceof UUID key ? Uuids.bytes(key) : columns[i];
                row.setObject(3 + (i + 1) / 2, value);
            }
            row.executeUpdate();
        }
        return id;
    }

    @Test
    void figuresStayAsTheyWereAndNothingNewIsInDoubt() throws Exception {
        Path path = folder.resolve("old");
        OldWorkspaces.first(path, 1);
        Map<UUID, Map<String, Integer>> before = new TreeMap<>();
        List<UUID> respondents = new ArrayList<>();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + path.resolve(Workspace.DATABASE));
                Statement statement = c.createStatement()) {
            insert(c, "survey", false, "title_en", "Old survey");
            UUID single = insert(c, "question", false, "survey", SURVEY, "code", "Q1", "type", "single");
            UUID several = insert(c, "question", false, "survey", SURVEY, "code", "Q2", "type", "multiple");
            UUID words = insert(c, "question", false, "survey", SURVEY, "code", "Q3", "type", "long_text");
            for (String name : List.of("One file", "Two files", "By hand", "A row of a table")) {
                UUID respondent = insert(c, "respondent", false, "survey", SURVEY, "name", name);
                respondents.add(respondent);
                String channel = name.startsWith("By") ? "by_hand" : name.startsWith("A row") ? "table" : "file";
                UUID first = insert(
                        c,
                        "response",
                        false,
                        "respondent",
                        respondent,
                        "survey",
                        SURVEY,
                        "channel",
                        channel,
                        "received_on",
                        "2017-09-01");
                boolean two = name.startsWith("Two");
                Object[] of = {"survey", SURVEY, "respondent", respondent, "response", first, "question"};
                // The second file said something else: the first answer was hidden, and only the difference added.
                insert(c, "answer", two, with(of, single, "value", "a"));
                insert(c, "answer", false, with(of, several, "value", "x"));
                insert(c, "answer", two, with(of, several, "value", "y"));
                insert(c, "answer", false, with(of, words, "body", "Words of " + name));
                if (two) {
                    UUID second = insert(
                            c,
                            "response",
                            false,
                            "respondent",
                            respondent,
                            "survey",
                            SURVEY,
                            "channel",
                            "file",
                            "received_on",
                            "2017-09-08");
                    Object[] newer = {"survey", SURVEY, "respondent", respondent, "response", second, "question"};
                    insert(c, "answer", false, with(newer, single, "value", "b"));
                    insert(c, "answer", false, with(newer, several, "value", "z"));
                }
            }
            for (UUID question : List.of(single, several, words)) {
                Map<String, Integer> counts = new TreeMap<>();
                try (PreparedStatement read = c.prepareStatement("SELECT coalesce(value, body), count(*) FROM answer"
                        + " WHERE question = ? AND hidden = 0 GROUP BY 1")) {
                    read.setBytes(1, Uuids.bytes(question));
                    try (ResultSet rows = read.executeQuery()) {
                        while (rows.next()) {
                            counts.put(rows.getString(1), rows.getInt(2));
                        }
                    }
                }
                before.put(question, counts);
            }
            statement.executeUpdate("UPDATE txn SET seq_to = " + seq);
            statement.executeUpdate("UPDATE vector SET seq = " + seq);
        }
        try (Workspace workspace = Workspace.open(path, Workspace.Mode.WRITE, TestWorkspaces.surroundings())) {
            SurveyStoreSqlite store = new SurveyStoreSqlite(workspace);
            before.forEach((question, counts) -> {
                Map<String, Integer> now = new TreeMap<>();
                store.answers(question)
                        .forEach(a -> now.merge(a.value().isEmpty() ? a.body() : a.value(), 1, Integer::sum));
                assertEquals(counts, now);
            });
            for (UUID respondent : respondents.subList(0, 3)) {
                CurrentReply current = CurrentReply.of(workspace, respondent);
                assertEquals(List.of(), current.competing());
                assertEquals(List.of(), current.rivals());
            }
            assertEquals(List.of(), Inbox.of(workspace, SURVEY).items());
        }
    }

    private static Object[] with(Object[] of, Object... more) {
        Object[] all = java.util.Arrays.copyOf(of, of.length + more.length);
        System.arraycopy(more, 0, all, of.length, more.length);
        return all;
    }
}
