package org.rapporteur.ui.document;

import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** What the screens of documents work with. */
record DocumentParts(Kit kit, Navigator navigator, RecordKit recordKit, DocumentFiles files) {
    static final String AREA = "documents";

    I18n i18n() {
        return kit.i18n();
    }

    String language() {
        return i18n().language().get().code();
    }

    Place place(Row document) {
        return Place.of(AREA).then(document.id().toString(), name(document));
    }

    /** Its symbol, else its title. */
    String name(Row document) {
        String symbol = document.text("symbol").strip();
        return symbol.isEmpty() ? document.textOr("title", language()) : symbol;
    }

    /** How the status of a language version is meant. */
    static Tone tone(String status) {
        return switch (status) {
            case "issued" -> Tone.SUCCESS;
            case "ready" -> Tone.INFO;
            case "in_translation", "in_revision" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }
}
