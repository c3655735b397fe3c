package org.rapporteur.ui.meeting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Roadmap;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.shell.MakesNew;

/** Processes behind the meetings: a list, and of the selected one the roadmap, the tally and its phases to edit. */
final class ProcessView extends BorderPane implements MakesNew {
    /** The step of a place that leads here. */
    static final String STEP = "process";

    private final MeetingParts parts;
    private final I18n i18n;
    private final RecordTable table;
    private final RoadmapView chart;
    private final FlowPane tally = new FlowPane(12, 12);
    private final RecordForm form;
    private final PartCards phases;
    private final VBox page;
    private final LatestTask<List<Roadmap.Tally>> tallying;

    ProcessView(MeetingParts parts) {
        this.parts = parts;
        this.i18n = parts.i18n();
        this.tallying = new LatestTask<>(parts.kit().tasks(), this::fill);
        getStyleClass().add("process-view");
        Button add = button("process-add", "meeting.process.add", this::add);
        Button first = button("process-add-first", "meeting.process.add", this::add);
        table = new RecordTable(parts.recordKit(), MeetingKinds.PROCESS)
                .columns("name", "type", "since")
                .filters("type")
                .tools(add)
                .empty(Material2OutlinedMZ.TIMELINE, "meeting.process.empty", "meeting.process.empty.sentence", first);
        chart = new RoadmapView(parts);
        phases = cards(MeetingKinds.PHASE, this::phaseForm, "meeting.process.phase.remove");
        phases.below(button(
                "process-add-phase", "meeting.process.phase.add", () -> insert(MeetingKinds.PHASE, "process", phases)));
        form = new RecordForm(parts.recordKit(), MeetingKinds.PROCESS)
                .fields("name", "type", "since", "description", "source")
                .part("meeting.process.phases", phases);
        page = new VBox(16, heading("meeting.process.roadmap"), chart, heading("meeting.process.tally"), tally, form);
        page.getStyleClass().add("overview-page");
        page.setVisible(false);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        SplitPane split = new SplitPane(table, scroll);
        setCenter(split);
        parts.kit().splits().remember(split, "meeting.process", 0.38);
        table.selectedId().addListener((o, was, is) -> show(is));
        parts.recordKit().follow(this, Set.of(MeetingKinds.MILESTONE, MeetingKinds.PHASE), commit -> count());
    }

    /** Selects a process; null leaves the list as it is. */
    void select(UUID process) {
        if (process != null) {
            table.select(process);
        }
    }

    private void show(UUID process) {
        page.setVisible(process != null);
        form.show(process);
        chart.show(process, null);
        count();
    }

    private void count() {
        UUID process = table.selectedId().get();
        if (process != null) {
            tallying.request(progress ->
                    Roadmap.read(parts.records(), process).map(Roadmap::tally).orElse(List.of()));
        }
    }

    private void fill(List<Roadmap.Tally> counted) {
        Language language = i18n.language().get();
        tally.getChildren().clear();
        for (Roadmap.Tally one : counted) {
            Label number = new Label(i18n.formats().number(one.held()));
            number.getStyleClass().add("h2");
            Label name = new Label(one.name().text(language));
            name.setWrapText(true);
            VBox card = new VBox(2, number, name);
            String place = one.place().text(language);
            if (!place.isBlank()) {
                Label where = new Label(place);
                where.getStyleClass().addAll("muted", "small");
                where.setWrapText(true);
                card.getChildren().add(where);
            }
            card.getStyleClass().add("tally-card");
            tally.getChildren().add(card);
        }
        if (counted.isEmpty()) {
            Label none = new Label(i18n.now("meeting.process.tally.none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            tally.getChildren().add(none);
        }
    }

    private RecordForm phaseForm() {
        PartCards milestones = cards(MeetingKinds.MILESTONE, this::milestoneForm, "meeting.process.milestone.remove");
        milestones.below(button(
                null, "meeting.process.milestone.add", () -> insert(MeetingKinds.MILESTONE, "phase", milestones)));
        return new RecordForm(parts.recordKit(), MeetingKinds.PHASE)
                .fields("name", "starts_on", "ends_on", "description", "source")
                .part("meeting.process.milestones", milestones);
    }

    private RecordForm milestoneForm() {
        return new RecordForm(parts.recordKit(), MeetingKinds.MILESTONE)
                .fields("name", "type", "starts_on", "ends_on", "place", "number_held", "convened_by", "source");
    }

    private PartCards cards(Kind kind, java.util.function.Supplier<RecordForm> forms, String removeKey) {
        return new PartCards(
                parts,
                Set.of(kind),
                (records, owner, language) -> records.list(Query.partsOf(kind, owner)).stream()
                        .map(row -> new PartCards.Part(row, heading(row, language)))
                        .toList(),
                forms,
                removeKey,
                Material2OutlinedAL.CLOSE,
                row -> parts.recordKit().edits().delete(List.of(row)));
    }

    private static String heading(Row row, String language) {
        String when = row.text("starts_on");
        return when.isBlank() ? row.title(language) : row.title(language) + " (" + when + ")";
    }

    private void insert(Kind kind, String parentField, PartCards cards) {
        UUID owner = cards.owner();
        if (owner == null || !parts.recordKit().writable()) {
            return;
        }
        parts.recordKit()
                .edits()
                .write(
                        new AgendaWords(i18n).addedOne(kind),
                        tx -> {
                            String last = tx.list(Query.partsOf(kind, owner)).stream()
                                    .map(row -> row.text("position"))
                                    .max(String::compareTo)
                                    .orElse(null);
                            return tx.insert(
                                    kind,
                                    Values.of(parentField, owner).with("position", OrderKeys.between(last, null)));
                        },
                        id -> cards.open(id, "name"));
    }

    @Override
    public void makeNew() {
        add();
    }

    private void add() {
        String language = i18n.language().get().code();
        parts.recordKit()
                .edits()
                .insert(
                        MeetingKinds.PROCESS,
                        Values.of("name_" + language, i18n.now("meeting.process.new"))
                                .with("type", "process"),
                        id -> {
                            // The form first, so that no letter gets into the process shown before.
                            form.show(id);
                            table.select(id);
                            form.focusField("name");
                        });
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(i18n.text(key));
        button.setGraphic(Icons.of(Material2OutlinedAL.ADD, 16));
        button.setDisable(!parts.recordKit().writable());
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node heading(String key) {
        Label label = new Label();
        label.textProperty().bind(i18n.text(key));
        label.getStyleClass().add("h3");
        return label;
    }
}
