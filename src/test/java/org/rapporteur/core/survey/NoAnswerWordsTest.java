package org.rapporteur.core.survey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoAnswerWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NA",
                "N/A",
                "n/a",
                "Ｎ／Ａ",
                "NULL",
                "nil",
                "-",
                "–",
                "—",
                "---",
                "...",
                ".",
                "…",
                "#N/A",
                "Not applicable",
                " n/a ",
                "sans objet",
                "Néant",
                "no aplica",
                "لا ينطبق",
                "不适用",
                "н/д",
                "Нет данных",
                "NaN",
                "- -"
            })
    void recognised(String text) {
        assertTrue(NoAnswerWords.is(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No",
                "None",
                "0",
                "Namibia",
                "x",
                "Nathan",
                "-1",
                "1.",
                "+",
                "nada",
                "non",
                "N",
                "*",
                "Not applicable to us"
            })
    void notRecognised(String text) {
        assertFalse(NoAnswerWords.is(text), text);
    }
}
