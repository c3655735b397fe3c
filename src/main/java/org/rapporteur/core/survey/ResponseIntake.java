package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.ReturnedForm.InTray;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.text.LanguageGuess;

/**
 * Takes a returned file into the workspace, as one step that can be undone.
 *
 * <p>The same file again adds nothing. A newer file of the same respondent takes the place of the earlier reply, which
 * stays as it was: answers that say the same are taken over, with their codings; what the newer file says differently
 * counts; what it leaves out does not count any more. Both are listed for a person to decide. Whether an answer says the
 * same is judged by what the earlier file said, so that a correction made by hand since then is not undone by the same
 * words. Nothing that is there is edited or hidden, so that machines that took in different files agree after an
 * exchange ({@link CurrentReply}).
 *
 * <p>A file that is refused, or does not say who it is from, waits in the inbox with the reason.
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
     * Takes the form in, or notes why it was not. The file itself is kept by the caller, under
     * {@link ReturnedForm#hash()}.
     *
     * @param receivedOn the day on which it came
     */
    public IntakeReport apply(ReturnedForm form, LocalDate receivedOn) {
        IntakePlan first = IntakePlan.of(records, form);
        if (first.respondent() == null) {
            if (!form.hash().isEmpty()) {
                changes.run(Label.of("forms.step.refuse", form.file()), tx -> RefusedFiles.note(tx, form, first));
            }
            return first.report();
        }
        if (first.report().sameFile()) {
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
                        .with("language", form.language().code())
                        .with("whole", true));
        plan.replaced().forEach(id -> Replies.replaces(tx, plan.response(), id, scope));
        plan.keep().forEach(id -> Replies.takesOver(tx, plan.response(), id, scope));
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
        for (Placed answer : plan.linked()) {
            Replies.takesOver(tx, plan.response(), IntakePlan.answerKey(plan.response(), answer), scope);
        }
        tray(tx, form, plan, scope);
        decisions(tx, form, plan, scope);
        RefusedFiles.settle(tx, survey, form.hash());
        tx.set(SurveyKinds.RESPONDENT, respondent, "status", "received");
        if (plan.respondent().text("received_on").isEmpty()) {
            tx.set(SurveyKinds.RESPONDENT, respondent, "received_on", receivedOn.toString());
        }
    }

    private static void tray(Transaction tx, ReturnedForm form, IntakePlan plan, UUID scope) {
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
                            .with("survey", form.survey())
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
                            .with(
                                    "decision",
                                    Optional.ofNullable(plan.settled()
                                                    .get(IntakePlan.place(item.sheet(), item.cell(), item.body())))
                                            .map(row -> row.text("decision"))
                                            .orElse("open")));
        }
    }

    /** What a person has to decide because the file differs from the reply before, or says "N/A". */
    private static void decisions(Transaction tx, ReturnedForm form, IntakePlan plan, UUID scope) {
        for (IntakeReport.Change change : plan.report().changed()) {
            TrayReason reason = change.withdrawn() ? TrayReason.WITHDRAWN : TrayReason.CHANGED;
            Placed now = plan.add().stream()
                    .filter(answer -> answer.question().equals(change.question()))
                    .findFirst()
                    .orElse(null);
            put(
                    tx,
                    SurveyKinds.TRAY_ITEM,
                    Ids.derived("tray/" + plan.response(), "changed/" + change.answer()),
                    scope,
                    Values.of("response", plan.response())
                            .with("survey", form.survey())
                            .with("question", change.question())
                            .with("body", change.before())
                            .with("answer", change.answer())
                            .with("source_sheet", now == null ? null : now.sheet())
                            .with("source_cell", now == null ? null : now.cell())
                            .with("reason", reason.code())
                            .with("decision", "open"));
        }
        for (Placed answer : plan.report().noAnswers()) {
            put(
                    tx,
                    SurveyKinds.TRAY_ITEM,
                    Ids.derived("tray/" + plan.response(), "no_answer/" + answer.question() + "/" + answer.cell()),
                    scope,
                    Values.of("response", plan.response())
                            .with("survey", form.survey())
                            .with("question", answer.question())
                            .with("body", answer.body())
                            .with("source_sheet", answer.sheet())
                            .with("source_cell", answer.cell())
                            .with("reason", TrayReason.NO_ANSWER.code())
                            .with("decision", plan.noAnswerSetAside() ? "set_aside" : "open"));
        }
    }

    private static void put(Transaction tx, Kind kind, UUID id, UUID scope, Values values) {
        Replies.put(tx, kind, id, scope, values);
    }

    private static Map<UUID, QuestionType> types(Records records, UUID survey) {
        Map<UUID, QuestionType> types = new HashMap<>();
        Questionnaire.read(records, survey)
                .ifPresent(q -> q.questions().forEach(question -> types.put(question.id(), question.type())));
        return types;
    }

    private static String language(ReturnedForm form, String words) {
        return LanguageGuess.within(form.language(), words).code();
    }
}
