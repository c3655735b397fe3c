package org.rapporteur.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Kit;

/** The sidebar: the workspace on top, the areas, help and settings at the foot. Folds to icons. */
final class Sidebar extends VBox {
    private static final double WIDE = 216;
    private static final double NARROW = 57;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final List<String> AT_FOOT = List.of("help", "settings");

    private final Kit kit;
    private final Navigator navigator;
    private final MenuButton workspace = new MenuButton();
    private final Label monogram = new Label();
    private final StringProperty name = new SimpleStringProperty("");
    private final VBox areas = new VBox();
    private final VBox foot = new VBox();
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final Map<String, Button> buttons = new LinkedHashMap<>();

    Sidebar(Kit kit, Navigator navigator, Command fold) {
        this.kit = kit;
        this.navigator = navigator;
        I18n i18n = kit.i18n();
        getStyleClass().add("sidebar");

        monogram.getStyleClass().add("monogram");
        workspace.setGraphic(monogram);
        workspace
                .textProperty()
                .bind(javafx.beans.binding.Bindings.when(folded).then("").otherwise(name));
        workspace.getStyleClass().addAll("flat", "workspace-button");
        workspace.setMaxWidth(Double.MAX_VALUE);
        workspace.setId("workspace-menu");
        Access.nameAndTip(workspace, i18n.text("shell.workspace.menu", name));

        areas.getStyleClass().add("sidebar-areas");
        foot.getStyleClass().add("sidebar-foot");
        ScrollPane scroll = new ScrollPane(areas);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sidebar-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);

        Button foldButton = Commands.iconButton(
                fold,
                i18n,
                javafx.beans.binding.Bindings.createStringBinding(
                        () -> i18n.now(folded.get() ? "shell.sidebar.unfold" : "shell.sidebar.fold"),
                        folded,
                        i18n.language()));
        foldButton.getStyleClass().add("fold-button");
        folded.addListener((o, was, is) -> foldButton.setRotate(is ? 180 : 0));
        foot.getChildren().add(foldButton);
        getChildren().addAll(workspace, scroll, foot);

        folded.addListener((o, was, is) -> applyFold());
        folded.set(kit.settings().get().sidebarFolded());
        applyFold();
        navigator.current().addListener((javafx.beans.Observable o) -> mark());
        addEventHandler(KeyEvent.KEY_PRESSED, this::arrows);
    }

    /** Shows the areas of a workspace and its name. */
    void show(String workspaceName, List<Area> shown, List<Command> workspaceCommands) {
        name.set(workspaceName);
        monogram.setText(monogramOf(workspaceName));
        workspace
                .getItems()
                .setAll(workspaceCommands.stream()
                        .map(command -> Commands.menuItem(command, kit.i18n()))
                        .toList());
        buttons.clear();
        areas.getChildren().clear();
        foot.getChildren().removeIf(node -> node instanceof Button button && button.getUserData() instanceof Area);
        int atFoot = 0;
        for (Area area : shown) {
            Button button = button(area);
            buttons.put(area.id(), button);
            if (AT_FOOT.contains(area.id())) {
                foot.getChildren().add(atFoot++, button);
            } else {
                areas.getChildren().add(button);
            }
        }
        applyFold();
        mark();
    }

    /** The first letters of at most two words; two letters of a single word. */
    static String monogramOf(String text) {
        String[] words = text.strip().split("\\s+");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.length && out.codePointCount(0, out.length()) < 2; i++) {
            if (!words[i].isEmpty() && Character.isLetterOrDigit(words[i].codePointAt(0))) {
                out.appendCodePoint(Character.toUpperCase(words[i].codePointAt(0)));
            }
        }
        return out.isEmpty() ? "·" : out.toString();
    }

    private Button button(Area area) {
        I18n i18n = kit.i18n();
        Label words = new Label();
        words.textProperty().bind(i18n.text(area.labelKey()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label waiting = new Label();
        waiting.getStyleClass().add("badge");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        waiting.textProperty().bind(i18n.format(f -> f.number(area.waiting().get()), area.waiting()));
        waiting.visibleProperty().bind(javafx.beans.binding.Bindings.greaterThan(area.waiting(), 0));
        waiting.managedProperty().bind(waiting.visibleProperty().and(folded.not()));
        StackPane icon = new StackPane(Icons.of(area.icon(), 20));
        icon.getStyleClass().add("sidebar-icon");
        words.visibleProperty().bind(folded.not());
        words.managedProperty().bind(folded.not());
        HBox row = new HBox(12, icon, words, waiting);
        row.setAlignment(Pos.CENTER_LEFT);

        Button button = new Button();
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setUserData(area);
        button.setId("area-" + area.id());
        button.getStyleClass().addAll("flat", "sidebar-item");
        button.setMaxWidth(Double.MAX_VALUE);
        // The row takes the width of the button, so that the number stands at its end.
        row.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.setOnAction(event -> navigator.openArea(area.id()));
        Access.name(
                button,
                javafx.beans.binding.Bindings.createStringBinding(
                        () -> area.waiting().get() > 0
                                ? i18n.now(
                                        "shell.area.waiting",
                                        i18n.now(area.labelKey()),
                                        area.waiting().get())
                                : i18n.now(area.labelKey()),
                        area.waiting(),
                        i18n.language()));
        return button;
    }

    private void mark() {
        Place here = navigator.current().get();
        buttons.forEach((id, button) ->
                button.pseudoClassStateChanged(HERE, here != null && here.area().equals(id)));
    }

    /** Folds or unfolds, and remembers it. */
    void toggleFold() {
        folded.set(!folded.get());
        kit.settings().update(s -> s.withSidebarFolded(folded.get()));
    }

    private void applyFold() {
        boolean narrow = folded.get();
        double width = narrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("folded"), narrow);
        buttons.values().forEach(button -> {
            if (narrow) {
                Access.tip(button, kit.i18n().text(((Area) button.getUserData()).labelKey()));
            } else {
                button.setTooltip(null);
            }
        });
    }

    private void arrows(KeyEvent event) {
        List<Node> order = new java.util.ArrayList<>();
        order.add(workspace);
        order.addAll(areas.getChildren());
        order.addAll(foot.getChildren());
        int at = order.indexOf(getScene().getFocusOwner());
        int to =
                switch (event.getCode()) {
                    case DOWN -> at + 1;
                    case UP -> at - 1;
                    default -> -1;
                };
        if (at > 0 && to >= 0 && to < order.size() && !event.isShortcutDown() && !event.isAltDown()) {
            order.get(to).requestFocus();
            event.consume();
        }
    }

    /** Brings the keyboard to where the person is. */
    void focusHere() {
        Place here = navigator.current().get();
        Button button = here == null ? null : buttons.get(here.area());
        (button == null ? workspace : button).requestFocus();
    }
}
