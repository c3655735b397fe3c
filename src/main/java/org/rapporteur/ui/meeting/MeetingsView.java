package org.rapporteur.ui.meeting;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.shell.MakesNew;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;

/** The list of meetings, or one of them. */
final class MeetingsView extends StackPane implements MakesNew {
    private final MeetingParts parts;
    private final MeetingsList list;
    private final Map<UUID, MeetingHub> hubs = new HashMap<>();
    private MeetingHub shown;
    private ProcessView processView;

    MeetingsView(MeetingParts parts, Command create) {
        this.parts = parts;
        getStylesheets()
                .add(Objects.requireNonNull(MeetingsView.class.getResource("meeting.css"))
                        .toExternalForm());
        getStyleClass().add("meeting-area");
        Button processes = new Button();
        processes.setId("meetings-processes");
        processes.textProperty().bind(parts.i18n().text("meeting.processes"));
        processes.setGraphic(Icons.of(Material2OutlinedMZ.TIMELINE, 16));
        processes.getStyleClass().add("flat");
        processes.setOnAction(
                event -> parts.navigator().open(Place.of("meetings").thenKey(ProcessView.STEP, "meeting.processes")));
        list = new MeetingsList(parts, create, this::open, this::copy, processes);
        Fx.swap(this, list);
    }

    /** Shows a meeting, or the list. */
    void show(Optional<UUID> meeting, String tab, UUID record) {
        shown = meeting.map(id -> hubs.computeIfAbsent(id, key -> new MeetingHub(parts, key)))
                .orElse(null);
        if (shown == null) {
            Fx.swap(this, list);
            return;
        }
        Fx.swap(this, shown);
        shown.open(tab, record);
    }

    /** Shows the processes behind the meetings, and one of them. */
    void showProcess(UUID process) {
        shown = null;
        if (processView == null) {
            processView = new ProcessView(parts);
        }
        Fx.swap(this, processView);
        processView.select(process);
    }

    private void open(Row row) {
        String name = Meeting.of(row).shortName(parts.i18n().language().get());
        parts.navigator()
                .open(Place.of("meetings")
                        .then(row.id().toString(), name)
                        .thenKey(MeetingHub.AGENDA, "meeting.tab.agenda"));
    }

    /** A meeting in the list of meetings, a process in that of processes, in a meeting what its tab holds. */
    @Override
    public void makeNew() {
        if (shown != null) {
            shown.makeNew();
        } else if (processView != null && getChildren().contains(processView)) {
            processView.makeNew();
        } else {
            create();
        }
    }

    /** Makes a new meeting and opens its overview with the name to be typed. */
    void create() {
        String language = parts.i18n().language().get().code();
        parts.recordKit()
                .edits()
                .insert(
                        MeetingKinds.MEETING,
                        Values.of("name_" + language, parts.i18n().now("meeting.new.name"))
                                .with("status", "planned"),
                        id -> {
                            parts.navigator()
                                    .open(Place.of("meetings")
                                            .then(id.toString(), parts.i18n().now("meeting.new.name"))
                                            .thenKey(MeetingHub.OVERVIEW, "meeting.tab.overview"));
                            shown.nameIt();
                        });
    }

    private void copy(Row row) {
        ClonePanel panel = new ClonePanel(parts, row, (made, name) -> {
            parts.kit().sidePanel().close();
            parts.navigator()
                    .open(Place.of("meetings")
                            .then(made.toString(), name)
                            .thenKey(MeetingHub.OVERVIEW, "meeting.tab.overview"));
        });
        parts.kit().sidePanel().show(parts.i18n().text("meeting.command.clone"), panel);
    }

    /** Does something with the papers of the meeting that is shown. */
    void withPapers(Consumer<PaperMenu> action) {
        if (shown != null) {
            action.accept(shown.papers());
        }
    }

    /** Does something in the agenda that is shown. */
    void inAgenda(Consumer<AgendaView> action) {
        if (shown != null && shown.shown().equals(MeetingHub.AGENDA) && shown.agenda() != null) {
            action.accept(shown.agenda());
        }
    }
}
