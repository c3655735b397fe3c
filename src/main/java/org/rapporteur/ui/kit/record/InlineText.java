package org.rapporteur.ui.kit.record;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.rapporteur.ui.kit.Fx;

/**
 * What is typed in place, outside a form: kept when the keyboard goes elsewhere, when the screen around the field is
 * left, and when the window closes. Every editor in place has one of these. On the window's thread.
 */
public final class InlineText {
    private final Edits edits;
    private final Runnable closing;
    private boolean open;

    /**
     * Watches a field; nothing happens before {@link #begin()}.
     *
     * @param closing hands what is typed to the writer, with the field as it is
     * @param left does the same and ends the editing
     */
    public InlineText(Edits edits, Node field, Runnable closing, Runnable left) {
        this.edits = edits;
        this.closing = closing;
        field.focusedProperty().addListener((o, was, is) -> {
            // Another window in front leaves nothing.
            if (!is
                    && open
                    && field.getScene() != null
                    && field.getScene().getWindow() != null
                    && field.getScene().getWindow().isFocused()) {
                left.run();
            }
        });
        field.sceneProperty().addListener((o, was, is) -> {
            if (is == null && open) {
                // A field that is only hung elsewhere is back by then.
                Fx.later(() -> {
                    if (open && field.getScene() == null) {
                        left.run();
                    }
                });
            }
        });
    }

    /**
     * Gives a field the keyboard with all of its text selected, at once: the next key is a letter of it, even before
     * the window has drawn the field. Nothing happens while the field is in no window.
     *
     * @return whether the field has the keyboard
     */
    public static boolean enter(TextInputControl field) {
        if (field.getScene() == null) {
            return false;
        }
        field.requestFocus();
        field.selectAll();
        return field.isFocused();
    }

    /** The editing has begun. */
    public void begin() {
        open = true;
        edits.typing(closing);
    }

    /** The editing is over, kept or dropped. */
    public void end() {
        open = false;
        edits.typed(closing);
    }
}
