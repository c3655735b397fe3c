package org.rapporteur.core.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the six languages a text is in, when nothing else says so: by script, and among the languages in Latin
 * letters by their commonest words and own letters. It is meant for choosing a stemmer or a text direction; a stated
 * language always comes first.
 */
public final class LanguageGuess {

    // The beginning of an answer shows its language as well as the whole does.
    private static final int MOST = 4_000;

    // Commonest function words, as MatchKey writes them (no accents). A word of two of the languages counts for both.
    private static final Map<Language, Set<String>> WORDS = Map.of(
            Language.EN,
            words("the of and to in is are was were be been for on with by as at from that this these those which"
                    + " it its has have had not or an their they we our will should can may more than there who what when"
                    + " all such into between through how does do yes no a about but if"),
            Language.FR,
            words("le la les un une des du de et en au aux est sont etait a ont pour par sur dans avec que qui ce"
                    + " cette ces il elle ils nous vous leur leurs ne pas plus ou se sa son ses mais comme entre sans sous"
                    + " l d qu n s oui non etre tous toutes notre nos il y afin ainsi"),
            Language.ES,
            words("el la los las un una unos unas de del y en al es son fue fueron ha han por para con sin sobre que"
                    + " se su sus lo le no mas o u como entre este esta estos estas ser si muy hay nuestro nuestra todos"
                    + " todas desde hasta donde cuando pero tambien e les a"));

    private static final Set<Language> LATIN = Set.of(Language.EN, Language.FR, Language.ES);

    /** From how many characters on the commonest words tell more than what is stated. */
    private static final int LONG = 40;

    private LanguageGuess() {}

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ")));
    }

    /** The likeliest language; empty if the text has too few signs, or is in none of the six scripts. */
    public static Optional<Language> of(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String start = text.length() <= MOST ? text : text.substring(0, MOST);
        int latin = 0;
        int arabic = 0;
        int cyrillic = 0;
        int han = 0;
        int other = 0;
        for (int i = 0; i < start.length(); ) {
            int c = start.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                switch (Character.UnicodeScript.of(c)) {
                    case LATIN -> latin++;
                    case ARABIC -> arabic++;
                    case CYRILLIC -> cyrillic++;
                    case HAN -> han++;
                    default -> other++;
                }
            }
        }
        // One Chinese character says as much as a few letters do; acronyms in Latin letters stand in every language.
        int chinese = 3 * han;
        int most = Math.max(Math.max(latin, arabic), Math.max(Math.max(cyrillic, chinese), 3 * other));
        if (most == 0 || most == 3 * other) {
            return Optional.empty();
        }
        if (most == arabic) {
            return Optional.of(Language.AR);
        }
        if (most == cyrillic) {
            return Optional.of(Language.RU);
        }
        return most == chinese ? Optional.of(Language.ZH) : ofLatin(start);
    }

    /**
     * The language of words that came in something of which a language is stated: a file, a table, a reply. A form in
     * English is answered in Arabic too. Another script speaks at once; among Latin letters only a longer text does.
     */
    public static Language within(Language stated, String words) {
        Optional<Language> guess = of(words);
        if (guess.isEmpty()) {
            return stated;
        }
        boolean sameScript = isLatin(guess.get()) && isLatin(stated);
        return sameScript && words.length() < LONG ? stated : guess.get();
    }

    /** The same where the stated language is a code, or "" for none. */
    public static Optional<Language> within(String stated, String words) {
        return Language.of(stated).map(language -> within(language, words)).or(() -> of(words));
    }

    private static boolean isLatin(Language language) {
        return LATIN.contains(language);
    }

    /** The languages of the six that are written in the script of this word's first letter; all for a number. */
    public static Set<Language> ofScript(String word) {
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                return switch (Character.UnicodeScript.of(c)) {
                    case LATIN -> LATIN;
                    case ARABIC -> Set.of(Language.AR);
                    case CYRILLIC -> Set.of(Language.RU);
                    case HAN -> Set.of(Language.ZH);
                    default -> Set.of();
                };
            }
        }
        return Set.of(Language.values());
    }

    private static Optional<Language> ofLatin(String text) {
        Map<Language, Double> scores = new EnumMap<>(Language.class);
        String[] words = MatchKey.of(text).split(" ");
        WORDS.forEach((language, known) -> {
            double score = letters(language, text);
            for (String word : words) {
                if (known.contains(word)) {
                    // A word of one language only tells more than one of two or three.
                    long sharers = WORDS.values().stream()
                            .filter(set -> set.contains(word))
                            .count();
                    score += 1.0 / sharers;
                }
            }
            scores.put(language, score);
        });
        Language best = null;
        double bestScore = 0;
        double second = 0;
        for (Map.Entry<Language, Double> entry : scores.entrySet()) {
            if (entry.getValue() > bestScore) {
                second = bestScore;
                bestScore = entry.getValue();
                best = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        boolean clear = bestScore >= 0.9 && bestScore > 1.15 * second;
        // Running text of any of the three holds function words; a long text with next to none is another language.
        boolean dense = words.length < 12 || bestScore >= 0.08 * words.length;
        return clear && dense ? Optional.of(best) : Optional.empty();
    }

    private static double letters(Language language, String text) {
        String own =
                switch (language) {
                    case FR -> "\u00E7\u00E8\u00EA\u00E0\u00F9\u00FB\u00EE\u00EF\u0153\u00F4\u00E2";
                    case ES -> "\u00F1\u00BF\u00A1\u00F3\u00ED\u00FA\u00E1";
                    default -> "";
                };
        double score = 0;
        for (int i = 0; i < text.length() && score < 20; i++) {
            if (text.charAt(i) > 0x80 && own.indexOf(Character.toLowerCase(text.charAt(i))) >= 0) {
                score += 0.4;
            }
        }
        return score;
    }
}
