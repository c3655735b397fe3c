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

    /** Whether it is open. */
    ReadOnlyBooleanProperty showing();
}
