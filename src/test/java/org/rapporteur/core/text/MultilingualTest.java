package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MultilingualTest {

    private final Multilingual text = Multilingual.of(Map.of(Language.FR, "réunion", Language.AR, "اجتماع"));

    @Test
    void choosesTheWantedLanguageOrSaysWhichItUsed() {
        assertFalse(text.choose(Language.AR).orElseThrow().substituted());
        Multilingual.Choice choice = text.choose(Language.ES).orElseThrow();
        assertEquals("réunion", choice.text());
        assertEquals(Language.FR, choice.language());
        assertTrue(choice.substituted());
        assertEquals(
                Language.AR,
                text.choose(Language.ES, List.of(Language.AR)).orElseThrow().language());
        assertEquals(
                "réunion",
                text.choose(Language.ES, List.of(Language.ZH)).orElseThrow().text());
        assertTrue(Multilingual.EMPTY.choose(Language.EN).isEmpty());
        assertEquals("", Multilingual.EMPTY.text(Language.EN));
    }

    @Test
    void blankIsMissing() {
        assertSame(Multilingual.EMPTY, Multilingual.of(Language.EN, "  "));
        assertSame(Multilingual.EMPTY, text.without(Language.FR).with(Language.AR, ""));
        assertEquals(text, text.with(Language.EN, null));
        assertSame(text, text.with(Language.FR, "réunion"));
        assertEquals(Set.of(Language.EN, Language.ES, Language.ZH, Language.RU), text.missing());
        assertEquals(Multilingual.of(Language.AR, "اجتماع"), text.map(t -> t.startsWith("r") ? " " : t));
    }

    @Test
    void joinsAndReadsCodes() {
        Multilingual english = Multilingual.of(Map.of(Language.EN, "meeting", Language.FR, "séance"));
        assertEquals("réunion", text.orElse(english).text(Language.FR));
        assertEquals("meeting", text.orElse(english).text(Language.EN));
        assertEquals(text, Multilingual.ofCodes(Map.of("fr", "réunion", "ar", "اجتماع", "de", "Treffen")));
    }

    @Test
    void cannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> text.asMap().put(Language.EN, "x"));
        assertThrows(UnsupportedOperationException.class, () -> text.languages().clear());
    }
}
