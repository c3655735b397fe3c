package org.rapporteur.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.text.Language;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SidePanelHostTest {
    @TempDir
    Path folder;

    private SidePanelHost host;
    private VBox list;
    private Button inside;

    @Start
    void start(Stage stage) {
        KitFixture kit = new KitFixture(folder, Language.EN);
        host = kit.panel;
        inside = new Button("edit");
        list = new VBox(inside);
        list.setFocusTraversable(true);
        host.getItems().setAll(new VBox(new Button("first"), list));
        stage.setScene(kit.kit.scenes().main(host, 700, 300));
        stage.show();
    }

    @Test
    void theKeyboardComesBackToWhereItWasOrToTheNearestAroundIt(FxRobot robot) {
        TextField field = org.rapporteur.ui.Fx.on(TextField::new);
        robot.interact(() -> {
            inside.requestFocus();
            host.show(new SimpleStringProperty("Answer"), field);
            field.requestFocus();
            host.close();
        });
        assertEquals(inside, org.rapporteur.ui.Fx.on(() -> host.getScene().getFocusOwner()));
        robot.interact(() -> {
            inside.requestFocus();
            host.show(new SimpleStringProperty("Answer"), field);
            field.requestFocus();
            // What is stored makes the list anew.
            list.getChildren().setAll(new Button("edit"));
            host.close();
        });
        assertEquals(list, org.rapporteur.ui.Fx.on(() -> host.getScene().getFocusOwner()));
    }
}
