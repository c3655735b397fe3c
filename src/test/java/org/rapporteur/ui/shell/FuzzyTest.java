package org.rapporteur.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyTest {
    @Test
    void beginningsCountMostAndInsideLeast() {
        int start = Fuzzy.score("new", "New meeting");
        int word = Fuzzy.score("new", "Add new meeting");
        int inside = Fuzzy.score("new", "Renewed mandate");
        assertTrue(start > word && word > inside && inside > 0, start + " " + word + " " + inside);
    }

    @Test
    void lettersOfWordsInAnyForm() {
        assertTrue(Fuzzy.score("nm", "New meeting") > 0);
        assertTrue(Fuzzy.score("meeting new", "New meeting") > 0);
        assertTrue(Fuzzy.score("reunion", "Nouvelle réunion") > 0);
        assertTrue(Fuzzy.score("الاستقصاء", "فتح الاستقصاءِ") > 0);
        assertTrue(Fuzzy.score("ОПРОС", "Новый опрос") > 0);
        assertTrue(Fuzzy.score("会议", "新建会议") > 0);
    }

    @Test
    void whatDoesNotFit() {
        assertEquals(Fuzzy.NO, Fuzzy.score("xyz", "New meeting"));
        assertEquals(Fuzzy.NO, Fuzzy.score("ntg", "Convention on the status of refugees"));
        assertNotEquals(Fuzzy.NO, Fuzzy.score("", "New meeting"));
    }
}
