package org.rapporteur.forms.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;

/** Reads a workbook of Excel 97 to 2003. Its format has at most 65,536 rows, so it is read whole. */
final class XlsTable {

    private static final long MOST_BYTES = 50L << 20;

    private final Path path;
    private final FileScan scan;
    private final TableOptions options;

    XlsTable(Path path, FileScan scan, TableOptions options) {
        this.path = path;
        this.scan = scan;
        this.options = options;
    }

    TableInfo read(TableSink sink) {
        if (scan.bytes() > MOST_BYTES) {
            throw TableProblems.tooBig(scan.name(), MOST_BYTES);
        }
        try (POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(files.getRoot(), files, false)) {
            return read(workbook, sink);
        } catch (Problem | SinkGuard.SinkFailure e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw TableProblems.encrypted(scan.name());
        } catch (OldExcelFormatException e) {
            throw TableProblems.otherKind(scan.name(), "oldExcel");
        } catch (IOException | RuntimeException e) {
            // The library lets the damage of a file out as every kind of exception.
            throw TableProblems.damaged(scan.name(), e);
        }
    }

    private TableInfo read(HSSFWorkbook workbook, TableSink sink) {
        List<TableInfo.Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
            boolean filled = workbook.getSheetAt(i).getPhysicalNumberOfRows() > 0;
            sheets.add(new TableInfo.Sheet(workbook.getSheetName(i), hidden, filled));
        }
        HSSFSheet sheet = chosen(workbook, sheets);
        Merges merges = new Merges();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            merges.add(new Merges.Range(
                    range.getFirstColumn(), range.getFirstRow() + 1L, range.getLastColumn(), range.getLastRow() + 1L));
        }
        TableInfo info = new TableInfo(
                scan.name(),
                TableInfo.Format.XLS,
                scan.bytes(),
                scan.sha256(),
                Optional.empty(),
                Optional.empty(),
                sheets,
                sheet.getSheetName(),
                100);
        sink.begin(info);
        SheetRows rows = new SheetRows(scan.name(), sheet.getSheetName(), options, merges, sink);
        for (int column = 0; column < 256; column++) {
            if (sheet.isColumnHidden(column)) {
                rows.hiddenColumn(column);
            }
        }
        boolean date1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        for (int r = sheet.getFirstRowNum(); r >= 0 && r <= sheet.getLastRowNum() && rows.wantsMore(); r++) {
            HSSFRow row = sheet.getRow(r);
            if (row != null) {
                accept(rows, row, date1904);
            }
        }
        rows.end();
        return info;
    }

    private HSSFSheet chosen(HSSFWorkbook workbook, List<TableInfo.Sheet> sheets) {
        if (options.sheet().isPresent()) {
            String wanted = options.sheet().get();
            for (int i = 0; i < sheets.size(); i++) {
                if (sheets.get(i).name().equals(wanted)) {
                    return workbook.getSheetAt(i);
                }
            }
            throw TableProblems.noSheet(scan.name(), wanted);
        }
        HSSFSheet first = null;
        for (int i = 0; i < sheets.size(); i++) {
            if (!sheets.get(i).hidden()) {
                HSSFSheet sheet = workbook.getSheetAt(i);
                first = first == null ? sheet : first;
                if (sheet.getPhysicalNumberOfRows() > 0) {
                    return sheet;
                }
            }
        }
        if (first == null) {
            throw TableProblems.noHeader(scan.name());
        }
        return first;
    }

    private static void accept(SheetRows rows, HSSFRow row, boolean date1904) {
        long number = row.getRowNum() + 1L;
        List<TableCell> cells = new ArrayList<>();
        Refusal problem = null;
        for (int column = 0; column < row.getLastCellNum(); column++) {
            String ref = CellRef.of(column, number);
            HSSFCell cell = row.getCell(column);
            TableCell read = cell == null ? TableCell.empty(ref) : cell(ref, cell, date1904);
            if (read.text().length() > rows.limits().cellChars() && problem == null) {
                problem = rows.tooLong(number, column);
            }
            cells.add(read);
        }
        rows.accept(number, row.getZeroHeight(), cells, problem);
    }

    private static TableCell cell(String ref, HSSFCell cell, boolean date1904) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                CellValues.number(
                        ref,
                        cell.getNumericCellValue(),
                        CellValues.Format.of(
                                cell.getCellStyle().getDataFormat(),
                                cell.getCellStyle().getDataFormatString()),
                        date1904,
                        formula);
            case STRING -> CellValues.text(ref, cell.getRichStringCellValue().getString(), formula);
            case BOOLEAN -> CellValues.bool(ref, cell.getBooleanCellValue(), formula);
            case ERROR ->
                CellValues.error(
                        ref,
                        FormulaError.isValidCode(cell.getErrorCellValue())
                                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                                : "#ERROR!",
                        formula);
            default -> TableCell.empty(ref);
        };
    }
}
