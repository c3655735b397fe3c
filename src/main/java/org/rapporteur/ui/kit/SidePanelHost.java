package org.rapporteur.ui.kit;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Content with the side panel beside it; the divider between them is remembered. */
public final class SidePanelHost extends SplitPane implements SidePanel {
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private final BorderPane panel = new BorderPane();
    private final Label title = new Label();
    private final Splits splits;
    private final Button closeButton;
    private Node shown;
    private Node focusBefore;

    /** A host that has no content yet. */
    public SidePanelHost(I18n i18n, Splits splits) {
        this.splits = splits;
        getStyleClass().add("side-panel-host");
        title.getStyleClass().add("h3");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        closeButton = new Button(null, Icons.of(Material2OutlinedAL.CLOSE));
        closeButton.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(closeButton, i18n.text("kit.close"));
        closeButton.setOnAction(event -> close());
        HBox head = new HBox(8, title, closeButton);
        head.getStyleClass().add("side-panel-head");
        panel.setTop(head);
        panel.getStyleClass().add("side-panel");
        panel.setMinWidth(260);
        panel.setPrefWidth(360);
        SplitPane.setResizableWithParent(panel, false);
        panel.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    /** Shows other content; closes the panel, which belonged to what was there. */
    public void content(Node content) {
        close();
        getItems().setAll(content);
    }

    @Override
    public void show(ObservableValue<String> heading, Node content) {
        shown = content;
        title.textProperty().bind(heading);
        panel.accessibleTextProperty().bind(heading);
        ScrollPane scroll = content instanceof ScrollPane given ? given : new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-panel-scroll");
        if (content instanceof Region region && region != scroll) {
            region.getStyleClass().add("side-panel-content");
        }
        panel.setCenter(scroll);
        if (!showing.get()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
            getItems().add(panel);
            splits.remember(this, "side-panel", 0.72);
            showing.set(true);
        }
    }

    @Override
    public void close() {
        if (!showing.get()) {
            return;
        }
        splits.forget(this);
        getItems().remove(panel);
        panel.setCenter(null);
        shown = null;
        showing.set(false);
        if (focusBefore != null && focusBefore.getScene() == getScene()) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    @Override
    public boolean isContent(Object userData) {
        return shown != null && userData.equals(shown.getUserData());
    }

    @Override
    public void focus() {
        closeButton.requestFocus();
    }

    @Override
    public boolean isPanelFocused() {
        return panel.isFocusWithin();
    }

    @Override
    public ReadOnlyBooleanProperty showing() {
        return showing.getReadOnlyProperty();
    }
}
