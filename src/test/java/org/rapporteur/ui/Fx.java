package org.rapporteur.ui;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
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

    /** Does something on the window's thread and waits until it and what follows from it are done. */
    public static void run(Runnable task) {
        on(() -> {
            task.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
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
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the window's thread would wait for itself: " + what);
        }
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> on(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what + "; shown are " + words(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /**
     * Waits until something on the window's thread has a value.
     *
     * @throws AssertionError if it does not within 20 seconds, with the value that it has instead
     */
    public static void awaitEquals(Object expected, Callable<?> actual) {
        Object[] last = new Object[1];
        try {
            await(String.valueOf(expected), () -> {
                last[0] = actual.call();
                return Objects.equals(expected, last[0]);
            });
        } catch (AssertionError e) {
            throw new AssertionError("expected " + expected + " but it stays " + last[0], e);
        }
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

    /** A node for a selector, one that is shown before one that is hidden; asked once, without waiting. */
    public static <T extends Node> Optional<T> look(FxRobot robot, String selector) {
        return on(() -> first(robot.lookup(selector).queryAll()));
    }

    /** Waits for a node for a selector (#id, .style or words); one that is shown comes before one that is hidden. */
    public static <T extends Node> T query(FxRobot robot, String selector) {
        return find(selector, () -> robot.lookup(selector).queryAll());
    }

    /** Waits for a node that fulfils a condition; one that is shown comes before one that is hidden. */
    public static <T extends Node> T query(FxRobot robot, String what, Predicate<Node> wanted) {
        return find(what, () -> robot.lookup(wanted).queryAll());
    }

    /** Waits until a node for a selector has the keyboard. */
    public static <T extends Node> T awaitFocus(FxRobot robot, String selector) {
        return find(
                "the keyboard in " + selector,
                () -> robot.lookup(selector).queryAll().stream()
                        .filter(Node::isFocused)
                        .toList());
    }

    private static <T extends Node> T find(String what, Callable<? extends Collection<? extends Node>> search) {
        AtomicReference<T> found = new AtomicReference<>();
        await(what, () -> {
            Optional<T> first = first(search.call());
            first.ifPresent(found::set);
            return first.isPresent();
        });
        return found.get();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Node> Optional<T> first(Collection<? extends Node> all) {
        Optional<? extends Node> shown = all.stream().filter(Fx::isShown).findFirst();
        return (Optional<T>) (shown.isPresent() ? shown : all.stream().findFirst());
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

    /** Clicks on a field and waits until it has the keyboard. */
    public static FxRobot clickInto(FxRobot robot, String selector) {
        click(robot, selector);
        awaitFocus(robot, selector);
        return robot;
    }

    /** Clicks on a field and waits until it has the keyboard. */
    public static FxRobot clickInto(FxRobot robot, Node field) {
        click(robot, field);
        await("the keyboard in " + field, field::isFocused);
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
        steady(what, search);
        return new PointQueryBase() {
            @Override
            public Point2D query() {
                return on(() -> {
                    hideTooltips();
                    Node node = search.call();
                    if (place(node) == null) {
                        throw new AssertionError("gone from under the mouse: " + what);
                    }
                    return robot.point(node).query();
                });
            }
        };
    }

    /** On a slow machine the mouse rests long enough for a tooltip, which would then take the click. */
    private static void hideTooltips() {
        List.copyOf(Window.getWindows()).forEach(window -> {
            if (window instanceof Tooltip) {
                window.hide();
            }
        });
    }

    /** Waits until a node is shown, enabled, laid out and keeps its place. */
    public static void steady(String what, Callable<? extends Node> search) {
        Bounds[] before = new Bounds[1];
        await(what + " in its place", () -> {
            Bounds now = place(search.call());
            boolean steady = now != null && now.equals(before[0]);
            before[0] = now;
            return steady;
        });
    }

    private static Bounds place(Node node) {
        if (node == null || !isReady(node)) {
            return null;
        }
        Parent root = node.getScene().getRoot();
        root.applyCss();
        root.layout();
        return isReady(node) ? node.localToScreen(node.getBoundsInLocal()) : null;
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
