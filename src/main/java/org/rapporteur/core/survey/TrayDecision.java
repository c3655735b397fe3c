package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;

/**
 * What a person decides about a cell in the tray. Words that are placed become an answer with the cell they came from;
 * where the respondent has answered the question already they are added to that answer, so that nothing is lost and no
 * value that was read without a doubt is changed.
 */
public final class TrayDecision {
    private static final String OPEN = "open";

    private TrayDecision() {}

    /**
     * Places a cell as an answer to a question, or as a remark to the answer that is there.
     *
     * @param item key of the cell in the tray
     * @param question key of the question that it belongs to
     * @return false if the cell is no longer open, or item, reply or question are gone: nothing was done then
     */
    public static boolean place(Transaction tx, UUID item, UUID question) {
        Row cell = tx.find(SurveyKinds.TRAY_ITEM, item).orElse(null);
        if (cell == null || cell.deleted() || !open(cell) || cell.ref("response") == null) {
            return false;
        }
        Row response = tx.find(SurveyKinds.RESPONSE, cell.ref("response")).orElse(null);
        if (response == null || response.deleted() || response.ref("respondent") == null) {
            return false;
        }
        Optional<Question> asked = Optional.ofNullable(response.ref("survey"))
                .flatMap(survey -> Questionnaire.read(tx, survey))
                .flatMap(form -> form.question(question))
                .filter(q -> q.type().answered());
        if (asked.isEmpty()) {
            return false;
        }
        answer(tx, cell, response, asked.get());
        tx.set(SurveyKinds.TRAY_ITEM, item, "question", question);
        tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "placed");
        return true;
    }

    /** Sets a cell aside: it was seen and is no answer. False if it is no longer open. */
    public static boolean setAside(Transaction tx, UUID item) {
        Optional<Row> cell = tx.find(SurveyKinds.TRAY_ITEM, item).filter(row -> !row.deleted() && open(row));
        cell.ifPresent(row -> tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "set_aside"));
        return cell.isPresent();
    }

    private static boolean open(Row cell) {
        String decision = cell.text("decision");
        return decision.isEmpty() || decision.equals(OPEN);
    }

    private static void answer(Transaction tx, Row cell, Row response, Question question) {
        String words = cell.text("body");
        Language language = Language.of(response.text("language")).orElse(Language.EN);
        List<Reading> readings = AnswerReading.read(question, Written.text(words), language);
        List<Row> there = there(tx, response.ref("respondent"), question.id());
        if (there.isEmpty()) {
            readings.forEach(reading -> insert(tx, cell, response, question, reading));
            return;
        }
        if (question.type() == QuestionType.MULTIPLE && readings.stream().allMatch(Reading::clear)) {
            // Further choices; one that was made already is not made twice.
            readings.stream()
                    .filter(reading ->
                            there.stream().noneMatch(row -> row.text("value").equals(reading.value())))
                    .forEach(reading -> insert(tx, cell, response, question, reading));
            return;
        }
        Row first = there.getFirst();
        boolean unread = question.type() != QuestionType.MULTIPLE
                && !question.type().open()
                && first.text("value").isEmpty();
        if (unread && readings.size() == 1 && readings.getFirst().clear()) {
            tx.set(SurveyKinds.ANSWER, first.id(), "value", readings.getFirst().value());
            tx.set(SurveyKinds.ANSWER, first.id(), "doubt", null);
        }
        if (!first.text("body").contains(words)) {
            String before = first.text("body");
            tx.set(SurveyKinds.ANSWER, first.id(), "body", before.isBlank() ? words : before + "\n" + words);
        }
    }

    /** What counts of the respondent's answers to the question; rows of tables are replies of their own. */
    private static List<Row> there(Transaction tx, UUID respondent, UUID question) {
        List<Row> answers = new ArrayList<>();
        for (Row reply : tx.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent))) {
            if (!reply.text("channel").equals("table")) {
                answers.addAll(tx.list(Query.of(SurveyKinds.ANSWER)
                        .where("response", reply.id())
                        .where("question", question)));
            }
        }
        return answers;
    }

    private static void insert(Transaction tx, Row cell, Row response, Question question, Reading reading) {
        tx.insert(
                SurveyKinds.ANSWER,
                Values.of("response", response.id())
                        .with("survey", response.ref("survey"))
                        .with("question", question.id())
                        .with("respondent", response.ref("respondent"))
                        .with("value", reading.value())
                        .with("body", reading.body())
                        .with("language", response.text("language"))
                        .with(
                                "doubt",
                                reading.doubt() == null ? null : reading.doubt().code())
                        .with("source_sheet", cell.text("source_sheet"))
                        .with("source_cell", cell.text("source_cell")));
    }
}
