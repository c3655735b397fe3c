package org.rapporteur.forms.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.rapporteur.core.text.PlainText;

/** Values of spreadsheet cells, the same for XLSX and XLS. */
final class CellValues {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** What a number format makes of a number. */
    enum Style {
        NUMBER,
        DATE,
        TIME
    }

    /**
     * How a cell shows its number.
     *
     * @param style what it makes of it
     * @param index number of the format in the workbook
     * @param pattern the format, null if there is none
     */
    record Format(Style style, int index, String pattern) {
        static final Format GENERAL = new Format(Style.NUMBER, 0, null);

        static Format of(int index, String pattern) {
            return new Format(CellValues.style(index, pattern), index, pattern);
        }
    }

    // Spreadsheets keep fifteen digits; what follows is an artefact of binary fractions.
    private static final MathContext DIGITS = new MathContext(15);
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final ThreadLocal<DataFormatter> SHOWN =
            ThreadLocal.withInitial(() -> new DataFormatter(Locale.ENGLISH));

    private CellValues() {}

    /** The characters that workbooks write as {@code _xHHHH_}; line ends as such. */
    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        while (escape.find()) {
            char c = (char) Integer.parseInt(escape.group(1), 16);
            escape.appendReplacement(out, Matcher.quoteReplacement(String.valueOf(c)));
        }
        return escape.appendTail(out).toString();
    }

    /** What a number format makes of a number; durations such as {@code [h]:mm} stay numbers, shown as durations. */
    static Style style(int index, String format) {
        if (format == null || !DateUtil.isADateFormat(index, format)) {
            return Style.NUMBER;
        }
        // Text in quotation marks and brackets is no part of the pattern.
        String plain = format.replaceAll("\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
        if (plain.matches(".*\\[[hms]+].*")) {
            return Style.NUMBER;
        }
        plain = plain.replaceAll("\\[[^]]*]", "").replaceAll("am/pm|a/p", "");
        return plain.matches(".*[yd].*") || !plain.matches(".*[hs].*") ? Style.DATE : Style.TIME;
    }

    /** A cell of a number, a date or a time; its text is what the spreadsheet shows. */
    static TableCell number(String ref, double value, Format format, boolean date1904, boolean formula) {
        Style style = format.style();
        if (style != Style.NUMBER && DateUtil.isValidExcelDate(value)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, date1904, true);
            if (moment != null) {
                return style == Style.TIME && value < 1 ? time(ref, moment, formula) : date(ref, moment, formula);
            }
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return TableCell.of(ref, TableCell.Kind.ERROR, "#NUM!", "#NUM!", formula);
        }
        BigDecimal number = BigDecimal.valueOf(value);
        if (number.stripTrailingZeros().scale() > 0) {
            number = number.round(DIGITS);
        }
        number = number.stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
        String shown = shown(value, number, format, date1904);
        return TableCell.of(ref, TableCell.Kind.NUMBER, shown, number, formula);
    }

    private static String shown(double value, BigDecimal number, Format format, boolean date1904) {
        String pattern = format.pattern();
        if (pattern == null
                || pattern.equalsIgnoreCase("General")
                || pattern.equals("@")
                || pattern.equals("0")
                || !pattern.matches(".*(?:[0#?]|\\[[HhMmSs]+]).*")) {
            // "0" rounds; whole numbers it shows as they are, and fractions are kept for those who count.
            return number.toPlainString();
        }
        // Scientific notation hides digits that were typed.
        if (pattern.indexOf('E') >= 0 && pattern.matches("[0#.?]*E[+-][0#]+")) {
            return number.toPlainString();
        }
        try {
            String shown = PlainText.line(SHOWN.get().formatRawCellContents(value, format.index(), pattern, date1904));
            boolean says = shown.chars().anyMatch(Character::isDigit) && shown.indexOf("##") < 0;
            return says ? shown : number.toPlainString();
        } catch (RuntimeException formatUnknown) {
            return number.toPlainString();
        }
    }

    private static TableCell time(String ref, LocalDateTime moment, boolean formula) {
        LocalTime time = moment.toLocalTime();
        return TableCell.of(ref, TableCell.Kind.TIME, time.toString(), time, formula);
    }

    private static TableCell date(String ref, LocalDateTime moment, boolean formula) {
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            LocalDate day = moment.toLocalDate();
            return TableCell.of(ref, TableCell.Kind.DATE, day.toString(), day, formula);
        }
        DateTimeFormatter format = moment.getSecond() == 0 ? MINUTES : SECONDS;
        return TableCell.of(ref, TableCell.Kind.DATE, format.format(moment), moment, formula);
    }

    /** A cell of text. */
    static TableCell text(String ref, String text, boolean formula) {
        String clean = PlainText.clean(unescaped(text));
        return clean.isEmpty()
                ? TableCell.of(ref, TableCell.Kind.EMPTY, "", null, formula)
                : TableCell.of(ref, TableCell.Kind.TEXT, clean, clean, formula);
    }

    /** A cell of true or false. */
    static TableCell bool(String ref, boolean value, boolean formula) {
        return TableCell.of(ref, TableCell.Kind.BOOLEAN, value ? "TRUE" : "FALSE", value, formula);
    }

    /** A cell that holds an error. */
    static TableCell error(String ref, String code, boolean formula) {
        String clean = PlainText.line(code);
        return TableCell.of(ref, TableCell.Kind.ERROR, clean, clean, formula);
    }
}
