package org.rapporteur.ui.participant;

import java.util.UUID;
import javafx.scene.Node;

/** One list of the area with its records. */
interface Register {
    /** The list with the record beside it; the same node each time. */
    Node node();

    /** Selects a record and shows it. */
    void show(UUID id);

    /** Adds a record and puts the keyboard into its name. */
    void add();
}
