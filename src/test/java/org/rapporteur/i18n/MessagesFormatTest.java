package org.rapporteur.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.Language;

class MessagesFormatTest {
    private static final LocalDate TEN = LocalDate.of(2017, 10, 10);

    private final Messages messages = new Messages(Language.EN);

    @Test
    void pluralsFollowTheLanguage() {
        assertEquals("1 selected", messages.text("kit.selected", 1));
        assertEquals("Выбрано 3 элемента", messages.text(Language.RU, "kit.selected", 3));
        assertEquals("Выбран 21 элемент", messages.text(Language.RU, "kit.selected", 21));
        assertEquals("عنصران محدَّدان", messages.text(Language.AR, "kit.selected", 2));
        assertEquals("3 عناصر محدَّدة", messages.text(Language.AR, "kit.selected", 3));
    }

    @Test
    void argumentsAreWrittenAsTheLanguageDoes() {
        assertEquals("12,345 of 20,000", messages.text("shell.tasks.count", 12345, 20000L));
        assertEquals("12.345 de 20.000", messages.text(Language.ES, "shell.tasks.count", 12345, 20000L));
        assertEquals("Undo: Cancel", messages.text("shell.undo.named", Message.of("kit.cancel")));
        assertEquals("Undo: {0}", messages.text("shell.undo.named"));
        assertEquals("Undo: {0} it's", messages.text("shell.undo.named", "{0} it's"));
    }

    @Test
    void arabicHasWesternDigits() {
        Formats arabic = messages.formats(Language.AR);
        assertEquals("1,234", arabic.number(1234));
        assertTrue(arabic.date(TEN).contains("10") && arabic.date(TEN).contains("2017"), arabic.date(TEN));
        assertEquals("14:30", arabic.time(LocalTime.of(14, 30)));
    }

    @Test
    void datesOfUnitedNationsDocuments() {
        Formats english = messages.formats(Language.EN);
        assertEquals("10 October 2017", english.date(TEN));
        assertEquals("October 2017", english.month(YearMonth.of(2017, 10)));
        assertEquals(
                "10\u201311 October 2017",
                english.dates(TEN, TEN.plusDays(1)).replaceAll("[\u2009\\s]*\u2013[\u2009\\s]*", "\u2013"));
        assertEquals("10 October 2017", english.dates(TEN, TEN));
        assertEquals("2017年10月10日", messages.formats(Language.ZH).date(TEN));
        assertEquals("10 octobre 2017", messages.formats(Language.FR).date(TEN));
        assertEquals("in 3 days", english.days(3));
    }

    @Test
    void sortingFollowsTheLanguage() {
        List<String> names = new ArrayList<>(List.of("Zambia", "Åland", "Algeria", "Éthiopie", "Egypt"));
        names.sort(messages.formats(Language.FR).order());
        assertEquals(List.of("Åland", "Algeria", "Egypt", "Éthiopie", "Zambia"), names);
    }

    @Test
    void theLanguageChangesWhileTheProgramRuns() {
        List<String> told = new ArrayList<>();
        Runnable cancel = messages.onChange(() -> told.add(messages.text("kit.cancel")));
        messages.language(Language.FR);
        messages.language(Language.FR);
        messages.language(Language.RU);
        cancel.run();
        messages.language(Language.AR);
        assertEquals(List.of("Annuler", "Отмена"), told);
        assertTrue(messages.isRightToLeft());
    }

    @Test
    void missingWordsShowTheirKey() {
        assertEquals("no.such.key", messages.text("no.such.key", 1));
        assertFalse(messages.has("no.such.key"));
    }
}
