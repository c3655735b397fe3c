package org.rapporteur.ui.kit.record;

import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, between three lines and about twenty. */
final class GrowingTextArea extends TextArea {
    private static final double LEAST = 68;
    private static final double MOST = 400;
    private static final double AROUND = 20;
    private static final double BESIDE = 28;

    private final Text measure = new Text();

    GrowingTextArea() {
        setWrapText(true);
        getStyleClass().add("growing");
        setMinHeight(LEAST);
        textProperty().addListener((o, was, is) -> fit());
        widthProperty().addListener((o, was, is) -> fit());
        fontProperty().addListener((o, was, is) -> fit());
        fit();
    }

    private void fit() {
        measure.setFont(getFont());
        measure.setWrappingWidth(Math.max(80, getWidth() - BESIDE));
        // A last empty line counts.
        measure.setText(getText() + (getText().endsWith("\n") ? " " : ""));
        setPrefHeight(Math.clamp(measure.getLayoutBounds().getHeight() + AROUND, LEAST, MOST));
    }
}
