package org.rapporteur.forms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.problem.Problem;

class WorkbookTableTest {

    @TempDir
    Path folder;

    private static Workbook workbook(String format) {
        return format.equals("xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
    }

    private Path write(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                workbook) {
            workbook.write(out);
        }
        return file;
    }

    private static Row row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number - 1);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number1) {
                row.createCell(i).setCellValue(number1.doubleValue());
            } else if (values[i] instanceof Boolean bool) {
                row.createCell(i).setCellValue(bool);
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
        return row;
    }

    private static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(TableCell::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void typesOfCells(String format) throws IOException {
        Workbook workbook = workbook(format);
        Sheet sheet = workbook.createSheet("Réponses");
        row(sheet, 1, "text", "number", "date", "moment", "time", "yes", "formula", "error", "duration", "none");
        Row row = row(sheet, 3, "نعم", 1200.5, 43018, 43018.375, 0.375, true, null, null, 1.5);
        row.getCell(2).setCellStyle(style(workbook, "dd/mm/yyyy"));
        row.getCell(3).setCellStyle(style(workbook, "yyyy\\-mm\\-dd hh:mm"));
        row.getCell(4).setCellStyle(style(workbook, "h:mm AM/PM"));
        row.getCell(8).setCellStyle(style(workbook, "[h]:mm"));
        row.createCell(6).setCellFormula("B3*2");
        row.createCell(7).setCellFormula("1/0");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        row(sheet, 4, "1,200", 1e15, -0.1, 123456789012L, 1e-7, false, "'x", "#N/A");
        TableData data = TableReader.readAll(write(workbook, "t." + format), TableOptions.DETECT);

        assertEquals(
                format.toUpperCase(java.util.Locale.ROOT), data.info().format().name());
        TableRow first = data.rows().get(0);
        assertEquals(3, first.number());
        assertEquals("Réponses", first.sheet());
        assertEquals(
                List.of(
                        "نعم",
                        "1200.5",
                        "2017-10-10",
                        "2017-10-10T09:00",
                        "09:00",
                        "TRUE",
                        "2401",
                        "#DIV/0!",
                        "36:00",
                        ""),
                texts(first));
        assertEquals(new BigDecimal("1200.5"), first.cell(1).value());
        assertEquals(LocalDate.of(2017, 10, 10), first.cell(2).value());
        assertEquals(LocalDateTime.of(2017, 10, 10, 9, 0), first.cell(3).value());
        assertEquals(LocalTime.of(9, 0), first.cell(4).value());
        assertEquals(TableCell.Kind.NUMBER, first.cell(8).kind());
        assertTrue(first.cell(6).formula() && !first.cell(1).formula());
        assertEquals("H3", first.cell(7).ref());
        assertEquals(TableCell.Kind.ERROR, first.cell(7).kind());
        assertEquals(
                List.of(
                        "1,200",
                        "1000000000000000",
                        "-0.1",
                        "123456789012",
                        "0.0000001",
                        "FALSE",
                        "'x",
                        "#N/A",
                        "",
                        ""),
                texts(data.rows().get(1)));
        assertEquals(
                List.of("H3 table.cell.error"),
                data.notices().stream()
                        .map(n -> n.cell() + " " + n.reason().key())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void sheetsHiddenAndEmpty(String format) throws IOException {
        Workbook workbook = workbook(format);
        row(workbook.createSheet("meta"), 1, "a", "b");
        workbook.createSheet("empty");
        row(workbook.createSheet("answers"), 2, "c", "d")
                .getSheet()
                .createRow(2)
                .createCell(0)
                .setCellValue("x");
        workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
        Path file = write(workbook, "t." + format);

        TableData data = TableReader.readAll(file, TableOptions.DETECT);
        assertEquals("answers", data.info().sheet());
        assertEquals(2, data.header().row());
        assertEquals(
                List.of(true, false, false),
                data.info().sheets().stream().map(TableInfo.Sheet::hidden).toList());
        assertEquals(
                "a",
                TableReader.readAll(file, TableOptions.DETECT.withSheet("meta"))
                        .header()
                        .columns()
                        .get(0)
                        .name());
        assertCode("TAB-07", file, TableOptions.DETECT.withSheet("none"));
        assertCode("TAB-08", file, TableOptions.DETECT.withSheet("empty"));
    }

    private static void assertCode(String code, Path file, TableOptions options) {
        Problem problem = assertThrows(Problem.class, () -> TableReader.readAll(file, options));
        assertEquals(code, problem.code(), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void mergedRanges(String format) throws IOException {
        Workbook workbook = workbook(format);
        Sheet sheet = workbook.createSheet();
        row(sheet, 1, "List of participants", null, null);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        row(sheet, 2, "party", "name", "note");
        row(sheet, 3, "Peru", "Ana", "both");
        row(sheet, 4, null, "Luis", null);
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
        Path file = write(workbook, "m." + format);

        TableData filled = TableReader.readAll(file, TableOptions.DETECT);
        assertEquals(2, filled.header().row());
        assertEquals(List.of("Peru", "Luis", "both"), texts(filled.rows().get(1)));
        assertEquals("A3", filled.rows().get(1).cell(0).anchor());
        assertEquals("", filled.rows().get(0).cell(0).anchor());
        TableData plain = TableReader.readAll(file, TableOptions.DETECT.withFillMerged(false));
        assertEquals(List.of("", "Luis", ""), texts(plain.rows().get(1)));
        assertEquals("C3", plain.rows().get(1).cell(2).anchor());
    }

    @Test
    void hiddenRowsAreMarkedAndCellsBeyondTheHeaderKept() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet();
        row(sheet, 1, "a", "b");
        row(sheet, 2, "1", "2", null, "aside").setZeroHeight(true);
        TableData data = TableReader.readAll(write(workbook, "h.xlsx"), TableOptions.DETECT);
        assertTrue(data.rows().get(0).hidden());
        assertEquals("aside", data.rows().get(0).text(3));
        assertEquals("", data.rows().get(0).text(9));
    }

    @Test
    void richTextAndLongCells() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet();
        row(sheet, 1, "a", "b");
        var rich = workbook.getCreationHelper().createRichTextString("half bold");
        rich.applyFont(0, 4, workbook.createFont());
        row(sheet, 2, "x").createCell(1).setCellValue(rich);
        row(sheet, 3, "y", "z".repeat(2_000));
        row(sheet, 4, "last", "z");
        TableOptions small = TableOptions.DETECT.withLimits(new TableLimits(1 << 20, 10 << 20, 100, 50, 1_000));
        Path file = write(workbook, "r.xlsx");
        TableData data = TableReader.readAll(file, small);
        assertEquals("half bold", data.rows().get(0).text(1));
        assertEquals("B3", data.refused().get(0).reason().cell());
        assertEquals(
                "table.cell.tooLong", data.refused().get(0).reason().reason().key());
        assertEquals("last", data.rows().get(1).text(0));
        assertEquals(1, TableReader.preview(file, small, 1).rows().size());
        assertCode("TAB-10", file, TableOptions.DETECT.withLimits(new TableLimits(1 << 20, 10 << 20, 3, 50, 9_000)));
    }

    @Test
    void manyRowsStreamInLittleTime() throws IOException {
        Path file = folder.resolve("big.xlsx");
        try (var workbook = new org.apache.poi.xssf.streaming.SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet();
            for (int r = 1; r <= 20_000; r++) {
                row(sheet, r, "row " + r, r, "the same text in every row");
            }
            workbook.write(out);
        }
        TableData data = TableReader.readAll(file, TableOptions.DETECT);
        assertEquals(19_999, data.rows().size());
        assertEquals("20000", data.rows().get(19_998).text(1));
        assertEquals(List.of(), data.refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aFailingSinkIsNotADamagedFile(String format) throws IOException {
        Workbook workbook = workbook(format);
        Sheet sheet = workbook.createSheet();
        row(sheet, 1, "a", "b");
        row(sheet, 2, "1", "2");
        Path file = write(workbook, "s." + format);
        IllegalStateException own = new IllegalStateException("the sink's own");
        TableSink failing = new TableSink() {
            @Override
            public void header(TableHeader header) {}

            @Override
            public void row(TableRow row) {
                throw own;
            }

            @Override
            public void refused(TableRow row, org.rapporteur.core.problem.Refusal reason) {}

            @Override
            public void notice(org.rapporteur.core.problem.Refusal notice) {}
        };
        assertSame(
                own,
                assertThrows(IllegalStateException.class, () -> TableReader.read(file, TableOptions.DETECT, failing)));
    }
}
