package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatedNumberTest {
    private static final List<String> ORDERED = List.of(
            "1",
            "2",
            "2 bis",
            "2 ter",
            "3",
            "(4)",
            "9",
            "10",
            "10.1",
            "10.7",
            "10.10",
            "10.a",
            "17",
            "17.18",
            "100",
            "123456789012345678901",
            "123456789012345678902",
            "Annex",
            "II");

    @Test
    void standsAsPeopleCount() {
        long seed = Samples.seed();
        List<String> some = new ArrayList<>(ORDERED);
        Collections.shuffle(some, new Random(seed));
        some.sort(StatedNumber.ORDER);
        assertEquals(by(ORDERED), by(some), "seed " + seed);
        some.sort(Comparator.comparing(StatedNumber::key));
        assertEquals(by(ORDERED), by(some), "seed " + seed);
    }

    // A bracket before a figure counts before the figure; where it stands among others is no matter.
    private static List<String> by(List<String> numbers) {
        return numbers.stream().filter(number -> !number.startsWith("(")).toList();
    }
}
