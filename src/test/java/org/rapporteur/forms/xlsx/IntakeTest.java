package org.rapporteur.forms.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.sample.SampleSurvey;
import org.rapporteur.forms.sample.SurveyRecords;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class IntakeTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 9, 1);
    private static final LocalDate LATER = LocalDate.of(2017, 9, 5);

    private final Messages messages = new Messages(Language.EN);
    private final ReturnedFiles files = new ReturnedFiles(messages::text);
    private final Respondent respondent = SampleSurvey.respondents().get("midwa");
    private Workspace workspace;
    private Questionnaire questionnaire;
    private ResponseIntake intake;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("workspace"));
        SurveyRecords.store(
                workspace.changes(),
                SampleSurvey.questionnaire(),
                List.copyOf(SampleSurvey.respondents().values()));
        questionnaire = Questionnaire.read(workspace, SampleSurvey.survey()).orElseThrow();
        intake = new ResponseIntake(workspace, workspace.changes());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Question question(String code) {
        return questionnaire.questions().stream()
                .filter(q -> q.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private ReturnedForm returned(String name, Consumer<FormFiller> fill) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new QuestionnaireWriter(messages::text).write(questionnaire, respondent, sent);
        Path file = folder.resolve(name);
        try (XSSFWorkbook form = new XSSFWorkbook(new ByteArrayInputStream(sent.toByteArray()));
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(new FormFiller(form));
            form.write(out);
        }
        return files.read(workspace, file, null);
    }

    private void usual(FormFiller form) {
        form.type(question("Q1"), "Traité, accord ou statut");
        form.tick(question("Q2"), question("Q2").choice("thematic").orElseThrow(), "x");
        form.tick(question("Q2"), question("Q2").choice("idm").orElseThrow(), "x");
        form.type(question("Q3"), "environ 12");
        form.type(question("Q4"), "2017-11-21");
        form.type(question("Q7"), "Les capacités des administrations restent limitées dans plusieurs pays membres.");
        form.type(question("Q8"), "٣");
        form.type(question("Q14"), "quote");
    }

    /** What counts of the respondent's answers to the question. */
    private List<Row> answers(String code) {
        return CurrentReply.of(workspace, respondent.id())
                .answers(question(code).id());
    }

    private Permission permission(Row answer) {
        return new SurveyAnalysis(new SurveyStoreSqlite(workspace))
                .permissions(SampleSurvey.survey(), List.of(answer.id()))
                .get(answer.id());
    }

    @Test
    void answersArriveWithTheirSource() throws IOException {
        ReturnedForm form = returned("retour.xlsx", this::usual);
        assertEquals(List.of(), form.tray());
        IntakeReport report = intake.apply(form, FIRST);
        assertEquals(List.of(), report.refusals());
        assertEquals(8, report.added());
        assertEquals("treaty", answers("Q1").get(0).text("value"));
        assertEquals(
                List.of("idm", "thematic"),
                answers("Q2").stream().map(a -> a.text("value")).sorted().toList());
        Row rough = answers("Q3").get(0);
        assertEquals("", rough.text("value"));
        assertEquals("environ 12", rough.text("body"));
        assertEquals(Doubt.APPROXIMATE.code(), rough.text("doubt"));
        assertEquals("2017-11-21", answers("Q4").get(0).text("value"));
        assertEquals("3", answers("Q8").get(0).text("value"));
        Row words = answers("Q7").get(0);
        assertEquals(Permission.QUOTE, permission(words));
        assertEquals("fr", words.text("language"));
        assertTrue(words.text("source_cell").matches("D\\d+"), words.text("source_cell"));
        Row reply = workspace.find(SurveyKinds.RESPONSE, words.ref("response")).orElseThrow();
        assertEquals(form.hash(), reply.text("source_hash"));
        assertEquals("retour.xlsx", reply.text("source_file"));
        Row who = workspace.find(SurveyKinds.RESPONDENT, respondent.id()).orElseThrow();
        assertEquals("received", who.text("status"));
        assertEquals("2017-09-01", who.text("received_on"));
    }

    @Test
    void theSameFileTwiceAddsNothingAndUndoTakesAllBack() throws IOException {
        ReturnedForm form = returned("a.xlsx", this::usual);
        intake.apply(form, FIRST);
        IntakeReport again = intake.apply(form, LATER);
        assertTrue(again.sameFile());
        assertEquals(0, again.added());
        assertEquals(8, again.same());
        assertEquals(1, workspace.count(Query.of(SurveyKinds.RESPONSE)));
        workspace.undo().undo();
        assertEquals(0, workspace.count(Query.of(SurveyKinds.ANSWER)));
        assertEquals(
                "sent",
                workspace
                        .find(SurveyKinds.RESPONDENT, respondent.id())
                        .orElseThrow()
                        .text("status"));
        // After an undo the file can be taken in again.
        IntakeReport afterUndo = intake.apply(form, LATER);
        assertFalse(afterUndo.sameFile());
        assertEquals(8, afterUndo.added());
        assertEquals(8, workspace.count(Query.of(SurveyKinds.ANSWER)));
    }

    @Test
    void aNewerReplyKeepsTheOlderAndReportsWhatChanged() throws IOException {
        intake.apply(returned("a.xlsx", this::usual), FIRST);
        Row coded = answers("Q7").get(0);
        workspace.changes().run(Label.of("step.add", "coding"), tx -> {
            tx.insert(SurveyKinds.CODING, Values.of("answer", coded.id()).with("coder", "A"));
        });
        ReturnedForm newer = returned("b.xlsx", form -> {
            usual(form);
            form.type(question("Q3"), "12");
            form.tick(question("Q2"), question("Q2").choice("idm").orElseThrow(), "");
            form.type(question("Q9"), "Statistiques annuelles");
            form.type(question("Q14"), "count_only");
        });
        IntakeReport preview = intake.preview(newer);
        IntakeReport report = intake.apply(newer, LATER);
        assertEquals(preview, report);
        assertEquals(1, report.added());
        assertEquals(3, report.changed().size(), report.changed().toString());
        assertEquals("12", answers("Q3").get(0).text("value"));
        assertEquals(1, answers("Q3").size());
        assertEquals(1, answers("Q2").size());
        assertEquals(coded.id(), answers("Q7").get(0).id());
        assertEquals(Permission.COUNT_ONLY, permission(answers("Q7").get(0)));
        assertEquals(2, workspace.count(Query.of(SurveyKinds.RESPONSE)));
        assertEquals(
                "2017-09-01",
                workspace
                        .find(SurveyKinds.RESPONDENT, respondent.id())
                        .orElseThrow()
                        .text("received_on"));
        workspace.undo().undo();
        assertEquals("environ 12", answers("Q3").get(0).text("body"));
        assertEquals(2, answers("Q2").size());
        assertEquals(Permission.QUOTE, permission(answers("Q7").get(0)));
    }

    @Test
    void aCorrectionByHandIsNotUndoneByTheSameWords() throws IOException {
        intake.apply(returned("a.xlsx", this::usual), FIRST);
        UUID rough = answers("Q3").get(0).id();
        workspace.changes().run(Label.of("step.edit", "answer"), tx -> {
            tx.set(SurveyKinds.ANSWER, rough, "value", "12");
            tx.set(SurveyKinds.ANSWER, rough, "doubt", null);
        });
        IntakeReport report = intake.apply(
                returned("b.xlsx", form -> {
                    usual(form);
                    form.type(question("Q9"), "Statistiques annuelles");
                }),
                LATER);
        assertEquals(List.of(), report.changed());
        assertEquals("12", answers("Q3").get(0).text("value"));
    }

    @Test
    void aPersonPlacesWhatIsInTheTray() throws IOException {
        ReturnedForm form = returned("a.xlsx", filler -> {
            usual(filler);
            filler.cell(question("Q7").id(), null).getRow().getCell(4).setCellValue("Voir aussi l’annexe.");
        });
        intake.apply(form, FIRST);
        Row item = workspace.list(Query.of(SurveyKinds.TRAY_ITEM)).get(0);
        boolean placed = workspace
                .changes()
                .write(
                        Label.of("step.edit"),
                        tx -> TrayDecision.place(tx, item.id(), question("Q7").id()));
        assertTrue(placed);
        assertEquals(1, answers("Q7").size());
        assertTrue(answers("Q7").get(0).text("body").endsWith("pays membres.\nVoir aussi l’annexe."));
        assertEquals(Permission.QUOTE, permission(answers("Q7").get(0)));
        assertEquals(1, workspace.count(Query.of(SurveyKinds.TRAY_ITEM).where("decision", "placed")));
        workspace.undo().undo();
        assertTrue(answers("Q7").get(0).text("body").endsWith("pays membres."));
        assertEquals(1, workspace.count(Query.of(SurveyKinds.TRAY_ITEM).where("decision", "open")));
    }

    @Test
    void remarksWaitInTheTrayAndAFileWithoutNameIsRefused() throws IOException {
        ReturnedForm form = returned("a.xlsx", filler -> {
            usual(filler);
            filler.cell(question("Q1").id(), null).getRow().getCell(4).setCellValue("Voir l’annexe");
        });
        assertEquals(TrayReason.COMMENT, form.tray().get(0).reason());
        assertTrue(form.tray().get(0).surroundings().text().contains("Traité, accord ou statut"));
        IntakeReport report = intake.apply(form, FIRST);
        assertTrue(report.needsPerson());
        assertEquals(1, workspace.count(Query.of(SurveyKinds.TRAY_ITEM)));

        ReturnedForm nobody = new ReturnedForm(
                form.file(),
                form.hash(),
                form.survey(),
                java.util.Optional.empty(),
                ReturnedForm.RespondentSource.NOT_TOLD,
                form.language(),
                false,
                form.answers(),
                form.tray(),
                List.of(),
                "",
                "");
        IntakeReport refused = intake.apply(nobody, FIRST);
        assertEquals(
                "forms.refused.noRespondent", refused.refusals().get(0).reason().key());
        IntakeReport other =
                intake.apply(nobody.from(SampleSurvey.respondents().get("midsa").id()), FIRST);
        assertEquals(
                "forms.refused.otherRespondent",
                other.refusals().get(0).reason().key());
    }
}
