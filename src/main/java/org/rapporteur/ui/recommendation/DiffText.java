package org.rapporteur.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.rapporteur.core.text.WordDiff;
import org.rapporteur.ui.kit.I18n;

/**
 * A text with what was added and what was removed: added words stand between plus signs and underlined, removed ones
 * between minus signs and struck out, each on a tint of its own, so that none of it rests on colour alone.
 */
final class DiffText extends Region {
    private record Range(int from, int to, boolean added) {}

    private final I18n i18n;
    private final TextFlow flow = new TextFlow();
    private final Group beneath = new Group();
    private List<Range> ranges = List.of();

    DiffText(I18n i18n) {
        this.i18n = i18n;
        getStyleClass().add("diff-text");
        beneath.setManaged(false);
        beneath.setMouseTransparent(true);
        flow.setManaged(false);
        flow.setLineSpacing(4);
        getChildren().addAll(beneath, flow);
    }

    /** Shows the pieces of a comparison. */
    void show(List<WordDiff.Piece> pieces, boolean rightToLeft) {
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        List<Text> texts = new ArrayList<>();
        List<Range> marked = new ArrayList<>();
        StringBuilder spoken = new StringBuilder();
        int at = 0;
        for (WordDiff.Piece piece : pieces) {
            if (piece.kind() == WordDiff.Kind.SAME) {
                texts.add(text(piece.text(), "diff-same"));
                spoken.append(piece.text());
                at += piece.text().length();
                continue;
            }
            boolean added = piece.kind() == WordDiff.Kind.ADDED;
            String style = added ? "diff-added" : "diff-removed";
            String sign = added ? "+" : "\u2212";
            texts.add(text(sign, style + "-sign"));
            texts.add(text(piece.text(), style));
            int end = at + sign.length() + piece.text().length();
            marked.add(new Range(at, end, added));
            at = end;
            spoken.append(' ')
                    .append(i18n.now(added ? "recommendation.diff.added" : "recommendation.diff.removed", piece.text()))
                    .append(' ');
        }
        ranges = marked;
        flow.getChildren().setAll(texts);
        setAccessibleText(spoken.toString());
        requestLayout();
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        if (style.equals("diff-added")) {
            text.setUnderline(true);
        } else if (style.equals("diff-removed")) {
            text.setStrikethrough(true);
        }
        return text;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.max(80, getWidth() - left - snappedRightInset());
        flow.resizeRelocate(left, top, width, flow.prefHeight(width));
        flow.layout();
        List<Path> tints = new ArrayList<>();
        for (Range range : ranges) {
            Path tint = new Path(moved(flow.getRangeShape(range.from(), range.to(), false), left, top));
            tint.setStroke(null);
            tint.getStyleClass().add(range.added() ? "diff-added-tint" : "diff-removed-tint");
            tints.add(tint);
        }
        beneath.getChildren().setAll(tints);
    }

    private static List<PathElement> moved(PathElement[] elements, double x, double y) {
        List<PathElement> moved = new ArrayList<>(elements.length);
        for (PathElement element : elements) {
            if (element instanceof MoveTo to) {
                moved.add(new MoveTo(to.getX() + x, to.getY() + y));
            } else if (element instanceof LineTo to) {
                moved.add(new LineTo(to.getX() + x, to.getY() + y));
            } else {
                moved.add(element);
            }
        }
        return moved;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(80, width - snappedLeftInset() - snappedRightInset());
        return snappedTopInset() + snappedBottomInset() + flow.prefHeight(width <= 0 ? 400 : inner);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
