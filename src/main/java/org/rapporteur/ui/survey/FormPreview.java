package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Choices;
import org.rapporteur.ui.kit.LatestTask;

/** The questionnaire as a respondent of one language reads it. */
final class FormPreview extends VBox {
    private final SurveyParts parts;
    private final UUID survey;
    private final VBox page = new VBox(16);
    private final VBox chooser = new VBox();
    private final LatestTask<Optional<Questionnaire>> loading;
    private Questionnaire form;
    private Language language;

    FormPreview(SurveyParts parts, UUID survey) {
        super(16);
        this.parts = parts;
        this.survey = survey;
        this.language = parts.i18n().language().get();
        this.loading = new LatestTask<>(parts.kit().tasks(), found -> {
            form = found.orElse(null);
            fill();
        });
        getStyleClass().addAll("evidence", "form-preview");
        getChildren().setAll(chooser, page);
        parts.recordKit()
                .follow(this, Set.of(SurveyKinds.SURVEY, SurveyKinds.QUESTION, SurveyKinds.CHOICE), commit -> load());
        load();
    }

    private void load() {
        loading.request(progress -> Questionnaire.read(parts.records(), survey));
    }

    private void fill() {
        page.getChildren().clear();
        if (form == null) {
            return;
        }
        List<Language> offered = Language.all().stream()
                .filter(l -> form.languages().isEmpty() || form.languages().contains(l))
                .toList();
        if (!offered.contains(language)) {
            language = offered.getFirst();
        }
        HBox row = Choices.row(
                offered, l -> new SimpleStringProperty(l.code().toUpperCase(java.util.Locale.ROOT)), chosen -> {
                    language = chosen;
                    fill();
                });
        Choices.mark(row, offered.indexOf(language));
        chooser.getChildren().setAll(row);
        page.setNodeOrientation(language.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        page.getChildren().add(text(form.title().text(language), "h3"));
        String introduction = form.introduction().text(language);
        if (!introduction.isBlank()) {
            page.getChildren().add(text(introduction, "muted"));
        }
        form.questions().forEach(question -> page.getChildren().add(question(question)));
    }

    private Node question(Question question) {
        VBox box = new VBox(6);
        box.getStyleClass().add("preview-question");
        String words = question.label().text(language);
        String asked = (question.code() + "  " + words).strip() + (question.required() ? " *" : "");
        box.getChildren().add(text(asked, "field-label"));
        if (question.label().in(language).isEmpty() && !question.label().isEmpty()) {
            box.getChildren().add(text(parts.i18n().now("survey.preview.untranslated"), "field-error"));
        }
        String help = question.help().text(language);
        if (!help.isBlank()) {
            box.getChildren().add(text(help, "field-help"));
        }
        box.getChildren().addAll(answer(question));
        return box;
    }

    private List<Node> answer(Question question) {
        List<Node> nodes = new ArrayList<>();
        QuestionType type = question.type();
        if (type == QuestionType.NOTE) {
            return nodes;
        }
        if (!type.closed()) {
            Region box = new Region();
            box.getStyleClass().add("preview-answer");
            box.setMinHeight(type == QuestionType.LONG_TEXT ? 72 : 30);
            nodes.add(box);
            return nodes;
        }
        for (Choice choice : question.choices()) {
            String label = choice.label().text(language);
            String shown = type == QuestionType.SCALE
                    ? (choice.code() + "  " + label).strip()
                    : label.isBlank() ? choice.code() : label;
            // Only looked at: without effect, but not greyed out, so that the words can be read.
            Node node = type == QuestionType.MULTIPLE ? new CheckBox(shown) : new RadioButton(shown);
            ((javafx.scene.control.Labeled) node).setWrapText(true);
            node.setMouseTransparent(true);
            node.setFocusTraversable(false);
            nodes.add(node);
        }
        return nodes;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
