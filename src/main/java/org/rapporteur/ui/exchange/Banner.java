package org.rapporteur.ui.exchange;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;

/** A sentence that must not be overlooked, on a tint with an icon. */
final class Banner {
    private Banner() {}

    static HBox of(Tone tone, String words, Node... more) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox banner = new HBox(12, Icons.of(tone.icon()), label);
        banner.getChildren().addAll(more);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll("banner", tone.styleClass());
        return banner;
    }
}
