package org.rapporteur.ui.meeting;

import java.util.UUID;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.ui.kit.record.RecordForm;

/** The tab Overview of a meeting. */
final class OverviewView extends StackPane {
    private final RecordForm form;

    OverviewView(MeetingParts parts, UUID meeting) {
        getStyleClass().add("overview");
        form = new RecordForm(parts.recordKit(), MeetingKinds.MEETING)
                .section("meeting.section.what", "name", "acronym", "theme", "level", "status", "iscm")
                .section("meeting.section.when", "starts_on", "ends_on", "place", "venue", "timezone")
                .rest();
        form.show(meeting);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
    }

    void focusDates() {
        form.focusField("starts_on");
    }
}
