package org.rapporteur.core.survey.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Coefficients of agreement between coders. */
final class Reliability {
    private Reliability() {}

    /**
     * Cohen's kappa of two coders: kappa = (po - pe) / (1 - pe), with the agreement expected from each coder's own
     * frequencies (Cohen, Educational and Psychological Measurement 20, 1960).
     *
     * @param table how often the first coder chose the row's value and the second the column's
     * @return empty if there is no unit, or if both always chose the same one value: chance then explains everything
     */
    static OptionalDouble kappa(long[][] table) {
        long n = 0;
        long agreed = 0;
        double chance = 0;
        for (int i = 0; i < table.length; i++) {
            n += Arrays.stream(table[i]).sum();
            agreed += table[i][i];
        }
        if (n == 0) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < table.length; i++) {
            long column = 0;
            for (long[] row : table) {
                column += row[i];
            }
            chance += (double) Arrays.stream(table[i]).sum() / n * column / n;
        }
        if (chance >= 1) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(((double) agreed / n - chance) / (1 - chance));
    }

    /**
     * Krippendorff's alpha for nominal values, any number of coders, with values missing: alpha = 1 - (n - 1) * (sum of
     * differing coincidences) / (sum over differing pairs of values of their frequencies' product) (Krippendorff,
     * Computing Krippendorff's Alpha-Reliability, 2011). Units are added one after another.
     */
    static final class Alpha {
        private final double[][] coincidences;

        /**
         * @param values how many different values there are
         */
        Alpha(int values) {
            coincidences = new double[values][values];
        }

        /**
         * Adds units on which the coders gave the same values.
         *
         * @param counts by value, how many coders gave it to each of these units
         * @param weight how many such units there are
         */
        void add(int[] counts, long weight) {
            int coders = Arrays.stream(counts).sum();
            if (coders < 2) {
                return;
            }
            for (int c = 0; c < counts.length; c++) {
                for (int k = 0; k < counts.length; k++) {
                    long pairs = (long) counts[c] * (c == k ? counts[k] - 1 : counts[k]);
                    coincidences[c][k] += (double) pairs * weight / (coders - 1);
                }
            }
        }

        /** Alpha; empty if nothing can be paired or only one value was ever given, which tells nothing. */
        OptionalDouble value() {
            double[] sums = Arrays.stream(coincidences)
                    .mapToDouble(row -> Arrays.stream(row).sum())
                    .toArray();
            double n = Arrays.stream(sums).sum();
            double observed = 0;
            double expected = 0;
            for (int c = 0; c < sums.length; c++) {
                for (int k = 0; k < sums.length; k++) {
                    if (c != k) {
                        observed += coincidences[c][k];
                        expected += sums[c] * sums[k];
                    }
                }
            }
            return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (n - 1) * observed / expected);
        }
    }
}
