package org.rapporteur.ui.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.Navigator;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MeetingsViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private MeetingParts parts;
    private MeetingsView view;
    private UUID past;
    private UUID process;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), this::fill);
        Navigator navigator = new Navigator();
        parts = new MeetingParts(
                kit.kit(),
                navigator,
                kit.records(),
                kit.workspace(),
                kit.workspace().changes(),
                new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace())),
                MeetingReports.NONE,
                List.of());
        Command create = Command.of("meeting.new", "meeting.command.new")
                .keys("shortcut+N")
                .does(() -> view.create());
        view = new MeetingsView(parts, create);
        navigator.current().addListener((javafx.beans.Observable o) -> {
            var place = navigator.current().get();
            if (place.id(0) != null && !place.id(0).equals(ProcessView.STEP)) {
                view.show(Optional.of(UUID.fromString(place.id(0))), place.id(1), null);
            }
        });
        stage.setScene(kit.kit().scenes().main(view, 980, 760));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void fill(Transaction tx) {
        process =
                tx.insert(MeetingKinds.PROCESS, Values.of("name_en", "Compact").with("type", "process"));
        UUID phase = tx.insert(
                MeetingKinds.PHASE,
                Values.of("process", process)
                        .with("name_en", "Consultations")
                        .with("starts_on", "2017-04")
                        .with("ends_on", "2017-11"));
        tx.insert(
                MeetingKinds.MILESTONE,
                Values.of("phase", phase).with("name_en", "Round 1").with("starts_on", "2017-06-01"));
        tx.insert(
                MeetingKinds.MILESTONE,
                Values.of("phase", phase)
                        .with("name_en", "National consultations")
                        .with("number_held", 52));
        past = meeting(tx, "Past", "2016-05-10", "held");
        meeting(tx, "Far", "2018-05-10", "planned");
        meeting(tx, "Near", "2017-10-12", "confirmed");
        meeting(tx, "Older", "2010-05-10", "held");
        tx.insert(MeetingKinds.ROOM, Values.of("meeting", past).with("name", "Hall"));
        for (String value : List.of("22 ISCMs", "19 ISCMs")) {
            tx.insert(
                    PartyKinds.STATED_FACT,
                    Values.of("about", past)
                            .with("statement", "Participants")
                            .with("stated_value", value)
                            .with("source", "Source of " + value));
        }
    }

    private UUID meeting(Transaction tx, String name, String day, String status) {
        return tx.insert(
                MeetingKinds.MEETING,
                Values.of("name_en", name)
                        .with("starts_on", day)
                        .with("ends_on", day)
                        .with("status", status)
                        .with("process", process));
    }

    @AfterEach
    void close() {
        kit.close();
        assertEquals(List.of(), kit.problems());
    }

    private List<String> names() {
        RecordTable table = (RecordTable) view.lookup(".record-table");
        return table == null
                ? List.of()
                : table.rows().stream().map(row -> row.text("name_en")).toList();
    }

    @Test
    void whatIsToComeStandsFirstThenTheLatestOfWhatWasHeld() {
        Fx.awaitEquals(List.of("Near", "Far", "Past", "Older"), this::names);
    }

    @Test
    void aCloneIsMadeFromThePanelAndOpened(FxRobot robot) {
        Row row = kit.workspace().find(MeetingKinds.MEETING, past).orElseThrow();
        UUID[] made = new UUID[1];
        robot.interact(() -> {
            ClonePanel panel = new ClonePanel(parts, row, (id, name) -> made[0] = id);
            view.getChildren().setAll(panel);
        });
        TextField name = Fx.query(robot, "#clone-name");
        robot.interact(() -> name.setText("Next"));
        Fx.click(robot, "#clone-make");
        Fx.await("the clone", () -> made[0] != null);
        Row clone = kit.workspace().find(MeetingKinds.MEETING, made[0]).orElseThrow();
        assertEquals("Next", clone.text("name_en"));
        assertEquals("2017-05-10", clone.text("starts_on"));
        assertEquals("planned", clone.text("status"));
        assertEquals(1, kit.workspace().count(Query.partsOf(MeetingKinds.ROOM, made[0])));
    }

    @Test
    void aNewMeetingOpensWithItsNameToBeTyped(FxRobot robot) {
        Fx.await("the list", () -> names().size() == 4);
        robot.interact(view::create);
        Fx.await("five meetings", () -> kit.workspace().count(Query.of(MeetingKinds.MEETING)) == 5);
        Fx.await("the overview", () -> view.lookup(".overview") != null);
        Fx.await(
                "the caret in the name",
                () -> view.getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("Budapest").type(KeyCode.TAB);
        Fx.await(
                "the name",
                () -> kit.workspace().list(Query.of(MeetingKinds.MEETING)).stream()
                        .anyMatch(row -> row.text("name_en").equals("Budapest")));
    }

    @Test
    void factsOnWhichSourcesDisagreeStandSideBySide(FxRobot robot) {
        robot.interact(() -> view.show(Optional.of(past), MeetingHub.OVERVIEW, null));
        Fx.await("two facts", () -> view.lookupAll(".fact-card").size() == 2);
        Fx.awaitWords(robot, "Sources disagree");
        Fx.awaitWords(robot, "Source of 19 ISCMs");
    }

    @Test
    void aProcessShowsItsPhasesOverTimeAndItsTally(FxRobot robot) {
        robot.interact(() -> view.showProcess(process));
        Fx.await("the phase", () -> view.lookup(".roadmap-phase") != null);
        Fx.await("the tally", () -> view.lookupAll(".tally-card").size() == 1);
        Fx.awaitEquals(4, () -> view.lookupAll(".roadmap-meeting").size());
        assertEquals(1, Fx.on(() -> view.lookupAll(".roadmap-mark").size()), "the tally is no event");
        assertEquals(
                "Consultations: April 2017–November 2017",
                Fx.on(() -> view.lookup(".roadmap-phase").getAccessibleText()));
    }
}
