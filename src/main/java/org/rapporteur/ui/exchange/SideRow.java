package org.rapporteur.ui.exchange;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards side by side, all as wide and as high as each other; below each other where each would be too narrow. */
final class SideRow extends Pane {
    private static final double GAP = 12;
    private static final double LEAST = 240;

    private boolean beside(double width) {
        int count = getManagedChildren().size();
        return count > 0 && (width - GAP * (count - 1)) / count >= LEAST;
    }

    private double each(double width) {
        int count = Math.max(1, getManagedChildren().size());
        return beside(width) ? Math.floor((width - GAP * (count - 1)) / count) : width;
    }

    private double tallest(double each) {
        return getManagedChildren().stream()
                .mapToDouble(node -> node.prefHeight(each))
                .max()
                .orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width <= 0 ? getWidth() : width;
        if (beside(given)) {
            return Math.ceil(tallest(each(given)));
        }
        double sum = 0;
        for (Node node : getManagedChildren()) {
            sum += Math.ceil(node.prefHeight(given)) + GAP;
        }
        return Math.max(0, sum - GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * LEAST + GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double each = each(width);
        boolean beside = beside(width);
        double at = 0;
        for (Node node : getManagedChildren()) {
            double height = beside ? getHeight() : Math.ceil(node.prefHeight(each));
            node.resizeRelocate(beside ? at : 0, beside ? 0 : at, each, height);
            at += (beside ? each : height) + GAP;
        }
    }
}
