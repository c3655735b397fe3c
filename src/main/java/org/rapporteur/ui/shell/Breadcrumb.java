package org.rapporteur.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** Where one is: area, record, tab; each but the last opens its place. */
final class Breadcrumb extends HBox {
    private static final String KEY = "key:";

    private final I18n i18n;
    private final Navigator navigator;

    Breadcrumb(I18n i18n, Navigator navigator) {
        this.i18n = i18n;
        this.navigator = navigator;
        getStyleClass().add("breadcrumb");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(80);
        Access.name(this, i18n.text("shell.breadcrumb"));
    }

    void show(Place place, List<Area> areas) {
        getChildren().clear();
        String labelKey = areas.stream()
                .filter(area -> area.id().equals(place.area()))
                .map(Area::labelKey)
                .findFirst()
                .orElse(null);
        if (labelKey == null) {
            return;
        }
        int count = place.steps().size();
        getChildren().add(crumb(i18n.text(labelKey), place.upTo(0), count == 0));
        for (int i = 0; i < count; i++) {
            getChildren().add(Icons.of(Material2OutlinedAL.CHEVRON_RIGHT, 16));
            getChildren().add(crumb(words(place.steps().get(i).label()), place.upTo(i + 1), i == count - 1));
        }
    }

    private ObservableValue<String> words(String label) {
        return label.startsWith(KEY)
                ? i18n.text(label.substring(KEY.length())).map(Breadcrumb::capital)
                : new javafx.beans.property.SimpleStringProperty(label);
    }

    /** Names of kinds are written as they stand in a sentence; a crumb begins with a capital. */
    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT)
                        + words.substring(words.offsetByCodePoints(0, 1));
    }

    private Node crumb(ObservableValue<String> words, Place place, boolean last) {
        if (last) {
            Label here = new Label();
            here.textProperty().bind(words);
            here.getStyleClass().add("crumb-here");
            here.setMinWidth(100);
            HBox.setHgrow(here, Priority.SOMETIMES);
            return here;
        }
        Button way = new Button();
        way.textProperty().bind(words);
        way.getStyleClass().addAll("flat", "crumb");
        way.setMinWidth(place.steps().isEmpty() ? Region.USE_PREF_SIZE : 64);
        way.setOnAction(event -> navigator.open(place));
        return way;
    }
}
