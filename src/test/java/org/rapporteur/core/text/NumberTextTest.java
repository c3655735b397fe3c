package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.core.text.NumberText.Doubt;
import org.rapporteur.core.text.NumberText.Kind;
import org.rapporteur.core.text.NumberText.Reading;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|1200|1200",
                "EN|1,200|1200",
                "EN|1,200.50|1200.50",
                "EN|1,200,300|1200300",
                "EN|1200.|1200",
                "EN|-5|-5",
                "EN|−5|-5",
                "EN|+5|5",
                "EN|1.5|1.5",
                "EN|0.25|0.25",
                "FR|1 200|1200",
                "FR|1\u202F200,5|1200.5",
                "FR|1\u00A0200|1200",
                "FR|1,5|1.5",
                "FR|1.5|1.5",
                "FR|1.200,50|1200.50",
                "FR|1’200|1200",
                "ES|1.200.300|1200300",
                "ES|0,75|0.75",
                "RU|12 345,6|12345.6",
                "AR|١٢٠٠|1200",
                "AR|١٬٢٠٠|1200",
                "AR|١٫٢٠٠|1.200",
                "AR|١٬٢٠٠٫٥|1200.5",
                "AR|\u200F٢٥\u200F|25",
                "ZH|１２００|1200",
                "ZH|1,200|1200",
                "EN|007|7"
            })
    void exact(Language language, String text, String value) {
        Reading reading = NumberText.read(text, language);
        assertEquals(Kind.EXACT, reading.kind(), text);
        assertEquals(new BigDecimal(value), reading.exact().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "EN|around 1,200|WORDS|1200",
                "EN|~25|WORDS|25",
                "EN|25 persons|WORDS|25",
                "EN|more than 7|WORDS|7",
                "EN|10+|WORDS|10",
                "EN|>100|WORDS|100",
                "EN|(5)|WORDS|5",
                "FR|environ 1 200|WORDS|1200",
                "AR|حوالي ١٬٢٠٠|WORDS|1200",
                "ZH|约1200人|WORDS|1200",
                "EN|1.2 million|WORDS|-",
                "ZH|120万|WORDS|-",
                "RU|около 5 тыс.|WORDS|-",
                "EN|.5|WORDS|-",
                "EN|1.200|SEPARATOR|1200",
                "FR|1,200|SEPARATOR|1200",
                "ES|1.200|SEPARATOR|1200",
                "AR|1,200|SEPARATOR|1200",
                "EN|1,5|SEPARATOR|1.5",
                "EN|1,20,000|SEPARATOR|-",
                "EN|10.10.2017|SEPARATOR|-",
                "EN|10-12|SEVERAL|-",
                "EN|10 – 12|SEVERAL|-",
                "EN|3 or 4|SEVERAL|-",
                "EN|10/12/2017|SEVERAL|-",
                "EN|2017 2018|SEVERAL|-"
            })
    void doubtful(Language language, String text, Doubt doubt, String guess) {
        Reading reading = NumberText.read(text, language);
        assertEquals(Kind.DOUBTFUL, reading.kind(), text);
        assertEquals(doubt, reading.doubt(), text);
        assertEquals(guess == null ? null : new BigDecimal(guess), reading.value(), text);
        assertTrue(reading.exact().isEmpty());
    }

    @Test
    void nothingAndPercent() {
        assertEquals(Kind.NONE, NumberText.read("none", Language.EN).kind());
        assertEquals(Kind.NONE, NumberText.read(null, Language.EN).kind());
        Reading percent = NumberText.read("12,5 %", Language.FR);
        assertTrue(percent.percent());
        assertEquals(new BigDecimal("12.5"), percent.exact().orElseThrow());
        assertTrue(NumberText.read("١٢٪", Language.AR).percent());
    }

    @Test
    void anythingAtAllIsReadWithoutFailure() {
        long seed = Samples.seed();
        Random random = new Random(seed);
        String[] parts = {"1", "23", "456", "٧", ".", ",", " ", "'", "-", "%", "٫", "٬", "x", "(", "0", "\u202F"};
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(9);
            for (int p = 0; p < length; p++) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            Language language = Language.all().get(random.nextInt(6));
            Reading reading = NumberText.read(text.toString(), language);
            if (reading.kind() == Kind.EXACT) {
                String digits = MatchKey.joined(text.toString()).replaceAll("[^0-9]", "");
                String back = reading.value().abs().unscaledValue().toString();
                assertEquals(
                        digits.replaceFirst("^0+(?=.)", ""), back, () -> "seed " + seed + ": " + text + " " + reading);
            }
        }
        assertEquals(
                Kind.DOUBTFUL, NumberText.read("9".repeat(100_000), Language.EN).kind());
        assertEquals(
                Kind.DOUBTFUL,
                NumberText.read("1 ".repeat(100_000), Language.EN).kind());
    }
}
