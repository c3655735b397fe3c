package org.rapporteur.ui.kit.record;

import javafx.animation.PauseTransition;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Row;

/**
 * The typed text of one column: saved when typing pauses, on Enter and when the focus leaves; never overwritten from
 * outside while it holds something that is not saved. A text that is no value stays as typed, and so does the stored
 * value.
 */
final class TypedText {
    /** How long nobody types before what is typed is saved; tests that type in every form shorten it. */
    static Duration rest = Duration.millis(600);

    private final FieldEditor editor;
    private final String column;
    private final TextInputControl input;
    private final PauseTransition pause = new PauseTransition(rest);
    private final Runnable commit = this::commit;
    private Object stored;
    private String shown = "";
    private boolean showing;

    TypedText(FieldEditor editor, String column, TextInputControl input) {
        this.editor = editor;
        this.column = column;
        this.input = input;
        pause.setOnFinished(event -> paused());
        input.textProperty().addListener((o, was, is) -> changed());
        input.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    TextInputControl input() {
        return input;
    }

    /** Whether a text is stored for the column. */
    boolean filled() {
        return !input.getText().isBlank();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(input instanceof TextArea)) {
            commit();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            commit();
        } else if (event.getCode() == KeyCode.ESCAPE && dirty()) {
            // Back to what is stored; a second Esc goes on to whoever is behind.
            event.consume();
            put(shown);
            editor.clearNote();
        } else if (event.getCode() == KeyCode.TAB && input instanceof TextArea && !event.isShortcutDown()) {
            // Tab leads through the form; a tabulator in a text is of no use here.
            event.consume();
            if (event.isShiftDown()) {
                input.requestFocusTraversal(javafx.scene.TraversalDirection.PREVIOUS);
            } else {
                input.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
            }
        }
    }

    private boolean dirty() {
        return !input.getText().equals(shown);
    }

    private void changed() {
        if (showing) {
            return;
        }
        if (dirty()) {
            editor.kit().edits().typing(commit);
            pause.playFromStart();
        } else {
            // Back at what is stored, so nothing is wrong any more: an emptied field has no unreadable date.
            settle();
            editor.clearNote();
        }
    }

    private void settle() {
        pause.stop();
        editor.kit().edits().typed(commit);
    }

    private void paused() {
        boolean words =
                switch (editor.field().type()) {
                    case TEXT, LONG_TEXT, EMAIL, PHONE -> true;
                    // Half a date or number may be another one.
                    default -> false;
                };
        if (words) {
            save(false);
        }
    }

    /** Saves what is typed. Returns whether it could be. */
    boolean commit() {
        return !dirty() || save(true);
    }

    private boolean save(boolean leaving) {
        Row row = editor.row();
        if (row == null) {
            return true;
        }
        String typed = input.getText();
        FieldInput.Reading reading = FieldInput.read(
                editor.field(),
                typed,
                editor.kit().kit().formats(),
                editor.kit().clock());
        if (!reading.isGood()) {
            editor.fault(reading.fault());
            return false;
        }
        settle();
        boolean changed = !java.util.Objects.equals(reading.value(), stored);
        stored = reading.value();
        shown = leaving ? text(reading.value()) : typed;
        if (leaving && !shown.equals(typed)) {
            put(shown);
        }
        if (reading.doubt() != null && leaving) {
            editor.doubt(reading.doubt());
        } else {
            editor.clearNote();
        }
        if (changed) {
            editor.save(column, reading.value());
        }
        return true;
    }

    /** Takes over the stored value, unless something typed here is not saved yet. */
    void refresh(boolean fresh) {
        Row row = editor.row();
        Object value = row == null ? null : row.get(column);
        if (!fresh && row != null && editor.kit().edits().pending(row.id(), column)) {
            return;
        }
        if (!fresh && row != null && dirty()) {
            // What is being typed stays; whoever gives it up comes back to what is stored now.
            stored = value;
            shown = text(value);
            return;
        }
        boolean words =
                editor.field().type() == FieldType.TEXT || editor.field().type() == FieldType.LONG_TEXT;
        // Whoever is in the field goes on typing: a space at the end is not taken from under the caret.
        if (!fresh
                && java.util.Objects.equals(value, stored)
                && (words || input.isFocused() || text(value).equals(shown))) {
            return;
        }
        settle();
        stored = value;
        shown = text(value);
        put(shown);
        if (!fresh) {
            editor.clearNote();
        }
    }

    private String text(Object value) {
        return editor.field().multilingual()
                ? value == null ? "" : value.toString()
                : editor.kit().texts().of(editor.kind(), editor.field(), value);
    }

    /** Puts a text in without moving the caret away from the words it stands in. */
    private void put(String text) {
        String before = input.getText();
        if (text.equals(before)) {
            return;
        }
        int anchor = moved(input.getAnchor(), before, text);
        int caret = moved(input.getCaretPosition(), before, text);
        showing = true;
        try {
            input.setText(text);
            input.selectRange(anchor, caret);
        } finally {
            showing = false;
        }
    }

    /** Where a place of the old text is in the new one. */
    static int moved(int place, String before, String after) {
        int start = 0;
        int most = Math.min(before.length(), after.length());
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        if (place <= start) {
            return place;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return place >= before.length() - end
                ? after.length() - (before.length() - place)
                : Math.min(place, after.length() - end);
    }
}
