package org.rapporteur.ui.kit.record;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.ui.Fx;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PartsListTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private PartsList parts;
    private UUID meeting;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), tx -> {
            meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7"));
            List<String> keys = OrderKeys.spread(3);
            for (int i = 0; i < 3; i++) {
                tx.insert(
                        MeetingKinds.AGENDA_ITEM,
                        Values.of("meeting", meeting)
                                .with(
                                        "title_en",
                                        List.of("Opening", "Survey", "Closing").get(i))
                                .with("position", keys.get(i)));
            }
        });
        parts = new PartsList(kit.records(), MeetingKinds.AGENDA_ITEM)
                .details("minutes")
                .form(form -> form.fields("number", "title", "minutes"));
        stage.setScene(kit.kit().scenes().main(parts, 600, 700));
        stage.show();
        parts.show(meeting);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private List<String> stored() {
        return kit.workspace().list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting)).stream()
                .map(row -> row.text("title_en"))
                .toList();
    }

    @Test
    void altAndArrowsReorderAndUndoPutsBack(FxRobot robot) {
        Fx.await("rows", () -> parts.size() == 3);
        ListView<?> list = Fx.query(robot, ".parts");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(2);
        });
        robot.push(KeyCode.ALT, KeyCode.UP);
        Fx.await("the new order", () -> stored().equals(List.of("Opening", "Closing", "Survey")));
        Fx.awaitEquals(1, () -> list.getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.ALT, KeyCode.UP);
        Fx.await("first", () -> stored().equals(List.of("Closing", "Opening", "Survey")));
        kit.workspace().undo().undo();
        kit.workspace().undo().undo();
        Fx.await("the old order", () -> stored().equals(List.of("Opening", "Survey", "Closing")));
    }

    @Test
    void addsAtTheEndAndRenamesInPlace(FxRobot robot) {
        Fx.await("rows", () -> parts.size() == 3);
        Fx.click(robot, ".parts-below .button");
        Fx.awaitFocus(robot, ".cell-editor");
        robot.write("Adoption").push(KeyCode.ENTER);
        Fx.await("the new part", () -> stored().equals(List.of("Opening", "Survey", "Closing", "Adoption")));
    }

    @Test
    void deletesAndOpensTheFormBelow(FxRobot robot) {
        Fx.await("rows", () -> parts.size() == 3);
        ListView<?> list = Fx.query(robot, ".parts");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(1);
        });
        robot.push(KeyCode.DELETE);
        Fx.await("two parts", () -> stored().equals(List.of("Opening", "Closing")) && parts.size() == 2);
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        Fx.await(
                "the form",
                () -> Fx.look(robot, "#input-minutes").filter(Fx::isShown).isPresent());
    }
}
