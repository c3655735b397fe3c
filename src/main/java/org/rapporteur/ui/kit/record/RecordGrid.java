package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.EmptyState;

/** The table of a list: columns, rows, selection and keys. Rows come in from the model. */
final class RecordGrid extends TableView<RecordItem> {
    private static final double NORMAL = 36;
    private static final double COMPACT = 28;

    private final RecordTable table;
    private final ObservableList<RecordItem> items = FXCollections.observableArrayList();
    private final List<TableColumn<RecordItem, RecordItem>> made = new ArrayList<>();
    private List<RecordColumn> shapes = List.of();
    private List<RecordItem> waiting;
    private final Set<UUID> leaving = new HashSet<>();
    private UUID wanted;
    private UUID held;
    private boolean fresh;
    private boolean updating;
    private boolean byKey;
    private RecordCell.Typed parked;
    private ColumnRoom room;
    private Node empty = new Region();
    private Node noMatch = new Region();

    RecordGrid(RecordTable table) {
        this.table = table;
        setItems(items);
        getStyleClass().addAll("list", "record-grid");
        setEditable(true);
        setTableMenuButtonVisible(false);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        // Sorting is the model's, off the window's thread where it would be felt.
        setOnSort(event -> {
            event.consume();
            sorted();
        });
        getSortOrder().addListener((ListChangeListener<TableColumn<RecordItem, ?>>) change -> sorted());
        getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> {
            if (!updating) {
                held = null;
                publish();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    void build(List<RecordColumn> columns) {
        shapes = columns;
        RecordKit kit = table.kit();
        for (int i = 0; i < columns.size(); i++) {
            made.add(column(i, columns.get(i)));
        }
        getColumns().setAll(made);
        room = new ColumnRoom(this, made, columns);
        widthProperty().addListener((o, was, is) -> room.fit());
        room.fit();
        setRowFactory(view -> new RecordRow(table));
        fixedCellSizeProperty().bind(Bindings.when(kit.compact()).then(COMPACT).otherwise(NORMAL));
        kit.compact().addListener((o, was, is) -> density(is));
        density(kit.compact().get());
        accessibleTextProperty().set(kit.words().plural(table.kind()));
        headings();
        Button clear = new Button();
        clear.textProperty().bind(kit.i18n().text("records.filter.clear"));
        clear.setOnAction(event -> table.filter(null));
        noMatch = new EmptyState(
                Material2OutlinedMZ.SEARCH,
                kit.i18n().text("records.noMatch.title"),
                kit.i18n().text("records.noMatch.sentence"),
                clear);
    }

    private void density(boolean compact) {
        getStyleClass().remove("compact");
        if (compact) {
            getStyleClass().add("compact");
        }
    }

    private TableColumn<RecordItem, RecordItem> column(int index, RecordColumn shape) {
        Field field = shape.computed() ? null : table.kind().field(shape.id());
        TableColumn<RecordItem, RecordItem> column = new TableColumn<>();
        column.setId("column-" + shape.id());
        column.setUserData(index);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new RecordCell(table, index, shape, field));
        column.setEditable(RecordCell.editable(field));
        double width = shape.width() > 0 ? shape.width() : width(field);
        column.setPrefWidth(width);
        // A state cut short can't be told from another; words can.
        boolean whole = shape.tone() != null || shape.number() || field != null && field.type() == FieldType.DATE;
        column.setMinWidth(whole ? width : Math.min(width, 56));
        if (shape.number() || field != null && ValueText.isNumber(field.type())) {
            column.getStyleClass().add("numbers");
        }
        return column;
    }

    private static double width(Field field) {
        if (field == null) {
            return 120;
        }
        if (field.is(Field.Trait.TITLE) && field.type() != FieldType.CHOICE) {
            return field.multilingual() || field.type() == FieldType.LONG_TEXT ? 320 : 160;
        }
        return switch (field.type()) {
            case DATE -> 110;
            case TIME, INTEGER, DECIMAL, BOOLEAN, COLOUR -> 80;
            case LONG_TEXT -> 260;
            case REF -> 180;
            default -> 140;
        };
    }

    /** Writes the headings in the current language. */
    void headings() {
        RecordKit kit = table.kit();
        for (int i = 0; i < made.size(); i++) {
            RecordColumn shape = shapes.get(i);
            made.get(i)
                    .setText(
                            shape.labelKey() != null
                                    ? kit.i18n().now(shape.labelKey())
                                    : kit.words()
                                            .field(table.kind(), table.kind().field(shape.id())));
            if (shape.tone() != null && !shape.computed()) {
                ColumnRoom.chipsFit(made.get(i), table.kit().words(), table.kind(), shape.id());
            }
        }
        setAccessibleText(kit.words().plural(table.kind()));
    }

    void empty(Ikon icon, String titleKey, String sentenceKey, Node... button) {
        empty = new EmptyState(
                icon, table.kit().i18n().text(titleKey), table.kit().i18n().text(sentenceKey), button);
    }

    int indexOf(TableColumn<?, ?> column) {
        return (int) column.getUserData();
    }

    List<TableColumn<RecordItem, RecordItem>> made() {
        return made;
    }

    /** Shows a column or not, as somebody chose. */
    void choose(TableColumn<RecordItem, RecordItem> column, boolean shown) {
        room.choose(column, shown);
    }

    /** Whether a column is to be shown where there is room. */
    boolean isChosen(TableColumn<RecordItem, RecordItem> column) {
        return room.isChosen(column);
    }

    List<RecordItem> selectedItems() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    void sortBy(String id, boolean descending) {
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).id().equals(id)) {
                made.get(i).setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                getSortOrder().setAll(List.of(made.get(i)));
            }
        }
    }

    private void sorted() {
        table.model()
                .sort(getSortOrder().stream()
                        .map(c -> new RecordTableModel.Sort(
                                indexOf(c), c.getSortType() == TableColumn.SortType.DESCENDING))
                        .toList());
    }

    /**
     * Shows rows; keeps selection, focus and place. While a cell is edited the rows wait. Only a person changes what is
     * selected: a record that leaves the list by itself (another filter, a colleague's import) stays the one shown
     * beside it, so that a form never closes under the hands of whoever types in it.
     */
    void show(List<RecordItem> rows) {
        if (getEditingCell() != null) {
            waiting = rows;
            return;
        }
        List<UUID> selected = new ArrayList<>();
        selectedItems().forEach(item -> selected.add(item.id()));
        RecordItem lead = getSelectionModel().getSelectedItem();
        TablePosition<?, ?> cell = getFocusModel().getFocusedCell();
        UUID focused = Optional.ofNullable(getFocusModel().getFocusedItem())
                .map(RecordItem::id)
                .orElse(null);
        updating = true;
        try {
            if (sameRows(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    if (!rows.get(i).looksLike(items.get(i))) {
                        items.set(i, rows.get(i));
                    }
                }
            } else {
                items.setAll(rows);
            }
            reselect(selected, lead == null ? null : lead.id());
            refocus(focused, cell);
            if (!selected.isEmpty() && getSelectionModel().isEmpty()) {
                selectNeighbour(selected, cell == null ? -1 : cell.getRow());
            }
            if (held != null && getSelectionModel().isEmpty()) {
                reselect(List.of(held), held);
            }
        } finally {
            updating = false;
        }
        setPlaceholder(!table.model().loaded() ? new Region() : table.model().filtered() ? noMatch : empty);
        if (wanted != null) {
            selectWhenThere(wanted);
        }
        publish();
        table.shown(items.size());
    }

    private boolean sameRows(List<RecordItem> rows) {
        if (rows.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).id().equals(items.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(UUID id) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Selects again what was selected; a table forgets it where a row is replaced, even by one that looks the same. */
    private void reselect(List<UUID> selected, UUID lead) {
        Set<UUID> wantedIds = new LinkedHashSet<>(selected);
        List<Integer> indices = new ArrayList<>();
        int leadIndex = -1;
        for (int i = 0; i < items.size(); i++) {
            UUID id = items.get(i).id();
            if (id.equals(lead)) {
                leadIndex = i;
            } else if (wantedIds.contains(id)) {
                indices.add(i);
            }
        }
        if (leadIndex >= 0) {
            indices.add(leadIndex);
        }
        boolean same = new HashSet<>(getSelectionModel().getSelectedIndices()).equals(new HashSet<>(indices))
                && (leadIndex < 0 || getSelectionModel().getSelectedIndex() == leadIndex)
                && getSelectionModel().getSelectedItems().stream().allMatch(items::contains);
        if (!same) {
            getSelectionModel().clearSelection();
            indices.forEach(getSelectionModel()::select);
        }
    }

    private void refocus(UUID focused, TablePosition<?, ?> cell) {
        int at = focused == null ? -1 : indexOf(focused);
        if (at >= 0 && cell != null) {
            focusCell(at, cell);
        }
    }

    @SuppressWarnings("unchecked")
    private void focusCell(int row, TablePosition<?, ?> before) {
        TableColumn<RecordItem, ?> column = (TableColumn<RecordItem, ?>) before.getTableColumn();
        TablePosition<?, ?> now = getFocusModel().getFocusedCell();
        if (now == null || now.getRow() != row || now.getTableColumn() != column) {
            getFocusModel().focus(row, column);
        }
    }

    /** What was selected is gone: its neighbour takes the place where somebody works in the list, so that Delete can be pressed again. */
    private void selectNeighbour(List<UUID> gone, int at) {
        boolean deleted = leaving.removeAll(gone);
        boolean here = hasKeyboard() && !filtering();
        if (deleted || here) {
            held = null;
            if (!items.isEmpty() && at >= 0) {
                int next = Math.min(at, items.size() - 1);
                getSelectionModel().select(next);
                getFocusModel().focus(next);
            }
        } else if (!fresh) {
            held = gone.getLast();
        }
    }

    private boolean hasKeyboard() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && owner != this) {
            owner = owner.getParent();
        }
        return owner == this;
    }

    /** The person deletes these: the list goes on to their neighbour when they are gone. */
    void leaving(Collection<UUID> ids) {
        leaving.addAll(ids);
        if (held != null && leaving.remove(held)) {
            held = null;
            publish();
        }
    }

    /** The list will be another one: what is not in it is not shown beside it any longer. */
    void another() {
        held = null;
        leaving.clear();
        fresh = true;
    }

    /** The rows of the list were read. */
    void loaded() {
        fresh = false;
    }

    private boolean filtering() {
        return table.model().filtered();
    }

    private void publish() {
        List<Row> rows = selectedItems().stream().map(RecordItem::row).toList();
        RecordItem lead = getSelectionModel().getSelectedItem();
        if (!rows.isEmpty()) {
            held = null;
        }
        // The list of the selected changes before the lead does.
        boolean current = lead != null && rows.contains(lead.row());
        table.selected(
                rows.isEmpty() ? held : current ? lead.id() : rows.getLast().id(), rows);
    }

    void selectWhenThere(UUID id) {
        wanted = id;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(id)) {
                wanted = null;
                if (!(getSelectionModel().getSelectedIndices().size() == 1
                        && getSelectionModel().isSelected(i))) {
                    getSelectionModel().clearAndSelect(i);
                }
                scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    void editingEnded() {
        if (waiting != null) {
            List<RecordItem> rows = waiting;
            waiting = null;
            org.rapporteur.ui.kit.Fx.later(() -> show(rows));
        }
    }

    /** Edits the cell with the focus, or the first of its row that can be edited. */
    void editFocused() {
        TablePosition<?, ?> focus = getFocusModel().getFocusedCell();
        if (focus == null || focus.getRow() < 0 || !table.editable()) {
            return;
        }
        for (TableColumn<RecordItem, ?> column : getVisibleLeafColumns()) {
            if (column == focus.getTableColumn() && column.isEditable()) {
                editOnPurpose(focus.getRow(), column);
                return;
            }
        }
        getVisibleLeafColumns().stream()
                .filter(TableColumn::isEditable)
                .findFirst()
                .ifPresent(column -> editOnPurpose(focus.getRow(), column));
    }

    private void editOnPurpose(int row, TableColumn<RecordItem, ?> column) {
        byKey = true;
        try {
            edit(row, column);
        } finally {
            byKey = false;
        }
    }

    /**
     * A cell was taken away while something was typed in it: the row is drawn anew (a column came or went) and goes on in
     * the new cell, or it is out of sight and what was typed is stored.
     */
    void park(RecordCell.Typed typed) {
        parked = typed;
        org.rapporteur.ui.kit.Fx.later(() -> {
            if (parked == typed) {
                parked = null;
                typed.store().run();
            }
        });
    }

    /** What was typed in the cell that stood where one begins to be edited now; null for nothing. */
    RecordCell.Typed parked(UUID row, String column) {
        RecordCell.Typed typed = parked;
        if (typed == null || !typed.row().equals(row) || !typed.column().equals(column)) {
            return null;
        }
        parked = null;
        return typed;
    }

    /** Whether a key or the menu begins to edit now. */
    boolean editsByKey() {
        return byKey;
    }

    /** Where a double click opens the record, a click must not begin to edit; F2 and the menu do. */
    @Override
    public void edit(int row, TableColumn<RecordItem, ?> column) {
        if (row < 0 || byKey || !table.opens()) {
            super.edit(row, column);
        }
    }

    void editNext(UUID row, int column, boolean back) {
        List<TableColumn<RecordItem, ?>> visible = getVisibleLeafColumns();
        int at = 0;
        while (at < visible.size() && indexOf(visible.get(at)) != column) {
            at++;
        }
        int step = back ? -1 : 1;
        for (at += step; at >= 0 && at < visible.size(); at += step) {
            if (visible.get(at).isEditable()) {
                TableColumn<RecordItem, ?> next = visible.get(at);
                org.rapporteur.ui.kit.Fx.later(() -> {
                    int index = indexOf(row);
                    if (index < 0) {
                        requestFocus();
                        return;
                    }
                    scrollToColumn(next);
                    editOnPurpose(index, next);
                });
                return;
            }
        }
        requestFocus();
    }

    private void key(KeyEvent event) {
        if (getEditingCell() != null) {
            return;
        }
        RecordItem item = getFocusModel().getFocusedItem();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.ENTER && plain && item != null) {
            event.consume();
            table.open(item.row());
        } else if (event.getCode() == KeyCode.F2 && plain) {
            event.consume();
            editFocused();
        } else if (event.getCode() == KeyCode.DELETE && plain && table.deletable()) {
            event.consume();
            table.deleteSelected();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            table.copy();
        } else if (event.getCode() == KeyCode.ESCAPE && filtering()) {
            event.consume();
            table.filter(null);
        }
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (getEditingCell() == null
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !character.isEmpty()
                && !character.isBlank()
                && !Character.isISOControl(character.charAt(0))) {
            event.consume();
            table.typeIntoFilter(character);
        }
    }
}
