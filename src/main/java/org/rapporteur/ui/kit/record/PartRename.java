package org.rapporteur.ui.kit.record;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.rapporteur.core.change.Field;
import org.rapporteur.ui.kit.Fx;

/** The title of one part while it is edited in its line: Enter and leaving keep it, Esc drops it. */
final class PartRename {
    private final PartsList parts;
    private final PartsList.Part part;
    private final String column;
    private final TextField field;
    private final String before;
    private final InlineText typing;
    private boolean begun;
    private boolean over;

    PartRename(PartsList parts, PartsList.Part part, Field title, String column) {
        this.parts = parts;
        this.part = part;
        this.column = column;
        this.before = part.row().text(column).replace('\n', ' ');
        this.field = new TextField(before);
        field.getStyleClass().add("cell-editor");
        field.setAccessibleText(parts.kit().words().field(part.row().kind(), title));
        if (title.multilingual()) {
            field.setNodeOrientation(
                    column.endsWith("_ar") ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end(event.getCode() == KeyCode.ENTER);
                parts.focusList();
            }
        });
        // Only a field that stands in the window can take the keyboard.
        field.sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                Fx.later(this::begin);
            }
        });
        typing = new InlineText(parts.kit().edits(), field, () -> end(true), () -> end(true));
    }

    TextField field() {
        return field;
    }

    PartsList.Part part() {
        return part;
    }

    /** Takes the keyboard, as soon as the field stands in the window. */
    void begin() {
        if (over || field.getScene() == null) {
            return;
        }
        if (begun) {
            field.requestFocus();
        } else {
            begun = true;
            InlineText.enter(field);
            typing.begin();
        }
    }

    private void end(boolean keep) {
        if (over) {
            return;
        }
        over = true;
        typing.end();
        String text = field.getText().strip();
        if (keep && !text.equals(before)) {
            parts.kit().edits().set(part.row(), column, text);
        }
        parts.renamed();
    }
}
