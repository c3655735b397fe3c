package org.rapporteur.ui.kit;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** The panel beside the content: evidence, history, warnings, help. It opens beside, never over. */
public interface SidePanel {
    /**
     * Shows something in the panel, in place of what was there.
     *
     * @param title its heading
     * @param content the node; scrolls by itself if it is larger
     */
    void show(ObservableValue<String> title, Node content);

    /** Closes the panel; the focus goes back to where it was before the panel opened. */
    void close();

    /** Whether what it shows was made with this {@link Node#setUserData user data}. */
    boolean isContent(Object userData);

    /** Brings the keyboard into the panel. */
    void focus();

    /** Whether the keyboard is in the panel. */
    boolean isPanelFocused();

    /** Whether it is open. */
    ReadOnlyBooleanProperty showing();
}
