package org.rapporteur.core.survey.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a text in any of the six languages, compared without regard to case, compatibility forms, vowel signs and
 * accents. Chinese is divided by ICU's dictionary.
 */
final class Terms {
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\u0640]+");
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    // A book pasted into a cell says no more about likeness than its first pages.
    private static final int MOST_CHARACTERS = 100_000;

    private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

    List<String> of(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String plain =
                MARKS.matcher(DECOMPOSED.normalize(FOLDED.normalize(head))).replaceAll("");
        List<String> terms = new ArrayList<>();
        words.setText(plain);
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                terms.add(plain.substring(from, to));
            }
        }
        return terms;
    }
}
