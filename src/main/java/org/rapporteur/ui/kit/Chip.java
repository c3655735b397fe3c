package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;

/** A state as icon and word in a small rounded box; never a colour alone. */
public final class Chip extends Label {
    private Tone tone;

    /** A chip with the icon of its tone. */
    public Chip(Tone tone, ObservableValue<String> word) {
        this(tone, tone.icon(), word);
    }

    /** A chip with an icon of its own. */
    public Chip(Tone tone, Ikon icon, ObservableValue<String> word) {
        getStyleClass().add("chip");
        textProperty().bind(word);
        show(tone, icon);
    }

    /** Changes the tone and the icon; the word follows its own binding. */
    public void show(Tone newTone, Ikon icon) {
        if (tone != null) {
            getStyleClass().remove(tone.styleClass());
        }
        tone = newTone;
        getStyleClass().add(newTone.styleClass());
        setGraphic(Icons.of(icon, 14));
    }
}
