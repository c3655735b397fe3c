package org.rapporteur.ui.shell;

import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The way from what recommendations rest on to the recommendations: a theme, an answer, an objective, an agenda item.
 * {@code launch} hands it to the features that show these, so that they need not know the recommendations' own.
 */
public interface ChainPort {
    /**
     * A list of the recommendations that are linked with a record, each of which opens; for a side panel or the end of
     * a screen. It has its own heading, reads in the background, follows changes, and takes no room while there are
     * none.
     *
     * @param target key of the record
     */
    Node uses(UUID target);

    /** Knows of no recommendations. */
    ChainPort NONE = target -> {
        Region nothing = new Region();
        nothing.setManaged(false);
        return nothing;
    };
}
