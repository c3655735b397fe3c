package org.rapporteur.forms.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.xlsx.ReturnedFiles;
import org.rapporteur.i18n.Messages;
import org.rapporteur.launch.sample.Assets;
import org.rapporteur.launch.sample.SampleBuilder;
import org.rapporteur.launch.sample.SampleCodings;
import org.rapporteur.launch.sample.SampleKeys;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/**
 * The returned questionnaires that ride with the sample are those that {@link SampleReturns} makes of its answers, and
 * reading them back gives these answers. After a change of the sample or of the form they are written anew by
 * {@code mvn test -Dtest=SampleReturnsTest -Drapporteur.sample.write=true}.
 */
class SampleReturnsTest {
    private static final Path RETURNED = Path.of("assets/sample/returned");

    private final Messages messages = new Messages(Language.EN);
    private Workspace workspace;
    private Questionnaire questionnaire;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("sample"));
        SampleBuilder.build(workspace.changes());
        questionnaire = Questionnaire.read(workspace, SampleKeys.survey()).orElseThrow();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theFilesAreThoseMadeOfTheAnswers() throws IOException {
        Map<String, Respondent> respondents = new LinkedHashMap<>();
        List<Respondent> all = Respondent.of(workspace, SampleKeys.survey());
        for (JsonNode respondent : Assets.json("sample/respondents.json").get("respondents")) {
            String key = respondent.get("key").asText();
            all.stream().filter(r -> r.id().equals(SampleKeys.respondent(key))).forEach(r -> respondents.put(key, r));
        }
        Map<String, byte[]> files = new SampleReturns(questionnaire, respondents, messages::text).all();
        assertEquals(27, files.size());
        if (Boolean.getBoolean("rapporteur.sample.write")) {
            Files.createDirectories(RETURNED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(RETURNED.resolve(file.getKey() + ".xlsx"), file.getValue());
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            // Compared unpacked: another release of the JDK may pack differently.
            Map<String, byte[]> expected = parts(file.getValue());
            Map<String, byte[]> found = parts(Files.readAllBytes(RETURNED.resolve(file.getKey() + ".xlsx")));
            assertEquals(expected.keySet(), found.keySet(), file.getKey());
            expected.forEach((name, bytes) ->
                    assertArrayEquals(bytes, found.get(name), file.getKey() + ": " + name + " differs, write anew"));
        }
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void readingThemBackGivesTheAnswersAndARealTray() throws IOException {
        ReturnedFiles files = new ReturnedFiles(messages::text);
        ResponseIntake intake = new ResponseIntake(workspace, workspace.changes());
        List<String> wrong = new ArrayList<>();
        Map<TrayReason, Integer> tray = new EnumMap<>(TrayReason.class);
        int answers = 0;
        int doubts = 0;
        try (Stream<Path> list = Files.list(RETURNED)) {
            for (Path file : list.sorted().toList()) {
                String key = file.getFileName().toString().replace(".xlsx", "");
                try (InputStream in = Files.newInputStream(file)) {
                    workspace.blobs().put(in, file.getFileName().toString(), "application/octet-stream");
                }
                ReturnedForm form = files.read(workspace, file, SampleKeys.survey());
                assertEquals(List.of(), form.refusals(), key);
                assertEquals(SampleKeys.respondent(key), form.respondent().orElseThrow(), key);
                form.tray().forEach(item -> tray.merge(item.reason(), 1, Integer::sum));
                IntakeReport report = intake.apply(form, LocalDate.of(2017, 9, 8));
                assertEquals(form.answers().size(), report.added(), key);
                answers += report.added();
                doubts += (int)
                        form.answers().stream().filter(a -> a.doubt() != null).count();
                compare(key, form, wrong);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                27,
                workspace.count(Query.of(SurveyKinds.RESPONDENT)
                        .where("survey", SampleKeys.survey())
                        .where("status", "received")));
        // What a person has to look at is a handful, not a heap.
        assertEquals(
                Map.of(
                        TrayReason.COMMENT, 3,
                        TrayReason.IN_LABEL, 1,
                        TrayReason.NOT_A_TICK, 5,
                        TrayReason.NOTE, 1,
                        TrayReason.OTHER_SHEET, 1),
                tray);
        assertTrue(doubts >= 5 && doubts < 20, "doubts " + doubts);
        assertTrue(answers > 27 * 15, "answers " + answers);
        SampleCodings.Outcome codings = SampleCodings.add(workspace, workspace.changes());
        assertEquals(List.of(), codings.notFound());
    }

    private void compare(String key, ReturnedForm form, List<String> wrong) {
        JsonNode given = Assets.json("sample/answers/" + key + ".json").get("answers");
        for (Question question : questionnaire.answered()) {
            List<Placed> placed = form.answers().stream()
                    .filter(a -> a.question().equals(question.id()))
                    .toList();
            JsonNode answer = given.path(question.code());
            boolean asked = key.equals("escap") && question.code().equals("Q5");
            if (asked || answer.isMissingNode()) {
                if (!placed.isEmpty()) {
                    wrong.add(key + " " + question.code() + " read as " + placed);
                }
                continue;
            }
            List<String> expected = new ArrayList<>();
            if (question.type() == QuestionType.MULTIPLE) {
                question.choices()
                        .forEach(choice -> answer.forEach(code -> {
                            if (code.asText().equals(choice.code())) {
                                expected.add(choice.code());
                            }
                        }));
            } else {
                expected.add(answer.asText().replace("٣", "3").replace("٤", "4"));
            }
            boolean words = question.type().open();
            List<String> read = placed.stream()
                    .map(a -> a.doubt() == Doubt.CONTINUED ? a.body().replace('\n', ' ') : words ? a.body() : a.value())
                    .toList();
            boolean rough = placed.size() == 1 && placed.get(0).doubt() == Doubt.APPROXIMATE;
            if (!read.equals(expected) && !(rough && placed.get(0).body().equals(answer.asText()))) {
                wrong.add(key + " " + question.code() + " " + expected + " read as " + placed);
            }
        }
    }
}
