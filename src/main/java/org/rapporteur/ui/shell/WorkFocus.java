package org.rapporteur.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.rapporteur.ui.kit.Fx;

/**
 * The one rule of where the keyboard is: with the work. Whoever goes to a place finds it there, where it was last or
 * in the list or the first field; and when the control that has it goes away (a line edited in place, a deleted
 * record, a panel, a notice), it goes to what is nearest of what is left. It never goes to the sidebar by itself.
 */
final class WorkFocus {
    /** A place that is read slowly is waited for through this many pictures. */
    private static final int MOST_PULSES = 600;

    private final Parent frame;
    private final Parent content;
    private final Predicate<Node> atWork;
    private final Map<Node, Node> lastIn = new WeakHashMap<>();
    private final Runnable pulse = this::pulse;
    private List<Node> around = List.of();
    private List<Node> lostIn;
    private int seeking;
    /** Has the keyboard only until the work of the place is there; null for none. */
    private Node meanwhile;

    /**
     * The rule of a frame.
     *
     * @param content what holds the view of the area, as its only child
     * @param others where the keyboard may be, too, beside the content: the side panel
     */
    WorkFocus(Parent frame, Parent content, Predicate<Node> others) {
        this.frame = frame;
        this.content = content;
        this.atWork = node -> isIn(content, node) || others.test(node);
        // Whoever presses something stays where that was.
        frame.addEventFilter(InputEvent.ANY, event -> {
            if (meanwhile != null
                    && (event.getEventType() == KeyEvent.KEY_PRESSED
                            || event.getEventType() == MouseEvent.MOUSE_PRESSED)) {
                meanwhile = null;
                seeking = 0;
            }
        });
        frame.sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.removePostLayoutPulseListener(pulse);
            }
            if (is != null) {
                is.addPostLayoutPulseListener(pulse);
                is.focusOwnerProperty().addListener((owner, before, now) -> {
                    if (frame.getScene() == is) {
                        moved(before, now);
                    }
                });
            }
        });
    }

    private void moved(Node was, Node is) {
        Fx.left(was);
        if (was != null && !canHold(was) && !around.isEmpty() && around.getFirst() == was) {
            lostIn = around;
            frame.requestLayout();
        }
        if (is != null) {
            around = ancestors(is);
            if (isIn(content, is) && canHold(is) && is != meanwhile) {
                lastIn.put(view(is), is);
            }
        }
    }

    /** Somebody came to a place; the keyboard follows as soon as there is something there to have it. */
    void arrive() {
        seeking = MOST_PULSES;
        frame.requestLayout();
        // Keys that come before the place was read must not work the menu or the list of areas.
        Node owner = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
        if (frame.getScene() != null && (owner == null || !atWork.test(owner))) {
            content.requestFocus();
        }
    }

    private void pulse() {
        Scene scene = frame.getScene();
        if (scene == null || lostIn == null && seeking == 0) {
            return;
        }
        Node owner = scene.getFocusOwner();
        if (owner != null && owner != meanwhile && canHold(owner) && atWork.test(owner)) {
            lostIn = null;
            seeking = 0;
            return;
        }
        if (lostIn != null) {
            Node target = nearest(lostIn);
            lostIn = null;
            if (target != null) {
                Fx.giveBack(target);
                return;
            }
            seeking = Math.max(seeking, MOST_PULSES);
        }
        seeking--;
        if (focusContent() && meanwhile == null) {
            seeking = 0;
        }
    }

    /** Brings the keyboard to the work of the place that is shown. Returns whether there is any yet. */
    boolean focusContent() {
        Node view = content.getChildrenUnmodifiable().stream().findFirst().orElse(null);
        if (view == null) {
            return false;
        }
        Node before = lastIn.get(view);
        Node target = before != null && canHold(before) ? before : find(view);
        // A list that is still being read comes later: a button has the keyboard only until then.
        meanwhile = target != null && target != before && !isWork(target) ? target : null;
        if (target != null && !target.isFocused()) {
            Fx.giveBack(target);
        }
        return target != null;
    }

    private static Node nearest(List<Node> chain) {
        Node lost = chain.getFirst();
        for (Node ancestor : chain.subList(1, chain.size())) {
            if (!isShown(ancestor) || !(ancestor instanceof Parent)) {
                continue;
            }
            // What was made anew in the place of what went away is the same to the person.
            Node again = lost.getId() == null
                    ? null
                    : first(ancestor, node -> lost.getId().equals(node.getId()) && canHold(node));
            Node target = again != null ? again : canHold(ancestor) ? ancestor : find(ancestor);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    private static Node find(Node root) {
        Node work = first(root, node -> canHold(node) && isWork(node));
        // Where there is nothing yet, what begins it; a button in the head of the page only if there is nothing else.
        Node begin = work != null ? work : first(root, node -> canHold(node) && isBeginning(node));
        Node target = begin != null ? begin : first(root, node -> canHold(node) && !(node instanceof TabPane));
        return target != null ? target : first(root, WorkFocus::canHold);
    }

    /** Lists with something in them, fields and what is drawn to work in; not buttons, headings and filters. */
    private static boolean isWork(Node node) {
        return switch (node) {
            case TableView<?> table -> !table.getItems().isEmpty();
            case ListView<?> list -> !list.getItems().isEmpty();
            case TreeView<?> tree -> true;
            case TextInputControl input ->
                input.isEditable() && !input.getStyleClass().contains("filter-box");
            case ComboBoxBase<?> box -> true;
            case Control control -> false;
            default -> true;
        };
    }

    /** An empty list to put something into, or the button of a screen that says that there is nothing yet. */
    private static boolean isBeginning(Node node) {
        if (node instanceof ListView<?>) {
            return true;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("empty-state")) {
                return true;
            }
        }
        return false;
    }

    private static Node first(Node root, Predicate<Node> wanted) {
        if (!root.isVisible() || root.isDisabled()) {
            return null;
        }
        if (wanted.test(root)) {
            return root;
        }
        if (root instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Node view(Node node) {
        Node view = node;
        while (view.getParent() != content) {
            view = view.getParent();
        }
        return view;
    }

    private static List<Node> ancestors(Node node) {
        List<Node> chain = new ArrayList<>();
        for (Node at = node; at != null; at = at.getParent()) {
            chain.add(at);
        }
        return chain;
    }

    private static boolean canHold(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && isShown(node);
    }

    private static boolean isShown(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static boolean isIn(Node ancestor, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return at != node;
            }
        }
        return false;
    }
}
