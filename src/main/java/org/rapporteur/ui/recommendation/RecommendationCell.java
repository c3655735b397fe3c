package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.recommendation.MeetingRecommendations.Line;

/** A line of a meeting's recommendations: a group's name, or number, wording and status of one; dragged to be moved. */
final class RecommendationCell extends ListCell<Line> {
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final int LONGEST = 420;
    private static final String PREFIX = "recommendation:";

    private final RecommendationParts parts;
    private final MeetingRecommendations owner;

    RecommendationCell(RecommendationParts parts, MeetingRecommendations owner) {
        this.parts = parts;
        this.owner = owner;
        getStyleClass().add("recommendation-cell");
        // Without it the cell is as wide as its text, which then never wraps.
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && isRow()) {
                owner.open(getItem());
            }
        });
        drag();
    }

    private boolean isRow() {
        return getItem() != null && !getItem().heading();
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        boolean row = !empty && line != null && !line.heading();
        pseudoClassStateChanged(HEADING, !empty && line != null && line.heading());
        pseudoClassStateChanged(MISSING, row && line.wording() == null);
        setText(null);
        setAccessibleText(null);
        if (empty || line == null) {
            setGraphic(null);
        } else if (line.heading()) {
            String name = line.group().isEmpty() ? parts.i18n().now("recommendation.nogroup") : line.group();
            setGraphic(MeetingRecommendations.wrapped(name, "h3"));
            setAccessibleText(name);
        } else {
            show(line);
        }
    }

    private void show(Line line) {
        Row row = line.row();
        Label number = new Label(row.text("number"));
        number.getStyleClass().addAll("strong", "recommendation-no");
        number.setMinWidth(36);
        VBox words = new VBox(2);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        String heading = row.textOr("heading", parts.language());
        if (!heading.isBlank()) {
            words.getChildren().add(MeetingRecommendations.wrapped(heading, "strong"));
        }
        String text = line.wording() == null ? "" : line.wording().textOr("body", parts.language());
        if (!text.isBlank()) {
            words.getChildren().add(MeetingRecommendations.wrapped(PlainText.shorten(PlainText.line(text), LONGEST)));
        } else if (line.adoptions().status().equals("not_in_source")) {
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(parts.i18n().now("recommendation.notinsource"), "strong"));
            if (!row.text("notes").isBlank()) {
                words.getChildren().add(MeetingRecommendations.wrapped(row.text("notes"), "muted", "small"));
            }
        } else {
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(parts.i18n().now("recommendation.version.none"), "muted"));
        }
        HBox box = new HBox(8, number, words);
        box.setAlignment(Pos.TOP_LEFT);
        String status = line.adoptions().status();
        boolean contested = line.adoptions().contested();
        String said = contested
                ? parts.i18n().now("recommendation.contested.chip")
                : parts.recordKit().words().value(RECOMMENDATION, RECOMMENDATION.field("status"), status);
        if (!status.isEmpty()) {
            Chip chip = new Chip(
                    contested ? Tone.DANGER : RecommendationParts.tone(status), new SimpleStringProperty(said));
            chip.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(chip);
        }
        setGraphic(box);
        setAccessibleText(parts.name(row, line.wording()) + ". " + said);
    }

    private void drag() {
        setOnDragDetected(event -> {
            if (isRow() && parts.writable()) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.putString(PREFIX + getItem().row().id());
                board.setContent(content);
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (isRow()
                    && moved(event) != null
                    && !moved(event).equals(getItem().row().id())) {
                event.acceptTransferModes(TransferMode.MOVE);
                mark(event.getY() < getHeight() / 2, event.getY() >= getHeight() / 2);
                event.consume();
            }
        });
        setOnDragExited(event -> mark(false, false));
        setOnDragDropped(event -> {
            UUID moved = moved(event);
            if (moved != null && isRow()) {
                owner.move(moved, getItem(), event.getY() >= getHeight() / 2);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private void mark(boolean before, boolean after) {
        pseudoClassStateChanged(BEFORE, before);
        pseudoClassStateChanged(AFTER, after);
    }

    private static UUID moved(DragEvent event) {
        String text = event.getDragboard().hasString() ? event.getDragboard().getString() : "";
        if (!text.startsWith(PREFIX)) {
            return null;
        }
        try {
            return UUID.fromString(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException notAKey) {
            return null;
        }
    }
}
