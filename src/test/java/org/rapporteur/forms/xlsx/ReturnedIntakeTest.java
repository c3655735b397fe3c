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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.NoAnswer;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.FileHash;
import org.rapporteur.forms.sample.SampleSurvey;
import org.rapporteur.forms.sample.SurveyRecords;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** What happens after returned files were read: each is in or out by itself, and what is in doubt waits until decided. */
class ReturnedIntakeTest {
    private static final LocalDate DAY = LocalDate.of(2017, 9, 1);
    private static final Label STEP = Label.of("step.edit");

    private final Messages messages = new Messages(Language.EN);
    private final Respondent respondent = SampleSurvey.respondents().get("midwa");
    private final Map<String, Path> kept = new HashMap<>();
    private Workspace workspace;
    private Questionnaire questionnaire;
    private ReturnedIntake intake;

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
        intake = new ReturnedIntake(workspace, workspace.changes(), messages::text, new ReturnedIntake.Keeper() {
            @Override
            public void keep(Path file) throws IOException {
                kept.put(FileHash.of(file), file);
            }

            @Override
            public Path copy(String hash, String name) {
                return kept.get(hash);
            }
        });
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

    private Path file(String name, Consumer<FormFiller> fill) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new QuestionnaireWriter(messages::text).write(questionnaire, respondent, sent);
        Path file = folder.resolve(name);
        try (XSSFWorkbook form = new XSSFWorkbook(new ByteArrayInputStream(sent.toByteArray()));
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(new FormFiller(form));
            form.write(out);
        }
        return file;
    }

    private List<IntakeReport> take(Path... files) {
        List<IntakeReport> reports = new ArrayList<>();
        intake.run(List.of(files), SampleSurvey.survey(), DAY, false, reports, (done, of, name) -> {});
        return reports;
    }

    private List<Row> answers(String code) {
        return CurrentReply.of(workspace, respondent.id())
                .answers(question(code).id());
    }

    private List<Inbox.Item> inbox() {
        return Inbox.of(workspace, SampleSurvey.survey()).items();
    }

    private int figures(String code) {
        return new SurveyStoreSqlite(workspace).answers(question(code).id()).size();
    }

    @Test
    void aWithdrawnAnswerIsNotCountedWhileItWaitsAndCanBeKept() throws IOException {
        take(file("a.xlsx", form -> {
            form.type(question("Q3"), "12");
            form.type(question("Q7"), "Les capacités restent limitées.");
        }));
        IntakeReport report =
                take(file("b.xlsx", form -> form.type(question("Q3"), "12"))).getFirst();
        assertTrue(report.needsPerson());
        assertEquals(1, report.changed().size());
        assertTrue(report.changed().getFirst().withdrawn());
        assertEquals(0, figures("Q7"));
        assertEquals(1, figures("Q3"), "what is said again counts once");
        Inbox.Item item = inbox().getFirst();
        assertEquals(Inbox.Sort.WITHDRAWN, item.sort());
        assertEquals("Les capacités restent limitées.", item.row().text("body"));
        workspace.changes().run(STEP, tx -> TrayDecision.keepEarlier(tx, item.id()));
        assertEquals(1, figures("Q7"));
        assertEquals(List.of(), inbox());
        workspace.undo().undo();
        assertEquals(0, figures("Q7"));
        workspace.changes().run(STEP, tx -> TrayDecision.setAside(tx, item.id()));
        assertEquals(0, figures("Q7"));
        assertEquals(List.of(), inbox());
    }

    @Test
    void aTickThatIsGoneIsWithdrawnAndAWholeFileIsDecidedAtOnce() throws IOException {
        Question several = questionnaire.answered().stream()
                .filter(q -> q.type() == QuestionType.MULTIPLE && q.choices().size() > 3)
                .findFirst()
                .orElseThrow();
        take(file("a.xlsx", form -> {
            form.type(question("Q3"), "12");
            form.type(question("Q7"), "Les capacités restent limitées.");
            form.tick(several, several.choices().get(0), "x");
            form.tick(several, several.choices().get(1), "x");
        }));
        IntakeReport newer = take(file("b.xlsx", form -> {
                    form.type(question("Q3"), "13");
                    form.tick(several, several.choices().get(1), "x");
                    form.tick(several, several.choices().get(2), "x");
                }))
                .getFirst();
        List<IntakeReport.Change> ticks = newer.changed().stream()
                .filter(change -> change.question().equals(several.id()))
                .toList();
        assertEquals(1, ticks.size());
        assertTrue(ticks.getFirst().withdrawn());
        assertEquals(
                several.choices().get(0).label().text(Language.FR),
                ticks.getFirst().before());
        assertEquals(
                Map.of(Inbox.Sort.CHANGED, 1L, Inbox.Sort.WITHDRAWN, 2L),
                inbox().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                Inbox.Item::sort, java.util.stream.Collectors.counting())));
        String code = several.code();
        UUID reply = newer.response();
        assertEquals(3, (int) workspace.changes().<Integer>write(STEP, tx -> TrayDecision.wholeFile(tx, reply, true)));
        assertEquals(List.of(), inbox());
        assertEquals("12", answers("Q3").getFirst().text("value"));
        assertEquals(1, answers("Q7").size());
        assertEquals(3, answers(code).size());
        workspace.undo().undo();
        assertEquals(3, inbox().size());
        assertEquals("13", answers("Q3").getFirst().text("value"));
        assertEquals(3, (int) workspace.changes().<Integer>write(STEP, tx -> TrayDecision.wholeFile(tx, reply, false)));
        assertEquals(List.of(), inbox());
        assertEquals("13", answers("Q3").getFirst().text("value"));
        assertEquals(0, answers("Q7").size());
        assertEquals(2, answers(code).size());
    }

    @Test
    void whatNoAnswerMeansIsAskedOnceAndRemembered() throws IOException {
        IntakeReport report = take(file("a.xlsx", form -> {
                    form.type(question("Q3"), "12");
                    form.type(question("Q7"), "N/A");
                }))
                .getFirst();
        assertEquals(1, report.noAnswers().size());
        assertTrue(report.needsPerson());
        assertEquals(0, figures("Q7"));
        assertEquals(Inbox.Sort.NO_ANSWER, inbox().getFirst().sort());
        workspace.changes().run(NoAnswer.deciding(), tx -> NoAnswer.decide(tx, SampleSurvey.survey(), false));
        assertEquals(List.of(), inbox());
        IntakeReport later = take(file("b.xlsx", form -> {
                    form.type(question("Q3"), "12");
                    form.type(question("Q7"), "-");
                }))
                .getFirst();
        assertFalse(later.needsPerson());
        assertEquals(List.of(), inbox());
        workspace.changes().run(NoAnswer.deciding(), tx -> NoAnswer.decide(tx, SampleSurvey.survey(), true));
        assertEquals(1, figures("Q7"));
        assertEquals("-", answers("Q7").getFirst().text("body"));
    }

    @Test
    void oneBadFileStopsNoOtherAndWaitsWithItsReason() throws IOException {
        Path bad = Files.writeString(folder.resolve(respondent.name() + ".xlsx"), "no workbook at all");
        Path good = file("good.xlsx", form -> form.type(question("Q3"), "12"));
        workspace.changes().run(STEP, tx -> tx.set(SurveyKinds.RESPONDENT, respondent.id(), "status", "sent"));
        List<IntakeReport> reports = take(bad, folder.resolve("missing.xlsx"));
        assertEquals(2, reports.size());
        reports.forEach(report -> assertEquals(1, report.refusals().size()));
        assertEquals(1, inbox().size(), "a file that is not there leaves nothing behind");
        Inbox.Item item = inbox().getFirst();
        assertEquals(Inbox.Sort.REFUSED, item.sort());
        assertEquals(FileHash.of(bad), item.row().text("source_hash"));
        assertEquals(respondent.id(), item.respondent().id(), "the name of the file tells whose it is");
        var facts = new SurveyStoreSqlite(workspace)
                .respondents(SampleSurvey.survey()).stream()
                        .filter(r -> r.id().equals(respondent.id()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(ResponseProgress.State.IN_HAND, ResponseProgress.State.of(facts, DAY.plusYears(1)));
        reports = take(bad, good);
        assertEquals(1, reports.get(1).added());
        assertEquals(1, figures("Q3"));
        workspace.changes().run(STEP, tx -> TrayDecision.setAside(tx, item.id()));
        assertEquals(List.of(), inbox());
    }

    @Test
    void cancellingKeepsWhatWasTakenIn() throws IOException {
        Path one = file("one.xlsx", form -> form.type(question("Q3"), "12"));
        Path two = file("two.xlsx", form -> form.type(question("Q3"), "13"));
        List<IntakeReport> reports = new ArrayList<>();
        try {
            intake.run(List.of(one, two), SampleSurvey.survey(), DAY, false, reports, (done, of, name) -> {
                if (done == 1) {
                    throw new CancellationException();
                }
            });
        } catch (CancellationException cancelled) {
            assertEquals(1, reports.size());
        }
        assertEquals("12", answers("Q3").getFirst().text("value"));
    }

    private Answers.Outcome set(String code, String text, String reason, String cameBy) {
        UUID asked = question(code).id();
        return workspace
                .changes()
                .write(
                        STEP,
                        tx -> Answers.set(tx, respondent.id(), asked, new Answers.Entry(text, reason, cameBy), DAY));
    }

    @Test
    void aCorrectionKeepsWhatWasReadAndFiguresUseTheCorrection() throws IOException {
        take(file("a.xlsx", form -> form.type(question("Q3"), "environ 12")));
        assertEquals(Inbox.Sort.DOUBT, inbox().getFirst().sort());
        assertEquals(Answers.Outcome.NO_REASON, set("Q3", "12", "", ""));
        assertEquals(Answers.Outcome.NOT_UNDERSTOOD, set("Q3", "many", "asked", ""));
        assertEquals(Answers.Outcome.DONE, set("Q3", "12", "They said so", "telephone"));
        Row answer = answers("Q3").getFirst();
        assertEquals("12", answer.text("value"));
        assertEquals("environ 12", answer.text("original_body"));
        assertEquals("They said so", answer.text("reason"));
        assertEquals("telephone", answer.text("came_by"));
        assertEquals("", answer.text("doubt"));
        assertEquals(List.of(), inbox());
        assertEquals(Answers.Outcome.SAME, set("Q3", "12", "again", ""));
        workspace.changes().run(STEP, tx -> Answers.notUsable(tx, answer.id(), "withdrawn"));
        assertEquals(0, figures("Q3"));
        workspace.changes().run(STEP, tx -> Answers.usable(tx, answer.id()));
        assertEquals(1, figures("Q3"));
        // The same file once more, or a newer one that says the same words, does not undo the correction.
        take(file("b.xlsx", form -> {
            form.type(question("Q3"), "environ 12");
            form.type(question("Q7"), "Plus de détails.");
        }));
        assertEquals("12", answers("Q3").getFirst().text("value"));
    }

    @Test
    void aReplyByTelephoneIsAReplyAndAFileTakesItsPlace() throws IOException {
        assertEquals(Answers.Outcome.DONE, set("Q3", "7", "", "telephone"));
        assertEquals(Answers.Outcome.DONE, set("Q2", "idm\nthematic", "", "telephone"));
        Row reply = workspace.list(Query.of(SurveyKinds.RESPONSE)).getFirst();
        assertEquals("by_hand", reply.text("channel"));
        assertEquals(1, workspace.count(Query.of(SurveyKinds.RESPONSE)));
        assertEquals(2, answers("Q2").size());
        assertEquals(Answers.Outcome.DONE, set("Q2", "idm", "Misheard", "telephone"));
        assertEquals(1, figures("Q2"));
        IntakeReport report =
                take(file("a.xlsx", form -> form.type(question("Q3"), "8"))).getFirst();
        assertEquals(2, report.changed().size(), report.changed().toString());
        assertEquals("8", answers("Q3").getFirst().text("value"));
        assertEquals(0, figures("Q2"));
        assertEquals(2, inbox().size());
    }
}
