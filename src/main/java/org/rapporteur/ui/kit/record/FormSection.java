package org.rapporteur.ui.kit.record;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Icons;

/** A part of a form under a heading that folds it. */
final class FormSection extends VBox {
    private final VBox body = new VBox();
    private final ToggleButton head = new ToggleButton();

    /**
     * A section.
     *
     * @param title its heading; null for a section that has none and is always open
     */
    FormSection(ObservableValue<String> title, boolean open) {
        getStyleClass().add("form-section");
        body.getStyleClass().add("form-body");
        if (title != null) {
            head.textProperty().bind(title);
            head.getStyleClass().addAll("flat", "section-head");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setSelected(open);
            head.selectedProperty().addListener((o, was, is) -> fold());
            getChildren().add(head);
        }
        getChildren().add(body);
        head.setSelected(open || title == null);
        fold();
    }

    private void fold() {
        FontIcon icon = Icons.of(head.isSelected() ? Material2OutlinedAL.EXPAND_LESS : Material2OutlinedAL.EXPAND_MORE);
        head.setGraphic(icon);
        // Tab goes from field to field; the heading is a stop where the fields are folded away.
        head.setFocusTraversable(!head.isSelected());
        FieldEditor.shown(body, head.isSelected());
    }

    void open() {
        head.setSelected(true);
    }

    void add(Node node) {
        body.getChildren().add(node);
    }

    boolean hasShown() {
        return body.getChildren().stream().anyMatch(Node::isManaged);
    }
}
