package org.rapporteur.ui.shell;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.SidePanelHost;

/** The frame of an open workspace: sidebar, title row, content and side panel; it follows the navigator. */
final class Frame extends BorderPane {
    private final Kit kit;
    private final Navigator navigator;
    private final Sidebar sidebar;
    private final TitleRow title;
    private final StackPane content = new StackPane();
    private final SidePanelHost panel;
    private final Map<String, Node> views = new HashMap<>();
    private List<Area> areas = List.of();
    private Area shown;

    Frame(Kit kit, Navigator navigator, SidePanelHost panel, UndoModel undo, Map<String, Command> commands) {
        this.kit = kit;
        this.navigator = navigator;
        this.panel = panel;
        getStyleClass().add("frame");
        sidebar = new Sidebar(kit, navigator, commands.get("fold"));
        title = new TitleRow(kit, navigator, undo, commands);
        content.getStyleClass().add("content");
        panel.content(content);
        BorderPane main = new BorderPane(panel);
        main.setTop(title);
        setLeft(sidebar);
        setCenter(main);
        navigator.current().addListener((javafx.beans.Observable o) -> follow());
    }

    /** Takes the areas of a workspace; areas that the sidebar does not list can be opened but have no button. */
    void show(String workspaceName, List<Area> newAreas, List<Command> workspaceCommands) {
        areas = newAreas.stream()
                .sorted(Comparator.comparingInt(area -> order(area.id())))
                .toList();
        for (Area area : areas) {
            kit.commands().clear(area.id());
            area.commands().forEach(command -> kit.commands().add(area.id(), command));
        }
        sidebar.show(
                workspaceName,
                areas.stream().filter(area -> Area.ORDER.contains(area.id())).toList(),
                workspaceCommands);
    }

    private static int order(String id) {
        int at = Area.ORDER.indexOf(id);
        return at < 0 ? Area.ORDER.size() : at;
    }

    /** Says that the workspace can only be read. */
    void readOnly(boolean is) {
        title.readOnly(is);
    }

    boolean has(String areaId) {
        return areas.stream().anyMatch(area -> area.id().equals(areaId));
    }

    Sidebar sidebar() {
        return sidebar;
    }

    TitleRow title() {
        return title;
    }

    Area shown() {
        return shown;
    }

    private void follow() {
        Place place = navigator.current().get();
        if (place == null) {
            return;
        }
        areas.stream()
                .filter(area -> area.id().equals(place.area()))
                .findFirst()
                .ifPresent(area -> show(area, place));
    }

    private void show(Area area, Place place) {
        if (area != shown) {
            if (shown != null) {
                shown.left();
                panel.close();
            }
            shown = area;
            kit.commands().activate(area.id());
            content.getChildren().setAll(views.computeIfAbsent(area.id(), id -> area.view()));
        }
        title.breadcrumb().show(place, areas);
        area.open(place);
    }

    /** Brings the keyboard to the content. */
    void focusContent() {
        // Panes take their content into the scene only with their skin, and what is in no scene can't have the focus.
        applyCss();
        content.getChildren().stream().findFirst().ifPresent(node -> {
            Node target = firstFocusable(node);
            if (target != null) {
                target.requestFocus();
            }
        });
    }

    private static Node firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof javafx.scene.Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstFocusable(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
