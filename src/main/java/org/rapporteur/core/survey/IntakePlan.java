package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.IntakeReport.Change;
import org.rapporteur.core.survey.ReturnedForm.Placed;

/**
 * What taking in a form would change.
 *
 * @param respondent the respondent; null if the form is refused
 * @param response key of the reply
 * @param add answers to add
 * @param hide keys of answers to hide
 */
record IntakePlan(IntakeReport report, Row respondent, UUID response, List<Placed> add, Set<UUID> hide) {

    private record Slot(UUID question, String choice) {}

    private static IntakePlan refusal(ReturnedForm form, String reason, Object... args) {
        List<Refusal> refusals = new ArrayList<>(form.refusals());
        refusals.add(Refusal.file(form.file(), reason, args));
        return new IntakePlan(IntakeReport.refused(form, refusals), null, null, List.of(), Set.of());
    }

    /** Compares a form with what there is. */
    static IntakePlan of(Records records, ReturnedForm form) {
        if (form.isRefused()) {
            return new IntakePlan(IntakeReport.refused(form, form.refusals()), null, null, List.of(), Set.of());
        }
        if (form.respondent().isEmpty()) {
            boolean disagree = form.source() == ReturnedForm.RespondentSource.DISAGREE;
            return disagree
                    ? refusal(form, "forms.refused.respondentsDisagree", form.marked(), form.typed())
                    : refusal(form, "forms.refused.noRespondent");
        }
        Optional<Row> respondent = records.find(
                        SurveyKinds.RESPONDENT, form.respondent().get())
                .filter(row -> !row.deleted() && form.survey().equals(row.ref("survey")));
        Optional<Questionnaire> questionnaire = Questionnaire.read(records, form.survey());
        if (respondent.isEmpty() || questionnaire.isEmpty()) {
            return refusal(form, "forms.refused.unknownRespondent");
        }
        for (Row other : records.list(
                Query.of(SurveyKinds.RESPONSE).where("survey", form.survey()).where("source_hash", form.hash()))) {
            if (!respondent.get().id().equals(other.ref("respondent"))) {
                String whose = Optional.ofNullable(other.ref("respondent"))
                        .flatMap(id -> records.find(SurveyKinds.RESPONDENT, id))
                        .map(row -> row.text("name"))
                        .orElse("");
                return refusal(form, "forms.refused.otherRespondent", whose);
            }
        }
        return plan(records, form, respondent.get(), questionnaire.get());
    }

    private static IntakePlan plan(Records records, ReturnedForm form, Row respondent, Questionnaire questionnaire) {
        UUID response = responseKey(form, respondent.id());
        int rows = form.answers().size() + form.tray().size() + form.refusals().size();
        boolean sameFile = records.find(SurveyKinds.RESPONSE, response)
                .filter(row -> !row.deleted())
                .isPresent();
        if (sameFile) {
            IntakeReport report = new IntakeReport(
                    form.file(),
                    form.survey(),
                    respondent.id(),
                    response,
                    true,
                    rows,
                    0,
                    List.of(),
                    form.answers().size(),
                    List.of(),
                    form.refusals());
            return new IntakePlan(report, respondent, response, List.of(), Set.of());
        }
        Map<Slot, List<Row>> current = current(records, respondent.id(), questionnaire);
        Map<Slot, Placed> given = new LinkedHashMap<>();
        form.answers().forEach(answer -> given.put(slot(answer, questionnaire), answer));
        List<Placed> add = new ArrayList<>();
        Set<UUID> hide = new LinkedHashSet<>();
        List<Change> changed = new ArrayList<>();
        int same = 0;
        int added = 0;
        for (Map.Entry<Slot, Placed> entry : given.entrySet()) {
            Placed answer = entry.getValue();
            List<Row> before = current.getOrDefault(entry.getKey(), List.of());
            if (before.stream().anyMatch(row -> saysTheSame(row, answer))) {
                same++;
                continue;
            }
            add.add(answer);
            if (before.isEmpty()) {
                added++;
                continue;
            }
            before.forEach(row -> hide.add(row.id()));
            changed.add(new Change(
                    answer.question(),
                    said(before.get(0)),
                    said(answer.value(), answer.body()),
                    codings(records, before)));
        }
        // A choice that is no longer ticked, in a question that was answered again, was taken back.
        Set<UUID> answeredAgain = new HashSet<>();
        given.keySet().forEach(slot -> answeredAgain.add(slot.question()));
        current.forEach((slot, before) -> {
            if (!given.containsKey(slot) && answeredAgain.contains(slot.question())) {
                before.forEach(row -> hide.add(row.id()));
                changed.add(new Change(slot.question(), said(before.get(0)), "", codings(records, before)));
            }
        });
        IntakeReport report = new IntakeReport(
                form.file(),
                form.survey(),
                respondent.id(),
                response,
                false,
                rows,
                added,
                changed,
                same,
                form.tray(),
                form.refusals());
        return new IntakePlan(report, respondent, response, add, hide);
    }

    /** What counts now of the respondent's replies, except rows of tables, of which each is a reply of its own. */
    private static Map<Slot, List<Row>> current(Records records, UUID respondent, Questionnaire questionnaire) {
        List<UUID> replies = records.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent)).stream()
                .filter(row -> !row.text("channel").equals("table"))
                .map(Row::id)
                .toList();
        Map<Slot, List<Row>> current = new LinkedHashMap<>();
        for (UUID reply : replies) {
            for (Row answer : records.list(Query.of(SurveyKinds.ANSWER).where("response", reply))) {
                UUID question = answer.ref("question");
                if (question != null) {
                    Slot slot = new Slot(question, multiple(questionnaire, question) ? answer.text("value") : "");
                    current.computeIfAbsent(slot, s -> new ArrayList<>()).add(answer);
                }
            }
        }
        return current;
    }

    private static boolean multiple(Questionnaire questionnaire, UUID question) {
        return questionnaire
                .question(question)
                .filter(q -> q.type() == QuestionType.MULTIPLE)
                .isPresent();
    }

    private static Slot slot(Placed answer, Questionnaire questionnaire) {
        return new Slot(answer.question(), multiple(questionnaire, answer.question()) ? answer.value() : "");
    }

    private static boolean saysTheSame(Row row, Placed answer) {
        UUID response = row.ref("response");
        // The key of an answer tells what its file said, whatever was made of it since.
        if (response != null && row.id().equals(answerKey(response, answer))) {
            return true;
        }
        return answer.value().isEmpty()
                ? row.text("value").isEmpty() && row.text("body").equals(answer.body())
                : row.text("value").equals(answer.value());
    }

    private static int codings(Records records, List<Row> answers) {
        long count = 0;
        for (Row answer : answers) {
            count += records.count(Query.of(SurveyKinds.CODING).where("answer", answer.id()));
        }
        return Math.toIntExact(count);
    }

    private static String said(Row answer) {
        return said(answer.text("value"), answer.text("body"));
    }

    private static String said(String value, String body) {
        return value.isEmpty() || body.isEmpty() || value.equals(body)
                ? value + (value.equals(body) ? "" : body)
                : body + " [" + value + "]";
    }

    private static UUID responseKey(ReturnedForm form, UUID respondent) {
        return Ids.derived("response/" + form.survey(), respondent + "/" + form.hash());
    }

    /** The key of an answer: what the file said in which place of which reply. */
    static UUID answerKey(UUID response, Placed answer) {
        return Ids.derived("answer/" + response, answer.question() + "/" + answer.value() + "\n" + answer.body());
    }
}
