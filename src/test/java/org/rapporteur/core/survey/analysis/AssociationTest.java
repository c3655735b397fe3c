package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cramér's V and the figures of numeric questions. */
class AssociationTest {

    /**
     * Hair and eye colour of 592 students (Snee, The American Statistician 28, 1974; R's HairEyeColor summed over sex):
     * chi-squared 138.29 with 9 degrees of freedom, V 0.279.
     */
    @Test
    void hairAndEyeColour() {
        Association a = Association.of(new long[][] {
                    {68, 20, 15, 5},
                    {119, 84, 54, 29},
                    {26, 17, 14, 14},
                    {7, 94, 10, 16}
                })
                .orElseThrow();
        assertEquals(138.29, a.chiSquared(), 0.005);
        assertEquals(9, a.degreesOfFreedom());
        assertEquals(592, a.n());
        assertEquals(0.279, a.v(), 0.0005);
        assertFalse(a.unreliable());
    }

    @Test
    void smallNumbersAreSaidToBeSmall() {
        Association a = Association.of(new long[][] {{3, 0}, {0, 3}}).orElseThrow();
        assertEquals(1, a.v(), 1e-12);
        assertEquals(1.5, a.smallestExpected());
        assertTrue(a.unreliable());
    }

    @Test
    void emptyRowsAndColumnsDoNotCount() {
        assertEquals(Association.of(new long[][] {{8, 9}, {7, 20}}), Association.of(new long[][] {
            {8, 0, 9}, {0, 0, 0}, {7, 0, 20}
        }));
        assertTrue(Association.of(new long[][] {{8, 9}, {0, 0}}).isEmpty());
        assertTrue(Association.of(new long[][] {}).isEmpty());
    }

    @Test
    void numbersAreSummedExactly() {
        List<BigDecimal> numbers = List.of(
                NumberSummary.parse("0.1").orElseThrow(),
                NumberSummary.parse("0.2").orElseThrow(),
                NumberSummary.parse("1E+3").orElseThrow(),
                NumberSummary.parse("-7").orElseThrow());
        NumberSummary summary = NumberSummary.of(numbers).orElseThrow();
        assertEquals("993.3", summary.sum().toPlainString());
        assertEquals("0.15", summary.median().toPlainString());
        assertEquals("-7", summary.min().toPlainString());
        assertEquals("1000", summary.max().toPlainString());
    }

    @Test
    void absurdNumbersAreRefusedNotAddedUp() {
        for (String absurd : List.of("1E999999999", "1E-999999999", "9".repeat(61), "NaN", "", "12 or so")) {
            assertTrue(NumberSummary.parse(absurd).isEmpty(), absurd);
        }
    }
}
