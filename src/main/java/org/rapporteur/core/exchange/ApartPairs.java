package org.rapporteur.core.exchange;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Pairs of records of which a person said that they are two. A note of this workspace; never sent, because it says
 * nothing about the records. Safe for any thread, but not for the window's: it reads and writes the store.
 */
public final class ApartPairs {
    /** Name of the note. */
    static final String NOTE = "duplicates.apart";

    private final ExchangeStore store;
    private Set<String> pairs;

    /** The pairs that this store remembers; read when first asked for. */
    public ApartPairs(ExchangeStore store) {
        this.store = store;
    }

    /** Whether these two were said to be two, in whichever order. */
    public synchronized boolean contains(UUID first, UUID second) {
        return pairs().contains(line(first, second));
    }

    /** Remembers that these two are two. */
    public synchronized void add(UUID first, UUID second) {
        if (pairs().add(line(first, second))) {
            store.note(NOTE, String.join("\n", pairs));
        }
    }

    /** Forgets it again. */
    public synchronized void remove(UUID first, UUID second) {
        if (pairs().remove(line(first, second))) {
            store.note(NOTE, String.join("\n", pairs));
        }
    }

    private Set<String> pairs() {
        if (pairs == null) {
            pairs = new LinkedHashSet<>();
            store.note(NOTE)
                    .ifPresent(text -> text.lines().filter(l -> !l.isBlank()).forEach(pairs::add));
        }
        return pairs;
    }

    private static String line(UUID first, UUID second) {
        return first.compareTo(second) < 0 ? first + " " + second : second + " " + first;
    }
}
