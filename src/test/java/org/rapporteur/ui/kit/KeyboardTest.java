package org.rapporteur.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    @Test
    void aFieldThatWasJustMadeTakesTheNextLetters(FxRobot robot, @TempDir Path folder) {
        robot.interact(() -> {
            Kit kit = new KitFixture(folder, Language.EN).kit;
            VBox root = new VBox(new Button("before"));
            ((Stage) box.getScene().getWindow()).setScene(kit.scenes().plain(root, 300, 200));
            TextField field = new TextField();
            TextArea area = new TextArea();
            root.getChildren().addAll(field, area);
            for (TextInputControl made : List.of(field, area)) {
                // No picture in between: as on a machine that is busy with something else.
                made.requestFocus();
                "abc"
                        .chars()
                        .forEach(c -> Event.fireEvent(
                                made,
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        String.valueOf((char) c),
                                        "",
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false)));
                assertEquals("abc", made.getText());
            }
        });
    }
}
