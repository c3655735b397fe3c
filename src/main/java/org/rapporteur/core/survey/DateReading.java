package org.rapporteur.core.survey;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;

/**
 * Reads days as people write them: ISO 8601, year first, with the month's name in any of the six languages, or in
 * figures where only one order makes sense. "3/4/2017" is two days to two readers and is not read.
 */
final class DateReading {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4})");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(\\d{1,2})\\s*\\.\\s*(\\d{1,2})\\s*\\.\\s*(\\d{2})\\s*\u0433?\\.?");
    // "22-Feb-24": with the month in words between them, the day comes first.
    private static final Pattern DAY_MONTH_SHORT =
            Pattern.compile("(\\d{1,2})([\\s./-]{1,3}|\\.\\s)(\\p{L}[\\p{L}\\p{M}]*\\.?)[\\s./-]{1,3}'?(\\d{2})");
    /** A time of day after the day, with or without its zone; the day is the one that is written. */
    private static final Pattern TIME =
            Pattern.compile("(?<=[\\d\\p{L}.])(?:[Tt]|,?\\s+)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?"
                    + "\\s*(?:[AaPp]\\.?[Mm]\\.?)?\\s*(?:Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?$");
    /** Years of two figures up to this one are of this century. */
    private static final int PIVOT = 49;

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    /** No process plans as far ahead; years of the Nepali calendar begin here. */
    private static final LocalDate FAR = LocalDate.of(2045, 1, 1);

    private static final Set<String> FILLERS = Set.of("de", "del", "of", "the", "le", "el", "г", "года", "من", "عام");
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> WEEKDAYS = new HashSet<>();

    static {
        List<ULocale> locales =
                new ArrayList<>(Language.all().stream().map(Language::icuLocale).toList());
        // Month names of the eastern Arab countries differ; UN texts write both.
        locales.add(new ULocale("ar_LB"));
        // British English and Canadian French shorten months in their own way.
        locales.add(new ULocale("en_GB"));
        locales.add(new ULocale("fr_CA"));
        locales.add(new ULocale("ar_MA"));
        locales.add(new ULocale("ar_DZ"));
        for (ULocale locale : locales) {
            DateFormatSymbols symbols = new DateFormatSymbols(locale);
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] months = symbols.getMonths(context, width);
                    for (int m = 0; m < 12; m++) {
                        String key = MatchKey.of(months[m]);
                        // Chinese months are figures with a sign, which the patterns read.
                        if (!key.isEmpty() && !Character.isDigit(key.charAt(0))) {
                            MONTHS.put(key, m + 1);
                        }
                    }
                    for (String weekday : symbols.getWeekdays(context, width)) {
                        WEEKDAYS.add(MatchKey.of(weekday));
                    }
                }
            }
        }
        WEEKDAYS.remove("");
    }

    private DateReading() {}

    /**
     * A day, or what is in doubt about it.
     *
     * @param day the day, null if it is in doubt
     * @param doubt what is in doubt, null if nothing
     * @param offered the day that may be meant, null if there is none to offer
     */
    record Result(LocalDate day, Doubt doubt, LocalDate offered) {}

    /**
     * As figures say it; whether there is such a day is another matter.
     *
     * @param century whether the century is a guess: "60" may be 1960, or 2017 in the years of Thailand
     */
    private record Figures(int year, int month, int day, boolean century) {}

    /** The day; in doubt if what is written is none, can be two, is of another calendar or very far away. */
    static Result read(Written written) {
        Optional<Figures> figures = figures(written);
        if (figures.isEmpty()) {
            return new Result(null, Doubt.NOT_A_DATE, null);
        }
        Figures f = figures.get();
        LocalDate day = null;
        try {
            day = LocalDate.of(f.year(), f.month(), f.day());
        } catch (DateTimeException noSuchDay) {
            // Months of other calendars have other days.
        }
        if (day != null && f.century()) {
            return new Result(null, Doubt.FAR_DATE, day);
        }
        if (day != null && !day.isBefore(EARLIEST) && day.isBefore(FAR)) {
            return new Result(day, null, null);
        }
        Optional<LocalDate> other = OtherCalendars.day(f.year(), f.month(), f.day());
        if (other.isPresent()) {
            return new Result(null, Doubt.OTHER_CALENDAR, other.get());
        }
        return day == null ? new Result(null, Doubt.NOT_A_DATE, null) : new Result(null, Doubt.FAR_DATE, day);
    }

    /** The two days that figures such as "03/04/2024" can mean; empty if they can mean one or none. */
    static List<LocalDate> twoDays(String text) {
        Matcher last = YEAR_LAST.matcher(
                TIME.matcher(plainDigits(text)).replaceFirst("").strip());
        if (!last.matches() || last.group(2).equals(".")) {
            return List.of();
        }
        int a = number(last.group(1));
        int b = number(last.group(3));
        int year = number(last.group(4));
        return a == b || a < 1 || b < 1 || a > 12 || b > 12 || year < 1
                ? List.of()
                : List.of(LocalDate.of(year, b, a), LocalDate.of(year, a, b));
    }

    private static Optional<Figures> figures(Written written) {
        if (written.form() != Written.Form.DATE && written.form() != Written.Form.TEXT) {
            return Optional.empty();
        }
        String text = TIME.matcher(plainDigits(written.text())).replaceFirst("").strip();
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return day(number(first.group(1)), number(first.group(2)), number(first.group(3)));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            int a = number(last.group(1));
            int b = number(last.group(3));
            int year = number(last.group(4));
            // With points the day comes first everywhere.
            boolean dayFirst = last.group(2).equals(".") || a > 12 || a == b;
            if (dayFirst) {
                return day(year, b, a);
            }
            return b > 12 ? day(year, a, b) : Optional.empty();
        }
        Matcher points = SHORT_YEAR.matcher(text);
        if (points.matches()) {
            return shortYear(points.group(3), number(points.group(2)), number(points.group(1)));
        }
        Matcher words = DAY_MONTH_SHORT.matcher(text);
        if (words.matches()) {
            Integer month = MONTHS.get(MatchKey.of(words.group(3)));
            return month == null ? Optional.empty() : shortYear(words.group(4), month, number(words.group(1)));
        }
        return named(text);
    }

    private static Optional<Figures> shortYear(String twoFigures, int month, int day) {
        int year = number(twoFigures);
        return year <= PIVOT
                ? day(2000 + year, month, day)
                : day(1900 + year, month, day).map(f -> new Figures(f.year(), f.month(), f.day(), true));
    }

    private static Optional<Figures> named(String text) {
        // "21 March" or "March 21"; any word that is not part of a date makes it no date.
        List<String> words = new ArrayList<>();
        for (String word : MatchKey.of(text.replace('/', ' ')).split(" ")) {
            String bare = word.matches("\\d{1,2}(st|nd|rd|th|er|го|e)") ? word.replaceAll("\\D", "") : word;
            if (!FILLERS.contains(bare) && !WEEKDAYS.contains(bare)) {
                words.add(bare);
            }
        }
        List<Integer> numbers = new ArrayList<>();
        Set<Integer> months = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("\\d{1,4}")) {
                numbers.add(number(word));
                continue;
            }
            String pair = i + 1 < words.size() ? word + " " + words.get(i + 1) : "";
            if (MONTHS.containsKey(pair)) {
                months.add(MONTHS.get(pair));
                i++;
            } else if (MONTHS.containsKey(word)) {
                months.add(MONTHS.get(word));
            } else {
                return Optional.empty();
            }
        }
        if (numbers.size() != 2 || months.size() != 1) {
            return Optional.empty();
        }
        int small = Math.min(numbers.get(0), numbers.get(1));
        int large = Math.max(numbers.get(0), numbers.get(1));
        return large < 1000 ? Optional.empty() : day(large, months.iterator().next(), small);
    }

    /** Digits of every script as 0-9, without the direction marks that bidirectional editors put beside numbers. */
    private static String plainDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0x200E && c != 0x200F && c != 0x061C).forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            } else {
                out.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        });
        return out.toString().strip();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<Figures> day(int year, int month, int day) {
        return Optional.of(new Figures(year, month, day, false));
    }
}
