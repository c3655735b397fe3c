package org.rapporteur.ui.survey;

import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.shell.Place;
import org.rapporteur.ui.survey.SummaryViewModel.Behind;
import org.rapporteur.ui.survey.SummaryViewModel.Evidence;

/** The answers and respondents behind one sentence, each answer one click away from where it is read. */
final class SentenceEvidence extends VBox {
    private static final int LONGEST = 500;

    private final SurveyParts parts;
    private final UUID survey;

    SentenceEvidence(SurveyParts parts, UUID survey, Evidence evidence) {
        super(12);
        this.parts = parts;
        this.survey = survey;
        I18n i18n = parts.i18n();
        getStyleClass().add("evidence");
        Label sentence = new Label(parts.text().text(evidence.sentence().message()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(sentence);
        if (!evidence.answers().isEmpty()) {
            getChildren()
                    .add(heading(i18n.now(
                            "survey.summary.answers", evidence.answers().size() + evidence.more())));
            evidence.answers().forEach(answer -> getChildren().add(answer(answer)));
            if (evidence.more() > 0) {
                Label more = new Label(i18n.now("survey.summary.more", evidence.more()));
                more.getStyleClass().add("muted");
                getChildren().add(more);
            }
        }
        if (!evidence.respondents().isEmpty()) {
            getChildren()
                    .add(heading(i18n.now(
                            "survey.summary.respondents", evidence.respondents().size())));
            FlowPane names = new FlowPane(8, 8);
            evidence.respondents()
                    .forEach(name -> names.getChildren().add(new Chip(Tone.NEUTRAL, new SimpleStringProperty(name))));
            getChildren().add(names);
        }
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("h3");
        return label;
    }

    private Node answer(Behind behind) {
        I18n i18n = parts.i18n();
        Label who = new Label(i18n.now("survey.summary.who", behind.respondent(), behind.question()));
        who.getStyleClass().add("field-label");
        Label words = new Label(PlainText.shorten(behind.words(), LONGEST));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Language language = LanguageGuess.within(behind.answer().text("language"), behind.words())
                .orElse(null);
        boolean own = !behind.answer().text("body").isBlank()
                && behind.words().equals(behind.answer().text("body"));
        if (language != null && own) {
            words.setNodeOrientation(language.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        Button open = new Button();
        open.textProperty().bind(i18n.text("survey.evidence.open"));
        open.getStyleClass().addAll("flat", "small");
        open.setOnAction(e -> parts.navigator()
                .open(Place.of("surveys")
                        .then(survey.toString(), "")
                        .thenKey("reading", "survey.tab.reading")
                        .then(behind.answer().id().toString(), "")));
        open.setVisible(behind.answer().text("value").isEmpty());
        open.setManaged(open.isVisible());
        Button correct = new Button();
        correct.textProperty().bind(i18n.text("survey.answer.correct"));
        correct.getStyleClass().addAll("flat", "small");
        correct.setOnAction(e -> AnswerEditor.openAnswer(parts, survey, behind.answer(), () -> {}));
        HBox below = new HBox(8, open, correct);
        below.setAlignment(Pos.CENTER_LEFT);
        if (behind.permission() != Permission.QUOTE) {
            below.getChildren()
                    .add(new Chip(
                            Tone.WARNING,
                            i18n.text("survey.permission." + behind.permission().code())));
        }
        VBox box = new VBox(4, who, words, below);
        box.getStyleClass().add("quotation");
        return box;
    }
}
