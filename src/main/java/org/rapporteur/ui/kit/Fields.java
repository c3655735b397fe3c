package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Fields of a form in one column: label above, help below, error in words. */
public final class Fields {
    private Fields() {}

    /** A field for a text of several lines; Tab leads on through the form, as it does everywhere. */
    public static TextArea text() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return area;
    }

    /**
     * A field with its label and help.
     *
     * @param help may be null
     */
    public static VBox field(ObservableValue<String> label, Node control, ObservableValue<String> help) {
        Label words = new Label();
        words.textProperty().bind(label);
        words.getStyleClass().add("field-label");
        Access.label(words, control);
        VBox box = new VBox(4, words, control);
        box.getStyleClass().add("field");
        if (help != null) {
            Label below = new Label();
            below.textProperty().bind(help);
            below.setWrapText(true);
            below.setMinHeight(Region.USE_PREF_SIZE);
            below.getStyleClass().add("field-help");
            box.getChildren().add(below);
            control.accessibleHelpProperty().bind(help);
        }
        return box;
    }

    /** Words for what is wrong, with an icon; takes no room while they are empty. */
    public static Label error(ObservableValue<String> words) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setGraphic(Icons.of(Tone.DANGER.icon(), 16));
        label.getStyleClass().add("field-error");
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
