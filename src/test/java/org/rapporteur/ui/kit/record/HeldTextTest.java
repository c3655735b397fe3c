package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.Unstored;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HeldTextTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private TextArea text;
    private VBox view;
    private VBox root;
    private HeldText held;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        text = new TextArea("as proposed");
        VBox pane = new VBox(text);
        view = new VBox(pane);
        held = HeldText.watch(kit.records(), text, pane);
        root = new VBox(view);
        stage.setScene(kit.kit().scenes().main(root, 400, 300));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private List<String> unstored() {
        return Fx.on(() -> kit.records().edits().commitTyping().stream()
                .map(Unstored::words)
                .toList());
    }

    private void now(Runnable does) {
        Fx.run(does);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whatIsTypedStandsInTheWayOfClosingUntilItIsStoredOrGivenUp() {
        assertEquals(List.of(), unstored());
        now(() -> text.setText("a wording of one's own"));
        assertEquals(List.of("a wording of one's own"), unstored());
        now(held::settled);
        assertEquals(List.of(), unstored());
    }

    @Test
    void whoGoesElsewhereFindsItAgain() {
        now(() -> {
            text.setText("half a sentence");
            root.getChildren().clear();
        });
        assertEquals(List.of("half a sentence"), unstored());
        assertTrue(kit.notices().isEmpty());
        now(() -> root.getChildren().setAll(view));
        assertEquals(List.of("half a sentence"), unstored());
    }

    @Test
    void whatIsTakenAwayIsToldAndCanBeCopied() {
        now(() -> {
            text.setText("half a sentence");
            view.getChildren().clear();
        });
        assertEquals(1, kit.notices().size());
        assertEquals(
                "Not stored: half a sentence", kit.notices().getFirst().text().getValue());
        assertEquals(List.of(), unstored());
    }
}
