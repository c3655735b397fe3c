package org.rapporteur.storage;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.change.Label;

/** Arguments of labels in one column, separated by the ASCII unit separator, which no typed text holds. */
final class Labels {
    private static final char SEPARATOR = '\u001f';

    private Labels() {}

    static String join(List<String> arguments) {
        return arguments.isEmpty() ? null : String.join(String.valueOf(SEPARATOR), arguments);
    }

    static Label label(String key, String arguments) {
        List<String> parts = new ArrayList<>();
        if (arguments != null) {
            int from = 0;
            for (int at = arguments.indexOf(SEPARATOR); at >= 0; at = arguments.indexOf(SEPARATOR, from)) {
                parts.add(arguments.substring(from, at));
                from = at + 1;
            }
            parts.add(arguments.substring(from));
        }
        return new Label(key, parts, null);
    }
}
