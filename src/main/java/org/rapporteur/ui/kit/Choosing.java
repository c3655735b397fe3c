package org.rapporteur.ui.kit;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Takes the choice of a box when it is taken (Enter, a click in the list) or left, not at each arrow key on the way;
 * Esc goes back to what was chosen before.
 *
 * @param <T> the values
 */
public final class Choosing<T> {
    private final ComboBox<T> box;
    private final Consumer<T> taken;
    private Consumer<Boolean> undecided = is -> {};
    private T settled;
    private boolean showing;
    private boolean dropped;

    /**
     * Listens to a box.
     *
     * @param taken what to do with a value that the person chose, once for each choice
     */
    public Choosing(ComboBox<T> box, Consumer<T> taken) {
        this.box = box;
        this.taken = taken;
        this.settled = box.getValue();
        box.valueProperty().addListener((o, was, is) -> {
            if (!showing) {
                undecided.accept(!Objects.equals(is, settled));
            }
        });
        box.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        box.showingProperty().addListener((o, was, is) -> {
            if (is) {
                dropped = false;
            } else if (dropped) {
                back();
            } else {
                commit();
            }
        });
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Told, each time it changes, whether a choice is under way that is not taken yet. */
    public Choosing<T> onUndecided(Consumer<Boolean> told) {
        undecided = told;
        return this;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !box.isShowing()) {
            commit();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (box.isShowing()) {
                dropped = true;
            } else if (isUndecided()) {
                event.consume();
                back();
            }
        }
    }

    private void back() {
        dropped = false;
        put(settled);
        undecided.accept(false);
    }

    private void put(T value) {
        showing = true;
        try {
            box.setValue(value);
        } finally {
            showing = false;
        }
    }

    /** Whether the person is on the way to a choice. */
    public boolean isUndecided() {
        return !Objects.equals(box.getValue(), settled);
    }

    /** Takes what is chosen now, if it is another value than before. */
    public void commit() {
        if (isUndecided()) {
            settled = box.getValue();
            undecided.accept(false);
            taken.accept(settled);
        }
    }

    /**
     * Shows a value that comes from elsewhere; a choice that is under way stays.
     *
     * @param fresh whether it belongs to another record than before, so that nothing is under way any longer
     */
    public void show(T value, boolean fresh) {
        boolean under = !fresh && isUndecided();
        settled = value;
        if (!under) {
            put(value);
            undecided.accept(false);
        }
    }

    /** Does something to the box, such as naming its values anew, without the choice changing. */
    public void quietly(Runnable change) {
        T before = box.getValue();
        showing = true;
        try {
            change.run();
            box.setValue(before);
        } finally {
            showing = false;
        }
    }
}
