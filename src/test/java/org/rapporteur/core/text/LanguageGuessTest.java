package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|Member States share data on migration through the observatory.",
                "EN|Yes, with the support of IOM and UNHCR",
                "FR|Les États membres partagent des données sur la migration.",
                "FR|Oui, avec l’appui de l’OIM",
                "FR|Les progrès sont réels mais l’accès aux données reste difficile",
                "ES|Los Estados miembros comparten datos sobre la migración.",
                "ES|Sí, con el apoyo de la OIM",
                "ES|¿Qué medidas se han adoptado?",
                "AR|تتبادل الدول الأعضاء البيانات عن الهجرة (IOM, UNHCR)",
                "ZH|成员国通过IOM交流移徙数据",
                "RU|Государства-члены обмениваются данными (IOM)"
            })
    void tells(Language language, String text) {
        assertEquals(Optional.of(language), LanguageGuess.of(text), text);
    }

    @Test
    void doesNotGuessWithoutSigns() {
        for (String text : new String[] {"", "   ", "1,200", "IOM", "データの共有について", "한국어 텍스트", "GRCP 7", null}) {
            assertEquals(Optional.empty(), LanguageGuess.of(text), text);
        }
    }

    @Test
    void doesNotTakeAnotherLatinLanguageForOneOfTheThree() {
        assertEquals(
                Optional.empty(),
                LanguageGuess.of("Die Mitgliedstaaten tauschen Daten über Migration aus und arbeiten eng mit anderen"
                        + " regionalen Organisationen zusammen, damit Verfahren besser abgestimmt werden können."));
    }

    @Test
    void whatIsStatedForTheWholeGivesWayToAnotherScriptAndToALongerText() {
        assertEquals(Language.AR, LanguageGuess.within(Language.EN, "نعم"));
        assertEquals(Language.RU, LanguageGuess.within(Language.AR, "Да, с 2016 года"));
        assertEquals(Language.EN, LanguageGuess.within(Language.EN, "les visas"));
        assertEquals(
                Language.FR,
                LanguageGuess.within(Language.EN, "Les visas pour les travailleurs sont délivrés dans les ambassades"));
        assertEquals(Language.AR, LanguageGuess.within(Language.AR, "IOM, 2016"));
        assertEquals(Optional.of(Language.ZH), LanguageGuess.within("", "交流数据"));
        assertEquals(Optional.empty(), LanguageGuess.within("", "12"));
    }

    @Test
    void languagesOfAScript() {
        assertEquals(java.util.Set.of(Language.AR), LanguageGuess.ofScript("«محمد"));
        assertEquals(6, LanguageGuess.ofScript("2017").size());
        assertEquals(0, LanguageGuess.ofScript("ไทย").size());
    }
}
