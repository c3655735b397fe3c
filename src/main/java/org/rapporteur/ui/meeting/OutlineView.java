package org.rapporteur.ui.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.Numbering;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.InlineText;

/**
 * The agenda as an outline: items with their numbers, parts indented. Drag to reorder, to the side to make it a part;
 * drag onto a session to let the session take the item up, onto free time to give it one. Alt+Shift and the arrows move
 * it; Ctrl+Enter opens its guiding questions and what else belongs to it. Enter adds an item, and after each name the
 * next one, as in every outline; an empty name or Esc ends that and leaves nothing behind.
 */
final class OutlineView extends BorderPane {
    private final AgendaViewModel model;
    private final I18n i18n;
    private final ListView<Outline.Line> list = new ListView<>();
    private final OutlineDrag drag;
    private final TextField editor = new TextField();
    private final InlineText typing;
    private UUID edited;
    private boolean starting;
    private UUID selectNext;
    private final OutlineDrafts drafts = new OutlineDrafts();
    private final Pane layer = new Pane();
    private Runnable details = () -> {};
    private Runnable into = () -> {};
    private Runnable time = () -> {};
    private Consumer<UUID> chosen = item -> {};

    OutlineView(AgendaViewModel model, I18n i18n, Timetable timetable) {
        this.model = model;
        this.i18n = i18n;
        getStyleClass().add("outline");
        makeEditor();
        this.typing = new InlineText(model.queue(), editor, () -> named(true), () -> named(true));
        this.drag = new OutlineDrag(model, this, list, timetable);
        list.getStyleClass().add("outline-list");
        list.setId("outline-list");
        Access.name(list, i18n.text("meeting.outline"));
        list.setCellFactory(view -> new OutlineCell(this, drag));
        Label empty = new Label();
        empty.textProperty().bind(i18n.text("meeting.outline.empty"));
        empty.getStyleClass().add("muted");
        empty.getStyleClass().add("outline-empty");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && is.item().session() != null && list.isFocused()) {
                model.selected().set(is.item().session());
            }
            if (is != null && drafts.find(is.item().id()).isEmpty()) {
                chosen.accept(is.item().id());
            }
        });
        Label heading = new Label();
        heading.textProperty().bind(i18n.text("meeting.outline"));
        heading.getStyleClass().add("h3");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button();
        add.setId("outline-add");
        add.setGraphic(Icons.of(Material2OutlinedAL.ADD));
        add.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(add, i18n.text("meeting.command.item"));
        add.setDisable(!model.writable());
        add.setOnAction(event -> addAfterSelected());
        Button more = new Button();
        more.setId("outline-details");
        more.setGraphic(Icons.of(Material2OutlinedAL.FACT_CHECK));
        more.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(more, i18n.text("meeting.item.details"));
        more.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        more.setOnAction(event -> enter());
        Button when = new Button();
        when.setId("outline-time");
        when.setGraphic(Icons.of(Material2OutlinedAL.EVENT));
        when.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(when, i18n.text("meeting.item.time"));
        if (model.writable()) {
            when.disableProperty()
                    .bind(list.getSelectionModel().selectedItemProperty().isNull());
        } else {
            when.setDisable(true);
        }
        when.setOnAction(event -> time.run());
        HBox top = new HBox(4, heading, gap, more, when, add);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("outline-head");
        setTop(top);
        layer.setPickOnBounds(false);
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(layer.widthProperty());
        inside.heightProperty().bind(layer.heightProperty());
        layer.setClip(inside);
        setCenter(new StackPane(list, layer));
        list.widthProperty().addListener((o, was, is) -> Fx.later(this::placeEditor));
        list.heightProperty().addListener((o, was, is) -> Fx.later(this::placeEditor));
        list.addEventFilter(ScrollEvent.ANY, event -> Fx.later(this::placeEditor));
        model.state().addListener((o, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        Outline.Line was = list.getSelectionModel().getSelectedItem();
        UUID wanted = selectNext != null
                ? selectNext
                : was == null ? null : was.item().id();
        List<Outline.Line> lines = lines();
        if (!lines.equals(list.getItems())) {
            list.getItems().setAll(lines);
            lineOf(wanted)
                    .ifPresentOrElse(
                            line -> {
                                list.getSelectionModel().select(line);
                                list.getFocusModel().focus(lines.indexOf(line));
                            },
                            () -> chosen.accept(null));
        } else {
            list.refresh();
        }
        if (selectNext != null && lineOf(selectNext).isPresent()) {
            list.scrollTo(lineOf(selectNext).get());
            selectNext = null;
        }
        if (edited != null) {
            Fx.later(this::placeEditor);
        }
    }

    /** What opens the details of the selected item. */
    void onDetails(Runnable open) {
        details = open;
    }

    /** What brings the keyboard into the details once they are open. */
    void onEnter(Runnable go) {
        into = go;
    }

    private void enter() {
        details.run();
        into.run();
    }

    /** What gives the selected item a time. */
    void onTime(Runnable give) {
        time = give;
    }

    /** What follows the selected item. */
    void onSelected(Consumer<UUID> follow) {
        chosen = follow;
    }

    /** Key of the selected item, null for none. */
    UUID selected() {
        Outline.Line line = list.getSelectionModel().getSelectedItem();
        return line == null || drafts.find(line.item().id()).isPresent()
                ? null
                : line.item().id();
    }

    private List<Outline.Line> lines() {
        return drafts.lines(model.outline(), i18n.language().get());
    }

    /** Opens the details of an item that was clicked on. */
    void clicked() {
        details.run();
    }

    /** Selects an item as soon as it was read. */
    void selectWhenThere(UUID item) {
        selectNext = item;
        refresh();
    }

    private Optional<Outline.Line> lineOf(UUID item) {
        UUID wanted = item == null ? null : drafts.resolved(item);
        return lines().stream()
                .filter(line ->
                        line.item().id().equals(item) || line.item().id().equals(wanted))
                .findFirst();
    }

    /** Adds an item below the selected one, or at the end, and starts to name it. */
    void addAfterSelected() {
        if (model.writable()) {
            model.whenRead(() -> add(list.getSelectionModel().getSelectedItem()));
        }
    }

    /** A line to be named; it is stored when it has a name. */
    private void add(Outline.Line behind) {
        OutlineDrafts.Draft draft = drafts.behind(model.outline(), behind);
        selectNext = draft.key();
        refresh();
        edit(draft.key());
    }

    private void key(KeyEvent event) {
        Outline.Line line = list.getSelectionModel().getSelectedItem();
        if (line == null && edited == null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.INSERT)) {
            consumeIf(event, true, this::addAfterSelected);
            return;
        }
        if (line == null
                || !model.writable()
                || edited != null
                || drafts.find(line.item().id()).isPresent()) {
            return;
        }
        boolean mirrored = getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        boolean shifted = event.isAltDown() && event.isShiftDown();
        switch (event.getCode()) {
            case UP -> consumeIf(event, shifted, () -> up(line));
            case DOWN -> consumeIf(event, shifted, () -> down(line));
            case LEFT -> consumeIf(event, shifted, () -> level(line, mirrored));
            case RIGHT -> consumeIf(event, shifted, () -> level(line, !mirrored));
            case DELETE -> consumeIf(event, true, () -> model.deleteItem(line.item()));
            case F2 -> consumeIf(event, true, () -> edit(line.item().id()));
            case ENTER, INSERT ->
                consumeIf(
                        event,
                        true,
                        event.isAltDown() || event.isShortcutDown() ? this::enter : this::addAfterSelected);
            default -> {}
        }
    }

    private static void consumeIf(KeyEvent event, boolean mine, Runnable action) {
        if (mine) {
            event.consume();
            action.run();
        }
    }

    private void level(Outline.Line line, boolean deeper) {
        if (deeper) {
            nest(line);
        } else {
            raise(line);
        }
    }

    void up(Outline.Line line) {
        if (line.index() > 0) {
            move(line, model.outline().parentOf(line.item().id()), line.index() - 1);
        }
    }

    void down(Outline.Line line) {
        UUID parent = model.outline().parentOf(line.item().id());
        if (line.index() < model.outline().partsOf(parent).size() - 1) {
            move(line, parent, line.index() + 1);
        }
    }

    /** Makes it the last part of the item above it. */
    void nest(Outline.Line line) {
        if (line.index() > 0) {
            UUID parent = model.outline().parentOf(line.item().id());
            AgendaItem above = model.outline().partsOf(parent).get(line.index() - 1);
            move(line, above.id(), model.outline().partsOf(above.id()).size());
        }
    }

    /** Puts it behind the item it was part of. */
    void raise(Outline.Line line) {
        UUID parent = model.outline().parentOf(line.item().id());
        if (parent != null) {
            int at = lineOf(parent).map(Outline.Line::index).orElse(0);
            move(line, model.outline().parentOf(parent), at + 1);
        }
    }

    void move(Outline.Line line, UUID parent, int index) {
        selectNext = line.item().id();
        model.moveItem(line.item(), parent, index);
    }

    private void makeEditor() {
        editor.setId("outline-editor");
        Access.name(editor, i18n.text("meeting.item.name"));
        editor.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case ENTER -> {
                    event.consume();
                    entered();
                }
                case ESCAPE -> {
                    event.consume();
                    named(false);
                    list.requestFocus();
                }
                case LEFT, RIGHT ->
                    consumeIf(event, event.isAltDown() && event.isShiftDown(), () -> {
                        boolean mirrored =
                                getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
                        levelWhileNaming((event.getCode() == KeyCode.RIGHT) != mirrored);
                    });
                // Some desktops keep Alt+Shift and the arrows for themselves; in an outline Tab says the same.
                case TAB ->
                    consumeIf(event, canLevel(!event.isShiftDown()), () -> levelWhileNaming(!event.isShiftDown()));
                default -> {}
            }
        });
        editor.setManaged(false);
    }

    /** After the name of a new item comes the next new one, without a moment in which the keyboard is elsewhere. */
    private void entered() {
        boolean more = edited != null && drafts.find(edited).isPresent() && !typed().isEmpty();
        UUID done = edited;
        named(true);
        Optional<Outline.Line> line = more ? lineOf(done) : Optional.empty();
        if (line.isPresent()) {
            add(line.get());
        } else {
            list.requestFocus();
        }
    }

    private void levelWhileNaming(boolean deeper) {
        Optional<OutlineDrafts.Draft> draft = drafts.find(edited);
        if (draft.isPresent()) {
            if (deeper ? drafts.nest(model.outline(), draft.get()) : drafts.raise(model.outline(), draft.get())) {
                refresh();
            }
        } else {
            UUID item = edited;
            named(true);
            list.requestFocus();
            lineOf(item).ifPresent(line -> level(line, deeper));
        }
    }

    private boolean canLevel(boolean deeper) {
        return drafts.find(edited)
                .filter(draft -> deeper ? draft.canNest() : draft.canRaise())
                .isPresent();
    }

    private String typed() {
        return editor.getText() == null ? "" : editor.getText().strip();
    }

    /** Starts to name an item in place. The field lies over the list, so that nothing that happens to the lines takes it away. */
    void edit(UUID item) {
        if (model.writable()) {
            if (edited != null) {
                named(true);
            }
            lineOf(item).ifPresent(line -> {
                edited = item;
                starting = true;
                typing.begin();
                editor.setText(
                        drafts.find(item).isPresent() ? "" : model.words().title(line.item()));
                list.scrollTo(list.getItems().indexOf(line));
                // At once for the next key; again when the list has scrolled.
                placeEditor();
                Fx.later(this::placeEditor);
            });
        }
    }

    /** Puts the field over its line, once that is laid out; while the line is not in sight the field stays where it was. */
    private void placeEditor() {
        if (edited == null) {
            return;
        }
        list.applyCss();
        list.layout();
        if (!layer.getChildren().contains(editor)) {
            layer.getChildren().add(editor);
        }
        for (Node node : list.lookupAll(".outline-cell")) {
            if (node instanceof OutlineCell cell
                    && cell.getItem() != null
                    && !cell.isEmpty()
                    && cell.getItem().item().id().equals(edited)) {
                Bounds bounds = layer.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
                double in = cell.snappedLeftInset();
                editor.resizeRelocate(
                        bounds.getMinX() + in - 8,
                        bounds.getMinY() + 2,
                        Math.max(120, bounds.getWidth() - in),
                        Math.max(30, Math.min(38, bounds.getHeight() - 4)));
            }
        }
        // Before the screen is there the keyboard can't come; it comes with the first layout.
        if (starting && editor.getScene() != null) {
            InlineText.enter(editor);
            starting = false;
        }
    }

    private void named(boolean keep) {
        UUID item = edited;
        typing.end();
        edited = null;
        starting = false;
        layer.getChildren().remove(editor);
        String title = typed();
        boolean kept = keep && !title.isEmpty();
        Optional<OutlineDrafts.Draft> draft = item == null ? Optional.empty() : drafts.find(item);
        if (draft.isPresent() && kept) {
            drafts.name(
                    draft.get(),
                    title,
                    (parent, index, name, then) -> model.addItem(parent, index, name, id -> {
                        then.accept(id);
                        if (draft.get().key().equals(shownKey())) {
                            selectNext = id;
                        }
                        refresh();
                    }));
        } else if (draft.isPresent()) {
            list.getSelectionModel().clearSelection();
            drafts.drop(draft.get());
            selectNext = draft.get().after();
        } else if (kept && item != null) {
            lineOf(item).ifPresent(line -> model.renameItem(line.item(), title));
        }
        refresh();
    }

    private UUID shownKey() {
        Outline.Line line = list.getSelectionModel().getSelectedItem();
        return line == null ? null : line.item().id();
    }

    ContextMenu menu(Outline.Line line) {
        ContextMenu menu = new ContextMenu();
        if (model.writable() && drafts.find(line.item().id()).isEmpty()) {
            menu.getItems()
                    .addAll(
                            entry("kit.rename", () -> edit(line.item().id())),
                            entry("meeting.item.details", this::enter),
                            entry("meeting.item.time", time),
                            new SeparatorMenuItem(),
                            entry("meeting.item.nest", () -> nest(line)),
                            entry("meeting.item.raise", () -> raise(line)),
                            entry("meeting.item.up", () -> up(line)),
                            entry("meeting.item.down", () -> down(line)));
            if (line.item().session() != null) {
                menu.getItems()
                        .add(entry(
                                "meeting.item.unassign",
                                () -> model.assign(line.item().id(), null)));
            }
            menu.getItems()
                    .addAll(
                            new SeparatorMenuItem(),
                            entry("meeting.renumber.letters", () -> model.renumber(Numbering.LETTERS)),
                            entry("meeting.renumber.decimal", () -> model.renumber(Numbering.DECIMAL)),
                            new SeparatorMenuItem(),
                            entry("kit.delete", () -> model.deleteItem(line.item())));
        }
        return menu;
    }

    private MenuItem entry(String key, Runnable action) {
        MenuItem item = new MenuItem(i18n.now(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    AgendaViewModel model() {
        return model;
    }

    I18n i18n() {
        return i18n;
    }
}
