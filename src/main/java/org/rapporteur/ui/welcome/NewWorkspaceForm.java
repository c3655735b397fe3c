package org.rapporteur.ui.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Paths;

/** The form for a new workspace: name, author, folder. */
final class NewWorkspaceForm extends VBox {
    NewWorkspaceForm(Kit kit, WelcomeViewModel model, Runnable back) {
        I18n i18n = kit.i18n();
        getStyleClass().add("card");
        setSpacing(16);
        Label title = new Label();
        title.textProperty().bind(i18n.text("shell.welcome.new"));
        title.getStyleClass().add("h2");

        TextField name = new TextField();
        name.setId("new-name");
        name.textProperty().bindBidirectional(model.name());
        TextField author = new TextField();
        author.setId("new-author");
        author.textProperty().bindBidirectional(model.author());

        Label folder = Paths.label(model.folder(), i18n);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button();
        choose.textProperty().bind(i18n.text("kit.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        Access.name(choose, i18n.text("shell.welcome.folder.choose"));
        choose.setOnAction(event ->
                kit.dialogs().folder(i18n.now("shell.welcome.folder.choose")).ifPresent(model::chooseFolder));
        HBox folderRow = new HBox(12, folder, choose);
        folderRow.setAlignment(javafx.geometry.Pos.CENTER_LEFT);

        Label problem = Fields.error(model.problem());
        Button create = new Button();
        create.setId("new-create");
        create.textProperty().bind(i18n.text("shell.welcome.create"));
        create.getStyleClass().add("accent");
        create.setDefaultButton(true);
        create.setOnAction(event -> model.create());
        create.disableProperty()
                .bind(javafx.beans.binding.Bindings.isNotEmpty(kit.tasks().running()));
        Button cancel = new Button();
        cancel.textProperty().bind(i18n.text("kit.cancel"));
        cancel.setOnAction(event -> back.run());
        getChildren()
                .addAll(
                        title,
                        Fields.field(i18n.text("shell.welcome.name"), name, i18n.text("shell.welcome.name.help")),
                        Fields.field(i18n.text("shell.welcome.author"), author, i18n.text("shell.welcome.author.help")),
                        Fields.field(i18n.text("shell.welcome.folder"), folderRow, null),
                        problem,
                        new HBox(8, create, cancel));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                back.run();
            }
        });
        sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                org.rapporteur.ui.kit.Fx.later(name::requestFocus);
            }
        });
    }
}
