package org.rapporteur.ui.shell;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;

/**
 * A tab of a meeting that another feature fills: participants, survey, recommendations, documents. {@code launch} hands
 * them to the meetings' area, so that features need not know each other.
 */
public interface MeetingTab {
    /** Identifiers of the tabs in their order; the first two are the meeting's own. */
    List<String> ORDER = List.of("overview", "agenda", "participants", "survey", "recommendations", "documents");

    /** Stable identifier, one of {@link #ORDER}; also the step of a {@link Place}: area "meetings", meeting, tab. */
    String id();

    /** Key of its name. */
    String labelKey();

    /** Where it stands among the tabs. */
    default int order() {
        int at = ORDER.indexOf(id());
        return at < 0 ? ORDER.size() : at;
    }

    /**
     * The view of one meeting. Called once for each meeting whose tab is opened, on the window's thread; must return at
     * once and read in the background.
     */
    Node view(UUID meeting);

    /**
     * Shows a record in the tab of a meeting, because somebody followed a link to it. Called after {@link #view}.
     *
     * @param record key of a delegation, a document ...
     */
    default void select(UUID meeting, UUID record) {}
}
