package org.rapporteur.forms.xlsx;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.ReadingOrder;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.text.Language;

/** The looks of a questionnaire: one dark colour for headings, one light colour for what is to be filled in. */
final class FormStyles {
    private static final byte[] DARK = {0x1F, 0x3A, 0x5F};
    private static final byte[] FILL_IN = {(byte) 0xFF, (byte) 0xF8, (byte) 0xDC};
    private static final byte[] GREY = {0x59, 0x59, 0x59};
    private static final byte[] LINE = {(byte) 0xBF, (byte) 0xBF, (byte) 0xBF};
    private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    private final XSSFWorkbook workbook;
    private final Language language;

    final XSSFFont titleFont;
    final XSSFFont boldFont;
    final XSSFFont textFont;
    final XSSFFont hintFont;
    final XSSFCellStyle title;
    final XSSFCellStyle text;
    final XSSFCellStyle hint;
    final XSSFCellStyle strong;
    final XSSFCellStyle head;
    final XSSFCellStyle number;
    final XSSFCellStyle label;
    final XSSFCellStyle option;
    final XSSFCellStyle note;
    final XSSFCellStyle answer;
    final XSSFCellStyle answerDate;
    final XSSFCellStyle tick;
    final XSSFCellStyle comment;
    final XSSFCellStyle closed;

    FormStyles(XSSFWorkbook workbook, Language language) {
        this.workbook = workbook;
        this.language = language;
        titleFont = font(16, true, DARK);
        boldFont = font(11, true, null);
        textFont = font(11, false, null);
        hintFont = font(9, false, GREY);
        XSSFFont headFont = font(11, true, WHITE);

        title = style(titleFont);
        text = style(textFont);
        hint = style(hintFont);
        strong = style(boldFont);
        head = style(headFont);
        fill(head, DARK);
        head.setVerticalAlignment(VerticalAlignment.CENTER);
        number = lined(style(boldFont));
        number.setAlignment(HorizontalAlignment.CENTER);
        label = lined(style(textFont));
        option = lined(style(textFont));
        option.setIndention((short) 2);
        note = lined(style(boldFont));
        // As text: "=", "+" or "-" at the beginning stay words, and "1-2" does not become a day in January.
        answer = fillIn("@");
        answerDate = fillIn("yyyy-mm-dd");
        tick = fillIn("@");
        tick.setAlignment(HorizontalAlignment.CENTER);
        comment = lined(style(textFont));
        comment.setLocked(false);
        comment.setDataFormat(workbook.createDataFormat().getFormat("@"));
        closed = lined(style(hintFont));
    }

    private XSSFFont font(int points, boolean bold, byte[] colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(language == Language.ZH ? "Microsoft YaHei" : "Arial");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (colour != null) {
            font.setColor(new XSSFColor(colour, null));
        }
        return font;
    }

    private XSSFCellStyle style(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(language.rtl() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setReadingOrder(language.rtl() ? ReadingOrder.RIGHT_TO_LEFT : ReadingOrder.LEFT_TO_RIGHT);
        style.setLocked(true);
        return style;
    }

    private XSSFCellStyle fillIn(String format) {
        XSSFCellStyle style = lined(style(textFont));
        fill(style, FILL_IN);
        style.setLocked(false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static void fill(XSSFCellStyle style, byte[] colour) {
        style.setFillForegroundColor(new XSSFColor(colour, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static XSSFCellStyle lined(XSSFCellStyle style) {
        XSSFColor line = new XSSFColor(LINE, null);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
        return style;
    }
}
