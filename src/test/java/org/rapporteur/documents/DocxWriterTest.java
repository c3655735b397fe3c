package org.rapporteur.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.AgendaDocument;
import org.rapporteur.documents.build.ParticipantsDocument;
import org.rapporteur.documents.build.RecommendationsDocument;
import org.rapporteur.documents.build.SurveySummaryDocument;
import org.rapporteur.documents.docx.DocxWriter;
import org.rapporteur.documents.model.TextDocument;

/** Word files, opened again and looked into. */
class DocxWriterTest {

    private static XWPFDocument write(TextDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DocxWriter(DocumentSamples.words(document.language())).write(document, out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }

    private static TextDocument survey(Language language) {
        return new SurveySummaryDocument(DocumentSamples.words(language)).build(DocumentSamples.survey(language));
    }

    private static String all(XWPFDocument file) {
        StringBuilder text = new StringBuilder();
        file.getBodyElements().forEach(element -> {
            if (element instanceof XWPFParagraph paragraph) {
                text.append(paragraph.getText()).append('\n');
            } else if (element instanceof XWPFTable table) {
                text.append(table.getText()).append('\n');
            }
        });
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDocumentIsWrittenInEveryLanguage(Language language) throws IOException {
        Words words = DocumentSamples.words(language);
        List<TextDocument> documents = List.of(
                new AgendaDocument(words).build(DocumentSamples.agenda(language)),
                new ParticipantsDocument(words).build(DocumentSamples.participants(language, true)),
                new SurveySummaryDocument(words).build(DocumentSamples.survey(language)),
                new RecommendationsDocument(words).build(DocumentSamples.recommendations(language)));
        for (TextDocument document : documents) {
            try (XWPFDocument file = write(document)) {
                String text = all(file);
                assertFalse(text.contains("documents."), text);
                assertFalse(text.contains("{"), text);
                assertFalse(text.chars().anyMatch(c -> c >= 0xE000 && c <= 0xF8FF), "a place was left unfilled");
                assertEquals(
                        document.properties().title(),
                        file.getProperties().getCoreProperties().getTitle());
                assertEquals(
                        "EXP/3/INF/1",
                        file.getProperties()
                                .getCoreProperties()
                                .getUnderlyingProperties()
                                .getIdentifierProperty()
                                .orElse(""));
                assertTrue(file.getParagraphs().stream()
                        .filter(paragraph -> !paragraph.getText().isBlank())
                        .allMatch(paragraph -> paragraph.getStyle() != null
                                && file.getStyles().getStyle(paragraph.getStyle()) != null));
            }
        }
    }

    @Test
    void headingsAreInTheTableOfContentsWithTheirNumbers() throws IOException {
        try (XWPFDocument file = write(survey(Language.EN))) {
            List<String> entries = file.getParagraphs().stream()
                    .filter(paragraph ->
                            paragraph.getStyle() != null && paragraph.getStyle().matches("TOC[123]"))
                    .map(XWPFParagraph::getText)
                    .toList();
            long headings = file.getParagraphs().stream()
                    .filter(paragraph ->
                            paragraph.getStyle() != null && paragraph.getStyle().matches("Heading[12]"))
                    .count();
            assertEquals(headings, entries.size());
            assertTrue(entries.get(0).startsWith("1.\tOverview\t"), entries.get(0));
            assertTrue(entries.get(2).startsWith("2.1\tResponse by region\t"), entries.get(2));
        }
    }

    @Test
    void arabicRunsFromRightToLeft() throws IOException {
        try (XWPFDocument file = write(survey(Language.AR))) {
            assertTrue(file.getDocument().getBody().getSectPr().isSetBidi());
            assertFalse(file.getTables().isEmpty());
            for (XWPFTable table : file.getTables()) {
                assertTrue(table.getCTTbl().getTblPr().isSetBidiVisual(), "a table is not mirrored");
            }
            XWPFParagraph heading = file.getParagraphs().stream()
                    .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(heading.getCTPPr().isSetBidi());
            for (CTR run : heading.getCTP().getRArray()) {
                assertEquals(1, run.getRPr().sizeOfRtlArray(), heading.getText());
                assertEquals("ar-EG", run.getRPr().getLangArray(0).getBidi());
            }
        }
    }

    @Test
    void anArabicQuotationStaysArabicInAnEnglishDocument() throws IOException {
        try (XWPFDocument file = write(survey(Language.EN))) {
            XWPFParagraph quotation = file.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().contains("صاحب العمل"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("Quote", quotation.getStyle());
            assertTrue(quotation.getCTPPr().isSetBidi());
            assertTrue(quotation.getText().startsWith("«"), quotation.getText());
            XWPFParagraph french = file.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().contains("employeur"))
                    .findFirst()
                    .orElseThrow();
            assertFalse(french.getCTPPr().isSetBidi());
            String language = java.util.Arrays.stream(french.getCTP().getRArray())
                    .map(run -> String.valueOf(run.getRPr().getLangArray(0).getVal()))
                    .distinct()
                    .collect(Collectors.joining());
            assertEquals("fr-FR", language);
        }
    }

    @Test
    void whatPermissionForbidsIsNowhereInTheFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DocxWriter(DocumentSamples.words(Language.EN)).write(survey(Language.EN), out);
        try (java.util.zip.ZipInputStream zip =
                new java.util.zip.ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertFalse(part.contains("SECRET"), entry.getName());
            }
        }
    }

    @Test
    void headRowsRepeatAndTablesFillTheWidth() throws IOException {
        try (XWPFDocument file = write(survey(Language.EN))) {
            List<XWPFTable> ruled = file.getTables().stream()
                    .filter(table ->
                            "TableRuled".equals(table.getStyleID()) || "TableMatrix".equals(table.getStyleID()))
                    .toList();
            assertTrue(ruled.size() >= 5, "tables: " + ruled.size());
            for (XWPFTable table : ruled) {
                assertTrue(table.getRow(0).isRepeatHeader());
                assertFalse(table.getRow(1).isRepeatHeader());
                int grid = java.util.Arrays.stream(table.getCTTbl().getTblGrid().getGridColArray())
                        .mapToInt(column -> Integer.parseInt(column.getW().toString()))
                        .sum();
                assertEquals(11906 - 2 * 1247, grid);
            }
        }
    }

    @Test
    void chartsAreNativeWithAlternativeText() throws IOException {
        try (XWPFDocument file = write(survey(Language.EN))) {
            assertEquals(2, file.getCharts().size());
            assertEquals(
                    "Replied",
                    file.getCharts()
                            .get(0)
                            .getWorkbook()
                            .getSheetAt(0)
                            .getRow(0)
                            .getCell(1)
                            .getStringCellValue());
            long described = file.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .flatMap(run -> java.util.Arrays.stream(run.getCTR().getDrawingArray()))
                    .map(drawing -> drawing.getInlineArray(0).getDocPr().getDescr())
                    .filter(text -> text.contains("North (8 of 12)") || text.contains("(12 of 20)"))
                    .count();
            assertEquals(2, described);
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void translationsAreFootnoted() throws IOException {
        TextDocument document = new RecommendationsDocument(DocumentSamples.words(Language.ZH))
                .build(DocumentSamples.recommendations(Language.ZH));
        try (XWPFDocument file = write(document)) {
            List<XWPFFootnote> notes = file.getFootnotes().stream()
                    .filter(note -> note.getId().intValue() > 0)
                    .toList();
            assertEquals(1, notes.size());
            assertTrue(notes.get(0).getParagraphs().get(0).getText().contains("秘书处的非正式译文"));
            assertTrue(file.getParagraphs().stream()
                    .anyMatch(paragraph -> paragraph.getText().contains("未见于资料来源")));
        }
    }

    @Test
    void madeUpContentsSaySoOnEveryPage() throws IOException {
        try (XWPFDocument file = write(survey(Language.EN))) {
            assertTrue(file.getParagraphs().stream()
                    .anyMatch(paragraph -> "NoticeIllustrative".equals(paragraph.getStyle())));
            assertEquals(2, file.getFooterList().size());
            assertTrue(file.getFooterList().stream()
                    .allMatch(footer -> footer.getText().contains("Illustrative contents")));
            assertNotNull(file.getHeaderFooterPolicy().getFirstPageFooter());
            assertTrue(file.getHeaderFooterPolicy().getDefaultHeader().getText().contains("EXP/3/INF/1"));
        }
    }
}
