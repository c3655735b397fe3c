package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.meeting.ProgrammeWarning;
import org.rapporteur.core.meeting.Room;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/**
 * The timetable of a meeting: days as columns, rooms as sub-columns, time down. Days and rooms stay in sight above, hours
 * at the start side.
 */
final class Timetable extends BorderPane {
    private static final double HOURS = 52;
    private static final double DAY_ROW = 34;
    private static final double ROOM_ROW = 24;
    private static final double LEAST_ZOOM = 0.6;
    private static final double MOST_ZOOM = 5;
    private static final double READABLE = 1.1;
    private static final double BAR = 14;
    private static final double WIDE_DAY = 190;

    private final AgendaViewModel model;
    private final I18n i18n;
    private final TimetableGrid grid;
    private final ScrollPane scroll;
    private final Pane head = new Pane();
    private final Pane hours = new Pane();
    private final Region corner = new Region();
    private final DoubleProperty zoom = new SimpleDoubleProperty(0);
    private final TimetableHands hands;
    private final Label status = new Label();
    private final Region dropMark = new Region();
    private final SlotEditor roomEditor;
    private final RoomHead.Hands roomHands;
    private UUID renamedRoom;
    private UUID focusNext;
    private UUID nameNext;
    private Runnable emptied = () -> {};
    private boolean refreshing;
    private boolean begun;

    Timetable(AgendaViewModel model, I18n i18n) {
        this.model = model;
        this.i18n = i18n;
        getStyleClass().add("timetable");
        this.grid = new TimetableGrid(model.words(), this::prepare);
        this.hands = new TimetableHands(model, i18n, this, grid);
        this.roomEditor = new SlotEditor(i18n, model.queue(), "room-editor", "meeting.room.name");
        roomEditor.setManaged(false);
        roomEditor.setViewOrder(-1);
        this.roomHands = new RoomHead.Hands() {
            @Override
            public void rename(Room room) {
                renameRoom(room);
            }

            @Override
            public void move(Room room, int step) {
                model.moveRoom(room.id(), step);
            }

            @Override
            public void delete(Room room) {
                model.deleteRoom(room.id());
            }
        };
        this.scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("timetable-scroll");
        scroll.setFocusTraversable(false);
        Pane headWindow = new Pane(head);
        clip(headWindow);
        Pane hourWindow = new Pane(hours);
        hourWindow.setMinWidth(HOURS);
        hourWindow.setPrefWidth(HOURS);
        clip(hourWindow);
        corner.setMinWidth(HOURS);
        corner.setPrefWidth(HOURS);
        HBox top = new HBox(corner, headWindow);
        top.getStyleClass().add("timetable-head");
        setTop(top);
        setLeft(hourWindow);
        setCenter(scroll);
        dropMark.getStyleClass().add("timetable-drop");
        dropMark.setMouseTransparent(true);
        status.setId("timetable-said");
        status.getStyleClass().add("timetable-said");
        status.setMaxWidth(Double.MAX_VALUE);
        setBottom(status);
        model.said().addListener((o, was, is) -> said(is));
        HBox.setHgrow(headWindow, javafx.scene.layout.Priority.ALWAYS);
        scroll.viewportBoundsProperty().addListener((o, was, is) -> follow());
        scroll.widthProperty().addListener((o, was, is) -> refreshSoon());
        scroll.heightProperty().addListener((o, was, is) -> refreshSoon());
        scroll.hvalueProperty().addListener((o, was, is) -> follow());
        scroll.vvalueProperty().addListener((o, was, is) -> follow());
        grid.widthProperty().addListener((o, was, is) -> follow());
        grid.heightProperty().addListener((o, was, is) -> follow());
        zoom.addListener((o, was, is) -> refresh());
        scroll.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown()) {
                event.consume();
                zoomBy(event.getDeltaY() > 0 ? 1.15 : 1 / 1.15);
            }
        });
        model.state().addListener((o, was, is) -> refresh());
        model.flow().addListener((o, was, is) -> hint());
        i18n.language().addListener((o, was, is) -> hint());
        model.selected().addListener((o, was, is) -> {
            grid.select(is);
            if (is != null) {
                reveal(is);
            }
        });
        hands.install();
    }

    /** Shows what an edit has done, and lets a screen reader say it. */
    private void said(AgendaViewModel.Said what) {
        status.getStyleClass().remove("timetable-clash");
        status.setGraphic(null);
        if (what == null) {
            hint();
            return;
        }
        status.setText(what.words());
        status.setTooltip(null);
        if (what.clash()) {
            status.getStyleClass().add("timetable-clash");
            status.setGraphic(Icons.of(Material2OutlinedMZ.WARNING, 14));
        }
        grid.card(what.subject()).ifPresent(card -> card.say(what.words()));
    }

    /** While nothing else is to be said, which keys do something. */
    private void hint() {
        if (model.said().get() == null) {
            String keys = model.writable() ? i18n.now("meeting.keys.session") : "";
            status.setText(keys);
            status.setTooltip(keys.isEmpty() ? null : new javafx.scene.control.Tooltip(keys));
        }
    }

    /** The keyboard came to a card or left it. */
    void reached(SessionCard card, boolean came) {
        AgendaViewModel.Said last = model.said().get();
        if (!came) {
            card.say(null);
        } else if (last == null || !last.subject().equals(card.session().id())) {
            model.heard();
            hint();
        }
    }

    private static void clip(Pane window) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(window.widthProperty());
        clip.heightProperty().bind(window.heightProperty());
        window.setClip(clip);
    }

    /** Makes a card answer to mouse and keyboard; also one that stands elsewhere and can be dragged in. */
    void prepare(SessionCard card) {
        hands.prepare(card);
    }

    /** Height of a minute in pixels: what the person chose, else what fits the whole day in, if one can still read it. */
    private double scale(double height) {
        if (zoom.get() > 0) {
            return zoom.get();
        }
        TimetableGeometry probe = new TimetableGeometry(model.programme(), 100, 1);
        return Math.clamp(Math.floor((height - 2) / probe.height() * 100) / 100, READABLE, 2.2);
    }

    void zoomBy(double factor) {
        if (model.programme() == null) {
            return;
        }
        double middle = grid.geometry() == null ? 0 : centreMinute();
        zoom.set(Math.clamp(scale(scroll.getHeight()) * factor, LEAST_ZOOM, MOST_ZOOM));
        centre(middle);
    }

    /** Fits the whole day in again. */
    void zoomToFit() {
        zoom.set(0);
    }

    private double centreMinute() {
        Bounds seen = scroll.getViewportBounds();
        return grid.geometry().minuteAt(-seen.getMinY() + seen.getHeight() / 2);
    }

    private void centre(double minute) {
        scroll.layout();
        double free = grid.geometry().height() - scroll.getViewportBounds().getHeight();
        if (free > 0) {
            double y =
                    grid.geometry().y((int) minute) - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(y / free, 0, 1));
        }
    }

    /** After the layout that is going on: what is added in the middle of one is not drawn. */
    private void refreshSoon() {
        if (!refreshing) {
            refreshing = true;
            Fx.later(() -> {
                refreshing = false;
                refresh();
            });
        }
    }

    private void refresh() {
        if (model.programme() == null || scroll.getWidth() <= BAR) {
            return;
        }
        // The width less the bar, whether it is there or not: what depends on the bar would bring it and drive it away.
        grid.show(
                model.state().get(),
                new TimetableGeometry(
                        model.programme(), Math.floor(scroll.getWidth() - BAR), scale(scroll.getHeight())));
        grid.select(model.selected().get());
        drawHead();
        drawHours();
        hands.refreshed();
        if (focusNext != null && grid.card(focusNext).isPresent()) {
            UUID next = focusNext;
            focusNext = null;
            if (keepsKeyboard()) {
                focus(next);
            }
        }
        if (nameNext != null && model.programme().room(nameNext).isPresent()) {
            Room room = model.programme().room(nameNext).get();
            nameNext = null;
            renameRoom(room);
        }
        if (!begun) {
            begun = true;
            Fx.later(this::scrollToFirst);
        }
    }

    /** The first session near the top rather than an empty morning. */
    private void scrollToFirst() {
        double free = grid.geometry().height() - scroll.getViewportBounds().getHeight();
        model.programme().sessions().stream()
                .filter(s -> s.slot().timed())
                .mapToInt(s -> s.slot().from())
                .min()
                .ifPresent(first -> scroll.setVvalue(
                        free <= 0 ? 0 : Math.clamp((grid.geometry().y(first) - 12) / free, 0, 1)));
    }

    private void follow() {
        // By the position of the bars: the bounds of the viewport are old until the next layout, and nothing asks for
        // one.
        Bounds seen = scroll.getViewportBounds();
        head.setTranslateX(-Math.max(0, grid.getWidth() - seen.getWidth()) * scroll.getHvalue());
        hours.setTranslateY(-Math.max(0, grid.getHeight() - seen.getHeight()) * scroll.getVvalue());
    }

    private void drawHead() {
        TimetableGeometry geometry = grid.geometry();
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        String held = focused != null && focused.getParent() == head ? focused.getId() : null;
        head.getChildren().removeIf(node -> node != roomEditor);
        boolean rooms = geometry.columns().size() > geometry.days().size()
                || geometry.columns().stream().anyMatch(c -> c.room() != null);
        double untimed = geometry.mostUntimed() * TimetableGeometry.UNTIMED_HEIGHT;
        double height = DAY_ROW + (rooms ? ROOM_ROW : 0) + (untimed > 0 ? untimed + 4 : 0);
        for (TimetableGeometry.Day day : geometry.days()) {
            boolean outside = !model.programme().meeting().includes(day.day());
            Label name = label(
                    day.width() > WIDE_DAY
                            ? model.words().day(day.day())
                            : model.words().shortDay(day.day()),
                    outside ? "timetable-day-outside" : "timetable-day-name",
                    day.x(),
                    0,
                    day.width(),
                    DAY_ROW);
            name.setId("day-" + day.day());
            if (rooms) {
                for (TimetableGeometry.Column column : day.columns()) {
                    if (column.room() == null) {
                        label(
                                i18n.now("meeting.room.none"),
                                "timetable-room-name",
                                column.x(),
                                DAY_ROW,
                                column.width(),
                                ROOM_ROW);
                    } else {
                        roomHead(day, column);
                    }
                }
            }
            drawUntimed(day, DAY_ROW + (rooms ? ROOM_ROW : 0));
        }
        head.setMinHeight(height);
        head.setPrefHeight(height);
        head.setMinWidth(geometry.width());
        placeRoomEditor();
        if (held != null) {
            head.getChildren().stream()
                    .filter(node -> held.equals(node.getId()))
                    .findFirst()
                    .or(() -> head.getChildren().stream()
                            .filter(RoomHead.class::isInstance)
                            .findFirst())
                    .ifPresentOrElse(Node::requestFocus, this::focusCards);
        }
    }

    private void roomHead(TimetableGeometry.Day day, TimetableGeometry.Column column) {
        Room room = column.room();
        long sessions = model.programme().sessions().stream()
                .filter(s -> room.id().equals(s.slot().room()))
                .count();
        RoomHead name = new RoomHead(i18n, model.words(), room, sessions, model.writable(), roomHands);
        name.setId("room-" + day.day() + "-" + room.id());
        name.setManaged(false);
        name.resizeRelocate(column.x(), DAY_ROW, column.width(), ROOM_ROW);
        head.getChildren().add(name);
    }

    /** Names a room in the head of the timetable as soon as it is there. */
    void nameRoomWhenThere(UUID room) {
        nameNext = room;
        refresh();
    }

    private void renameRoom(Room room) {
        roomEditor.finish();
        Node before = getScene() == null ? null : getScene().getFocusOwner();
        String head0 = before != null && before.getParent() == head ? before.getId() : null;
        renamedRoom = room.id();
        roomEditor.open(room.name(), name -> model.renameRoom(room, name), () -> {
            boolean here = roomEditor.holdsFocus();
            renamedRoom = null;
            head.getChildren().remove(roomEditor);
            if (here) {
                focusRoom(room.id(), head0);
            }
        });
        head.getChildren().add(roomEditor);
        placeRoomEditor();
        roomEditor.edit();
    }

    private void focusRoom(UUID room, String preferred) {
        head.getChildren().stream()
                .filter(node ->
                        node instanceof RoomHead name && name.room().id().equals(room))
                .sorted(java.util.Comparator.comparing(node -> !node.getId().equals(preferred)))
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, this::focusCards);
    }

    /** Puts the editor where the name of its room is now: of the day in sight, the first. */
    private void placeRoomEditor() {
        if (renamedRoom == null) {
            return;
        }
        double left = -scroll.getViewportBounds().getMinX();
        grid.geometry().columns().stream()
                .filter(column -> renamedRoom.equals(column.roomKey()))
                .sorted(java.util.Comparator.comparing(column -> column.x() < left - 4))
                .findFirst()
                .ifPresent(column -> roomEditor.resizeRelocate(
                        column.x(), DAY_ROW - 6, Math.max(column.width(), 150), ROOM_ROW + 10));
    }

    private void drawUntimed(TimetableGeometry.Day day, double top) {
        Set<UUID> warned = new HashSet<>();
        model.state().get().warnings().stream()
                .filter(w -> w.kind() == ProgrammeWarning.Kind.OUTSIDE_DAYS)
                .forEach(w -> warned.addAll(w.subjects()));
        double y = top;
        for (Session session : day.untimed()) {
            SessionCard card = new SessionCard(model.words());
            card.show(model.state().get(), session, 0, day.width(), warned.contains(session.id()));
            card.selected(session.id().equals(model.selected().get()));
            card.setManaged(false);
            card.resizeRelocate(day.x() + 2, y, day.width() - 4, TimetableGeometry.UNTIMED_HEIGHT - 3);
            hands.prepare(card);
            head.getChildren().add(card);
            y += TimetableGeometry.UNTIMED_HEIGHT;
        }
    }

    private Label label(String text, String style, double x, double y, double width, double height) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setAlignment(Pos.CENTER_LEFT);
        label.setManaged(false);
        label.resizeRelocate(x, y, width, height);
        head.getChildren().add(label);
        return label;
    }

    private void drawHours() {
        TimetableGeometry geometry = grid.geometry();
        hours.getChildren().clear();
        for (int minute = geometry.first(); minute < geometry.last(); minute += 60) {
            Label hour = new Label(model.words().time(Slot.time(minute)));
            hour.getStyleClass().add("timetable-hour-name");
            hour.setAlignment(Pos.TOP_RIGHT);
            hour.setManaged(false);
            // Beside its line, not under it; the first one has no room above.
            double y = Math.max(0, geometry.y(minute) - 8);
            hour.resizeRelocate(0, y, HOURS - 8, 16);
            hours.getChildren().add(hour);
        }
    }

    /** Brings a session into sight. */
    void reveal(UUID session) {
        grid.card(session).ifPresent(card -> reveal(card.getBoundsInParent()));
    }

    /** Scrolls as little as needed to show a part of the sheet. */
    void reveal(Bounds part) {
        Bounds seen = scroll.getViewportBounds();
        double freeX = grid.geometry().width() - seen.getWidth();
        double freeY = grid.geometry().height() - seen.getHeight();
        double left = -seen.getMinX();
        double top = -seen.getMinY();
        if (freeX > 0 && (part.getMinX() < left || part.getMaxX() > left + seen.getWidth())) {
            double x = part.getMinX() < left ? part.getMinX() - 8 : part.getMaxX() + 8 - seen.getWidth();
            scroll.setHvalue(Math.clamp(x / freeX, 0, 1));
        }
        if (freeY > 0 && (part.getMinY() < top || part.getMaxY() > top + seen.getHeight())) {
            double y = part.getMinY() < top ? part.getMinY() - 8 : part.getMaxY() + 8 - seen.getHeight();
            scroll.setVvalue(Math.clamp(y / freeY, 0, 1));
        }
    }

    /** Scrolls while something is dragged near an edge. */
    void scrollNear(double sceneX, double sceneY) {
        if (grid.geometry() == null) {
            return;
        }
        Bounds window = scroll.localToScene(scroll.getLayoutBounds());
        double freeY = grid.geometry().height() - scroll.getViewportBounds().getHeight();
        double freeX = grid.geometry().width() - scroll.getViewportBounds().getWidth();
        if (freeY > 0) {
            double by = sceneY < window.getMinY() + 24 ? -12 : sceneY > window.getMaxY() - 24 ? 12 : 0;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + by / freeY, 0, 1));
        }
        if (freeX > 0) {
            boolean low = sceneX < window.getMinX() + 24;
            boolean high = sceneX > window.getMaxX() - 24;
            double by = low ? -12 : high ? 12 : 0;
            boolean mirrored = getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
            scroll.setHvalue(Math.clamp(scroll.getHvalue() + (mirrored ? -by : by) / freeX, 0, 1));
        }
    }

    /** Whether a point of the scene is in the visible part of the sheet. */
    boolean covers(double sceneX, double sceneY) {
        return scroll.localToScene(scroll.getLayoutBounds()).contains(sceneX, sceneY) && grid.covers(sceneX, sceneY);
    }

    /** Whether the keyboard may be brought to something new in the timetable: not from where somebody types meanwhile. */
    private boolean keepsKeyboard() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return !(owner instanceof javafx.scene.control.TextInputControl);
    }

    /** Brings the keyboard to a session, wherever its card is. */
    void focus(UUID session) {
        Node card = grid.card(session)
                .map(Node.class::cast)
                .or(() -> Optional.ofNullable(lookupCard(head, session)))
                .or(() -> Optional.ofNullable(getScene()).map(scene -> lookupCard(scene.getRoot(), session)))
                .orElse(null);
        if (card != null) {
            card.requestFocus();
        }
    }

    private static Node lookupCard(Node in, UUID session) {
        return in.lookup("#session-" + session);
    }

    /** Brings the keyboard to a new session as soon as it is there, unless it has gone elsewhere meanwhile. */
    void focusWhenThere(UUID session) {
        focusNext = session;
        refresh();
    }

    /** What to do when the keyboard has no session left to be on. */
    void onEmptied(Runnable action) {
        grid.onEmptied(action);
        emptied = action;
    }

    /** Brings the keyboard to a session: the selected one, else the first. */
    void focusCards() {
        Node card = model.selected().get() == null
                ? null
                : grid.card(model.selected().get()).orElse(null);
        if (card == null && model.programme() != null) {
            card = model.programme().sessions().stream()
                    .map(s -> grid.card(s.id()))
                    .flatMap(java.util.Optional::stream)
                    .findFirst()
                    .orElse(null);
        }
        if (card != null) {
            card.requestFocus();
        } else {
            emptied.run();
        }
    }

    /** What opens the details of the selected session: a click on its card, or Enter. */
    void onDetails(Runnable open) {
        hands.onDetails(open);
    }

    /** Shows where something dragged in would go; null shows nothing. */
    void showDrop(Slot slot) {
        TimetableGeometry geometry = grid.geometry();
        if (slot == null || geometry == null) {
            grid.away(dropMark);
            return;
        }
        geometry.columnOf(slot)
                .ifPresent(column -> grid.over(
                        dropMark,
                        column.x() + 2,
                        geometry.y(slot.from()) + 1,
                        column.width() - 4,
                        Math.max(12, slot.length() * (geometry.y(60) - geometry.y(0)) / 60 - 2)));
    }

    /** Starts to name a new session at a slot. */
    void create(Slot slot) {
        hands.create(slot);
    }

    /** Starts to rename a session in place. */
    void rename(UUID session) {
        hands.rename(session);
    }

    TimetableGrid grid() {
        return grid;
    }

    /** The first day shown, or null. */
    LocalDate firstDay() {
        if (grid.geometry() != null && !grid.geometry().days().isEmpty()) {
            return grid.geometry().days().getFirst().day();
        }
        return model.programme() == null || model.programme().days().isEmpty()
                ? null
                : model.programme().days().getFirst();
    }
}
