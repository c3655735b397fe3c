package org.rapporteur.ui.survey;

import java.util.UUID;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;

/** Who was asked, who has answered, whom to remind. */
final class RespondentsView extends StackPane {
    RespondentsView(SurveyParts parts, UUID survey) {
        RecordTable table = new RecordTable(parts.recordKit(), SurveyKinds.RESPONDENT)
                .columns("name", "type", "region", "language", "status", "due_on", "received_on")
                .query(Query.partsOf(SurveyKinds.RESPONDENT, survey))
                .filters("status", "region", "type")
                .empty(
                        Material2OutlinedMZ.PEOPLE,
                        "survey.respondents.empty.title",
                        "survey.respondents.empty.sentence");
        RecordForm form = new RecordForm(parts.recordKit(), SurveyKinds.RESPONDENT)
                .fields("name", "party", "type", "region", "language", "status")
                .rest();
        getStyleClass().add("survey-detail");
        getChildren().setAll(new DetailView(parts.recordKit(), "survey.respondents", table, form));
    }
}
