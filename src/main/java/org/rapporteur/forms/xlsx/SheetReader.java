package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.reading.Grid;

/** Reads the cells of a sheet: text, numbers, days, the last results of formulas, and what lies over them. */
final class SheetReader {
    /** More text than a cell of Excel can hold. */
    private static final int MOST_TEXT = 32_767;
    /** A spreadsheet keeps no more digits. */
    private static final MathContext DIGITS = new MathContext(15);

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final boolean since1904;

    SheetReader(Workbook workbook) {
        since1904 = switch (workbook) {
            case XSSFWorkbook xssf -> xssf.isDate1904();
            case HSSFWorkbook hssf -> hssf.getInternalWorkbook().isUsing1904DateWindowing();
            default -> false;
        };
    }

    Grid read(Sheet sheet) throws IOException {
        List<Grid.Cell> cells = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                Grid.Cell read = read(cell);
                if (!read.written().isEmpty() || !read.formula().isEmpty()) {
                    cells.add(read);
                }
            }
        }
        List<Grid.Area> merged = new ArrayList<>();
        for (CellRangeAddress area : sheet.getMergedRegions()) {
            merged.add(
                    new Grid.Area(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
        }
        return new Grid(sheet.getSheetName(), cells, merged, OverCells.of(sheet), SheetLooks.of(sheet, cells));
    }

    private Grid.Cell read(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        // Without a stored result POI answers 0.
        boolean unknown = formula
                && cell instanceof XSSFCell xssf
                && (xssf.getRawValue() == null
                        || type != CellType.STRING && xssf.getRawValue().isBlank());
        if (type == CellType.STRING && !unknown) {
            return words(cell, formula);
        }
        Written written = unknown
                ? Written.NOTHING
                : switch (type) {
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
        Written all = formula ? written.asFormula() : written;
        boolean struck = !written.isEmpty() && CellWords.struck(cell);
        return new Grid.Cell(
                cell.getRowIndex(),
                cell.getColumnIndex(),
                all,
                broken,
                struck ? written.text() : "",
                false,
                struck ? Written.NOTHING : all);
    }

    private static Grid.Cell words(Cell cell, boolean formula) {
        CellWords words = CellWords.of(cell, cell.getRichStringCellValue());
        Written all = text(words.all());
        Written live = words.struck().isBlank() ? all : text(words.live());
        return new Grid.Cell(
                cell.getRowIndex(),
                cell.getColumnIndex(),
                formula ? all.asFormula() : all,
                "",
                text(words.struck()).text(),
                words.strange(),
                formula ? live.asFormula() : live);
    }

    private static Written text(String text) {
        return Written.text(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
    }

    private Written number(Cell cell) {
        double number = cell.getNumericCellValue();
        String format = cell.getCellStyle().getDataFormatString();
        if (DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), format)) {
            boolean day = DateUtil.isValidExcelDate(number) && (number >= 1 || since1904 && number >= 0);
            LocalDateTime moment = day ? DateUtil.getLocalDateTime(number, since1904, true) : null;
            return moment == null || moment.getYear() > 9999
                    ? Written.shown(shown(cell, number))
                    : Written.date(moment, shown(cell, number));
        }
        boolean percent = format != null && format.indexOf('%') >= 0;
        String shown = shown(cell, number);
        return percent ? Written.shown(shown) : Written.number(number, whole(number, shown));
    }

    /** All digits of the number, where how it is shown leaves some out ("2.29E+12", "12" for 12.4). */
    private static String whole(double number, String shown) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return shown;
        }
        BigDecimal exact = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        String digits = exact.abs().toPlainString().replace(".", "").replaceAll("^0+", "");
        String plain = exact.signum() == 0 ? "0" : exact.toPlainString();
        String seen = shown.replaceAll("[^0-9]", "").replaceAll("^0+", "");
        boolean complete = !shown.contains("E") && !shown.contains("#") && seen.startsWith(digits);
        return complete ? shown : plain;
    }

    private String shown(Cell cell, double number) {
        return formatter.formatRawCellContents(
                number, cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString(), since1904);
    }
}
