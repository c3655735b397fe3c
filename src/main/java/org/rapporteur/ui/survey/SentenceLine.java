package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.ui.kit.Icons;

/** A sentence of the summary: its numbers softly underlined, a mark in the margin if it no longer holds. */
final class SentenceLine extends Pane {
    private static final double MARGIN = 28;
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,\\u00a0\\u202f\\u066b\\u066c]\\p{Nd}+)*");

    private final TextFlow flow = new TextFlow();
    private final Path numbers = new Path();
    private final String words;
    private Node mark;

    /**
     * @param what it does when clicked, or on Enter
     */
    SentenceLine(String words, boolean rightToLeft, Runnable what) {
        this.words = words;
        getStyleClass().add("sentence");
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        Text text = new Text(words);
        text.getStyleClass().add("sentence-words");
        flow.getChildren().setAll(text);
        flow.setLineSpacing(4);
        flow.setMouseTransparent(true);
        numbers.getStyleClass().add("sentence-number");
        numbers.setStroke(null);
        numbers.setMouseTransparent(true);
        getChildren().setAll(numbers, flow);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                what.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                what.run();
                event.consume();
            }
        });
    }

    /**
     * Marks it in the margin.
     *
     * @param why what a screen reader says and the mark explains
     */
    SentenceLine marked(String why) {
        getStyleClass().add("sentence-stale");
        mark = Icons.of(Material2OutlinedMZ.UPDATE, 18);
        mark.getStyleClass().add("sentence-mark");
        Tooltip.install(mark, new Tooltip(why));
        setAccessibleText(why + " " + words);
        getChildren().add(mark);
        return this;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset() + MARGIN;
        double top = snappedTopInset();
        double width = Math.max(80, getWidth() - left - snappedRightInset());
        flow.resizeRelocate(left, top, width, flow.prefHeight(width));
        flow.layout();
        List<PathElement> lines = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(words);
        while (matcher.find()) {
            for (PathElement element : flow.getUnderlineShape(matcher.start(), matcher.end())) {
                if (element instanceof MoveTo to) {
                    lines.add(new MoveTo(to.getX() + left, to.getY() + top + 1));
                } else if (element instanceof LineTo to) {
                    lines.add(new LineTo(to.getX() + left, to.getY() + top + 1));
                } else {
                    lines.add(element);
                }
            }
        }
        numbers.getElements().setAll(lines);
        if (mark != null) {
            mark.autosize();
            mark.relocate(snappedLeftInset() + 2, top + 1);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = Math.max(80, width - snappedLeftInset() - snappedRightInset() - MARGIN);
        return snappedTopInset() + snappedBottomInset() + flow.prefHeight(width <= 0 ? 600 : room);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
