package org.rapporteur.core.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as well as its source knows it: a day, a month ("2017-04") or a year ("2005").
 *
 * @param first its first day
 * @param last its last day
 * @param precision how well it is known
 */
public record PartialDate(LocalDate first, LocalDate last, Precision precision) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** How well a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** Reads ISO 8601, whole or cut short; empty if it is anything else. */
    public static Optional<PartialDate> of(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(form.group(1));
            if (form.group(2) == null) {
                return Optional.of(
                        new PartialDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR));
            }
            int month = Integer.parseInt(form.group(2));
            if (form.group(3) == null) {
                YearMonth whole = YearMonth.of(year, month);
                return Optional.of(new PartialDate(whole.atDay(1), whole.atEndOfMonth(), Precision.MONTH));
            }
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(form.group(3)));
            return Optional.of(new PartialDate(day, day, Precision.DAY));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
