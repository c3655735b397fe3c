package org.rapporteur.core.survey;

import java.util.List;
import java.util.Optional;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;

/**
 * What a cell in the tray most likely is: from nothing but what it stands beside, and only if all its words are kept.
 * Where that does not tell, nothing is proposed.
 *
 * @param step what {@link TrayDecision#accept} would do
 * @param question the question it would go to; null if nothing is proposed
 * @param choice the choice that would be made, for {@link Step#CHOOSE}; else null
 * @param readings what would be stored as the answer, for {@link Step#ANSWER}; else empty
 */
public record TrayProposal(Step step, Question question, Choice choice, List<Reading> readings) {

    /** What would be done. */
    public enum Step {
        /** Nothing can be proposed; a person must say. */
        NONE,
        /** The choice beside it counts as made. */
        CHOOSE,
        /** It becomes the answer to the question beside it. */
        ANSWER,
        /** Its words are added to the words of the answer beside it. */
        ADD
    }

    /** Nothing is proposed. */
    public static final TrayProposal NOTHING = new TrayProposal(Step.NONE, null, null, List.of());

    public TrayProposal {
        readings = List.copyOf(readings);
    }

    /** The proposal for an item of the tray. Reads the answers of its respondent; off the window's thread. */
    public static TrayProposal of(Records records, Row item) {
        if (item.ref("question") == null || item.ref("response") == null || !tells(item.text("reason"))) {
            return NOTHING;
        }
        Optional<Row> response =
                records.find(SurveyKinds.RESPONSE, item.ref("response")).filter(row -> !row.deleted());
        Optional<Question> question = response.map(row -> row.ref("survey"))
                .flatMap(survey -> Questionnaire.read(records, survey))
                .flatMap(form -> form.question(item.ref("question")))
                .filter(q -> q.type().answered());
        if (question.isEmpty() || response.get().ref("respondent") == null) {
            return NOTHING;
        }
        List<Row> there =
                TrayDecision.there(records, response.get(), question.get().id());
        Language language = Language.of(response.get().text("language")).orElse(Language.EN);
        return of(item, question.get(), there, language);
    }

    private static TrayProposal of(Row item, Question question, List<Row> there, Language language) {
        Written words = Written.text(item.text("body"));
        if (item.ref("choice") != null) {
            return question.choices().stream()
                    .filter(choice -> choice.id().equals(item.ref("choice")))
                    .filter(choice -> TrayDecision.ticks(choice, words))
                    .findFirst()
                    .map(choice -> new TrayProposal(Step.CHOOSE, question, choice, List.of()))
                    .orElse(NOTHING);
        }
        List<Reading> readings = AnswerReading.readForm(question, words, language);
        boolean clear = !readings.isEmpty() && readings.stream().allMatch(Reading::clear);
        if (question.type() == QuestionType.MULTIPLE) {
            return clear && there.isEmpty() ? new TrayProposal(Step.ANSWER, question, null, readings) : NOTHING;
        }
        if (there.isEmpty()) {
            return clear ? new TrayProposal(Step.ANSWER, question, null, readings) : NOTHING;
        }
        boolean unread =
                !question.type().open() && there.getFirst().text("value").isEmpty();
        if (unread && clear) {
            return new TrayProposal(Step.ANSWER, question, null, readings);
        }
        // Two answers to one closed question are no answer and a remark.
        boolean twice = item.text("reason").equals(TrayReason.TWICE.code())
                || !question.type().open() && clear;
        return twice && !question.type().open() ? NOTHING : new TrayProposal(Step.ADD, question, null, List.of());
    }

    /** Whether what it stands beside tells what it is; of the rest only a person can know. */
    private static boolean tells(String reason) {
        return TrayReason.ofCode(reason)
                .filter(r -> switch (r) {
                    case COMMENT, COMMENT_WITHOUT_ANSWER, BESIDE, NOT_A_TICK, NOT_A_LIST, TWICE, BELOW -> true;
                    // What was written into the question is a piece of a cell, and a note may ask not to be quoted.
                    case IN_LABEL,
                            NOTE,
                            KEY_AND_LABEL,
                            LABEL_UNCLEAR,
                            LABEL_CHANGED,
                            NONE_AND_CHOICES,
                            TOO_MANY,
                            MERGED,
                            FORMULA,
                            QUESTION_GONE,
                            STRAY,
                            OTHER_SHEET,
                            STRUCK,
                            PICTURE,
                            OBJECT,
                            COLOUR,
                            HIDDEN,
                            HEADER,
                            NAME,
                            SYMBOL,
                            CHANGED,
                            WITHDRAWN,
                            NO_ANSWER,
                            REFUSED,
                            WHO -> false;
                })
                .isPresent();
    }
}
