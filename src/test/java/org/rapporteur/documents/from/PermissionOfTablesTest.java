package org.rapporteur.documents.from;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.forms.mapping.ImportProgress;
import org.rapporteur.forms.mapping.MappingJson;
import org.rapporteur.forms.mapping.TableImport;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Who said what about the use of the answers in a table's own words, and what the two papers of answers show of it. */
class PermissionOfTablesTest {
    private static final String TABLE = """
            Name,Basis,May we quote you?
            Aland,Aland says this,You may print it with our name
            Borduria,Borduria says this,Only in your own words
            Cascadia,Cascadia says this,Count us and no more
            Dinotopia,Dinotopia says this,
            Elbonia,Elbonia says this,We shall see
            """;
    private static final String MAP = """
            {"respondent": {"column": "Name"}, "rows": "respondent", "questions": [
              {"code": "A", "label": "Basis", "type": "long_text", "answer": "Basis"%s},
              {"code": "U", "label": "Use", "type": "use", "answer": "May we quote you?", "choices": [
                {"code": "1", "label": "You may print it with our name", "permission": "quote"},
                {"code": "2", "label": "Only in your own words", "permission": "paraphrase"},
                {"code": "3", "label": "Count us and no more", "permission": "count_only"}]}]}
            """;

    private final Messages messages = new Messages(Language.EN);

    @TempDir
    Path folder;

    private Map<String, String> shown(Workspace workspace, UUID survey, Report report, List<String> all)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Reports(
                        workspace,
                        new SurveyStoreSqlite(workspace),
                        workspace.history(),
                        language -> (key, values) -> messages.text(language, key, values),
                        new KnownGroups(messages),
                        Clock.fixed(Instant.parse("2017-10-10T08:00:00Z"), ZoneOffset.UTC))
                .write(report, survey, Language.EN, false, bytes);
        Map<String, String> found = new TreeMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            book.forEach(sheet -> {
                for (Row row : sheet) {
                    List<String> texts = new ArrayList<>();
                    for (Cell cell : row) {
                        texts.add(new DataFormatter().formatCellValue(cell));
                    }
                    all.addAll(texts);
                    texts.stream()
                            .filter(text -> text.endsWith(" says this"))
                            .forEach(text -> found.put(texts.getFirst(), text));
                }
            });
        }
        return found;
    }

    private void papers(String questionPermission, List<String> open) throws IOException {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w" + questionPermission.length()))) {
            Path file = Files.writeString(folder.resolve("replies.csv"), TABLE);
            UUID survey = new TableImport(workspace.changes(), messages::text)
                    .run(
                            file,
                            TableOptions.DETECT,
                            MappingJson.read(MAP.formatted(questionPermission), "map.json"),
                            TableImport.Target.named("replies"),
                            ImportProgress.NONE)
                    .survey();
            List<String> openCells = new ArrayList<>();
            assertEquals(
                    open,
                    List.copyOf(shown(workspace, survey, Report.RESPONSES, openCells)
                            .keySet()));
            for (String name : List.of("Aland", "Borduria", "Cascadia", "Dinotopia", "Elbonia")) {
                assertTrue(openCells.contains(name), name + " is listed as having replied");
                if (!open.contains(name)) {
                    assertTrue(openCells.stream().noneMatch(text -> text.contains(name + " says")), name);
                }
            }
            List<String> restricted = new ArrayList<>();
            assertEquals(
                    List.of("Aland", "Borduria", "Cascadia", "Dinotopia", "Elbonia"),
                    List.copyOf(shown(workspace, survey, Report.RESPONSES_RESTRICTED, restricted)
                            .keySet()));
            assertTrue(restricted.stream().anyMatch(text -> text.startsWith("RESTRICTED")), "it says what it is");
            assertTrue(openCells.stream().noneMatch(text -> text.startsWith("RESTRICTED")));
        }
    }

    @Test
    void theWordsOfATableSayWhatMayBeShown() throws IOException {
        papers("", List.of("Aland"));
    }

    @Test
    void whatTheMappingAllowsNeverExceedsWhatTheRespondentSaid() throws IOException {
        papers(", \"permission\": \"quote\"", List.of("Aland"));
        papers(", \"permission\": \"paraphrase\"", List.of());
    }

    @Test
    void aPermissionOfAnotherQuestionsChoiceIsRefused() {
        String map = MAP.formatted("").replace("\"type\": \"use\"", "\"type\": \"single\"");
        Problem problem = assertThrows(Problem.class, () -> MappingJson.read(map, "map.json"));
        assertEquals("forms.map.onlyUse", problem.what().key());
    }
}
