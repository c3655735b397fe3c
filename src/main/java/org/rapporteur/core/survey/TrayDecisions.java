package org.rapporteur.core.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;

/** What a person decides about cells in the tray. Each decision is one step that can be undone. */
public final class TrayDecisions {
    private final Changes changes;

    public TrayDecisions(Changes changes) {
        this.changes = changes;
    }

    /**
     * Makes an answer of the cell. Words are added to what the same reply already says to an open question; a value
     * takes the place of an earlier one, which is hidden; a choice of a multiple choice is added.
     *
     * @param cell the cell as the person knows it, for the name of the step
     * @param text what to take; the words of the cell, or what the person made of them (for a tick, the choice)
     * @throws IllegalArgumentException if there is no such item, reply or question, or nothing to take
     */
    public void place(UUID item, String cell, UUID question, String text) {
        changes.run(label(cell), tx -> {
            Row row = tx.find(SurveyKinds.TRAY_ITEM, item).orElseThrow(IllegalArgumentException::new);
            Row response = Optional.ofNullable(row.ref("response"))
                    .flatMap(id -> tx.find(SurveyKinds.RESPONSE, id))
                    .orElseThrow(IllegalArgumentException::new);
            Question asked = Questionnaire.read(tx, response.ref("survey"))
                    .flatMap(form -> form.question(question))
                    .orElseThrow(IllegalArgumentException::new);
            Language language = Language.of(response.text("language")).orElse(Language.EN);
            List<Reading> readings = AnswerReading.read(asked, Written.text(text), language);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("nothing to take");
            }
            List<Row> reply = tx.list(Query.of(SurveyKinds.ANSWER).where("response", response.id()));
            List<Row> before = reply.stream()
                    .filter(answer -> question.equals(answer.ref("question")))
                    .toList();
            if (asked.type().open() && !before.isEmpty()) {
                Row answer = before.get(0);
                tx.set(
                        SurveyKinds.ANSWER,
                        answer.id(),
                        "body",
                        answer.text("body") + "\n" + readings.get(0).body());
            } else {
                insert(tx, row, response, asked, readings, before, reply);
            }
            tx.set(SurveyKinds.TRAY_ITEM, item, "question", question);
            tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "placed");
        });
    }

    private static void insert(
            Transaction tx,
            Row item,
            Row response,
            Question asked,
            List<Reading> readings,
            List<Row> before,
            List<Row> reply) {
        boolean several = asked.type() == QuestionType.MULTIPLE;
        if (!several) {
            before.forEach(answer -> tx.delete(SurveyKinds.ANSWER, answer.id()));
        }
        // What the respondent allowed for the rest of the reply holds here too.
        String permission = reply.stream()
                .map(answer -> answer.text("permission"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
        for (Reading reading : readings) {
            boolean there = several
                    && before.stream().anyMatch(answer -> answer.text("value").equals(reading.value()));
            if (!there) {
                tx.insert(
                        SurveyKinds.ANSWER,
                        Values.of("response", response.id())
                                .with("survey", response.ref("survey"))
                                .with("question", asked.id())
                                .with("respondent", response.ref("respondent"))
                                .with("value", reading.value())
                                .with("body", reading.body())
                                .with("language", response.text("language"))
                                .with("permission", permission)
                                .with(
                                        "doubt",
                                        reading.clear() ? null : reading.doubt().code())
                                .with("source_sheet", item.text("source_sheet"))
                                .with("source_cell", item.text("source_cell")));
            }
        }
    }

    /** Lays the cell aside; it stays where it is, as read and decided. */
    public void setAside(UUID item, String cell) {
        changes.run(label(cell), tx -> tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "set_aside"));
    }

    private static Label label(String cell) {
        return Label.of("forms.step.tray", cell);
    }
}
