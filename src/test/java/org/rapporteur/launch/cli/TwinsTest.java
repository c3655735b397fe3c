package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.SummarySeal;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.SurveySummary;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.seal.IssuedSeal;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/**
 * A survey in which everything shares its code and its name: questions, choices, themes of two codebooks, respondents.
 * Every output tells them apart, as counted here by key.
 */
class TwinsTest {
    private static final long SEED = 20260101;

    @TempDir
    Path folder;

    private Path workspace;
    private UUID survey;
    private final List<UUID> closed = new ArrayList<>();
    private final List<UUID> themes = new ArrayList<>();
    private UUID openQuestion;
    /** By theme, who raised it; by question and value, who gave it. */
    private final Map<UUID, TreeSet<UUID>> raised = new HashMap<>();

    private final Map<String, TreeSet<UUID>> gave = new HashMap<>();
    private int replied;

    @BeforeEach
    void make() {
        workspace = folder.resolve("w");
        Random random = new Random(SEED);
        try (Workspace open = TestWorkspaces.create(workspace)) {
            open.changes().run(Label.of("test"), tx -> {
                survey = tx.insert(
                        SurveyKinds.SURVEY, Values.of("title_en", "Twins").with("default_permission", "quote"));
                for (int i = 0; i < 2; i++) {
                    UUID question = tx.insert(
                            SurveyKinds.QUESTION,
                            Values.of("survey", survey)
                                    .with("code", "Q1")
                                    .with("label_en", "The same question")
                                    .with("type", "single")
                                    .with("position", "a" + i));
                    closed.add(question);
                    for (String code : List.of("x", "x", "y")) {
                        tx.insert(
                                SurveyKinds.CHOICE,
                                Values.of("question", question)
                                        .with("code", code)
                                        .with("label_en", "The same choice"));
                    }
                    UUID book = tx.insert(
                            SurveyKinds.CODEBOOK, Values.of("survey", survey).with("name_en", "Book"));
                    themes.add(tx.insert(
                            SurveyKinds.CODE,
                            Values.of("codebook", book).with("code", "T1").with("name_en", "The same theme")));
                }
                openQuestion = tx.insert(
                        SurveyKinds.QUESTION,
                        Values.of("survey", survey)
                                .with("code", "Q1")
                                .with("label_en", "The same question")
                                .with("type", "long_text")
                                .with("position", "b"));
                for (int r = 0; r < 30; r++) {
                    UUID respondent = tx.insert(
                            SurveyKinds.RESPONDENT,
                            Values.of("survey", survey)
                                    .with("name", "The same name")
                                    .with("region", r % 2 == 0 ? "North" : "South"));
                    UUID response = tx.insert(
                            SurveyKinds.RESPONSE,
                            Values.of("respondent", respondent).with("survey", survey));
                    replied++;
                    Values base = Values.of("response", response)
                            .with("survey", survey)
                            .with("respondent", respondent);
                    for (int i = 0; i < 2; i++) {
                        if (random.nextInt(4) > 0) {
                            String value = random.nextInt(3) > i ? "x" : "y";
                            tx.insert(
                                    SurveyKinds.ANSWER,
                                    Values.of("response", response)
                                            .with("survey", survey)
                                            .with("respondent", respondent)
                                            .with("question", closed.get(i))
                                            .with("value", value));
                            gave.computeIfAbsent(closed.get(i) + value, k -> new TreeSet<>())
                                    .add(respondent);
                        }
                    }
                    UUID words = tx.insert(
                            SurveyKinds.ANSWER,
                            base.with("question", openQuestion).with("body", "The same words."));
                    for (int i = 0; i < 2; i++) {
                        if (random.nextInt(5) > 2 * i) {
                            tx.insert(
                                    SurveyKinds.CODING,
                                    Values.of("answer", words)
                                            .with("survey", survey)
                                            .with("code", themes.get(i))
                                            .with("coder", "A"));
                            raised.computeIfAbsent(themes.get(i), k -> new TreeSet<>())
                                    .add(respondent);
                        }
                    }
                }
            });
        }
    }

    private int raised(int theme) {
        return raised.getOrDefault(themes.get(theme), new TreeSet<>()).size();
    }

    private int gave(int question, String value) {
        return gave.getOrDefault(closed.get(question) + value, new TreeSet<>()).size();
    }

    @Test
    void theCommandLineTellsThemApart() {
        assertFalse(raised(0) == raised(1) || gave(0, "x") == gave(1, "x"), "seed " + SEED + " makes no difference");
        JsonNode convergence =
                CommandLineRun.of("convergence", "-w", workspace, "--json").json();
        assertEquals(replied, convergence.path("respondents").asInt());
        for (int i = 0; i < 2; i++) {
            JsonNode theme = by(convergence.path("themes"), "id", themes.get(i).toString());
            assertEquals(raised(i), theme.path("raisedBy").asInt());
        }
        JsonNode tables = CommandLineRun.of("tabulate", "-w", workspace, "--by", "region", "--json")
                .json();
        for (int i = 0; i < 2; i++) {
            JsonNode table = by(tables, "questionId", closed.get(i).toString());
            // Two choices of one code cannot be told apart by any answer: they are one line with both names.
            assertEquals(2, table.path("rows").size());
            assertEquals(
                    gave(i, "x"),
                    by(table.path("rows"), "value", "x").path("count").asInt());
            assertEquals(
                    gave(i, "y"),
                    by(table.path("rows"), "value", "y").path("count").asInt());
            JsonNode alone = CommandLineRun.of("tabulate", "-w", workspace, "--question", closed.get(i), "--json")
                    .json();
            assertEquals(closed.get(i).toString(), alone.path("questionId").asText());
        }
        JsonNode open = by(tables, "questionId", openQuestion.toString());
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    raised(i),
                    by(open.path("rows"), "id", themes.get(i).toString())
                            .path("count")
                            .asInt());
        }
        CommandLineRun several = CommandLineRun.of("tabulate", "-w", workspace, "--question", "Q1");
        assertEquals(Status.REFUSED, several.status());
        assertTrue(several.err().contains(closed.get(0).toString()), several.err());
    }

    private static JsonNode by(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError(value + " is not in " + list);
    }

    @Test
    void paperTablesAndScreenSayTheSame() throws Exception {
        Path docx = folder.resolve("s.docx");
        Path xlsx = folder.resolve("t.xlsx");
        assertEquals(
                Status.DONE,
                CommandLineRun.of("export", "survey-summary", "-w", workspace, "-o", docx)
                        .status());
        assertEquals(
                Status.DONE,
                CommandLineRun.of("export", "tables", "-w", workspace, "-o", xlsx)
                        .status());
        SurveySummary summary;
        try (Workspace open = TestWorkspaces.open(workspace)) {
            summary = new SurveyAnalysis(new SurveyStoreSqlite(open))
                    .summary(
                            survey,
                            java.time.LocalDate.ofInstant(TestWorkspaces.NOW, java.time.ZoneOffset.UTC),
                            SurveySummary.Options.USUAL);
        }
        SummaryText text = new SummaryText(new Messages(Language.EN)::text, GroupNames.AS_STORED, Language.EN);
        List<String> screen =
                summary.sentences().stream().map(s -> text.text(s.message())).toList();
        String paper;
        try (InputStream in = Files.newInputStream(docx);
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            paper = words.getText();
        }
        for (SurveySummary.Sentence sentence : summary.sentences()) {
            String key = sentence.message().key();
            // Values and answers to open questions stand in tables, quotations are set as such.
            if (!key.startsWith("analysis.value")
                    && !key.equals("analysis.quotation")
                    && !sentence.id().contains(openQuestion.toString())) {
                assertTrue(paper.contains(text.text(sentence.message())), sentence.id() + "\n" + paper);
            }
        }
        try (InputStream in = Files.newInputStream(xlsx);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            List<String> column = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> {
                if (row.getCell(1) != null) {
                    column.add(row.getCell(1).getStringCellValue());
                }
            });
            assertEquals(screen, column.subList(column.size() - screen.size(), column.size()));
            Sheet themeSheet = workbook.getSheet("Themes");
            List<Integer> counts = new ArrayList<>();
            themeSheet.forEach(row -> {
                if (row.getCell(0) != null && row.getCell(0).toString().equals("T1") && row.getCell(3) != null) {
                    counts.add((int) row.getCell(3).getNumericCellValue());
                }
            });
            assertEquals(List.of(Math.max(raised(0), raised(1)), Math.min(raised(0), raised(1))), counts);
        }
        for (Path file : List.of(docx, xlsx)) {
            IssuedSeal seal = IssuedSeal.in(file).orElseThrow();
            assertEquals(survey, seal.survey());
            SummarySeal.Change change = seal.seal().against(summary);
            assertTrue(change.none(), change.toString());
        }
        assertTrue(IssuedSeal.in(Files.writeString(folder.resolve("no.docx"), "no file of Word"))
                .isEmpty());
    }
}
