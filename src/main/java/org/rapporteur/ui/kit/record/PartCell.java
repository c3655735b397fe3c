package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;

/** One line of a list of parts: handle, title, what else is shown, delete. */
final class PartCell extends ListCell<PartsList.Part> {
    private static final DataFormat PART = format();
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private final PartsList parts;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Button delete = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 14));
    private final Node handle = Icons.of(Material2OutlinedAL.DRAG_INDICATOR, 16);
    private final HBox line = new HBox(8);

    PartCell(PartsList parts) {
        this.parts = parts;
        detail.getStyleClass().addAll("muted", "small");
        detail.setMinWidth(0);
        widthProperty().addListener((o, was, is) -> share());
        delete.getStyleClass().addAll("flat", "button-icon", "part-delete");
        Access.nameAndTip(delete, parts.kit().i18n().text("kit.delete"));
        delete.setFocusTraversable(false);
        delete.setOnAction(event -> parts.kit().edits().delete(List.of(getItem().row())));
        handle.getStyleClass().add("part-handle");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(handle, title, space, detail, delete);
        // The line must not ask for more room than the list has, or a bar would appear below it.
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
                parts.open(getItem());
            }
        });
        setOnDragDetected(event -> {
            if (getItem() != null && parts.movable()) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.put(PART, getItem().row().id().toString());
                board.setContent(content);
                board.setDragView(line.snapshot(null, null));
                event.consume();
            }
        });
        setOnDragOver(this::over);
        setOnDragExited(event -> mark(false, false));
        setOnDragDropped(event -> {
            boolean ours = event.getDragboard().hasContent(PART) && getItem() != null;
            if (ours) {
                parts.moveBeside(
                        UUID.fromString((String) event.getDragboard().getContent(PART)),
                        getItem(),
                        event.getY() > getHeight() / 2);
            }
            event.setDropCompleted(ours);
            event.consume();
        });
    }

    private static DataFormat format() {
        DataFormat known = DataFormat.lookupMimeType("application/x-rapporteur-part");
        return known == null ? new DataFormat("application/x-rapporteur-part") : known;
    }

    /** What else is shown gives way to the title, up to two thirds of the line. */
    private void share() {
        title.setMinWidth(Math.min(title.prefWidth(-1), Math.max(40, getWidth() * 0.66 - 60)));
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasContent(PART) && getItem() != null && parts.movable()) {
            event.acceptTransferModes(TransferMode.MOVE);
            boolean after = event.getY() > getHeight() / 2;
            mark(!after, after);
            event.consume();
        }
    }

    private void mark(boolean above, boolean below) {
        pseudoClassStateChanged(ABOVE, above);
        pseudoClassStateChanged(BELOW, below);
    }

    @Override
    protected void updateItem(PartsList.Part part, boolean empty) {
        super.updateItem(part, empty);
        setText(null);
        if (empty || part == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String name = part.title().isBlank()
                ? parts.kit()
                        .i18n()
                        .now(
                                "records.untitled",
                                parts.kit().words().kind(part.row().kind()))
                : part.title().replace('\n', ' ');
        title.setText(name);
        title.getStyleClass().remove("muted");
        if (part.title().isBlank()) {
            title.getStyleClass().add("muted");
        }
        detail.setText(part.detail());
        FieldEditor.shown(handle, parts.movable());
        FieldEditor.shown(delete, parts.editable());
        setAccessibleText(part.detail().isEmpty() ? name : name + "; " + part.detail());
        share();
        setGraphic(parts.renaming(part).<Node>map(PartRename::field).orElse(line));
    }
}
