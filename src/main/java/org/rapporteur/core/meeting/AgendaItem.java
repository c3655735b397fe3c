package org.rapporteur.core.meeting;

import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * A subject to be treated.
 *
 * @param id its key
 * @param number its number as it stands in the agenda: "3", "3 (a)"; "" if it has none
 * @param title its name
 * @param session the session that takes it up, null for none
 * @param parent the item it is part of, null at the top
 * @param minutes time it is given, 0 if not said
 * @param position order key among its siblings
 */
public record AgendaItem(
        UUID id, String number, Multilingual title, UUID session, UUID parent, int minutes, String position) {

    static AgendaItem of(Row row) {
        return new AgendaItem(
                row.id(),
                row.text("number"),
                Multilingual.ofCodes(row.texts("title")),
                row.ref("session"),
                row.ref("parent_item"),
                Math.clamp(row.number("minutes").orElse(0), 0, Slot.DAY),
                row.text("position"));
    }

    /** Its name for a reader, "" if it has none. */
    public String title(Language language) {
        return title.text(language);
    }
}
