package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;

/**
 * A list of records of one kind: columns from its fields, sorting, free filter, filter chips, choice of columns,
 * selection of several with actions, edit in place, copy as a table. Follows every change of the workspace and keeps
 * selection and place meanwhile. Configure it, then put it into a window; it reads by itself.
 */
public final class RecordTable extends VBox {
    private final RecordKit kit;
    private final Kind kind;
    private final List<RecordColumn> columns = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<RecordAction> actions = new ArrayList<>();
    private final Set<Kind> follows = new HashSet<>();
    private final RecordTableModel model;
    private final RecordGrid grid;
    private final RecordTableBars bars;
    private final ReadOnlyObjectWrapper<UUID> selectedId = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Row>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private String sortedBy;
    private boolean sortedDown;
    private Consumer<Row> onOpen;
    private Consumer<Row> onHistory;
    private boolean editable = true;
    private boolean deletable = true;
    private boolean built;

    /** A list of all records of a kind; see the other methods for less. */
    public RecordTable(RecordKit kit, Kind kind) {
        this.kit = kit;
        this.kind = kind;
        getStyleClass().add("record-table");
        getStylesheets().add(RecordStyles.sheet());
        this.grid = new RecordGrid(this);
        this.model = new RecordTableModel(kit, kind, grid::show);
        this.bars = new RecordTableBars(this, model);
        model.afterLoad(() -> {
            grid.loaded();
            bars.refresh();
        });
        VBox.setVgrow(grid, Priority.ALWAYS);
        sceneProperty().addListener((o, was, is) -> {
            if (is != null && !built) {
                build();
            }
        });
    }

    /** Adds fields as columns, in this order. */
    public RecordTable columns(String... fields) {
        for (String field : fields) {
            column(RecordColumn.field(field));
        }
        return this;
    }

    /** Adds a column. */
    public RecordTable column(RecordColumn column) {
        if (!column.computed()) {
            kind.field(column.id());
        }
        columns.add(column);
        return this;
    }

    /**
     * Shows other rows than those that are stored, made from them: where a field follows from other records. Called off
     * the window's thread.
     */
    public RecordTable shownAs(BiFunction<Records, List<Row>, List<Row>> rows) {
        model.shownAs(rows);
        return this;
    }

    /** Fields that get a filter chip: choices, references, and texts with few values. */
    public RecordTable filters(String... fields) {
        for (String field : fields) {
            kind.field(field);
            filters.add(field);
        }
        return this;
    }

    /** How it is sorted at first. */
    public RecordTable sortedBy(String column, boolean descending) {
        sortedBy = column;
        sortedDown = descending;
        return this;
    }

    /** How it is sorted at first: from the lowest. */
    public RecordTable sortedBy(String column) {
        return sortedBy(column, false);
    }

    /** Further things to do with selected rows. */
    public RecordTable actions(RecordAction... more) {
        actions.addAll(List.of(more));
        return this;
    }

    /** Controls at the end of the bar above the list, such as the button that adds a record. */
    public RecordTable tools(Node... nodes) {
        bars.tools(nodes);
        return this;
    }

    /** What it shows while there are no records at all: what the list is for, and the one button to start with. */
    public RecordTable empty(Ikon icon, String titleKey, String sentenceKey, Node... button) {
        grid.empty(icon, titleKey, sentenceKey, button);
        return this;
    }

    /** Other kinds whose changes make computed columns stale. */
    public RecordTable follows(Kind... kinds) {
        follows.addAll(List.of(kinds));
        return this;
    }

    /** What to do on Enter and double click; without it the cell is edited. */
    public RecordTable onOpen(Consumer<Row> open) {
        onOpen = open;
        return this;
    }

    /** How the history of a record is shown; without it the menu has no such entry. */
    public RecordTable onHistory(Consumer<Row> show) {
        onHistory = show;
        return this;
    }

    /** A list that is only looked at: no editing in place, no deleting. */
    public RecordTable readOnly() {
        editable = false;
        deletable = false;
        return this;
    }

    /** A list whose records are deleted elsewhere. */
    public RecordTable notDeletable() {
        deletable = false;
        return this;
    }

    /** Shows the rows of another query. */
    public RecordTable query(Query query) {
        model.query(query);
        grid.another();
        reload();
        return this;
    }

    /** Shows those rows of the query only that pass the test; called off the window's thread. */
    public RecordTable only(Predicate<Row> test) {
        model.only(test);
        grid.another();
        reload();
        return this;
    }

    /** Filters as the free filter above the list does. */
    public void filter(String text) {
        bars.filter(text);
    }

    /** Chooses values of a filter chip. */
    public void choose(String field, Collection<String> values) {
        model.choose(field, new LinkedHashSet<>(values));
        bars.refresh();
    }

    /** Key of the selected record, or null; does not change while rows are read again. */
    public ReadOnlyObjectProperty<UUID> selectedId() {
        return selectedId.getReadOnlyProperty();
    }

    /** The selected rows as they were last read. */
    public ReadOnlyObjectProperty<List<Row>> selection() {
        return selection.getReadOnlyProperty();
    }

    /** How many rows are shown now. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** The rows shown now, in their order. */
    public List<Row> rows() {
        return grid.getItems().stream().map(RecordItem::row).toList();
    }

    /** Selects a record and brings it into sight, as soon as it is there. */
    public void select(UUID id) {
        grid.selectWhenThere(id);
    }

    /** Puts the keyboard into the list. */
    public void focusTable() {
        grid.requestFocus();
    }

    /** Reads everything again; changes of the workspace do it by themselves. */
    public void reload() {
        if (built) {
            model.reload();
        }
    }

    /** Copies the selected rows, or all that are shown, as a table. */
    public void copy() {
        List<RecordItem> items =
                grid.selectedItems().size() > 1 || !grid.selectedItems().isEmpty()
                        ? grid.selectedItems()
                        : grid.getItems();
        List<TableColumn<RecordItem, ?>> visible = grid.getVisibleLeafColumns();
        List<String> headings = visible.stream().map(TableColumn::getText).toList();
        List<List<String>> rows = items.stream()
                .map(item -> visible.stream()
                        .map(c -> item.cell(grid.indexOf(c)).text())
                        .toList())
                .toList();
        TableCopy.toClipboard(headings, rows, kit.i18n().language().get().rtl());
        bars.tell(kit.i18n().now("records.copied", rows.size()));
    }

    /** Deletes the selected rows; a notification offers to bring them back. */
    public void deleteSelected() {
        delete(selection.get());
    }

    /** Deletes rows of this list, after which its keyboard and selection are on the neighbour of what is gone. */
    void delete(List<Row> rows) {
        if (deletable && kit.writable() && !rows.isEmpty()) {
            grid.leaving(rows.stream().map(Row::id).toList());
            focusTable();
            kit.edits().delete(rows);
        }
    }

    private void build() {
        built = true;
        model.columns(columns);
        grid.build(columns);
        bars.build(columns, filters, actions);
        getChildren().setAll(bars.above(), grid, bars.below());
        if (sortedBy != null) {
            grid.sortBy(sortedBy, sortedDown);
        }
        Set<Kind> kinds = new HashSet<>(follows);
        kinds.add(kind);
        for (RecordColumn column : columns) {
            Field field = column.computed() ? null : kind.field(column.id());
            if (field != null
                    && field.type() == FieldType.REF
                    && !field.target().isEmpty()) {
                kinds.add(Model.kind(field.target()));
            }
        }
        kit.follow(this, kinds, commit -> {
            if (commit.label() == null || commit.rows() == null) {
                grid.headings();
            }
            model.reload();
        });
        model.reload();
    }

    RecordKit kit() {
        return kit;
    }

    Kind kind() {
        return kind;
    }

    RecordTableModel model() {
        return model;
    }

    RecordGrid grid() {
        return grid;
    }

    boolean editable() {
        return editable && kit.writable();
    }

    boolean deletable() {
        return deletable && kit.writable();
    }

    List<RecordAction> actions() {
        return actions;
    }

    Optional<Consumer<Row>> history() {
        return Optional.ofNullable(onHistory);
    }

    /** What Enter and double click do. */
    void open(Row row) {
        if (onOpen != null) {
            onOpen.accept(row);
        } else {
            grid.editFocused();
        }
    }

    boolean opens() {
        return onOpen != null;
    }

    /** Takes over the selection after rows were shown or chosen. */
    void selected(UUID id, List<Row> rows) {
        selection.set(List.copyOf(rows));
        if (!java.util.Objects.equals(id, selectedId.get())) {
            selectedId.set(id);
        }
        model.keep(rows.stream().map(Row::id).collect(java.util.stream.Collectors.toUnmodifiableSet()));
        bars.selection();
    }

    void shown(int rows) {
        count.set(rows);
        bars.count();
    }

    void editingEnded() {
        grid.editingEnded();
    }

    void editNext(UUID row, int column, boolean back) {
        grid.editNext(row, column, back);
    }

    /** The language of a multilingual field that a cell edits: the one it shows. */
    String columnToEdit(Row row, Field field) {
        String wanted = kit.i18n().language().get().code();
        return field.name() + "_" + wanted;
    }

    void tell(String words) {
        bars.tell(words);
    }

    void typeIntoFilter(String text) {
        bars.typeIntoFilter(text);
    }
}
