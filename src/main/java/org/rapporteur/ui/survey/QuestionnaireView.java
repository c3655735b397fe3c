package org.rapporteur.ui.survey;

import java.util.UUID;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;

/** The questions of a survey, in order, each with its words in six languages and its choices. */
final class QuestionnaireView extends StackPane {
    QuestionnaireView(SurveyParts parts, UUID survey) {
        RecordTable table = new RecordTable(parts.recordKit(), SurveyKinds.QUESTION)
                .columns("code", "label", "type")
                .query(Query.partsOf(SurveyKinds.QUESTION, survey))
                .empty(Material2OutlinedAL.BALLOT, "survey.questions.empty.title", "survey.questions.empty.sentence");
        RecordForm form = new RecordForm(parts.recordKit(), SurveyKinds.QUESTION)
                .fields("code", "label", "type", "help", "required", "agenda_item", "objectives");
        getStyleClass().add("survey-detail");
        getChildren().setAll(new DetailView(parts.recordKit(), "survey.questionnaire", table, form));
    }
}
