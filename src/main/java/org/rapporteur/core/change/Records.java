package org.rapporteur.core.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads records. Called from any thread but the window's own. */
public interface Records {

    /** The row with the key, deleted or not. */
    Optional<Row> find(Kind kind, UUID id);

    List<Row> list(Query query);

    /** Hands on the rows one by one, so that a large table need not fit into memory. */
    void each(Query query, Consumer<Row> consumer);

    long count(Query query);

    /** Columns of a row in which offices wrote different things and nobody has decided. */
    Set<String> undecided(Kind kind, UUID id);
}
