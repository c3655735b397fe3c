package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Every item that waits can be decided by the name under which it is listed. */
class AnswersVerbTest {
    @TempDir
    Path folder;

    private Path w;
    private UUID survey;
    private UUID question;
    private UUID respondent;

    @BeforeEach
    void make() {
        w = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(w)) {
            workspace.changes().run(Label.of("step.sample"), tx -> {
                survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Survey"));
                question = tx.insert(
                        SurveyKinds.QUESTION,
                        Values.of("survey", survey)
                                .with("code", "Q1")
                                .with("label_en", "What?")
                                .with("type", "long_text"));
                respondent = tx.insert(
                        SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "EAC"));
            });
            take(workspace, "first", "Words", 1);
            take(workspace, "second", "Other words", 2);
        }
    }

    private void take(Workspace workspace, String hash, String words, int day) {
        new ResponseIntake(workspace, workspace.changes())
                .apply(
                        new ReturnedForm(
                                hash + ".xlsx",
                                hash,
                                survey,
                                Optional.of(respondent),
                                ReturnedForm.RespondentSource.MARK,
                                Language.EN,
                                false,
                                List.of(new Placed(question, "", words, null, "", "S", "D2")),
                                List.of(),
                                List.of(),
                                "",
                                ""),
                        LocalDate.of(2017, 9, day));
    }

    private JsonNode waiting() {
        return CommandLineRun.of("answers", "waiting", "-w", w, "--json").json().get("waiting");
    }

    private String counted() {
        try (Workspace workspace = TestWorkspaces.open(w)) {
            List<Row> answers = CurrentReply.of(workspace, respondent).answers(question);
            assertEquals(1, answers.size());
            return answers.getFirst().text("body");
        }
    }

    @Test
    void whatANewerFileChangedIsDecidedByTheNameThatIsListed() {
        JsonNode items = waiting();
        assertEquals(1, items.size(), items.toString());
        assertEquals("changed", items.get(0).get("what").asText());
        String item = items.get(0).get("item").asText();
        CommandLineRun earlier = CommandLineRun.of("answers", "earlier", item, "-w", w);
        assertEquals(Status.DONE, earlier.status(), earlier.err());
        assertEquals("Words", counted());
        assertEquals(0, waiting().size());
        assertEquals(Status.DONE, CommandLineRun.of("undo", "-w", w).status());
        CommandLineRun newer = CommandLineRun.of("answers", "newer", "-w", w, item);
        assertEquals(Status.DONE, newer.status(), newer.err());
        assertEquals("Other words", counted());
    }

    @Test
    void anItemIsSetAside() {
        UUID cell;
        try (Workspace workspace = TestWorkspaces.open(w)) {
            cell = workspace
                    .changes()
                    .write(
                            Label.of("step.add"),
                            tx -> tx.insert(
                                    SurveyKinds.TRAY_ITEM,
                                    Values.of("survey", survey)
                                            .with(
                                                    "response",
                                                    CurrentReply.of(tx, respondent)
                                                            .reply()
                                                            .id())
                                            .with("respondent", respondent)
                                            .with("body", "A note in the margin")
                                            .with("reason", "no_place")
                                            .with("decision", "open")));
        }
        CommandLineRun aside = CommandLineRun.of("answers", "aside", cell, "-w", w);
        assertEquals(Status.DONE, aside.status(), aside.err());
        assertTrue(waiting().findValuesAsText("item").stream().noneMatch(cell.toString()::equals));
    }

    @Test
    void withoutAnItemItSaysWhatIsMissingAndOfAnUnknownOneThatThereIsNone() {
        assertEquals(
                Status.USAGE, CommandLineRun.of("answers", "earlier", "-w", w).status());
        CommandLineRun gone = CommandLineRun.of("answers", "earlier", UUID.randomUUID(), "-w", w);
        assertEquals(Status.REFUSED, gone.status());
        assertTrue(gone.err().contains("no such item"), gone.err());
    }
}
