package org.rapporteur.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;

/** What the frame's commands do. */
final class FrameActions implements ShellCommands.Actions {
    private static final String HELP = "shell.help";

    private final Kit kit;
    private final Navigator navigator;
    private final Desk desk;
    private Frame frame;

    FrameActions(Kit kit, Navigator navigator, Desk desk) {
        this.kit = kit;
        this.navigator = navigator;
        this.desk = desk;
    }

    void frame(Frame newFrame) {
        this.frame = newFrame;
    }

    /** Ctrl+1 and so on: the areas in the sidebar's order, each with the number of its usual place. */
    void addAreaCommands(List<Area> areas) {
        for (Area area : areas) {
            int number = Area.ORDER.indexOf(area.id()) + 1;
            Command.Builder builder =
                    Command.of("shell.area." + area.id(), area.labelKey()).icon(area.icon());
            if (number >= 1 && number <= 7) {
                builder.keys("shortcut+" + number);
            } else if (area.id().equals("settings")) {
                builder.keys("shortcut+Comma");
            }
            if (number >= 1) {
                kit.commands().add(builder.does(() -> navigator.openArea(area.id())));
            }
        }
    }

    @Override
    public void palette() {
        desk.togglePalette();
    }

    @Override
    public void search() {
        if (!desk.frameShown()) {
            return;
        }
        frame.title().search().requestFocus();
        frame.title().search().selectAll();
    }

    @Override
    public void fold() {
        frame.sidebar().toggleFold();
    }

    @Override
    public Node focus() {
        return frame.getScene() == null ? null : frame.getScene().getFocusOwner();
    }

    @Override
    public void help() {
        if (kit.sidePanel().showing().get() && kit.sidePanel().isContent(HELP)) {
            kit.sidePanel().close();
            return;
        }
        VBox help = new VBox(16);
        help.setUserData(HELP);
        Area area = frame.shown();
        if (area != null && kit.i18n().messages().has(area.labelKey() + ".help")) {
            Label words = new Label();
            words.textProperty().bind(kit.i18n().text(area.labelKey() + ".help"));
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            help.getChildren().add(words);
        }
        help.getChildren().add(new ShortcutList(kit.commands(), kit.i18n()));
        kit.sidePanel().show(kit.i18n().text("shell.help.title"), help);
    }

    @Override
    public void nextPart() {
        Node focus = frame.getScene().getFocusOwner();
        if (isIn(frame.getLeft(), focus)) {
            frame.title().search().requestFocus();
        } else if (isIn(frame.title(), focus)) {
            frame.focusContent();
        } else if (kit.sidePanel().showing().get() && !kit.sidePanel().isPanelFocused()) {
            kit.sidePanel().focus();
        } else {
            frame.sidebar().focusHere();
        }
    }

    private static boolean isIn(Node ancestor, Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == ancestor) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void notification() {
        desk.focusNotification();
    }

    @Override
    public void welcome() {
        desk.showWelcome();
    }

    @Override
    public void showFolder() {
        OpenWorkspace open = desk.workspace().get();
        if (open != null) {
            kit.dialogs().open(open.folder());
        }
    }
}
