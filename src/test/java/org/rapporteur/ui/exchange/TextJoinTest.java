package org.rapporteur.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.change.FieldType;

class TextJoinTest {
    @Test
    void linesStandBesideEachOtherAndParagraphsBelow() {
        assertEquals("Data / Evidence", TextJoin.of(FieldType.TEXT, List.of("Data", "Evidence")));
        assertEquals("Data\n\nEvidence", TextJoin.of(FieldType.LONG_TEXT, List.of(" Data\n", "Evidence")));
    }

    @Test
    void whatIsPartOfTheOtherIsNotRepeated() {
        assertEquals("Data for policy", TextJoin.of(FieldType.TEXT, List.of("Data", "", "Data for policy")));
        assertEquals("Data for policy", TextJoin.of(FieldType.TEXT, List.of("Data for policy", "Data")));
    }
}
