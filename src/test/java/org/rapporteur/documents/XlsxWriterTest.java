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
import java.util.Random;
import java.util.stream.Collectors;
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
        new XlsxWriter(DocumentSamples.words(workbook.language())).write(workbook, out);
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTextTooLongForACellGoesOnBesideItAndTheSheetSaysSo(Language language) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder endless = new StringBuilder();
        String signs = "ab c\n=\uD83D\uDE00\u0001_x0041_\u4E2D";
        while (endless.length() < 100_000) {
            int at = random.nextInt(signs.length());
            // Whole characters only: a pair is appended whole.
            if (Character.isLowSurrogate(signs.charAt(at))) {
                at--;
            }
            endless.appendCodePoint(signs.codePointAt(at));
        }
        String text = endless.toString();
        Sheet sheet = new Sheet(
                "S",
                letters("T"),
                List.of(letters("N")),
                List.of(new Sheet.Column(letters("H"), 0), new Sheet.Column("After", 0)),
                List.of(
                        List.of(Sheet.text(text), Sheet.integer(7)),
                        List.of(Sheet.text("short"), Sheet.integer(8)),
                        List.of(Sheet.text(letters("x").substring(0, 32_767)), Sheet.integer(9))));
        try (XSSFWorkbook file = write(of(language, sheet))) {
            XSSFSheet written = file.getSheetAt(0);
            int head = written.getPaneInformation().getHorizontalSplitTopRow() - 1;
            int last = written.getRow(head).getLastCellNum() - 1;
            assertEquals("After", written.getRow(head).getCell(last).getStringCellValue(), "seed " + seed);
            StringBuilder read = new StringBuilder();
            for (int c = 0; c < last; c++) {
                read.append(written.getRow(head + 1).getCell(c).getStringCellValue());
            }
            assertEquals(text, read.toString(), "seed " + seed);
            assertEquals(7, written.getRow(head + 1).getCell(last).getNumericCellValue());
            assertEquals("short", written.getRow(head + 2).getCell(0).getStringCellValue());
            assertEquals(8, written.getRow(head + 2).getCell(last).getNumericCellValue());
            assertEquals(
                    32_767,
                    written.getRow(head + 3).getCell(0).getStringCellValue().length());
            assertTrue(written.getRow(head).getCell(1).getStringCellValue().endsWith("(2)"));
            StringBuilder above = new StringBuilder();
            for (int r = 0; r < head; r++) {
                if (written.getRow(r) != null && written.getRow(r).getCell(0) != null) {
                    above.append(written.getRow(r).getCell(0).getStringCellValue());
                }
            }
            assertTrue(above.toString().contains(letters("T")));
            assertTrue(above.toString().contains(letters("N")));
            assertTrue(above.toString().contains(letters("H")));
            assertTrue(above.toString()
                    .contains(DocumentSamples.words(language).text("documents.sheet.continued", "32767")));
        }
    }

    /** Forty thousand letters that do not shrink when they are packed. */
    private static String letters(String seed) {
        Random random = new Random(seed.hashCode());
        return random.ints(40_000, 'A', 'z' + 1)
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(seed, seed, seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell \u0007 here", "looks like _x0041_ but is not", "half \uD83D pair", "\uFF1D1+1"})
    void signsThatXmlCannotHoldComeBack(String text) throws IOException {
        try (XSSFWorkbook file = write(of(Language.EN, column("S", new Sheet.TextCell(text))))) {
            assertEquals(text, value(file, 0).getStringCellValue());
        }
    }

    @Test
    void sheetNamesKeepWholeCharactersAndAvoidWhatExcelReserves() throws IOException {
        String long32 = "x".repeat(30) + "\uD83D\uDE00";
        try (XSSFWorkbook file =
                write(of(Language.EN, column("History"), column(long32), column(long32), column("'quoted'")))) {
            for (int i = 0; i < 4; i++) {
                String name = file.getSheetName(i);
                assertFalse(name.equalsIgnoreCase("history"));
                assertFalse(name.startsWith("'") || name.endsWith("'"), name);
                assertFalse(Character.isHighSurrogate(name.charAt(name.length() - 1)), name);
                assertTrue(name.length() <= 31);
            }
            assertNotEquals(file.getSheetName(1), file.getSheetName(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tablesOfASurveyHoldItsCountsAndNothingForbidden(Language language) throws IOException {
        Workbook workbook = new SurveyTables(DocumentSamples.words(language)).build(DocumentSamples.survey(language));
        try (XSSFWorkbook file = write(workbook)) {
            assertEquals(8, file.getNumberOfSheets());
            double closed = file.getSheetAt(2)
                    .getRow(file.getSheetAt(2).getLastRowNum() - 1)
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
