package org.rapporteur.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
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
    /** How the skin of tabs marks what a tab holds. */
    private static final String PAGE = "tab-content-area";

    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private final BorderPane panel = new BorderPane();
    private final Label title = new Label();
    private final Splits splits;
    private final Button closeButton;
    private Node shown;
    private Node focusBefore;
    private final List<Node> around = new ArrayList<>();
    private Node page;
    private final List<Node> watched = new ArrayList<>();
    private final InvalidationListener leftPage = o -> Fx.later(this::closeWithPage);

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
            around.clear();
            for (Node at = focusBefore; at != null; at = at.getParent()) {
                around.add(at);
            }
            getItems().add(panel);
            splits.remember(this, "side-panel", 0.72);
            showing.set(true);
        }
        // Else the content is in the window with the next picture only, and the keyboard could not be led there.
        if (getScene() != null) {
            panel.applyCss();
            panel.layout();
        }
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        watch(pageOf(owner == null || isIn(owner) ? focusBefore : owner));
    }

    /** The tab that a panel was opened from; a panel opened from outside any belongs to the innermost one shown. */
    private Node pageOf(Node origin) {
        for (Node at = origin; at != null && at != this; at = at.getParent()) {
            if (at.getStyleClass().contains(PAGE)) {
                return at;
            }
        }
        return getItems().isEmpty() ? null : innermost(getItems().getFirst());
    }

    private static Node innermost(Node node) {
        if (!node.isVisible()) {
            return null;
        }
        Node found = node.getStyleClass().contains(PAGE) ? node : null;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node inner = innermost(child);
                if (inner != null) {
                    return inner;
                }
            }
        }
        return found;
    }

    private void watch(Node newPage) {
        watched.forEach(node -> node.visibleProperty().removeListener(leftPage));
        watched.clear();
        page = newPage;
        for (Node at = newPage; at != null && at != this; at = at.getParent()) {
            at.visibleProperty().addListener(leftPage);
            watched.add(at);
        }
    }

    private void closeWithPage() {
        boolean gone = watched.stream().anyMatch(node -> !node.isVisible());
        if (page != null && gone) {
            close();
        }
    }

    /** Whether a node is in the panel. */
    public boolean isIn(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == panel) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (!showing.get()) {
            return;
        }
        boolean focused = isPanelFocused();
        watch(null);
        splits.forget(this);
        getItems().remove(panel);
        panel.setCenter(null);
        shown = null;
        showing.set(false);
        // Whoever works elsewhere by now stays there.
        if (focused) {
            giveBack();
        }
        focusBefore = null;
        around.clear();
    }

    /** To where it was; where that was made anew meanwhile, such as a button in a list, to the nearest around it. */
    private void giveBack() {
        around.stream()
                .filter(node -> node.getScene() == getScene() && (node == focusBefore || node.isFocusTraversable()))
                .findFirst()
                .ifPresent(Fx::giveBack);
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
        return Fx.hasKeyboard(panel);
    }

    @Override
    public ReadOnlyBooleanProperty showing() {
        return showing.getReadOnlyProperty();
    }
}
