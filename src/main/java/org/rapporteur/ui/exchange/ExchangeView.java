package org.rapporteur.ui.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableNumberValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.Fx;

/** The area: its tabs, and before them the form for sending or the package that is looked at. */
final class ExchangeView extends StackPane {
    static final List<String> TABS = List.of("conflicts", "packages", "colleagues", "duplicates", "folder");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ExchangeParts parts;
    private final TabPane tabs = new TabPane();
    private final Map<String, Tab> byId = new LinkedHashMap<>();
    private final VBox main;
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper();
    private boolean opening;

    /** What the person chose: a tab. */
    interface Chosen {
        void tab(String id);
    }

    ExchangeView(ExchangeParts parts, List<Command> actions, Chosen chosen) {
        this.parts = parts;
        getStyleClass().add("exchange");
        getStylesheets()
                .add(Objects.requireNonNull(ExchangeView.class.getResource("exchange.css"))
                        .toExternalForm());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        opening = true;
        for (String id : TABS) {
            Tab tab = new Tab();
            tab.setId("exchange-" + id);
            tab.textProperty().bind(parts.i18n().text("exchange.tab." + id));
            byId.put(id, tab);
            tabs.getTabs().add(tab);
        }
        opening = false;
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!opening) {
                chosen.tab(id(is));
            }
        });
        HBox bar = new HBox(8);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().add(space);
        for (Command action : actions) {
            Button button = Commands.button(action, parts.i18n());
            button.setMinWidth(Region.USE_PREF_SIZE);
            if (bar.getChildren().size() == 1) {
                button.getStyleClass().add("accent");
            }
            bar.getChildren().add(button);
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("exchange-bar");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        main = new VBox(bar, tabs);
        Fx.swap(this, main);
    }

    private String id(Tab tab) {
        return byId.entrySet().stream()
                .filter(entry -> entry.getValue() == tab)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Fills a tab. */
    void tab(String id, Node content) {
        StackPane page = new StackPane(content);
        page.getStyleClass().add("exchange-page");
        byId.get(id).setContent(page);
    }

    /** Shows how many wait beside a tab's name. */
    void count(String id, ObservableNumberValue count) {
        Tab tab = byId.get(id);
        tab.textProperty().unbind();
        tab.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String name = parts.i18n().now("exchange.tab." + id);
                            return count.longValue() <= 0
                                    ? name
                                    : parts.i18n().now("exchange.tab.counted", name, count.longValue());
                        },
                        count,
                        parts.i18n().language()));
    }

    /** Shows a tab. */
    void showTab(String id) {
        opening = true;
        try {
            tabs.getSelectionModel().select(byId.get(id));
        } finally {
            opening = false;
        }
        Fx.swap(this, main);
        shown.set(id);
    }

    /** Shows something in place of the tabs. */
    void showInstead(String name, Node node) {
        Fx.swap(this, node);
        shown.set(name);
    }

    /** Id of the tab shown, or the name of what is shown in its place. */
    ReadOnlyStringProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** Esc leaves what is shown in place of the tabs. */
    void onEscape(Runnable back) {
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE
                    && !getChildren().contains(main)) {
                event.consume();
                back.run();
            }
        });
    }

    /** Takes files that are dropped anywhere on the area. */
    void onDrop(java.util.function.Consumer<Path> open) {
        addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(DROP, false));
        addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            pseudoClassStateChanged(DROP, false);
            if (event.getDragboard().hasFiles()) {
                Path file = event.getDragboard().getFiles().getFirst().toPath();
                event.setDropCompleted(true);
                event.consume();
                open.accept(file);
            }
        });
    }
}
