package org.rapporteur.ui.survey;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text with coloured passages and brackets in the margin, in which one selects by mouse or by keyboard: arrows go
 * word by word, Shift extends, Ctrl+A takes all. The text itself cannot be changed. Built on TextFlow because it is the
 * only text node with both directions of writing; the colours are shapes beneath it.
 */
final class CodedText extends Pane {
    /** A coloured passage. */
    record Span(int starts, int ends, Color colour, String name) {}

    private static final double MARGIN = 96;
    private static final double BRACKET = 10;

    private final Pane beneath = new Pane();
    private final Path selectionShape = new Path();
    private final Pane margin = new Pane();
    private final TextFlow flow = new TextFlow();
    private final Text text = new Text();
    private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper();
    private List<Span> spans = List.of();
    private int anchor;
    private int caret;

    CodedText() {
        getStyleClass().add("coded-text");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        text.getStyleClass().add("coded-text-words");
        flow.getChildren().setAll(text);
        flow.setLineSpacing(5);
        flow.setMouseTransparent(true);
        selectionShape.getStyleClass().add("coded-selection");
        selectionShape.setStroke(null);
        beneath.setMouseTransparent(true);
        margin.setMouseTransparent(true);
        getChildren().setAll(beneath, selectionShape, flow, margin);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener(o -> requestLayout());
    }

    /** Shows a text from its beginning, nothing selected. */
    void show(String words, boolean rightToLeft) {
        text.setText(words);
        setAccessibleText(words);
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        spans = List.of();
        select(0, 0);
    }

    void spans(List<Span> passages) {
        spans = List.copyOf(passages);
        requestLayout();
    }

    ReadOnlyBooleanProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    int from() {
        return Math.min(anchor, caret);
    }

    int to() {
        return Math.max(anchor, caret);
    }

    /** Selects a passage. */
    void select(int from, int to) {
        int length = text.getText().length();
        anchor = Math.clamp(from, 0, length);
        caret = Math.clamp(to, 0, length);
        selected.set(anchor != caret);
        requestLayout();
    }

    private void press(MouseEvent event) {
        requestFocus();
        int at = index(event);
        if (event.getClickCount() == 2) {
            select(wordBefore(at + 1), wordAfter(at));
        } else if (event.getClickCount() >= 3) {
            select(0, text.getText().length());
        } else if (event.isShiftDown()) {
            select(anchor, at);
        } else {
            select(at, at);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        select(anchor, index(event));
        event.consume();
    }

    private int index(MouseEvent event) {
        Point2D point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        return flow.getHitInfo(point).getInsertionIndex();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        int way = code == KeyCode.RIGHT ? (mirrored ? -1 : 1) : code == KeyCode.LEFT ? (mirrored ? 1 : -1) : 0;
        if (event.isShortcutDown() && code == KeyCode.A) {
            select(0, text.getText().length());
        } else if (code == KeyCode.ESCAPE && anchor != caret) {
            select(caret, caret);
        } else if (way != 0 && !event.isAltDown()) {
            int to = way > 0 ? wordAfter(caret) : wordBefore(caret);
            select(event.isShiftDown() ? anchor : to, to);
        } else if ((code == KeyCode.HOME || code == KeyCode.END) && !event.isAltDown()) {
            int to = code == KeyCode.HOME ? 0 : text.getText().length();
            select(event.isShiftDown() ? anchor : to, to);
        } else if (event.isShiftDown() && (code == KeyCode.DOWN || code == KeyCode.UP)) {
            select(anchor, code == KeyCode.DOWN ? sentenceAfter(caret) : sentenceBefore(caret));
        } else {
            return;
        }
        event.consume();
    }

    private BreakIterator breaks(boolean sentences) {
        BreakIterator iterator =
                sentences ? BreakIterator.getSentenceInstance(Locale.ROOT) : BreakIterator.getWordInstance(Locale.ROOT);
        iterator.setText(text.getText());
        return iterator;
    }

    private int wordAfter(int at) {
        String words = text.getText();
        BreakIterator iterator = breaks(false);
        int to = at >= words.length() ? words.length() : iterator.following(at);
        // A gap between words is no word of its own.
        while (to != BreakIterator.DONE && to < words.length() && blank(words, at, to)) {
            to = iterator.next();
        }
        return to == BreakIterator.DONE ? words.length() : to;
    }

    private int wordBefore(int at) {
        String words = text.getText();
        BreakIterator iterator = breaks(false);
        int to = at <= 0 ? 0 : iterator.preceding(Math.min(at, words.length()));
        while (to > 0 && blank(words, to, Math.min(at, words.length()))) {
            to = iterator.previous();
        }
        return Math.max(to, 0);
    }

    private int sentenceAfter(int at) {
        int to = at >= text.getText().length()
                ? BreakIterator.DONE
                : breaks(true).following(at);
        return to == BreakIterator.DONE ? text.getText().length() : to;
    }

    private int sentenceBefore(int at) {
        return at <= 0 ? 0 : Math.max(0, breaks(true).preceding(at));
    }

    private static boolean blank(String words, int from, int to) {
        return words.substring(from, to).isBlank();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = words(getWidth());
        double height = flow.prefHeight(width);
        flow.resizeRelocate(left, top, width, height);
        flow.layout();
        selectionShape.getElements().setAll(moved(flow.getRangeShape(from(), to(), false), left, top));
        beneath.getChildren().clear();
        margin.getChildren().clear();
        List<Double> tracks = new ArrayList<>();
        for (Span span : spans) {
            if (span.starts() >= span.ends()) {
                continue;
            }
            Path tint = new Path(moved(flow.getRangeShape(span.starts(), span.ends(), false), left, top));
            tint.setStroke(null);
            tint.setFill(span.colour().deriveColor(0, 1, 1, 0.18));
            Path line = new Path(moved(flow.getUnderlineShape(span.starts(), span.ends()), left, top));
            line.setStroke(null);
            line.setFill(span.colour());
            beneath.getChildren().addAll(tint, line);
            bracket(span, tint, left + width + 8, tracks);
        }
    }

    /** The width of the words; where there is little room, the margin for brackets gives way first. */
    private double words(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        return Math.max(80, room - margin(room));
    }

    private static double margin(double room) {
        return Math.clamp(room / 5, 3 * BRACKET, MARGIN);
    }

    /** A bracket in the margin beside the lines of the passage, in the first track that is free there. */
    private void bracket(Span span, Path passage, double x, List<Double> tracks) {
        double from = passage.getLayoutBounds().getMinY();
        double to = passage.getLayoutBounds().getMaxY();
        int track = 0;
        while (track < tracks.size() && tracks.get(track) > from) {
            track++;
        }
        if (track == tracks.size()) {
            tracks.add(to);
        } else {
            tracks.set(track, to);
        }
        if ((track + 1) * BRACKET > margin(getWidth() - snappedLeftInset() - snappedRightInset())) {
            return;
        }
        Rectangle bar = new Rectangle(x + track * BRACKET, from + 1, 4, Math.max(4, to - from - 2));
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        bar.setFill(span.colour());
        bar.setAccessibleText(span.name());
        margin.getChildren().add(bar);
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

    /** Its height follows from its width; without this it would be measured at a width that it does not get. */
    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + flow.prefHeight(words(width <= 0 ? 400 + MARGIN : width));
    }
}
