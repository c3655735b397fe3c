package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.ReturnedForm.InTray;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.text.LanguageGuess;

/**
 * Takes a returned file into the workspace, as one step that can be undone.
 *
 * <p>The same file again adds nothing. A newer file of the same respondent leaves the earlier reply where it is: answers
 * that say the same stay, with their codings; answers that differ are hidden and replaced, and reported; answers that
 * the newer file leaves out stay. Whether an answer says the same is judged by what the earlier file said, so that a
 * correction made by hand since then is not undone by the same words.
 */
public final class ResponseIntake {
    private final Records records;
    private final Changes changes;

    public ResponseIntake(Records records, Changes changes) {
        this.records = records;
        this.changes = changes;
    }

    /** What {@link #apply} would do. Changes nothing. */
    public IntakeReport preview(ReturnedForm form) {
        return IntakePlan.of(records, form).report();
    }

    /**
     * Takes the form in. The file itself is kept by the caller, under {@link ReturnedForm#hash()}.
     *
     * @param receivedOn the day on which it came
     */
    public IntakeReport apply(ReturnedForm form, LocalDate receivedOn) {
        IntakePlan first = IntakePlan.of(records, form);
        if (first.respondent() == null || first.report().sameFile()) {
            return first.report();
        }
        return changes.write(Label.of("forms.step.receive", form.file()), tx -> {
            // Once more on what the transaction sees: something may have been written in between.
            IntakePlan plan = IntakePlan.of(tx, form);
            if (plan.respondent() != null && !plan.report().sameFile()) {
                execute(tx, form, plan, receivedOn);
            }
            return plan.report();
        });
    }

    private static void execute(Transaction tx, ReturnedForm form, IntakePlan plan, LocalDate receivedOn) {
        UUID survey = form.survey();
        UUID respondent = plan.respondent().id();
        UUID scope = tx.scopeOf(SurveyKinds.SURVEY, survey);
        put(
                tx,
                SurveyKinds.RESPONSE,
                plan.response(),
                scope,
                Values.of("respondent", respondent)
                        .with("survey", survey)
                        .with("received_on", receivedOn)
                        .with("channel", "file")
                        .with("source_file", form.file())
                        .with("source_hash", form.hash())
                        .with("language", form.language().code()));
        plan.hide().forEach(id -> tx.delete(SurveyKinds.ANSWER, id));
        Map<UUID, QuestionType> types = types(tx, survey);
        for (Placed answer : plan.add()) {
            boolean words = types.getOrDefault(answer.question(), QuestionType.LONG_TEXT)
                    .open();
            put(
                    tx,
                    SurveyKinds.ANSWER,
                    IntakePlan.answerKey(plan.response(), answer),
                    scope,
                    Values.of("response", plan.response())
                            .with("survey", survey)
                            .with("question", answer.question())
                            .with("respondent", respondent)
                            .with("value", answer.value())
                            .with("body", answer.body())
                            .with(
                                    "language",
                                    words
                                            ? language(form, answer.body())
                                            : form.language().code())
                            .with(
                                    "doubt",
                                    answer.doubt() == null
                                            ? null
                                            : answer.doubt().code())
                            .with("offered", answer.offered())
                            .with("source_sheet", answer.sheet())
                            .with("source_cell", answer.cell()));
        }
        Map<String, Integer> again = new HashMap<>();
        for (InTray item : form.tray()) {
            String place = item.sheet() + "!" + item.cell() + "/" + item.reason()
                    + (item.part().isEmpty() ? "" : "/" + item.part());
            // Two boxes over one cell are two items.
            int number = again.merge(place, 1, Integer::sum);
            UUID key = Ids.derived("tray/" + plan.response(), number == 1 ? place : place + "#" + number);
            put(
                    tx,
                    SurveyKinds.TRAY_ITEM,
                    key,
                    scope,
                    Values.of("response", plan.response())
                            .with("survey", survey)
                            .with("question", item.question())
                            .with("body", item.body())
                            .with("source_sheet", item.sheet())
                            .with("source_cell", item.cell())
                            .with("surroundings", item.surroundings().text())
                            .with("reason", item.reason().code())
                            .with("choice", item.choice())
                            .with("beside", item.beside())
                            .with("column_head", item.columnHead())
                            .with("source_part", item.part())
                            .with("decision", "open"));
        }
        tx.set(SurveyKinds.RESPONDENT, respondent, "status", "received");
        if (plan.respondent().text("received_on").isEmpty()) {
            tx.set(SurveyKinds.RESPONDENT, respondent, "received_on", receivedOn.toString());
        }
    }

    /** Adds a row, or brings back the one that an undo or a person hid, as it is now read. */
    private static void put(Transaction tx, Kind kind, UUID id, UUID scope, Values values) {
        if (tx.insert(kind, id, scope, values)) {
            return;
        }
        if (tx.find(kind, id).filter(Row::deleted).isPresent()) {
            tx.restore(kind, id);
        }
        tx.setAll(kind, id, values.map());
    }

    private static Map<UUID, QuestionType> types(Records records, UUID survey) {
        Map<UUID, QuestionType> types = new HashMap<>();
        Questionnaire.read(records, survey)
                .ifPresent(q -> q.questions().forEach(question -> types.put(question.id(), question.type())));
        return types;
    }

    private static String language(ReturnedForm form, String words) {
        return words.length() < 40
                ? form.language().code()
                : LanguageGuess.of(words).orElse(form.language()).code();
    }
}
