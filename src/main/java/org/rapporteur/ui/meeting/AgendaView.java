package org.rapporteur.ui.meeting;

import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.FreeSlots;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.Rules;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.shell.MakesNew;

/** The tab Agenda of a meeting: outline at the start side, timetable beside it, warnings as a quiet count. */
final class AgendaView extends BorderPane implements MakesNew {
    private final MeetingParts parts;
    private final I18n i18n;
    private final AgendaViewModel model;
    private final Timetable timetable;
    private final OutlineView outline;
    private final SplitPane split;
    private final StackPane right = new StackPane();
    private final HBox tools = new HBox(4);
    private final Button warnings = new Button();
    private final Runnable setDates;
    private final ItemPanel itemPanel;
    private final SessionPanel panel;
    private final WarningsPanel warningsPanel;
    private Node empty;

    /**
     * @param setDates goes to where the dates of the meeting are set
     */
    AgendaView(MeetingParts parts, UUID meeting, Runnable setDates) {
        this.parts = parts;
        this.i18n = parts.i18n();
        this.setDates = setDates;
        this.itemPanel = new ItemPanel(parts);
        this.model = new AgendaViewModel(
                parts.kit(), parts.records(), parts.changes(), parts.recordKit().edits(), meeting);
        this.timetable = new Timetable(model, i18n);
        this.outline = new OutlineView(model, i18n, timetable);
        this.panel = new SessionPanel(parts, model);
        this.warningsPanel = new WarningsPanel(i18n, model, this::showModerator, timetable::reveal);
        outline.setBottom(new UndatedTray(model, i18n, timetable));
        this.split = new SplitPane(outline, right);
        SplitPane.setResizableWithParent(outline, false);
        getStyleClass().add("agenda-view");
        makeTools();
        setTop(tools);
        parts.kit().splits().remember(split, "meeting.agenda", 0.27);
        sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.attach();
            } else {
                model.detach();
                if (parts.kit().sidePanel().isContent(panel)
                        || parts.kit().sidePanel().isContent(itemPanel)
                        || parts.kit().sidePanel().isContent(warningsPanel)) {
                    parts.kit().sidePanel().close();
                }
            }
        });
        model.state().addListener((o, was, is) -> refresh());
        model.selected().addListener((o, was, is) -> {
            panel.show(is);
            closeIfEmpty(is, panel);
        });
        timetable.onDetails(this::showDetails);
        outline.onDetails(this::showItem);
        outline.onEnter(itemPanel::focusQuestions);
        outline.onTime(this::giveTime);
        outline.onSelected(item -> {
            if (parts.kit().sidePanel().isContent(itemPanel)) {
                itemPanel.show(item);
                closeIfEmpty(item, itemPanel);
            }
        });
        warnings.setOnAction(event -> toggleWarnings());
        i18n.language().addListener((o, was, is) -> model.reload());
    }

    /** Of what was undone or deleted nothing is left to show. */
    private void closeIfEmpty(UUID record, Node content) {
        if (record == null && parts.kit().sidePanel().isContent(content)) {
            parts.kit().sidePanel().close();
        }
    }

    private void makeTools() {
        tools.getStyleClass().add("agenda-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        Button session = new Button();
        timetable.onEmptied(session::requestFocus);
        session.setId("agenda-new-session");
        session.textProperty().bind(i18n.text("meeting.command.session"));
        session.setGraphic(Icons.of(Material2OutlinedAL.ADD));
        session.setOnAction(event -> newSession());
        session.setDisable(!model.writable());
        Button room = icon("agenda-new-room", Material2OutlinedMZ.MEETING_ROOM, "meeting.command.room");
        room.setOnAction(event -> addRoom());
        room.setDisable(!model.writable());
        ToggleButton flow = new ToggleButton();
        flow.setId("agenda-flow");
        flow.setGraphic(Icons.of(Material2OutlinedAL.LINK));
        flow.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(flow, i18n.text("meeting.flow"));
        flow.selectedProperty().bindBidirectional(model.flow());
        Button out = icon("agenda-zoom-out", Material2OutlinedMZ.ZOOM_OUT, "meeting.zoom.out");
        out.setOnAction(event -> timetable.zoomBy(1 / 1.25));
        Button in = icon("agenda-zoom-in", Material2OutlinedMZ.ZOOM_IN, "meeting.zoom.in");
        in.setOnAction(event -> timetable.zoomBy(1.25));
        Button fit = icon("agenda-zoom-fit", Material2OutlinedAL.FULLSCREEN_EXIT, "meeting.zoom.fit");
        fit.setOnAction(event -> timetable.zoomToFit());
        warnings.setId("agenda-warnings");
        warnings.getStyleClass().addAll("flat", "warning-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools.getChildren()
                .addAll(
                        session,
                        room,
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        flow,
                        out,
                        in,
                        fit,
                        gap,
                        warnings);
    }

    private Button icon(String id, Ikon ikon, String key) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Icons.of(ikon));
        button.getStyleClass().addAll("flat", "button-icon");
        return Access.nameAndTip(button, i18n.text(key));
    }

    private void refresh() {
        Programme programme = model.programme();
        int count = programme == null ? 0 : model.state().get().warnings().size();
        warnings.setText(i18n.now("meeting.warnings", count));
        warnings.setGraphic(Icons.of(count == 0 ? Material2OutlinedAL.CHECK_CIRCLE : Material2OutlinedMZ.WARNING, 16));
        warnings.getStyleClass().remove("has-warnings");
        if (count > 0) {
            warnings.getStyleClass().add("has-warnings");
        }
        if (programme == null) {
            return;
        }
        boolean dates = !programme.days().isEmpty();
        Node wanted = dates ? timetable : emptyState();
        if (!right.getChildren().contains(wanted)) {
            right.getChildren().setAll(wanted);
        }
        if (getCenter() == null) {
            setCenter(split);
        }
    }

    private Node emptyState() {
        if (empty == null) {
            Button button = new Button();
            button.setId("agenda-set-dates");
            button.textProperty().bind(i18n.text("meeting.nodates.button"));
            button.setOnAction(event -> setDates.run());
            empty = new EmptyState(
                    Material2OutlinedAL.EVENT,
                    i18n.text("meeting.nodates.title"),
                    i18n.text("meeting.nodates.sentence"),
                    button);
        }
        return empty;
    }

    /** Names a new session at the next time at which nothing is on. */
    void newSession() {
        model.whenRead(() -> {
            if (model.writable() && !model.programme().days().isEmpty()) {
                timetable.create(free(Slot.USUAL_MINUTES));
            }
        });
    }

    /** Where the keyboard is: another item in the outline, else another session. */
    @Override
    public void makeNew() {
        boolean inOutline = holdsKeyboard(outline);
        model.whenRead(() -> {
            if (inOutline || model.programme().days().isEmpty()) {
                newItem();
            } else {
                newSession();
            }
        });
    }

    /** Who really has the keyboard; a node that was moved within the scene may still say that it has it. */
    private boolean holdsKeyboard(Node part) {
        Node at = getScene() == null ? null : getScene().getFocusOwner();
        while (at != null && at != part) {
            at = at.getParent();
        }
        return at != null;
    }

    /** Opens the selected agenda item beside the timetable: its guiding questions and what else belongs to it. */
    void showItem() {
        UUID item = outline.selected();
        if (item != null) {
            itemPanel.show(item);
            if (!parts.kit().sidePanel().isContent(itemPanel)) {
                parts.kit().sidePanel().show(i18n.text("meeting.item.panel"), itemPanel);
            }
        }
    }

    /** Gives the selected agenda item a time: the first at which nothing is on. If it has one, goes there. */
    void giveTime() {
        Programme programme = model.programme();
        AgendaItem item = programme == null || outline.selected() == null
                ? null
                : programme.item(outline.selected()).orElse(null);
        if (item == null || !model.writable()) {
            return;
        }
        if (programme.days().isEmpty()) {
            setDates.run();
            return;
        }
        Session session = item.session() == null
                ? null
                : programme.session(item.session()).orElse(null);
        if (session != null && session.slot().timed()) {
            model.selected().set(session.id());
            timetable.focus(session.id());
            return;
        }
        int minutes =
                session != null ? session.slot().length() : item.minutes() > 0 ? item.minutes() : Slot.USUAL_MINUTES;
        model.schedule(item, free(minutes), timetable::focusWhenThere);
    }

    private Slot free(int minutes) {
        return new FreeSlots(model.programme(), Rules.USUAL)
                .first(minutes)
                .orElse(new Slot(timetable.firstDay(), java.time.LocalTime.of(9, 0), minutes, null));
    }

    /** Opens the details of the selected session beside the timetable. */
    void showDetails() {
        panel.show(model.selected().get());
        if (!parts.kit().sidePanel().isContent(panel)) {
            parts.kit().sidePanel().show(i18n.text("meeting.session.panel"), panel);
        }
    }

    private void showModerator(UUID session) {
        model.selected().set(session);
        showDetails();
        panel.addModerator();
    }

    private void toggleWarnings() {
        if (parts.kit().sidePanel().isContent(warningsPanel)) {
            parts.kit().sidePanel().close();
        } else {
            parts.kit().sidePanel().show(i18n.text("meeting.warnings.title"), warningsPanel);
        }
    }

    /** Shows a record of the agenda: selects a session, or the session of an item. */
    void select(UUID record) {
        model.selectWhenThere(record);
        outline.selectWhenThere(record);
    }

    void addRoom() {
        if (model.writable()) {
            model.whenRead(() -> model.addRoom(
                    i18n.now("meeting.room.new", model.programme().rooms().size() + 1), timetable::nameRoomWhenThere));
        }
    }

    void newItem() {
        outline.addAfterSelected();
    }

    AgendaViewModel model() {
        return model;
    }

    Timetable timetable() {
        return timetable;
    }
}
