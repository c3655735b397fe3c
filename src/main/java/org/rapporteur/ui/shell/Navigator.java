package org.rapporteur.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Where the person is and was. Features ask it to open places, in their own area or another's; the frame follows
 * {@link #current()}.
 */
public final class Navigator {
    private static final int MOST = 100;

    private final ReadOnlyObjectWrapper<Place> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();
    private final Map<String, Place> lastOfArea = new HashMap<>();

    /**
     * Where the person is; null before anything was opened. Listen for invalidation to follow the words of the steps
     * too: they are no part of the equality of places.
     */
    public ReadOnlyObjectProperty<Place> current() {
        return current.getReadOnlyProperty();
    }

    /** Whether there is a way back. */
    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    /** Whether there is a way forward. */
    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Opens a place; the one before it can be gone back to. Opening the same place again only renews its words. */
    public void open(Place place) {
        if (place.equals(current.get())) {
            replace(place);
            return;
        }
        if (current.get() != null) {
            back.push(current.get());
            while (back.size() > MOST) {
                back.removeLast();
            }
        }
        forward.clear();
        go(place);
    }

    /** Opens an area where the person last was in it; its first screen if they are there already or never were. */
    public void openArea(String area) {
        Place here = current.get();
        boolean inside = here != null && here.area().equals(area);
        open(inside ? Place.of(area) : lastOfArea.getOrDefault(area, Place.of(area)));
    }

    /** Says where the person is without a new step in the history: a renamed record, a place that went away. */
    public void replace(Place place) {
        go(place);
    }

    /** Goes one step back. */
    public void back() {
        if (!back.isEmpty()) {
            forward.push(current.get());
            go(back.pop());
        }
    }

    /** Goes one step forward again. */
    public void forward() {
        if (!forward.isEmpty()) {
            back.push(current.get());
            go(forward.pop());
        }
    }

    private void go(Place place) {
        lastOfArea.put(place.area(), place);
        canGoBack.set(!back.isEmpty());
        canGoForward.set(!forward.isEmpty());
        current.set(place);
    }
}
