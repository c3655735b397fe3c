package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.change.FieldType;

/** Keeps several wordings of one text, one after the other. */
final class TextJoin {
    private TextJoin() {}

    /** The texts joined: paragraphs below each other, lines with a slash; what is part of another is not repeated. */
    static String of(FieldType type, List<String> texts) {
        List<String> kept = new ArrayList<>();
        for (String text : texts) {
            String clean = text.strip();
            if (clean.isEmpty() || kept.stream().anyMatch(other -> other.contains(clean))) {
                continue;
            }
            kept.removeIf(clean::contains);
            kept.add(clean);
        }
        return String.join(type == FieldType.LONG_TEXT ? "\n\n" : " / ", kept);
    }
}
