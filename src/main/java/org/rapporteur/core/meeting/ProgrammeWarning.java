package org.rapporteur.core.meeting;

import java.util.List;
import java.util.UUID;

/**
 * Something in a programme that somebody should look at.
 *
 * @param kind what it is
 * @param subjects keys of what it is about: sessions, in the case of {@link Kind#ITEM_WITHOUT_SESSION} the item
 * @param speaker the first of the two entries of a speaker who is in two places, else null
 * @param minutes how long or by how much, 0 where that says nothing
 * @param ways what can be done, the best first; may be empty
 */
public record ProgrammeWarning(Kind kind, List<UUID> subjects, UUID speaker, int minutes, List<Way> ways) {

    /** What can be wrong; in the order of how bad it is. */
    public enum Kind {
        /** One person in two sessions at the same moment. */
        SPEAKER_TWICE,
        /** Two sessions in one room at the same moment. */
        ROOM_TWICE,
        /** Work in a room while a break or a ceremony in no room stops the work in all of them. */
        DURING_BREAK,
        /** It begins at a time that the clocks of the place leave out that night. */
        TIME_SKIPPED,
        /** It begins at a time that the clocks of the place show twice that night. */
        TIME_TWICE,
        /** The clocks change while it goes on. */
        CLOCKS_CHANGE,
        /** A session on a day that is not one of the meeting's. */
        OUTSIDE_DAYS,
        /** A session before the house opens or after it closes. */
        OUTSIDE_HOURS,
        /** The items of a session need more time than it has. */
        ITEMS_TOO_LONG,
        /** People sit too long without a break. */
        NO_BREAK,
        /** Nobody leads a session that needs somebody. */
        NO_MODERATOR,
        /** No session takes up an agenda item. */
        ITEM_WITHOUT_SESSION
    }

    /** Copies the lists. */
    public ProgrammeWarning {
        subjects = List.copyOf(subjects);
        ways = List.copyOf(ways);
    }
}
