package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Row;

/** One line of a list: the record with what its columns show, made off the window's thread. */
final class RecordItem {
    private final Row row;
    private final List<RecordColumn.Cell> cells;
    private final String haystack;

    /**
     * @param cells what each column shows, in the order of the columns
     * @param haystack everything the filter looks through, folded
     */
    RecordItem(Row row, List<RecordColumn.Cell> cells, String haystack) {
        this.row = row;
        this.cells = cells;
        this.haystack = haystack;
    }

    Row row() {
        return row;
    }

    UUID id() {
        return row.id();
    }

    RecordColumn.Cell cell(int column) {
        return cells.get(column);
    }

    String haystack() {
        return haystack;
    }

    /** Whether another item shows the same. */
    boolean looksLike(RecordItem other) {
        return row.equals(other.row) && cells.equals(other.cells);
    }
}
