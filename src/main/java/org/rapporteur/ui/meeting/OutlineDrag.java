package org.rapporteur.ui.meeting;

import java.util.Optional;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.Slot;

/** Dragging an item of the outline: to another place in it, onto a session of the timetable, or to free time in it. */
final class OutlineDrag {
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");
    private static final PseudoClass INTO = PseudoClass.getPseudoClass("drop-into");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final double STILL = 4;

    private enum Place {
        BEFORE,
        AFTER,
        INTO
    }

    private record Drop(Outline.Line line, Node cell, Place place) {}

    private final AgendaViewModel model;
    private final OutlineView outline;
    private final ListView<Outline.Line> list;
    private final Timetable timetable;
    private final EventHandler<KeyEvent> escape = this::escape;
    private final EventHandler<MouseEvent> dragged = this::drag;
    private final EventHandler<MouseEvent> released = this::release;
    private Outline.Line held;
    private boolean moving;
    private Point2D pressed;
    private Node marked;

    OutlineDrag(AgendaViewModel model, OutlineView outline, ListView<Outline.Line> list, Timetable timetable) {
        this.model = model;
        this.outline = outline;
        this.list = list;
        this.timetable = timetable;
    }

    void install(ListCell<Outline.Line> cell) {
        cell.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY && model.writable() && !cell.isEmpty()) {
                held = cell.getItem();
                moving = false;
                pressed = new Point2D(event.getSceneX(), event.getSceneY());
                // At the scene: the line that was pressed may be laid out anew meanwhile and hear no more of it.
                scene().ifPresent(scene -> {
                    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
                    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
                });
            }
        });
    }

    private void drag(MouseEvent event) {
        if (held == null) {
            return;
        }
        event.consume();
        if (!moving && pressed.distance(event.getSceneX(), event.getSceneY()) >= STILL) {
            moving = true;
            scene().ifPresent(scene -> scene.addEventFilter(KeyEvent.KEY_PRESSED, escape));
        }
        if (moving) {
            unmark();
            Optional<SessionCard> session = session(event);
            Optional<Slot> slot = session.isPresent() ? Optional.empty() : slot(event);
            timetable.showDrop(slot.map(to -> to.lasting(minutes(held))).orElse(null));
            if (session.isPresent()) {
                mark(session.get(), TARGET);
            } else if (slot.isEmpty()) {
                drop(event)
                        .ifPresent(drop -> mark(
                                drop.cell(),
                                switch (drop.place()) {
                                    case BEFORE -> BEFORE;
                                    case AFTER -> AFTER;
                                    case INTO -> INTO;
                                }));
            }
        }
    }

    private void release(MouseEvent event) {
        Outline.Line line = held;
        boolean moved = moving;
        Optional<Session> session = moved ? session(event).map(SessionCard::session) : Optional.empty();
        Optional<Slot> slot = moved && session.isEmpty() ? slot(event) : Optional.empty();
        Optional<Drop> drop = moved ? drop(event) : Optional.empty();
        letGo();
        if (line == null || !moved) {
            return;
        }
        event.consume();
        if (session.isPresent()) {
            model.assign(line.item().id(), session.get().id());
        } else if (slot.isPresent()) {
            model.schedule(line.item(), slot.get().lasting(minutes(line)), timetable::focusWhenThere);
        } else {
            drop.ifPresent(d -> put(line, d));
        }
    }

    /** Free time under the mouse. */
    private Optional<Slot> slot(MouseEvent event) {
        return timetable.covers(event.getSceneX(), event.getSceneY())
                ? timetable.grid().slotAt(event.getSceneX(), event.getSceneY())
                : Optional.empty();
    }

    /** How long the session of an item is or would be. */
    private int minutes(Outline.Line line) {
        UUID session = line.item().session();
        return session == null
                ? line.item().minutes() > 0 ? line.item().minutes() : Slot.USUAL_MINUTES
                : model.slot(session).map(Slot::length).orElse(Slot.USUAL_MINUTES);
    }

    private void put(Outline.Line line, Drop drop) {
        Outline tree = model.outline();
        UUID target = drop.line().item().id();
        if (target.equals(line.item().id()) || tree.isWithin(target, line.item().id())) {
            return;
        }
        if (drop.place() == Place.INTO) {
            int last = (int) tree.partsOf(target).stream()
                    .filter(i -> !i.id().equals(line.item().id()))
                    .count();
            outline.move(line, target, last);
            return;
        }
        UUID parent = tree.parentOf(target);
        int index = drop.line().index() + (drop.place() == Place.AFTER ? 1 : 0);
        boolean sameParent =
                java.util.Objects.equals(parent, tree.parentOf(line.item().id()));
        // Counted without the item itself.
        int at = sameParent && line.index() < index ? index - 1 : index;
        if (!sameParent || at != line.index()) {
            outline.move(line, parent, at);
        }
    }

    private Optional<SessionCard> session(MouseEvent event) {
        return timetable.covers(event.getSceneX(), event.getSceneY())
                ? timetable.grid().cardAt(event.getSceneX(), event.getSceneY())
                : Optional.empty();
    }

    /** Above the upper third of a line goes before it, below the lower third after it; in the middle, or further in, into it. */
    private Optional<Drop> drop(MouseEvent event) {
        for (Node node : list.lookupAll(".outline-cell")) {
            if (node instanceof ListCell<?> cell && !cell.isEmpty() && cell.getItem() instanceof Outline.Line line) {
                Bounds bounds = cell.localToScene(cell.getLayoutBounds());
                if (bounds.contains(event.getSceneX(), event.getSceneY())) {
                    double part = (event.getSceneY() - bounds.getMinY()) / bounds.getHeight();
                    boolean mirrored = cell.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
                    double to = (event.getSceneX() - pressed.getX()) * (mirrored ? -1 : 1);
                    Place place = part < 0.33
                            ? Place.BEFORE
                            : part > 0.67 && to < 3 * OutlineCell.INDENT ? Place.AFTER : Place.INTO;
                    return Optional.of(new Drop(line, cell, place));
                }
            }
        }
        return Optional.empty();
    }

    private void mark(Node node, PseudoClass how) {
        marked = node;
        node.pseudoClassStateChanged(how, true);
    }

    private void unmark() {
        if (marked != null) {
            marked.pseudoClassStateChanged(BEFORE, false);
            marked.pseudoClassStateChanged(AFTER, false);
            marked.pseudoClassStateChanged(INTO, false);
            marked.pseudoClassStateChanged(TARGET, false);
            marked = null;
        }
    }

    private void letGo() {
        held = null;
        moving = false;
        timetable.showDrop(null);
        unmark();
        scene().ifPresent(scene -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
        });
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            letGo();
        }
    }

    private Optional<Scene> scene() {
        return Optional.ofNullable(list.getScene());
    }
}
