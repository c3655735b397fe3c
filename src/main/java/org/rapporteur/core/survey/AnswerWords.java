package org.rapporteur.core.survey;

import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;

/** What an answer says, in words for people: never a code that stands for words. */
public final class AnswerWords {
    private AnswerWords() {}

    /** Whether the answer says that none of the choices is meant; the caller has the words for that. */
    public static boolean noneChosen(Row answer) {
        return answer.text("value").equals(ChoiceReading.NONE_CHOSEN);
    }

    /**
     * The same for an answer of the store.
     *
     * @param none the words for that none of the choices is meant
     */
    public static String of(Question question, Row answer, Language language, String none) {
        return noneChosen(answer) ? none : of(question, answer.text("value"), answer.text("body"), language);
    }

    /**
     * The words of the choice in the language, else what was written, else the value.
     *
     * @param question null if it is gone
     */
    public static String of(Question question, String value, String body, Language language) {
        boolean none = value.equals(ChoiceReading.NONE_CHOSEN);
        String label = question == null || none || value.isEmpty()
                ? ""
                : question.choice(value)
                        .map(choice -> choice.label().text(language))
                        .orElse("");
        if (!label.isBlank()) {
            return question.type() == QuestionType.SCALE
                    ? ChoiceReading.shown(question.choice(value).orElseThrow(), label)
                    : withRemark(question, label, body);
        }
        return body.isBlank() ? (none ? "" : value) : body;
    }

    /** What somebody wrote to a choice stands below it; the choice spelled otherwise is no such thing. */
    private static String withRemark(Question question, String label, String body) {
        int line = body.indexOf('\n');
        return question.type() == QuestionType.MULTIPLE && line > 0 ? label + body.substring(line) : label;
    }
}
