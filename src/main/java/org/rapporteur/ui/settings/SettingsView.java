package org.rapporteur.ui.settings;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Choices;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Paths;

/** The settings in one column; every change is kept as it is made. */
final class SettingsView {
    private final ScrollPane root;

    SettingsView(Kit kit, Path folder) {
        I18n i18n = kit.i18n();
        TextField author = new TextField(kit.settings().get().author());
        author.setId("settings-author");
        author.setMaxWidth(360);
        author.textProperty().addListener((o, was, is) -> kit.settings().update(s -> s.withAuthor(is)));

        Label path = Paths.label(new SimpleObjectProperty<>(folder), i18n);
        Button open = new Button();
        open.textProperty().bind(i18n.text("settings.place.open"));
        open.setGraphic(Icons.of(Material2OutlinedAL.FOLDER_OPEN));
        open.setOnAction(event -> kit.dialogs().open(folder));

        Label title = new Label();
        title.textProperty().bind(i18n.text("settings.area"));
        title.getStyleClass().add("h1");
        VBox page = new VBox(title);
        page.getStyleClass().addAll("page", "settings-page");
        kit.settings().brokenFile().ifPresent(file -> {
            Label broken = new Label();
            broken.textProperty()
                    .bind(i18n.text("settings.broken", file.getFileName().toString()));
            broken.setWrapText(true);
            broken.getStyleClass().addAll("banner", "tone-warning");
            page.getChildren().add(broken);
        });
        page.getChildren()
                .addAll(
                        Fields.field(
                                i18n.text("settings.language"),
                                Choices.language(kit),
                                i18n.text("settings.language.help")),
                        Fields.field(i18n.text("settings.theme"), Choices.theme(kit), null),
                        Fields.field(i18n.text("settings.author"), author, i18n.text("settings.author.help")),
                        Fields.field(
                                i18n.text("settings.place"),
                                new VBox(8, path, open),
                                i18n.text("settings.place.help")));
        root = new ScrollPane(page);
        root.setFitToWidth(true);
    }

    Node node() {
        return root;
    }
}
