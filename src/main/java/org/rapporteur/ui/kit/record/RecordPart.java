package org.rapporteur.ui.kit.record;

import java.util.UUID;
import javafx.scene.Node;

/** Something shown within a form that belongs to the same record, such as the list of its parts. */
public interface RecordPart {
    /** The node; the same each time. */
    Node node();

    /** Shows what belongs to a record; null for none. On the window's thread. */
    void show(UUID record);
}
