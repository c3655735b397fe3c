package org.rapporteur.core.problem;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A message not yet put into words: the key in a bundle and its arguments. Only the window, the command line and the
 * documents turn it into words, in the language of whoever reads it.
 *
 * @param key key in a message bundle, {@code <feature>.<what>}
 * @param args arguments in order; strings, numbers, dates or further {@code Message}s; may hold {@code null}
 */
public record Message(String key, List<Object> args) {

    /** Checks the key and takes a copy of the arguments. */
    public Message {
        Objects.requireNonNull(key, "key");
        if (key.isBlank()) {
            throw new IllegalArgumentException("a message needs a key");
        }
        // List.copyOf refuses null, and an unknown value is a legitimate argument.
        args = Collections.unmodifiableList(new java.util.ArrayList<>(args));
    }

    /** The message of this key with these arguments. */
    public static Message of(String key, Object... args) {
        return new Message(key, java.util.Arrays.asList(args));
    }

    /** The arguments as an array, as formatters want them. */
    public Object[] argArray() {
        return args.toArray();
    }
}
