package org.rapporteur.ui.kit;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;

/** The window's thread. */
public final class Fx {
    private static final Object CARET = new Object();

    private Fx() {}

    /** Runs on the window's thread: at once if this is it, soon otherwise. */
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /** Runs on the window's thread after what is already waiting there (layout, events). */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /**
     * Shows a node in place of what a pane shows. What is left gives the keyboard away first, while it is still in the
     * window: so it hands in what is typed there, and no control meets an event of the keyboard outside of any window.
     * Who comes next takes the keyboard. Nothing happens if the node is shown already.
     */
    public static void swap(Pane pane, Node node) {
        if (pane.getChildren().size() == 1 && pane.getChildren().getFirst() == node) {
            return;
        }
        Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.getParent() == pane) {
                pane.requestFocus();
            }
        }
        pane.getChildren().setAll(node);
    }

    /**
     * Whether the keyboard is in a node or in something that it holds. Asked of the window, not of the node: a node
     * goes on saying that the focus is within it after what had the focus was taken out of it.
     */
    public static boolean hasKeyboard(Node node) {
        Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == node) {
                return true;
            }
        }
        return false;
    }

    /** Remembers the caret and the selection of a field that the keyboard leaves, for {@link #giveBack}. */
    public static void left(Node node) {
        if (node instanceof TextInputControl input) {
            input.getProperties().put(CARET, new int[] {input.getAnchor(), input.getCaretPosition()});
        }
    }

    /**
     * Gives the keyboard back to where it was: a field has its caret and its selection as it left them. By itself a field
     * selects all of its text when it gets the keyboard, and the next letter would replace everything.
     */
    public static void giveBack(Node node) {
        if (!(node instanceof TextInputControl input) || input.isFocused()) {
            node.requestFocus();
            return;
        }
        int[] caret = input.getProperties().get(CARET) instanceof int[] held ? held : new int[2];
        input.requestFocus();
        int length = input.getLength();
        input.selectRange(Math.min(caret[0], length), Math.min(caret[1], length));
    }

    /** Whether motion is wanted; the system may ask for less. */
    public static boolean motionWanted() {
        return !Platform.getPreferences().isReducedMotion();
    }

    /**
     * Follows something only while a node is in a window, so that thrown-away views are not kept alive by what they
     * listen to.
     *
     * @param start brings the node up to date, begins to listen, and returns how to end that
     */
    public static void whileShown(Node node, Supplier<Runnable> start) {
        Runnable[] end = new Runnable[1];
        Runnable check = () -> {
            boolean shown = node.getScene() != null;
            if (shown && end[0] == null) {
                end[0] = start.get();
            } else if (!shown && end[0] != null) {
                end[0].run();
                end[0] = null;
            }
        };
        node.sceneProperty().addListener((o, was, is) -> check.run());
        check.run();
    }
}
