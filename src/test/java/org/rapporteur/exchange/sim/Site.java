package org.rapporteur.exchange.sim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.storage.Workspace;

/** One officer's workspace, and what the world knows of it without asking it. */
final class Site {
    final int number;
    final Path folder;
    final SimClock clock;
    final List<Message> inbox = new ArrayList<>();
    final List<Message> waiting = new ArrayList<>();
    /** What it sent last to anybody, by scope: a base that others need not have. */
    final Map<UUID, VersionVector> sentLast = new HashMap<>();
    /** Events that reached it. */
    BitSet known = new BitSet();

    Workspace workspace;
    UUID id;
    /** Sequence number of its last change. */
    long last;
    /** A backup to go back to, with what was known then; null if there is none. */
    Path backup;

    BitSet knownAtBackup;

    Site(int number, Path folder, SimClock clock) {
        this.number = number;
        this.folder = folder;
        this.clock = clock;
    }

    void runs(Workspace opened) {
        workspace = opened;
        id = opened.site();
        last = 0;
    }

    @Override
    public String toString() {
        return "site " + number;
    }
}
