package org.rapporteur.core.exchange;

import java.util.Map;
import java.util.UUID;

/** Takes what is sent, record by record; called within one view of the store that does not change meanwhile. */
public interface Outgoing {
    /** First: what the sender had seen of each scope. */
    void begin(Map<UUID, VersionVector> to);

    /** Rows of one kind follow each other. */
    void row(TravellingRow row);

    /** After the rows, for each group of changes that they name. */
    void step(TravellingStep step);

    /** Last, for each attachment that the rows name and that is there. */
    void file(TravellingFile file);
}
