package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.HistoryPanel;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.PartsList;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordStyles;

/** The questions of a survey in their order, beside them the chosen one with its words and choices. */
final class QuestionnaireView extends BorderPane implements SurveyHub.Detailed, SurveyHub.Commanding {
    private final SurveyParts parts;
    private final UUID survey;
    private final PartsList questions;
    private final RecordForm form;
    private final ChoicesPart choices;
    private final Command add;
    private final StackPane body = new StackPane();
    private final SplitPane split = new SplitPane();
    private final LatestTask<Long> counting;
    private UUID selected;

    QuestionnaireView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.counting = new LatestTask<>(parts.kit().tasks(), this::counted);
        this.add = Command.of("survey.question.new", "survey.command.question")
                .icon(Material2OutlinedAL.ADD)
                .enabledWhen(new SimpleBooleanProperty(parts.changes().writable()))
                .does(this::addQuestion);
        this.questions = new PartsList(parts.recordKit(), SurveyKinds.QUESTION)
                .details("type")
                .tall(this::selected, this::edit);
        this.choices = new ChoicesPart(parts);
        this.form = new RecordForm(parts.recordKit(), SurveyKinds.QUESTION)
                .candidates("agenda_item", this::agendaItems)
                .fields("code", "label", "type")
                .part(null, choices)
                .fields("help", "required")
                .section("survey.section.use", "agenda_item", "objectives")
                .when("required", row -> !row.text("type").equals("note"));
        form.shaping().addListener((o, was, is) -> choices.typed(is == null ? "" : is.text("type")));
        questions.show(survey);
        getStyleClass().add("survey-detail");
        getStylesheets().add(RecordStyles.sheet());
        split.getItems().setAll(list(), detail());
        parts.kit().splits().remember(split, "survey.questionnaire", 0.42);
        body.getChildren().setAll(split);
        setCenter(body);
        parts.recordKit().follow(this, Set.of(SurveyKinds.QUESTION), commit -> count());
        count();
    }

    @Override
    public List<Command> commands() {
        return List.of(add);
    }

    @Override
    public void show(String detail) {
        try {
            questions.select(UUID.fromString(detail));
        } catch (IllegalArgumentException notAKey) {
            count();
        }
    }

    private Query agendaItems(Row question) {
        return Query.of(org.rapporteur.core.meeting.MeetingKinds.AGENDA_ITEM).where("scope", question.scope());
    }

    private Node list() {
        I18n i18n = parts.i18n();
        Button preview = new Button();
        preview.textProperty().bind(i18n.text("survey.preview"));
        preview.setGraphic(Icons.of(Material2OutlinedMZ.VISIBILITY, 16));
        preview.setMinWidth(Region.USE_PREF_SIZE);
        preview.setOnAction(
                e -> parts.kit().sidePanel().show(i18n.text("survey.preview"), new FormPreview(parts, survey)));
        Button create = Commands.button(add, i18n);
        create.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, create, space, preview);
        bar.setAlignment(Pos.CENTER_LEFT);
        Label hint = new Label();
        hint.textProperty().bind(i18n.text("survey.questions.hint"));
        hint.getStyleClass().addAll("muted", "small");
        hint.setWrapText(true);
        VBox box = new VBox(8, bar, questions, hint);
        VBox.setVgrow(questions, Priority.ALWAYS);
        box.getStyleClass().add("questionnaire-list");
        box.setMinWidth(260);
        return box;
    }

    private Node detail() {
        Button history = tool("records.history", Material2OutlinedAL.HISTORY);
        history.setOnAction(e -> HistoryPanel.show(parts.recordKit(), form.row().get()));
        Button delete = tool("kit.delete", Material2OutlinedAL.DELETE);
        delete.setDisable(!parts.changes().writable());
        delete.setOnAction(
                e -> parts.recordKit().edits().delete(List.of(form.row().get())));
        Label heading = new Label();
        heading.getStyleClass().add("h3");
        heading.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> form.row().get() == null ? "" : form.row().get().text("code"), form.row()));
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(4, heading, history, delete);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("detail-head");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "detail-scroll");
        VBox box = new VBox(8, head, scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box.visibleProperty().bind(form.row().isNotNull());
        Label nothing = new Label();
        nothing.textProperty().bind(parts.i18n().text("survey.questions.choose"));
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.visibleProperty().bind(form.row().isNull());
        StackPane pane = new StackPane(nothing, box);
        pane.getStyleClass().add("detail-pane");
        pane.setMinWidth(300);
        return pane;
    }

    private Button tool(String key, org.kordamp.ikonli.Ikon icon) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, parts.i18n().text(key));
        return button;
    }

    private void selected(UUID id) {
        selected = id;
        form.show(id);
    }

    private void edit(UUID id) {
        form.show(id);
        form.focusField("label");
    }

    private void count() {
        counting.request(progress -> parts.records().count(Query.partsOf(SurveyKinds.QUESTION, survey)));
    }

    private void counted(long number) {
        if (number > 0) {
            body.getChildren().setAll(split);
        } else {
            body.getChildren()
                    .setAll(new EmptyState(
                            Material2OutlinedAL.BALLOT,
                            parts.i18n().text("survey.questions.empty.title"),
                            parts.i18n().text("survey.questions.empty.sentence"),
                            Commands.button(add, parts.i18n())));
        }
    }

    /** Adds an open question below the one selected, or at the end, and puts the keyboard into its words. */
    private void addQuestion() {
        UUID after = selected;
        parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("step.add", KindWords.word(SurveyKinds.QUESTION)),
                        tx -> {
                            List<Row> rows = tx.list(Query.partsOf(SurveyKinds.QUESTION, survey));
                            int at = rows.size() - 1;
                            for (int i = 0; i < rows.size(); i++) {
                                at = rows.get(i).id().equals(after) ? i : at;
                            }
                            String before = at < 0 ? null : rows.get(at).text("position");
                            String next =
                                    at + 1 < rows.size() ? rows.get(at + 1).text("position") : null;
                            return tx.insert(
                                    SurveyKinds.QUESTION,
                                    Values.of("survey", survey)
                                            .with("code", freeCode(rows))
                                            .with("type", "long_text")
                                            .with("position", OrderKeys.between(before, next)));
                        },
                        id -> {
                            questions.select(id);
                            form.show(id);
                            form.focusField("label");
                        });
    }

    /** The first of Q1, Q2 ... after the number of questions that no question has. */
    private static String freeCode(List<Row> rows) {
        Set<String> taken = rows.stream()
                .map(row -> row.text("code").toUpperCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
        int number = rows.size() + 1;
        while (taken.contains("Q" + number)) {
            number++;
        }
        return "Q" + number;
    }
}
