package org.rapporteur.ui.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
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
import org.rapporteur.core.participant.DelegationTally;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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
        Fx.clickInto(robot, "#add-delegation").write("bali");
        Fx.awaitWords(robot, "Bali Process");
        robot.push(KeyCode.ENTER);
        Fx.await("the delegation", () -> delegations().size() == 1);
        assertEquals("to_invite", delegations().getFirst().text("status"));
        assertEquals("member", delegations().getFirst().text("capacity"));
        Fx.await(
                "its form",
                () -> Fx.look(robot, ".parts-below .ref-picker")
                                .filter(Fx::isShown)
                                .isPresent()
                        && table().selectedId().get() != null);
        TextField add = Fx.query(robot, ".parts-below .ref-picker");
        robot.interact(add::requestFocus);
        Fx.await("the keyboard in it", add::isFocused);
        robot.write("Ms Aminata Diallo");
        Fx.query(
                robot,
                "the offer",
                node -> node instanceof ListCell<?> cell
                        && cell.getText() != null
                        && cell.getText().contains("Ms Aminata Diallo"));
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        Fx.await("the person", () -> kit.workspace().count(Query.of(ParticipantKinds.DELEGATE)) == 1);
        Row person = kit.workspace().list(Query.of(ParticipantKinds.PERSON)).getFirst();
        assertEquals("Ms", person.text("honorific"));
        assertEquals("Aminata", person.text("given_name"));
        assertEquals("Diallo", person.text("family_name"));
        assertEquals(delegations().getFirst().ref("party"), person.ref("party"));
        Fx.awaitEquals("1 delegation, 1 delegate", this::total);
        kit.workspace().undo().undo();
        Fx.awaitEquals("1 delegation, 0 delegates", this::total);
        assertEquals(0, kit.workspace().count(Query.of(ParticipantKinds.PERSON)));
    }

    @Test
    void allActiveMechanismsAreInvitedInTwoStepsAndThoseWithoutAnswerAreFound(FxRobot robot) {
        DelegationsViewModel model = new DelegationsViewModel(kit.records(), meeting);
        robot.interact(() -> model.addAll("iscm", added -> {}));
        Fx.await("two delegations", () -> table().count().get() == 2);
        List<Integer> again = new ArrayList<>();
        robot.interact(() -> model.addAll("iscm", again::add));
        Fx.awaitEquals(List.of(0), () -> again);
        robot.interact(() -> model.invited(table().rows()));
        Fx.await(
                "invited",
                () -> delegations().stream()
                        .allMatch(row -> row.text("status").equals("invited")
                                && row.text("invited_on").equals("2017-10-10")));
        robot.interact(() -> model.confirmed(List.of(table().rows().getFirst())));
        ToggleButton waiting =
                Fx.query(robot, "those invited", node -> node.getUserData() == DelegationTally.Status.INVITED);
        Fx.awaitEquals("1 invited, no answer yet", waiting::getText);
        robot.interact(waiting::fire);
        Fx.await("one row", () -> table().count().get() == 1);
        Fx.awaitEquals("invited", () -> table().rows().getFirst().text("status"));
        assertTrue(kit.problems().isEmpty(), () -> kit.problems().toString());
    }
}
