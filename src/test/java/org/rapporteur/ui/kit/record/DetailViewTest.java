package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.Fx;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A list with its form: nothing but the person takes the form, the keyboard or the words away. */
@ExtendWith(ApplicationExtension.class)
class DetailViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private DetailView view;
    private UUID chad;
    private UUID mali;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.lists"), tx -> {
            chad = tx.insert(PartyKinds.PARTY, Values.of("category", "state").with("name_en", "Chad"));
            mali = tx.insert(PartyKinds.PARTY, Values.of("category", "state").with("name_en", "Mali"));
            tx.insert(PartyKinds.PARTY, Values.of("category", "iscm").with("name_en", "Rabat Process"));
        });
        RecordTable table = new RecordTable(kit.records(), PartyKinds.PARTY)
                .columns("name", "category", "code")
                .filters("category")
                .sortedBy("name");
        view = new DetailView(
                kit.records(),
                "test.parties",
                table,
                new RecordForm(kit.records(), PartyKinds.PARTY).fields("name", "code", "acronym"));
        stage.setScene(kit.kit().scenes().main(view, 980, 600));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private Row stored(UUID id) {
        return kit.workspace().find(PartyKinds.PARTY, id).orElseThrow();
    }

    private TextInputControl typing(FxRobot robot, UUID id) {
        Fx.await("rows", () -> view.table().count().get() == 3);
        robot.interact(() -> view.show(id));
        Fx.await("the form", () -> view.form().row().get() != null);
        TextInputControl code = Fx.query(robot, "#input-code");
        Fx.clickInto(robot, code).write("TC");
        Fx.await("the save", () -> stored(id).text("code").equals("TC"));
        return code;
    }

    private void stillTyping(FxRobot robot, TextInputControl code, UUID id, String more, String all) {
        assertTrue(Fx.on(code::isFocused), "the keyboard stays");
        robot.write(more);
        Fx.awaitEquals(all, code::getText);
        Fx.await("the save of the rest", () -> stored(id).text("code").equals(all));
        assertEquals(id, Fx.on(() -> view.form().row().get().id()));
    }

    @Test
    void typingGoesOnAfterTheSaveAndAfterEveryChangeElsewhere(FxRobot robot) {
        TextInputControl code = typing(robot, chad);
        stillTyping(robot, code, chad, "D", "TCD");
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(PartyKinds.PARTY, chad, "name_en", "Zz Chad"));
        Fx.await(
                "another place in the order",
                () -> view.table().rows().getLast().id().equals(chad));
        stillTyping(robot, code, chad, "1", "TCD1");
        robot.interact(() -> view.table().choose("category", List.of("iscm")));
        Fx.await("another filter", () -> view.table().count().get() == 1);
        stillTyping(robot, code, chad, "2", "TCD12");
        robot.interact(() -> kit.messages().language(Language.FR));
        stillTyping(robot, code, chad, "3", "TCD123");
        robot.interact(() -> view.table().filter(null));
        Fx.await("all rows", () -> view.table().count().get() == 3);
        Fx.awaitEquals(chad, () -> view.table().selection().get().getFirst().id());
        stillTyping(robot, code, chad, "4", "TCD1234");
    }

    @Test
    void theHeadingSpeaksTheLanguageOfTheWindow(FxRobot robot) {
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(PartyKinds.PARTY, chad, "name_fr", "Tchad"));
        typing(robot, chad);
        Fx.await("the name", () -> heading().equals("Chad"));
        robot.interact(() -> kit.messages().language(Language.FR));
        Fx.await("the name in French", () -> heading().equals("Tchad"));
    }

    private String heading() {
        return ((javafx.scene.control.Label) view.lookup(".detail-head .h3")).getText();
    }

    @Test
    void wordsNeverGoIntoTheNeighbourOfARecordThatAColleagueDeleted(FxRobot robot) {
        typing(robot, chad);
        kit.workspace().changes().run(Label.of("step.delete"), tx -> tx.delete(PartyKinds.PARTY, chad));
        Fx.await("gone from the list", () -> view.table().count().get() == 2);
        robot.write("xyz");
        Fx.await("the note", () -> view.form().row().get().deleted());
        assertEquals(chad, Fx.on(() -> view.form().row().get().id()));
        assertEquals("", stored(mali).text("code"));
    }

    @Test
    void deletingLeadsToTheNeighbour(FxRobot robot) {
        Fx.await("rows", () -> view.table().count().get() == 3);
        robot.interact(() -> {
            view.show(chad);
            view.table().focusTable();
        });
        robot.type(KeyCode.DELETE);
        Fx.await("gone", () -> view.table().count().get() == 2);
        Fx.awaitEquals(mali, () -> view.form().row().get().id());
        assertTrue(Fx.on(() -> view.table().grid().isFocused()));
    }
}
