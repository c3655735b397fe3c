package org.rapporteur.ui.document;

import static org.rapporteur.core.document.DocumentKinds.LANGUAGE_VERSION;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Choosing;
import org.rapporteur.ui.kit.Icons;

/** One language of a document: where it stands, and its file, which can be dropped on the line. */
final class LanguageRow extends VBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    /** What can be done with a language version. */
    interface Deeds {
        void status(Language language, String status);

        void attach(Language language, Path file);

        void choose(Language language);

        void open(Row version);

        void save(Row version);

        void detach(Row version);
    }

    private final ComboBox<String> status;
    private final Choosing<String> choosing;

    LanguageRow(DocumentParts parts, Language language, Row version, boolean original, Deeds deeds) {
        super(2);
        getStyleClass().add("language-row");
        setId("language-" + language.code());
        boolean writable = parts.recordKit().writable();
        String called = language.nameIn(parts.i18n().language().get());
        Label name = new Label(called);
        name.getStyleClass().add("strong");
        name.setMinWidth(48);
        name.setPrefWidth(84);
        if (original) {
            Access.tip(name, parts.i18n().text("document.original"));
            name.setGraphic(Icons.of(Material2OutlinedMZ.STAR_OUTLINE, 14));
        }
        status = status(parts, version, called);
        status.setDisable(!writable);
        choosing = new Choosing<>(status, value -> deeds.status(language, value));
        HBox line = new HBox(8, name, status);
        line.setAlignment(Pos.CENTER_LEFT);
        String file = version == null ? "" : version.text("file_name");
        boolean has = version != null && version.get("blob") != null;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getChildren().add(gap);
        if (has) {
            Button open = new Button(
                    file.isBlank() ? parts.i18n().now("document.file.unnamed") : file,
                    Icons.of(Material2OutlinedAL.INSERT_DRIVE_FILE, 16));
            open.getStyleClass().addAll("flat", "accent", "document-file");
            open.setId("open-" + language.code());
            open.setMinWidth(60);
            Access.tip(open, parts.i18n().text("document.file.open"));
            open.setOnAction(e -> deeds.open(version));
            HBox below = new HBox(2, open);
            HBox.setHgrow(open, Priority.SOMETIMES);
            below.setAlignment(Pos.CENTER_LEFT);
            line.getChildren()
                    .add(icon(parts, "document.file.save", Material2OutlinedMZ.SAVE_ALT, () -> deeds.save(version)));
            if (writable) {
                line.getChildren()
                        .addAll(
                                icon(
                                        parts,
                                        "document.file.replace",
                                        Material2OutlinedAL.ATTACH_FILE,
                                        () -> deeds.choose(language)),
                                icon(
                                        parts,
                                        "document.file.remove",
                                        Material2OutlinedAL.CLOSE,
                                        () -> deeds.detach(version)));
            }
            getChildren().addAll(line, below);
        } else {
            if (writable) {
                Button attach = new Button(null, Icons.of(Material2OutlinedAL.ATTACH_FILE, 16));
                attach.getStyleClass().addAll("flat", "button-icon", "small");
                Access.tip(attach, parts.i18n().text("document.file.attach"));
                attach.setId("attach-" + language.code());
                attach.setAccessibleText(parts.i18n().now("document.file.attach.to", called));
                attach.setOnAction(e -> deeds.choose(language));
                line.getChildren().add(attach);
            }
            getChildren().add(line);
        }
        if (writable) {
            drops(language, deeds);
        }
    }

    void focusStatus() {
        status.requestFocus();
    }

    /** Whether a state is being chosen, so that the row must not be made anew. */
    boolean isChoosing() {
        return choosing.isUndecided() || status.isShowing();
    }

    private static ComboBox<String> status(DocumentParts parts, Row version, String called) {
        List<String> values = new ArrayList<>();
        values.add("");
        values.addAll(LANGUAGE_VERSION.field("status").values());
        ComboBox<String> status = new ComboBox<>(FXCollections.observableList(values));
        status.setPrefWidth(136);
        status.setMinWidth(80);
        status.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.isEmpty()
                        ? parts.i18n().now("document.status.none")
                        : statusWords(parts, value);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("the list is closed");
            }
        });
        status.setValue(version == null ? "" : version.text("status"));
        Access.name(status, new SimpleStringProperty(parts.i18n().now("document.status.of", called)));
        return status;
    }

    static String statusWords(DocumentParts parts, String value) {
        return value.isEmpty()
                ? parts.i18n().now("document.status.none")
                : parts.recordKit().words().value(LANGUAGE_VERSION, LANGUAGE_VERSION.field("status"), value);
    }

    private static Button icon(DocumentParts parts, String key, Ikon icon, Runnable does) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        Access.nameAndTip(button, parts.i18n().text(key));
        button.setOnAction(e -> does.run());
        return button;
    }

    private void drops(Language language, Deeds deeds) {
        setOnDragOver(event -> {
            // Several files are for the box around, which tells languages by the names.
            if (event.getDragboard().hasFiles()
                    && event.getDragboard().getFiles().size() == 1) {
                event.acceptTransferModes(TransferMode.COPY);
                pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()
                    && event.getDragboard().getFiles().size() == 1) {
                deeds.attach(
                        language, event.getDragboard().getFiles().getFirst().toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
