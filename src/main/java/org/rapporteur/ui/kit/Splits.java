package org.rapporteur.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.SplitPane;
import org.rapporteur.settings.SettingsStore;

/** Remembers where people put the dividers of panes. */
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
        for (SplitPane.Divider divider : pane.getDividers()) {
            ChangeListener<Number> listener = (o, was, is) -> save(pane, name);
            divider.positionProperty().addListener(listener);
            ends.add(() -> divider.positionProperty().removeListener(listener));
        }
        watched.put(pane, ends);
    }

    /** Remembers a pane no longer; what was remembered stays. */
    public void forget(SplitPane pane) {
        List<Runnable> ends = watched.remove(pane);
        if (ends != null) {
            ends.forEach(Runnable::run);
        }
    }

    private void save(SplitPane pane, String name) {
        // Layout moves dividers before the window is shown; only what a person sees counts.
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
