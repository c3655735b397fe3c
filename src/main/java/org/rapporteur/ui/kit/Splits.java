package org.rapporteur.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.rapporteur.settings.SettingsStore;

/**
 * Remembers where people put the dividers of panes: only what somebody dragged. Layout moves dividers, too, when a
 * window or a panel beside takes room; that is nobody's choice.
 */
public final class Splits {
    private final SettingsStore settings;
    private final Map<SplitPane, List<Runnable>> watched = new HashMap<>();

    /** Remembers in these settings. */
    public Splits(SettingsStore settings) {
        this.settings = settings;
    }

    /**
     * Puts the dividers of a pane where they were left, and remembers them from now on.
     *
     * @param name stable name of the pane, such as {@code survey.coding}
     * @param usual positions between 0 and 1 for the first time, one for each divider
     */
    public void remember(SplitPane pane, String name, double... usual) {
        forget(pane);
        List<Double> left = settings.get().panes().get(name);
        for (int i = 0; i < usual.length && i < pane.getDividers().size(); i++) {
            boolean known = left != null && left.size() == usual.length;
            pane.setDividerPosition(i, known ? left.get(i) : usual[i]);
        }
        List<Runnable> ends = new ArrayList<>();
        boolean[] dragged = new boolean[1];
        EventHandler<MouseEvent> moved = event -> dragged[0] |= isDivider(pane, event.getTarget());
        EventHandler<MouseEvent> released = event -> {
            if (dragged[0]) {
                dragged[0] = false;
                save(pane, name);
            }
        };
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
        // After the divider itself has heard of it.
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, released);
        ends.add(() -> pane.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moved));
        ends.add(() -> pane.removeEventHandler(MouseEvent.MOUSE_RELEASED, released));
        watched.put(pane, ends);
    }

    /** Remembers a pane no longer; what was remembered stays. */
    public void forget(SplitPane pane) {
        List<Runnable> ends = watched.remove(pane);
        if (ends != null) {
            ends.forEach(Runnable::run);
        }
    }

    /** Whether something is a divider of the pane itself, not of one within it. */
    private static boolean isDivider(SplitPane pane, EventTarget target) {
        for (Node at = target instanceof Node node ? node : null; at != null && at != pane; at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return at.getParent() == pane;
            }
        }
        return false;
    }

    private void save(SplitPane pane, String name) {
        if (pane.getScene() == null || pane.getWidth() <= 0) {
            return;
        }
        List<Double> positions = new ArrayList<>();
        for (double position : pane.getDividerPositions()) {
            positions.add(Math.round(Math.clamp(position, 0, 1) * 1000) / 1000.0);
        }
        settings.update(s -> s.withPane(name, positions));
    }
}
