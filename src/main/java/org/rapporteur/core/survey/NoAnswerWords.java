package org.rapporteur.core.survey;

import com.ibm.icu.text.Normalizer2;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapporteur.core.text.PlainText;

/**
 * The words by which people and programs say that there is no answer: "NA", "N/A", "NULL", "-". Whether they are one is
 * asked, never assumed: where a question offers "not applicable" it is an answer, and "NA" is Namibia's code. One list
 * for tables and returned forms. "None" and "nothing" are answers and not here.
 */
public final class NoAnswerWords {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Set<String> WORDS = Set.of(
            // Programs
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "n./a.",
            "n\\a",
            "#n/a",
            "#na",
            "<na>",
            "nan",
            "null",
            "#null!",
            "(null)",
            "nil",
            "(blank)",
            "blank",
            "[blank]",
            "missing",
            "undefined",
            // English
            "not applicable",
            "not available",
            "no answer",
            "no response",
            "no reply",
            "no data",
            "not answered",
            "not stated",
            "n.r.",
            "n/r",
            // French
            "sans objet",
            "s.o.",
            "s/o",
            "so",
            "non applicable",
            "n.d.",
            "nd",
            "n/d",
            "non disponible",
            "pas de r\u00E9ponse",
            "sans r\u00E9ponse",
            "non renseign\u00E9",
            "non r\u00E9pondu",
            "n\u00E9ant",
            // Spanish
            "no aplica",
            "no aplicable",
            "no procede",
            "no disponible",
            "sin respuesta",
            "sin datos",
            "s/d",
            "n/c",
            "n.c.",
            "no contesta",
            // Arabic
            "\u0644\u0627 \u064A\u0646\u0637\u0628\u0642",
            "\u063A\u064A\u0631 \u0645\u0646\u0637\u0628\u0642",
            "\u063A\u064A\u0631 \u0645\u062A\u0627\u062D",
            "\u063A\u064A\u0631 \u0645\u062A\u0648\u0641\u0631",
            "\u0644\u0627 \u062C\u0648\u0627\u0628",
            "\u063A/\u0645",
            // Chinese
            "\u4E0D\u9002\u7528",
            "\u65E0\u6570\u636E",
            "\u65E0\u56DE\u7B54",
            "\u672A\u56DE\u7B54",
            "\u672A\u586B",
            // Russian
            "\u043D\u0435 \u043F\u0440\u0438\u043C\u0435\u043D\u0438\u043C\u043E",
            "\u043D\u0435\u043F\u0440\u0438\u043C\u0435\u043D\u0438\u043C\u043E",
            "\u043D/\u043F",
            "\u043D/\u0434",
            "\u043D.\u0434.",
            "\u043D\u0435\u0442 \u0434\u0430\u043D\u043D\u044B\u0445",
            "\u043D\u0435\u0442 \u043E\u0442\u0432\u0435\u0442\u0430",
            "\u0431\u0435\u0437 \u043E\u0442\u0432\u0435\u0442\u0430");
    private static final Pattern STROKES =
            Pattern.compile("[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D_.\u2026\u00B7/]{1,12}");
    private static final int LONGEST = 24;

    private NoAnswerWords() {}

    /** Whether the whole text is such a word, whatever its case, width and spaces; also strokes and dots alone. */
    public static boolean is(String text) {
        if (text == null || text.isEmpty() || text.length() > 4 * LONGEST) {
            return false;
        }
        String key = key(text);
        return !key.isEmpty()
                && key.length() <= LONGEST
                && (WORDS.contains(key) || STROKES.matcher(key.replace(" ", "")).matches());
    }

    /** What is the same for two spellings of such a word: case, width and spaces fold, accents and signs do not. */
    public static String key(String text) {
        return FOLD.normalize(PlainText.line(text == null ? "" : text)).strip();
    }
}
