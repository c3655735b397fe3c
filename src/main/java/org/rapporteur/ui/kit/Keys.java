package org.rapporteur.ui.kit;

import java.util.Optional;
import java.util.Set;
import javafx.event.EventTarget;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.rapporteur.i18n.Messages;

/**
 * Leads the keys of a scene to the commands. Combinations with a modifier and function keys come before the focused
 * control; plain keys (Enter, Delete, digits) only when no control wanted them. While somebody writes, the keys of
 * text editing stay with the text: Ctrl+Z takes back typing first and the application's changes after that.
 */
public final class Keys {
    private static final Set<KeyCode> EDITING = Set.of(
            KeyCode.A,
            KeyCode.C,
            KeyCode.V,
            KeyCode.X,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE,
            KeyCode.ENTER);

    private Keys() {}

    /** Makes a scene obey the commands. */
    public static void install(Scene scene, Commands commands) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isEarly(event) && !belongsToText(event)) {
                run(commands, event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isConsumed() && !isEarly(event)) {
                run(commands, event);
            }
        });
    }

    private static void run(Commands commands, KeyEvent event) {
        Optional<Command> command = commands.match(event);
        if (command.isPresent()) {
            event.consume();
            command.get().run();
        }
    }

    private static boolean isEarly(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey();
    }

    private static boolean belongsToText(KeyEvent event) {
        EventTarget target = event.getTarget();
        TextInputControl text = null;
        for (Node node = target instanceof Node n ? n : null; node != null && text == null; node = node.getParent()) {
            text = node instanceof TextInputControl control ? control : null;
        }
        if (text == null || !event.isShortcutDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.Z) {
            return event.isShiftDown() ? text.isRedoable() : text.isUndoable();
        }
        if (event.getCode() == KeyCode.Y) {
            return text.isRedoable();
        }
        return EDITING.contains(event.getCode());
    }

    /** A combination as people know it: {@code Ctrl+Shift+K}; in the words of the language for the named keys. */
    public static String display(KeyCombination keys, Messages messages) {
        if (!(keys instanceof KeyCodeCombination combination)) {
            return keys.getDisplayText();
        }
        StringBuilder out = new StringBuilder();
        boolean mac = System.getProperty("os.name", "")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("mac");
        if (isDown(combination.getShortcut()) || isDown(combination.getControl())) {
            out.append(mac ? "⌘" : messages.text("kit.key.ctrl") + "+");
        }
        if (isDown(combination.getAlt())) {
            out.append(mac ? "⌥" : messages.text("kit.key.alt") + "+");
        }
        if (isDown(combination.getShift())) {
            out.append(mac ? "⇧" : messages.text("kit.key.shift") + "+");
        }
        return out.append(name(combination.getCode(), messages)).toString();
    }

    private static boolean isDown(KeyCombination.ModifierValue value) {
        return value == KeyCombination.ModifierValue.DOWN;
    }

    private static String name(KeyCode code, Messages messages) {
        return switch (code) {
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            case SLASH -> "/";
            case COMMA -> ",";
            case PERIOD -> ".";
            case BACK_SLASH -> "\\";
            case ENTER -> messages.text("kit.key.enter");
            case ESCAPE -> messages.text("kit.key.escape");
            case DELETE -> messages.text("kit.key.delete");
            case SPACE -> messages.text("kit.key.space");
            default -> code.isDigitKey() ? code.getChar() : code.getName();
        };
    }

    /** A label for a combination; it reads from left to right in every language. */
    public static Label label(KeyCombination keys, I18n i18n) {
        Label label = new Label();
        label.textProperty().bind(i18n.format(f -> display(keys, i18n.messages())));
        label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        label.getStyleClass().add("kbd");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
