package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.text.Language;

/**
 * What taking in a form would change.
 *
 * @param respondent the respondent; null if the form is refused
 * @param response key of the reply
 * @param replaced keys of the replies that this one takes the place of
 * @param add answers to add
 * @param keep keys of earlier answers that the form says again, which go on counting
 * @param linked of the answers to add those to questions of which earlier answers go on counting
 * @param noAnswerSetAside whether somebody has said that words such as "N/A" are no answers
 * @param settled what was decided about cells of the reply before that come again as they were, by place and words
 */
record IntakePlan(
        IntakeReport report,
        Row respondent,
        UUID response,
        List<UUID> replaced,
        List<Placed> add,
        Set<UUID> keep,
        Set<Placed> linked,
        boolean noAnswerSetAside,
        Map<String, Row> settled) {

    private static IntakePlan nothing(IntakeReport report, Row respondent, UUID response) {
        return new IntakePlan(report, respondent, response, List.of(), List.of(), Set.of(), Set.of(), false, Map.of());
    }

    private static IntakePlan refusal(ReturnedForm form, String reason, Object... args) {
        List<Refusal> refusals = new ArrayList<>(form.refusals());
        refusals.add(Refusal.file(form.file(), reason, args));
        return nothing(IntakeReport.refused(form, refusals), null, null);
    }

    /** Compares a form with what there is. */
    static IntakePlan of(Records records, ReturnedForm form) {
        if (form.isRefused()) {
            return nothing(IntakeReport.refused(form, form.refusals()), null, null);
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
                    List.of(),
                    List.of(),
                    false,
                    form.refusals());
            return nothing(report, respondent, response);
        }
        String meaning = records.find(SurveyKinds.SURVEY, form.survey())
                .map(row -> row.text("no_answer"))
                .orElse("");
        List<Placed> noAnswers = new ArrayList<>();
        Map<UUID, List<Placed>> given = new LinkedHashMap<>();
        for (Placed answer : form.answers()) {
            boolean none = !meaning.equals(NoAnswer.ANSWERS)
                    && questionnaire
                            .question(answer.question())
                            .filter(q -> NoAnswer.is(q, answer.value(), answer.body()))
                            .isPresent();
            if (none) {
                noAnswers.add(answer);
            } else {
                given.computeIfAbsent(answer.question(), q -> new ArrayList<>()).add(answer);
            }
        }
        CurrentReply current = CurrentReply.of(records, respondent.id());
        Comparing comparing = new Comparing(records, current, form, questionnaire);
        given.forEach(comparing::question);
        comparing.leftOut(given.keySet());
        IntakeReport report = new IntakeReport(
                form.file(),
                form.survey(),
                respondent.id(),
                response,
                false,
                rows,
                comparing.added,
                comparing.changed,
                comparing.same,
                form.tray(),
                given.values().stream()
                        .flatMap(List::stream)
                        .filter(answer ->
                                answer.doubt() != null && answer.doubt().ofContent())
                        .toList(),
                noAnswers,
                meaning.isEmpty(),
                form.refusals());
        List<UUID> replaced = new ArrayList<>();
        if (current.reply() != null) {
            for (Row row : records.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent.id()))) {
                if (!row.text("channel").equals("table")) {
                    replaced.add(row.id());
                }
            }
        }
        return new IntakePlan(
                report,
                respondent,
                response,
                replaced,
                comparing.add,
                comparing.keep,
                comparing.linked,
                meaning.equals(NoAnswer.NONE),
                comparing.settled);
    }

    /** The answers of a form beside those that count so far, question by question. */
    private static final class Comparing {
        private final Records records;
        private final CurrentReply current;
        private final Questionnaire questionnaire;
        private final Language language;
        private final Map<String, Row> settled = new HashMap<>();
        private final Set<String> settledPlaces = new HashSet<>();
        private final List<Placed> add = new ArrayList<>();
        private final Set<UUID> keep = new LinkedHashSet<>();
        private final Set<Placed> linked = new HashSet<>();
        private final List<Change> changed = new ArrayList<>();
        private int added;
        private int same;

        Comparing(Records records, CurrentReply current, ReturnedForm form, Questionnaire questionnaire) {
            this.records = records;
            this.questionnaire = questionnaire;
            this.language = form.language();
            this.current = current;
            if (current.reply() != null) {
                Set<String> again = new HashSet<>();
                form.tray().forEach(item -> again.add(place(item.sheet(), item.cell(), item.body())));
                for (Row item : records.list(Query.of(SurveyKinds.TRAY_ITEM)
                        .where("response", current.reply().id()))) {
                    String place = place(item.text("source_sheet"), item.text("source_cell"), item.text("body"));
                    if (again.contains(place) && !TrayDecision.isOpen(item)) {
                        settled.put(place, item);
                        settledPlaces.add(item.text("source_sheet") + "!" + item.text("source_cell"));
                    }
                }
            }
        }

        void question(UUID question, List<Placed> given) {
            List<Row> left = new ArrayList<>(current.answers(question));
            boolean none = left.isEmpty();
            List<Placed> other = new ArrayList<>();
            List<UUID> again = new ArrayList<>();
            for (Placed answer : given) {
                Row there = left.stream()
                        .filter(row -> saysTheSame(row, answer))
                        .findFirst()
                        .orElse(null);
                if (there == null) {
                    other.add(answer);
                } else {
                    left.remove(there);
                    again.add(there.id());
                    same++;
                }
            }
            takeSettled(left, again);
            keep.addAll(again);
            add.addAll(other);
            if (!again.isEmpty()) {
                linked.addAll(other);
            }
            if (none || left.isEmpty()) {
                added += other.size();
            }
            Question asked = questionnaire.question(question).orElse(null);
            // A tick that is gone is withdrawn, whatever else was ticked; of anything else there is one answer.
            boolean several = asked != null && asked.type() == QuestionType.MULTIPLE;
            String now = other.isEmpty() || several
                    ? ""
                    : AnswerWords.of(
                            asked, other.getFirst().value(), other.getFirst().body(), language);
            changes(question, left, now);
        }

        /** What the form no longer answers. */
        void leftOut(Set<UUID> answered) {
            Map<UUID, List<Row>> left = new LinkedHashMap<>();
            for (Row row : current.answers()) {
                if (row.ref("question") != null && !answered.contains(row.ref("question"))) {
                    left.computeIfAbsent(row.ref("question"), q -> new ArrayList<>())
                            .add(row);
                }
            }
            left.forEach((question, rows) -> {
                List<UUID> again = new ArrayList<>();
                takeSettled(rows, again);
                keep.addAll(again);
                changes(question, rows, "");
            });
        }

        /** What a person made of a cell that comes again as it was goes on counting. */
        private void takeSettled(List<Row> left, List<UUID> again) {
            left.removeIf(row -> settledPlaces.contains(row.text("source_sheet") + "!" + row.text("source_cell"))
                    && row.id().version() != 8
                    && again.add(row.id()));
        }

        private String said(Row row) {
            return AnswerWords.of(
                    questionnaire.question(row.ref("question")).orElse(null),
                    row.text("value"),
                    row.text("body"),
                    language);
        }

        private void changes(UUID question, List<Row> left, String now) {
            for (Row row : left) {
                boolean blank = row.text("value").isEmpty() && row.text("body").isBlank();
                if (!blank && !row.flag("not_usable")) {
                    changed.add(new Change(question, row.id(), said(row), now, codings(records, List.of(row))));
                }
            }
        }
    }

    static String place(String sheet, String cell, String words) {
        return sheet + "!" + cell + "\n" + words;
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

    private static UUID responseKey(ReturnedForm form, UUID respondent) {
        return Ids.derived("response/" + form.survey(), respondent + "/" + form.hash());
    }

    /** The key of an answer: what the file said in which place of which reply. */
    static UUID answerKey(UUID response, Placed answer) {
        return Ids.derived("answer/" + response, answer.question() + "/" + answer.value() + "\n" + answer.body());
    }
}
