package org.rapporteur.forms.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    private CellValues() {}

    /** What a number format makes of a number; durations such as {@code [h]:mm} stay numbers. */
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

    /** A cell of a number, a date or a time. */
    static TableCell number(String ref, double value, Style style, boolean date1904, boolean formula) {
        if (style != Style.NUMBER && DateUtil.isValidExcelDate(value)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, date1904, true);
            if (moment != null) {
                return style == Style.TIME && value < 1 ? time(ref, moment, formula) : date(ref, moment, formula);
            }
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return TableCell.of(ref, TableCell.Kind.ERROR, "#NUM!", "#NUM!", formula);
        }
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
        return TableCell.of(ref, TableCell.Kind.NUMBER, number.toPlainString(), number, formula);
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
        String clean = PlainText.clean(text);
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
