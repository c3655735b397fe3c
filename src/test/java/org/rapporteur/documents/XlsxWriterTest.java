package org.rapporteur.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.SurveyTables;
import org.rapporteur.documents.model.Sheet;
import org.rapporteur.documents.model.Workbook;
import org.rapporteur.documents.xlsx.XlsxWriter;

/** Workbooks, opened again and looked into. */
class XlsxWriterTest {

    private static XSSFWorkbook write(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxWriter().write(workbook, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Workbook of(Language language, Sheet... sheets) {
        return new Workbook(language, "Tables", "Example Process", DocumentSamples.CREATED, List.of(sheets));
    }

    private static Sheet column(String name, Sheet.Cell... cells) {
        return new Sheet(
                name,
                "Title",
                List.of("Note"),
                List.of(new Sheet.Column("Value", 0)),
                java.util.Arrays.stream(cells).map(List::of).toList());
    }

    private static XSSFCell value(XSSFWorkbook file, int row) {
        return file.getSheetAt(0).getRow(4 + row).getCell(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+41 22 000 00 00", "-none", "@cmd", "\tx", "|x", "=HYPERLINK(\"http://x\",\"y\")"})
    void whatLooksLikeAFormulaIsKeptAsText(String hostile) throws IOException {
        try (XSSFWorkbook file = write(of(Language.EN, column("S", new Sheet.TextCell(hostile))))) {
            XSSFCell cell = value(file, 0);
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals(hostile, cell.getStringCellValue());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void cellsKeepTheirTypes() throws IOException {
        Sheet sheet = column(
                "S",
                Sheet.text("words"),
                Sheet.integer(1234),
                new Sheet.DecimalCell(new BigDecimal("2.75"), 2),
                Sheet.percent(19, 27),
                Sheet.date(LocalDate.of(2026, 3, 2)),
                Sheet.percent(0, 0));
        try (XSSFWorkbook file = write(of(Language.EN, sheet))) {
            assertFalse(value(file, 0).getCellStyle().getQuotePrefixed());
            assertEquals(1234, value(file, 1).getNumericCellValue());
            assertEquals("#,##0", value(file, 1).getCellStyle().getDataFormatString());
            assertEquals(2.75, value(file, 2).getNumericCellValue());
            assertEquals("#,##0.00", value(file, 2).getCellStyle().getDataFormatString());
            assertEquals(19.0 / 27, value(file, 3).getNumericCellValue(), 1e-12);
            assertEquals("0%", value(file, 3).getCellStyle().getDataFormatString());
            assertEquals(
                    LocalDate.of(2026, 3, 2),
                    value(file, 4).getLocalDateTimeCellValue().toLocalDate());
            assertEquals("yyyy-mm-dd", value(file, 4).getCellStyle().getDataFormatString());
            assertEquals(CellType.BLANK, value(file, 5).getCellType());
        }
    }

    @Test
    void sheetsAreReadyToReadAndToPrint() throws IOException {
        try (XSSFWorkbook file = write(of(Language.AR, column("S", Sheet.integer(1), Sheet.integer(2))))) {
            XSSFSheet sheet = file.getSheetAt(0);
            assertTrue(sheet.isRightToLeft());
            assertEquals(4, sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertEquals("A4:A6", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertTrue(sheet.getPrintSetup().getLandscape());
            assertEquals(1, sheet.getPrintSetup().getFitWidth());
            assertEquals(0, sheet.getPrintSetup().getFitHeight());
            CellRangeAddress repeated = sheet.getRepeatingRows();
            assertEquals(3, repeated.getFirstRow());
        }
    }

    @Test
    void namesOfSheetsAreValidAndDifferent() throws IOException {
        String longName = "A name of a sheet that is much longer than Excel allows [1/2]";
        try (XSSFWorkbook file = write(
                of(Language.EN, column(longName), column(longName.toUpperCase(java.util.Locale.ROOT)), column(" ")))) {
            assertEquals(3, file.getNumberOfSheets());
            assertNotEquals(file.getSheetName(0), file.getSheetName(1));
            for (int i = 0; i < 3; i++) {
                assertTrue(file.getSheetName(i).length() <= 31);
                assertFalse(file.getSheetName(i).matches(".*[\\[\\]/].*"));
            }
        }
    }

    @Test
    void anEndlessTextIsCutAndSaysSo() throws IOException {
        try (XSSFWorkbook file = write(of(Language.EN, column("S", Sheet.text("x".repeat(50_000)))))) {
            String text = value(file, 0).getStringCellValue();
            assertEquals(32_767, text.length());
            assertTrue(text.endsWith("…"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tablesOfASurveyHoldItsCountsAndNothingForbidden(Language language) throws IOException {
        Workbook workbook = new SurveyTables(DocumentSamples.words(language)).build(DocumentSamples.survey(language));
        try (XSSFWorkbook file = write(workbook)) {
            assertEquals(7, file.getNumberOfSheets());
            double closed = file.getSheetAt(1)
                    .getRow(file.getSheetAt(1).getLastRowNum() - 1)
                    .getCell(3)
                    .getNumericCellValue();
            assertEquals(11, closed);
            file.sheetIterator()
                    .forEachRemaining(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                        assertNotEquals(CellType.FORMULA, cell.getCellType());
                        if (cell.getCellType() == CellType.STRING) {
                            assertFalse(cell.getStringCellValue().contains("SECRET"), cell.getStringCellValue());
                        }
                    })));
        }
    }
}
