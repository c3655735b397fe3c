package org.rapporteur.ui.shell;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
    private final WorkFocus work;
    private final BorderPane main;
    private List<Area> areas = List.of();
    private Area shown;
    private Place place;

    Frame(Kit kit, Navigator navigator, SidePanelHost panel, UndoModel undo, Map<String, Command> commands) {
        this.kit = kit;
        this.navigator = navigator;
        this.panel = panel;
        getStyleClass().add("frame");
        sidebar = new Sidebar(kit, navigator, commands.get("fold"));
        title = new TitleRow(kit, navigator, undo, commands);
        content.getStyleClass().add("content");
        panel.content(content);
        main = new BorderPane(panel);
        main.setTop(title);
        work = new WorkFocus(this, content, node -> panel.isIn(node));
        setLeft(sidebar);
        setCenter(main);
        navigator.current().addListener((javafx.beans.Observable o) -> follow());
        // Esc is the way out of any panel, wherever the keyboard is; lists would keep it to themselves.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isEscape(event) && isRestingList(event.getTarget())) {
                leavePanel(event);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (isEscape(event)) {
                leavePanel(event);
            }
        });
    }

    private static boolean isEscape(KeyEvent event) {
        return event.getCode() == KeyCode.ESCAPE;
    }

    private static boolean isRestingList(EventTarget target) {
        return switch (target) {
            case TableView<?> table -> table.getEditingCell() == null;
            case ListView<?> list -> list.getEditingIndex() < 0;
            case TreeView<?> tree -> tree.getEditingItem() == null;
            default -> false;
        };
    }

    private void leavePanel(KeyEvent event) {
        if (panel.showing().get()) {
            event.consume();
            panel.close();
        }
    }

    /** Asks who works here, if the settings do not say. */
    void askAuthor() {
        main.setTop(new VBox(title, new AuthorAsk(kit, this::focusContent)));
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

    private void show(Area area, Place to) {
        boolean elsewhere = !to.equals(place);
        place = to;
        if (elsewhere) {
            // A panel belongs to its place.
            panel.close();
        }
        if (area != shown) {
            if (shown != null) {
                // What is typed in place there is kept, as it is whenever its field is left.
                if (WorkFocus.isIn(
                        content, getScene() == null ? null : getScene().getFocusOwner())) {
                    content.requestFocus();
                }
                shown.left();
            }
            shown = area;
            kit.commands().activate(area.id());
            content.getChildren().setAll(views.computeIfAbsent(area.id(), id -> area.view()));
        }
        title.breadcrumb().show(to, areas);
        area.open(to);
        // Whoever searches goes on typing while the results come.
        if (elsewhere && !(area.id().equals(SearchBox.AREA) && title.search().isFocused())) {
            work.arrive();
        }
    }

    /** Brings the keyboard to the content. */
    void focusContent() {
        // Panes take their content into the scene only with their skin, and what is in no scene can't have the focus.
        applyCss();
        if (!work.focusContent()) {
            work.arrive();
        }
    }
}
