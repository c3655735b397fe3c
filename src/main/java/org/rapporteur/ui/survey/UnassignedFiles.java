package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.RefusedFiles;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.shell.Place;

/** Returned files that belong to no survey that could be told: a person says which, or sets them aside. */
final class UnassignedFiles extends VBox {
    private static final double HIGHEST = 220;

    private record Loaded(List<Inbox.Item> files, List<Row> surveys) {}

    private final SurveyParts parts;
    private final VBox lines = new VBox(12);
    private final LatestTask<Loaded> loading;
    private Loaded loaded = new Loaded(List.of(), List.of());

    UnassignedFiles(SurveyParts parts) {
        super(8);
        this.parts = parts;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::show);
        getStyleClass().add("unassigned");
        setId("unassigned");
        Label title = new Label();
        title.getStyleClass().add("h3");
        title.textProperty().bind(parts.i18n().text("survey.unassigned.title"));
        Label help = new Label();
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.textProperty().bind(parts.i18n().text("survey.unassigned.help"));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMaxHeight(HIGHEST);
        getChildren().setAll(title, help, scroll);
        visible(false);
        parts.recordKit().follow(this, Set.of(SurveyKinds.TRAY_ITEM, SurveyKinds.SURVEY), commit -> load());
        parts.i18n().language().addListener((o, was, is) -> show(loaded));
        load();
    }

    private void visible(boolean there) {
        setVisible(there);
        setManaged(there);
    }

    private void load() {
        loading.request(progress -> new Loaded(
                Inbox.unassigned(parts.records()).items(), parts.records().list(Query.of(SurveyKinds.SURVEY))));
    }

    private void show(Loaded now) {
        loaded = now;
        lines.getChildren()
                .setAll(now.files().stream()
                        .map(item -> line(item, now.surveys()))
                        .toList());
        visible(!now.files().isEmpty());
    }

    private Node line(Inbox.Item item, List<Row> surveys) {
        Label file = new Label(item.file());
        file.getStyleClass().add("field-label");
        var why = RefusedFiles.reason(item.row());
        Label reason = new Label(parts.i18n().now(why.key(), why.argArray()));
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        ComboBox<Row> which = new ComboBox<>();
        which.getItems().setAll(surveys);
        which.setCellFactory(list -> new SurveyCell(which));
        which.setButtonCell(new SurveyCell(which));
        which.setPromptText(parts.i18n().now("survey.unassigned.which"));
        which.setMaxWidth(420);
        which.getStyleClass().add("unassigned-which");
        Access.name(which, parts.i18n().text("survey.unassigned.which"));
        // Written when the list is left, not while arrows walk through it.
        which.setOnHidden(e -> {
            if (which.getValue() != null) {
                assign(item, which.getValue());
            }
        });
        Button aside = new Button(parts.i18n().now("survey.unassigned.aside"));
        aside.getStyleClass().add("unassigned-aside");
        aside.setMinWidth(Region.USE_PREF_SIZE);
        aside.setOnAction(e -> parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("survey.step.tray.aside", item.file()),
                        tx -> TrayDecision.setAside(tx, item.id()),
                        done -> load()));
        FlowPane ways = new FlowPane(8, 8, which, aside);
        ways.setAlignment(Pos.CENTER_LEFT);
        ways.setDisable(!parts.changes().writable());
        return new VBox(4, file, reason, ways);
    }

    private void assign(Inbox.Item item, Row survey) {
        String title = survey.title(parts.i18n().language().get().code());
        parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("survey.step.tray.survey", item.file()),
                        tx -> TrayDecision.ofSurvey(tx, item.id(), survey.id()),
                        done -> parts.navigator()
                                .open(Place.of("surveys")
                                        .then(survey.id().toString(), title)
                                        .thenKey("returned", "survey.tab.returned")
                                        .then(item.id().toString(), item.file())));
    }

    private final class SurveyCell extends ListCell<Row> {
        private final ComboBox<Row> box;

        SurveyCell(ComboBox<Row> box) {
            this.box = box;
        }

        @Override
        protected void updateItem(Row item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? box.getPromptText()
                            : item.title(parts.i18n().language().get().code()));
        }
    }
}
