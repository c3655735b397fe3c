package org.rapporteur.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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
    void open() throws Exception {
        fx(() -> {
            fixture.desk.open(folder.resolve("budapest"));
            return null;
        });
        until(() -> fixture.navigator != null && fixture.navigator.current().get() != null);
    }

    @AfterEach
    void close() throws Exception {
        fixture.kit.kit.tasks().close();
        fx(() -> {
            fixture.desk.close();
            // The look is the application's, not the scene's: nothing of it may reach the next test.
            stage.setScene(null);
            Application.setUserAgentStylesheet(null);
            return null;
        });
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String here() throws Exception {
        return fx(() -> fixture.navigator.current().get().area());
    }

    @Test
    void theSidebarOpensAreasAndTheKeysDoToo(FxRobot robot) throws Exception {
        assertEquals("start", here());
        robot.clickOn("#area-surveys");
        assertEquals("surveys", here());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        assertEquals("meetings", here());
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertEquals("surveys", here());
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertEquals("meetings", here());
    }

    @Test
    void aViewIsMadeOnceAndStaysAsItWasLeft(FxRobot robot) throws Exception {
        robot.clickOn("#area-meetings").clickOn("#field-meetings").write("typed");
        robot.clickOn("#area-documents");
        robot.clickOn("#area-meetings");
        assertEquals(
                "typed",
                fx(() ->
                        robot.lookup("#field-meetings").queryAs(TextField.class).getText()));
    }

    @Test
    void aCommandOfAnAreaHoldsOnlyThere(FxRobot robot) throws Exception {
        robot.clickOn("#area-meetings");
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        assertEquals(1, fixture.areas.get(1).commandRuns);
        robot.clickOn("#area-surveys");
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        assertEquals(1, fixture.areas.get(1).commandRuns);
        assertEquals(1, fixture.areas.get(3).commandRuns);
    }

    @Test
    void thePaletteRunsCommandsAndOpensRecords(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("arab");
        ListView<?> list = robot.lookup("#palette-list").queryListView();
        until(() -> list.getItems().size() == 2);
        robot.type(KeyCode.ENTER);
        until(() -> fixture.kit.i18n.language().get() == Language.AR);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("grcp");
        until(() -> list.getItems().size() == 1);
        robot.type(KeyCode.ENTER);
        until(() -> Place.of("meetings")
                .then("m1", "")
                .equals(fixture.navigator.current().get()));
        assertFalse(fx(() ->
                robot.lookup("#palette-list").query().getParent().getParent().isVisible()));
    }

    @Test
    void escapeLeavesThePaletteAndTheKeyboardGoesBack(FxRobot robot) throws Exception {
        robot.clickOn("#area-meetings").clickOn("#field-meetings");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.type(KeyCode.ESCAPE);
        robot.write("x");
        assertEquals(
                "x",
                fx(() ->
                        robot.lookup("#field-meetings").queryAs(TextField.class).getText()));
    }

    @Test
    void theLanguageSwitchesLiveAndTheWindowIsMirrored(FxRobot robot) throws Exception {
        Node sidebar = robot.lookup("#area-meetings").query();
        double before = fx(() -> sidebar.localToScene(0, 0).getX());
        assertTrue(before < 100);
        robot.clickOn("#language-menu").clickOn("العربية");
        until(() -> stage.getScene().getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT);
        double after = fx(() ->
                sidebar.localToScene(sidebar.getLayoutBounds().getCenterX(), 0).getX());
        assertTrue(after > 850, "the sidebar stands on the other side: " + after);
        assertEquals(
                "البحث في كل شيء",
                fx(() -> robot.lookup("#search-field").queryAs(TextField.class).getPromptText()));
        assertEquals(Language.AR, fixture.kit.settings.get().language().orElseThrow());
        fixture.kit.settings.update(s -> s.withLanguage(Language.RU));
        until(() -> stage.getScene().getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT);
        assertEquals(
                "Искать везде",
                fx(() -> robot.lookup("#search-field").queryAs(TextField.class).getPromptText()));
    }

    @Test
    void darkAndLight() throws Exception {
        fixture.kit.settings.update(s -> s.withTheme(ThemeChoice.DARK));
        until(() -> Application.getUserAgentStylesheet().contains("dark"));
        fixture.kit.settings.update(s -> s.withTheme(ThemeChoice.LIGHT));
        until(() -> Application.getUserAgentStylesheet().contains("light"));
    }

    @Test
    void undoAndRedoAreNamedAndEndWhereThereIsNothing(FxRobot robot) throws Exception {
        Button undo = robot.lookup("#shell-undo").queryButton();
        Button redo = robot.lookup("#shell-redo").queryButton();
        until(() -> undo.getAccessibleText().equals("Undo: Rename"));
        assertTrue(fx(redo::isDisabled));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> fixture.undo.done == 2 && !redo.isDisabled());
        for (int i = 2; i > 0; i--) {
            int left = i - 1;
            // Fired, not clicked: on the headless screen the button's own tooltip gets in the way of the mouse.
            robot.interact(undo::fire);
            until(() -> fixture.undo.done == left);
        }
        until(undo::isDisabled);
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        until(() -> fixture.undo.done == 1);
    }

    @Test
    void whoeverWritesTakesBackTheirTypingFirst(FxRobot robot) throws Exception {
        until(() -> !robot.lookup("#shell-undo").queryButton().isDisabled());
        robot.clickOn("#area-meetings").clickOn("#field-meetings").write("a");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(
                "",
                fx(() ->
                        robot.lookup("#field-meetings").queryAs(TextField.class).getText()));
        assertEquals(3, fixture.undo.done);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> fixture.undo.done == 2);
    }

    @Test
    void searchingIsOnePlaceHoweverMuchIsTyped(FxRobot robot) throws Exception {
        robot.clickOn("#area-meetings");
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("da").type(KeyCode.ENTER).write("ta").type(KeyCode.ENTER);
        until(() -> Place.of("search")
                .then("data", "")
                .equals(fixture.navigator.current().get()));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertEquals("meetings", here());
        assertEquals(
                "",
                fx(() -> robot.lookup("#search-field").queryAs(TextField.class).getText()));
    }

    @Test
    void longWorkShowsItselfAndCanBeCancelled(FxRobot robot) throws Exception {
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
        Node button = robot.lookup("#tasks-button").query();
        until(button::isVisible);
        robot.interact(((Button) button)::fire);
        until(() -> robot.lookup("3 of 12 · arcp.xlsx").tryQuery().isPresent());
        Node cancel = robot.lookup(".tasks-list .button").query();
        assertEquals("Cancel: Preparing the sample", fx(cancel::getAccessibleText));
        robot.interact(((Button) cancel)::fire);
        assertTrue(cancelled.await(20, TimeUnit.SECONDS));
        until(() -> !button.isVisible());
    }

    @Test
    void notificationsOfferTheirActionAndLeaveTheKeyboardAlone(FxRobot robot) throws Exception {
        robot.clickOn("#area-meetings").clickOn("#field-meetings");
        List<String> done = new ArrayList<>();
        fx(() -> {
            fixture.kit.notifications.show(Notice.success(fixture.kit.i18n.text("kit.rename"))
                    .action(fixture.kit.i18n.text("kit.undo"), () -> done.add("undone")));
            return null;
        });
        robot.write("y");
        assertEquals(
                "y",
                fx(() ->
                        robot.lookup("#field-meetings").queryAs(TextField.class).getText()));
        robot.type(KeyCode.F8).type(KeyCode.ENTER);
        until(() -> done.equals(List.of("undone")));
        assertTrue(fx(() -> fixture.kit.notifications.getChildren().isEmpty()));
    }

    @Test
    void aFailureSaysWhatHappenedWhatIsSafeAndItsCode(FxRobot robot) throws Exception {
        Problem problem = Problem.unexpected(new IllegalStateException("secret"));
        fixture.kit.notifications.problem(problem);
        until(() -> robot.lookup("Code " + problem.code()).tryQuery().isPresent());
        assertNotNull(robot.lookup("Everything entered before is saved.").query());
        robot.clickOn("Copy details");
        assertTrue(fixture.kit.dialogs.copied.contains(problem.code()), fixture.kit.dialogs.copied);
        assertFalse(fixture.kit.dialogs.copied.contains("secret"));
    }

    @Test
    void helpListsTheKeysThatHoldHere(FxRobot robot) throws Exception {
        robot.clickOn("#area-meetings");
        robot.type(KeyCode.F1);
        until(() -> robot.lookup("Keys on this screen").tryQuery().isPresent());
        assertNotNull(robot.lookup("Ctrl+N").query());
        robot.type(KeyCode.F1);
        until(() -> !fixture.kit.panel.showing().get());
    }

    @Test
    void everyButtonHasAName() throws Exception {
        List<String> nameless = fx(() -> {
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
    void theSidebarFoldsAndRemembersIt(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        until(() -> robot.lookup(".sidebar").query().getLayoutBounds().getWidth() < 60);
        assertTrue(fixture.kit.settings.get().sidebarFolded());
        assertEquals(
                "About Rapporteur",
                fx(() -> robot.lookup("#area-participants").query().getAccessibleText()));
    }

    @Test
    void anotherWorkspaceStartsAfresh() throws Exception {
        OpenWorkspace before = fx(() -> fixture.desk.workspace().get());
        Navigator old = fixture.navigator;
        fx(() -> {
            old.open(Place.of("documents"));
            fixture.desk.create(folder.resolve("new"), "Puebla Process");
            return null;
        });
        until(() -> fixture.desk.workspace().get() != before
                && fixture.navigator.current().get() != null);
        assertEquals("Puebla Process", fx(() -> fixture.desk.workspace().get().name()));
        assertFalse(fx(() -> fixture.navigator.canGoBack().get()));
        assertEquals(
                List.of("Puebla Process", "Budapest Process"),
                fixture.kit.settings.get().recent().stream().map(r -> r.name()).toList());
    }
}
