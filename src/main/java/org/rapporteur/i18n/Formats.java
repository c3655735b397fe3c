package org.rapporteur.i18n;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Locale;
import org.rapporteur.core.text.Language;

/**
 * Numbers, dates and sorting as one language writes them. Arabic gets Western digits, English the day before the
 * month, and every language the 24-hour clock, as United Nations documents do.
 */
public final class Formats {
    private final Messages messages;
    private final Language language;
    private final Locale locale;
    private final ULocale icu;

    Formats(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.locale = switch (language) {
            case EN -> Locale.UK;
            case AR -> Locale.forLanguageTag("ar-u-nu-latn");
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            default -> language.locale();
        };
        this.icu = ULocale.forLocale(locale);
    }

    /** The language these formats are for. */
    public Language language() {
        return language;
    }

    /** The locale with the digits and the order of dates that the program uses for this language. */
    public Locale locale() {
        return locale;
    }

    ULocale icu() {
        return icu;
    }

    /** A whole number with its thousands apart: {@code 100,000}. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A number with as many decimals as asked for. */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A share between 0 and 1 as per cent, without decimals. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** A size in bytes as people read it: {@code 1.4 MB}. */
    public String bytes(long size) {
        if (size < 1024) {
            return messages.text(language, "kit.size.bytes", number(size));
        }
        if (size < 1024 * 1024) {
            return messages.text(language, "kit.size.kilobytes", number(Math.ceilDiv(size, 1024L)));
        }
        return messages.text(language, "kit.size.megabytes", number(size / (1024.0 * 1024.0), 1));
    }

    /** A date in full: {@code 10 October 2017}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(date);
    }

    /** A date in short, with the name of the month cut: {@code 10 Oct 2017}. */
    public String shortDate(LocalDate date) {
        // Arabic's own short form is numbers between marks of direction, which fonts draw as boxes.
        return (language == Language.AR
                        ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM))
                .localizedBy(locale)
                .format(date);
    }

    /** Weekday and date in full. */
    public String weekdayAndDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(locale)
                .format(date);
    }

    /** Name of a day of the week. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** Month and year: {@code October 2017}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM").localizedBy(locale).format(month);
    }

    /** A time of day on the 24-hour clock. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).localizedBy(locale).format(time);
    }

    /** Date in short and time. */
    public String dateTime(LocalDateTime moment) {
        return shortDate(moment.toLocalDate()) + " " + time(moment.toLocalTime());
    }

    /** Date in short and time, at a place. */
    public String dateTime(Instant moment, ZoneId zone) {
        return dateTime(LocalDateTime.ofInstant(moment, zone));
    }

    /** First and last day as one expression: {@code 10-11 October 2017}; one date if they are the same. */
    public String dates(LocalDate first, LocalDate last) {
        if (last == null || last.equals(first)) {
            return date(first);
        }
        DateIntervalFormat format = DateIntervalFormat.getInstance("dMMMMy", icu);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new DateInterval(millis(first), millis(last)));
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** How far away a day is: {@code in 3 days}, {@code tomorrow}, {@code 2 days ago}. */
    public String days(long fromToday) {
        RelativeDateTimeFormatter format = RelativeDateTimeFormatter.getInstance(icu);
        return format.format(fromToday, RelativeDateTimeFormatter.RelativeDateTimeUnit.DAY);
    }

    /** Orders texts as a dictionary of this language does; equal letters with other accents stay together. */
    public Comparator<String> order() {
        Collator collator = Collator.getInstance(icu);
        return Comparator.nullsLast(collator::compare);
    }

    /** An argument of a message as text: numbers and dates formatted, everything else as it is. */
    String argument(Object value) {
        return switch (value) {
            case null -> "";
            case Integer number -> number(number);
            case Long number -> number(number);
            case Double number -> NumberFormat.getNumberInstance(locale).format(number);
            case LocalDate date -> date(date);
            case LocalTime time -> time(time);
            case LocalDateTime moment -> dateTime(moment);
            case org.rapporteur.core.problem.Message message ->
                messages.text(language, message.key(), message.argArray());
            default -> value.toString();
        };
    }
}
