package org.rapporteur.ui;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.service.query.impl.PointQueryBase;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What tests ask of a window, asked on the window's own thread. A test runs beside that thread, which fills lists,
 * replaces nodes and lays them out whenever work in the background ends; whoever walks through the nodes from outside
 * meets them half changed. So every look at the scene goes through here, and what comes later is waited for.
 */
public final class Fx {
    private static final long SECONDS = 20;

    /** How much of the window's words a failure quotes. */
    private static final int QUOTED = 60;

    private Fx() {}

    /**
     * Evaluates on the window's thread (directly, if already there).
     *
     * @return what it gave
     * @throws RuntimeException or Error: what it threw; a checked exception comes as the cause of an AssertionError
     */
    public static <T> T on(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw unchecked(e);
            }
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            e.getCause().addSuppressed(new IllegalStateException("asked from here"));
            throw unchecked(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the window's thread did not answer for " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        throw new AssertionError(thrown);
    }

    /**
     * Waits until a condition holds on the window's thread, and until what the window then has to do is done.
     *
     * @param what what is waited for, for the message
     * @throws AssertionError if it does not come within 20 seconds, with the words that the windows show instead
     */
    public static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> on(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what + "; shown are " + words(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Whether a label, a button or a field in a shown window has exactly these words; asked once, without waiting. */
    public static boolean shows(FxRobot robot, String words) {
        return on(() -> robot.lookup((Node node) -> words.equals(text(node)) && isShown(node)).queryAll().stream()
                .findFirst()
                .isPresent());
    }

    /** Waits until {@link #shows}. */
    public static void awaitWords(FxRobot robot, String words) {
        await("\"" + words + "\"", () -> shows(robot, words));
    }

    /** Whether a node for a selector (#id, .style or words) is there; asked once, without waiting. */
    public static boolean has(FxRobot robot, String selector) {
        return count(robot, selector) > 0;
    }

    /** How many nodes there are for a selector; asked once, without waiting. */
    public static int count(FxRobot robot, String selector) {
        return on(() -> robot.lookup(selector).queryAll().size());
    }

    /** Waits for a node for a selector (#id, .style or words); one that is shown comes before one that is hidden. */
    public static <T extends Node> T query(FxRobot robot, String selector) {
        return find(selector, () -> robot.lookup(selector).queryAll());
    }

    /** Waits for a node that fulfils a condition; one that is shown comes before one that is hidden. */
    public static <T extends Node> T query(FxRobot robot, String what, Predicate<Node> wanted) {
        return find(what, () -> robot.lookup(wanted).queryAll());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Node> T find(String what, Callable<? extends Collection<? extends Node>> search) {
        Node[] found = new Node[1];
        await(what, () -> {
            Collection<? extends Node> all = search.call();
            found[0] = all.stream()
                    .filter(Fx::isShown)
                    .findFirst()
                    .map(Node.class::cast)
                    .orElseGet(() -> all.stream().findFirst().orElse(null));
            return found[0] != null;
        });
        return (T) found[0];
    }

    /** Waits until a node for a selector is shown in its place and enabled, and clicks on it. */
    public static FxRobot click(FxRobot robot, String selector) {
        robot.clickOn(at(robot, selector));
        return robot;
    }

    /** Waits until a node is shown in its place and enabled, and clicks on it. */
    public static FxRobot click(FxRobot robot, Node node) {
        robot.clickOn(at(robot, String.valueOf(node), () -> node));
        return robot;
    }

    /** The place of a node for a selector, for any gesture of the mouse; waits as {@link #click}. */
    public static PointQuery at(FxRobot robot, String selector) {
        return at(
                robot,
                selector,
                () -> robot.lookup(selector).queryAll().stream()
                        .filter(Fx::isReady)
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The place of a node, for any gesture of the mouse. Waits until the node is shown, enabled, laid out and keeps its
     * place; while the mouse is on its way, the place is asked for again.
     *
     * @param search gives the node, or null as long as it is not there; runs on the window's thread
     */
    public static PointQuery at(FxRobot robot, String what, Callable<? extends Node> search) {
        Point2D[] before = new Point2D[1];
        await(what + " in its place", () -> {
            Point2D now = place(robot, search.call());
            boolean steady = now != null && now.equals(before[0]);
            before[0] = now;
            return steady;
        });
        return new PointQueryBase() {
            @Override
            public Point2D query() {
                return on(() -> Objects.requireNonNullElse(place(robot, search.call()), before[0]));
            }
        };
    }

    private static Point2D place(FxRobot robot, Node node) {
        if (node == null || !isReady(node)) {
            return null;
        }
        Parent root = node.getScene().getRoot();
        root.applyCss();
        root.layout();
        return isReady(node) ? robot.point(node).query() : null;
    }

    private static boolean isReady(Node node) {
        return isShown(node)
                && !node.isDisabled()
                && node.getLayoutBounds().getWidth() > 0
                && node.getLayoutBounds().getHeight() > 0;
    }

    /** Whether a node is in a shown window and neither itself nor anything around it is hidden. */
    public static boolean isShown(Node node) {
        if (node.getScene() == null
                || node.getScene().getWindow() == null
                || !node.getScene().getWindow().isShowing()) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> null;
        };
    }

    private static List<String> words() {
        return on(() -> Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
                .filter(Fx::isShown)
                .map(Fx::text)
                .filter(words -> words != null && !words.isBlank())
                .limit(QUOTED)
                .toList());
    }
}
