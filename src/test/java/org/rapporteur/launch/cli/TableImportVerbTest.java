package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table as a survey, from the file to the figures, counted by hand here. */
class TableImportVerbTest {
    private static final String MAP = """
            {"respondent": {"column": "author", "type": {"column": null, "value": "State"}, "region": "group"},
             "questions": [{"code": "R", "label": {"en": "Recommendation"}, "type": "long_text", "answer": "text",
                            "codes": {"column": "issues", "separator": ","}, "permission": "quote"}],
             "carry": ["session"]}
            """;
    private static final String TABLE = """
            author,group,text,issues,session
            Northland,North,Ratify the convention,"Migrants,Labour",1
            Northland,North,Train border officers,Migrants,1
            Southland,South,Protect children,"Rights of the Child",2
            Eastland,,Publish the figures,Migrants,2
            """;

    @TempDir
    Path folder;

    private Path workspace;
    private Path map;

    @BeforeEach
    void make() throws IOException {
        workspace = folder.resolve("w");
        map = Files.writeString(folder.resolve("map.json"), MAP);
        assertEquals(
                Status.DONE,
                CommandLineRun.of("new", workspace, "--name", "Test").status());
    }

    private CommandLineRun importing(Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), TABLE);
        Object[] args = new Object[8 + more.length - 1];
        Object[] fixed = {"import", "responses", file, "--map", map, "-w", workspace};
        System.arraycopy(fixed, 0, args, 0, fixed.length);
        System.arraycopy(more, 0, args, fixed.length, more.length);
        return CommandLineRun.of(args);
    }

    @Test
    void figuresHaveTheirBases() throws IOException {
        CommandLineRun run = importing("--json");
        assertEquals(Status.DONE, run.status(), run.err());
        assertEquals(4, run.json().path("rows").asInt());
        assertEquals(4, run.json().path("new").asInt());
        JsonNode convergence =
                CommandLineRun.of("convergence", "-w", workspace, "--json").json();
        JsonNode migrants = null;
        for (JsonNode theme : convergence.path("themes")) {
            if (theme.path("name").asText().equals("Migrants")) {
                migrants = theme;
            }
        }
        assertTrue(migrants != null, convergence.toString());
        assertEquals(2, migrants.path("raisedBy").asInt(), "Northland twice is one respondent");
        assertEquals(3, migrants.path("mentions").asInt());
        for (JsonNode group : migrants.path("groups")) {
            switch (group.path("group").asText()) {
                case "North", "not stated" ->
                    assertEquals(1, group.path("raisedBy").asInt());
                case "South" -> assertEquals(0, group.path("raisedBy").asInt());
                default -> throw new AssertionError(group);
            }
            assertEquals(1, group.path("respondents").asInt());
        }
        JsonNode table = CommandLineRun.of("tabulate", "-w", workspace, "--by", "region", "--json")
                .json();
        assertEquals("R", table.path("question").asText());
        assertEquals(3, table.path("base").asInt());
    }

    @Test
    void tryingOutChangesNothingAndTheSameTableAgainAddsNothing() throws IOException {
        assertEquals(4, importing("--json", "--dry-run").json().path("new").asInt());
        assertEquals(
                Status.REFUSED, CommandLineRun.of("tabulate", "-w", workspace).status(), "no survey was made");
        importing();
        JsonNode again = importing("--json").json();
        assertEquals(0, again.path("new").asInt());
        assertEquals(4, again.path("same").asInt());
    }

    @Test
    void aWrongMappingIsRefusedInPlainWords() throws IOException {
        Files.writeString(map, MAP.replace("\"author\"", "\"writer\""));
        CommandLineRun column = importing();
        assertEquals(Status.REFUSED, column.status());
        assertTrue(column.err().contains("writer"), column.err());
        Files.writeString(map, "{ this is no mapping");
        CommandLineRun broken = importing();
        assertEquals(Status.REFUSED, broken.status());
        assertFalse(broken.err().contains("Exception"), broken.err());
        assertEquals(Status.USAGE, importing("--encoding", "no-such-set").status());
    }

    @Test
    void anEncodingThatIsNamedIsTaken() throws IOException {
        Charset arabic = Charset.forName("windows-1256");
        Path file = folder.resolve("arabic.csv");
        Files.write(file, "author,group,text,issues,session\nمصر,العربية,حماية العمال,العمل,1\n".getBytes(arabic));
        CommandLineRun run = CommandLineRun.of(
                "import", "responses", file, "--map", map, "-w", workspace, "--encoding", "windows-1256");
        assertEquals(Status.DONE, run.status(), run.err());
        CommandLineRun table = CommandLineRun.of("convergence", "-w", workspace, "--json");
        assertTrue(table.out().contains("العربية"), table.out());
        assertEquals(table.out(), new String(table.out().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
