package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.ui.Fx;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Where the keyboard is, is seen: everything that Tab comes to, in every area and at every kind of record that has a
 * place, looks different while it has the focus. Places and controls are found, not listed.
 */
@ExtendWith(ApplicationExtension.class)
class FocusSeenTest {
    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private WindowFixture window;

    @Start
    void start(Stage stage) {
        window = new WindowFixture(stage, folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whatHasTheKeyboardLooksDifferent() {
        window.openSample();
        look("start");
        List<String> areas = Fx.on(() -> window.kit.kit.commands().active().stream()
                .map(command -> command.id())
                .filter(id -> id.startsWith("shell.area."))
                .toList());
        for (String area : areas) {
            window.command(area);
            look(area);
        }
        for (Kind kind : Model.kinds()) {
            Optional<Row> row =
                    window.workspace().list(Query.of(kind).page(1, 0)).stream().findFirst();
            if (row.isPresent() && Fx.on(() -> window.records().opener().canOpen(kind))) {
                Fx.on(() -> {
                    window.records().opener().open(kind, row.get().id());
                    return null;
                });
                window.settle();
                look("record " + kind.name());
            }
        }
        assertTrue(seen.size() > 15, "kinds of controls: " + seen);
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    private void look(String place) {
        Fx.on(() -> {
            Parent root = window.stage.getScene().getRoot();
            List<Node> stops = new ArrayList<>();
            collect(root, stops);
            Node rest = new Region();
            for (Node stop : stops) {
                // Controls of one look need one try.
                if (Fx.isShown(stop) && seen.add(kindOf(stop))) {
                    Set<Object> before = look(stop, root, rest);
                    stop.requestFocus();
                    Set<Object> after = new LinkedHashSet<>();
                    root.applyCss();
                    appearance(stop, after);
                    if (before.equals(after)) {
                        faults.add(place + ": " + kindOf(stop) + " " + words(stop));
                    }
                }
            }
            return null;
        });
        window.settle();
    }

    private Set<Object> look(Node stop, Parent root, Node rest) {
        // The keyboard rests somewhere else for a moment.
        rest.setFocusTraversable(true);
        javafx.scene.layout.Pane aside = (javafx.scene.layout.Pane) root;
        rest.setManaged(false);
        aside.getChildren().add(rest);
        rest.requestFocus();
        root.applyCss();
        Set<Object> before = new LinkedHashSet<>();
        appearance(stop, before);
        aside.getChildren().remove(rest);
        return before;
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof TextInputControl) && !(node instanceof ScrollPane)) {
            into.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static String kindOf(Node node) {
        Set<String> styles = new TreeSet<>(node.getStyleClass());
        return node.getClass().getSimpleName() + styles;
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : String.valueOf(node.getId());
    }

    private static void appearance(Node node, Set<Object> into) {
        into.add(new Look(node, node.getEffect(), node.getOpacity()));
        if (node instanceof Region region) {
            into.add(List.of(
                    node, Optional.ofNullable(region.getBackground()), Optional.ofNullable(region.getBorder())));
        }
        if (node instanceof TextInputControl) {
            // It shows a caret.
            into.add(List.of(node, node.isFocused()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> appearance(child, into));
        }
    }

    private record Look(Node node, Object effect, double opacity) {}
}
