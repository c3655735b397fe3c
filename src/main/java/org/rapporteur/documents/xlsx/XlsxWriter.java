package org.rapporteur.documents.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.Palette;
import org.rapporteur.documents.model.Sheet;
import org.rapporteur.documents.model.Workbook;
import org.rapporteur.documents.model.WritingSystem;

/**
 * Writes workbooks. Texts that begin like a formula are marked as text (the mark that Excel shows as an apostrophe), never
 * changed; no cell is ever a formula.
 */
public final class XlsxWriter {

    /** What a cell of Excel can hold; longer texts are cut there and end in an ellipsis. */
    static final int LONGEST_TEXT = 32_767;

    private static final int NARROWEST = 8;
    private static final int HEAD_LINE = 12;
    private static final float POINTS_PER_LINE = 14.5f;

    /** The highest row that Excel has. */
    private static final float MOST_POINTS = 409;

    private static final int WIDEST = 60;
    private static final String FONT = "Noto Sans";

    /** A writer. */
    public XlsxWriter() {}

    /**
     * Writes a workbook.
     *
     * @param workbook what to write
     * @param out where to; not closed
     * @throws IOException when the stream fails
     */
    public void write(Workbook workbook, OutputStream out) throws IOException {
        try (XSSFWorkbook file = new XSSFWorkbook()) {
            Styles styles = new Styles(file);
            Set<String> names = new HashSet<>();
            for (Sheet sheet : workbook.sheets()) {
                write(sheet, file.createSheet(name(sheet.name(), names)), styles, workbook.language());
            }
            if (workbook.sheets().isEmpty()) {
                file.createSheet();
            }
            properties(file, workbook);
            file.write(out);
        }
    }

    private static void properties(XSSFWorkbook file, Workbook workbook) {
        POIXMLProperties.CoreProperties core = file.getProperties().getCoreProperties();
        Optional<Date> created = Optional.of(Date.from(workbook.created()));
        core.setTitle(workbook.title());
        core.setCreator(workbook.creator());
        core.setCreated(created);
        core.setModified(created);
        core.getUnderlyingProperties().setLanguageProperty(Optional.of(WritingSystem.tag(workbook.language())));
        file.getProperties().getExtendedProperties().setApplication("Rapporteur");
    }

    /** A name that Excel accepts, different from those before it without regard to case. */
    private static String name(String wanted, Set<String> names) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? "1" : wanted, '_');
        String name = safe;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " " + i;
            name = safe.substring(0, Math.min(safe.length(), 31 - suffix.length())) + suffix;
        }
        return name;
    }

    private static void write(Sheet sheet, XSSFSheet target, Styles styles, Language language) {
        target.setRightToLeft(language.rtl());
        int at = 0;
        if (!sheet.title().isEmpty()) {
            text(target.createRow(at++).createCell(0), sheet.title(), styles.title, styles.title);
        }
        for (String note : sheet.notes()) {
            text(target.createRow(at++).createCell(0), note, styles.note, styles.note);
        }
        if (at > 0) {
            at++;
        }
        int head = at++;
        XSSFRow header = target.createRow(head);
        int columns = sheet.columns().size();
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            String name = sheet.columns().get(c).header();
            XSSFCellStyle style = numeric(sheet, c) ? styles.headOfNumbers : styles.head;
            text(header.createCell(c), name, style, style);
            widths[c] = headWidth(name);
        }
        for (List<Sheet.Cell> row : sheet.rows()) {
            XSSFRow written = target.createRow(at++);
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], cell(written, c, row.get(c), styles));
            }
        }
        for (int c = 0; c < columns; c++) {
            int wanted = sheet.columns().get(c).width();
            widths[c] = Math.min(255, wanted > 0 ? wanted : Math.min(WIDEST, widths[c]));
            target.setColumnWidth(c, widths[c] * 256);
        }
        heights(target, head, at, widths);
        target.createFreezePane(0, head + 1);
        if (columns > 0) {
            target.setAutoFilter(new CellRangeAddress(head, Math.max(head, at - 1), 0, columns - 1));
            target.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        }
        print(target);
    }

    private static boolean numeric(Sheet sheet, int column) {
        for (List<Sheet.Cell> row : sheet.rows()) {
            Sheet.Cell cell = row.get(column);
            if (!(cell instanceof Sheet.EmptyCell)) {
                return !(cell instanceof Sheet.TextCell);
            }
        }
        return false;
    }

    /** A head is broken between words: it must not make a column of small numbers wide. */
    private static int headWidth(String name) {
        int longest = NARROWEST - 4;
        for (String word : name.split("\\s+")) {
            longest = Math.max(longest, width(word));
        }
        return Math.min(24, Math.max(longest, Math.min(width(name), HEAD_LINE)) + 4);
    }

    /** Rows as high as their wrapped texts need: not every spreadsheet measures them when it opens a file. */
    private static void heights(XSSFSheet target, int from, int to, int[] widths) {
        for (int r = from; r < to; r++) {
            XSSFRow row = target.getRow(r);
            int lines = 1;
            for (int c = 0; c < widths.length; c++) {
                XSSFCell cell = row.getCell(c);
                if (cell != null && cell.getCellType() == CellType.STRING) {
                    lines = Math.max(lines, lines(cell.getStringCellValue(), Math.max(1, widths[c] - 2)));
                }
            }
            row.setHeightInPoints(Math.min(MOST_POINTS, lines * POINTS_PER_LINE + 3));
        }
    }

    private static int lines(String text, int width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += Math.max(1, (width(line) + width - 1) / width);
        }
        return lines;
    }

    private static void print(XSSFSheet target) {
        PrintSetup print = target.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        target.setFitToPage(true);
        target.getFooter().setCenter("&P / &N");
        target.getHeader().setCenter("&A");
    }

    /** Writes a cell and returns the width that it wants, in characters. */
    private static int cell(XSSFRow row, int column, Sheet.Cell cell, Styles styles) {
        XSSFCell target = row.createCell(column);
        if (cell instanceof Sheet.EmptyCell) {
            target.setCellStyle(styles.text);
            return 0;
        }
        if (cell instanceof Sheet.TextCell text) {
            text(target, text.text(), styles.text, styles.quoted);
            return width(text.text()) + 2;
        }
        if (cell instanceof Sheet.IntegerCell integer) {
            target.setCellValue(integer.value());
            target.setCellStyle(styles.number("#,##0"));
            return Long.toString(integer.value()).length() + 3;
        }
        if (cell instanceof Sheet.DecimalCell decimal) {
            int decimals = Math.max(1, Math.min(6, decimal.decimals()));
            target.setCellValue(decimal.value().doubleValue());
            target.setCellStyle(styles.number("#,##0." + "0".repeat(decimals)));
            return decimals + 8;
        }
        if (cell instanceof Sheet.PercentCell percent) {
            target.setCellValue(percent.share());
            target.setCellStyle(styles.number("0%"));
            return 7;
        }
        if (cell instanceof Sheet.DateCell date) {
            target.setCellValue(date.date());
            target.setCellStyle(styles.number("yyyy-mm-dd"));
            return 12;
        }
        throw new IllegalStateException("a cell of an unknown kind");
    }

    private static void text(XSSFCell target, String text, XSSFCellStyle plain, XSSFCellStyle quoted) {
        String fitting = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "\u2026";
        target.setCellValue(fitting);
        target.setCellStyle(looksLikeFormula(fitting) ? quoted : plain);
    }

    /** Whether a spreadsheet might take a text for a formula when it is edited or exported again. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
    }

    /** The width of the longest line in characters, those of East Asia counted double. */
    private static int width(String text) {
        int widest = 0;
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                widest = Math.max(widest, width);
                width = 0;
            } else {
                width += c >= 0x2E80 && c <= 0xFFEF && !(c >= 0xD800 && c <= 0xDFFF) ? 2 : 1;
            }
        }
        return Math.max(widest, width);
    }

    /** The styles of one file, made once: Excel refuses files with too many. */
    private static final class Styles {
        private final XSSFWorkbook file;
        private final Map<String, XSSFCellStyle> numbers = new HashMap<>();
        private final XSSFFont font;
        final XSSFCellStyle title;
        final XSSFCellStyle note;
        final XSSFCellStyle head;
        final XSSFCellStyle headOfNumbers;
        final XSSFCellStyle text;
        final XSSFCellStyle quoted;

        Styles(XSSFWorkbook file) {
            this.file = file;
            font = font(10, false, "1A1A1A");
            title = file.createCellStyle();
            title.setFont(font(14, true, Palette.ACCENT));
            title.setQuotePrefixed(true);
            note = file.createCellStyle();
            note.setFont(font(9, false, "555555"));
            note.setQuotePrefixed(true);
            head = head(HorizontalAlignment.GENERAL);
            headOfNumbers = head(HorizontalAlignment.RIGHT);
            text = body();
            text.setWrapText(true);
            quoted = body();
            quoted.setWrapText(true);
            quoted.setQuotePrefixed(true);
        }

        XSSFCellStyle number(String format) {
            return numbers.computeIfAbsent(format, key -> {
                XSSFCellStyle style = body();
                style.setDataFormat(file.createDataFormat().getFormat(key));
                return style;
            });
        }

        private XSSFCellStyle head(HorizontalAlignment alignment) {
            XSSFCellStyle style = file.createCellStyle();
            style.setFont(font(10, true, "FFFFFF"));
            style.setFillForegroundColor(colour(Palette.ACCENT));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setAlignment(alignment);
            style.setQuotePrefixed(true);
            return style;
        }

        private XSSFCellStyle body() {
            XSSFCellStyle style = file.createCellStyle();
            style.setFont(font);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setBorderBottom(BorderStyle.HAIR);
            style.setBottomBorderColor(colour("D0D7DE"));
            return style;
        }

        private XSSFFont font(int points, boolean bold, String colour) {
            XSSFFont made = file.createFont();
            made.setFontName(FONT);
            made.setFontHeightInPoints((short) points);
            made.setBold(bold);
            made.setColor(colour(colour));
            return made;
        }

        private static XSSFColor colour(String hex) {
            return new XSSFColor(java.util.HexFormat.of().parseHex("FF" + hex));
        }
    }
}
