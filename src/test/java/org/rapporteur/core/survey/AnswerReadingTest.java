package org.rapporteur.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.ChoiceReading.Tick;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

class AnswerReadingTest {
    private static final List<Choice> CHOICES = List.of(
            choice("treaty", Map.of("en", "Treaty, agreement", "fr", "Traité, accord", "ar", "معاهدة أو اتفاق")),
            choice("informal", Map.of("en", "Informal dialogue", "ru", "Неформальный диалог", "zh", "非正式对话")),
            choice("less", Map.of("en", "< 5")),
            choice("more", Map.of("en", "> 5")));

    private static Choice choice(String code, Map<String, String> label) {
        return new Choice(UUID.nameUUIDFromBytes(code.getBytes()), code, Multilingual.ofCodes(label));
    }

    private static Question question(QuestionType type, List<Choice> choices) {
        return new Question(
                new UUID(0, 1), "Q1", Multilingual.of(Language.EN, "?"), Multilingual.EMPTY, type, false, choices);
    }

    private static Reading read(QuestionType type, Written written, Language language) {
        return AnswerReading.read(question(type, CHOICES), written, language).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12|",
                "١٢|12|",
                "۱۲|12|",
                " 1 200 |1200|",
                "1,200|1200|",
                "12.0|12|",
                "around 1,200||APPROXIMATE",
                "10-12||APPROXIMATE",
                "نحو ١٢||APPROXIMATE",
                "12.5||NOT_A_NUMBER",
                "1.200||NOT_A_NUMBER",
                "12 %||NOT_A_NUMBER",
                "none||NOT_A_NUMBER"
            })
    void wholeNumbers(String typed, String value, Doubt doubt) {
        Reading reading = read(QuestionType.INTEGER, Written.text(typed), Language.EN);
        assertEquals(value == null ? "" : value, reading.value());
        assertEquals(doubt, reading.doubt());
        assertEquals(typed.strip(), reading.body());
    }

    @Test
    void aNumberThatTheSpreadsheetMadeADayIsNotANumber() {
        Reading reading = read(QuestionType.INTEGER, Written.date(LocalDate.of(2018, 2, 1)), Language.EN);
        assertEquals(Doubt.NOT_A_NUMBER, reading.doubt());
        assertEquals(
                Doubt.NOT_A_NUMBER,
                read(QuestionType.INTEGER, Written.shown("12%"), Language.EN).doubt());
        assertEquals(
                "12",
                read(QuestionType.INTEGER, Written.number(12, "12"), Language.EN)
                        .value());
        assertEquals(
                Doubt.NOT_A_NUMBER,
                read(QuestionType.INTEGER, Written.number(12.4, "12"), Language.EN)
                        .doubt());
        assertEquals(
                "3.5",
                read(QuestionType.DECIMAL, Written.text("3,5"), Language.FR).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-11-21|2017-11-21",
                "21/11/2017|2017-11-21",
                "11/21/2017|2017-11-21",
                "3.4.2017|2017-04-03",
                "21 November 2017|2017-11-21",
                "November 21st, 2017|2017-11-21",
                "le 1er mars 2018|2018-03-01",
                "21 de noviembre de 2017|2017-11-21",
                "21 ноября 2017 г.|2017-11-21",
                "2017年11月21日|2017-11-21",
                "21 تشرين الثاني/نوفمبر 2017|2017-11-21",
                "٢١ نوفمبر ٢٠١٧|2017-11-21",
                "3/4/2017|",
                "November 2017|",
                "2017|",
                "22-Feb-24|2024-02-22",
                "22.02.24|2024-02-22",
                "22 févr. 24|2024-02-22",
                "2024-02-22T10:11:12Z|2024-02-22",
                "2018-09-03 12:28:46|2018-09-03",
                "2024-02-22T23:59:59.123+03:00|2024-02-22",
                "22/02/2024 10:11 pm|2024-02-22",
                "22/02/24|",
                "Feb-24|",
                "31/2/2017|",
                "not yet known|"
            })
    void days(String typed, String day) {
        Reading reading = read(QuestionType.DATE, Written.text(typed), Language.EN);
        assertEquals(day == null ? "" : day, reading.value());
        assertEquals(day == null ? Doubt.NOT_A_DATE : null, reading.doubt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"21.11.60", "21-Nov-60"})
    void theCenturyOfAnOldShortYearIsAGuess(String typed) {
        // 1960, or 2017 as it is counted in Thailand.
        Reading reading = read(QuestionType.DATE, Written.text(typed), Language.EN);
        assertEquals("", reading.value());
        assertEquals(Doubt.FAR_DATE, reading.doubt());
        assertEquals("1960-11-21", reading.offered());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Treaty, agreement|treaty",
                "TRAITÉ , ACCORD|treaty",
                "معاهده او اتفاق|treaty",
                "Неформальный диалог|informal",
                "非正式对话|informal",
                "informal|informal",
                "< 5|less",
                ">5|more",
                "5|",
                "> 5|more",
                "Treaty and accord|",
                "Treaty or informal dialogue|"
            })
    void choicesInAnyLanguage(String typed, String code) {
        Reading reading = read(QuestionType.SINGLE, Written.text(typed), Language.EN);
        assertEquals(code == null ? "" : code, reading.value());
        assertEquals(code == null ? Doubt.UNKNOWN_CHOICE : null, reading.doubt());
    }

    @Test
    void listsOfChoices() {
        Question question = question(QuestionType.MULTIPLE, CHOICES);
        assertEquals(
                List.of("treaty", "informal"),
                AnswerReading.read(question, Written.text("Informal dialogue; Traité, accord"), Language.EN).stream()
                        .map(Reading::value)
                        .toList());
        assertEquals(
                Doubt.UNKNOWN_CHOICE,
                AnswerReading.read(question, Written.text("Informal dialogue; and others"), Language.EN)
                        .get(0)
                        .doubt());
    }

    @ParameterizedTest
    @CsvSource({
        "x,YES",
        "X,YES",
        "✓,YES",
        "☒,YES",
        "oui,YES",
        "نعم,YES",
        "☐,NO",
        "no,NO",
        "perhaps,UNKNOWN",
        "2,UNKNOWN"
    })
    void ticks(String typed, Tick tick) {
        assertEquals(tick, ChoiceReading.tick(CHOICES.get(1), Written.text(typed)));
    }

    private static Reading inForm(QuestionType type, List<Choice> choices, Written written) {
        return AnswerReading.readForm(question(type, choices), written, Language.EN)
                .get(0);
    }

    @Test
    void aFigureIsNoChoiceWhereTheFormShowsNoCodes() {
        List<Choice> numbered = List.of(
                choice("1", Map.of("en", "Often")),
                choice("2", Map.of("en", "Seldom")),
                choice("a", Map.of("en", "Never")));
        for (String typed : List.of("2", "٢", "a", "2 – Seldom")) {
            Reading reading = inForm(QuestionType.SINGLE, numbered, Written.text(typed));
            assertEquals("", reading.value(), typed);
            assertEquals(Doubt.UNKNOWN_CHOICE, reading.doubt(), typed);
        }
        assertEquals(
                Doubt.UNKNOWN_CHOICE,
                inForm(QuestionType.SINGLE, numbered, Written.number(2, "2")).doubt());
        assertEquals(
                Doubt.UNKNOWN_CHOICE,
                inForm(QuestionType.MULTIPLE, numbered, Written.text("1, 2")).doubt());
        assertEquals(
                "2",
                inForm(QuestionType.SINGLE, numbered, Written.text("seldom")).value());
        // A scale shows its steps.
        assertEquals(
                "2", inForm(QuestionType.SCALE, numbered, Written.text("2")).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20/11/2560|OTHER_CALENDAR|2017-11-20",
                "2560-11-20|OTHER_CALENDAR|2017-11-20",
                "2074-01-01|OTHER_CALENDAR|2017-04-14",
                "2074/08/05|OTHER_CALENDAR|2017-11-21",
                "1439-03-01|OTHER_CALENDAR|2017-11-19",
                "1396/08/29|OTHER_CALENDAR|2017-11-20",
                "2099-11-20|FAR_DATE|2099-11-20",
                "1917-11-20|FAR_DATE|1917-11-20",
                "31/2/2017|NOT_A_DATE|"
            })
    void daysOfOtherCalendarsAndFarAwayAreOffered(String typed, Doubt doubt, String offered) {
        Reading reading = inForm(QuestionType.DATE, CHOICES, Written.text(typed));
        assertEquals("", reading.value());
        assertEquals(doubt, reading.doubt());
        assertEquals(offered == null ? "" : offered, reading.offered());
        assertEquals(typed, reading.body());
    }

    @Test
    void whatTheSpreadsheetMadeADayKeepsBothReadings() {
        Written made = Written.date(LocalDate.of(2024, 5, 3).atStartOfDay(), "3-May");
        Reading words = inForm(QuestionType.LONG_TEXT, List.of(), made);
        assertEquals(Doubt.MADE_A_DATE, words.doubt());
        assertEquals("3-May (2024-05-03)", words.body());
        assertEquals("5-3", words.offered());
        assertEquals(
                "3-5",
                AnswerReading.readForm(question(QuestionType.LONG_TEXT, List.of()), made, Language.FR)
                        .get(0)
                        .offered());
        List<Choice> ranges = List.of(choice("few", Map.of("en", "1-2")), choice("some", Map.of("en", "3-5")));
        Reading range = inForm(QuestionType.SINGLE, ranges, made);
        assertEquals("", range.value());
        assertEquals("some", range.offered());
        // A day that shows its year was meant as one; a bare year in a cell for days is 1905.
        Written full = Written.date(LocalDate.of(2017, 11, 20).atTime(14, 30), "20/11/2017");
        assertEquals(
                "2017-11-20 14:30", inForm(QuestionType.TEXT, List.of(), full).body());
        assertEquals("2017-11-20", inForm(QuestionType.DATE, List.of(), full).value());
        Reading year = inForm(
                QuestionType.DATE,
                List.of(),
                Written.date(LocalDate.of(1905, 7, 9).atStartOfDay(), "1905-07-09"));
        assertEquals(Doubt.MADE_A_DATE, year.doubt());
        assertEquals("2017 (1905-07-09)", year.body());
    }

    @Test
    void countsBelowZeroAndNumbersThatLostDigitsAreDoubts() {
        Reading negative = inForm(QuestionType.INTEGER, List.of(), Written.text("-5"));
        assertEquals(Doubt.NEGATIVE, negative.doubt());
        assertEquals("5", negative.offered());
        assertEquals(
                "-0.5",
                inForm(QuestionType.DECIMAL, List.of(), Written.text("-0.5")).value());
        Written long16 = Written.number(1.234567890123456e18, "1234567890123460000");
        assertEquals(
                Doubt.DIGITS_LOST,
                inForm(QuestionType.INTEGER, List.of(), long16).doubt());
        assertEquals(
                Doubt.DIGITS_LOST, inForm(QuestionType.TEXT, List.of(), long16).doubt());
    }
}
