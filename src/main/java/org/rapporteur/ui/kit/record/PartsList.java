package org.rapporteur.ui.kit.record;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.LatestTask;

/**
 * The parts of a record as a list to edit: add, delete, rename in place, reorder by dragging or Alt with the arrows,
 * open one part's form below the list. Follows the workspace like every list.
 */
public final class PartsList extends VBox implements RecordPart {
    private static final double ROW = 36;
    private static final int MOST_ROWS = 12;

    /** One part with what its line shows. */
    record Part(Row row, String title, String detail) {}

    private final RecordKit kit;
    private final Kind kind;
    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final ListView<Part> list = new ListView<>(parts);
    private final Label nothing = new Label();
    private final VBox below = new VBox();
    private final LatestTask<List<Part>> loading;
    private final PartsAdder adder;
    private final PartMoves moves;
    private final Set<Kind> follows = new HashSet<>();
    private final PartsReader reader;
    private Field inline;
    private RecordForm form;
    private UUID parent;
    private UUID wanted;
    private boolean editWanted;
    private PartRename renaming;
    private List<Part> waiting;
    private boolean readOnly;
    private boolean started;
    private boolean tall;
    private boolean filling;
    private Consumer<UUID> onOpen;

    /** The parts of records, in their own order or by title. */
    public PartsList(RecordKit kit, Kind kind) {
        this.kit = kit;
        this.kind = kind;
        this.reader = new PartsReader(kit, kind);
        this.adder = new PartsAdder(kit, kind, this);
        this.moves = new PartMoves(kit, kind, parts, list);
        this.inline = kind.titleFields().stream()
                .filter(f -> f.type() == FieldType.TEXT || f.type() == FieldType.LONG_TEXT)
                .reduce((first, last) -> last)
                .orElse(null);
        getStyleClass().add("parts-list");
        getStylesheets().add(RecordStyles.sheet());
        list.getStyleClass().add("parts");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new PartCell(this));
        list.accessibleTextProperty().bind(kit.i18n().format(f -> kit.words().plural(kind)));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        nothing.getStyleClass().addAll("muted", "small");
        nothing.textProperty()
                .bind(kit.i18n()
                        .format(f ->
                                kit.i18n().now("records.parts.none", kit.words().plural(kind))));
        loading = new LatestTask<>(kit.kit().tasks(), this::fill);
        below.getStyleClass().add("parts-below");
        below.getChildren().add(adder.button());
        FieldEditor.shown(below, kit.writable());
        getChildren().addAll(nothing, list, below);
        fill(List.of());
        sceneProperty().addListener((o, was, is) -> start());
    }

    private void start() {
        if (!started && getScene() != null) {
            started = true;
            Set<Kind> kinds = new HashSet<>(follows);
            kinds.add(kind);
            kind.fields().stream()
                    .filter(f -> f.type() == FieldType.REF && !f.target().isEmpty())
                    .forEach(f -> kinds.add(Model.kind(f.target())));
            kit.follow(this, kinds, commit -> load());
        }
    }

    /** Fields shown after the title, in words. */
    public PartsList details(String... fields) {
        for (String field : fields) {
            reader.detail(kind.field(field));
        }
        return this;
    }

    /**
     * What a part is called, where its own title is not what one looks for here; called off the window's thread.
     *
     * @param titles from the store and the part to its name
     */
    public PartsList titled(BiFunction<Records, Row, String> titles) {
        reader.titles(titles);
        return this;
    }

    /** Parts are called as the record that a field points to. */
    public PartsList titledBy(String field) {
        Field reference = kind.field(field);
        return titled((store, row) -> {
            UUID id = row.ref(reference.name());
            return id == null ? "" : kit.titles().known(id);
        });
    }

    /** Kinds other than its own whose changes change what is shown. */
    public PartsList follows(Kind... kinds) {
        follows.addAll(List.of(kinds));
        return this;
    }

    /** Values of a record that is made while a part is added ("create new"); called within the transaction. */
    public PartsList making(BiFunction<Transaction, UUID, Values> values) {
        adder.making(values);
        return this;
    }

    /** The field that F2 edits in place; usually the last text of the title. */
    public PartsList inline(String field) {
        inline = kind.field(field);
        return this;
    }

    /** No editing in place; F2 opens the form. */
    public PartsList noInline() {
        inline = null;
        return this;
    }

    /** Values of each part that is added. */
    public PartsList defaults(Values values) {
        adder.defaults(values);
        return this;
    }

    /** Rows other than all parts of the record, and in another order; without reordering by hand. */
    public PartsList query(Function<UUID, Query> parts) {
        reader.query(parts);
        return this;
    }

    /** The form that opens below the list for one part. */
    public PartsList form(Consumer<RecordForm> configure) {
        form = new RecordForm(kit, kind);
        configure.accept(form);
        PartForm card = new PartForm(kit, kind, form, this::closeForm);
        getChildren().add(2, card);
        return this;
    }

    /** Adds parts by searching what they point to instead of by an empty line: members, delegates. */
    public PartsList addByPicking(String field) {
        below.getChildren().setAll(adder.picker(kind.field(field)));
        return this;
    }

    /**
     * A list that fills the room it is given, for parts whose form stands beside it; at first the first one is selected.
     * Adding is the caller's.
     *
     * @param selected told the key of the part selected, null for none
     * @param opens told the key of the part on Enter and double click
     */
    public PartsList tall(Consumer<UUID> selected, Consumer<UUID> opens) {
        tall = true;
        onOpen = opens;
        noAdder();
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMaxHeight(Double.MAX_VALUE);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!filling) {
                selected.accept(is == null ? null : is.row().id());
            }
        });
        return this;
    }

    /** What Enter and double click do with a part's key, instead of opening a form here or the part's own place. */
    public PartsList onOpen(Consumer<UUID> opens) {
        onOpen = opens;
        return this;
    }

    /** A list to which others add. */
    public PartsList noAdder() {
        getChildren().remove(below);
        return this;
    }

    /** Selects a part, as soon as it is there. */
    public void select(UUID id) {
        added(id, false);
    }

    /** A list that is only looked at. */
    public PartsList readOnly() {
        readOnly = true;
        FieldEditor.shown(below, false);
        return this;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(UUID record) {
        if (!java.util.Objects.equals(record, parent)) {
            parent = record;
            closeForm();
            load();
        }
    }

    /** Number of parts shown. */
    public int size() {
        return parts.size();
    }

    private void load() {
        UUID now = parent;
        if (now == null) {
            loading.cancel();
            fill(List.of());
        } else {
            loading.request(progress -> reader.read(now));
        }
    }

    private void fill(List<Part> found) {
        if (renaming != null) {
            waiting = found;
            return;
        }
        Part selected = list.getSelectionModel().getSelectedItem();
        if (!parts.equals(found)) {
            filling = selected != null
                    && found.stream()
                            .anyMatch(p -> p.row().id().equals(selected.row().id()));
            parts.setAll(found);
            if (selected != null) {
                parts.stream()
                        .filter(p -> p.row().id().equals(selected.row().id()))
                        .findFirst()
                        .ifPresent(list.getSelectionModel()::select);
            }
            filling = false;
        }
        FieldEditor.shown(list, !found.isEmpty());
        FieldEditor.shown(nothing, found.isEmpty());
        if (tall) {
            chooseWanted();
            if (list.getSelectionModel().isEmpty() && wanted == null && !found.isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            return;
        }
        double height = Math.min(MOST_ROWS, found.size()) * ROW + 4;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setMaxHeight(height);
        chooseWanted();
    }

    private void chooseWanted() {
        for (int i = 0; wanted != null && i < parts.size(); i++) {
            if (parts.get(i).row().id().equals(wanted)) {
                int at = i;
                wanted = null;
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 3));
                if (editWanted) {
                    Fx.later(() -> rename(parts.get(at)));
                }
            }
        }
    }

    /** The record whose parts are shown; null for none. */
    UUID parent() {
        return parent;
    }

    /** Selects a part that was added, as soon as it is there. */
    void added(UUID id, boolean edit) {
        wanted = id;
        editWanted = edit;
        chooseWanted();
    }

    List<Row> rows() {
        return parts.stream().map(Part::row).toList();
    }

    private void key(KeyEvent event) {
        Part part = list.getSelectionModel().getSelectedItem();
        if (part == null || event.getTarget() != list) {
            return;
        }
        switch (event.getCode()) {
            case UP, DOWN -> {
                if (event.isAltDown() && movable()) {
                    event.consume();
                    moves.by(part, event.getCode() == KeyCode.UP ? -1 : 1);
                }
            }
            case F2 -> {
                event.consume();
                rename(part);
            }
            case ENTER -> {
                event.consume();
                open(part);
            }
            case DELETE -> {
                if (editable()) {
                    event.consume();
                    kit.edits().delete(List.of(part.row()));
                }
            }
            default -> {}
        }
    }

    boolean editable() {
        return !readOnly && kit.writable();
    }

    boolean movable() {
        return editable() && kind.orderField().isPresent();
    }

    /** Puts a part before or after another one. */
    void moveBeside(UUID moved, Part target, boolean after) {
        moves.beside(moved, target, after);
    }

    /** Edits the title of a part in its line; opens its form where it has no text of its own. */
    void rename(Part part) {
        if (!editable()) {
            return;
        }
        if (inline == null) {
            open(part);
            return;
        }
        list.getSelectionModel().select(part);
        renaming = new PartRename(
                this,
                part,
                inline,
                inline.multilingual()
                        ? inline.name() + "_" + kit.i18n().language().get().code()
                        : inline.name());
        list.refresh();
        // The line is made now, so that the next key is a letter of the title.
        list.applyCss();
        list.layout();
        renaming.begin();
    }

    /** The title being edited, if it is the part's. */
    Optional<PartRename> renaming(Part part) {
        return Optional.ofNullable(renaming).filter(r -> r.part() == part);
    }

    void renamed() {
        renaming = null;
        list.refresh();
        if (waiting != null) {
            List<Part> found = waiting;
            waiting = null;
            fill(found);
        }
    }

    /** Opens the form of a part, or its own place if there is no form here. */
    void open(Part part) {
        if (onOpen != null) {
            onOpen.accept(part.row().id());
        } else if (form != null) {
            form.show(part.row().id());
            form.focusFirst();
        } else if (kit.opener().canOpen(kind)) {
            kit.opener().open(kind, part.row().id());
        } else {
            rename(part);
        }
    }

    private void closeForm() {
        if (form != null && form.row().get() != null) {
            form.show(null);
            list.requestFocus();
        }
    }

    RecordKit kit() {
        return kit;
    }

    void focusList() {
        list.requestFocus();
    }
}
