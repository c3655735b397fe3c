package org.rapporteur.ui.kit;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/**
 * A button as wide as its place that holds a block of several wrapped texts. An ordinary button measures such a block at
 * its narrowest and grows far too high.
 */
public final class BlockButton extends Button {
    private static final double LEAST = 16;

    private final Region block;

    /**
     * A flat button around a block.
     *
     * @param block what it shows; gets the width of the button
     */
    public BlockButton(Region block) {
        super(null, block);
        this.block = block;
        getStyleClass().addAll("flat", "block-button");
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.TOP_LEFT);
        widthProperty().addListener(o -> fit());
        insetsProperty().addListener(o -> fit());
    }

    private void fit() {
        double width = Math.max(0, getWidth() - sides());
        block.setMinWidth(width);
        block.setPrefWidth(width);
        block.setMaxWidth(width);
    }

    private double sides() {
        return snappedLeftInset()
                + snappedRightInset()
                + getLabelPadding().getLeft()
                + getLabelPadding().getRight();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(0, (width < 0 ? Math.max(getWidth(), 120) : width) - sides());
        return snappedTopInset() + snappedBottomInset() + block.prefHeight(inner);
    }

    @Override
    protected double computeMinHeight(double width) {
        // Boxes ask for the least height at the least width, where the text would be a tall column.
        return snappedTopInset() + snappedBottomInset() + LEAST;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }
}
