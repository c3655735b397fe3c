package org.rapporteur.exchange.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.exchange.VersionVector;

/** What to send when everything is to be sent. */
final class Everything {
    private Everything() {}

    static Map<UUID, VersionVector> of(Site site) {
        Map<UUID, VersionVector> bases = new HashMap<>();
        site.workspace.exchange().scopes().forEach(scope -> bases.put(scope, VersionVector.NONE));
        return bases;
    }
}
