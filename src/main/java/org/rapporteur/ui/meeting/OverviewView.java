package org.rapporteur.ui.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.MeetingZones;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.ZoneHints;
import org.rapporteur.ui.shell.MakesNew;
import org.rapporteur.ui.shell.Place;

/** The tab Overview of a meeting: how far it is, its fields, what sources state about it, and the process it belongs to. */
final class OverviewView extends StackPane implements MakesNew {
    private static final double TWO_COLUMNS = 860;

    private final MeetingParts parts;
    private final I18n i18n;
    private final UUID meeting;
    private final Consumer<String> openTab;
    private final RecordForm form;
    private final FlowPane tiles = new FlowPane(12, 12);
    private final VBox facts = new VBox(12);
    private final VBox roadmap = new VBox(8);
    private final PartCards factEditor;
    private final GridPane grid = new GridPane();
    private final LatestTask<MeetingFigures> loading;
    private final RoadmapView chart;

    /**
     * @param openTab opens another tab of the meeting
     */
    OverviewView(MeetingParts parts, UUID meeting, Consumer<String> openTab) {
        this.parts = parts;
        this.i18n = parts.i18n();
        this.meeting = meeting;
        this.openTab = openTab;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        getStyleClass().add("overview");
        form = new RecordForm(parts.recordKit(), MeetingKinds.MEETING)
                .zones((records, row) -> zones(records, row, parts.recordKit().clock()))
                .section("meeting.section.what", "name", "acronym", "theme", "level", "status", "iscm", "process")
                .section("meeting.section.when", "starts_on", "ends_on", "dates_stated", "place", "venue", "timezone")
                .rest();
        form.show(meeting);
        factEditor = new PartCards(
                parts,
                Set.of(PartyKinds.STATED_FACT),
                (records, owner, language) -> records.list(Query.partsOf(PartyKinds.STATED_FACT, owner)).stream()
                        .map(row -> new PartCards.Part(
                                row, (row.text("statement") + ": " + row.text("stated_value")).strip()))
                        .toList(),
                () -> new RecordForm(parts.recordKit(), PartyKinds.STATED_FACT)
                        .fields("statement", "stated_value", "source", "source_date"),
                "meeting.facts.remove",
                Material2OutlinedAL.CLOSE,
                row -> parts.recordKit().edits().delete(List.of(row)));
        factEditor.below(addFact()).show(meeting);
        chart = new RoadmapView(parts);
        VBox side = new VBox(16, heading("meeting.facts"), facts, factEditor.node(), roadmap);
        tiles.getStyleClass().add("overview-tiles");
        VBox page = new VBox(16, tiles, grid);
        page.getStyleClass().add("overview-page");
        arrange(side, false);
        widthProperty().addListener((o, was, is) -> {
            boolean wide = is.doubleValue() >= TWO_COLUMNS;
            if (wide != was.doubleValue() >= TWO_COLUMNS) {
                arrange(side, wide);
            }
        });
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                MeetingKinds.MEETING,
                                MeetingKinds.SESSION,
                                MeetingKinds.AGENDA_ITEM,
                                MeetingKinds.SPEAKER,
                                ParticipantKinds.DELEGATION,
                                SurveyKinds.SURVEY,
                                SurveyKinds.RESPONDENT,
                                DocumentKinds.DOCUMENT,
                                PartyKinds.STATED_FACT),
                        commit -> load());
        load();
    }

    private void arrange(Node side, boolean wide) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.setHgap(32);
        grid.setVgap(16);
        for (int i = 0; i < (wide ? 2 : 1); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(wide ? 50 : 100);
            grid.getColumnConstraints().add(column);
        }
        grid.add(form, 0, 0);
        grid.add(side, wide ? 1 : 0, wide ? 0 : 1);
        GridPane.setValignment(side, javafx.geometry.VPos.TOP);
        GridPane.setValignment(form, javafx.geometry.VPos.TOP);
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(i18n.text(key));
        label.getStyleClass().add("h3");
        return label;
    }

    private Button addFact() {
        Button add = new Button();
        add.setId("overview-add-fact");
        add.textProperty().bind(i18n.text("meeting.facts.add"));
        add.setGraphic(Icons.of(Material2OutlinedAL.ADD, 16));
        add.getStyleClass().add("flat");
        add.setDisable(!parts.recordKit().writable());
        add.setOnAction(event -> makeNew());
        return add;
    }

    /** The list of the overview is that of stated facts. */
    @Override
    public void makeNew() {
        parts.recordKit()
                .edits()
                .insert(PartyKinds.STATED_FACT, Values.of("about", meeting), id -> factEditor.open(id, "statement"));
    }

    /** Zones of the place of a meeting, or of the country that hosts it; distances from UTC as on its first day. */
    private static ZoneHints zones(Records records, Row meeting, Clock clock) {
        return new ZoneHints(
                MeetingZones.proposed(records, meeting),
                meeting.date("starts_on")
                        .map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                        .orElse(clock.instant()));
    }

    void focusField(String field) {
        form.focusField(field);
    }

    void focusName() {
        form.focusField("name");
    }

    private void load() {
        loading.request(progress -> MeetingFigures.read(
                parts.records(),
                parts.analysis(),
                LocalDate.now(parts.recordKit().clock()),
                meeting));
    }

    private void fill(MeetingFigures figures) {
        tiles.getChildren()
                .setAll(
                        tile(
                                Material2OutlinedAL.EVENT_NOTE,
                                i18n.now("meeting.tile.sessions", figures.sessions()),
                                i18n.now("meeting.warnings", figures.warnings()),
                                -1,
                                MeetingHub.AGENDA),
                        tile(
                                Material2OutlinedAL.GROUPS,
                                i18n.now("meeting.tile.delegations", figures.delegations()),
                                i18n.now("meeting.tile.answered", figures.answeredDelegations(), figures.invited()),
                                share(figures.answeredDelegations(), figures.invited()),
                                "participants"),
                        tile(
                                Material2OutlinedAL.FACT_CHECK,
                                i18n.now("meeting.tile.replies", figures.received()),
                                i18n.now("meeting.tile.asked", figures.received(), figures.asked()),
                                share(figures.received(), figures.asked()),
                                "survey"),
                        tile(
                                Material2OutlinedAL.DESCRIPTION,
                                i18n.now("meeting.tile.documents", figures.documents()),
                                "",
                                -1,
                                "documents"));
        facts.getChildren().clear();
        figures.facts().forEach((statement, rows) -> facts.getChildren().add(fact(statement, rows)));
        if (figures.facts().isEmpty()) {
            Label none = new Label(i18n.now("meeting.facts.none"));
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            facts.getChildren().add(none);
        }
        roadmap.getChildren().clear();
        if (figures.process() != null) {
            Button open = new Button(i18n.now("meeting.process.open"));
            open.setId("overview-open-process");
            open.getStyleClass().add("flat");
            open.setGraphic(Icons.of(Material2OutlinedMZ.TIMELINE, 16));
            open.setOnAction(event -> parts.navigator()
                    .open(Place.of("meetings")
                            .thenKey(ProcessView.STEP, "meeting.processes")
                            .then(
                                    figures.process().toString(),
                                    parts.recordKit().titles().known(figures.process()))));
            HBox head = new HBox(8, heading("meeting.process.roadmap"), open);
            head.setAlignment(Pos.CENTER_LEFT);
            roadmap.getChildren().addAll(head, chart);
            chart.show(figures.process(), meeting);
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? -1 : (double) part / whole;
    }

    private Node tile(Ikon icon, String figure, String more, double share, String tab) {
        Label number = new Label(figure, Icons.of(icon, 20));
        number.getStyleClass().add("h3");
        Label words = new Label(more);
        words.getStyleClass().add("muted");
        VBox box = new VBox(6, number, words);
        if (share >= 0) {
            ProgressBar bar = new ProgressBar(share);
            bar.getStyleClass().add("small");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setFocusTraversable(false);
            box.getChildren().add(bar);
        }
        Button tile = new Button(null, box);
        tile.getStyleClass().add("tile");
        tile.setAccessibleText(more.isEmpty() ? figure : figure + ", " + more);
        boolean there = tab.equals(MeetingHub.AGENDA) || parts.tabs().stream().anyMatch(t -> t.id().equals(tab));
        // A figure without a tab to open is only read.
        tile.setMouseTransparent(!there);
        tile.setFocusTraversable(there);
        tile.setOnAction(event -> openTab.accept(tab));
        return tile;
    }

    /** A statement with what each source says, side by side. */
    private Node fact(String statement, List<Row> rows) {
        Label name = new Label(statement);
        name.getStyleClass().add("field-label");
        name.setWrapText(true);
        HBox head = new HBox(8, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Map<String, Long> values = rows.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        row -> row.text("stated_value"), java.util.stream.Collectors.counting()));
        if (values.size() > 1) {
            head.getChildren().add(new Chip(Tone.WARNING, i18n.text("meeting.facts.disagree")));
        }
        GridPane sides = new GridPane(12, 12);
        int perLine = Math.min(rows.size(), 2);
        for (int i = 0; i < perLine; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / perLine);
            sides.getColumnConstraints().add(column);
        }
        int index = 0;
        for (Row row : rows) {
            Label value = new Label(row.text("stated_value"));
            value.getStyleClass().add("strong");
            value.setWrapText(true);
            Label source = new Label(row.text("source"));
            source.getStyleClass().addAll("muted", "small");
            source.setWrapText(true);
            VBox card = new VBox(4, value, source);
            card.getStyleClass().add("fact-card");
            sides.add(card, index % perLine, index / perLine);
            index++;
        }
        return new VBox(6, head, sides);
    }
}
