package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.ui.kit.I18n;

/** Counts of what a package does, in words. */
final class EffectWords {
    private EffectWords() {}

    /** "12 new, 8 changed, 2 to decide, 30 the same"; nothing that is zero. */
    static String of(I18n i18n, ImportEffects effects) {
        if (effects == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(i18n, parts, "exchange.effect.added", effects.added());
        add(i18n, parts, "exchange.effect.changed", effects.changed());
        add(i18n, parts, "exchange.effect.deleted", effects.deleted());
        add(i18n, parts, "exchange.effect.restored", effects.restored());
        add(i18n, parts, "exchange.effect.conflicts", effects.conflicts() + effects.deletedButEdited());
        add(i18n, parts, "exchange.effect.resolved", effects.resolved());
        add(i18n, parts, "exchange.effect.files", effects.files());
        add(i18n, parts, "exchange.effect.same", effects.same());
        return parts.isEmpty()
                ? i18n.now("exchange.effect.nothing")
                : String.join(i18n.now("records.list.separator"), parts);
    }

    private static void add(I18n i18n, List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(i18n.now(key, count));
        }
    }

    /** For whose changes a package waits, one line each. */
    static String missing(I18n i18n, List<Missing> missing) {
        List<String> lines = new ArrayList<>();
        for (Missing one : missing) {
            long count = one.to() - one.from() + 1;
            lines.add(
                    one.author() == null || one.author().isBlank()
                            ? i18n.now("exchange.missing.somebody", count)
                            : i18n.now("exchange.missing.line", one.author(), count));
        }
        return String.join("\n", lines.stream().distinct().toList());
    }
}
