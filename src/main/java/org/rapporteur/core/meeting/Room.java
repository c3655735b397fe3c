package org.rapporteur.core.meeting;

import java.util.UUID;
import org.rapporteur.core.change.Row;

/**
 * A room of the venue.
 *
 * @param id its key
 * @param name its name as the venue has it
 * @param seats how many it seats, 0 if not known
 * @param position order key
 */
public record Room(UUID id, String name, int seats, String position) {
    static Room of(Row row) {
        return new Room(row.id(), row.text("name"), (int) row.number("seats").orElse(0), row.text("position"));
    }
}
