package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty screen shows: what it is for in one sentence, and the button to start with. */
public final class EmptyState extends VBox {
    /**
     * An empty state.
     *
     * @param icon a large quiet icon
     * @param title what is not there yet
     * @param sentence what this screen is for
     * @param actions the one button to start with; a second, plainer one at most; none where nothing can be done
     */
    public EmptyState(Ikon icon, ObservableValue<String> title, ObservableValue<String> sentence, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = Icons.of(icon, 40);
        picture.getStyleClass().add("empty-icon");
        Label heading = new Label();
        heading.textProperty().bind(title);
        heading.getStyleClass().add("h2");
        Label words = new Label();
        words.textProperty().bind(sentence);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        words.setMaxWidth(420);
        words.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(picture, heading, words);
        if (actions.length > 0 && actions[0] instanceof Button first) {
            first.getStyleClass().add("accent");
        }
        VBox buttons = new VBox(8, actions);
        buttons.setAlignment(Pos.CENTER);
        if (actions.length > 0) {
            getChildren().add(buttons);
        }
    }
}
