package org.rapporteur.core.survey.analysis;

import java.util.Optional;

/**
 * How strongly a closed question and a grouping go together: Cramér's V from Pearson's chi-squared without correction,
 * V = sqrt(chi² / (n * min(rows - 1, columns - 1))) (Cramér, Mathematical Methods of Statistics, 1946, ch. 21). Rows and
 * columns without any count are left out.
 *
 * @param v 0 (none) to 1 (one tells the other)
 * @param chiSquared the statistic
 * @param degreesOfFreedom of the statistic
 * @param n respondents in the table
 * @param smallestExpected the smallest count to be expected if they did not go together
 */
public record Association(double v, double chiSquared, int degreesOfFreedom, long n, double smallestExpected) {

    /** Below this expected count the statistic says little (Cochran's rule). */
    public static final double ENOUGH = 5;

    /** Whether the numbers are too small to read much into them. */
    public boolean unreliable() {
        return smallestExpected < ENOUGH;
    }

    /** The association in a table of counts; empty if fewer than two rows or columns hold any count. */
    public static Optional<Association> of(long[][] counts) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        long[] rowSums = new long[counts.length];
        long[] columnSums = new long[width];
        long n = 0;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < width; c++) {
                rowSums[r] += counts[r][c];
                columnSums[c] += counts[r][c];
                n += counts[r][c];
            }
        }
        int rows = filled(rowSums);
        int columns = filled(columnSums);
        if (rows < 2 || columns < 2) {
            return Optional.empty();
        }
        double chi = 0;
        double smallest = Double.MAX_VALUE;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < width; c++) {
                if (rowSums[r] > 0 && columnSums[c] > 0) {
                    double expected = (double) rowSums[r] * columnSums[c] / n;
                    double off = counts[r][c] - expected;
                    chi += off * off / expected;
                    smallest = Math.min(smallest, expected);
                }
            }
        }
        double v = Math.min(1, Math.sqrt(chi / (n * (double) Math.min(rows - 1, columns - 1))));
        return Optional.of(new Association(v, chi, (rows - 1) * (columns - 1), n, smallest));
    }

    private static int filled(long[] sums) {
        int filled = 0;
        for (long sum : sums) {
            filled += sum > 0 ? 1 : 0;
        }
        return filled;
    }
}
