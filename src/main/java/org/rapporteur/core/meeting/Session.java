package org.rapporteur.core.meeting;

import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * A timed slot of the programme.
 *
 * @param id its key
 * @param type what it is; a plenary if nothing was said
 * @param title its name
 * @param slot when and where
 * @param position order key, for sessions without a time
 * @param illustrative whether it is an example, not a fact
 */
public record Session(UUID id, SessionType type, Multilingual title, Slot slot, String position, boolean illustrative) {

    static Session of(Row row) {
        return new Session(
                row.id(),
                SessionType.of(row.text("type")).orElse(SessionType.PLENARY),
                Multilingual.ofCodes(row.texts("title")),
                new Slot(
                        row.date("day").orElse(null),
                        row.time("starts_at").orElse(null),
                        Math.clamp(row.number("minutes").orElse(0), 0, Slot.DAY),
                        row.ref("room")),
                row.text("position"),
                row.flag("illustrative"));
    }

    /** Its name for a reader, "" if it has none. */
    public String title(Language language) {
        return title.text(language);
    }

    /** Whether it keeps its start when sessions before it change. */
    public boolean keepsStart() {
        return type.keepsStart(slot.length());
    }

    /** Whether it stops the work in all rooms: a break or a ceremony that is in none. */
    public boolean everywhere() {
        return type.concernsAll() && slot.room() == null;
    }

    Session with(Slot newSlot) {
        return new Session(id, type, title, newSlot, position, illustrative);
    }
}
