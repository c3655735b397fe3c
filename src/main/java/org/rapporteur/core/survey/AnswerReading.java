package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;

/** Turns what was written for a question into an answer: value, words and doubt. Never drops the words. */
public final class AnswerReading {

    /**
     * One value of an answer.
     *
     * @param value code of the choice, number in canonical form or ISO 8601 day; "" for words and what is in doubt
     * @param body the words as written
     * @param doubt why the content is in doubt, or null
     * @param offered if the content is in doubt the value that it may have, "" if none; never taken unasked
     */
    public record Reading(String value, String body, Doubt doubt, String offered) {
        public Reading(String value, String body, Doubt doubt) {
            this(value, body, doubt, "");
        }

        /** Whether the content was understood. */
        public boolean clear() {
            return doubt == null || !doubt.ofContent();
        }
    }

    private AnswerReading() {}

    /**
     * Reads what was written in the one place for an answer.
     *
     * @param language language of the form, which decides what "1,200" is
     * @return one reading; several if a multiple choice was answered with a list; none if nothing was written
     */
    public static List<Reading> read(Question question, Written written, Language language) {
        if (written.isEmpty() || !question.type().answered()) {
            return List.of();
        }
        Doubt formula = written.formula() ? Doubt.FORMULA : null;
        String body = written.text();
        return switch (question.type()) {
            case LONG_TEXT, TEXT -> List.of(new Reading("", body, formula));
            case SINGLE, YES_NO, SCALE, USE ->
                List.of(ChoiceReading.choice(question, written)
                        .map(choice -> new Reading(choice.code(), body, formula))
                        .orElse(new Reading("", body, Doubt.UNKNOWN_CHOICE)));
            case MULTIPLE -> {
                List<Choice> choices = ChoiceReading.list(question, written);
                yield choices.isEmpty()
                        ? List.of(new Reading("", body, Doubt.UNKNOWN_CHOICE))
                        : choices.stream()
                                .map(c -> new Reading(c.code(), c.label().text(language), formula))
                                .toList();
            }
            case INTEGER -> List.of(number(NumberReading.whole(written, language), body, formula));
            case DECIMAL -> List.of(number(NumberReading.decimal(written, language), body, formula));
            case DATE -> {
                Optional<LocalDate> day = DateReading.read(written);
                yield List.of(day.map(d -> new Reading(d.toString(), body, formula))
                        .orElse(new Reading("", body, Doubt.NOT_A_DATE)));
            }
            case NOTE -> List.of();
        };
    }

    private static Reading number(NumberReading.Result result, String body, Doubt formula) {
        return new Reading(result.value(), body, result.doubt() == null ? formula : result.doubt());
    }
}
