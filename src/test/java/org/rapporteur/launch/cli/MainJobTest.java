package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** The main job, from questionnaires to documents, once from start to end; then what came of it, from outside. */
class MainJobTest {
    @TempDir
    static Path folder;

    private static CommandLineRun demo;
    private static Path workspace;

    @BeforeAll
    static void run() {
        demo = CommandLineRun.of("demo", folder.resolve("demo"));
        workspace = folder.resolve("demo/workspace");
    }

    private static String words(Path docx) throws IOException {
        StringBuilder words = new StringBuilder();
        try (InputStream in = Files.newInputStream(docx);
                XWPFDocument document = new XWPFDocument(in)) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    words.append(paragraph.getText()).append('\n');
                } else if (element instanceof XWPFTable table) {
                    words.append(table.getText()).append('\n');
                }
            }
        }
        return words.toString();
    }

    @Test
    void theDemoDoesEveryStepAndLeavesNothingForAPerson() throws IOException {
        assertEquals(Status.DONE, demo.status(), demo.err());
        assertTrue(demo.out().contains(" s  "), "each step says how long it took");
        try (Stream<Path> sent = Files.list(folder.resolve("demo/questionnaires"))) {
            assertEquals(32, sent.count());
        }
        try (Stream<Path> returned = Files.list(folder.resolve("demo/returned"))) {
            assertEquals(27, returned.count());
        }
        try (Stream<Path> documents = Files.list(folder.resolve("demo/documents"))) {
            assertEquals(9, documents.count());
        }
    }

    @Test
    void everyAnswerComesFromACellOfAFileThatIsKept() {
        try (Workspace opened = Workspace.open(workspace, Workspace.Mode.READ, TestWorkspaces.surroundings())) {
            assertEquals(27, opened.count(Query.of(SurveyKinds.RESPONSE)));
            assertEquals(27, opened.count(Query.of(SurveyKinds.RESPONDENT).where("status", "received")));
            opened.each(
                    Query.of(SurveyKinds.ANSWER),
                    answer -> assertFalse(answer.text("source_cell").isEmpty()));
            assertEquals(0, opened.count(Query.of(SurveyKinds.CODING).where("illustrative", null)));
            assertEquals(List.of(), opened.check());
        }
    }

    @Test
    void tablesHaveTheirBases() {
        JsonNode table = CommandLineRun.of("tabulate", "-w", workspace, "--question", "q1", "--by", "region", "--json")
                .json();
        assertEquals("Q1", table.path("question").asText());
        assertEquals("region", table.path("by").asText());
        assertEquals(27, table.path("base").asInt() + table.path("noAnswer").asInt());
        int counted = 0;
        for (JsonNode row : table.path("rows")) {
            int inGroups = 0;
            for (JsonNode group : row.path("groups")) {
                inGroups += group.path("count").asInt();
                assertTrue(
                        group.path("count").asInt() <= group.path("respondents").asInt());
            }
            assertEquals(row.path("count").asInt(), inGroups);
            counted += row.path("count").asInt();
        }
        assertEquals(table.path("base").asInt(), counted, "one choice each");
        assertEquals(
                14,
                CommandLineRun.of("tabulate", "-w", workspace, "--json").json().size());
    }

    @Test
    void convergenceCountsRespondentsNotMentions() {
        JsonNode convergence = CommandLineRun.of("convergence", "-w", workspace, "--survey", "GRCP 7", "--json")
                .json();
        int respondents = StreamSupport.stream(convergence.path("groups").spliterator(), false)
                .mapToInt(group -> group.path("respondents").asInt())
                .sum();
        assertEquals(27, respondents);
        assertEquals(15, convergence.path("themes").size());
        for (JsonNode theme : convergence.path("themes")) {
            int raised = StreamSupport.stream(theme.path("groups").spliterator(), false)
                    .mapToInt(group -> group.path("raisedBy").asInt())
                    .sum();
            assertEquals(theme.path("raisedBy").asInt(), raised);
            assertTrue(theme.path("raisedBy").asInt() <= respondents);
        }
    }

    @Test
    void documentsSayThatTheyAreIllustrativeAndKeepPermissions() throws IOException {
        Path documents = folder.resolve("demo/documents");
        for (String name : List.of("survey-summary", "agenda", "participants", "recommendations")) {
            String words = words(documents.resolve(name + ".docx"));
            assertTrue(words.contains("Illustrative contents"), name);
        }
        String summary = words(documents.resolve("survey-summary.docx"));
        assertTrue(summary.contains("27 of the 32"), "the base is told");
        try (Workspace opened = Workspace.open(workspace, Workspace.Mode.READ, TestWorkspaces.surroundings())) {
            SurveyStoreSqlite store = new SurveyStoreSqlite(opened);
            List<SurveyStore.TextHeld> silent = store.openTexts(store.surveys().getFirst()).stream()
                    .filter(text -> text.permission() == Permission.COUNT_ONLY)
                    .filter(text -> text.body().length() > 40)
                    .toList();
            assertFalse(silent.isEmpty());
            silent.forEach(text -> assertFalse(summary.contains(text.body().substring(0, 40))));
        }
        String adopted = words(documents.resolve("recommendations.docx"));
        assertTrue(adopted.contains("Not in the source"));
        assertTrue(words(documents.resolve("agenda.docx")).contains("Adoption of the recommendations"));
        String calendar = Files.readString(documents.resolve("calendar.ics"), StandardCharsets.UTF_8);
        assertTrue(calendar.contains("TZID=Europe/Zurich"));
    }

    @Test
    void exportGivesTheSameDocumentsInOtherLanguages() throws IOException {
        Path file = folder.resolve("out/summary.docx");
        CommandLineRun run = CommandLineRun.of("export", "survey-summary", "-w", workspace, "-o", file, "--lang", "fr");
        assertEquals(Status.DONE, run.status(), run.err());
        assertTrue(
                words(file).contains("27 sur 32"), words(file).lines().limit(30).collect(Collectors.joining("\n")));
        CommandLineRun wrong = CommandLineRun.of("export", "agenda", "-w", workspace, "-o", folder.resolve("a.pdf"));
        assertEquals(Status.USAGE, wrong.status());
        assertEquals(
                Status.USAGE,
                CommandLineRun.of("export", "badges", "-w", workspace, "-o", "x")
                        .status());
        assertEquals(
                Status.REFUSED,
                CommandLineRun.of("export", "agenda", "-w", workspace, "--meeting", "GRCP 70", "-o", "x.docx")
                        .status());
    }

    @Test
    void everyKindOfExportIsListedWithoutAWorkspace() {
        CommandLineRun run = CommandLineRun.of("export", "--list");
        assertEquals(0, run.status());
        for (org.rapporteur.documents.from.Reports.Report report :
                org.rapporteur.documents.from.Reports.Report.values()) {
            assertTrue(
                    run.out().lines().anyMatch(line -> line.startsWith(report.key() + "\t." + report.ending() + "\t")),
                    report.key());
        }
        assertTrue(run.out().contains("forms\t.xlsx"));
        assertTrue(CommandLineRun.of("export", "--list", "--json").out().contains("\"formats\""));
        assertEquals(2, CommandLineRun.of("export").status());
        assertEquals(2, CommandLineRun.of("export", "agenda", "-o", "x.docx").status());
        assertEquals(2, CommandLineRun.of("export", "agenda", "-w", "w").status());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        CommandLineRun again = CommandLineRun.of(
                "import", "responses", folder.resolve("demo/returned/arcp.xlsx"), "-w", workspace, "--json");
        assertEquals(Status.DONE, again.status(), again.err());
        assertEquals(0, again.json().path("new").asInt());
        assertEquals(0, again.json().path("changed").asInt());
        assertEquals(
                again.json().path("rows").asInt(), again.json().path("same").asInt());
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndALaterFileIsReported() throws IOException {
        Path file = folder.resolve("later.xlsx");
        try (InputStream in = Files.newInputStream(folder.resolve("demo/returned/arcp.xlsx"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) {
                Cell answer = row.getCell(FormLayout.ANSWER);
                if (answer != null && answer.toString().strip().matches("\\d+(\\.0)?")) {
                    // The number of meetings, the first number in the form.
                    answer.setCellValue(5);
                    break;
                }
            }
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        CommandLineRun dry = CommandLineRun.of("import", "responses", file, "-w", workspace, "--dry-run", "--json");
        assertEquals(1, dry.json().path("changed").asInt(), dry.err());
        CommandLineRun history = CommandLineRun.of("history", "-w", workspace, "--json", "--most", "1");
        assertFalse(history.out().contains("later.xlsx"));
    }

    @Test
    void whatIsNoQuestionnaireIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.xlsx"), "Dear Sir or Madam");
        CommandLineRun run = CommandLineRun.of("import", "responses", file, "-w", workspace, "--json");
        assertEquals(Status.REFUSED, run.status());
        assertFalse(run.json().path("refused").path(0).path("reason").asText().isBlank());
        assertEquals(
                Status.REFUSED,
                CommandLineRun.of("import", "responses", folder.resolve("none.xlsx"), "-w", workspace)
                        .status());
        assertEquals(
                Status.USAGE,
                CommandLineRun.of("import", "participants", file, "-w", workspace)
                        .status());
    }

    @Test
    void aFolderThatNoDemoMadeIsLeftAlone() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("letter.txt"), "mine");
        assertEquals(Status.REFUSED, CommandLineRun.of("demo", mine).status());
        assertEquals("mine", Files.readString(mine.resolve("letter.txt")));
    }
}
