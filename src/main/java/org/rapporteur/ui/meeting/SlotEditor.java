package org.rapporteur.ui.meeting;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.record.Edits;
import org.rapporteur.ui.kit.record.InlineText;

/** A name typed in the timetable itself: Enter keeps it, Esc drops it, a click elsewhere keeps what is not empty. */
final class SlotEditor extends StackPane {
    private final TextField field = new TextField();
    private Consumer<String> keep = text -> {};
    private Runnable close = () -> {};
    private final InlineText typing;
    private boolean open;

    /**
     * @param id identifier of the field
     * @param promptKey key of what is asked for
     */
    SlotEditor(I18n i18n, Edits edits, String id, String promptKey) {
        getStyleClass().add("slot-editor");
        field.setId(id);
        field.promptTextProperty().bind(i18n.text(promptKey));
        Access.name(field, i18n.text(promptKey));
        getChildren().add(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                end(true);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end(false);
            }
        });
        typing = new InlineText(edits, field, () -> end(true), () -> end(true));
        setOnMouseClicked(javafx.event.Event::consume);
        setOnMousePressed(javafx.event.Event::consume);
    }

    /**
     * Takes a new text to edit.
     *
     * @param newKeep is given the text, if it is not empty
     * @param newClose called at the end in any case
     */
    void open(String text, Consumer<String> newKeep, Runnable newClose) {
        keep = newKeep;
        close = newClose;
        field.setText(text);
        open = true;
        typing.begin();
    }

    void edit() {
        InlineText.enter(field);
    }

    /** Keeps what was typed and closes. Returns whether it was open. */
    boolean finish() {
        boolean was = open;
        end(true);
        return was;
    }

    /** Whether the keyboard is in the field, or nowhere because the field was just left. */
    boolean holdsFocus() {
        return getScene() == null || getScene().getFocusOwner() == null || field.isFocused();
    }

    private void end(boolean kept) {
        if (!open) {
            return;
        }
        open = false;
        typing.end();
        String text = field.getText() == null ? "" : field.getText().strip();
        if (kept && !text.isEmpty()) {
            keep.accept(text);
        }
        close.run();
    }
}
