package org.rapporteur.documents.build;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.WritingSystem;

/**
 * Days, times and shares as a document's language writes them, with European digits. Arabic months carry both of their
 * names, as in the documents of the United Nations.
 */
final class Dates {

    private static final String[] ARABIC_MONTHS = {
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيو",
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر"
    };

    private static final Map<Language, String> ZONE_JOINT = Map.of(Language.AR, "\u060C ", Language.ZH, "\uFF0C");

    private static final Pattern FIRST = Pattern.compile("(?<!\\d)1(?=[ \u00A0\u2009\u2013-])");

    private final Language language;

    Dates(Language language) {
        this.language = language;
    }

    /** A day: 10 October 2017. */
    String day(LocalDate day) {
        if (language == Language.AR) {
            return day.getDayOfMonth() + " " + ARABIC_MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
        }
        return first(format("yMMMMd", day));
    }

    /** A day with its name: Tuesday, 10 October 2017. */
    String weekday(LocalDate day) {
        if (language == Language.AR) {
            return format("EEEE", day) + "، " + day(day);
        }
        return first(format("yMMMMEEEEd", day));
    }

    /** The day with its name as a heading begins with it, in capitals where the language has them. */
    String heading(LocalDate day) {
        String name = weekday(day);
        int end = name.offsetByCodePoints(0, 1);
        return name.substring(0, end).toUpperCase(language.locale()) + name.substring(end);
    }

    /** In French the first of a month is written 1er. */
    private String first(String date) {
        return language == Language.FR ? FIRST.matcher(date).replaceAll("1er") : date;
    }

    /** From a day to another: 10–11 October 2017; the first alone when they are the same or the last is null. */
    String range(LocalDate first, LocalDate last) {
        if (last == null || last.equals(first)) {
            return day(first);
        }
        if (language == Language.AR) {
            boolean sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
            return sameMonth ? first.getDayOfMonth() + "-" + day(last) : day(first) + " - " + day(last);
        }
        DateIntervalFormat format = DateIntervalFormat.getInstance("yMMMMd", icu());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return first(format.format(new DateInterval(millis(first), millis(last))));
    }

    /** A time of day: 09:30. */
    static String time(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /**
     * From a time on, for some minutes: 09:30–10:15; the start alone when the minutes are not known. An end on the next
     * day says so.
     */
    static String slot(LocalTime start, int minutes) {
        if (minutes <= 0) {
            return time(start);
        }
        boolean next = start.toSecondOfDay() / 60 + minutes > 24 * 60;
        return time(start) + "\u2013" + time(start.plusMinutes(minutes)) + (next ? "\u00A0(+1)" : "");
    }

    /**
     * A time zone as readers know it, of a day: Central European Summer Time, UTC+2. What is not in the list of zones is
     * printed as it was written.
     */
    String zone(String id, LocalDate day) {
        TimeZone zone = TimeZone.getTimeZone(id.strip());
        if (zone.getID().equals(TimeZone.UNKNOWN_ZONE_ID)) {
            return id.strip();
        }
        long noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toEpochMilli();
        int minutes = zone.getOffset(noon) / 60_000;
        String offset = "UTC"
                + (minutes == 0 ? "" : minutes < 0 ? "\u2212" : "+")
                + (minutes == 0 ? "" : Integer.toString(Math.abs(minutes) / 60))
                + (minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", Math.abs(minutes) % 60));
        String name = zone.getDisplayName(zone.inDaylightTime(new Date(noon)), TimeZone.LONG, icu());
        boolean known = name.codePoints().filter(Character::isLetter).count() > 6 && !name.contains("GMT");
        return known ? name + ZONE_JOINT.getOrDefault(language, ", ") + offset : offset;
    }

    /** A share in whole per cent. */
    String percent(int count, int base) {
        NumberFormat format = NumberFormat.getPercentInstance(WritingSystem.locale(language));
        format.setMaximumFractionDigits(0);
        return format.format((double) count / base)
                .replace("\u200E", "")
                .replace("\u200F", "")
                .replace("\u061C", "");
    }

    private String format(String skeleton, LocalDate day) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, icu());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new Date(millis(day)));
    }

    private com.ibm.icu.util.ULocale icu() {
        return WritingSystem.locale(language);
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
