package org.rapporteur.forms.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.forms.table.TableReader;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class TableImportTest {
    private static final String MAP = """
            {"respondent": {"column": "State", "type": {"value": "State"}, "region": "Group"},
             "questions": [{"code": "R", "label": {"en": "Proposal"}, "type": "long_text", "answer": "Text",
               "codes": {"column": "Themes", "separator": ","}, "permission": "quote"}],
             "carry": ["Response"]}
            """;
    private static final List<String> TABLE = List.of(
            "State,Group,Text,Themes,Response",
            "Ruritania,North,\"Protect, \"\"now\"\"\",\"Data,Return\",Accepted",
            "Ruritania,North,Share figures,Data,Noted",
            "Ruritania,North,Share figures,Data,Accepted",
            "Freedonia,South,Share figures,\"data , Labour,\",Accepted",
            ",South,Nobody says this,Data,Noted",
            "Freedonia,South,,Data,Noted",
            "Ruritania,South,=Cooperate,,Noted");

    private final Messages messages = new Messages(Language.EN);
    private Workspace workspace;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private TableReport take(Path file, String map) {
        return new TableImport(workspace.changes(), messages::text)
                .run(
                        file,
                        TableOptions.DETECT,
                        MappingJson.read(map, "map.json"),
                        TableImport.Target.named("proposals"),
                        ImportProgress.NONE);
    }

    private long count(org.rapporteur.core.change.Kind kind) {
        return workspace.count(Query.of(kind));
    }

    @Test
    void oneRespondentGivesManyAnswersWithThemes() throws IOException {
        TableReport report = take(file("a.csv", TABLE), MAP);
        assertEquals(7, report.rows());
        assertEquals(5, report.added());
        assertEquals(2, report.refused());
        assertEquals(
                List.of("6 forms.table.noRespondent", "7 forms.table.noAnswer"),
                report.refusals().stream()
                        .map(r -> r.row() + " " + r.reason().key())
                        .toList());
        assertEquals(1, report.notices().size());
        assertEquals(8, report.notices().get(0).row());
        assertEquals("forms.table.otherRegion", report.notices().get(0).reason().key());
        assertEquals(2, count(SurveyKinds.RESPONDENT));
        assertEquals(5, count(SurveyKinds.ANSWER));
        assertEquals(3, count(SurveyKinds.CODE));
        assertEquals(6, count(SurveyKinds.CODING));
        Row ruritania = workspace
                .list(Query.of(SurveyKinds.RESPONDENT).where("name", "Ruritania"))
                .get(0);
        assertEquals("North", ruritania.text("region"));
        assertEquals("State", ruritania.text("type"));
        List<Row> answers = workspace.list(Query.of(SurveyKinds.ANSWER).where("respondent", ruritania.id()));
        assertTrue(answers.stream().anyMatch(a -> a.text("body").equals("Protect, \"now\"")));
        assertTrue(answers.stream().anyMatch(a -> a.text("body").equals("=Cooperate")));
        assertTrue(answers.stream().allMatch(a -> a.text("permission").equals("quote")));
        assertTrue(answers.stream().anyMatch(a -> a.text("source_cell").equals("C2")));
        assertEquals(
                List.of("{\"Response\":\"Accepted\"}", "{\"Response\":\"Noted\"}"),
                workspace.list(Query.of(SurveyKinds.RESPONSE)).stream()
                        .map(r -> r.text("carried"))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void theSameTableAgainAddsNothingInWhateverOrder() throws IOException {
        take(file("a.csv", TABLE), MAP);
        List<String> other = new ArrayList<>(TABLE.subList(1, TABLE.size()));
        Collections.shuffle(other, new Random(4));
        // Two rows with the same words differ in what they carry; they keep their order here.
        other.removeIf(line -> line.startsWith("Ruritania,North,Share"));
        other.add(TABLE.get(2));
        other.add(TABLE.get(3));
        other.add(0, TABLE.get(0));
        TableReport again = take(file("b.csv", other), MAP);
        assertEquals(0, again.added());
        assertEquals(0, again.changed());
        assertEquals(5, again.same());
        assertEquals(5, count(SurveyKinds.ANSWER));
        assertEquals(6, count(SurveyKinds.CODING));
    }

    @Test
    void anUndoneImportComesBackWholeAndWhatAPersonChangedStands() throws IOException {
        Path file = file("a.csv", TABLE);
        take(file, MAP);
        workspace.undo().undo();
        assertEquals(0, count(SurveyKinds.ANSWER));
        assertEquals(0, count(SurveyKinds.SURVEY));
        assertEquals(5, take(file, MAP).added());
        assertEquals(6, count(SurveyKinds.CODING));
        Row answer = workspace.list(Query.of(SurveyKinds.ANSWER)).get(0);
        workspace.changes().run(Label.of("step.edit", "a"), tx -> {
            tx.set(SurveyKinds.ANSWER, answer.id(), "body", "Corrected");
            Row coding = tx.list(Query.of(SurveyKinds.CODING)).get(0);
            tx.delete(SurveyKinds.CODING, coding.id());
        });
        TableReport again = take(file, MAP);
        assertEquals(5, again.same());
        assertEquals(
                "Corrected",
                workspace.find(SurveyKinds.ANSWER, answer.id()).orElseThrow().text("body"));
        assertEquals(5, count(SurveyKinds.CODING));
    }

    @Test
    void newThemesAndReplacedOnesAreChanges() throws IOException {
        take(file("a.csv", TABLE), MAP);
        List<String> newer = new ArrayList<>(TABLE);
        newer.set(1, "Ruritania,North,\"Protect, \"\"now\"\"\",\"Data,Skills\",Noted");
        TableReport report = take(file("a.csv", newer), MAP);
        assertEquals(1, report.changed());
        assertEquals(4, report.same());
        assertEquals(6, count(SurveyKinds.CODING));
        assertEquals(4, count(SurveyKinds.CODE));
    }

    @Test
    void previewAndCancelLeaveNothingBehind() throws IOException {
        List<String> many = new ArrayList<>(List.of(TABLE.get(0)));
        for (int i = 0; i < 2_000; i++) {
            many.add("State " + i % 50 + ",North,Words number " + i + ",Data,Noted");
        }
        Path file = file("many.csv", many);
        TableImport imports = new TableImport(workspace.changes(), messages::text);
        Mapping mapping = MappingJson.read(MAP, "map.json");
        TableImport.Target target = TableImport.Target.named("many");
        TableReport preview = imports.preview(file, TableOptions.DETECT, mapping, target, ImportProgress.NONE);
        assertEquals(2_000, preview.added());
        assertEquals(50, preview.respondents());
        assertEquals(0, count(SurveyKinds.SURVEY));
        assertThrows(
                CancellationException.class,
                () -> imports.run(file, TableOptions.DETECT, mapping, target, rows -> rows < 1_000));
        assertEquals(0, count(SurveyKinds.SURVEY));
        assertEquals(0, count(SurveyKinds.ANSWER));
        assertEquals(preview, imports.run(file, TableOptions.DETECT, mapping, target, ImportProgress.NONE));
        assertEquals(2_000, count(SurveyKinds.ANSWER));
    }

    @Test
    void wideTablesHaveOneRespondentARow() throws IOException {
        String map = """
                {"respondent": {"column": "Name"}, "language": "fr",
                 "questions": [
                   {"code": "A", "type": "single", "answer": "a"},
                   {"code": "B", "type": "integer", "answer": "b"},
                   {"code": "C", "type": "multiple", "answer": "c", "separator": ";"},
                   {"code": "D", "type": "multiple", "ticks": [
                      {"column": "d1", "choice": "one", "label": "Un"}, {"column": "d2", "choice": "two"}]},
                   {"code": "E", "type": "yes_no", "answer": "e"},
                   {"code": "F", "type": "scale", "answer": "f"},
                   {"code": "G", "type": "date", "answer": "g"}]}
                """;
        Path file = file(
                "wide.csv",
                List.of(
                        "Name;a;b;c;d1;d2;e;f;g",
                        "Un;rouge;12;\"x;y\";oui;non;oui;1 (jamais);2017-11-21",
                        "Deux;Rouge;environ 12;x;;x;non;5 (toujours);3/4/2017",
                        "Un;vert;1;;;;;;"));
        TableReport report = take(file, map);
        assertEquals(2, report.added());
        assertEquals(
                "forms.table.respondentTwice", report.refusals().get(0).reason().key());
        String all = workspace.list(Query.of(SurveyKinds.ANSWER)).stream()
                .map(a -> code(a.ref("question")) + "=" + a.text("value") + "/" + a.text("doubt"))
                .sorted()
                .collect(Collectors.joining(" "));
        assertEquals(
                "A=rouge/ A=rouge/ B=/approximate B=12/ C=x/ C=x/ C=y/ D=one/ D=two/ E=no/ E=yes/ F=1/ F=5/"
                        + " G=/not_a_date G=2017-11-21/",
                all);
        // A corrected table replaces the answer and keeps the old one out of sight.
        Path newer = file("wide.csv", List.of("Name;a;b;c;d1;d2;e;f;g", "Deux;vert;14;x;;x;non;5 (toujours);3/4/2017"));
        assertEquals(1, take(newer, map).changed());
        assertEquals(15, count(SurveyKinds.ANSWER));
    }

    @Test
    void stepsOfAScaleStandInTheirOrder() throws IOException {
        String map = """
                {"respondent": {"column": "n"}, "rows": "respondent",
                 "questions": [{"code": "S", "type": "scale", "answer": "s"}]}
                """;
        take(file("s.csv", List.of("n,s", "a,4", "b,10 (Always)", "c,1 (Never)", "d,2")), map);
        UUID question = workspace.list(Query.of(SurveyKinds.QUESTION)).get(0).id();
        assertEquals(
                List.of("1 Never", "2 2", "4 4", "10 Always"),
                workspace.list(Query.partsOf(SurveyKinds.CHOICE, question)).stream()
                        .map(c -> c.text("code") + " " + c.text("label_en"))
                        .toList());
    }

    private String code(UUID question) {
        return workspace.find(SurveyKinds.QUESTION, question).orElseThrow().text("code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|MAP-01|forms.map.notJson",
                "{} x|MAP-01|forms.map.notJson",
                "[]|MAP-03|forms.map.notObject",
                "{\"questions\": []}|MAP-02|forms.map.missing",
                "{\"respondent\": {\"column\": \"a\"}, \"questions\": [], \"carrry\": []}|MAP-03|forms.map.unknown",
                "{\"respondent\": {\"column\": 3}, \"questions\": [{\"code\":\"A\",\"type\":\"text\",\"answer\":\"a\"}]}|MAP-03|forms.map.notText",
                "{\"respondent\": {\"column\": \"a\"}, \"questions\": [{\"code\":\"A\",\"type\":\"essay\",\"answer\":\"a\"}]}|MAP-03|forms.map.notOneOf",
                "{\"respondent\": {\"column\": \"a\"}, \"questions\": [{\"code\":\"A\",\"type\":\"text\"}]}|MAP-02|forms.map.missing",
                "{\"respondent\": {\"column\": \"a\"}, \"questions\": {}}|MAP-03|forms.map.notList"
            })
    void mappingsAreReadStrictly(String json, String code, String reason) {
        Problem problem = assertThrows(Problem.class, () -> MappingJson.read(json, "m.json"));
        assertEquals(code, problem.code());
        assertEquals(reason, problem.what().key());
        assertTrue(messages.text(problem.what()).contains("m.json"));
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
        Path file = file("a.csv", List.of("Country,Text", "A,b"));
        Problem problem = assertThrows(Problem.class, () -> take(file, MAP));
        assertEquals("MAP-04", problem.code());
        assertEquals(List.of("a.csv", "State", "Country, Text"), problem.what().args());
        assertEquals(0, count(SurveyKinds.SURVEY));
    }

    @Test
    void whoAnswersIsFoundUnderTheNamesThatSecretariatsUse() throws IOException {
        for (String head : List.of("Party", "Partie", "État", "Gobierno", "الطرف", "政府", "Сторона", "Государство")) {
            Path file = file("who.csv", List.of(head + ",Works?", "Latvia,Yes", "Ghana,No", "Jordan,Yes"));
            Mapping mapping = MappingProposal.of(TableReader.preview(file, TableOptions.DETECT, 100))
                    .orElseThrow();
            assertEquals(1, mapping.questions().size(), head);
        }
    }

    @Test
    void aMappingIsProposedForResultsOfLimeSurvey() throws IOException {
        Path file = file(
                "results.csv",
                List.of(
                        ",\"q1. Where do you work?\",\"q2[a]. Tools [Hammer]\",\"q2[b]. Tools [Saw]\",\"q2[other]. Tools [Other]\",\"q3. Years\",\"q4. Why?\",ipaddr",
                        "0,North,Yes,No,,2.0,\"Because of the long way\",10.0.0.1",
                        "1,South,No,Yes,Rope,4.0,\"We always did\",10.0.0.2",
                        "2,North,Yes,Yes,,15.0,,10.0.0.3",
                        "3,North,No,No,,3.0,\"It seemed right\",10.0.0.4"));
        Mapping mapping = MappingProposal.of(TableReader.preview(file, TableOptions.DETECT, 100))
                .orElseThrow();
        assertEquals(
                "q1 single, q2 multiple, q2[other] text, q3 integer, q4 text",
                mapping.questions().stream()
                        .map(q -> q.code() + " " + q.type().code())
                        .collect(Collectors.joining(", ")));
        TableReport report = new TableImport(workspace.changes(), messages::text)
                .run(file, TableOptions.DETECT, mapping, TableImport.Target.named("lime"), ImportProgress.NONE);
        assertEquals(4, report.added());
        assertEquals(0, report.refused());
        assertEquals(
                List.of("Hammer", "Saw"),
                workspace.list(Query.of(SurveyKinds.CHOICE)).stream()
                        .filter(c -> !c.text("code").equals("North")
                                && !c.text("code").equals("South"))
                        .map(c -> c.text("label_en"))
                        .sorted()
                        .toList());
    }
}
