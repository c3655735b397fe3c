package org.rapporteur.forms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of one and two lines, titles above them, what is hidden, what is shown. */
class HeadAndHiddenTest {
    @TempDir
    Path folder;

    private static Workbook workbook(String format) {
        return format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number - 1);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number n) {
                row.createCell(i).setCellValue(n.doubleValue());
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }

    private TableData read(Workbook workbook, String format, TableOptions options) throws IOException {
        Path file = folder.resolve("t." + format);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return TableReader.readAll(file, options);
    }

    private static List<String> names(TableData data) {
        return data.header().columns().stream().map(TableHeader.Column::key).toList();
    }

    private static List<String> keys(TableData data) {
        return data.notices().stream().map(n -> n.reason().key()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void mergedTitleAndTwoLines(String format) throws IOException {
        Workbook workbook = workbook(format);
        Sheet sheet = workbook.createSheet("Data");
        row(sheet, 1, "Answers received by 1 March");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
        row(sheet, 3, "Country", "Which apply?", null, "Remarks");
        row(sheet, 4, null, "Study", "Work");
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 3, 3));
        row(sheet, 5, "Kenya", "Yes", "No", "none");
        TableData data = read(workbook, format, TableOptions.DETECT);
        assertEquals(List.of("Country", "Which apply? – Study", "Which apply? – Work", "Remarks"), names(data));
        assertEquals(1, data.rows().size());
        assertEquals(5, data.rows().get(0).number());
        assertTrue(
                keys(data).containsAll(List.of("table.header.skipped", "table.header.two")),
                keys(data).toString());
        assertEquals(2, data.header().find("Work").orElseThrow(), "the lower line is enough where it is clear");
    }

    @Test
    void twoLinesOfText() throws IOException {
        Path file = Files.writeString(
                folder.resolve("monkey.csv"),
                "Respondent,Which apply?,,,Remarks\n,Study,Work,Family,Open-Ended\n1,Study,,,x\n2,,Work,,\n");
        TableData data = TableReader.readAll(file, TableOptions.DETECT);
        assertEquals(2, data.rows().size(), names(data).toString());
        assertEquals("Which apply? – Family", names(data).get(3));
        Path plain = Files.writeString(folder.resolve("plain.csv"), "who,a,b\nKenya,yes,\nChad,no,x\n");
        assertEquals(2, TableReader.readAll(plain, TableOptions.DETECT).rows().size());
        Path blank = Files.writeString(folder.resolve("blank.csv"), ",a,b\nKenya,yes,no\nChad,no,x\n");
        assertEquals(2, TableReader.readAll(blank, TableOptions.DETECT).rows().size());
        assertEquals(
                1,
                TableReader.readAll(plain, TableOptions.DETECT.withHeaderLines(2))
                        .rows()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void whatIsHiddenIsReadAndSaid(String format) throws IOException {
        Workbook workbook = workbook(format);
        Sheet sheet = workbook.createSheet("Data");
        row(sheet, 1, "who", "a", "b");
        row(sheet, 2, "Kenya", "x", "y");
        row(sheet, 3, "Chad", "x", "y");
        sheet.getRow(2).setZeroHeight(true);
        sheet.setColumnHidden(2, true);
        row(workbook.createSheet("More"), 1, "who");
        workbook.createSheet("Empty");
        TableData data = read(workbook, format, TableOptions.DETECT);
        assertEquals(2, data.rows().size());
        assertEquals(List.of("table.hidden.rows", "table.hidden.columns"), keys(data));
        assertEquals(3, data.notices().get(0).row());
        assertEquals("C (b)", data.notices().get(1).reason().args().get(1));
        assertEquals(
                List.of(true, true, false),
                data.info().sheets().stream().map(TableInfo.Sheet::filled).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000|123|00123",
                "0 %|0.45|45 %",
                "0.0%|0.123|12.3%",
                "#,##0|1234567|1,234,567",
                "0.00|1.5|1.50",
                "General|0.30000000000000004|0.3",
                "General|2290000000000|2290000000000",
                "0.00E+00|2290000000000|2290000000000",
                "0|12|12",
                ";;;|7|7",
                "# ?/?|0.5|1/2"
            })
    void numbersAsShown(String pattern, double value, String shown) throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Data");
        row(sheet, 1, "who", "a");
        row(sheet, 2, "Kenya", value);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
        sheet.getRow(1).getCell(1).setCellStyle(style);
        TableCell cell =
                read(workbook, "xlsx", TableOptions.DETECT).rows().get(0).cell(1);
        assertEquals(shown, cell.text());
        assertEquals(TableCell.Kind.NUMBER, cell.kind());
    }

    @Test
    void charactersThatWorkbooksEscape() {
        assertEquals("a\r\nb", CellValues.unescaped("a_x000D_\nb"));
        assertEquals("_x000D_", CellValues.unescaped("_x005F_x000D_"));
        assertEquals("plain _x00", CellValues.unescaped("plain _x00"));
    }

    @Test
    void theRowOfNamesIsFoundByWhatIsKnownOfIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("report.csv"), "Report,2017\nby,Secretariat\n\nwho;a\nKenya;x, y\nChad;z\n");
        TableData data = TableReader.readAll(file, TableOptions.DETECT.withColumns(List.of("who", "a")));
        assertEquals(List.of("who", "a"), names(data));
        assertEquals(2, data.rows().size());
        assertEquals("x, y", data.rows().get(0).text(1));
        assertEquals(List.of("table.header.skipped", "table.header.skipped"), keys(data));
    }
}
