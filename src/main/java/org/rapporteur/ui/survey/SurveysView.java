package org.rapporteur.ui.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.StackPane;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.shell.Place;

/** The list of surveys, or one of them. */
final class SurveysView extends StackPane {
    private final SurveyParts parts;
    private final SurveysList list;
    private final Map<UUID, SurveyHub> hubs = new HashMap<>();

    SurveysView(SurveyParts parts, Command create) {
        this.parts = parts;
        getStylesheets()
                .add(Objects.requireNonNull(SurveysView.class.getResource("survey.css"))
                        .toExternalForm());
        getStyleClass().add("survey-area");
        list = new SurveysList(parts, create, this::open);
        getChildren().setAll(list);
    }

    /**
     * Shows a survey, or the list.
     *
     * @param tab identifier of a tab, null for the one shown last
     * @param detail what the tab is to show first, such as the key of an answer; may be null
     */
    void show(Optional<UUID> survey, String tab, String detail) {
        if (survey.isEmpty()) {
            getChildren().setAll(list);
            return;
        }
        SurveyHub hub = hubs.computeIfAbsent(survey.get(), key -> new SurveyHub(parts, key));
        getChildren().setAll(hub);
        hub.open(tab, detail);
    }

    private void open(Row row) {
        parts.navigator()
                .open(Place.of("surveys")
                        .then(
                                row.id().toString(),
                                row.title(parts.i18n().language().get().code())));
    }

    /** Makes a new survey, of a meeting or of none, and opens its questionnaire. */
    void create(UUID meeting) {
        String language = parts.i18n().language().get().code();
        String name = parts.i18n().now("survey.new.name");
        parts.recordKit()
                .edits()
                .insert(
                        SurveyKinds.SURVEY,
                        Values.of("title_" + language, name)
                                .with("meeting", meeting)
                                .with("languages", language)
                                .with("default_permission", "paraphrase")
                                .with("status", "draft"),
                        id -> parts.navigator()
                                .open(Place.of("surveys")
                                        .then(id.toString(), name)
                                        .thenKey("questionnaire", "survey.tab.questionnaire")));
    }
}
