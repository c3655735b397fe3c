package org.rapporteur.ui.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.StackPane;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.shell.MakesNew;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;

/** The list of surveys, or one of them. */
final class SurveysView extends StackPane implements MakesNew {
    /** Links name the kind of a record; this is the tab that shows it. */
    private static final Map<String, String> TAB_OF_KIND = Map.of(
            "question", "questionnaire",
            "choice", "questionnaire",
            "respondent", "respondents",
            "response", "returned",
            "tray_item", "returned",
            "answer", "reading",
            "coding", "reading",
            "code", "reading",
            "codebook", "reading");

    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final SurveyParts parts;
    private final SurveysList list;
    private final ImportTable tables;
    private final Map<UUID, SurveyHub> hubs = new HashMap<>();

    SurveysView(SurveyParts parts, Command create) {
        this.parts = parts;
        getStylesheets()
                .add(Objects.requireNonNull(SurveysView.class.getResource("survey.css"))
                        .toExternalForm());
        getStyleClass().add("survey-area");
        tables = new ImportTable(parts);
        list = new SurveysList(parts, create, this::open, tables);
        Fx.swap(this, list);
    }

    /**
     * Shows a survey, or the list.
     *
     * @param tab identifier of a tab, null for the one shown last
     * @param detail what the tab is to show first, such as the key of an answer; may be null
     */
    void show(Optional<UUID> survey, String tab, String detail) {
        shown.unbind();
        if (survey.isEmpty()) {
            shown.set("");
            Fx.swap(this, list);
            return;
        }
        SurveyHub hub = hubs.computeIfAbsent(survey.get(), key -> new SurveyHub(parts, key));
        Fx.swap(this, hub);
        hub.open(tab == null ? null : TAB_OF_KIND.getOrDefault(tab, tab), detail);
        shown.bind(hub.shownTab());
    }

    /** Shows the table that is being imported; the list if none is. */
    void showTable() {
        shown.unbind();
        shown.set("");
        Fx.swap(this, tables.page().orElse(list));
    }

    /** Name of the tab of the survey shown; "" for the list. */
    ReadOnlyStringProperty shown() {
        return shown.getReadOnlyProperty();
    }

    @Override
    public void makeNew() {
        if (!getChildren().isEmpty() && getChildren().getFirst() instanceof SurveyHub hub) {
            hub.makeNew();
        } else {
            create(null);
        }
    }

    /** Runs a command of the tab that is shown. */
    void run(String id) {
        if (!getChildren().isEmpty() && getChildren().getFirst() instanceof SurveyHub hub) {
            hub.commands().stream().filter(c -> c.id().equals(id)).findFirst().ifPresent(Command::run);
        }
    }

    /** Does something with the papers of the survey that is shown. */
    void withPapers(Consumer<PaperMenu> action) {
        if (!getChildren().isEmpty() && getChildren().getFirst() instanceof SurveyHub hub) {
            action.accept(hub.papers());
        }
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
