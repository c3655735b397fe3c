package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.Room;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.SessionType;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.ui.kit.I18n;

/**
 * Mouse and keyboard in the timetable: drag to move, drag the lower edge to resize, double click to name, click on an
 * empty slot to create. Arrows go from session to session and change nothing. With Ctrl they move the session by five
 * minutes or into the room beside, with Ctrl and Shift by half an hour or to the day beside, with Shift they change its
 * length; what that did is shown and said. Delete takes a session out.
 */
final class TimetableHands {
    private static final double EDGE = 7;
    private static final double STILL = 4;
    private static final int STRIDE = 30;

    private final AgendaViewModel model;
    private final Timetable timetable;
    private final TimetableGrid grid;
    private final SlotEditor editor;
    private final EventHandler<KeyEvent> escape = this::escape;
    private final EventHandler<MouseEvent> dragged = this::drag;
    private final EventHandler<MouseEvent> released = this::release;
    private Runnable details = () -> {};

    private UUID held;
    private boolean resizing;
    private boolean moving;
    private Point2D pressed;
    private double grip;
    private boolean leaving;
    private UUID renaming;
    private Slot creating;
    private Runnable waiting;

    TimetableHands(AgendaViewModel model, I18n i18n, Timetable timetable, TimetableGrid grid) {
        this.model = model;
        this.timetable = timetable;
        this.grid = grid;
        this.editor = new SlotEditor(i18n, model.queue(), "slot-editor", "meeting.session.name");
    }

    /** What opens the details of the selected session. */
    void onDetails(Runnable open) {
        details = open;
    }

    void install() {
        // A click that only leaves the name being typed makes nothing new.
        grid.setOnMousePressed(event -> leaving = editor.finish());
        grid.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && model.writable() && !leaving) {
                grid.slotAt(event.getSceneX(), event.getSceneY()).ifPresent(this::create);
            }
        });
    }

    /** Makes a card answer to mouse and keyboard. */
    void prepare(SessionCard card) {
        card.setOnMousePressed(event -> press(card, event));
        card.setOnMouseMoved(
                event -> card.setCursor(model.writable() && onEdge(card, event) ? Cursor.S_RESIZE : Cursor.DEFAULT));
        card.setOnMouseClicked(event -> {
            event.consume();
            if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
                return;
            }
            if (event.getClickCount() == 2) {
                rename(card.session().id());
            } else if (event.getClickCount() == 1) {
                details.run();
            }
        });
        card.setOnKeyPressed(event -> key(card, event));
        card.focusedProperty().addListener((o, was, is) -> {
            if (is && held == null) {
                timetable.reveal(card.session().id());
            }
            timetable.reached(card, is);
        });
    }

    private static boolean onEdge(SessionCard card, MouseEvent event) {
        double edge = Math.min(EDGE, card.getHeight() / 3);
        return card.session().slot().timed() && event.getY() > card.getHeight() - edge;
    }

    private void press(SessionCard card, MouseEvent event) {
        event.consume();
        editor.finish();
        card.requestFocus();
        model.selected().set(card.session().id());
        if (event.getButton() != MouseButton.PRIMARY || !model.writable()) {
            return;
        }
        held = card.session().id();
        resizing = onEdge(card, event);
        moving = false;
        pressed = new Point2D(event.getSceneX(), event.getSceneY());
        // At the scene: the card that was pressed may be replaced while it shows where it would go.
        scene().ifPresent(scene -> {
            scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
        });
        grip = resizing
                ? card.getHeight() - event.getY()
                : card.session().slot().timed() ? event.getY() : 8;
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (held == null) {
            return;
        }
        if (!moving) {
            if (pressed.distance(event.getSceneX(), event.getSceneY()) < STILL) {
                return;
            }
            moving = true;
            grid.drag(held);
            scene().ifPresent(scene -> scene.addEventFilter(KeyEvent.KEY_PRESSED, escape));
        }
        timetable.scrollNear(event.getSceneX(), event.getSceneY());
        if (resizing) {
            minutesAt(event).ifPresent(minutes -> model.previewResize(held, minutes));
        } else {
            target(event).ifPresent(slot -> model.previewMove(held, slot));
        }
    }

    private void release(MouseEvent event) {
        event.consume();
        UUID id = held;
        boolean moved = moving;
        if (id == null) {
            return;
        }
        Optional<Slot> slot = moved && !resizing ? target(event) : Optional.empty();
        Optional<Integer> minutes = moved && resizing ? minutesAt(event) : Optional.empty();
        letGo();
        slot.ifPresent(to -> model.move(id, to, false));
        minutes.ifPresent(length -> model.resize(id, length, false));
        grid.card(id).ifPresent(SessionCard::requestFocus);
    }

    private void letGo() {
        held = null;
        moving = false;
        grid.drag(null);
        scene().ifPresent(scene -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
        });
        model.endPreview();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            letGo();
        }
    }

    private Optional<Scene> scene() {
        return Optional.ofNullable(grid.getScene());
    }

    /** Where the dragged session would begin. */
    private Optional<Slot> target(MouseEvent event) {
        Point2D at = grid.sceneToLocal(event.getSceneX(), event.getSceneY());
        Slot now = model.slot(held).orElse(Slot.NONE);
        // From outside it must come onto the sheet; within, the nearest place counts.
        if (grid.geometry() == null || !now.timed() && !timetable.covers(event.getSceneX(), event.getSceneY())) {
            return Optional.empty();
        }
        return grid.geometry().columnAt(at.getX()).map(column -> {
            int minute = Slot.snap(grid.geometry().minuteAt(at.getY() - grip));
            // What concerns all rooms goes on concerning all rooms.
            boolean keepsNoRoom = now.timed() && now.room() == null && spansRooms(held);
            Slot placed = new Slot(column.day(), now.start(), now.minutes(), keepsNoRoom ? null : column.roomKey());
            return placed.at(minute);
        });
    }

    private boolean spansRooms(UUID id) {
        SessionType type = model.programme().session(id).map(Session::type).orElse(SessionType.PLENARY);
        return type == SessionType.BREAK || type == SessionType.CEREMONY;
    }

    private Optional<Integer> minutesAt(MouseEvent event) {
        Point2D at = grid.sceneToLocal(event.getSceneX(), event.getSceneY());
        return model.slot(held)
                .filter(Slot::timed)
                .map(slot ->
                        Math.max(Slot.SHORTEST, Slot.snap(grid.geometry().minuteAt(at.getY() + grip)) - slot.from()));
    }

    private void key(SessionCard card, KeyEvent event) {
        UUID id = card.session().id();
        if (event.isAltDown()) {
            return;
        }
        boolean mirrored = card.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        boolean changes = event.isShortcutDown() || event.isShiftDown();
        boolean done =
                switch (event.getCode()) {
                    case UP -> changes ? vertical(id, -1, event) : walk(w -> w.vertical(id, false));
                    case DOWN -> changes ? vertical(id, 1, event) : walk(w -> w.vertical(id, true));
                    case LEFT ->
                        changes ? horizontal(id, mirrored ? 1 : -1, event) : walk(w -> w.horizontal(id, mirrored));
                    case RIGHT ->
                        changes ? horizontal(id, mirrored ? -1 : 1, event) : walk(w -> w.horizontal(id, !mirrored));
                    case HOME -> !changes && walk(w -> w.edge(id, false));
                    case END -> !changes && walk(w -> w.edge(id, true));
                    case DELETE, BACK_SPACE -> !changes && delete(id);
                    case F2 -> {
                        rename(id);
                        yield true;
                    }
                    case ENTER -> {
                        if (!changes) {
                            model.selected().set(id);
                            details.run();
                        }
                        yield !changes;
                    }
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    /** Brings the keyboard to another session; at the edge it stays where it is. */
    private boolean walk(Function<TimetableWalk, Optional<UUID>> to) {
        if (grid.geometry() != null) {
            to.apply(new TimetableWalk(model.programme(), grid.geometry())).ifPresent(next -> {
                model.selected().set(next);
                timetable.focus(next);
            });
        }
        return true;
    }

    /** With Shift the length, with Ctrl the time by a small step, with both by a large one. */
    private boolean vertical(UUID id, int direction, KeyEvent event) {
        Slot slot = model.slot(id).orElse(Slot.NONE);
        if (!slot.timed() || !model.writable()) {
            return true;
        }
        if (event.isShortcutDown()) {
            int by = event.isShiftDown() ? STRIDE : Slot.STEP;
            model.move(id, slot.at(slot.from() + direction * by), true);
        } else {
            model.resize(id, slot.length() + direction * Slot.STEP, true);
        }
        timetable.reveal(id);
        return true;
    }

    /** With Ctrl into the room beside, with Ctrl and Shift to the day beside. */
    private boolean horizontal(UUID id, int direction, KeyEvent event) {
        Slot slot = model.slot(id).orElse(Slot.NONE);
        if (slot.day() == null || !model.writable() || !event.isShortcutDown()) {
            return true;
        }
        Slot to = event.isShiftDown() ? otherDay(slot, direction) : otherRoom(slot, direction);
        model.putExactly(id, to);
        timetable.reveal(id);
        return true;
    }

    private Slot otherDay(Slot slot, int direction) {
        List<LocalDate> days = model.programme().days();
        int at = days.indexOf(slot.day()) + direction;
        return at < 0 || at >= days.size() ? slot : slot.on(days.get(at));
    }

    /** The room beside; past the last one the first of the next day. */
    private Slot otherRoom(Slot slot, int direction) {
        Programme programme = model.programme();
        List<UUID> rooms =
                new ArrayList<>(programme.rooms().stream().map(Room::id).toList());
        if (rooms.isEmpty()) {
            return otherDay(slot, direction);
        }
        if (slot.room() == null) {
            return slot.in(direction > 0 ? rooms.getFirst() : rooms.getLast());
        }
        int at = rooms.indexOf(slot.room()) + direction;
        if (at >= 0 && at < rooms.size()) {
            return slot.in(rooms.get(at));
        }
        Slot next = otherDay(slot, direction);
        return Objects.equals(next, slot) ? slot : next.in(at < 0 ? rooms.getLast() : rooms.getFirst());
    }

    private boolean delete(UUID id) {
        if (!model.writable()) {
            return false;
        }
        List<Session> sessions = model.programme().sessions();
        int at = 0;
        while (at < sessions.size() && !sessions.get(at).id().equals(id)) {
            at++;
        }
        // The keyboard goes on with the next one.
        Session next = at + 1 < sessions.size() ? sessions.get(at + 1) : at > 0 ? sessions.get(at - 1) : null;
        if (next != null) {
            timetable.focus(next.id());
        }
        model.deleteSession(id);
        return true;
    }

    /** Names a session in place. */
    void rename(UUID id) {
        if (grid.geometry() == null) {
            waiting = () -> rename(id);
            return;
        }
        editor.finish();
        Session session = model.programme().session(id).orElse(null);
        if (session == null || !model.writable()) {
            return;
        }
        creating = null;
        renaming = id;
        editor.open(model.words().title(session), title -> model.rename(id, title), () -> {
            boolean here = editor.holdsFocus();
            renaming = null;
            grid.away(editor);
            if (here) {
                timetable.focus(id);
            }
        });
        refreshed();
        editor.edit();
    }

    /** Names a new session in an empty slot; nothing is written before it has a name. */
    void create(Slot slot) {
        create(slot, "", (at, title) -> model.addSession(SessionType.PLENARY, at, title, timetable::focusWhenThere));
    }

    private void create(Slot slot, String text, BiConsumer<Slot, String> keep) {
        if (grid.geometry() == null) {
            // Nowhere to type before the sheet is laid out.
            waiting = () -> create(slot, text, keep);
            return;
        }
        editor.finish();
        Node before = scene().map(Scene::getFocusOwner).orElse(null);
        renaming = null;
        creating = slot.minutes() > 0 ? slot : free(slot);
        editor.open(text, title -> keep.accept(creating, title), () -> {
            boolean here = editor.holdsFocus();
            grid.away(editor);
            creating = null;
            if (here) {
                back(before);
            }
        });
        refreshed();
        editor.edit();
    }

    /** The keyboard goes back to where it was; it must not be nowhere. */
    private void back(Node before) {
        if (before != null && before.getScene() != null && before.getScene() == grid.getScene()) {
            before.requestFocus();
        } else {
            timetable.focusCards();
        }
    }

    /** As long as usual, less where the next session begins earlier. */
    private Slot free(Slot slot) {
        int most = model.programme().timedOn(slot.day()).stream()
                .map(Session::slot)
                .filter(s -> (s.room() == null || s.sharesRoom(slot)) && s.from() > slot.from())
                .mapToInt(s -> s.from() - slot.from())
                .min()
                .orElse(60);
        return slot.lasting(Math.min(60, most));
    }

    /** Puts the editor where its session is now. */
    void refreshed() {
        TimetableGeometry geometry = grid.geometry();
        if (geometry == null) {
            return;
        }
        if (waiting != null) {
            Runnable now = waiting;
            waiting = null;
            now.run();
            return;
        }
        if (renaming != null) {
            geometry.box(renaming)
                    .ifPresent(box -> grid.over(
                            editor,
                            box.x(),
                            box.y(),
                            Math.max(box.width(), 160),
                            Math.max(34, Math.min(box.height(), 60))));
        } else if (creating != null) {
            geometry.columnOf(creating)
                    .ifPresent(column -> grid.over(
                            editor,
                            column.x() + 2,
                            geometry.y(creating.from()) + 1,
                            Math.max(column.width() - 6, 150),
                            Math.max(34, creating.length() * (geometry.y(1) - geometry.y(0)) - 2)));
        }
    }
}
