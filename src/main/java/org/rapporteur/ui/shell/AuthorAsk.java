package org.rapporteur.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Kit;

/**
 * Asks once who works here, in a line above the content that keeps nobody from working: without a name the history
 * can't say who did what. Takes no room once the settings have a name.
 */
final class AuthorAsk extends HBox {
    AuthorAsk(Kit kit, Runnable after) {
        super(8);
        getStyleClass().addAll("banner", "tone-info", "author-ask");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label();
        words.textProperty().bind(kit.i18n().text("shell.author.ask"));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        TextField name = new TextField();
        name.setId("author-name");
        name.setPrefColumnCount(16);
        name.setMinWidth(140);
        name.promptTextProperty().bind(kit.i18n().text("settings.author"));
        Access.name(name, kit.i18n().text("settings.author"));
        Button keep = new Button();
        keep.setId("author-keep");
        keep.textProperty().bind(kit.i18n().text("shell.author.keep"));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> name.getText().isBlank(), name.textProperty()));
        Button later = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 16));
        later.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(later, kit.i18n().text("kit.close"));
        Runnable done = () -> {
            setVisible(false);
            after.run();
        };
        Runnable keepIt = () -> {
            if (!name.getText().isBlank()) {
                kit.settings().update(s -> s.withAuthor(name.getText()));
                done.run();
            }
        };
        name.setOnAction(event -> keepIt.run());
        keep.setOnAction(event -> keepIt.run());
        later.setOnAction(event -> done.run());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                done.run();
            }
        });
        managedProperty().bind(visibleProperty());
        setVisible(kit.settings().get().author().isBlank());
        // The settings page asks the same; what is said there counts here.
        Fx.whileShown(
                this,
                () -> kit.settings()
                        .onChange(s -> Fx.run(
                                () -> setVisible(isVisible() && s.author().isBlank()))));
        getChildren().addAll(words, name, keep, later);
    }
}
