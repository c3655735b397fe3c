package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;

class FieldInputTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2017-09-01T08:00:00Z"), ZoneOffset.UTC);

    private static FieldInput.Reading read(FieldType type, String typed, Language language) {
        Field field = Kind.named("x").field("f", type).build().field("f");
        return FieldInput.read(field, typed, new Messages(language).formats(), CLOCK);
    }

    private static Object value(FieldType type, String typed, Language language) {
        FieldInput.Reading reading = read(type, typed, language);
        assertTrue(reading.isGood(), () -> typed + ": " + reading.fault());
        return reading.value();
    }

    @Test
    void readsNumbersAsTheLanguageWritesThem() {
        assertEquals(1234567L, value(FieldType.INTEGER, "1,234,567", Language.EN));
        assertEquals(1234567L, value(FieldType.INTEGER, "1 234 567", Language.FR));
        assertEquals(1234567L, value(FieldType.INTEGER, "1.234.567", Language.ES));
        assertEquals(1234567L, value(FieldType.INTEGER, "١٬٢٣٤٬٥٦٧", Language.AR));
        assertEquals(-5L, value(FieldType.INTEGER, "−5", Language.EN));
        assertEquals(1.5, value(FieldType.DECIMAL, "1.5", Language.EN));
        assertEquals(1.5, value(FieldType.DECIMAL, "1,5", Language.FR));
        assertEquals(1.5, value(FieldType.DECIMAL, "1.5", Language.ES));
        assertEquals(1234.5, value(FieldType.DECIMAL, "1.234,5", Language.ES));
    }

    @Test
    void refusesWhatIsNoNumberInWords() {
        assertEquals(
                "records.fault.integer",
                read(FieldType.INTEGER, "many", Language.EN).fault().key());
        assertEquals(
                "records.fault.integer",
                read(FieldType.INTEGER, "1.5", Language.EN).fault().key());
        assertEquals(
                "records.fault.integer",
                read(FieldType.INTEGER, "99999999999999999999", Language.EN)
                        .fault()
                        .key());
        assertEquals(
                "records.fault.decimal",
                read(FieldType.DECIMAL, "1.2.3", Language.EN).fault().key());
    }

    @Test
    void keepsAnOddAddressWithADoubt() {
        assertNull(read(FieldType.EMAIL, "a.b@example.org", Language.EN).doubt());
        FieldInput.Reading odd = read(FieldType.EMAIL, "a.b at example", Language.EN);
        assertEquals("a.b at example", odd.value());
        assertNotNull(odd.doubt());
        assertNull(read(FieldType.PHONE, "+41 22 917 12 34", Language.EN).doubt());
        assertEquals("https://gfmd.org/a", value(FieldType.URL, "gfmd.org/a", Language.EN));
        assertNotNull(read(FieldType.URL, "javascript:alert(1)", Language.EN).doubt());
    }

    @Test
    void emptyTextIsNoValue() {
        for (FieldType type : FieldType.values()) {
            assertNull(value(type, "  ", Language.EN));
        }
        assertFalse(read(FieldType.COLOUR, "red", Language.EN).isGood());
        assertEquals("#0072b2", value(FieldType.COLOUR, "#0072B2", Language.EN));
    }
}
