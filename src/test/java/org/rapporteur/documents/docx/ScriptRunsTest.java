package org.rapporteur.documents.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of one direction: L[...] runs from left to right, R[...] from right to left. */
class ScriptRunsTest {

    private static String split(String text, boolean base) {
        return ScriptRuns.split(text, base).stream()
                .map(run -> (run.rightToLeft() ? "R[" : "L[") + run.text() + "]")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "الوثيقة GRCP/7/INF/1 (منقحة) | R[الوثيقة ]L[GRCP/7/INF/1]R[ (منقحة)]",
                "اجتماع GRCP 7 في جنيف | R[اجتماع ]L[GRCP 7]R[ في جنيف]",
                "الاتفاق (GCM) | R[الاتفاق (]L[GCM]R[)]",
                "من Global Compact (GCM) on إلى | R[من ]L[Global Compact (GCM) on]R[ إلى]",
                "10-11 تشرين الأول/أكتوبر 2017 | R[10-11 تشرين الأول/أكتوبر 2017]",
                "اكتب إلى a.b@example.org. | R[اكتب إلى ]L[a.b@example.org]R[.]"
            })
    void latinWithinArabic(String text, String expected) {
        assertEquals(expected, split(text, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "The term الهجرة الآمنة (safe migration). | L[The term ]R[الهجرة الآمنة]L[ (safe migration).]",
                "Plain words, 12 of 27. | L[Plain words, 12 of 27.]",
                "移民 and миграция | L[移民 and миграция]"
            })
    void arabicWithinOthers(String text, String expected) {
        assertEquals(expected, split(text, false));
    }

    @Test
    void nothingIsLostWhateverTheText() {
        long seed = 20260302;
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        String letters = "abz أبي 019 ()/-.،؛:@+\uD83D\uDE00移\u00A0";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                int at = letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())));
                text.appendCodePoint(letters.codePointAt(at));
            }
            for (boolean base : new boolean[] {true, false}) {
                String joined = ScriptRuns.split(text.toString(), base).stream()
                        .map(ScriptRuns.Run::text)
                        .collect(Collectors.joining());
                assertEquals(text.toString(), joined);
            }
        }
    }
}
