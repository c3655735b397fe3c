package org.rapporteur.core.survey.analysis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Figures of a list of numbers, computed without rounding.
 *
 * @param n how many
 * @param median the middle one, or half the sum of the two in the middle
 */
public record NumberSummary(int n, BigDecimal min, BigDecimal median, BigDecimal max, BigDecimal sum) {
    // Longer numbers are typing errors, and adding up 1E999999999 would fill the memory.
    private static final int MOST_DIGITS = 30;
    private static final int MOST_SCALE = 18;

    /** The figures; empty for an empty list. */
    public static Optional<NumberSummary> of(Collection<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int n = sorted.size();
        BigDecimal upper = sorted.get(n / 2);
        BigDecimal median = n % 2 == 1
                ? upper
                : sorted.get(n / 2 - 1)
                        .add(upper)
                        .divide(BigDecimal.TWO, MOST_SCALE + 1, java.math.RoundingMode.UNNECESSARY);
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(
                new NumberSummary(n, plain(sorted.getFirst()), plain(median), plain(sorted.getLast()), plain(sum)));
    }

    /** The number that a stored value is; empty if it is none or not one of sensible size. */
    public static Optional<BigDecimal> parse(String value) {
        if (value.isEmpty() || value.length() > 2 * MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_SCALE) {
                return Optional.empty();
            }
            return Optional.of(plain(number));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
