package org.rapporteur.core.survey;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;

/** Choices that deny all others, such as "None of these"; recognised by their words in any of the six languages. */
public final class ExclusiveChoice {
    private static final Set<String> WHOLE = keys(
            "none|nothing|not applicable|aucun|aucune|rien|néant|sans objet|non applicable|ninguno|ninguna|nada"
                    + "|no aplica|no procede|لا شيء|لا أحد|لا ينطبق|无|没有|不适用|нет|ничего|никакой|не применимо|неприменимо");
    private static final List<String> BEGINNINGS =
            List.copyOf(keys("none of|nothing of|neither of|aucun de|aucune de|aucun des|aucune des|rien de"
                    + "|ninguno de|ninguna de|nada de|لا شيء من|لا شيء مما|ليس أي|ни один из|ни одна из|ни одно из"
                    + "|ничего из|никакой из|以上都不|以上皆不|以上均不|以上都没|以上皆非|都不是|没有任何|无上述|上述均无"));

    private ExclusiveChoice() {}

    private static Set<String> keys(String words) {
        return Stream.of(words.split("\\|")).map(MatchKey::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the choice denies all others. */
    public static boolean is(Choice choice) {
        return choice.label().asMap().entrySet().stream()
                .anyMatch(label -> denies(MatchKey.of(label.getValue()), label.getKey() == Language.ZH));
    }

    private static boolean denies(String key, boolean han) {
        return WHOLE.contains(key)
                || BEGINNINGS.stream()
                        .anyMatch(words -> key.equals(words) || key.startsWith(han ? words : words + " "));
    }

    /** Whether of the choices made one denies the others. */
    public static boolean contradicts(Question question, Collection<String> codes) {
        return codes.size() > 1
                && question.choices().stream().anyMatch(choice -> codes.contains(choice.code()) && is(choice));
    }
}
