package org.rapporteur.ui.kit.record;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line of a field's name, with something at its end; where both have no room in one line, that goes below. */
final class FieldHead extends Region {
    private static final double GAP = 8;
    private static final double BETWEEN = 2;

    private final HBox start;
    private Node end;

    FieldHead(HBox start) {
        this.start = start;
        getChildren().add(start);
    }

    void end(Node node) {
        end = node;
        getChildren().add(node);
    }

    private boolean fits(double width) {
        return end == null || width < 0 || start.prefWidth(-1) + GAP + end.prefWidth(-1) <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return start.prefWidth(-1) + (end == null ? 0 : GAP + end.prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double first = start.prefHeight(-1);
        double second = end == null ? 0 : end.prefHeight(-1);
        return snapSizeY(fits(width) ? Math.max(first, second) : first + BETWEEN + second);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double first = start.prefHeight(-1);
        if (end == null) {
            start.resizeRelocate(0, 0, width, first);
            return;
        }
        double second = end.prefHeight(-1);
        double wide = Math.min(width, end.prefWidth(-1));
        if (fits(width)) {
            double height = Math.max(first, second);
            start.resizeRelocate(0, snapPositionY((height - first) / 2), width - wide - GAP, first);
            end.resizeRelocate(snapPositionX(width - wide), snapPositionY((height - second) / 2), wide, second);
        } else {
            start.resizeRelocate(0, 0, width, first);
            end.resizeRelocate(0, first + BETWEEN, wide, second);
        }
    }
}
