package org.rapporteur.forms.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.reading.Grid;

/** How a sheet looks, as far as it says something: what is hidden, colours, words in the head and foot of pages. */
final class SheetLooks {
    private static final int MOST_COLOURED = 2_000;
    private static final int MOST_COLUMNS = 40;
    /** Colours of the form as it is sent, and white. */
    private static final int[][] OWN = {{0x1F, 0x3A, 0x5F}, {0xFF, 0xF8, 0xDC}, {0xFF, 0xFF, 0xFF}};
    /** Programs with palettes change colours a little. */
    private static final int NEAR = 24;

    private SheetLooks() {}

    static Grid.Looks of(Sheet sheet, List<Grid.Cell> cells) {
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
        return new Grid.Looks(hidden, rows, columns, colours(sheet), margins(sheet));
    }

    private static Map<String, String> colours(Sheet sheet) {
        Map<String, String> colours = new HashMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getColumnIndex() < MOST_COLUMNS && colours.size() < MOST_COLOURED) {
                    String colour = colour(cell);
                    if (!colour.isEmpty()) {
                        colours.put(Grid.reference(cell.getRowIndex(), cell.getColumnIndex()), colour);
                    }
                }
            }
        }
        return colours;
    }

    private static String colour(Cell cell) {
        CellStyle style = cell.getCellStyle();
        if (style == null || style.getFillPattern() == FillPatternType.NO_FILL) {
            return "";
        }
        int[] rgb = rgb(style.getFillForegroundColorColor());
        if (rgb == null) {
            return "";
        }
        for (int[] own : OWN) {
            if (Math.abs(own[0] - rgb[0]) <= NEAR
                    && Math.abs(own[1] - rgb[1]) <= NEAR
                    && Math.abs(own[2] - rgb[2]) <= NEAR) {
                return "";
            }
        }
        return String.format(Locale.ROOT, "#%02X%02X%02X", rgb[0], rgb[1], rgb[2]);
    }

    private static int[] rgb(Color colour) {
        if (colour instanceof XSSFColor xssf) {
            // A colour of the palette has no figures of its own, and the system's is none.
            boolean system = xssf.isIndexed() && xssf.getIndexed() >= 64;
            byte[] own = xssf.getRGBWithTint();
            byte[] bytes = system ? null : own == null ? xssf.getRGB() : own;
            return bytes == null || bytes.length < 3
                    ? null
                    : new int[] {bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF};
        }
        if (colour instanceof HSSFColor hssf) {
            short[] triplet = hssf.getTriplet();
            boolean automatic = hssf.getIndex() == HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex();
            return automatic ? null : new int[] {triplet[0], triplet[1], triplet[2]};
        }
        return null;
    }

    private static List<String> margins(Sheet sheet) {
        List<HeaderFooter> all = new ArrayList<>(List.of(sheet.getHeader(), sheet.getFooter()));
        if (sheet instanceof XSSFSheet xssf) {
            all.addAll(
                    List.of(xssf.getEvenHeader(), xssf.getEvenFooter(), xssf.getFirstHeader(), xssf.getFirstFooter()));
        }
        List<String> words = new ArrayList<>();
        for (HeaderFooter margin : all) {
            for (String part : new String[] {margin.getLeft(), margin.getCenter(), margin.getRight()}) {
                String text = plain(part == null ? "" : part);
                if (!text.isEmpty() && !words.contains(text)) {
                    words.add(text);
                }
            }
        }
        return words;
    }

    /** The words without the commands for fonts, page numbers, dates and names; "Page 1 of 3" is none. */
    private static String plain(String part) {
        boolean numbers = part.contains("&P") || part.contains("&N");
        String text = part.replace("&&", "\u0000")
                .replaceAll("&\"[^\"]*\"|&K[0-9A-Fa-f]{6}|&K\\d\\d[+-]\\d{3}|&\\d{1,3}|&[A-Za-z]", "")
                .replace('\u0000', '&');
        String bare = PlainText.line(text).strip();
        long letters = bare.codePoints().filter(Character::isLetterOrDigit).count();
        return letters == 0 || numbers && bare.split(" ").length <= 3 && bare.length() < 20 ? "" : bare;
    }
}
