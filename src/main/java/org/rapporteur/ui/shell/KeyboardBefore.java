package org.rapporteur.ui.shell;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.rapporteur.ui.kit.Fx;

/**
 * Where the keyboard was before a control took it: what is chosen on the way (a language) must not end the typing. Who came from a neighbour of the control, as with Tab, stays.
 */
final class KeyboardBefore {
    private final Node control;
    private Node owner;

    KeyboardBefore(Node control) {
        this.control = control;
        ChangeListener<Node> moved = (o, was, is) -> {
            if (is == control && was != control) {
                remember(was);
            }
        };
        Fx.whileShown(control, () -> {
            Scene scene = control.getScene();
            scene.focusOwnerProperty().addListener(moved);
            return () -> scene.focusOwnerProperty().removeListener(moved);
        });
    }

    private void remember(Node was) {
        Parent row = control.getParent();
        owner = was != null && was.getParent() == row && !(was instanceof TextInputControl) ? null : was;
    }

    /** Gives the keyboard back, unless somebody else took it or its place is gone. */
    void giveBack() {
        Node to = owner;
        owner = null;
        if (to == null || to.getScene() == null || to.getScene() != control.getScene() || !control.isFocused()) {
            return;
        }
        Fx.giveBack(to);
    }
}
