package org.rapporteur.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something a person can do, as data: menus, buttons, palette, keys and the shortcut help are made from it.
 *
 * <pre>{@code
 * Command.of("meeting.new", "meeting.command.new")
 *         .icon(Material2OutlinedAL.ADD)
 *         .keys("shortcut+N")
 *         .enabledWhen(model.writable())
 *         .does(model::newMeeting)
 * }</pre>
 */
public final class Command {
    private final String id;
    private final String labelKey;
    private final Ikon icon;
    private final List<KeyCombination> keys;
    private final ObservableBooleanValue enabled;
    private final Runnable action;
    private final boolean inPalette;

    private Command(Builder builder, Runnable action) {
        this.id = builder.id;
        this.labelKey = builder.labelKey;
        this.icon = builder.icon;
        this.keys = List.copyOf(builder.keys);
        this.enabled = builder.enabled;
        this.inPalette = builder.inPalette;
        this.action = Objects.requireNonNull(action, "action");
    }

    /**
     * Starts a command.
     *
     * @param id stable name, {@code <feature>.<what>}
     * @param labelKey key of its words, a verb first ("New meeting")
     */
    public static Builder of(String id, String labelKey) {
        return new Builder(id, labelKey);
    }

    /** Stable name. */
    public String id() {
        return id;
    }

    /** Key of its words. */
    public String labelKey() {
        return labelKey;
    }

    /** Its icon, if it has one. */
    public Optional<Ikon> icon() {
        return Optional.ofNullable(icon);
    }

    /** Its keys, if it has any. */
    public Optional<KeyCombination> keys() {
        return keys.stream().findFirst();
    }

    /** All its keys: those that are shown, and those that mean the same elsewhere. */
    public List<KeyCombination> allKeys() {
        return keys;
    }

    /** Whether it can be done now. */
    public ObservableBooleanValue enabled() {
        return enabled;
    }

    /** Whether the palette offers it. */
    public boolean inPalette() {
        return inPalette;
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** Collects the parts of a command. */
    public static final class Builder {
        private final String id;
        private final String labelKey;
        private Ikon icon;
        private final List<KeyCombination> keys = new ArrayList<>();
        private ObservableBooleanValue enabled = new SimpleBooleanProperty(true);
        private boolean inPalette = true;

        private Builder(String id, String labelKey) {
            this.id = Objects.requireNonNull(id, "id");
            this.labelKey = Objects.requireNonNull(labelKey, "labelKey");
        }

        /** Its icon. */
        public Builder icon(Ikon value) {
            this.icon = value;
            return this;
        }

        /**
         * Its keys, such as {@code shortcut+N}, {@code alt+LEFT}, {@code F2}, {@code shortcut+Slash}. Called again it adds
         * keys that do the same; the first ones are shown.
         *
         * @throws IllegalArgumentException if this names a character instead of a key
         */
        public Builder keys(String combination) {
            KeyCombination parsed = KeyCombination.valueOf(combination);
            // A combination by character breaks the matching of all accelerators in JavaFX.
            if (!(parsed instanceof KeyCodeCombination)) {
                throw new IllegalArgumentException("name the key, not its character: " + combination);
            }
            keys.add(parsed);
            return this;
        }

        /** When it can be done. */
        public Builder enabledWhen(ObservableBooleanValue when) {
            this.enabled = Objects.requireNonNull(when, "when");
            return this;
        }

        /** Keeps it out of the palette: keys of the palette itself and the like. */
        public Builder notInPalette() {
            this.inPalette = false;
            return this;
        }

        /** What it does, on the window's thread. */
        public Command does(Runnable action) {
            return new Command(this, action);
        }
    }
}
