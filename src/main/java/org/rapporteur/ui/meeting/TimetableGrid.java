package org.rapporteur.ui.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.rapporteur.core.meeting.ProgrammeWarning;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.Slot;

/**
 * The sheet of the timetable: columns, hour lines and the cards on them. Coordinates run from the start side; the
 * toolkit mirrors them where the language runs from right to left.
 */
final class TimetableGrid extends Pane {
    private final AgendaWords words;
    private final Consumer<SessionCard> prepare;
    private final Pane back = new Pane();
    private final Pane cards = new Pane();
    private final Map<UUID, SessionCard> cardOf = new HashMap<>();
    private final List<Node> overlay = new ArrayList<>();
    private TimetableGeometry geometry;
    private Runnable emptied = () -> {};
    private AgendaState state;
    private UUID selected;
    private UUID dragged;

    /**
     * An empty sheet.
     *
     * @param prepare is given each new card once, to make it answer to mouse and keyboard
     */
    TimetableGrid(AgendaWords words, Consumer<SessionCard> prepare) {
        this.words = words;
        this.prepare = prepare;
        getStyleClass().add("timetable-grid");
        back.setMouseTransparent(true);
        cards.setPickOnBounds(false);
        getChildren().addAll(back, cards);
    }

    /** What to do when the session that had the keyboard is gone and there is no other. */
    void onEmptied(Runnable action) {
        emptied = action;
    }

    /** Shows a programme laid out. */
    void show(AgendaState newState, TimetableGeometry newGeometry) {
        boolean sameSheet = geometry != null && sameSheet(geometry, newGeometry);
        state = newState;
        geometry = newGeometry;
        setPrefSize(geometry.width(), geometry.height());
        setMinSize(geometry.width(), geometry.height());
        setMaxSize(geometry.width(), geometry.height());
        if (!sameSheet) {
            drawSheet();
        }
        drawCards();
    }

    private static boolean sameSheet(TimetableGeometry a, TimetableGeometry b) {
        return a.width() == b.width()
                && a.height() == b.height()
                && a.first() == b.first()
                && a.columns().equals(b.columns());
    }

    private void drawSheet() {
        back.getChildren().clear();
        back.resize(geometry.width(), geometry.height());
        for (TimetableGeometry.Day day : geometry.days()) {
            region("timetable-day", day.x(), 0, day.width(), geometry.height());
            for (TimetableGeometry.Column column :
                    day.columns().subList(1, day.columns().size())) {
                region("timetable-room-line", column.x(), 0, 1, geometry.height());
            }
            for (int minute = (geometry.first() + 59) / 60 * 60; minute < geometry.last(); minute += 60) {
                if (minute > geometry.first()) {
                    region("timetable-hour", day.x(), geometry.y(minute), day.width(), 1);
                }
                if (60 * (geometry.y(1) - geometry.y(0)) > 44) {
                    region("timetable-half", day.x(), geometry.y(minute + 30), day.width(), 1);
                }
            }
        }
    }

    private void region(String style, double x, double y, double width, double height) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.resizeRelocate(x, y, width, height);
        region.setManaged(false);
        back.getChildren().add(region);
    }

    private void drawCards() {
        Set<UUID> warned = new HashSet<>();
        state.warnings().stream()
                .filter(w ->
                        w.kind() != ProgrammeWarning.Kind.NO_BREAK && w.kind() != ProgrammeWarning.Kind.NO_MODERATOR)
                .forEach(w -> warned.addAll(w.subjects()));
        Set<UUID> here = new HashSet<>();
        List<Node> order = new ArrayList<>();
        for (Session session : state.programme().sessions()) {
            geometry.box(session.id()).ifPresent(box -> {
                here.add(session.id());
                SessionCard card = cardOf.computeIfAbsent(session.id(), id -> {
                    SessionCard made = new SessionCard(words);
                    made.setManaged(false);
                    prepare.accept(made);
                    return made;
                });
                card.show(state, session, box.height(), box.width(), warned.contains(session.id()));
                card.selected(session.id().equals(selected));
                card.resizeRelocate(box.x(), box.y(), box.width(), box.height());
                order.add(card);
            });
        }
        cardOf.keySet().retainAll(here);
        // In the order of time, so that Tab goes through the day; moving a node in the list would take its focus.
        if (!cards.getChildren().equals(order)) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            List<Node> before = List.copyOf(cards.getChildren());
            cards.getChildren().setAll(order);
            if (focused instanceof SessionCard && order.contains(focused)) {
                focused.requestFocus();
            } else if (focused instanceof SessionCard && before.contains(focused)) {
                // The session is gone, by a deletion or an undo: the keyboard goes on with the one next to it.
                int at = before.indexOf(focused);
                java.util.stream.Stream.concat(
                                before.subList(at + 1, before.size()).stream(),
                                before.subList(0, at).reversed().stream())
                        .filter(order::contains)
                        .findFirst()
                        .ifPresentOrElse(Node::requestFocus, emptied);
            }
        }
        raise();
    }

    void select(UUID session) {
        selected = session;
        cardOf.forEach((id, card) -> card.selected(id.equals(session)));
    }

    void drag(UUID session) {
        dragged = session;
        cardOf.forEach((id, card) -> card.dragged(id.equals(session)));
        raise();
    }

    private void raise() {
        cardOf.forEach(
                (id, card) -> card.setViewOrder(id.equals(dragged) ? -1 : geometry.spans(card.session()) ? 1 : 0));
    }

    Optional<SessionCard> card(UUID session) {
        return Optional.ofNullable(cardOf.get(session));
    }

    /** The card at a point of the scene. */
    Optional<SessionCard> cardAt(double sceneX, double sceneY) {
        Point2D at = sceneToLocal(sceneX, sceneY);
        return cardOf.values().stream()
                .filter(card -> card.getBoundsInParent().contains(at))
                .findFirst();
    }

    TimetableGeometry geometry() {
        return geometry;
    }

    AgendaState state() {
        return state;
    }

    /** Whether a point of the scene is on the sheet and within what is visible of it. */
    boolean covers(double sceneX, double sceneY) {
        Point2D at = sceneToLocal(sceneX, sceneY);
        return geometry != null && getLayoutBounds().contains(at);
    }

    /** The slot at a point of the scene, its start rounded down to a quarter of an hour. */
    Optional<Slot> slotAt(double sceneX, double sceneY) {
        Point2D at = sceneToLocal(sceneX, sceneY);
        return geometry == null
                ? Optional.empty()
                : geometry.columnAt(at.getX()).map(column -> {
                    int minute = (int) (geometry.minuteAt(at.getY()) / 15) * 15;
                    return new Slot(column.day(), Slot.time(Math.clamp(minute, 0, Slot.DAY - 15)), 0, column.roomKey());
                });
    }

    /** Lays a node over the cards at a place, until it is taken away again. */
    void over(Node node, double x, double y, double width, double height) {
        if (!overlay.contains(node)) {
            overlay.add(node);
            node.setManaged(false);
            getChildren().add(node);
        }
        node.resizeRelocate(x, y, width, height);
    }

    void away(Node node) {
        overlay.remove(node);
        getChildren().remove(node);
    }
}
