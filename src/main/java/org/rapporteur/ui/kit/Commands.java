package org.rapporteur.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;

/**
 * All commands of the window. Commands of the scope {@link #EVERYWHERE} hold everywhere; those of another scope (the
 * id of an area) only while it is the active one, so that Ctrl+N makes what is at hand.
 */
public final class Commands {
    /** Scope of commands that hold everywhere. */
    public static final String EVERYWHERE = "";

    private final Map<String, List<Command>> scopes = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper scope = new ReadOnlyStringWrapper(EVERYWHERE);

    /** No commands yet. */
    public Commands() {
        scopes.put(EVERYWHERE, new ArrayList<>());
    }

    /**
     * Adds a command to a scope.
     *
     * @return run it to take the command away again
     * @throws IllegalArgumentException if the scope has a command of this id or with these keys already
     */
    public Runnable add(String toScope, Command command) {
        List<Command> list = scopes.computeIfAbsent(toScope, s -> new ArrayList<>());
        for (Command other : list) {
            if (other.id().equals(command.id())) {
                throw new IllegalArgumentException("command twice: " + command.id());
            }
            if (command.allKeys().stream().anyMatch(other.allKeys()::contains)) {
                throw new IllegalArgumentException("the same keys for " + command.id() + " and " + other.id());
            }
        }
        list.add(command);
        return () -> list.remove(command);
    }

    /** Adds a command that holds everywhere. */
    public Runnable add(Command command) {
        return add(EVERYWHERE, command);
    }

    /** Takes all commands of a scope away. */
    public void clear(String ofScope) {
        scopes.getOrDefault(ofScope, new ArrayList<>()).clear();
    }

    /** Takes all commands of all scopes away. */
    public void clearAll() {
        scopes.values().forEach(List::clear);
        scope.set(EVERYWHERE);
    }

    /** The active scope. */
    public ReadOnlyStringProperty scope() {
        return scope.getReadOnlyProperty();
    }

    /** Makes a scope the active one. */
    public void activate(String newScope) {
        scope.set(newScope);
    }

    /** Commands of one scope, in the order they were added. */
    public List<Command> of(String ofScope) {
        return List.copyOf(scopes.getOrDefault(ofScope, List.of()));
    }

    /** Commands that hold now: those of the active scope first, then those that hold everywhere. */
    public List<Command> active() {
        List<Command> active = new ArrayList<>();
        if (!scope.get().equals(EVERYWHERE)) {
            active.addAll(of(scope.get()));
        }
        active.addAll(of(EVERYWHERE));
        return active;
    }

    /** The command of this id in any scope. */
    public Optional<Command> find(String id) {
        return scopes.values().stream()
                .flatMap(List::stream)
                .filter(command -> command.id().equals(id))
                .findFirst();
    }

    /** The command that these keys mean now. */
    public Optional<Command> match(KeyEvent event) {
        return active().stream()
                .filter(command -> command.allKeys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    /** A button for a command: its words and icon; its keys show when the mouse rests on it. */
    public static Button button(Command command, I18n i18n) {
        Button button = new Button();
        button.textProperty().bind(i18n.text(command.labelKey()));
        button.setAccessibleText(null);
        return prepare(button, command, i18n, button.textProperty());
    }

    /** A button of the icon alone, named for screen readers. */
    public static Button iconButton(Command command, I18n i18n) {
        return iconButton(command, i18n, i18n.text(command.labelKey()));
    }

    /** A button of the icon alone, with words other than the command's own. */
    public static Button iconButton(Command command, I18n i18n, ObservableValue<String> words) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(words);
        return prepare(button, command, i18n, words);
    }

    private static Button prepare(Button button, Command command, I18n i18n, ObservableValue<String> words) {
        command.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon)));
        button.setId(command.id().replace('.', '-'));
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        Access.tip(
                button,
                javafx.beans.binding.Bindings.createStringBinding(
                        () -> command.keys()
                                .map(keys -> words.getValue() + "  " + Keys.display(keys, i18n.messages()))
                                .orElse(words.getValue()),
                        words));
        return button;
    }

    /** A menu entry for a command. */
    public static MenuItem menuItem(Command command, I18n i18n) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(i18n.text(command.labelKey()));
        command.icon().ifPresent(icon -> item.setGraphic(Icons.of(icon)));
        item.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        item.setOnAction(event -> command.run());
        return item;
    }
}
