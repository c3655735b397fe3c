package org.rapporteur.documents.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Palette;
import org.rapporteur.documents.model.Sheet;
import org.rapporteur.documents.model.Workbook;
import org.rapporteur.documents.model.WritingSystem;
import org.rapporteur.documents.seal.IssuedSeal;

/**
 * Writes workbooks. Texts that begin like a formula are marked as text (the mark that Excel shows as an apostrophe), never
 * changed; no cell is ever a formula.
 */
public final class XlsxWriter {

    /** What a cell of Excel can hold; longer texts are cut there and end in an ellipsis. */
    static final int LONGEST_TEXT = 32_767;

    /** The longest name of a sheet in Excel. */
    private static final int LONGEST_NAME = 31;

    private static final int SHORT_HEADING = 200;
    private static final Pattern LOOKS = Pattern.compile("_x[0-9A-Fa-f]{4}");

    private static final int NARROWEST = 8;
    private static final int HEAD_LINE = 12;
    private static final float POINTS_PER_LINE = 14.5f;

    /** The highest row that Excel has. */
    private static final float MOST_POINTS = 409;

    private static final int WIDEST = 60;
    private static final String FONT = "Noto Sans";

    private final Words words;

    /** A writer; the words are those of the workbook's language. */
    public XlsxWriter(Words words) {
        this.words = words;
    }

    /**
     * Writes a workbook.
     *
     * @param workbook what to write
     * @param out where to; not closed
     * @throws IOException when the stream fails
     */
    public void write(Workbook workbook, OutputStream out) throws IOException {
        write(workbook, null, out);
    }

    /** The same with the seal of what it was made from; null for none. */
    public void write(Workbook workbook, IssuedSeal seal, OutputStream out) throws IOException {
        try (XSSFWorkbook file = new XSSFWorkbook()) {
            Styles styles = new Styles(file);
            Set<String> names = new HashSet<>();
            for (Sheet sheet : workbook.sheets()) {
                write(fitted(sheet), file.createSheet(name(sheet.name(), names)), styles, workbook.language());
            }
            if (workbook.sheets().isEmpty()) {
                file.createSheet();
            }
            properties(file, workbook);
            if (seal != null) {
                seal.into(file.getProperties());
            }
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
        String safe = sheetName(wanted);
        String name = safe;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " " + i;
            name = begin(safe, LONGEST_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    private static String sheetName(String wanted) {
        String line = PlainText.line(wanted);
        String safe = WorkbookUtil.createSafeSheetName(begin(line.isEmpty() ? "1" : line, LONGEST_NAME), '_')
                .strip();
        // Excel keeps this name for itself.
        return safe.equalsIgnoreCase("history") ? safe + "_" : safe;
    }

    /** The beginning of a text, never half a character. */
    private static String begin(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip();
    }

    /**
     * The same table with what is too long for a cell in columns of its own beside it, and a note that says so: nothing is
     * cut.
     */
    private Sheet fitted(Sheet sheet) {
        int columns = sheet.columns().size();
        int[] parts = new int[columns];
        Arrays.fill(parts, 1);
        for (List<Sheet.Cell> row : sheet.rows()) {
            for (int c = 0; c < columns; c++) {
                if (row.get(c) instanceof Sheet.TextCell text) {
                    parts[c] = Math.max(parts[c], pieces(text.text()).size());
                }
            }
        }
        List<Sheet.Column> wide = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> title = pieces(sheet.title());
        notes.addAll(title.subList(Math.min(1, title.size()), title.size()));
        sheet.notes().forEach(note -> notes.addAll(pieces(note)));
        boolean continued = false;
        for (int c = 0; c < columns; c++) {
            Sheet.Column column = sheet.columns().get(c);
            String header = column.header();
            if (pieces(header).size() > 1) {
                header = PlainText.shorten(header, SHORT_HEADING);
                notes.addAll(pieces(words.text(
                        "documents.sheet.heading", CellReference.convertNumToColString(wide.size()), column.header())));
            }
            wide.add(new Sheet.Column(header, column.width()));
            for (int n = 2; n <= parts[c]; n++) {
                wide.add(new Sheet.Column(PlainText.shorten(header, SHORT_HEADING) + " (" + n + ")", column.width()));
                continued = true;
            }
        }
        if (continued) {
            notes.add(words.text("documents.sheet.continued", String.format(Locale.ROOT, "%d", LONGEST_TEXT)));
        } else if (notes.equals(sheet.notes()) && wide.equals(sheet.columns()) && title.size() < 2) {
            return sheet;
        }
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        for (List<Sheet.Cell> row : sheet.rows()) {
            List<Sheet.Cell> spread = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                List<Sheet.Cell> cells = cells(row.get(c));
                spread.addAll(cells);
                for (int n = cells.size(); n < parts[c]; n++) {
                    spread.add(new Sheet.EmptyCell());
                }
            }
            rows.add(spread);
        }
        return new Sheet(sheet.name(), title.isEmpty() ? "" : title.getFirst(), notes, wide, rows);
    }

    private static List<Sheet.Cell> cells(Sheet.Cell cell) {
        if (cell instanceof Sheet.TextCell text && text.text().length() > 0) {
            return pieces(text.text()).stream()
                    .<Sheet.Cell>map(Sheet.TextCell::new)
                    .toList();
        }
        return List.of(cell);
    }

    /** A text in pieces that fit into a cell, parted between lines or words where that does not make them much shorter. */
    static List<String> pieces(String text) {
        if (escaped(text).length() <= LONGEST_TEXT) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int length = Math.min(LONGEST_TEXT, text.length() - from);
            while (escaped(text.substring(from, from + length)).length() > LONGEST_TEXT) {
                length = length * 3 / 4;
            }
            if (from + length < text.length()) {
                length = cut(text, from, length);
            }
            pieces.add(text.substring(from, from + length));
            from += length;
        }
        return pieces;
    }

    private static int cut(String text, int from, int length) {
        String sign = text.substring(from, from + length);
        int line = sign.lastIndexOf('\n') + 1;
        int word = sign.lastIndexOf(' ') + 1;
        if (line > length * 3 / 4) {
            return line;
        }
        if (word > length * 3 / 4) {
            return word;
        }
        return Character.isHighSurrogate(sign.charAt(length - 1)) ? length - 1 : length;
    }

    /** What the file format has for signs that XML cannot hold, and for texts that look like these. */
    static String escaped(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean invalid = invalid(text, i);
            // What cannot be held begins with the same sign when it is written.
            boolean looks = c == '_'
                    && i + 6 < text.length()
                    && LOOKS.matcher(text.substring(i, i + 6)).matches()
                    && (text.charAt(i + 6) == '_' || invalid(text, i + 6));
            if ((invalid || looks) && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (invalid) {
                out.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
            } else if (looks) {
                out.append("_x005F_");
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean invalid(String text, int i) {
        char c = text.charAt(i);
        return c < 0x20 && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF || alone(text, i);
    }

    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
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
        if (!text.isEmpty()) {
            target.setCellValue(escaped(text));
        }
        target.setCellStyle(looksLikeFormula(text) ? quoted : plain);
    }

    /** Whether a spreadsheet might take a text for a formula when it is edited or exported again. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
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
