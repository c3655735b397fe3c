package org.rapporteur.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.settings.ThemeChoice;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The frame driven by mouse and keyboard, with areas made up for the test. */
@ExtendWith(ApplicationExtension.class)
class DeskTest {
    @TempDir
    Path folder;

    private DeskFixture fixture;
    private Stage stage;

    private static final class NoExtras implements Desk.Extras {
        @Override
        public List<Area> areas(Kit kit, Navigator navigator) {
            return List.of();
        }

        @Override
        public Node welcome(Kit kit, WorkspaceActions actions) {
            return new Label("welcome");
        }
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        fixture = new DeskFixture(folder, Language.EN, new NoExtras());
        primary.setScene(fixture.kit.kit.scenes().main(fixture.desk.root(), 980, 700));
        fixture.desk.showWelcome();
        primary.show();
    }

    @BeforeEach
    void open() {
        Fx.on(() -> {
            fixture.desk.open(folder.resolve("budapest"));
            return null;
        });
        Fx.await(
                "the workspace",
                () -> fixture.navigator != null && fixture.navigator.current().get() != null);
    }

    @AfterEach
    void close() {
        Fx.on(() -> {
            fixture.kit.kit.tasks().close();
            fixture.desk.close();
            // The look is the application's, not the scene's: nothing of it may reach the next test.
            stage.setScene(null);
            Application.setUserAgentStylesheet(null);
            return null;
        });
    }

    private void awaitArea(String area) {
        Fx.awaitEquals(area, () -> fixture.navigator.current().get().area());
    }

    private void awaitText(FxRobot robot, String text, String field) {
        TextField input = Fx.query(robot, field);
        Fx.awaitEquals(text, input::getText);
    }

    /** A shortcut, once what the last one did is over. */
    private static void keys(FxRobot robot, KeyCode modifier, KeyCode key) {
        robot.press(modifier).type(key).release(modifier);
    }

    private void openPalette(FxRobot robot) {
        keys(robot, KeyCode.CONTROL, KeyCode.K);
        Fx.awaitFocus(robot, "#palette-field");
    }

    private static FxRobot clickInto(FxRobot robot, String area, String field) {
        return Fx.clickInto(Fx.click(robot, area), field);
    }

    @Test
    void theSidebarOpensAreasAndTheKeysDoToo(FxRobot robot) {
        awaitArea("start");
        Fx.click(robot, "#area-surveys");
        awaitArea("surveys");
        keys(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        awaitArea("meetings");
        keys(robot, KeyCode.ALT, KeyCode.LEFT);
        awaitArea("surveys");
        keys(robot, KeyCode.ALT, KeyCode.RIGHT);
        awaitArea("meetings");
    }

    @Test
    void aViewIsMadeOnceAndStaysAsItWasLeft(FxRobot robot) {
        clickInto(robot, "#area-meetings", "#field-meetings").write("typed");
        Fx.click(robot, "#area-documents");
        Fx.click(robot, "#area-meetings");
        awaitText(robot, "typed", "#field-meetings");
    }

    @Test
    void aCommandOfAnAreaHoldsOnlyThere(FxRobot robot) {
        Fx.click(robot, "#area-meetings");
        keys(robot, KeyCode.CONTROL, KeyCode.N);
        Fx.awaitEquals(1, () -> fixture.areas.get(1).commandRuns);
        Fx.click(robot, "#area-surveys");
        keys(robot, KeyCode.CONTROL, KeyCode.N);
        Fx.awaitEquals(1, () -> fixture.areas.get(3).commandRuns);
        assertEquals(1, Fx.on(() -> fixture.areas.get(1).commandRuns));
    }

    @Test
    void thePaletteRunsCommandsAndOpensRecords(FxRobot robot) {
        openPalette(robot);
        robot.write("arab");
        ListView<?> list = Fx.query(robot, "#palette-list");
        Fx.awaitEquals(2, () -> list.getItems().size());
        robot.type(KeyCode.ENTER);
        Fx.awaitEquals(Language.AR, () -> fixture.kit.i18n.language().get());
        openPalette(robot);
        robot.write("grcp");
        Fx.awaitEquals(1, () -> list.getItems().size());
        robot.type(KeyCode.ENTER);
        Fx.awaitEquals(
                Place.of("meetings").then("m1", ""),
                () -> fixture.navigator.current().get());
        Fx.await("no palette", () -> !Fx.isShown(list));
    }

    @Test
    void escapeLeavesThePaletteAndTheKeyboardGoesBack(FxRobot robot) {
        clickInto(robot, "#area-meetings", "#field-meetings");
        openPalette(robot);
        robot.type(KeyCode.ESCAPE);
        Fx.awaitFocus(robot, "#field-meetings");
        robot.write("x");
        awaitText(robot, "x", "#field-meetings");
    }

    @Test
    void theLanguageSwitchesLiveAndTheWindowIsMirrored(FxRobot robot) {
        Node sidebar = Fx.query(robot, "#area-meetings");
        Fx.await("the sidebar at the left", () -> sidebar.localToScene(0, 0).getX() < 100);
        Fx.click(Fx.click(robot, "#language-menu"), "العربية");
        Fx.awaitEquals(NodeOrientation.RIGHT_TO_LEFT, () -> stage.getScene().getEffectiveNodeOrientation());
        Fx.await(
                "the sidebar on the other side",
                () -> sidebar.localToScene(sidebar.getLayoutBounds().getCenterX(), 0)
                                .getX()
                        > 850);
        TextField search = Fx.query(robot, "#search-field");
        Fx.awaitEquals("البحث في كل شيء", search::getPromptText);
        assertEquals(Language.AR, fixture.kit.settings.get().language().orElseThrow());
        robot.interact(() -> fixture.kit.settings.update(s -> s.withLanguage(Language.RU)));
        Fx.awaitEquals(NodeOrientation.LEFT_TO_RIGHT, () -> stage.getScene().getEffectiveNodeOrientation());
        Fx.awaitEquals("Искать везде", search::getPromptText);
    }

    @Test
    void afterTheLanguageIsSwitchedTypingGoesOnInTheFieldAtTheCaret(FxRobot robot) {
        clickInto(robot, "#area-meetings", "#field-meetings");
        TextField field = Fx.query(robot, "#field-meetings");
        robot.write("abcd");
        robot.interact(() -> field.positionCaret(2));
        Fx.click(Fx.click(robot, "#language-menu"), "العربية");
        Fx.awaitEquals(Language.AR, () -> fixture.kit.i18n.language().get());
        Fx.awaitFocus(robot, "#field-meetings");
        Fx.awaitEquals(2, field::getCaretPosition);
        robot.write("x");
        awaitText(robot, "abxcd", "#field-meetings");
    }

    @Test
    void darkAndLight(FxRobot robot) {
        robot.interact(() -> fixture.kit.settings.update(s -> s.withTheme(ThemeChoice.DARK)));
        Fx.await("dark", () -> Application.getUserAgentStylesheet().contains("dark"));
        robot.interact(() -> fixture.kit.settings.update(s -> s.withTheme(ThemeChoice.LIGHT)));
        Fx.await("light", () -> Application.getUserAgentStylesheet().contains("light"));
    }

    @Test
    void undoAndRedoAreNamedAndEndWhereThereIsNothing(FxRobot robot) {
        Button undo = Fx.query(robot, "#shell-undo");
        Button redo = Fx.query(robot, "#shell-redo");
        Fx.awaitEquals("Undo: Rename", undo::getAccessibleText);
        assertTrue(Fx.on(redo::isDisabled));
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        Fx.await("one undone", () -> fixture.undo.done == 2 && !redo.isDisabled());
        for (int i = 2; i > 0; i--) {
            int left = i - 1;
            // Fired, not clicked: on the headless screen the button's own tooltip gets in the way of the mouse.
            Fx.await("undo", () -> !undo.isDisabled());
            robot.interact(undo::fire);
            Fx.awaitEquals(left, () -> fixture.undo.done);
        }
        Fx.await("nothing to undo", undo::isDisabled);
        keys(robot, KeyCode.CONTROL, KeyCode.Y);
        Fx.awaitEquals(1, () -> fixture.undo.done);
    }

    @Test
    void whoeverWritesTakesBackTheirTypingFirst(FxRobot robot) {
        Node undo = Fx.query(robot, "#shell-undo");
        Fx.await("undo", () -> !undo.isDisabled());
        clickInto(robot, "#area-meetings", "#field-meetings").write("a");
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        awaitText(robot, "", "#field-meetings");
        assertEquals(3, fixture.undo.done);
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        Fx.awaitEquals(2, () -> fixture.undo.done);
    }

    @Test
    void searchingIsOnePlaceHoweverMuchIsTyped(FxRobot robot) {
        Fx.click(robot, "#area-meetings");
        keys(robot, KeyCode.CONTROL, KeyCode.F);
        Fx.awaitFocus(robot, "#search-field");
        robot.write("da").type(KeyCode.ENTER).write("ta").type(KeyCode.ENTER);
        Fx.awaitEquals(
                Place.of("search").then("data", ""),
                () -> fixture.navigator.current().get());
        keys(robot, KeyCode.ALT, KeyCode.LEFT);
        awaitArea("meetings");
        awaitText(robot, "", "#search-field");
    }

    @Test
    void longWorkShowsItselfAndCanBeCancelled(FxRobot robot) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        fixture.kit
                .kit
                .tasks()
                .work(fixture.kit.i18n.text("shell.task.sample"), progress -> {
                    progress.update(3, 12, "arcp.xlsx");
                    while (!progress.cancelled()) {
                        Thread.onSpinWait();
                    }
                    progress.check();
                    return null;
                })
                .cancelled(cancelled::countDown)
                .start();
        Button button = Fx.query(robot, "#tasks-button");
        Fx.await("the task", button::isVisible);
        robot.interact(button::fire);
        Fx.awaitWords(robot, "3 of 12 · arcp.xlsx");
        Button cancel = Fx.query(robot, ".tasks-list .button");
        assertEquals("Cancel: Preparing the sample", Fx.on(cancel::getAccessibleText));
        robot.interact(cancel::fire);
        assertTrue(cancelled.await(20, TimeUnit.SECONDS));
        Fx.await("no task", () -> !button.isVisible());
    }

    @Test
    void notificationsOfferTheirActionAndLeaveTheKeyboardAlone(FxRobot robot) {
        clickInto(robot, "#area-meetings", "#field-meetings");
        List<String> done = new ArrayList<>();
        Fx.on(() -> {
            fixture.kit.notifications.show(Notice.success(fixture.kit.i18n.text("kit.rename"))
                    .action(fixture.kit.i18n.text("kit.undo"), () -> done.add("undone")));
            return null;
        });
        robot.write("y");
        awaitText(robot, "y", "#field-meetings");
        robot.type(KeyCode.F8).type(KeyCode.ENTER);
        Fx.awaitEquals(List.of("undone"), () -> done);
        Fx.await(
                "no notification", () -> fixture.kit.notifications.getChildren().isEmpty());
    }

    @Test
    void aNoticeCoversNothingOneMayWantToPress() {
        Fx.run(() -> fixture.kit.notifications.problem(Problem.unexpected(new IllegalStateException())));
        Node notices = fixture.kit.notifications;
        Node frame = Fx.on(() -> stage.getScene().getRoot().lookup(".frame"));
        Fx.await("room for the notice", () -> {
            double bottom = frame.localToScene(frame.getLayoutBounds()).getMaxY();
            double top = notices.localToScene(notices.getLayoutBounds()).getMinY();
            return notices.getLayoutBounds().getHeight() > 20 && bottom <= top + 0.5;
        });
    }

    @Test
    void whoWorksIsAskedOnceAndNobodyIsKeptFromWorking(FxRobot robot) {
        Fx.clickInto(robot, "#author-name").write("A. Officer").type(KeyCode.ENTER);
        Fx.awaitEquals("A. Officer", () -> fixture.kit.settings.get().author());
        Node ask = Fx.query(robot, ".author-ask");
        Fx.await("no question", () -> !Fx.isShown(ask));
        Fx.awaitFocus(robot, "#field-start");
    }

    @Test
    void aFailureSaysWhatHappenedWhatIsSafeAndItsCode(FxRobot robot) {
        Problem problem = Problem.unexpected(new IllegalStateException("secret"));
        fixture.kit.notifications.problem(problem);
        Fx.awaitWords(robot, "Code " + problem.code());
        Fx.awaitWords(robot, "Everything entered before is saved.");
        Fx.click(robot, "Copy details");
        Fx.await(
                "the details",
                () -> fixture.kit.dialogs.copied != null && fixture.kit.dialogs.copied.contains(problem.code()));
        assertFalse(Fx.on(() -> fixture.kit.dialogs.copied.contains("secret")));
    }

    @Test
    void helpListsTheKeysThatHoldHere(FxRobot robot) {
        Fx.click(robot, "#area-meetings");
        robot.type(KeyCode.F1);
        Fx.awaitWords(robot, "Keys on this screen");
        Fx.awaitWords(robot, "Ctrl+N");
        robot.type(KeyCode.F1);
        Fx.await("no help", () -> !fixture.kit.panel.showing().get());
    }

    @Test
    void everyButtonHasAName() {
        List<String> nameless = Fx.on(() -> {
            List<String> found = new ArrayList<>();
            collectNameless(fixture.desk.root(), found);
            return found;
        });
        assertEquals(List.of(), nameless);
    }

    private static void collectNameless(Node node, List<String> found) {
        if (node instanceof ButtonBase button && !Access.isNamed(button)) {
            found.add(button.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectNameless(child, found));
        }
    }

    @Test
    void theSidebarFoldsAndRemembersIt(FxRobot robot) {
        keys(robot, KeyCode.CONTROL, KeyCode.B);
        Node sidebar = Fx.query(robot, ".sidebar");
        Fx.await("narrow", () -> sidebar.getLayoutBounds().getWidth() < 60);
        assertTrue(fixture.kit.settings.get().sidebarFolded());
        Node area = Fx.query(robot, "#area-participants");
        Fx.awaitEquals("About Rapporteur", area::getAccessibleText);
    }

    @Test
    void anotherWorkspaceStartsAfresh() {
        OpenWorkspace before = Fx.on(() -> fixture.desk.workspace().get());
        Navigator old = fixture.navigator;
        Fx.on(() -> {
            old.open(Place.of("documents"));
            fixture.desk.create(folder.resolve("new"), "Puebla Process");
            return null;
        });
        Fx.await(
                "the other workspace",
                () -> fixture.desk.workspace().get() != before
                        && fixture.navigator.current().get() != null);
        assertEquals(
                "Puebla Process", Fx.on(() -> fixture.desk.workspace().get().name()));
        assertFalse(Fx.on(() -> fixture.navigator.canGoBack().get()));
        assertEquals(
                List.of("Puebla Process", "Budapest Process"),
                fixture.kit.settings.get().recent().stream().map(r -> r.name()).toList());
    }
}
