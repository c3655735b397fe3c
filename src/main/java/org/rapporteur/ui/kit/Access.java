package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Names for screen readers. Every control has one: its own words, its label, or one given here. */
public final class Access {
    private Access() {}

    /** Names a node for screen readers. */
    public static <N extends Node> N name(N node, ObservableValue<String> words) {
        node.accessibleTextProperty().bind(words);
        return node;
    }

    /** Names a control for screen readers and shows the name when the mouse rests on it: for buttons of an icon only. */
    public static <C extends Control> C nameAndTip(C control, ObservableValue<String> words) {
        name(control, words);
        return tip(control, words);
    }

    /** Shows words when the mouse rests on a control. */
    public static <C extends Control> C tip(C control, ObservableValue<String> words) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        tooltip.setShowDelay(Duration.millis(400));
        control.setTooltip(tooltip);
        return control;
    }

    /** Ties a label to its control, so that the reader says the one for the other and a click on it goes there. */
    public static Label label(Label label, Node control) {
        label.setLabelFor(control);
        label.setOnMouseClicked(event -> control.requestFocus());
        return label;
    }

    /** Whether a button says what it does: by its words or by a name for screen readers. */
    public static boolean isNamed(ButtonBase button) {
        return isText(button.getAccessibleText()) || isText(button.getText());
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }
}
