package org.rapporteur.ui.kit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private Button inside;
    private VBox held;
    private VBox box;
    private Button elsewhere;

    @Start
    void start(Stage stage) {
        inside = new Button("inside");
        held = new VBox(inside);
        box = new VBox(held);
        elsewhere = new Button("elsewhere");
        stage.setScene(new Scene(new VBox(box, elsewhere)));
        stage.show();
    }

    @Test
    void whatWasTakenOutOfANodeDoesNotKeepTheKeyboardThere(FxRobot robot) {
        robot.interact(inside::requestFocus);
        assertTrue(Fx.hasKeyboard(box));
        assertFalse(Fx.hasKeyboard(elsewhere));
        robot.interact(() -> {
            box.getChildren().clear();
            elsewhere.requestFocus();
        });
        assertFalse(Fx.hasKeyboard(box));
        assertFalse(Fx.hasKeyboard(held));
        assertTrue(Fx.hasKeyboard(elsewhere));
    }
}
