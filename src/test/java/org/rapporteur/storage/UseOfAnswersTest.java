package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.Tabulation;

/** What respondents say about the use of their answers holds, however the question is worded. */
class UseOfAnswersTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID survey;
    private UUID use;
    private UUID open;

    @BeforeEach
    void survey() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        workspace.changes().run(Label.of("test"), tx -> {
            survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "S").with("default_permission", "quote"));
            use = tx.insert(
                    SurveyKinds.QUESTION,
                    Values.of("survey", survey)
                            .with("code", "Z")
                            .with("label_en", "Which of these?")
                            .with("type", "use"));
            open = tx.insert(
                    SurveyKinds.QUESTION,
                    Values.of("survey", survey).with("code", "A").with("type", "long_text"));
            // The codes of other permissions, in another order: nothing may be guessed from them.
            choice(tx, "quote", "count_only", "a");
            choice(tx, "1", "quote", "b");
            choice(tx, "count_only", "paraphrase", "c");
            choice(tx, "9", null, "d");
        });
    }

    private void choice(org.rapporteur.core.change.Transaction tx, String code, String permission, String place) {
        tx.insert(
                SurveyKinds.CHOICE,
                Values.of("question", use)
                        .with("code", code)
                        .with("label_en", "Choice " + place)
                        .with("permission", permission)
                        .with("position", place));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private record Reply(UUID respondent, UUID said, UUID words) {}

    private Reply reply(String value, String body, String own) {
        UUID[] keys = new UUID[3];
        workspace.changes().run(Label.of("test"), tx -> {
            keys[0] = tx.insert(
                    SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "R"));
            UUID response = tx.insert(
                    SurveyKinds.RESPONSE, Values.of("respondent", keys[0]).with("survey", survey));
            Values base = Values.of("response", response)
                    .with("survey", survey)
                    .with("respondent", keys[0])
                    .with("question", use)
                    .with("value", value)
                    .with("body", body)
                    .with("doubt", value == null && body != null ? "unknown_choice" : null);
            if (value != null || body != null) {
                keys[1] = tx.insert(SurveyKinds.ANSWER, base);
            }
            keys[2] = tx.insert(
                    SurveyKinds.ANSWER,
                    Values.of("response", response)
                            .with("survey", survey)
                            .with("respondent", keys[0])
                            .with("question", open)
                            .with("body", "Words of this respondent.")
                            .with("permission", own));
        });
        return new Reply(keys[0], keys[1], keys[2]);
    }

    private Permission of(Reply reply) {
        return new SurveyAnalysis(new SurveyStoreSqlite(workspace))
                .permissions(survey, List.of(reply.words()))
                .get(reply.words());
    }

    private void beside(Reply reply, UUID question, TrayReason reason, String decision) {
        workspace.changes().run(Label.of("test"), tx -> {
            UUID response =
                    tx.find(SurveyKinds.ANSWER, reply.words()).orElseThrow().ref("response");
            tx.insert(
                    SurveyKinds.TRAY_ITEM,
                    Values.of("response", response)
                            .with("survey", survey)
                            .with("respondent", reply.respondent())
                            .with("question", question)
                            .with("reason", reason.code())
                            .with("decision", decision)
                            .with("body", "On no account quote us by name"));
        });
    }

    /** Words beside the question may take back what was ticked; what an earlier file said does not. */
    @Test
    void whatStandsBesideTheChoiceHoldsItBackUntilAPersonHasLooked() {
        for (TrayReason reason : TrayReason.values()) {
            Reply said = reply("1", null, null);
            beside(said, use, reason, "open");
            assertEquals(reason.mayAnswer() ? Permission.COUNT_ONLY : Permission.QUOTE, of(said), reason.code());
            Reply looked = reply("1", null, null);
            beside(looked, use, reason, "set_aside");
            assertEquals(Permission.QUOTE, of(looked), reason.code());
        }
    }

    /** A question of which something waits is neither answered nor left blank. */
    @Test
    void whatWaitsIsNotTakenForABlank() {
        Reply waits = reply(null, null, null);
        Reply blank = reply(null, null, null);
        beside(waits, use, TrayReason.NOT_A_TICK, "open");
        beside(blank, use, TrayReason.WITHDRAWN, "open");
        Tabulation table = new SurveyAnalysis(new SurveyStoreSqlite(workspace))
                .tabulate(survey, use, List.of(), CodingRule.ANY_CODER);
        assertEquals(0, table.base());
        assertEquals(
                List.of(waits.respondent()),
                table.waiting().stream().map(r -> r.id()).toList());
        assertEquals(1, table.noAnswer());
        assertEquals(1, table.unclearRespondents());
        assertEquals(2, table.replied());
    }

    @Test
    void theChoiceTellsAndNotItsCode() {
        assertEquals(Permission.COUNT_ONLY, of(reply("quote", null, null)));
        assertEquals(Permission.QUOTE, of(reply("1", null, null)));
        assertEquals(Permission.PARAPHRASE, of(reply("count_only", null, null)));
        assertEquals(Permission.COUNT_ONLY, of(reply("9", null, null)));
        assertEquals(Permission.COUNT_ONLY, of(reply("not of the form", null, null)));
        assertEquals(Permission.COUNT_ONLY, of(reply(null, "please do not name us", null)));
        assertEquals(Permission.QUOTE, of(reply(null, null, null)));
        assertEquals(Permission.QUOTE, of(reply("quote", null, "quote")));
        assertEquals(Permission.COUNT_ONLY, of(reply("1", null, "count_only")));
    }

    @Test
    void aCorrectionHoldsForAllAnswersAtOnceAndIsUndone() {
        Reply reply = reply("1", null, null);
        workspace.changes().run(Label.of("test"), tx -> tx.set(SurveyKinds.ANSWER, reply.said(), "value", "quote"));
        assertEquals(Permission.COUNT_ONLY, of(reply));
        assertEquals(Set.of(reply.respondent()), new SurveyStoreSqlite(workspace).countedOnly(survey));
        workspace.undo().undo();
        assertEquals(Permission.QUOTE, of(reply));
        assertEquals(Set.of(), new SurveyStoreSqlite(workspace).countedOnly(survey));
    }

    @Test
    void withoutChoicesOfItsOwnTheQuestionOffersTheThree() {
        workspace
                .changes()
                .run(
                        Label.of("test"),
                        tx -> tx.list(org.rapporteur.core.change.Query.partsOf(SurveyKinds.CHOICE, use))
                                .forEach(c -> tx.delete(SurveyKinds.CHOICE, c.id())));
        Questionnaire.Question asked = Questionnaire.read(workspace, survey)
                .orElseThrow()
                .question(use)
                .orElseThrow();
        assertEquals(
                List.of(Permission.QUOTE, Permission.PARAPHRASE, Permission.COUNT_ONLY),
                asked.choices().stream().map(Questionnaire.Choice::permission).toList());
        for (Questionnaire.Choice choice : asked.choices()) {
            assertEquals(choice.permission(), of(reply(choice.code(), null, null)));
        }
    }

    @Test
    void anOldWorkspaceKeepsWhatWasSaid() throws Exception {
        Path old = folder.resolve("old");
        OldWorkspaces.first(old, 1);
        Map<String, UUID> ids = Map.of(
                "s",
                new UUID(7, 1),
                "q",
                new UUID(7, 2),
                "o",
                new UUID(7, 3),
                "r",
                new UUID(7, 4),
                "p",
                new UUID(7, 5),
                "a",
                new UUID(7, 6),
                "b",
                new UUID(7, 7),
                "c",
                new UUID(7, 8),
                "d",
                new UUID(7, 9));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve(Workspace.DATABASE));
                Statement statement = connection.createStatement()) {
            String base = "zeroblob(16), 1, 9";
            statement.execute("INSERT INTO survey (id, scope, site, seq, title_en, default_permission) VALUES ("
                    + key(ids.get("s")) + ", " + base + ", 'S', 'quote')");
            statement.execute("INSERT INTO question (id, scope, site, seq, survey, code, type) VALUES ("
                    + key(ids.get("q")) + ", " + base + ", " + key(ids.get("s")) + ", 'Q14', 'single'), ("
                    + key(ids.get("o")) + ", " + base + ", " + key(ids.get("s")) + ", 'Q1', 'long_text')");
            statement.execute("INSERT INTO choice (id, scope, site, seq, question, code) VALUES ("
                    + key(ids.get("c")) + ", " + base + ", " + key(ids.get("q")) + ", 'count_only'), ("
                    + key(ids.get("d")) + ", " + base + ", " + key(ids.get("q")) + ", 'quote')");
            statement.execute("INSERT INTO respondent (id, scope, site, seq, survey, name) VALUES (" + key(ids.get("r"))
                    + ", " + base + ", " + key(ids.get("s")) + ", 'R')");
            statement.execute("INSERT INTO response (id, scope, site, seq, respondent, survey) VALUES ("
                    + key(ids.get("p")) + ", " + base + ", " + key(ids.get("r")) + ", " + key(ids.get("s")) + ")");
            statement.execute("INSERT INTO answer (id, scope, site, seq, response, survey, question, respondent, value,"
                    + " body, permission) VALUES ("
                    + key(ids.get("a")) + ", " + base + ", " + key(ids.get("p")) + ", " + key(ids.get("s")) + ", "
                    + key(ids.get("q")) + ", " + key(ids.get("r")) + ", 'count_only', NULL, 'count_only'), ("
                    + key(ids.get("b")) + ", " + base + ", " + key(ids.get("p")) + ", " + key(ids.get("s")) + ", "
                    + key(ids.get("o")) + ", " + key(ids.get("r")) + ", NULL, 'Words', 'count_only')");
        }
        try (Workspace opened = TestWorkspaces.open(old)) {
            Questionnaire form = Questionnaire.read(opened, ids.get("s")).orElseThrow();
            assertEquals(true, form.question(ids.get("q")).orElseThrow().asksPermission());
            assertEquals(false, form.question(ids.get("o")).orElseThrow().asksPermission());
            SurveyAnalysis analysis = new SurveyAnalysis(new SurveyStoreSqlite(opened));
            assertEquals(
                    Map.of(ids.get("b"), Permission.COUNT_ONLY),
                    analysis.permissions(ids.get("s"), List.of(ids.get("b"))));
            // The statement is the one place: corrected there, it holds for the answers.
            opened.changes().run(Label.of("test"), tx -> tx.set(SurveyKinds.ANSWER, ids.get("a"), "value", "quote"));
            assertEquals(
                    Map.of(ids.get("b"), Permission.QUOTE), analysis.permissions(ids.get("s"), List.of(ids.get("b"))));
        }
    }

    private static String key(UUID id) {
        return "x'" + java.util.HexFormat.of().formatHex(Uuids.bytes(id)) + "'";
    }
}
