package org.rapporteur.ui.participant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.UUID;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ParticipantsViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private ParticipantArea area;
    private ParticipantsView view;
    private UUID mechanism;
    private UUID mali;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), tx -> {
            mali = tx.insert(PartyKinds.PARTY, Values.of("category", "state").with("name_en", "Mali"));
            mechanism =
                    tx.insert(PartyKinds.PARTY, Values.of("category", "iscm").with("name_en", "Rabat Process"));
            tx.insert(
                    PartyKinds.MEMBERSHIP,
                    Values.of("iscm", mechanism).with("party", mali).with("role", "member"));
            tx.insert(
                    ParticipantKinds.PERSON, Values.of("given_name", "Mohammed").with("family_name", "El-Sayed"));
            tx.insert(ParticipantKinds.PERSON, Values.of("given_name", "محمد").with("family_name", "السيد"));
        });
        area = new ParticipantArea(kit.kit(), new Navigator(), kit.records());
        view = (ParticipantsView) area.view();
        stage.setScene(kit.kit().scenes().main(view, 980, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private DetailView shown() {
        return (DetailView) view.shown().node();
    }

    @Test
    void aLinkToAPartyOpensItsGroupAndTheParty(FxRobot robot) {
        robot.interact(() ->
                area.open(Place.of("participants").then("party", "").then(mechanism.toString(), "Rabat Process")));
        Fx.await(
                "the group",
                () -> view.getSelectionModel().getSelectedItem().getId().equals(PartyGroup.MECHANISMS.id()));
        Fx.await(
                "the party",
                () -> mechanism.equals(shown().table().selectedId().get())
                        && shown().form().row().get() != null);
        Fx.await(
                "its member",
                () -> shown().form().lookupAll(".parts .list-cell").stream()
                        .anyMatch(cell -> "Mali; Member".equals(cell.getAccessibleText())));
    }

    @Test
    void aNewPartyIsInItsGroupAndItsNameIsAskedFor(FxRobot robot) {
        Fx.await("the list", () -> shown().table().count().get() == 1);
        robot.interact(() -> area.commands().getFirst().run());
        Fx.await("the name", () -> {
            Node name = view.lookup("#input-name_en");
            return name != null && name.isFocused() && shown().table().count().get() == 2;
        });
        robot.write("Niger");
        Fx.await(
                "the state",
                () -> kit.workspace().list(Query.of(PartyKinds.PARTY).where("category", "state")).stream()
                        .anyMatch(row -> row.text("name_en").equals("Niger")));
    }

    @Test
    void onePersonInTwoScriptsIsFoundAndMerged(FxRobot robot) {
        DuplicatesViewModel model = new DuplicatesViewModel(kit.records());
        robot.interact(model::load);
        Fx.await("the pair", () -> model.count().get() == 1);
        var pair = Fx.on(() -> model.pairs().get().getFirst());
        robot.interact(() -> model.merge(pair.first(), pair.second()));
        Fx.await("one person", () -> kit.workspace().count(Query.of(ParticipantKinds.PERSON)) == 1);
        kit.workspace().undo().undo();
        Fx.await("two again", () -> kit.workspace().count(Query.of(ParticipantKinds.PERSON)) == 2);
        robot.interact(() -> model.keepApart(pair));
        Fx.awaitEquals(0, () -> model.count().get());
    }

    @Test
    void arabicTurnsTheAreaRoundAndNamesShowInArabic(FxRobot robot) {
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(PartyKinds.PARTY, mali, "name_ar", "مالي"));
        Fx.await("the list", () -> shown().table().count().get() == 1);
        robot.interact(() -> {
            kit.messages().language(Language.AR);
            area.open(Place.of("participants").then("party", "").then(mali.toString(), "Mali"));
        });
        Fx.await(
                "the name in Arabic",
                () -> view.lookup("#input-name_ar") instanceof TextInputControl input
                        && input.getText().equals("مالي"));
        Fx.awaitEquals(NodeOrientation.RIGHT_TO_LEFT, view::getEffectiveNodeOrientation);
        assertTrue(kit.problems().isEmpty(), () -> kit.problems().toString());
    }
}
