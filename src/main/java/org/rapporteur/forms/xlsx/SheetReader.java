package org.rapporteur.forms.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.reading.Grid;

/** Reads the cells of a sheet: text, numbers, days, the last results of formulas, notes and text boxes. */
final class SheetReader {
    /** More text than a cell of Excel can hold. */
    private static final int MOST_TEXT = 32_767;

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final boolean since1904;

    SheetReader(Workbook workbook) {
        since1904 = workbook instanceof org.apache.poi.xssf.usermodel.XSSFWorkbook xssf && xssf.isDate1904();
    }

    Grid read(Sheet sheet) {
        List<Grid.Cell> cells = new ArrayList<>();
        List<Grid.Attached> attached = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                Grid.Cell read = read(cell);
                if (!read.written().isEmpty() || !read.formula().isEmpty()) {
                    cells.add(read);
                }
            }
        }
        sheet.getCellComments().forEach((address, comment) -> {
            String text = comment.getString() == null ? "" : comment.getString().getString();
            if (!text.isBlank()) {
                attached.add(new Grid.Attached(
                        address.getRow(), address.getColumn(), PlainText.clean(text), TrayReason.NOTE, ""));
            }
        });
        boxes(sheet, attached);
        List<Grid.Area> merged = new ArrayList<>();
        for (CellRangeAddress area : sheet.getMergedRegions()) {
            merged.add(
                    new Grid.Area(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
        }
        return new Grid(sheet.getSheetName(), cells, merged, attached, looks(sheet, cells));
    }

    private static Grid.Looks looks(Sheet sheet, List<Grid.Cell> cells) {
        Set<Integer> rows = new HashSet<>();
        Set<Integer> columns = new HashSet<>();
        for (Grid.Cell cell : cells) {
            Row row = sheet.getRow(cell.row());
            if (row != null && row.getZeroHeight()) {
                rows.add(cell.row());
            }
            if (sheet.isColumnHidden(cell.column())) {
                columns.add(cell.column());
            }
        }
        Workbook workbook = sheet.getWorkbook();
        boolean hidden = workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE;
        return new Grid.Looks(hidden, rows, columns, Map.of(), List.of());
    }

    private static void boxes(Sheet sheet, List<Grid.Attached> attached) {
        if (!(sheet instanceof XSSFSheet xssf)) {
            return;
        }
        XSSFDrawing drawing = xssf.getDrawingPatriarch();
        if (drawing == null) {
            return;
        }
        for (XSSFShape shape : drawing.getShapes()) {
            if (shape instanceof XSSFSimpleShape box && !box.getText().isBlank()) {
                boolean placed = shape.getAnchor() instanceof org.apache.poi.xssf.usermodel.XSSFClientAnchor;
                var at = placed ? (org.apache.poi.xssf.usermodel.XSSFClientAnchor) shape.getAnchor() : null;
                attached.add(new Grid.Attached(
                        at == null ? 0 : at.getRow1(),
                        at == null ? 0 : at.getCol1(),
                        PlainText.clean(box.getText()),
                        TrayReason.NOTE,
                        ""));
            }
        }
    }

    private Grid.Cell read(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        // Without a stored result POI answers 0.
        boolean unknown = formula && cell instanceof XSSFCell xssf && xssf.getRawValue() == null;
        Written written = unknown
                ? Written.NOTHING
                : switch (type) {
                    case STRING -> text(cell.getStringCellValue());
                    case NUMERIC -> number(cell);
                    case BOOLEAN -> Written.bool(cell.getBooleanCellValue());
                    default -> Written.NOTHING;
                };
        String broken = "";
        if (formula && written.isEmpty()) {
            broken = "=" + PlainText.shorten(PlainText.clean(cell.getCellFormula()), 2000);
        } else if (type == CellType.ERROR) {
            broken = "#";
        }
        return new Grid.Cell(
                cell.getRowIndex(), cell.getColumnIndex(), formula ? written.asFormula() : written, broken, "", false);
    }

    private static Written text(String text) {
        return Written.text(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
    }

    private Written number(Cell cell) {
        double number = cell.getNumericCellValue();
        String format = cell.getCellStyle().getDataFormatString();
        if (DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), format)) {
            boolean day = DateUtil.isValidExcelDate(number) && number >= 1;
            return day
                    ? Written.date(DateUtil.getLocalDateTime(number, since1904).toLocalDate())
                    : Written.shown(shown(cell, number));
        }
        boolean percent = format != null && format.indexOf('%') >= 0;
        String shown = shown(cell, number);
        return percent ? Written.shown(shown) : Written.number(number, shown);
    }

    private String shown(Cell cell, double number) {
        return formatter.formatRawCellContents(
                number, cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString(), since1904);
    }
}
