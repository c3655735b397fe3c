package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The coefficients give the results of published worked examples. */
class ReliabilityTest {

    /** Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, table 18.1: 0.68. */
    @Test
    void kappaOfADiagnosisByTwoRaters() {
        long[][] table = {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}};
        assertEquals(0.68, Reliability.kappa(table).orElseThrow(), 0.005);
    }

    /** The same table taken category by category, as the book's section on single categories does: po, pe by hand. */
    @Test
    void kappaOfOneCategoryAgainstTheRest() {
        assertEquals(
                (0.93 - 0.86) / (1 - 0.86),
                Reliability.kappa(new long[][] {{4, 6}, {1, 89}}).orElseThrow(),
                1e-12);
    }

    @Test
    void kappaIsOneForFullAgreementAndUndefinedWithoutVariation() {
        assertEquals(1, Reliability.kappa(new long[][] {{7, 0}, {0, 3}}).orElseThrow());
        assertTrue(Reliability.kappa(new long[][] {{10, 0}, {0, 0}}).isEmpty());
        assertTrue(Reliability.kappa(new long[][] {{0, 0}, {0, 0}}).isEmpty());
    }

    /** Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section A: binary, two observers: 0.095. */
    @Test
    void alphaOfBinaryData() {
        assertEquals(0.095, alpha("0100000010", "1110010000"), 0.0005);
    }

    /** The same, section B: nominal, two observers: 0.692. */
    @Test
    void alphaOfNominalData() {
        assertEquals(0.692, alpha("aabbdcccedda", "babbbccceddd"), 0.0005);
    }

    /** The same, section C: nominal, four observers, values missing: 0.743. */
    @Test
    void alphaWithMissingValues() {
        assertEquals(0.743, alpha("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.0005);
    }

    @Test
    void alphaIsUndefinedWhereNothingVaries() {
        Reliability.Alpha alpha = new Reliability.Alpha(2);
        alpha.add(new int[] {2, 0}, 10);
        assertTrue(alpha.value().isEmpty());
        Reliability.Alpha unpaired = new Reliability.Alpha(2);
        unpaired.add(new int[] {1, 0}, 1);
        unpaired.add(new int[] {0, 1}, 1);
        assertTrue(unpaired.value().isEmpty());
    }

    /** Alpha as one minus observed by expected disagreement over all pairs of values, which needs no coincidences. */
    @Test
    void alphaEqualsItsDefinitionByPairs() {
        long seed = 20171010;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int units = 2 + random.nextInt(10);
            String[] coders = new String[2 + random.nextInt(3)];
            for (int c = 0; c < coders.length; c++) {
                StringBuilder values = new StringBuilder();
                for (int u = 0; u < units; u++) {
                    values.append("abc.".charAt(random.nextInt(4)));
                }
                coders[c] = values.toString();
            }
            double expected = byPairs(coders);
            double actual = alpha(coders);
            assertEquals(expected, actual, 1e-9, "seed " + seed + " round " + round);
        }
    }

    private static double byPairs(String[] coders) {
        double n = 0;
        double observed = 0;
        StringBuilder all = new StringBuilder();
        for (int u = 0; u < coders[0].length(); u++) {
            StringBuilder unit = new StringBuilder();
            for (String coder : coders) {
                if (coder.charAt(u) != '.') {
                    unit.append(coder.charAt(u));
                }
            }
            if (unit.length() < 2) {
                continue;
            }
            n += unit.length();
            all.append(unit);
            observed += differing(unit) / (unit.length() - 1);
        }
        double expected = differing(all) / (n - 1);
        return expected == 0 || n == 0 ? Double.NaN : 1 - observed / expected;
    }

    private static double differing(CharSequence values) {
        double count = 0;
        for (int i = 0; i < values.length(); i++) {
            for (int k = 0; k < values.length(); k++) {
                count += values.charAt(i) != values.charAt(k) ? 1 : 0;
            }
        }
        return count;
    }

    private static double alpha(String... coders) {
        Reliability.Alpha alpha = new Reliability.Alpha(128);
        for (int u = 0; u < coders[0].length(); u++) {
            int[] counts = new int[128];
            for (String coder : coders) {
                if (coder.charAt(u) != '.') {
                    counts[coder.charAt(u)]++;
                }
            }
            alpha.add(counts, 1);
        }
        return alpha.value().orElse(Double.NaN);
    }
}
