package org.rapporteur.ui.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DelegationsViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private UUID meeting;
    private DelegationsView view;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), tx -> {
            meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7"));
            party(tx, "Bali Process", "active");
            party(tx, "Puebla Process", "active");
            party(tx, "Old Process", "ended");
        });
        ParticipantArea area = new ParticipantArea(kit.kit(), new Navigator(), kit.records());
        view = (DelegationsView) area.meetingTab().view(meeting);
        stage.setScene(kit.kit().scenes().main(view, 980, 900));
        stage.show();
    }

    private static void party(org.rapporteur.core.change.Transaction tx, String name, String status) {
        tx.insert(
                PartyKinds.PARTY,
                Values.of("category", "iscm").with("name_en", name).with("status", status));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Row> delegations() {
        return kit.workspace().list(Query.partsOf(ParticipantKinds.DELEGATION, meeting));
    }

    private RecordTable table() {
        return (RecordTable) view.lookup(".record-table");
    }

    private String total() {
        return ((Labeled) view.lookup(".tally-total")).getText();
    }

    @Test
    void aDelegationWithAPersonIsEnteredByHand(FxRobot robot) {
        robot.clickOn("#add-delegation").write("bali");
        await(
                "the match",
                () -> !robot.window(1)
                        .getScene()
                        .getRoot()
                        .lookupAll(".list-cell")
                        .isEmpty());
        robot.push(KeyCode.ENTER);
        await("the delegation", () -> delegations().size() == 1);
        assertEquals("to_invite", delegations().getFirst().text("status"));
        assertEquals("member", delegations().getFirst().text("capacity"));
        await(
                "its form",
                () -> robot.lookup(".parts-below .ref-picker").tryQuery().isPresent()
                        && robot.lookup(".parts-below .ref-picker").query().isVisible()
                        && table().selectedId().get() != null);
        TextField add = robot.lookup(".parts-below .ref-picker").query();
        robot.interact(add::requestFocus);
        robot.write("Ms Aminata Diallo");
        await(
                "the offer",
                () -> robot.listWindows().size() > 1
                        && robot.listWindows().getLast().isShowing());
        robot.push(KeyCode.ENTER);
        await("the person", () -> kit.workspace().count(Query.of(ParticipantKinds.DELEGATE)) == 1);
        Row person = kit.workspace().list(Query.of(ParticipantKinds.PERSON)).getFirst();
        assertEquals("Ms", person.text("honorific"));
        assertEquals("Aminata", person.text("given_name"));
        assertEquals("Diallo", person.text("family_name"));
        assertEquals(delegations().getFirst().ref("party"), person.ref("party"));
        await("the tally", () -> total().equals("1 delegation, 1 delegate"));
        kit.workspace().undo().undo();
        await("nobody", () -> total().equals("1 delegation, 0 delegates"));
        assertEquals(0, kit.workspace().count(Query.of(ParticipantKinds.PERSON)));
    }

    @Test
    void allActiveMechanismsAreInvitedInTwoStepsAndThoseWithoutAnswerAreFound(FxRobot robot) {
        DelegationsViewModel model = new DelegationsViewModel(kit.records(), meeting);
        robot.interact(() -> model.addAll("iscm", "all", added -> {}));
        await("two delegations", () -> table().count().get() == 2);
        robot.interact(() -> model.addAll("iscm", "all", added -> assertEquals(0, added)));
        robot.interact(() -> model.invited(table().rows()));
        await(
                "invited",
                () -> delegations().stream()
                        .allMatch(row -> row.text("status").equals("invited")
                                && row.text("invited_on").equals("2017-10-10")));
        robot.interact(() -> model.confirmed(List.of(table().rows().getFirst())));
        ToggleButton waiting = view.lookupAll(".tally").stream()
                .map(ToggleButton.class::cast)
                .filter(button ->
                        button.getUserData() == org.rapporteur.core.participant.DelegationTally.Status.INVITED)
                .findFirst()
                .orElseThrow();
        await("one without an answer", () -> waiting.getText().equals("1 invited, no answer yet"));
        robot.interact(waiting::fire);
        await("one row", () -> table().count().get() == 1);
        assertEquals("invited", table().rows().getFirst().text("status"));
        assertTrue(kit.problems().isEmpty(), () -> kit.problems().toString());
    }
}
