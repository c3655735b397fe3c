package org.rapporteur.ui.meeting;

import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.meeting.SessionType;

/** Icon and style class of each type of session. */
final class SessionLook {
    private static final Map<SessionType, Ikon> ICONS = Map.of(
            SessionType.OPENING, Material2OutlinedAL.FLAG,
            SessionType.PLENARY, Material2OutlinedAL.GROUPS,
            SessionType.PANEL, Material2OutlinedMZ.RECORD_VOICE_OVER,
            SessionType.WORKING_GROUP, Material2OutlinedAL.GROUP_WORK,
            SessionType.SIDE_EVENT, Material2OutlinedAL.ALT_ROUTE,
            SessionType.BREAK, Material2OutlinedAL.FREE_BREAKFAST,
            SessionType.CEREMONY, Material2OutlinedAL.EMOJI_EVENTS,
            SessionType.CLOSING, Material2OutlinedAL.DONE_ALL);

    private SessionLook() {}

    static Ikon icon(SessionType type) {
        return ICONS.get(type);
    }

    static String style(SessionType type) {
        return "session-" + type.value().replace('_', '-');
    }
}
