package org.rapporteur.core.change;

import java.util.List;

/**
 * What a person did, for "Undo: rename session" and the history.
 *
 * @param key message key
 * @param arguments what stands in the message, at most a few words each
 * @param mergeKey steps that follow each other within {@link Undo#MERGE_WINDOW} and have the same merge key are one
 *     step for undo (typing on in the same field); null never merges
 */
public record Label(String key, List<String> arguments, String mergeKey) {
    public Label {
        arguments = List.copyOf(arguments);
    }

    public static Label of(String key, String... arguments) {
        return new Label(key, List.of(arguments), null);
    }

    public Label merging(String with) {
        return new Label(key, arguments, with);
    }
}
