package org.rapporteur.ui.survey;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.rapporteur.core.change.Row;
import org.rapporteur.forms.xlsx.ReturnedPictures;
import org.rapporteur.ui.kit.Access;

/** The picture that lies over the cells of a returned file, read from the file as it was kept. */
final class PartPicture extends StackPane {
    private static final double WIDEST = 420;
    private static final double HIGHEST = 320;

    private PartPicture() {
        getStyleClass().add("tray-picture");
        setAlignment(javafx.geometry.Pos.TOP_LEFT);
    }

    /** The picture; it comes when it has been read. Words instead if it is no picture, or its file is not here. */
    static PartPicture of(SurveyParts parts, Row reply, String part) {
        PartPicture picture = new PartPicture();
        Label instead = new Label(parts.i18n().now("survey.tray.part", part));
        instead.getStyleClass().add("muted");
        instead.setWrapText(true);
        picture.getChildren().setAll(instead);
        String hash = reply == null ? "" : reply.text("source_hash");
        if (!hash.isEmpty()) {
            parts.kit()
                    .tasks()
                    .work(parts.i18n().text("survey.returned.task"), progress -> {
                        try (InputStream in =
                                Files.newInputStream(parts.files().copy(hash, reply.text("source_file")))) {
                            return ReturnedPictures.read(in, part)
                                    .map(found -> new Image(
                                            new ByteArrayInputStream(found.bytes()),
                                            2 * WIDEST,
                                            2 * HIGHEST,
                                            true,
                                            true))
                                    .filter(image -> !image.isError())
                                    .orElse(null);
                        }
                    })
                    .then(image -> {
                        if (image != null) {
                            ImageView view = new ImageView(image);
                            view.setPreserveRatio(true);
                            view.setFitWidth(Math.min(WIDEST, image.getWidth()));
                            Access.name(view, parts.i18n().text("forms.tray.picture"));
                            picture.getChildren().setAll(view);
                        }
                    })
                    .start();
        }
        return picture;
    }
}
