package org.rapporteur.ui.kit.record;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.text.Language;

/**
 * Dates and times as people type them, in any of the six languages: day before month, month by number or name, with any
 * separator, Arabic or Western digits; ISO 8601; year first as in Chinese; without a year the year of today.
 */
final class DateInput {
    /** What the text says: a day, or why it is none. */
    record Reading(LocalDate date, Fault fault) {}

    /** Why a text is not a day. */
    enum Fault {
        /** Not of any form that is a date. */
        NOT_A_DATE,
        /** Of the form of a date, but the calendar has no such day. */
        NO_SUCH_DAY
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2})\\D?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\D{1,3}(\\d{1,2})(?:\\D{1,3}(\\d{2}|\\d{4}))?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NAMED = Pattern.compile(
            "(\\d{1,2})[^\\p{L}\\d]*(?:de |d')?(\\p{L}[\\p{L} /]*?)\\.?(?:[\\s,/-]+(?:de )?(\\d{2}|\\d{4}))?(?: г\\.?)?");
    private static final Pattern NAME_FIRST = Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})(?:\\s*[:h.時时]\\s*(\\d{1,2})?\\s*(?:分|min)?|(\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");
    private static final Map<String, Month> MONTHS = months();

    private DateInput() {}

    /** Reads a day. */
    static Reading date(String typed, LocalDate today) {
        String text = western(typed).strip().toLowerCase(Locale.ROOT);
        Matcher m;
        if ((m = COMPACT.matcher(text)).matches() || (m = YEAR_FIRST.matcher(text)).matches()) {
            return day(m.group(1), number(m.group(2)), m.group(3), today);
        }
        if ((m = DAY_FIRST.matcher(text)).matches()) {
            return day(m.group(3), number(m.group(2)), m.group(1), today);
        }
        if ((m = NAMED.matcher(text)).matches()) {
            Optional<Month> month = month(m.group(2));
            if (month.isPresent()) {
                return day(m.group(3), month.get().getValue(), m.group(1), today);
            }
        }
        if ((m = NAME_FIRST.matcher(text)).matches()) {
            Optional<Month> month = month(m.group(1));
            if (month.isPresent()) {
                return day(m.group(3), month.get().getValue(), m.group(2), today);
            }
        }
        return new Reading(null, Fault.NOT_A_DATE);
    }

    /** Reads a time of day: "9:30", "9h30", "930", "14", "2.15 pm". */
    static Optional<LocalTime> time(String typed) {
        Matcher m = TIME.matcher(western(typed).strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        int hour = number(m.group(1));
        String minutes = m.group(2) != null ? m.group(2) : m.group(3);
        int minute = minutes == null ? 0 : number(minutes);
        if (m.group(4) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (m.group(4).startsWith("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    /** The text with digits of any script as Western ones. */
    static String western(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else if (Character.getType(c) != Character.FORMAT) {
                out.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        });
        return out.toString();
    }

    private static Reading day(String year, int month, String day, LocalDate today) {
        int y = year == null ? today.getYear() : number(year) + (year.length() == 2 ? 2000 : 0);
        try {
            return new Reading(LocalDate.of(y, month, number(day)), null);
        } catch (DateTimeException noSuchDay) {
            return new Reading(null, Fault.NO_SUCH_DAY);
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<Month> month(String name) {
        String key = key(name);
        Month exact = MONTHS.get(key);
        if (exact != null || key.length() < 3) {
            return Optional.ofNullable(exact);
        }
        // "sept" for September: a beginning that only one month has.
        return MONTHS.entrySet().stream()
                                .filter(e -> e.getKey().startsWith(key))
                                .map(Map.Entry::getValue)
                                .distinct()
                                .count()
                        == 1
                ? MONTHS.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(key))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Language language : Language.all()) {
            for (Month month : Month.values()) {
                for (TextStyle style : new TextStyle[] {
                    TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
                }) {
                    String name = key(month.getDisplayName(style, language.locale()));
                    if (!name.isEmpty() && !Character.isDigit(name.charAt(0))) {
                        months.putIfAbsent(name, month);
                    }
                }
            }
        }
        // The names that Mashriq States use, which the system's Arabic leaves out.
        String[] levantine = {
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول"
        };
        for (int i = 0; i < levantine.length; i++) {
            months.putIfAbsent(key(levantine[i]), Month.of(i + 1));
        }
        return Map.copyOf(months);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(".", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
