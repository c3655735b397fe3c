package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.rapporteur.core.text.WordDiff;
import org.rapporteur.core.text.WordDiff.Piece;
import org.rapporteur.ui.kit.I18n;

/**
 * A text in which the words that differ from another wording are marked. As one side of two it shows its own words
 * only, those that the other lacks underlined on a tint; as a comparison it shows both, added words between plus signs
 * and removed ones struck out after a minus sign, so that nothing rests on colour alone.
 */
final class WordMarks extends Region {
    private static final double LEAST = 80;

    private record Range(int from, int to, String style) {}

    private final I18n i18n;
    private final TextFlow flow = new TextFlow();
    private final Group beneath = new Group();
    private final List<Text> texts = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final StringBuilder spoken = new StringBuilder();
    private int length;

    private WordMarks(I18n i18n, boolean rightToLeft) {
        this.i18n = i18n;
        getStyleClass().add("word-marks");
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        beneath.setManaged(false);
        beneath.setMouseTransparent(true);
        flow.setManaged(false);
        flow.setLineSpacing(3);
        getChildren().addAll(beneath, flow);
    }

    /** A text, its words that the other wording lacks marked. */
    static WordMarks side(I18n i18n, String text, String other, boolean rightToLeft) {
        WordMarks marks = new WordMarks(i18n, rightToLeft);
        for (Piece piece : WordDiff.diff(text, other)) {
            if (piece.kind() == WordDiff.Kind.SAME) {
                marks.add(piece.text(), "mark-same", null);
            } else if (piece.kind() == WordDiff.Kind.REMOVED) {
                marks.add(piece.text(), "mark-own", "mark-own-tint");
            }
        }
        return marks.end();
    }

    /** What became of a text. */
    static WordMarks change(I18n i18n, String before, String after, boolean rightToLeft) {
        WordMarks marks = new WordMarks(i18n, rightToLeft);
        for (Piece piece : WordDiff.diff(before, after)) {
            switch (piece.kind()) {
                case SAME -> marks.add(piece.text(), "mark-same", null);
                case ADDED -> marks.signed("+", piece.text(), "mark-added", "exchange.mark.added");
                case REMOVED -> marks.signed("\u2212", piece.text(), "mark-removed", "exchange.mark.removed");
            }
        }
        return marks.end();
    }

    private void signed(String sign, String words, String style, String key) {
        spoken.append(' ').append(i18n.now(key, words)).append(' ');
        int from = length;
        put(sign, style);
        put(words, style);
        ranges.add(new Range(from, length, style + "-tint"));
    }

    private void add(String words, String style, String tint) {
        spoken.append(words);
        int from = length;
        put(words, style);
        if (tint != null) {
            ranges.add(new Range(from, length, tint));
        }
    }

    private void put(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        text.setUnderline(style.equals("mark-own") || style.equals("mark-added"));
        text.setStrikethrough(style.equals("mark-removed"));
        texts.add(text);
        length += words.length();
    }

    private WordMarks end() {
        flow.getChildren().setAll(texts);
        setAccessibleText(spoken.toString());
        return this;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.max(LEAST, getWidth() - left - snappedRightInset());
        flow.resizeRelocate(left, top, width, flow.prefHeight(width));
        flow.layout();
        List<Path> tints = new ArrayList<>();
        for (Range range : ranges) {
            Path tint = new Path(moved(flow.getRangeShape(range.from(), range.to(), false), left, top));
            tint.setStroke(null);
            tint.getStyleClass().add(range.style());
            tints.add(tint);
        }
        beneath.getChildren().setAll(tints);
    }

    private static List<PathElement> moved(PathElement[] elements, double x, double y) {
        List<PathElement> moved = new ArrayList<>(elements.length);
        for (PathElement element : elements) {
            switch (element) {
                case MoveTo to -> moved.add(new MoveTo(to.getX() + x, to.getY() + y));
                case LineTo to -> moved.add(new LineTo(to.getX() + x, to.getY() + y));
                default -> moved.add(element);
            }
        }
        return moved;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(LEAST, (width <= 0 ? 400 : width) - snappedLeftInset() - snappedRightInset());
        return snappedTopInset() + snappedBottomInset() + flow.prefHeight(inner);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
