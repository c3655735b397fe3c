package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table says is what is counted, and the exit status says whether a person is needed. */
class TableTruthTest {
    @TempDir
    Path folder;

    private Path workspace;

    @BeforeEach
    void make() {
        workspace = folder.resolve("w");
        assertEquals(
                Status.DONE,
                CommandLineRun.of("new", workspace, "--name", "Test").status());
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path map(String type, String rows, String more) throws IOException {
        return file(
                "map.json",
                "{\"respondent\": {\"column\": \"who\"}, \"questions\": [{\"code\": \"Q\", \"type\": \"" + type
                        + "\", \"answer\": \"a\"}], \"rows\": \"" + rows + "\"" + more + "}");
    }

    private CommandLineRun take(Path map, Object... more) {
        List<Object> args = new ArrayList<>(List.of("import", "responses"));
        args.addAll(List.of(more));
        args.addAll(List.of("--map", map, "-w", workspace, "--json"));
        return CommandLineRun.of(args.toArray());
    }

    private Map<String, Integer> counts(String question) {
        JsonNode table = CommandLineRun.of("tabulate", "-w", workspace, "--question", question, "--json")
                .json();
        Map<String, Integer> counts = new TreeMap<>();
        table.path("rows")
                .forEach(row ->
                        counts.put(row.path("value").asText(), row.path("count").asInt()));
        counts.put("base", table.path("base").asInt());
        counts.put("unclear", table.path("unclear").asInt());
        return counts;
    }

    @ParameterizedTest
    @CsvSource({"single", "multiple"})
    void signsAreValues(String type) throws IOException {
        CommandLineRun run = take(
                map(type, "respondent", ""),
                file("t.csv", "who,a\nA,C++\nB,C\nC,C#\nD,c\nE,<5\nF,>5\nG,5\nH,-1\nI,+1\nJ,1\n"));
        assertEquals(Status.DONE, run.status(), run.err());
        Map<String, Integer> counts = counts("Q");
        assertEquals(1, counts.get("C++"));
        assertEquals(2, counts.get("C"), "case folds");
        assertEquals(1, counts.get("<5"));
        assertEquals(1, counts.get("-1"));
        assertEquals(1, counts.get("+1"));
        assertEquals(10, counts.get("base"));
        assertTrue(run.json().path("remarks").toString().contains("“c”"), "what was joined is said");
    }

    @Test
    void noToAllIsAnAnswer() throws IOException {
        Path map = file("map.json", """
                {"respondent": {"column": "who"}, "rows": "respondent", "questions": [{"code": "T", "type": "multiple",
                 "ticks": [{"column": "x"}, {"column": "y"}]}, {"code": "U", "type": "yes_no", "answer": "u"}]}
                """);
        CommandLineRun run = take(
                map, file("t.csv", "who,x,y,u\nA,Yes,No,TRUE\nB,No,No,1\nC,1,TRUE,0\nD,0,FALSE,Oui\nE,,,N\nF,x,,F\n"));
        assertEquals(Status.DONE, run.status(), run.err());
        assertEquals(Map.of("x", 3, "y", 1, "base", 5, "unclear", 0), counts("T"));
        assertEquals(Map.of("yes", 3, "no", 3, "base", 6, "unclear", 0), counts("U"));
    }

    @Test
    void wordsForNoAnswerAreAskedOnceAndRemembered() throws IOException {
        Path table = file("t.csv", "who,a\nNA,yes\nB,N/A\nC,-\nD,n/a\nE,no\nF,Not applicable\n");
        CommandLineRun asked = take(map("single", "respondent", ""), table);
        assertEquals(Status.INCOMPLETE, asked.status());
        assertEquals(4, asked.json().path("tray").size(), asked.err());
        assertEquals(Map.of("yes", 1, "no", 1, "base", 2, "unclear", 0), counts("Q"));
        CommandLineRun said =
                take(map("single", "respondent", ", \"noAnswer\": [\"N/A\", \"-\"]"), table, "--survey", "second");
        assertEquals(Status.DONE, said.status(), said.err());
        JsonNode second = CommandLineRun.of("tabulate", "-w", workspace, "--survey", "second", "--json")
                .json();
        assertEquals(3, second.path("base").asInt(), "the question takes “Not applicable” for an answer now");
    }

    @Test
    void eachFileIsInOrOutByItself() throws IOException {
        Path map = map("text", "answer", "");
        Path bad = file("bad.csv", "who,b\nB,two\n");
        CommandLineRun run = take(
                map,
                file("m1.csv", "who,a\nA,one\n"),
                bad,
                file("m3.csv", "who,a\nC,three\n"),
                folder.resolve("none.csv"));
        assertEquals(Status.INCOMPLETE, run.status());
        assertEquals(4, run.json().size());
        assertEquals(1, run.json().get(0).path("new").asInt());
        assertEquals(1, run.json().get(1).path("refused").size());
        assertEquals(1, run.json().get(2).path("new").asInt());
        assertEquals(1, run.json().get(3).path("refused").size());
        assertEquals(Status.REFUSED, take(map, bad).status());
    }

    @Test
    void aTableOfNothingLeavesNothing() throws IOException {
        String before = CommandLineRun.of("history", "-w", workspace, "--json").out();
        CommandLineRun run = take(map("text", "answer", ""), file("t.csv", "who,a\nA,\nB,\n,x\n"));
        assertEquals(Status.REFUSED, run.status());
        assertEquals(3, run.json().path("refused").size());
        assertEquals(
                before, CommandLineRun.of("history", "-w", workspace, "--json").out());
        assertEquals(
                Status.REFUSED, CommandLineRun.of("tabulate", "-w", workspace).status());
    }

    @Test
    void twoFilesOfOneNameAreNotOneSurvey() throws IOException {
        Path map = map("text", "answer", "");
        Path first = file("d1/answers.csv", "who,a\nA,one\n");
        assertEquals(Status.DONE, take(map, first).status());
        assertEquals(
                Status.REFUSED,
                take(map, file("d2/answers.csv", "who,a\nA,other\n")).status());
        assertEquals(Status.DONE, take(map, first).status(), "the same file again is no question");
    }

    @Test
    void aCorrectedTableChangesAndNamesWhatIsGone() throws IOException {
        Path map = map("text", "answer", "");
        take(map, file("v1.csv", "who,a\nA,Protect migrant\nB,two\nC,three\nD,four\n"), "--survey", "S");
        CommandLineRun second =
                take(map, file("v2.csv", "who,a\nA,Protect migrants\nB,two\nC,three\nE,new\n"), "--survey", "S");
        assertEquals(1, second.json().path("changed").asInt(), second.err());
        assertEquals(1, second.json().path("new").asInt());
        assertEquals(1, second.json().path("changes").size());
        assertTrue(second.json().path("tray").toString().contains("four"), "gone, and named");
        assertEquals(Status.INCOMPLETE, second.status());
        assertEquals(5, counts("Q").get("base"));
        CommandLineRun third = take(map, folder.resolve("v2.csv"), "--survey", "S", "--gone", "remove");
        assertEquals(4, third.json().path("same").asInt());
        assertEquals(4, counts("Q").get("base"));
        JsonNode figures = CommandLineRun.of("tabulate", "-w", workspace, "--question", "Q", "--json")
                .json();
        JsonNode one = figures.isArray() ? figures.path(0) : figures;
        assertEquals(1, one.path("notReplied").asInt(-1), figures.toString());
        assertEquals(0, one.path("noAnswer").asInt(-1), figures.toString());
    }

    @Test
    void aKeyFindsTheRowWhateverItSays() throws IOException {
        Path map = map("single", "respondent", ", \"key\": \"id\"");
        take(map, file("v1.csv", "id,who,a\n1,A,yes\n2,B,no\n"), "--survey", "S");
        CommandLineRun second = take(map, file("v2.csv", "id,who,a\n2,B,yes\n1,A,\n3,C,no\n"), "--survey", "S");
        assertEquals(1, second.json().path("new").asInt(), second.err());
        assertEquals(Map.of("yes", 1, "no", 1, "base", 2, "unclear", 0), counts("Q"));
        CommandLineRun back = take(map, folder.resolve("v1.csv"), "--survey", "S");
        assertEquals(2, back.json().path("changed").asInt(), back.err());
        assertEquals(Map.of("yes", 1, "no", 2, "base", 3, "unclear", 0), counts("Q"));
    }

    @Test
    void whatIsGuessedIsSaidAndCanBeStated() throws IOException {
        Path map = map("text", "answer", "");
        Path table = folder.resolve("t.csv");
        Files.write(table, "who,a\nA,ж\n".getBytes(Charset.forName("KOI8-R")));
        CommandLineRun guessed = take(map, table);
        assertEquals(Status.REFUSED, guessed.status());
        assertTrue(guessed.err().contains("--encoding"), guessed.err());
        assertEquals(Status.DONE, take(map, table, "--encoding", "koi8-r").status());
        Path odd = file("odd.csv", "title\nwho^a\nA^x,y\n");
        assertEquals(Status.REFUSED, take(map, odd).status());
        CommandLineRun stated = take(map, odd, "--delimiter", "^", "--header-row", "2");
        assertEquals(Status.DONE, stated.status(), stated.err());
        assertEquals(Status.USAGE, take(map, odd, "--delimiter", "two").status());
        assertEquals(Status.USAGE, take(map, odd, "--header-row", "first").status());
        assertEquals(Status.REFUSED, take(map, odd, "--sheet", "Data").status());
    }

    @Test
    void aTotalRowIsNotARespondent() throws IOException {
        CommandLineRun run =
                take(map("integer", "respondent", ""), file("t.csv", "who,a,left\nA,1,z\nB,2,z\nTotal,3,z\n"));
        assertEquals(Status.INCOMPLETE, run.status());
        assertEquals(2, counts("Q").get("base"));
        assertTrue(run.json().path("remarks").toString().contains("left"), "columns not mapped are named");
    }

    /** Odd tables by script, counted by other means. */
    @Test
    void oddTablesCountRight() throws IOException {
        long seed = 7_102_017;
        Random random = new Random(seed);
        String[] values = {
            "C",
            "C++",
            "c",
            "<5",
            ">5",
            "+1",
            "-1",
            "Oui; non",
            "a \"b\"",
            "x,y",
            "Équité",
            "1/2",
            "12",
            "حق",
            "",
            "N/A",
            "50 %",
            "50"
        };
        for (int round = 0; round < 40; round++) {
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            StringBuilder text = new StringBuilder("who" + delimiter + "a" + end);
            Map<String, Integer> right = new LinkedHashMap<>();
            int base = 0;
            for (int i = 0; i < 25; i++) {
                String value = values[random.nextInt(values.length)];
                text.append("State ")
                        .append(i)
                        .append(delimiter)
                        .append('"')
                        .append(value.replace("\"", "\"\""))
                        .append('"')
                        .append(end);
                if (!value.isEmpty() && !value.equals("N/A")) {
                    base++;
                    right.merge(value.equals("c") ? "C" : value, 1, Integer::sum);
                }
            }
            String name = "odd" + round;
            Path file = folder.resolve(name + ".csv");
            Files.write(file, text.toString().getBytes(Charset.forName(round % 2 == 0 ? "UTF-8" : "UTF-16")));
            CommandLineRun run = take(map("single", "respondent", ""), file);
            String message = "seed " + seed + " round " + round + " " + run.err();
            assertFalse(run.status() == Status.REFUSED, message);
            JsonNode table = CommandLineRun.of("tabulate", "-w", workspace, "--survey", name, "--json")
                    .json();
            assertEquals(base, table.path("base").asInt(), message);
            Map<String, Integer> counted = new LinkedHashMap<>();
            table.path("rows").forEach(row -> {
                String value = row.path("value").asText();
                counted.merge(value.equals("c") ? "C" : value, row.path("count").asInt(), Integer::sum);
            });
            assertEquals(new TreeMap<>(right), new TreeMap<>(counted), message);
        }
    }
}
