package org.rapporteur.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
