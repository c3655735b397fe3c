package org.rapporteur.core.survey;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days with a year of another calendar, as ministries write them: Buddhist (2560), Bikram Sambat (2074), Hijri (1439),
 * Persian (1396). What they mean is only ever offered, because a year may be a slip as well.
 */
final class OtherCalendars {
    private static final int BUDDHIST_AHEAD = 543;
    private static final int AROUND = 2020;

    private static final int FIRST_SAMBAT = 2070;
    private static final LocalDate SAMBAT_START = LocalDate.of(2013, 4, 14);
    /** Days above 28 of each month of the years from 2070 (2013/14) to 2082 (2025/26); later ones are not fixed yet. */
    private static final String[] SAMBAT = {
        "333433122122",
        "334333212122",
        "343432212122",
        "343432221123",
        "333433212122",
        "334333212122",
        "343432221122",
        "343432221213",
        "333433212122",
        "334333212122",
        "343432221122",
        "343432221213",
        "334333212122"
    };

    private OtherCalendars() {}

    /** The day that is meant if the year is one of another calendar; empty if it is none, or of none that is known. */
    static Optional<LocalDate> day(int year, int month, int day) {
        if (year >= 2400 && year < 2700) {
            return gregorian(year - BUDDHIST_AHEAD, month, day);
        }
        if (year >= FIRST_SAMBAT && year < FIRST_SAMBAT + SAMBAT.length) {
            return sambat(year, month, day);
        }
        if (year >= 1340 && year < 1500) {
            Optional<LocalDate> hijri = lunar("islamic-umalqura", year, month, day);
            Optional<LocalDate> persian = lunar("persian", year, month, day);
            // Both count from the same event, one by the moon and one by the sun: the nearer to our days is meant.
            return persian.isEmpty() || hijri.isPresent() && far(hijri.get()) <= far(persian.get()) ? hijri : persian;
        }
        return Optional.empty();
    }

    private static int far(LocalDate day) {
        return Math.abs(day.getYear() - AROUND);
    }

    private static Optional<LocalDate> gregorian(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> sambat(int year, int month, int day) {
        String lengths = SAMBAT[year - FIRST_SAMBAT];
        if (month < 1 || month > 12 || day < 1 || day > 28 + lengths.charAt(month - 1) - '0') {
            return Optional.empty();
        }
        long days = day - 1L;
        for (int y = FIRST_SAMBAT; y <= year; y++) {
            String months = SAMBAT[y - FIRST_SAMBAT];
            for (int m = 1; m <= (y == year ? month - 1 : 12); m++) {
                days += 28 + months.charAt(m - 1) - '0';
            }
        }
        return Optional.of(SAMBAT_START.plusDays(days));
    }

    private static Optional<LocalDate> lunar(String calendar, int year, int month, int day) {
        Calendar other = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + calendar));
        other.clear();
        other.setLenient(false);
        other.set(Calendar.EXTENDED_YEAR, year);
        other.set(Calendar.MONTH, month - 1);
        other.set(Calendar.DAY_OF_MONTH, day);
        try {
            return Optional.of(LocalDate.ofEpochDay(Math.floorDiv(other.getTimeInMillis(), 86_400_000L)));
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }
}
