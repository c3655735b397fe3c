package org.rapporteur.core.survey;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.survey.Questionnaire.Question;

/**
 * What "N/A", "-" and "x" mean in a survey's forms. They are taken for no answer, and the officer is asked once; what the
 * officer says is remembered with the survey and holds for the forms that came before and that come after.
 */
public final class NoAnswer {
    /** The field {@code survey.no_answer}: they are no answers. */
    public static final String NONE = "none";

    /** The field {@code survey.no_answer}: they are answers like any other. */
    public static final String ANSWERS = "answers";

    // A cross in a cell for words ticks nothing.
    private static final Set<String> CROSSES = Set.of("x", "xx", "xxx", "х", "✗", "✕", "×");

    private NoAnswer() {}

    /** Whether an answer read from a form is such a word: its question does not offer it and no value was read from it. */
    static boolean is(Question question, String value, String body) {
        return value.isEmpty()
                && !question.asksPermission()
                && (NoAnswerWords.is(body) || CROSSES.contains(NoAnswerWords.key(body)))
                && question.choices().stream()
                        .noneMatch(choice -> choice.label().asMap().values().stream()
                                .anyMatch(label -> NoAnswerWords.key(label).equals(NoAnswerWords.key(body))));
    }

    /** The step of saying what such words mean, as history names it. */
    public static Label deciding() {
        return Label.of("forms.step.noanswer");
    }

    /**
     * Says what such words mean in a survey, and decides all that wait accordingly.
     *
     * @param answers whether they are answers
     * @return how many were decided
     */
    public static int decide(Transaction tx, UUID survey, boolean answers) {
        tx.set(SurveyKinds.SURVEY, survey, "no_answer", answers ? ANSWERS : NONE);
        int decided = 0;
        for (Row item : tx.list(
                Query.of(SurveyKinds.TRAY_ITEM).where("survey", survey).where("reason", TrayReason.NO_ANSWER.code()))) {
            String decision = item.text("decision");
            if (answers && !decision.equals("placed") && counts(tx, item)) {
                if (!TrayDecision.isOpen(item)) {
                    tx.set(SurveyKinds.TRAY_ITEM, item.id(), "decision", "open");
                }
                decided += TrayDecision.place(tx, item.id(), item.ref("question")) ? 1 : 0;
            } else if (!answers && TrayDecision.isOpen(item)) {
                decided += TrayDecision.setAside(tx, item.id()) ? 1 : 0;
            }
        }
        return decided;
    }

    /** Whether the item belongs to a reply that counts; what a newer one replaced stays as it was. */
    private static boolean counts(Transaction tx, Row item) {
        return Optional.ofNullable(item.ref("response"))
                .flatMap(id -> tx.find(SurveyKinds.RESPONSE, id))
                .filter(reply -> !reply.deleted() && reply.ref("respondent") != null)
                .filter(reply -> reply.text("channel").equals("table")
                        || CurrentReply.of(tx, reply.ref("respondent")).isCurrent(reply.id()))
                .isPresent();
    }
}
