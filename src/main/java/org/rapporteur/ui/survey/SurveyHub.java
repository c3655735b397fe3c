package org.rapporteur.ui.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.shell.MakesNew;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;

/** One survey: its name, how far it is, and the tabs from questionnaire to summary. */
final class SurveyHub extends BorderPane implements MakesNew {
    /** A tab's view that can show something in particular first. */
    interface Detailed {
        /** Shows what the identifier names: an answer, a theme. */
        void show(String detail);
    }

    /** A tab's view with commands of its own, which hold while the tab is shown. */
    interface Commanding {
        List<Command> commands();
    }

    private record Loaded(Row row, ResponseProgress progress) {}

    private final SurveyParts parts;
    private final UUID survey;
    private final TabPane tabs = new TabPane();
    private final Label name = new Label();
    private final Label progress = new Label();
    private final HBox chips = new HBox(8);
    private final PaperMenu papers;
    private final LatestTask<Optional<Loaded>> loading;
    private final ReadOnlyStringWrapper shownTab = new ReadOnlyStringWrapper("");
    private Row row;
    private boolean opening;

    SurveyHub(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::loaded);
        getStyleClass().add("survey-hub");
        getStylesheets()
                .add(Objects.requireNonNull(SurveyHub.class.getResource("survey.css"))
                        .toExternalForm());
        name.getStyleClass().add("h2");
        name.setMinWidth(0);
        progress.getStyleClass().add("muted");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        chips.setAlignment(Pos.CENTER_LEFT);
        Button settings = new Button(null, Icons.of(Material2OutlinedMZ.TUNE));
        settings.getStyleClass().addAll("flat", "button-icon");
        settings.setId("survey-settings");
        Access.nameAndTip(settings, parts.i18n().text("survey.settings"));
        settings.setOnAction(e -> settings());
        papers = new PaperMenu(parts.kit(), parts.reports(), survey, this::fileName);
        papers.setId("survey-export");
        HBox head = new HBox(12, name, progress, chips, papers, settings);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("survey-head");
        HBox.setHgrow(chips, Priority.ALWAYS);
        setTop(head);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("survey-tabs");
        SurveyTabs.of(parts).forEach(this::add);
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> fill(is));
        setCenter(tabs);
        parts.recordKit()
                .follow(
                        this,
                        Set.of(SurveyKinds.SURVEY, SurveyKinds.RESPONDENT, SurveyKinds.RESPONSE, SurveyKinds.TRAY_ITEM),
                        commit -> load());
        load();
    }

    /** What files of this survey are called after. */
    private String fileName() {
        return parts.records()
                .find(SurveyKinds.SURVEY, survey)
                .map(found -> found.title(parts.i18n().language().get().code()))
                .orElse("");
    }

    /** The papers of this survey. */
    PaperMenu papers() {
        return papers;
    }

    private void settings() {
        RecordForm form = new RecordForm(parts.recordKit(), SurveyKinds.SURVEY)
                .fields("title", "status", "introduction", "opens_on", "due_on", "languages", "default_permission")
                .rest();
        form.getStyleClass().add("evidence");
        form.show(survey);
        parts.kit().sidePanel().show(parts.i18n().text("survey.settings"), form);
        form.focusField("title");
    }

    /** Name of the tab that is shown. */
    ReadOnlyStringProperty shownTab() {
        return shownTab.getReadOnlyProperty();
    }

    /** Commands of the tab that is shown. */
    List<Command> commands() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        return tab != null && tab.getContent() instanceof Commanding commanding ? commanding.commands() : List.of();
    }

    /** A question, respondents: what the tab shown adds. Where a tab has nothing to add, it says so. */
    @Override
    public void makeNew() {
        commands().stream()
                .filter(command -> command.icon().isPresent())
                .findFirst()
                .ifPresentOrElse(
                        Command::run,
                        () -> parts.kit()
                                .notifications()
                                .show(Notice.info(parts.i18n().text("shell.make.nothing"))));
    }

    private void add(SurveyTab entry) {
        Tab tab = new Tab();
        tab.setId(entry.id());
        tab.setUserData(entry);
        tab.textProperty().bind(parts.i18n().text(entry.labelKey()));
        tabs.getTabs().add(tab);
    }

    private Node fill(Tab tab) {
        if (tab.getContent() == null) {
            tab.setContent(((SurveyTab) tab.getUserData()).view().apply(survey));
        }
        shownTab.set(tab.getId());
        if (!opening) {
            parts.navigator().open(place(tab));
        }
        return tab.getContent();
    }

    private Place place(Tab tab) {
        String label =
                row == null ? "" : row.title(parts.i18n().language().get().code());
        return Place.of("surveys")
                .then(survey.toString(), label)
                .thenKey(tab.getId(), ((SurveyTab) tab.getUserData()).labelKey());
    }

    /** Shows a tab; null shows the one that was shown last, at first the questionnaire. */
    void open(String tab, String detail) {
        opening = true;
        try {
            tabs.getTabs().stream()
                    .filter(t -> t.getId().equals(tab))
                    .findFirst()
                    .ifPresent(t -> tabs.getSelectionModel().select(t));
            Node content = fill(tabs.getSelectionModel().getSelectedItem());
            if (detail != null && content instanceof Detailed detailed) {
                detailed.show(detail);
            }
        } finally {
            opening = false;
        }
    }

    private void load() {
        LocalDate today = LocalDate.now(parts.recordKit().clock());
        loading.request(p -> parts.records()
                .find(SurveyKinds.SURVEY, survey)
                .map(found -> new Loaded(found, parts.analysis().progress(survey, today, List.of()))));
    }

    private void loaded(Optional<Loaded> found) {
        if (found.isEmpty()) {
            return;
        }
        row = found.get().row();
        var total = found.get().progress().total();
        name.setText(row.title(parts.i18n().language().get().code()));
        progress.setText(parts.i18n().now("survey.progress", total.received(), total.asked()));
        chips.getChildren().clear();
        if (row.deleted()) {
            chips.getChildren().add(new Chip(Tone.DANGER, parts.i18n().text("survey.isdeleted")));
        }
        if (total.overdue() > 0) {
            chips.getChildren().add(new Chip(Tone.WARNING, parts.i18n().text("survey.overdue", total.overdue())));
        }
        if (row.flag("illustrative")) {
            chips.getChildren().add(new Chip(Tone.NEUTRAL, parts.i18n().text("survey.illustrative")));
        }
        chips.getChildren().forEach(chip -> ((Region) chip).setMinWidth(Region.USE_PREF_SIZE));
        Place current = parts.navigator().current().get();
        if (current != null
                && current.area().equals("surveys")
                && survey.toString().equals(current.id(0))) {
            // The breadcrumb follows the name.
            parts.navigator().replace(place(tabs.getSelectionModel().getSelectedItem()));
        }
    }
}
