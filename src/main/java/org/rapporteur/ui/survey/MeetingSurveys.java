package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.shell.MakesNew;

/** The survey of a meeting inside the meeting's own screen; the first one if there are several. */
final class MeetingSurveys extends StackPane implements MakesNew {
    private final SurveyParts parts;
    private final UUID meeting;
    private final Runnable create;
    private final LatestTask<List<Row>> loading;
    private UUID shown;

    MeetingSurveys(SurveyParts parts, UUID meeting, Runnable create) {
        this.parts = parts;
        this.meeting = meeting;
        this.create = create;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::loaded);
        parts.recordKit().follow(this, Set.of(SurveyKinds.SURVEY), commit -> load());
        load();
    }

    /** A survey as long as there is none, else what the tab of the survey holds. */
    @Override
    public void makeNew() {
        if (getChildren().stream().anyMatch(SurveyHub.class::isInstance)) {
            ((SurveyHub) getChildren().getFirst()).makeNew();
        } else if (parts.changes().writable()) {
            create.run();
        }
    }

    private void load() {
        loading.request(progress -> parts.records().list(Query.partsOf(SurveyKinds.SURVEY, meeting)));
    }

    private void loaded(List<Row> surveys) {
        if (surveys.isEmpty()) {
            shown = null;
            Button button = new Button();
            button.getStyleClass().add("accent");
            button.textProperty().bind(parts.i18n().text("survey.command.new"));
            button.setDisable(!parts.changes().writable());
            button.setOnAction(e -> create.run());
            getChildren()
                    .setAll(new EmptyState(
                            Material2OutlinedAL.BALLOT,
                            parts.i18n().text("survey.empty.title"),
                            parts.i18n().text("survey.empty.sentence"),
                            button));
            return;
        }
        UUID first = surveys.getFirst().id();
        if (!first.equals(shown)) {
            shown = first;
            SurveyHub hub = new SurveyHub(parts, first);
            getChildren().setAll(hub);
            hub.open(null, null);
        }
    }
}
