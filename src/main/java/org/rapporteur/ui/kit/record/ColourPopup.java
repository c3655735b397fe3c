package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Colours to choose from: the eight of Okabe and Ito (2008), which people with any colour vision tell apart. */
final class ColourPopup {
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#666666");
    private static final List<String> NAMES =
            List.of("blue", "orange", "green", "purple", "sky", "vermilion", "yellow", "grey");

    private ColourPopup() {}

    static void show(Node owner, RecordKit kit, Consumer<String> onPick) {
        ContextMenu menu = new ContextMenu();
        for (int i = 0; i < COLOURS.size(); i++) {
            String colour = COLOURS.get(i);
            MenuItem item = new MenuItem(
                    kit.i18n().now("records.colour." + NAMES.get(i)), new Rectangle(18, 18, Color.web(colour)));
            item.setOnAction(event -> onPick.accept(colour));
            menu.getItems().add(item);
        }
        menu.show(owner, javafx.geometry.Side.BOTTOM, 0, 4);
    }
}
