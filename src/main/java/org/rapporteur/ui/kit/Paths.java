package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

/** Paths of files on the screen. */
public final class Paths {
    private Paths() {}

    /** A label for a path: from left to right in every language, cut in the middle where there is no room. */
    public static Label label(ObservableValue<?> path, I18n i18n) {
        Label label = new Label();
        label.textProperty().bind(path.map(Object::toString));
        label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        label.alignmentProperty()
                .bind(i18n.language().map(language -> language.rtl() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
