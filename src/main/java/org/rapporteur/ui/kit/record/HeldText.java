package org.rapporteur.ui.kit.record;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Unstored;

/**
 * Text that a button stores, not a pause in typing: a translation of an adopted text, the reason for a correction.
 * While it stands there and is not stored, closing the window asks once; where its pane is taken away by something else
 * the text can still be copied. On the window's thread.
 */
public final class HeldText {
    private static final int SHOWN = 80;

    private final RecordKit kit;
    private final TextInputControl input;
    private final Node pane;
    private final Supplier<Optional<Unstored>> holder = this::held;
    private String settled;

    private HeldText(RecordKit kit, TextInputControl input, Node pane) {
        this.kit = kit;
        this.input = input;
        this.pane = pane;
        this.settled = input.getText();
    }

    /**
     * Watches a field.
     *
     * @param pane what appears and goes with the field; while it hangs in a view somebody who went elsewhere finds the
     *     text again
     */
    public static HeldText watch(RecordKit kit, TextInputControl input, Node pane) {
        HeldText held = new HeldText(kit, input, pane);
        input.sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                kit.edits().holds(held.holder);
            } else {
                // A pane that is only hung elsewhere is back by then.
                Fx.later(held::left);
            }
        });
        return held;
    }

    /** What stands there now is stored, given up, or was put there by the program. */
    public void settled() {
        settled = input.getText();
    }

    private boolean unstored() {
        return !input.getText().isBlank() && !input.getText().equals(settled);
    }

    private Optional<Unstored> held() {
        return unstored() ? Optional.of(new Unstored(shown(), input::requestFocus)) : Optional.empty();
    }

    private String shown() {
        String text = input.getText().strip().replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    private void left() {
        if (input.getScene() != null || pane.getParent() != null) {
            return;
        }
        kit.edits().holdsNot(holder);
        if (unstored()) {
            String whole = input.getText();
            kit.kit()
                    .notifications()
                    .show(Notice.warning(kit.kit().i18n().text("records.unstored.taken", shown()))
                            .action(
                                    kit.kit().i18n().text("kit.copy"),
                                    () -> kit.kit().dialogs().copy(whole)));
            settled();
        }
    }
}
