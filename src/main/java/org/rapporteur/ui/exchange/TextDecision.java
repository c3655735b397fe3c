package org.rapporteur.ui.exchange;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.record.HeldText;

/** A wording of one's own instead of those of the sides. */
final class TextDecision {
    private static final int LONG_ROWS = 6;

    private TextDecision() {}

    static VBox node(ExchangeParts parts, ConflictsViewModel model, ConflictPoint point, Runnable cancel) {
        TextArea area = new TextArea(point.now().isEmpty() ? point.texts().getFirst() : point.now());
        area.setWrapText(true);
        area.setPrefRowCount(point.type() == FieldType.LONG_TEXT ? LONG_ROWS : 2);
        area.setNodeOrientation(point.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        area.setId("conflict-wording");
        Access.name(area, parts.i18n().text("exchange.conflicts.wording", point.label()));
        VBox pane = new VBox(8);
        HeldText held = HeldText.watch(parts.records(), area, pane);
        Runnable take = () -> {
            held.settled();
            model.chooseValue(point, clean(area.getText(), point.type()));
        };
        Button use = new Button(parts.i18n().now("exchange.conflicts.use"));
        use.getStyleClass().add("accent");
        use.setOnAction(event -> take.run());
        Button no = new Button(parts.i18n().now("kit.cancel"));
        no.setOnAction(event -> {
            held.settled();
            cancel.run();
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER
                    && (event.isShortcutDown() || point.type() == FieldType.TEXT && !event.isShiftDown())) {
                event.consume();
                take.run();
            }
        });
        pane.getChildren().addAll(area, new HBox(8, use, no));
        return pane;
    }

    private static String clean(String text, FieldType type) {
        return type == FieldType.TEXT ? text.strip().replaceAll("\\s+", " ") : text.strip();
    }

    /** Puts the keyboard into the first control of an editor. */
    static void focusInto(Node editor) {
        Node input = editor.lookup(".text-input");
        Node target = input == null ? editor.lookup(".combo-box") : input;
        if (target != null) {
            target.requestFocus();
            if (target instanceof TextInputControl text) {
                text.end();
            }
        }
    }
}
