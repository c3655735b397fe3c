package org.rapporteur.ui.meeting;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.meeting.Session;

/** A line of the outline: number, title, and when the item is taken up. */
final class OutlineCell extends ListCell<Outline.Line> {
    /** Pixels that a part stands further in than the whole. */
    static final double INDENT = 20;

    private static final PseudoClass UNASSIGNED = PseudoClass.getPseudoClass("unassigned");

    private final OutlineView outline;
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label when = new Label();
    private final HBox box = new HBox(8);

    OutlineCell(OutlineView outline, OutlineDrag drag) {
        this.outline = outline;
        getStyleClass().add("outline-cell");
        number.getStyleClass().add("outline-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("outline-title");
        title.setWrapText(true);
        when.getStyleClass().add("outline-when");
        VBox words = new VBox(1, title, when);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        box.setAlignment(Pos.TOP_LEFT);
        box.getChildren().addAll(number, words);
        setPrefWidth(0);
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        drag.install(this);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null && event.isStillSincePress()) {
                if (event.getClickCount() == 2) {
                    outline.edit(getItem().item().id());
                } else if (event.getClickCount() == 1) {
                    outline.clicked();
                }
            }
        });
    }

    @Override
    protected void updateItem(Outline.Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setContextMenu(null);
            setAccessibleText(null);
            return;
        }
        AgendaItem item = line.item();
        setPadding(new Insets(6, 8, 6, 8 + line.depth() * INDENT));
        AgendaWords words = outline.model().words();
        number.setText(item.number());
        number.setVisible(!item.number().isBlank());
        number.setManaged(!item.number().isBlank());
        title.setText(words.title(item));
        Optional<Session> session = item.session() == null
                ? Optional.empty()
                : outline.model().programme().session(item.session());
        boolean lone = session.isEmpty() && !line.hasParts() && line.depth() == 0;
        when.setText(
                session.map(s -> when(words, s)).orElse(lone ? outline.i18n().now("meeting.item.nosession") : ""));
        when.setVisible(!when.getText().isEmpty());
        when.setManaged(!when.getText().isEmpty());
        pseudoClassStateChanged(UNASSIGNED, lone);
        setAccessibleText(outline.i18n().now("meeting.item.spoken", item.number(), words.title(item), when.getText()));
        setContextMenu(outline.menu(line));
        setGraphic(box);
    }

    /** As high as its title needs at the width of the list; a cell by itself would ask for one line only. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() != box || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double inner = getListView().getWidth() - 24 - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + box.prefHeight(Math.max(60, inner)) + snappedBottomInset();
    }

    private String when(AgendaWords words, Session session) {
        return session.slot().timed()
                ? outline.i18n()
                        .now("meeting.item.when", words.shortDay(session.slot().day()), words.times(session.slot()))
                : words.title(session);
    }
}
