package org.rapporteur.ui.meeting;

import java.util.UUID;
import javafx.scene.layout.VBox;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.ui.kit.record.RecordForm;

/** An agenda item in the side panel: title in six languages, guiding questions, expected outcome, documents to come. */
final class ItemPanel extends VBox {
    private final RecordForm form;

    ItemPanel(MeetingParts parts) {
        getStyleClass().add("session-panel");
        setUserData(this);
        form = new RecordForm(parts.recordKit(), MeetingKinds.AGENDA_ITEM)
                .fields("title", "guiding_questions", "expected_outcome", "description", "session", "minutes", "number")
                .folded("records.section.more", "illustrative");
        getChildren().add(form);
    }

    void show(UUID item) {
        form.show(item);
    }

    /** Brings the keyboard to the guiding questions. */
    void focusQuestions() {
        form.focusField("guiding_questions");
    }
}
