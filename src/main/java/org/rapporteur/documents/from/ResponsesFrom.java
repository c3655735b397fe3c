package org.rapporteur.documents.from;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.AnswerHeld;
import org.rapporteur.core.survey.SurveyStore.QuestionFacts;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.text.Collation;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Sheet;
import org.rapporteur.documents.model.Workbook;

/**
 * The answers of a survey as a table: a row for each respondent, a column for each question. What may not be shown with a
 * name is not shown, unless the table is for the secretariat alone; then every page says so.
 */
final class ResponsesFrom {
    private static final List<String> COLUMNS = List.of("name", "type", "region", "language", "status", "received_on");

    private final Source source;
    private final SurveyStore store;
    private final Words words;

    ResponsesFrom(Source source, SurveyStore store, Words words) {
        this.source = source;
        this.store = store;
        this.words = words;
    }

    /**
     * @param restricted whether everything is shown, for the secretariat alone
     */
    Workbook read(UUID surveyId, boolean restricted) {
        Row survey = source.find(SurveyKinds.SURVEY, surveyId)
                .orElseThrow(() -> new IllegalArgumentException("no survey " + surveyId));
        List<QuestionFacts> questions = store.questions(surveyId).stream()
                .filter(question -> !question.note())
                .toList();
        List<Sheet.Column> columns = new ArrayList<>();
        COLUMNS.forEach(field -> columns.add(new Sheet.Column(words.text("field." + field), 0)));
        columns.set(0, new Sheet.Column(words.text("field.respondent"), 0));
        Map<UUID, Map<UUID, List<AnswerHeld>>> answers = new HashMap<>();
        Map<UUID, Map<String, String>> labels = new HashMap<>();
        for (QuestionFacts question : questions) {
            columns.add(
                    new Sheet.Column(question.code() + " " + question.label().text(source.language()), 30));
            Map<String, String> ofQuestion = new HashMap<>();
            question.choices()
                    .forEach(choice ->
                            ofQuestion.put(choice.code(), choice.label().text(source.language())));
            labels.put(question.id(), ofQuestion);
            Map<UUID, List<AnswerHeld>> byRespondent = new HashMap<>();
            for (AnswerHeld answer : store.answers(question.id())) {
                byRespondent
                        .computeIfAbsent(answer.respondent(), id -> new ArrayList<>())
                        .add(answer);
            }
            answers.put(question.id(), byRespondent);
        }
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        List<RespondentFacts> respondents = new ArrayList<>(store.respondents(surveyId));
        respondents.sort(Collation.of(source.language()).by(RespondentFacts::name));
        for (RespondentFacts respondent : respondents) {
            List<Sheet.Cell> row = new ArrayList<>(facts(respondent));
            for (QuestionFacts question : questions) {
                row.add(cell(
                        question,
                        answers.get(question.id()).getOrDefault(respondent.id(), List.of()),
                        labels.get(question.id()),
                        restricted));
            }
            rows.add(row);
        }
        String title = source.phrase(survey, "title").text();
        List<String> notes = new ArrayList<>();
        notes.add(words.text(restricted ? "documents.responses.restricted" : "documents.responses.permitted"));
        if (survey.flag("illustrative")) {
            notes.add(words.text("field.illustrative"));
        }
        Sheet sheet = new Sheet(words.text("kind.answer.plural"), title, notes, columns, rows);
        return new Workbook(source.language(), title, "", source.clock().instant(), List.of(sheet));
    }

    private List<Sheet.Cell> facts(RespondentFacts respondent) {
        return List.of(
                Sheet.text(respondent.name()),
                Sheet.text(respondent.type()),
                Sheet.text(respondent.region()),
                Sheet.text(respondent.language()),
                Sheet.text(respondent.status().isEmpty() ? "" : words.text("value." + respondent.status())),
                Sheet.date(respondent.receivedOn()));
    }

    private Sheet.Cell cell(
            QuestionFacts question, List<AnswerHeld> answers, Map<String, String> labels, boolean restricted) {
        if (answers.isEmpty()) {
            return new Sheet.EmptyCell();
        }
        List<String> parts = new ArrayList<>();
        for (AnswerHeld answer : answers) {
            // The row names the respondent, so that only what may be quoted can stand in it.
            if (!restricted && answer.permission() != Permission.QUOTE) {
                parts.add(
                        words.text("documents.responses." + answer.permission().code()));
                continue;
            }
            if (answer.value().equals(ChoiceReading.NONE_CHOSEN)) {
                parts.add(words.text("documents.responses.none"));
                continue;
            }
            String label = labels.getOrDefault(answer.value(), "");
            if (question.type().equals("scale") && !answer.value().isEmpty()) {
                parts.add(answer.value());
            } else if (!label.isEmpty()) {
                parts.add(label);
            } else {
                parts.add(answer.value().isEmpty() ? answer.body() : answer.value());
            }
        }
        String text =
                parts.stream().distinct().collect(java.util.stream.Collectors.joining(question.open() ? "\n\n" : "; "));
        if (question.numeric() && text.matches("\\d{1,15}")) {
            return Sheet.integer(Long.parseLong(text));
        }
        return Sheet.text(text);
    }
}
