package org.rapporteur.ui.exchange;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** A field of a record with its name above; one that was decided carries a tick. */
final class FilledLine {
    private FilledLine() {}

    static Node of(I18n i18n, ConflictDetail.Filled filled) {
        Label name = new Label(filled.label());
        name.getStyleClass().addAll("muted", "small");
        Label value = new Label(filled.text().isEmpty() ? i18n.now("exchange.value.empty") : filled.text());
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.setMaxWidth(Double.MAX_VALUE);
        if (filled.rightToLeft() != i18n.messages().language().rtl()) {
            value.setNodeOrientation(
                    filled.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        if (filled.decided()) {
            name.setGraphic(Icons.of(Material2OutlinedAL.CHECK_CIRCLE, 14));
            value.getStyleClass().add("strong");
        }
        return new VBox(2, name, value);
    }
}
