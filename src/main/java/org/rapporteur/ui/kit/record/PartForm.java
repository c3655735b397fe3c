package org.rapporteur.ui.kit.record;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Kind;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;

/** The form of one part, in a card below the list; there only while a part is open. */
final class PartForm extends VBox {
    PartForm(RecordKit kit, Kind kind, RecordForm form, Runnable close) {
        Label title = new Label();
        title.getStyleClass().add("h3");
        title.textProperty().bind(kit.i18n().format(f -> kit.words().kind(kind)));
        Button button = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 16));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, kit.i18n().text("kit.close"));
        button.setOnAction(event -> close.run());
        BorderPane head = new BorderPane();
        head.setLeft(title);
        head.setRight(button);
        getStyleClass().add("parts-form");
        setSpacing(8);
        getChildren().addAll(head, form);
        visibleProperty().bind(form.row().isNotNull());
        managedProperty().bind(visibleProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }
}
