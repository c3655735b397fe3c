package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A bar of parts that stand side by side, each with its count on it where there is room. Its whole length stands for a
 * number given by the caller, so that bars below each other can be compared.
 */
final class StackedBar extends Region {
    private static final double SMALLEST = 3;

    /**
     * One part.
     *
     * @param count how many
     * @param style style class that colours it
     * @param words count and meaning in words
     */
    record Part(int count, String style, String words) {}

    private final List<Part> parts = new ArrayList<>();
    private double most;

    StackedBar() {
        getStyleClass().add("stacked-bar");
        setMinWidth(40);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /**
     * Shows parts from the start; parts of nothing take no room.
     *
     * @param full what the whole length stands for
     */
    StackedBar show(List<Part> shown, int full) {
        parts.clear();
        getChildren().clear();
        most = Math.max(1, full);
        for (Part part : shown) {
            if (part.count() > 0) {
                parts.add(part);
                Label label = new Label(String.valueOf(part.count()));
                label.setAlignment(Pos.CENTER);
                label.getStyleClass().addAll("stacked-part", part.style());
                label.setTooltip(new javafx.scene.control.Tooltip(part.words()));
                getChildren().add(label);
            }
        }
        setAccessibleText(String.join(", ", parts.stream().map(Part::words).toList()));
        requestLayout();
        return this;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        for (int i = 0; i < parts.size(); i++) {
            Label label = (Label) getChildren().get(i);
            double width = Math.max(SMALLEST, snapSizeX(room * parts.get(i).count() / most));
            String count = String.valueOf(parts.get(i).count());
            // A digit is about 8 pixels wide; a number that does not fit is left to the words beside the bar.
            label.setText(count.length() * 8 + 6 <= width ? count : "");
            label.resizeRelocate(x, snappedTopInset(), width, height);
            x += width;
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 18;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 160;
    }
}
