package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;

class DateInputTest {
    private static final LocalDate TODAY = LocalDate.of(2017, 9, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-10-09",
                "20171009",
                "9/10/2017",
                "09.10.2017",
                "9 10 17",
                "9-10",
                "9 Oct 2017",
                "9 October",
                "09 oct. 2017",
                "9 octobre 2017",
                "9 de octubre de 2017",
                "9 октября 2017 г.",
                "9 أكتوبر 2017",
                "٩ تشرين الأول ٢٠١٧",
                "2017年10月9日",
                "October 9, 2017",
                " 9 OCTOBER 2017 "
            })
    void readsADayInAnyFormPeopleUse(String typed) {
        assertEquals(LocalDate.of(2017, 10, 9), DateInput.date(typed, TODAY).date(), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02", "31.02.2017", "2017-02-29", "31 Feb", "0/5/2017", "1/13/2017", "99/99/9999"})
    void saysThatThereIsNoSuchDay(String typed) {
        assertNull(DateInput.date(typed, TODAY).date());
        assertEquals(DateInput.Fault.NO_SUCH_DAY, DateInput.date(typed, TODAY).fault(), typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tomorrow", "2017", "autumn 2017", "9 Ma 2017", "9 Foo 2017", "1/2/3/4", "10-11 October 2017"})
    void doesNotGuess(String typed) {
        assertEquals(DateInput.Fault.NOT_A_DATE, DateInput.date(typed, TODAY).fault(), typed);
    }

    @Test
    void readsBackWhatTheProgramWritesInEveryLanguage() {
        for (Language language : Language.all()) {
            for (int month = 1; month <= 12; month++) {
                LocalDate day = LocalDate.of(2018, month, 7);
                var formats = new Messages(language).formats();
                assertEquals(day, DateInput.date(formats.shortDate(day), TODAY).date(), formats.shortDate(day));
                assertEquals(day, DateInput.date(formats.date(day), TODAY).date(), formats.date(day));
                if (language != Language.EN) {
                    String numeric = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                            .localizedBy(formats.locale())
                            .format(day);
                    assertEquals(day, DateInput.date(numeric, TODAY).date(), numeric);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9:30,09:30",
        "0930,09:30",
        "930,09:30",
        "9h30,09:30",
        "9h,09:00",
        "14,14:00",
        "2.15 pm,14:15",
        "12 am,00:00",
        "12:05 p.m.,12:05",
        "٠٩:٣٠,09:30",
        "24:00,",
        "9:60,",
        "noon,"
    })
    void readsTimes(String typed, String expected) {
        Optional<LocalTime> wanted = Optional.ofNullable(expected).map(LocalTime::parse);
        assertEquals(wanted, DateInput.time(typed), String.format(Locale.ROOT, "'%s'", typed));
    }
}
