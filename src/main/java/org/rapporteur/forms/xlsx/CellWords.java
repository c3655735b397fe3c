package org.rapporteur.forms.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/**
 * The words of a cell run by run, because each run has a font of its own.
 *
 * @param all everything, with the signs of symbol fonts as those of Unicode
 * @param live the same without what is struck out
 * @param struck what is struck out
 * @param strange whether a symbol font makes signs of them that are not known
 */
record CellWords(String all, String live, String struck, boolean strange) {
    private record Run(String text, Font font) {}

    static CellWords of(Cell cell, RichTextString rich) {
        StringBuilder all = new StringBuilder();
        StringBuilder live = new StringBuilder();
        StringBuilder struck = new StringBuilder();
        boolean strange = false;
        for (Run run : runs(cell, rich)) {
            String text = run.text();
            String name = run.font() == null ? null : run.font().getFontName();
            if (SymbolFonts.is(name)) {
                strange |= SymbolFonts.strange(text, name);
                text = SymbolFonts.plain(text, name);
            }
            all.append(text);
            boolean out = run.font() != null && run.font().getStrikeout();
            (out ? struck : live).append(text);
        }
        return new CellWords(all.toString(), live.toString(), struck.toString(), strange);
    }

    /** The same of a cell that holds no text of its own, such as a number: its font decides for all of it. */
    static boolean struck(Cell cell) {
        Font font = font(cell);
        return font != null && font.getStrikeout();
    }

    private static List<Run> runs(Cell cell, RichTextString rich) {
        Font own = font(cell);
        String text = rich.getString();
        int count = rich.numFormattingRuns();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        Font font = own;
        for (int i = 0; i < count; i++) {
            int at = Math.clamp(rich.getIndexOfFormattingRun(i), from, text.length());
            if (at > from) {
                runs.add(new Run(text.substring(from, at), font));
            }
            from = at;
            font = font(cell, rich, i, own);
        }
        if (from < text.length()) {
            runs.add(new Run(text.substring(from), font));
        }
        return runs;
    }

    private static Font font(Cell cell, RichTextString rich, int run, Font own) {
        if (rich instanceof XSSFRichTextString xssf) {
            Font font = xssf.getFontOfFormattingRun(run);
            return font == null ? own : font;
        }
        if (rich instanceof HSSFRichTextString hssf && cell.getSheet().getWorkbook() instanceof HSSFWorkbook workbook) {
            short index = hssf.getFontOfFormattingRun(run);
            HSSFFont font = index == HSSFRichTextString.NO_FONT ? null : workbook.getFontAt(index);
            return font == null ? own : font;
        }
        return own;
    }

    private static Font font(Cell cell) {
        if (cell instanceof XSSFCell xssf) {
            return xssf.getCellStyle() == null ? null : xssf.getCellStyle().getFont();
        }
        if (cell instanceof HSSFCell hssf) {
            return hssf.getCellStyle().getFont(hssf.getSheet().getWorkbook());
        }
        return null;
    }
}
