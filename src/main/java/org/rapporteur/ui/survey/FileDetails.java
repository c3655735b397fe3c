package org.rapporteur.ui.survey;

import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.record.RefPicker;
import org.rapporteur.ui.shell.Place;
import org.rapporteur.ui.survey.ReturnedViewModel.Fate;
import org.rapporteur.ui.survey.ReturnedViewModel.FileLine;

/** What became of one returned file in words: why it was refused, who it is from, which answers it changed. */
final class FileDetails extends VBox {
    private static final int LONGEST = 200;

    FileDetails(SurveyParts parts, UUID survey, ReturnedViewModel model, FileLine line) {
        super(12);
        getStyleClass().add("evidence");
        I18n i18n = parts.i18n();
        IntakeReport report = line.report();
        if (!line.respondent().isEmpty()) {
            Label from = new Label(i18n.now("survey.returned.detail", line.respondent(), line.answers()));
            from.setWrapText(true);
            getChildren().add(from);
        }
        if (report != null) {
            for (Refusal refusal : report.refusals()) {
                Label why = new Label(i18n.now(refusal.reason()));
                why.setWrapText(true);
                why.setMinHeight(Region.USE_PREF_SIZE);
                getChildren().add(why);
            }
            if (report.sameFile()) {
                getChildren().add(muted(i18n.now("survey.returned.same")));
            }
            report.changed().forEach(change -> getChildren().add(change(i18n, parts, survey, change)));
        }
        if (line.fate() == Fate.WHO) {
            RefPicker picker = new RefPicker(parts.recordKit(), () -> Query.partsOf(SurveyKinds.RESPONDENT, survey));
            picker.onPick(id -> {
                parts.kit().sidePanel().close();
                model.name(line, id);
            });
            getChildren().add(Fields.field(i18n.text("survey.returned.who"), picker, null));
        }
        if (line.response() == null) {
            Button dismiss = new Button();
            dismiss.textProperty().bind(i18n.text("survey.returned.dismiss"));
            dismiss.setOnAction(e -> {
                parts.kit().sidePanel().close();
                model.dismiss(line);
            });
            getChildren().add(dismiss);
        }
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox change(I18n i18n, SurveyParts parts, UUID survey, IntakeReport.Change change) {
        Label before = new Label(i18n.now("survey.returned.before", PlainText.shorten(change.before(), LONGEST)));
        before.setWrapText(true);
        Label after = new Label(
                change.after().isEmpty()
                        ? i18n.now("survey.returned.takenback")
                        : i18n.now("survey.returned.after", PlainText.shorten(change.after(), LONGEST)));
        after.setWrapText(true);
        VBox box = new VBox(4, before, after);
        box.getStyleClass().add("quotation");
        if (change.codings() > 0) {
            box.getChildren().add(muted(i18n.now("survey.returned.codings", change.codings())));
        }
        Button open = new Button();
        open.textProperty().bind(i18n.text("survey.returned.question"));
        open.getStyleClass().addAll("flat", "small");
        open.setOnAction(e -> parts.navigator()
                .open(Place.of("surveys")
                        .then(survey.toString(), "")
                        .thenKey("results", "survey.tab.results")
                        .then(change.question().toString(), "")));
        box.getChildren().add(open);
        return box;
    }
}
