package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void readsCodesAndNamesAsFilesWriteThem() {
        for (String text : List.of("fr", "FR", "fr-CA", "fr_CH", "fra", "fre", "French", "Français", "French (fr)")) {
            assertEquals(Optional.of(Language.FR), Language.of(text), text);
        }
        assertEquals(Optional.of(Language.ZH), Language.of("zh-Hans-CN"));
        assertEquals(Optional.of(Language.ZH), Language.of("中文"));
        assertEquals(Optional.of(Language.AR), Language.of("العربية (ar)"));
        assertEquals(Optional.of(Language.ES), Language.of("Español"));
        for (String text : List.of("", "de", "frisian", "()", "(de)", "english ("))
            assertEquals(Optional.empty(), Language.of(text), text);
        assertEquals(Optional.empty(), Language.of(null));
    }

    @Test
    void bracketsNestedWithoutEndDoNotOverflow() {
        assertEquals(Optional.empty(), Language.of("(".repeat(200) + ")".repeat(200)));
    }

    @Test
    void onlyArabicRunsFromRightToLeft() {
        assertEquals(
                List.of(Language.AR),
                Language.all().stream().filter(Language::rtl).toList());
    }

    @Test
    void namesItselfInOthers() {
        assertEquals("anglais", Language.EN.nameIn(Language.FR));
        assertEquals("Chinese", Language.ZH.nameIn(Language.EN));
        assertEquals("русский", Language.RU.nameIn(Language.RU));
        for (Language language : Language.all()) {
            assertEquals(
                    language.nativeName().toLowerCase(language.locale()),
                    language.nameIn(language).toLowerCase(language.locale()));
        }
    }

    @Test
    void exactCodesOnly() {
        for (Language language : Language.all()) {
            assertEquals(language, Language.ofCode(language.code()));
            assertTrue(language.locale().toLanguageTag().startsWith(language.code()));
        }
        assertThrows(IllegalArgumentException.class, () -> Language.ofCode("fr-CA"));
    }
}
