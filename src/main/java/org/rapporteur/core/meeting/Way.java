package org.rapporteur.core.meeting;

import java.util.UUID;

/**
 * A way out of something that is wrong with a programme.
 *
 * @param kind what it does
 * @param subject key of the session, or of the item for {@link Kind#ADD_SESSION}; null for a new break
 * @param slot where the session is then; null where nothing moves
 */
public record Way(Kind kind, UUID subject, Slot slot) {

    /** What can be done. */
    public enum Kind {
        /** Move the session to the next time at which nothing is in its way. */
        NEXT_FREE,
        /** The same time in another room. */
        OTHER_ROOM,
        /** End earlier. */
        SHORTEN,
        /** End later. */
        LENGTHEN,
        /** Put a break in. */
        ADD_BREAK,
        /** Make a session for an agenda item. */
        ADD_SESSION,
        /** Make the day one of the meeting. */
        EXTEND_MEETING,
        /** Say who leads the session. */
        NAME_MODERATOR
    }
}
