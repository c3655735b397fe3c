package org.rapporteur.core.meeting;

import java.util.Locale;
import java.util.Optional;

/** What a session is; the values of the field {@code type} of {@link MeetingKinds#SESSION}. */
public enum SessionType {
    OPENING,
    PLENARY,
    PANEL,
    WORKING_GROUP,
    SIDE_EVENT,
    BREAK,
    CEREMONY,
    CLOSING;

    /** A break of this many minutes or more is a meal, whose time the caterer knows. */
    public static final int MEAL_MINUTES = 45;

    /** The type with this stored value; empty for none or an unknown one. */
    public static Optional<SessionType> of(String value) {
        if (value == null) {
            return Optional.empty();
        }
        for (SessionType type : values()) {
            if (type.value().equals(value)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The value as it is stored. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has to lead it: work, not ceremony and not a pause. */
    public boolean needsModerator() {
        return this == PLENARY || this == PANEL || this == WORKING_GROUP || this == SIDE_EVENT;
    }

    /** Whether, held in no room, it is held for everybody: a pause or a ceremony that stops the work in all rooms. */
    public boolean concernsAll() {
        return this == BREAK || this == CEREMONY;
    }

    /** Whether it may be outside the hours of work. */
    public boolean anyHour() {
        return this == CEREMONY || this == BREAK || this == SIDE_EVENT;
    }

    /** Whether a session of this type and length keeps its start when those before it change. */
    public boolean keepsStart(int minutes) {
        return this == OPENING || this == CEREMONY || this == BREAK && minutes >= MEAL_MINUTES;
    }
}
