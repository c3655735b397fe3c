package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.FormLayout;

/**
 * The returned questionnaires of the sample: takes the forms as they were sent and fills in what each respondent's
 * answers in {@code assets/sample/answers} say, the way a ministry does it in a spreadsheet program. They are then read
 * back like any other returned file.
 */
public final class SampleReturns {
    private SampleReturns() {}

    /**
     * A reply.
     *
     * @param key key of the respondent in the sources, also the name of its file
     * @param respondent key of its row
     * @param received the day on which it came
     */
    public record Reply(String key, UUID respondent, LocalDate received) {}

    /** Those that replied, in the order of the list of respondents. */
    public static List<Reply> replies() {
        List<Reply> replies = new ArrayList<>();
        for (JsonNode respondent : Assets.json("sample/respondents.json").path("respondents")) {
            String key = respondent.path("key").asText();
            String received = Assets.text(respondent.path("received"));
            if (received != null && Assets.exists("sample/answers/" + key + ".json")) {
                replies.add(new Reply(key, SampleKeys.respondent(key), LocalDate.parse(received)));
            }
        }
        return replies;
    }

    /** Keys of all respondents in the sources by the keys of their rows. */
    public static Map<UUID, String> respondentKeys() {
        Map<UUID, String> keys = new LinkedHashMap<>();
        for (JsonNode respondent : Assets.json("sample/respondents.json").path("respondents")) {
            String key = respondent.path("key").asText();
            keys.put(SampleKeys.respondent(key), key);
        }
        return keys;
    }

    /**
     * Fills in a form.
     *
     * @param form the questionnaire as it was sent
     * @param filled where the filled one goes
     * @throws IOException if a file cannot be read or written
     */
    public static void fill(Questionnaire questionnaire, Reply reply, Path form, Path filled) throws IOException {
        JsonNode source = Assets.json("sample/answers/" + reply.key() + ".json");
        Language language = Language.of(source.path("language").asText()).orElse(Language.EN);
        JsonNode answers = source.path("answers");
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(filled)) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                place(row)
                        .ifPresent(place -> questionnaire
                                .question(place.question())
                                .ifPresent(question ->
                                        fill(row, place, question, answers.path(question.code()), language)));
            }
            workbook.write(out);
        }
    }

    private static Optional<FormLayout.Place> place(Row row) {
        Cell key = row.getCell(FormLayout.KEY);
        return key == null ? Optional.empty() : FormLayout.ofKey(key.toString());
    }

    private static void fill(Row row, FormLayout.Place place, Question question, JsonNode answer, Language language) {
        if (answer.isMissingNode() || answer.isNull()) {
            return;
        }
        Cell cell = row.getCell(FormLayout.ANSWER, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (question.type() == QuestionType.MULTIPLE) {
            question.choices().stream()
                    .filter(choice -> choice.id().equals(place.choice()))
                    .filter(choice -> chosen(answer, choice))
                    .forEach(choice -> cell.setCellValue(FormLayout.TICKED));
        } else if (question.type().closed()) {
            Optional<Choice> choice = question.choice(answer.asText());
            String label = choice.map(c -> c.label().text(language)).orElse(answer.asText());
            boolean scale = question.type() == QuestionType.SCALE;
            cell.setCellValue(scale && choice.isPresent() ? ChoiceReading.shown(choice.get(), label) : label);
        } else if (answer.isNumber()) {
            cell.setCellValue(answer.asDouble());
        } else if (question.type() == QuestionType.DATE && day(answer.asText()).isPresent()) {
            cell.setCellValue(day(answer.asText()).get());
        } else {
            cell.setCellValue(answer.asText());
        }
    }

    private static boolean chosen(JsonNode answer, Choice choice) {
        for (JsonNode code : answer) {
            if (code.asText().equals(choice.code())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException asTyped) {
            return Optional.empty();
        }
    }
}
