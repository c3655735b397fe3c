package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CollationTest {

    @Test
    void protocolOrderOfTheUnitedNations() {
        assertProtocol(
                Language.EN,
                "Bahamas (the)",
                "Bolivia (Plurinational State of)",
                "Côte d’Ivoire",
                "Croatia",
                "Gambia (the)",
                "Georgia",
                "Netherlands (the)",
                "Nigeria");
        assertProtocol(
                Language.FR,
                "Afrique du Sud (l’)",
                "Égypte",
                "Émirats arabes unis (les)",
                "Espagne",
                "Gambie (la)",
                "Géorgie");
        assertProtocol(Language.ES, "Nicaragua", "Níger (el)", "Nigeria", "Noruega", "Ñuñoa", "Omán");
        assertProtocol(Language.AR, "الاتحاد الروسي", "إثيوبيا", "أذربيجان", "الأرجنتين", "الأردن", "تونس", "الجزائر");
        assertProtocol(Language.ZH, "阿富汗", "埃及", "巴西", "中国");
        assertProtocol(Language.RU, "Австралия", "Ёлка", "Замбия", "Иран", "Йемен", "Казахстан");
    }

    private static void assertProtocol(Language language, String... inOrder) {
        List<String> names = new ArrayList<>(List.of(inOrder));
        Collections.shuffle(names, new Random(7));
        names.sort(Collation.of(language).protocol(name -> name));
        assertEquals(List.of(inOrder), names);
    }

    @Test
    void onlyBracketedArticlesGoInPrint() {
        assertEquals("Gambia", Collation.printForm("Gambia (the)"));
        assertEquals("Afrique du Sud", Collation.printForm("Afrique du Sud (l')"));
        assertEquals("Bahamas", Collation.printForm("Bahamas (las)"));
        assertEquals("Iran (Islamic Republic of)", Collation.printForm("Iran (Islamic Republic of)"));
        assertEquals("Korea (the Republic of)", Collation.printForm("Korea (the Republic of)"));
        assertEquals("Puebla Process (RCM)", Collation.printForm("Puebla Process (RCM)"));
    }

    @Test
    void numbersByValueAndEveryTextInOnePlace() {
        List<String> items = new ArrayList<>(List.of("Item 10", "Item 9", "item 9"));
        items.sort(Collation.of(Language.EN).order());
        assertEquals(List.of("item 9", "Item 9", "Item 10"), items);
        assertEquals(0, Collation.of(Language.EN).order().compare(null, null));
        assertEquals(-1, Collation.of(Language.EN).order().compare(null, "a"));
    }

    @Test
    void headings() {
        assertEquals("E", Collation.of(Language.FR).heading("Émirats arabes unis (les)"));
        assertEquals("E", Collation.of(Language.ZH).heading("厄瓜多尔"));
        assertEquals("Й", Collation.of(Language.RU).heading("Йемен"));
        assertEquals("#", Collation.of(Language.EN).heading("5+5 Dialogue"));
        assertEquals("#", Collation.of(Language.EN).heading(""));
    }
}
