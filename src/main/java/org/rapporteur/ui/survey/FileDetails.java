package org.rapporteur.ui.survey;

import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.survey.ReturnedViewModel.Fate;
import org.rapporteur.ui.survey.ReturnedViewModel.FileLine;

/** A reply in words: whose it is, how much of it counts, whether a newer one took its place, and the way back. */
final class FileDetails extends VBox {
    FileDetails(SurveyParts parts, UUID survey, ReturnedViewModel model, FileLine line) {
        super(12);
        getStyleClass().add("evidence");
        I18n i18n = parts.i18n();
        Label from = new Label(i18n.now("survey.returned.detail", line.respondent(), line.answers()));
        from.setWrapText(true);
        getChildren().add(from);
        if (line.fate() == Fate.REPLACED) {
            Label replaced = new Label(i18n.now("survey.returned.replaced"));
            replaced.setWrapText(true);
            replaced.getStyleClass().add("muted");
            Button choose = new Button();
            choose.textProperty().bind(i18n.text("survey.returned.choosethis"));
            choose.setDisable(!parts.changes().writable());
            choose.setOnAction(e -> {
                parts.kit().sidePanel().close();
                model.choose(line);
            });
            getChildren().addAll(replaced, choose);
        }
    }
}
