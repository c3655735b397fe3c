package org.rapporteur.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Uuids;
import org.rapporteur.storage.Workspace;

/** The write path against plain JDBC, and opening a large workspace. Median of five runs after one to warm up. */
@Tag("bench")
class StoreBench {
    static final int ANSWERS = 100_000;
    private static final int QUESTIONS = 100;
    private static final int RUNS = 5;
    private static final String[] WORDS =
            ("migration protection consular recruitment return reintegration data border visa diaspora remittances skills"
                            + " rights children women regional cooperation dialogue capacity training health labour")
                    .split(" ");

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        Table.print();
    }

    /** An answer as both sides write it: the same values, made before the clock starts. */
    private record Made(UUID id, UUID response, UUID question, UUID respondent, String value, String body) {}

    static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    @Test
    void bulkInsert() throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            double a = insertOurs(folder.resolve("ours" + run), run);
            double b = insertPlain(folder.resolve("plain" + run + ".db"), run);
            if (run > 0) {
                ours.add(a);
                plain.add(b);
            }
        }
        Table.row(
                "insert 100,000 answers through the write path",
                Table.millis(median(ours)),
                "plain JDBC inserts of the same values into the same columns, keys and indexes: "
                        + Table.millis(median(plain)),
                Table.ratio(median(ours), median(plain)),
                "1.5");
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    static double insertOurs(Path place, int seed) {
        try (Workspace workspace =
                Workspace.create(place, "bench", TestWorkspaces.surroundings(Clock.systemUTC(), seed))) {
            UUID survey = survey(workspace);
            List<Made> made = made(workspace, survey, seed);
            long start = System.nanoTime();
            workspace.changes().run(Label.of("bench"), tx -> {
                for (Made m : made) {
                    tx.insert(
                            SurveyKinds.ANSWER,
                            m.id(),
                            survey,
                            Values.of("response", m.response())
                                    .with("survey", survey)
                                    .with("question", m.question())
                                    .with("respondent", m.respondent())
                                    .with("value", m.value())
                                    .with("body", m.body())
                                    .with("language", "en")
                                    .with("permission", "quote"));
                }
            });
            return System.nanoTime() - start;
        }
    }

    static UUID survey(Workspace workspace) {
        return workspace
                .changes()
                .write(Label.of("bench"), tx -> tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Bench")));
    }

    /** Questions, respondents and responses are there; the answers are only made. */
    private static List<Made> made(Workspace workspace, UUID survey, int seed) {
        Random random = new Random(seed);
        Ids ids = new Ids(Clock.systemUTC(), random);
        List<Made> made = new ArrayList<>(ANSWERS);
        List<UUID> questions = new ArrayList<>();
        workspace.changes().run(Label.of("bench"), tx -> {
            for (int q = 0; q < QUESTIONS; q++) {
                questions.add(tx.insert(
                        SurveyKinds.QUESTION,
                        Values.of("survey", survey).with("code", "Q" + q).with("label_en", "Question " + q)));
            }
            for (int r = 0; r < ANSWERS / QUESTIONS; r++) {
                UUID respondent = tx.insert(
                        SurveyKinds.RESPONDENT,
                        Values.of("survey", survey).with("name", "R" + r).with("region", "G" + r % 6));
                UUID response = tx.insert(
                        SurveyKinds.RESPONSE,
                        Values.of("respondent", respondent).with("survey", survey));
                for (UUID question : questions) {
                    made.add(new Made(
                            ids.next(), response, question, respondent, "c" + random.nextInt(5), words(random, 12)));
                }
            }
        });
        return made;
    }

    private static double insertPlain(Path file, int seed) throws Exception {
        Random random = new Random(seed);
        Ids ids = new Ids(Clock.systemUTC(), random);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("CREATE TABLE response (id BLOB NOT NULL PRIMARY KEY) STRICT");
            statement.execute(
                    "CREATE TABLE answer (id BLOB NOT NULL PRIMARY KEY, response BLOB REFERENCES response (id),"
                            + " survey BLOB, question BLOB, respondent BLOB, value TEXT, body TEXT, language TEXT,"
                            + " permission TEXT, doubt TEXT, source_sheet TEXT, source_cell TEXT, paraphrase TEXT) STRICT");
            statement.execute("CREATE INDEX answer_response ON answer (response)");
            statement.execute("CREATE INDEX answer_question ON answer (question, respondent)");
            UUID survey = ids.next();
            List<UUID> questions = new ArrayList<>();
            for (int q = 0; q < QUESTIONS; q++) {
                questions.add(ids.next());
            }
            List<Made> made = new ArrayList<>(ANSWERS);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO response (id) VALUES (?)")) {
                for (int r = 0; r < ANSWERS / QUESTIONS; r++) {
                    UUID response = ids.next();
                    UUID respondent = ids.next();
                    insert.setBytes(1, Uuids.bytes(response));
                    insert.executeUpdate();
                    for (UUID question : questions) {
                        made.add(new Made(
                                ids.next(),
                                response,
                                question,
                                respondent,
                                "c" + random.nextInt(5),
                                words(random, 12)));
                    }
                }
            }
            connection.commit();
            long start = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO answer (id, response, survey, question, respondent, value, body, language, permission)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Made m : made) {
                    insert.setBytes(1, Uuids.bytes(m.id()));
                    insert.setBytes(2, Uuids.bytes(m.response()));
                    insert.setBytes(3, Uuids.bytes(survey));
                    insert.setBytes(4, Uuids.bytes(m.question()));
                    insert.setBytes(5, Uuids.bytes(m.respondent()));
                    insert.setString(6, m.value());
                    insert.setString(7, m.body());
                    insert.setString(8, "en");
                    insert.setString(9, "quote");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            return System.nanoTime() - start;
        }
    }

    @Test
    void openingALargeWorkspace() {
        Path place = folder.resolve("large");
        insertOurs(place, 3);
        List<Double> times = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            long start = System.nanoTime();
            try (Workspace workspace = TestWorkspaces.open(place)) {
                workspace.list(Query.of(SurveyKinds.SURVEY));
                workspace.list(Query.of(SurveyKinds.RESPONDENT).page(50, 0));
                double time = System.nanoTime() - start;
                if (run > 0) {
                    times.add(time);
                }
            }
        }
        Table.row(
                "open a workspace of 100,000 answers and read a first page",
                Table.millis(median(times)),
                "",
                "",
                "1 s");
    }
}
