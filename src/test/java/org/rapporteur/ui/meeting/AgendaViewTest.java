package org.rapporteur.ui.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.Navigator;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.PointQuery;

@ExtendWith(ApplicationExtension.class)
class AgendaViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private MeetingParts parts;
    private AgendaView view;
    private UUID meeting;
    private UUID hall;
    private UUID salon;
    private UUID opening;
    private UUID panel;
    private UUID item;
    private boolean datesAsked;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), this::fill);
        parts = new MeetingParts(
                kit.kit(),
                new Navigator(),
                kit.records(),
                kit.workspace(),
                kit.workspace().changes(),
                new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace())),
                MeetingReports.NONE,
                List.of());
        view = new AgendaView(parts, meeting, () -> datesAsked = true);
        view.getStylesheets().add(MeetingsView.class.getResource("meeting.css").toExternalForm());
        stage.setScene(kit.kit().scenes().main(view, 960, 760));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void fill(Transaction tx) {
        meeting = tx.insert(
                MeetingKinds.MEETING,
                Values.of("name_en", "Meeting").with("starts_on", "2017-10-10").with("ends_on", "2017-10-11"));
        hall = tx.insert(
                MeetingKinds.ROOM,
                Values.of("meeting", meeting).with("name", "Salle XX").with("position", "a"));
        salon = tx.insert(
                MeetingKinds.ROOM,
                Values.of("meeting", meeting).with("name", "Salon").with("position", "b"));
        opening = session(tx, "Opening", "الافتتاح", "opening", "09:00", 30);
        panel = session(tx, "Panel", "حلقة نقاش", "panel", "10:00", 60);
        item = tx.insert(
                MeetingKinds.AGENDA_ITEM,
                Values.of("meeting", meeting)
                        .with("number", "1")
                        .with("title_en", "Adoption")
                        .with("position", "a"));
    }

    private UUID session(Transaction tx, String english, String arabic, String type, String start, int minutes) {
        return tx.insert(
                MeetingKinds.SESSION,
                Values.of("meeting", meeting)
                        .with("title_en", english)
                        .with("title_ar", arabic)
                        .with("type", type)
                        .with("day", "2017-10-10")
                        .with("starts_at", start)
                        .with("minutes", minutes)
                        .with("room", hall));
    }

    @AfterEach
    void close() {
        kit.close();
        assertEquals(List.of(), kit.problems());
    }

    private SessionCard card(UUID session) {
        Fx.await("the card", () -> shown(session) != null);
        return Fx.on(() -> shown(session));
    }

    private SessionCard shown(UUID session) {
        return view.timetable().grid().card(session).orElse(null);
    }

    private void focus(FxRobot robot, UUID session) {
        SessionCard card = card(session);
        robot.interact(card::requestFocus);
        Fx.await("the keyboard on the card", card::isFocused);
    }

    private Row stored(UUID session) {
        return kit.workspace().find(MeetingKinds.SESSION, session).orElseThrow();
    }

    private String place(UUID session) {
        Row row = stored(session);
        String room = hall.equals(row.ref("room")) ? "hall" : salon.equals(row.ref("room")) ? "salon" : "none";
        return row.text("day").substring(8) + " " + row.text("starts_at") + " " + row.text("minutes") + " " + room;
    }

    private void awaitPlace(UUID session, String wanted) {
        Fx.awaitEquals(wanted, () -> place(session));
    }

    private double perMinute() {
        return Fx.on(() -> {
            TimetableGeometry geometry = view.timetable().grid().geometry();
            return geometry.y(60) / 60 - geometry.y(0) / 60;
        });
    }

    /** A point in a card, in the coordinates of the screen. */
    private Point2D in(UUID session, double part) {
        // Waits until the card is laid out and keeps its place.
        Fx.steady("the card", () -> shown(session));
        return Fx.on(() -> {
            SessionCard card = shown(session);
            Bounds bounds = card.localToScreen(new BoundingBox(0, 0, card.getWidth(), card.getHeight()));
            return new Point2D(bounds.getCenterX(), bounds.getMinY() + bounds.getHeight() * part);
        });
    }

    /** A point of the second day in the empty timetable, in the coordinates of the screen. */
    private Point2D at(int minute, double below) {
        return Fx.on(() -> {
            TimetableGrid grid = view.timetable().grid();
            return grid.localToScreen(
                    grid.geometry().columns().get(1).x() + 30, grid.geometry().y(minute) + below);
        });
    }

    private int from(UUID session) {
        return Fx.on(() ->
                view.model().programme().session(session).orElseThrow().slot().from());
    }

    private String nextUndo() {
        return kit.workspace()
                .undo()
                .nextUndo()
                .map(l -> l.key() + l.message().args())
                .orElse("");
    }

    @Test
    void draggingMovesAndUndoBringsItBackAtOnce(FxRobot robot) {
        Point2D grip = in(panel, 0.5);
        robot.drag(grip, MouseButton.PRIMARY).moveBy(0, 20).dropTo(grip.getX(), grip.getY() + 120 * perMinute());
        awaitPlace(panel, "10 12:00 60 hall");
        assertEquals("meeting.step.move[Panel, 12:00]", nextUndo());
        double low = in(panel, 0).getY();
        kit.workspace().undo().undo();
        awaitPlace(panel, "10 10:00 60 hall");
        Fx.await(
                "the card back in its place",
                () -> shown(panel) != null && shown(panel).localToScreen(0, 0).getY() < low - 100 * perMinute());
    }

    @Test
    void draggingTheLowerEdgeChangesTheLengthInStepsOfFiveMinutes(FxRobot robot) {
        Point2D middle = in(panel, 0.5);
        Point2D edge = new Point2D(middle.getX(), in(panel, 1).getY() - 3);
        robot.drag(edge, MouseButton.PRIMARY).moveBy(0, 10).dropTo(edge.getX(), edge.getY() + 31 * perMinute());
        awaitPlace(panel, "10 10:00 90 hall");
        assertTrue(nextUndo().startsWith("meeting.step.resize[Panel"), nextUndo());
    }

    @Test
    void escapeDropsADragAndNothingIsWritten(FxRobot robot) {
        String before = nextUndo();
        Point2D grip = in(panel, 0.5);
        robot.drag(grip, MouseButton.PRIMARY).moveBy(0, 20).moveBy(0, 100);
        Fx.await("it shows where it would go", () -> from(panel) > 600);
        robot.type(KeyCode.ESCAPE).drop();
        assertEquals("10 10:00 60 hall", place(panel));
        Fx.awaitEquals(600, () -> from(panel));
        assertEquals(before, nextUndo());
    }

    @Test
    void arrowsLeadFromSessionToSessionAndChangeNothing(FxRobot robot) {
        UUID side = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add"),
                        tx -> tx.insert(
                                MeetingKinds.SESSION,
                                Values.of("meeting", meeting)
                                        .with("title_en", "Side event")
                                        .with("day", "2017-10-10")
                                        .with("starts_at", "10:15")
                                        .with("minutes", 30)
                                        .with("room", salon)));
        UUID next = kit.workspace().changes().write(Label.of("step.add"), tx -> {
            UUID made = session(tx, "Day two", "اليوم الثاني", "plenary", "09:00", 60);
            tx.set(MeetingKinds.SESSION, made, "day", "2017-10-11");
            return made;
        });
        card(side);
        card(next);
        String before = nextUndo();
        List<String> places = List.of(place(opening), place(panel), place(side), place(next));
        focus(robot, opening);
        for (Object[] step : new Object[][] {
            {KeyCode.DOWN, panel},
            {KeyCode.RIGHT, side},
            {KeyCode.RIGHT, next},
            {KeyCode.LEFT, side},
            {KeyCode.LEFT, panel},
            {KeyCode.DOWN, next},
            {KeyCode.DOWN, next},
            {KeyCode.UP, panel},
            {KeyCode.UP, opening},
            {KeyCode.UP, opening},
            {KeyCode.END, side},
            {KeyCode.HOME, opening}
        }) {
            robot.type((KeyCode) step[0]);
            SessionCard wanted = card((UUID) step[1]);
            Fx.await(step[0] + " leads to " + Fx.on(wanted::getAccessibleText), wanted::isFocused);
        }
        assertEquals(places, List.of(place(opening), place(panel), place(side), place(next)));
        assertEquals(before, nextUndo());
    }

    @Test
    void arrowsWithModifiersMoveAndStepsOfOneKindAreTakenBackTogether(FxRobot robot) {
        focus(robot, panel);
        robot.press(KeyCode.CONTROL).type(KeyCode.DOWN, 6).release(KeyCode.CONTROL);
        awaitPlace(panel, "10 10:30 60 hall");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 3).release(KeyCode.SHIFT);
        awaitPlace(panel, "10 10:30 75 hall");
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        awaitPlace(panel, "10 10:30 75 salon");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.CONTROL);
        awaitPlace(panel, "11 10:30 75 salon");
        Fx.await(
                "the keyboard stays on the session",
                () -> shown(panel) != null && shown(panel).isFocused());
        for (int i = 0; i < 4; i++) {
            kit.workspace().undo().undo();
        }
        assertEquals("10 10:00 60 hall", place(panel));
    }

    @Test
    void whatAKeyHasDoneIsShownAndSaidWithTheOverlap(FxRobot robot) {
        focus(robot, panel);
        javafx.scene.control.Label said = Fx.query(robot, "#timetable-said");
        Fx.await("the keys", () -> said.getText().startsWith("Arrows lead"));
        Fx.click(robot, "#agenda-flow");
        focus(robot, panel);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT, KeyCode.CONTROL);
        awaitPlace(panel, "10 09:30 60 hall");
        Fx.awaitEquals("Panel: Tue 10 Oct, 09:30–10:30 (1 h), Salle XX", said::getText);
        robot.press(KeyCode.CONTROL).type(KeyCode.UP).release(KeyCode.CONTROL);
        awaitPlace(panel, "10 09:25 60 hall");
        String wanted = "Panel: Tue 10 Oct, 09:25–10:25 (1 h), Salle XX. At the same time: Opening";
        Fx.awaitEquals(wanted, said::getText);
        Fx.awaitEquals(wanted, () -> shown(panel).getAccessibleText());
        robot.type(KeyCode.UP);
        Fx.await("the other session", () -> shown(opening).isFocused());
        Fx.await("the keys again", () -> said.getText().startsWith("Arrows lead"));
        Fx.await("the session as it is", () -> shown(panel).getAccessibleText().startsWith("Panel, Tuesday"));
    }

    private RoomHead head(UUID room) {
        return view.lookupAll(".room-head").stream()
                .filter(node ->
                        node instanceof RoomHead name && name.room().id().equals(room))
                .map(RoomHead.class::cast)
                .findFirst()
                .orElse(null);
    }

    private List<String> rooms() {
        return kit.workspace().list(Query.partsOf(MeetingKinds.ROOM, meeting)).stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Test
    void roomsAreNamedOrderedAndDeletedInTheHead(FxRobot robot) {
        Fx.await("the rooms", () -> head(hall) != null && Fx.isShown(head(hall)));
        robot.interact(() -> head(hall).requestFocus());
        robot.type(KeyCode.F2);
        Fx.awaitFocus(robot, "#room-editor");
        robot.write("Assembly ");
        // Somebody else's change comes in the middle of the name.
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.ROOM, salon, "name", "Salon 2"));
        Fx.await("the other name", () -> head(salon).getText().equals("Salon 2"));
        robot.write("Hall").type(KeyCode.ENTER);
        Fx.await("the new name", () -> rooms().equals(List.of("Assembly Hall", "Salon 2")));
        Fx.await("the keyboard on the room", () -> head(hall).isFocused());
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        Fx.await("the other order", () -> rooms().equals(List.of("Salon 2", "Assembly Hall")));
        Fx.await("the keyboard on the same room", () -> head(hall).isFocused());
        robot.type(KeyCode.DELETE);
        Fx.await("deleted", () -> rooms().equals(List.of("Salon 2")));
        awaitPlace(panel, "10 10:00 60 none");
        Fx.await("a notice", () -> !kit.notices().isEmpty());
        assertEquals(
                "Deleted: Assembly Hall. 2 sessions stay, without a room.",
                kit.notices().getLast().text().getValue());
        Fx.await(
                "the keyboard on a room",
                () -> head(salon) != null && head(salon).isFocused());
        robot.interact(() -> kit.notices().getLast().action().run());
        Fx.await("back", () -> rooms().equals(List.of("Salon 2", "Assembly Hall")));
        awaitPlace(panel, "10 10:00 60 hall");
        for (int i = 0; i < 5; i++) {
            kit.workspace().undo().undo();
        }
        assertEquals(List.of("Salle XX", "Salon"), rooms());
    }

    @Test
    void aRoomIsAddedAndNamedAtOnce(FxRobot robot) {
        card(panel);
        Fx.click(robot, "#agenda-new-room");
        Fx.awaitFocus(robot, "#room-editor");
        robot.write("Library").type(KeyCode.ENTER);
        Fx.await("the room", () -> rooms().equals(List.of("Salle XX", "Salon", "Library")));
    }

    @Test
    void aNameTypedInTheRoomOfASessionIsKeptAndMakesARoomWhenToldTo(FxRobot robot) {
        SessionPanel details = session(robot, panel);
        javafx.scene.control.TextField room = (javafx.scene.control.TextField) details.lookup("#input-room");
        Fx.await("the room", () -> room.getText().equals("Salle XX"));
        Object before = kit.workspace().undo().nextUndo();
        robot.interact(() -> {
            room.requestFocus();
            room.selectAll();
        });
        robot.write("Annex").type(KeyCode.ENTER);
        robot.interact(() -> details.lookup("#input-minutes").requestFocus());
        Fx.awaitEquals("Annex", room::getText);
        assertEquals(before, kit.workspace().undo().nextUndo(), "nothing is made by itself");
        robot.interact(room::requestFocus);
        Fx.await("the offer", () -> Fx.shows(robot, "Create room “Annex”"));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        Fx.await("the room", () -> rooms().equals(List.of("Salle XX", "Salon", "Annex")));
        Fx.await("the session in it", () -> {
            UUID in = kit.workspace()
                    .find(MeetingKinds.SESSION, panel)
                    .orElseThrow()
                    .ref("room");
            return !hall.equals(in) && in != null;
        });
        Fx.awaitEquals("Annex", room::getText);
        kit.workspace().undo().undo();
        assertEquals(List.of("Salle XX", "Salon"), rooms());
        awaitPlace(panel, "10 10:00 60 hall");
        Fx.awaitEquals("Salle XX", room::getText);
    }

    /** The details of a session in place of the timetable. */
    private SessionPanel session(FxRobot robot, UUID id) {
        SessionPanel details = Fx.on(() -> new SessionPanel(parts, view.model()));
        robot.interact(() -> {
            view.getScene().setRoot(new javafx.scene.control.ScrollPane(details));
            details.show(id);
        });
        return details;
    }

    @Test
    void namingANewSessionEndsWithTheKeyboardOnIt(FxRobot robot) {
        focus(robot, panel);
        robot.interact(() -> view.newSession());
        Fx.awaitFocus(robot, "#slot-editor");
        robot.type(KeyCode.ESCAPE);
        Fx.await("the keyboard where it was", () -> shown(panel).isFocused());
        robot.interact(() -> view.newSession());
        Fx.awaitFocus(robot, "#slot-editor");
        robot.write("Round ");
        // A change from elsewhere comes in the middle of the name.
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.SESSION, opening, "title_en", "Opened"));
        Fx.await("the change", () -> shown(opening).getAccessibleText().startsWith("Opened"));
        robot.write("table").type(KeyCode.ENTER);
        Fx.await("a third session", () -> kit.workspace().count(Query.partsOf(MeetingKinds.SESSION, meeting)) == 3);
        UUID made = kit.workspace().list(Query.partsOf(MeetingKinds.SESSION, meeting)).stream()
                .filter(row -> row.text("title_en").equals("Round table"))
                .findFirst()
                .orElseThrow()
                .id();
        Fx.await("the keyboard on it", () -> shown(made) != null && shown(made).isFocused());
        kit.workspace().undo().undo();
        Fx.await("gone", () -> shown(made) == null);
        Fx.await(
                "the keyboard on another session",
                () -> shown(opening).isFocused() || shown(panel).isFocused());
    }

    @Test
    void sessionsThatFollowEachOtherStayTogether(FxRobot robot) {
        UUID next = kit.workspace()
                .changes()
                .write(Label.of("step.add"), tx -> session(tx, "Debate", "نقاش", "plenary", "11:00", 30));
        focus(robot, panel);
        card(next);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        awaitPlace(next, "10 11:05 30 hall");
        Fx.click(robot, "#agenda-flow");
        focus(robot, panel);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        awaitPlace(panel, "10 10:00 70 hall");
        assertEquals("10 11:05 30 hall", place(next));
    }

    @Test
    void aDoubleClickNamesASessionInPlace(FxRobot robot) {
        Point2D at = in(panel, 0.3);
        robot.doubleClickOn(at);
        Fx.awaitFocus(robot, "#slot-editor");
        robot.write("Panel of regions").type(KeyCode.ENTER);
        Fx.await("the new name", () -> stored(panel).text("title_en").equals("Panel of regions"));
        assertEquals("meeting.step.rename[Panel, Panel of regions]", nextUndo());
    }

    @Test
    void aClickOnAnEmptySlotCreatesASessionOnceItHasAName(FxRobot robot) {
        card(panel);
        Point2D empty = at(14 * 60, 3);
        robot.clickOn(empty);
        Fx.awaitFocus(robot, "#slot-editor");
        robot.type(KeyCode.ESCAPE);
        Fx.await("no editor", () -> !Fx.has(robot, "#slot-editor"));
        assertEquals(2, kit.workspace().count(Query.partsOf(MeetingKinds.SESSION, meeting)));
        robot.clickOn(empty);
        Fx.awaitFocus(robot, "#slot-editor");
        robot.write("Side event").type(KeyCode.ENTER);
        Fx.await("a third session", () -> kit.workspace().count(Query.partsOf(MeetingKinds.SESSION, meeting)) == 3);
        Row made = kit.workspace().list(Query.partsOf(MeetingKinds.SESSION, meeting)).stream()
                .filter(row -> row.text("title_en").equals("Side event"))
                .findFirst()
                .orElseThrow();
        assertEquals("10 14:00 60 salon", place(made.id()));
    }

    @Test
    void deleteTakesOutAtOnceAndTheNoticeBringsBack(FxRobot robot) {
        focus(robot, panel);
        robot.type(KeyCode.DELETE);
        Fx.await("deleted", () -> stored(panel).deleted());
        Fx.await("the card gone", () -> view.timetable().grid().card(panel).isEmpty());
        Fx.await("a notice", () -> !kit.notices().isEmpty());
        robot.interact(() -> kit.notices().getLast().action().run());
        Fx.await("back", () -> !stored(panel).deleted());
        card(panel);
    }

    @Test
    void anItemDraggedOntoASessionIsTakenUpByIt(FxRobot robot) {
        card(panel);
        Point2D target = in(panel, 0.5);
        robot.drag(Fx.at(robot, "the item", () -> line("Adoption")), MouseButton.PRIMARY)
                .moveBy(30, 0)
                .dropTo(target.getX(), target.getY());
        Fx.await(
                "assigned",
                () -> panel.equals(kit.workspace()
                        .find(MeetingKinds.AGENDA_ITEM, item)
                        .orElseThrow()
                        .ref("session")));
        assertEquals("meeting.step.assign[Adoption, Panel]", nextUndo());
    }

    private UUID sessionOfItem() {
        return kit.workspace()
                .find(MeetingKinds.AGENDA_ITEM, item)
                .orElseThrow()
                .ref("session");
    }

    @Test
    void anItemDraggedToFreeTimeGetsASessionAndDraggedAgainMovesIt(FxRobot robot) {
        card(panel);
        Point2D free = at(14 * 60, 3);
        robot.drag(Fx.at(robot, "the item", () -> line("Adoption")), MouseButton.PRIMARY)
                .moveBy(30, 0)
                .dropTo(free.getX(), free.getY());
        Fx.await("a session", () -> sessionOfItem() != null);
        UUID made = sessionOfItem();
        awaitPlace(made, "10 14:00 30 salon");
        assertEquals("Adoption", stored(made).text("title_en"));
        assertEquals("meeting.step.add[Adoption]", nextUndo());
        Fx.await("the keyboard on it", () -> shown(made) != null && shown(made).isFocused());
        Point2D later = at(16 * 60, 3);
        robot.drag(Fx.at(robot, "the item", () -> line("Adoption")), MouseButton.PRIMARY)
                .moveBy(30, 0)
                .dropTo(later.getX(), later.getY());
        awaitPlace(made, "10 16:00 30 salon");
        assertEquals(made, sessionOfItem());
        kit.workspace().undo().undo();
        kit.workspace().undo().undo();
        assertEquals(null, sessionOfItem());
        assertTrue(stored(made).deleted());
    }

    @Test
    void byKeyboardAnItemGetsATimeAndShowsItsGuidingQuestions(FxRobot robot) {
        card(panel);
        ListView<?> list = Fx.query(robot, "#outline-list");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Fx.await("the panel", () -> kit.kit().sidePanel().showing().get());
        robot.interact(() -> view.giveTime());
        Fx.await("a session", () -> sessionOfItem() != null);
        UUID made = sessionOfItem();
        Fx.await("the keyboard on it", () -> shown(made) != null && shown(made).isFocused());
        Row row = stored(made);
        assertEquals("2017-10-10", row.text("day"));
        robot.interact(() -> view.giveTime());
        Fx.await("it stays one", () -> made.equals(sessionOfItem()));
        assertEquals(3, kit.workspace().count(Query.partsOf(MeetingKinds.SESSION, meeting)));
    }

    @Test
    void aNameTypedInTheOutlineArrivesWhateverComesInTheMiddle(FxRobot robot) {
        robot.clickOn(Fx.at(robot, "the item", () -> line("Adoption"))).type(KeyCode.F2);
        Fx.awaitFocus(robot, "#outline-editor");
        robot.write("Adoption of ");
        UUID other = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add"),
                        tx -> tx.insert(
                                MeetingKinds.AGENDA_ITEM,
                                Values.of("meeting", meeting)
                                        .with("number", "2")
                                        .with("title_en", "Other business")
                                        .with("position", "A")));
        Fx.await("the other item above", () -> line("Other business") != null);
        robot.write("the ");
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.AGENDA_ITEM, other, "title_en", "Any other"));
        Fx.await("the change", () -> line("Any other") != null);
        robot.write("agenda").type(KeyCode.ENTER);
        Fx.await(
                "the whole name",
                () -> kit.workspace()
                        .find(MeetingKinds.AGENDA_ITEM, item)
                        .orElseThrow()
                        .text("title_en")
                        .equals("Adoption of the agenda"));
        ListView<?> list = Fx.query(robot, "#outline-list");
        Fx.await("the keyboard in the outline", list::isFocused);
    }

    @Test
    void itemsAreAddedNestedAndNumberedByKeyboard(FxRobot robot) {
        robot.clickOn(Fx.at(robot, "the item", () -> line("Adoption"))).type(KeyCode.ENTER);
        Fx.awaitFocus(robot, "#outline-editor");
        robot.write("Follow-up").type(KeyCode.ENTER).type(KeyCode.ENTER);
        Fx.await("the item", () -> numbers().equals(List.of("1 Adoption", "2 Follow-up")));
        ListView<?> list = Fx.query(robot, "#outline-list");
        Fx.awaitEquals(1, () -> list.getSelectionModel().getSelectedIndex());
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.ALT);
        Fx.await("nested", () -> numbers().equals(List.of("1 Adoption", "1 (a) Follow-up")));
        kit.workspace().undo().undo();
        assertEquals(List.of("1 Adoption", "2 Follow-up"), numbers());
    }

    @Test
    void anAgendaIsTypedNameByNameWithoutLosingAKey(FxRobot robot) {
        robot.clickOn(Fx.at(robot, "the item", () -> line("Adoption"))).type(KeyCode.ENTER);
        Fx.awaitFocus(robot, "#outline-editor");
        long before = steps();
        robot.write("Return and reintegration").type(KeyCode.ENTER);
        robot.write("What works where").press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.RIGHT);
        robot.release(KeyCode.SHIFT, KeyCode.ALT).type(KeyCode.ENTER);
        robot.write("Who counts").type(KeyCode.ENTER);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        robot.write("Closing").type(KeyCode.ENTER).type(KeyCode.ENTER);
        List<String> wanted = List.of(
                "1 Adoption", "2 Return and reintegration", "2 (a) What works where", "2 (b) Who counts", "3 Closing");
        Fx.await("every item at its place", () -> wanted.equals(inOrder()));
        ListView<?> list = Fx.query(robot, "#outline-list");
        Fx.await("the keyboard in the outline", list::isFocused);
        Fx.await("the last item selected", () -> list.getSelectionModel().getSelectedIndex() == 4);
        assertEquals(before + 4, steps(), "a step for each item and none for the empty line");
        robot.type(KeyCode.ENTER);
        Fx.awaitFocus(robot, "#outline-editor");
        robot.type(KeyCode.ESCAPE);
        Fx.await("nothing is left of it", () -> list.getItems().size() == 5 && list.isFocused());
        assertEquals(wanted, inOrder());
    }

    @Test
    void theHoursScrollWithTheSessions(FxRobot robot) {
        card(panel);
        javafx.scene.control.ScrollPane scroll = Fx.query(robot, ".timetable-scroll");
        for (double at : new double[] {1, 0, 0.5}) {
            robot.interact(() -> scroll.setVvalue(at));
            Fx.await("10:00 beside what begins then, at " + at, () -> {
                javafx.scene.control.Label hour = view.timetable().lookupAll(".label").stream()
                        .filter(javafx.scene.control.Label.class::isInstance)
                        .map(javafx.scene.control.Label.class::cast)
                        .filter(label -> "10:00".equals(label.getText()) && label.getParent() != null)
                        .findFirst()
                        .orElseThrow();
                double line = hour.localToScene(0, hour.getHeight() / 2).getY();
                double top = shown(panel).localToScene(0, 0).getY();
                return Math.abs(line - top) < 4;
            });
        }
    }

    @Test
    void enterInAnEmptyOutlineNamesTheFirstItem(FxRobot robot) {
        kit.workspace().changes().run(Label.of("step.delete"), tx -> tx.delete(MeetingKinds.AGENDA_ITEM, item));
        ListView<?> list = Fx.query(robot, "#outline-list");
        Fx.await("nothing in it", () -> list.getItems().isEmpty());
        robot.interact(list::requestFocus);
        robot.type(KeyCode.ENTER);
        Fx.awaitFocus(robot, "#outline-editor");
        robot.write("Opening").type(KeyCode.ENTER).type(KeyCode.ENTER);
        Fx.await("the first item", () -> inOrder().equals(List.of("1 Opening")));
    }

    /** How often items were added, deleted or got another title. */
    private long steps() {
        return kit.workspace().history().recent(1000).stream()
                .filter(entry -> entry.kind().equals(MeetingKinds.AGENDA_ITEM.name()))
                .filter(entry -> entry.column() == null || entry.column().startsWith("title"))
                .count();
    }

    private List<String> inOrder() {
        return org.rapporteur.core.meeting.Outline.inOrder(
                        kit.workspace().list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting)))
                .stream()
                .map(row -> row.text("number") + " " + row.text("title_en"))
                .toList();
    }

    /** The title of an item in the outline; the list also keeps lines that are not shown. */
    private javafx.scene.Node line(String title) {
        return view.lookupAll(".outline-title").stream()
                .filter(node -> node instanceof javafx.scene.control.Label label
                        && title.equals(label.getText())
                        && Fx.isShown(node))
                .findFirst()
                .orElse(null);
    }

    private List<String> numbers() {
        return kit.workspace().list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting)).stream()
                .map(row -> row.text("number") + " " + row.text("title_en"))
                .sorted(java.util.Comparator.comparing(s -> s.endsWith("Adoption") ? 0 : 1))
                .toList();
    }

    @Test
    void warningsAreCountedAndAWayOutIsOneClick(FxRobot robot) {
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.SESSION, opening, "starts_at", "10:15"));
        card(panel);
        Button count = Fx.query(robot, "#agenda-warnings");
        Fx.await("three warnings", () -> count.getText().equals("3 warnings"));
        Button way = Fx.on(() -> (Button)
                new WarningsPanel(kit.kit().i18n(), view.model(), id -> {}, id -> {}).lookup("#way-other_room"));
        assertEquals("Hold Opening in Salon", Fx.on(way::getText));
        robot.interact(way::fire);
        awaitPlace(opening, "10 10:15 30 salon");
        Fx.await("one less", () -> count.getText().equals("2 warnings"));
    }

    @Test
    void arabicRunsFromRightToLeft(FxRobot robot) {
        card(panel);
        robot.interact(() -> kit.messages().language(Language.AR));
        Fx.await(
                "Arabic words",
                () -> shown(panel) != null && shown(panel).getAccessibleText().startsWith("حلقة نقاش"));
        TimetableGrid grid = view.timetable().grid();
        List<TimetableGeometry.Column> columns = Fx.on(() -> grid.geometry().columns());
        Fx.await(
                "the first day at the right",
                () -> grid.localToScreen(columns.getFirst().x(), 0).getX()
                        > grid.localToScreen(columns.getLast().x(), 0).getX());
        Point2D grip = in(panel, 0.5);
        robot.drag(grip, MouseButton.PRIMARY)
                .moveBy(-20, 0)
                .dropTo(grip.getX() - columns.getFirst().width(), grip.getY());
        awaitPlace(panel, "10 10:00 60 salon");
        focus(robot, panel);
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        awaitPlace(panel, "10 10:00 60 hall");
    }

    @Test
    void aScreenReaderHearsTitleDayTimesRoomAndType(FxRobot robot) {
        SessionCard card = card(opening);
        Fx.awaitEquals("Opening, Tuesday 10 October, 09:00 to 09:30, Salle XX, Opening", card::getAccessibleText);
        assertTrue(Fx.on(card::isFocusTraversable));
        Button create = Fx.query(robot, "#agenda-new-session");
        assertFalse(Fx.on(create::getText).isBlank());
    }

    @Test
    void aSessionWithoutADayIsDraggedIntoTheTimetable(FxRobot robot) {
        card(panel);
        UUID loose = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add"),
                        tx -> tx.insert(
                                MeetingKinds.SESSION,
                                Values.of("meeting", meeting)
                                        .with("title_en", "Loose")
                                        .with("minutes", 45)));
        PointQuery card = Fx.at(robot, "the tray", () -> view.lookup(".undated-tray .session-card"));
        robot.drag(card, MouseButton.PRIMARY).moveBy(10, -10);
        // The hours move while the tray comes in and the first session is brought into sight.
        Point2D[] before = {null};
        Fx.await("the hours at rest", () -> {
            Point2D now = at(14 * 60, 8);
            boolean rests = now.equals(before[0]);
            before[0] = now;
            return rests;
        });
        Point2D to = at(14 * 60, 8);
        robot.dropTo(to.getX(), to.getY());
        awaitPlace(loose, "10 14:00 45 salon");
        Fx.await("the tray empty", () -> !view.lookup(".undated-tray").isVisible());
    }

    @Test
    void withoutDatesThereIsOneButton(FxRobot robot) {
        card(panel);
        kit.workspace().changes().run(Label.of("step.edit"), tx -> {
            tx.delete(MeetingKinds.SESSION, opening);
            tx.delete(MeetingKinds.SESSION, panel);
            tx.set(MeetingKinds.MEETING, meeting, "starts_on", null);
            tx.set(MeetingKinds.MEETING, meeting, "ends_on", null);
        });
        Fx.click(robot, "#agenda-set-dates");
        Fx.await("the dates", () -> datesAsked);
    }

    private AgendaView another() {
        return Fx.on(() -> new AgendaView(
                new MeetingParts(
                        kit.kit(),
                        new Navigator(),
                        kit.records(),
                        kit.workspace(),
                        kit.workspace().changes(),
                        new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace())),
                        MeetingReports.NONE,
                        List.of()),
                meeting,
                () -> datesAsked = true));
    }

    @Test
    void whatIsAskedBeforeTheAgendaIsReadIsDoneToTheAgendaThatIsRead(FxRobot robot) {
        AgendaView early = another();
        robot.interact(() -> {
            early.newItem();
            view.getScene().setRoot(early);
        });
        Fx.awaitFocus(robot, "#outline-editor");
        robot.write("Second").type(KeyCode.ENTER);
        Fx.await("the item", () -> items().size() == 2);
        Row first = items().stream()
                .filter(row -> row.id().equals(item))
                .findFirst()
                .orElseThrow();
        Row second = items().stream()
                .filter(row -> !row.id().equals(item))
                .findFirst()
                .orElseThrow();
        assertEquals("1", first.text("number"));
        assertTrue(first.text("position").compareTo(second.text("position")) < 0);
    }

    @Test
    void aSessionAskedForBeforeTheTimetableIsLaidOutIsNamedOnceItIs(FxRobot robot) {
        AgendaView early = another();
        robot.interact(() -> {
            early.newSession();
            view.getScene().setRoot(early);
        });
        Fx.await("a field to name the session", () -> early.lookup("#slot-editor") != null);
    }

    private List<Row> items() {
        return kit.workspace().list(Query.of(MeetingKinds.AGENDA_ITEM));
    }

    @Test
    void whatAnOpenedPanelTakesOfTheRoomIsNobodysChoiceOfADivider(FxRobot robot) {
        card(opening);
        robot.interact(() -> view.getScene().getWindow().setWidth(700));
        Fx.await("the narrow window", () -> view.getWidth() < 720);
        assertFalse(kit.kit().settings().get().panes().containsKey("meeting.agenda"));
    }
}
