package org.rapporteur.core.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Aminata Diallo||Aminata|Diallo|",
                "H.E. Ms Aminata DIALLO BA|H.E. Ms|Aminata|DIALLO BA|",
                "DIALLO Aminata||Aminata|DIALLO|",
                "Diallo, Ms Aminata|Ms|Aminata|Diallo|",
                "Madonna|||Madonna|",
                "Dr|||Dr|",
                "Ana María de la Cruz||Ana María de la|Cruz|",
                "Анна Иванова||Анна|Иванова|Анна Иванова",
                "محمد السيد||محمد|السيد|محمد السيد",
                "السيد محمد علي|السيد|محمد|علي|السيد محمد علي",
                "李明|||李明|李明"
            })
    void takesANameApart(String typed, String honorific, String given, String family, String script) {
        PersonName expected = new PersonName(text(honorific), text(given), text(family), text(script));
        assertEquals(expected, PersonName.of(typed));
    }

    @Test
    void anEmptyTextIsAnEmptyName() {
        assertEquals(new PersonName("", "", "", ""), PersonName.of("  "));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
