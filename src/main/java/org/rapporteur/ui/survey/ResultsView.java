package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.Tabulation;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;

/** Questions at the start side, beside them the table of the one chosen; a click on a bar or cell opens who it is. */
final class ResultsView extends BorderPane implements SurveyHub.Detailed {
    private final SurveyParts parts;
    private final UUID survey;
    private final ResultsViewModel model;
    private final ListView<Tabulation> questions = new ListView<>();
    private final ScrollPane scroll = new ScrollPane();
    private boolean filling;

    ResultsView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.model = new ResultsViewModel(parts.kit().tasks(), parts.analysis(), survey);
        getStyleClass().add("results");
        questions.setItems(model.tables());
        questions.setCellFactory(view -> new QuestionCell());
        questions.setFixedCellSize(56);
        questions.setMinWidth(160);
        Access.name(questions, parts.i18n().text("survey.results.questions"));
        questions.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!filling && is != null) {
                model.show(is.question().id());
            }
        });
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox right = new VBox(toolbar(), scroll);
        right.getStyleClass().add("results-right");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        SplitPane split = new SplitPane(questions, right);
        SplitPane.setResizableWithParent(questions, false);
        parts.kit().splits().remember(split, "survey.results", 0.2);
        EmptyState nothing = new EmptyState(
                Material2OutlinedAL.BAR_CHART,
                parts.i18n().text("survey.results.empty.title"),
                parts.i18n().text("survey.results.empty.sentence"));
        setCenter(nothing);
        model.tables().addListener((ListChangeListener<Tabulation>)
                change -> setCenter(model.tables().isEmpty() ? nothing : split));
        model.current().addListener((o, was, is) -> fill());
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                SurveyKinds.ANSWER,
                                SurveyKinds.CODING,
                                SurveyKinds.CODE,
                                SurveyKinds.QUESTION,
                                SurveyKinds.CHOICE,
                                SurveyKinds.RESPONDENT,
                                SurveyKinds.RESPONSE),
                        commit -> model.load());
        parts.i18n().language().addListener((o, was, is) -> {
            questions.refresh();
            fill();
        });
        model.load();
    }

    @Override
    public void show(String detail) {
        try {
            model.show(UUID.fromString(detail));
        } catch (IllegalArgumentException notAKey) {
            model.load();
        }
    }

    private HBox toolbar() {
        I18n i18n = parts.i18n();
        ComboBox<Grouping> by = WordsBox.of(
                i18n,
                List.of(Grouping.REGION, Grouping.TYPE, Grouping.PARTY_REGION, Grouping.LANGUAGE),
                g -> "survey.by." + g.name().toLowerCase(Locale.ROOT));
        by.valueProperty().bindBidirectional(model.by());
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.textProperty().bind(i18n.text("survey.results.columns"));
        label.setLabelFor(by);
        Access.name(by, i18n.text("survey.results.columns"));
        HBox bar = new HBox(8, label, by);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private void fill() {
        Tabulation now = model.current().get();
        if (now == null) {
            scroll.setContent(null);
            return;
        }
        filling = true;
        questions.getSelectionModel().select(now);
        filling = false;
        scroll.setContent(new ResultTable(parts, now, this::who));
    }

    /** The question whose results are shown, or null. */
    private UUID question() {
        Tabulation now = model.current().get();
        return now == null ? null : now.question().id();
    }

    private void who(String title, List<RespondentFacts> who) {
        parts.kit().sidePanel().show(new SimpleStringProperty(title), new WhoPane(parts, survey, question(), who));
    }

    private final class QuestionCell extends ListCell<Tabulation> {
        private final Label name = new Label();
        private final Label answered = new Label();
        private final VBox box = new VBox(2, name, answered);

        QuestionCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            answered.getStyleClass().addAll("muted", "small");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Tabulation item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String label = item.question().label().text(parts.i18n().language().get());
            name.setText(
                    parts.i18n().now("survey.results.question", item.question().code(), label));
            answered.setText(parts.i18n().now("survey.results.answered", item.base(), item.base() + item.noAnswer()));
            setAccessibleText(name.getText() + ", " + answered.getText());
            setGraphic(box);
        }
    }
}
