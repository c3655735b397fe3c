package org.rapporteur.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.rapporteur.launch.App;

/**
 * The program itself, watched from inside: says "ready" when the frame with the workspace is there and drawn, then goes
 * through the areas and says how long each took until its content was drawn, and how much memory is resident.
 */
public final class WindowProbe {
    private WindowProbe() {}

    /** @param args the workspace, and "areas" to go through the areas, with their identifiers */
    public static void main(String[] args) {
        Thread watcher = new Thread(() -> watch(args), "watcher");
        watcher.setDaemon(true);
        watcher.start();
        Application.launch(App.class, args[0]);
    }

    private static void watch(String[] args) {
        while (true) {
            try {
                Platform.runLater(() -> new Watch(args).start());
                return;
            } catch (IllegalStateException notStartedYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class Watch extends AnimationTimer {
        private final List<String> areas = new ArrayList<>();
        private long since;
        private String now;
        private int drawn;
        private boolean ready;

        Watch(String[] args) {
            for (int i = 1; i < args.length; i++) {
                areas.add(args[i]);
            }
        }

        @Override
        public void handle(long time) {
            Node frame = frame();
            if (frame == null) {
                return;
            }
            if (!ready) {
                if (++drawn == 2) {
                    ready = true;
                    drawn = 0;
                    System.out.println("ready");
                    System.out.flush();
                    next(frame);
                }
                return;
            }
            if (now != null && filled(frame) && ++drawn == 2) {
                System.out.println("area " + now + " " + (System.nanoTime() - since));
                System.out.flush();
                next(frame);
            }
        }

        private void next(Node frame) {
            drawn = 0;
            now = areas.isEmpty() ? null : areas.removeFirst();
            if (now == null) {
                System.out.println("rss " + rss());
                System.out.flush();
                Platform.exit();
                return;
            }
            since = System.nanoTime();
            Node button = frame.lookup("#area-" + now);
            if (button instanceof ToggleButton toggle) {
                toggle.fire();
            } else if (button instanceof ButtonBase plain) {
                plain.fire();
            } else {
                throw new IllegalStateException("no area " + now);
            }
        }

        private static Node frame() {
            for (Window window : Window.getWindows()) {
                if (window.isShowing() && window.getScene() != null) {
                    Node frame = window.getScene().getRoot().lookup(".frame");
                    if (frame != null) {
                        return frame;
                    }
                }
            }
            return null;
        }

        /** Whether what is shown has content: a list with rows, or something that is no list at all. */
        private static boolean filled(Node frame) {
            Set<Node> lists = frame.lookupAll(".table-view");
            for (Node node : lists) {
                if (node instanceof TableView<?> table && !table.getItems().isEmpty()) {
                    return true;
                }
                if (node instanceof ListView<?> list && !list.getItems().isEmpty()) {
                    return true;
                }
            }
            return lists.isEmpty();
        }

        private static long rss() {
            try {
                return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (java.io.IOException notLinux) {
                return 0;
            }
        }
    }
}
