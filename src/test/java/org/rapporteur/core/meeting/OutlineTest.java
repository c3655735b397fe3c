package org.rapporteur.core.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.meeting.Programmes.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.text.Multilingual;

class OutlineTest {
    private static AgendaItem item(int key, Integer parent, String number, String position) {
        return new AgendaItem(
                id(key), number, Multilingual.EMPTY, null, parent == null ? null : id(parent), 0, position);
    }

    @Test
    void numbersFollowTheUsageOfTheUnitedNations() {
        Outline outline = Outline.of(List.of(
                item(1, null, "", "a"),
                item(2, null, "", "b"),
                item(3, 2, "", "a"),
                item(4, 2, "", "b"),
                item(5, 4, "", "a"),
                item(6, null, "", "c")));
        assertEquals(
                List.of("1", "2", "2 (a)", "2 (b)", "2 (b) (i)", "3"),
                List.copyOf(Numbering.LETTERS.numbers(outline).values()));
        assertEquals(
                List.of("1", "2", "2.1", "2.2", "2.2.1", "3"),
                List.copyOf(Numbering.DECIMAL.numbers(outline).values()));
    }

    @Test
    void lettersAndRomanNumeralsGoOn() {
        assertEquals("z", Numbering.letter(26));
        assertEquals("aa", Numbering.letter(27));
        assertEquals("xiv", Numbering.roman(14));
    }

    @Test
    void numbersGivenByHandAreLeftAlone() {
        assertEquals(
                Optional.of(Numbering.LETTERS),
                Numbering.used(Outline.of(List.of(item(1, null, "1", "a"), item(2, null, "2", "b")))));
        assertEquals(
                Optional.of(Numbering.DECIMAL),
                Numbering.used(Outline.of(List.of(item(1, null, "1", "a"), item(2, 1, "1.1", "b")))));
        assertEquals(
                Optional.empty(),
                Numbering.used(Outline.of(List.of(item(1, null, "1", "a"), item(2, null, "1 bis", "b")))));
    }

    @Test
    void anItemThatWouldBePartOfItselfStandsAtTheTop() {
        Outline outline = Outline.of(List.of(item(1, 2, "", "a"), item(2, 1, "", "b"), item(3, 2, "", "c")));
        assertNull(outline.parentOf(id(1)));
        assertNull(outline.parentOf(id(2)));
        assertEquals(id(2), outline.parentOf(id(3)));
        assertEquals(3, outline.items().size());
        assertTrue(outline.isWithin(id(3), id(2)));
        assertFalse(outline.isWithin(id(2), id(3)));
    }

    @RepeatedTest(100)
    void whateverTheReferencesSayEveryItemIsThereOnce(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        int count = 1 + random.nextInt(12);
        List<AgendaItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Parents that are missing, circles, the item itself.
            Integer parent = random.nextInt(3) == 0 ? null : random.nextInt(count + 2);
            items.add(item(i, parent, "", "p" + random.nextInt(5)));
        }
        Outline outline = Outline.of(items);
        List<UUID> shown = outline.items().stream().map(AgendaItem::id).toList();
        assertEquals(count, shown.size(), "seed " + seed);
        assertEquals(count, new HashSet<>(shown).size(), "seed " + seed);
        for (Outline.Line line : outline.lines()) {
            assertFalse(outline.isWithin(line.item().id(), line.item().id()), "seed " + seed);
        }
        List<String> numbers = List.copyOf(Numbering.LETTERS.numbers(outline).values());
        assertEquals(count, new HashSet<>(numbers).size(), "numbers are unique, seed " + seed);
    }
}
