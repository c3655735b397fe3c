package org.rapporteur.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/** What the words of questions and choices say about ticking, and what answers are called, in all languages. */
class ChoiceWordsTest {
    private static Choice choice(Language language, String label) {
        return new Choice(UUID.randomUUID(), "c", Multilingual.of(language, label));
    }

    @Test
    void noneOfTheseIsKnownInAllLanguages() {
        Map.of(
                        Language.EN, List.of("None of these", "None of the above", "None", "Not applicable"),
                        Language.FR, List.of("Aucun de ces éléments", "Aucune de ces réponses", "Sans objet"),
                        Language.ES, List.of("Ninguna de las anteriores", "Ninguno de estos"),
                        Language.AR, List.of("لا شيء مما سبق", "لا شيء من هذه الخيارات"),
                        Language.ZH, List.of("以上都不是", "以上皆非", "无"),
                        Language.RU, List.of("Ничего из перечисленного", "Ни один из вариантов", "Нет"))
                .forEach((language, labels) ->
                        labels.forEach(label -> assertTrue(ExclusiveChoice.is(choice(language, label)), label)));
        for (String label :
                List.of("Non-governmental organizations", "No fees", "Nonetheless", "Study", "Not only work")) {
            assertFalse(ExclusiveChoice.is(choice(Language.EN, label)), label);
        }
        assertFalse(ExclusiveChoice.is(choice(Language.ZH, "无国籍")));
    }

    private static int most(Language language, String label) {
        return ChoiceLimit.of(new Question(
                UUID.randomUUID(),
                "Q",
                Multilingual.of(language, label),
                Multilingual.EMPTY,
                QuestionType.MULTIPLE,
                false,
                List.of()));
    }

    @Test
    void howManyMayBeChosenIsRead() {
        assertEquals(5, most(Language.EN, "Which topics? Choose up to five."));
        assertEquals(3, most(Language.EN, "Please tick no more than 3 of them"));
        assertEquals(4, most(Language.EN, "Priorities (maximum of four)"));
        assertEquals(3, most(Language.FR, "Quels thèmes ? Choisissez-en jusqu’à trois."));
        assertEquals(5, most(Language.FR, "Cochez cinq réponses au maximum"));
        assertEquals(5, most(Language.ES, "Elija hasta cinco"));
        assertEquals(5, most(Language.RU, "Выберите не более пяти"));
        assertEquals(3, most(Language.RU, "Отметьте не более 3 вариантов"));
        assertEquals(5, most(Language.ZH, "最多选五项"));
        assertEquals(3, most(Language.ZH, "请选择最多3项"));
        assertEquals(5, most(Language.AR, "اختر حتى خمسة"));
        assertEquals(0, most(Language.EN, "Which of the following were set up by 2016?"));
        assertEquals(0, most(Language.EN, "Three regions were named. Which apply?"));
        assertEquals(0, most(Language.FR, "Lesquels existent depuis deux ans ?"));
    }

    @Test
    void answersAreCalledByTheirWords() {
        Choice yes = new Choice(
                UUID.randomUUID(),
                "declaration",
                Multilingual.ofCodes(Map.of("en", "A declaration", "fr", "Une déclaration")));
        Question question = new Question(
                UUID.randomUUID(),
                "Q",
                Multilingual.of(Language.EN, "Which?"),
                Multilingual.EMPTY,
                QuestionType.MULTIPLE,
                false,
                List.of(yes));
        assertEquals("Une déclaration", AnswerWords.of(question, "declaration", "A declaration", Language.FR));
        assertEquals(
                "A declaration\nsoon", AnswerWords.of(question, "declaration", "Une déclaration\nsoon", Language.EN));
        assertEquals("mostly", AnswerWords.of(question, "", "mostly", Language.EN));
        assertEquals("", AnswerWords.of(question, ChoiceReading.NONE_CHOSEN, "", Language.EN));
        assertEquals("12", AnswerWords.of(null, "12", "", Language.EN));
    }
}
