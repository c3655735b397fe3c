package org.rapporteur.core.change;

import java.time.Duration;
import java.util.Optional;

/** Undo and redo over the whole application; survives a restart. An undo is itself an ordinary, recorded change. */
public interface Undo {
    /** Steps with the same merge key closer together than this are one. */
    Duration MERGE_WINDOW = Duration.ofSeconds(30);

    Optional<Label> nextUndo();

    Optional<Label> nextRedo();

    /** Takes the last step back. Returns what was undone, empty if there was nothing. */
    Optional<Label> undo();

    Optional<Label> redo();
}
