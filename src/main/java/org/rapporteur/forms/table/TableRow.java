package org.rapporteur.forms.table;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param sheet name of the sheet; empty for text files
 * @param number row counted from 1, as a spreadsheet program shows it
 * @param hidden whether the spreadsheet hides the row
 * @param cells its cells from the first column on; as many as the header has columns, or more if a spreadsheet's row
 *     goes on beyond it
 */
public record TableRow(String sheet, long number, boolean hidden, List<TableCell> cells) {

    /** Takes a copy of the cells. */
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0; an empty one beyond the last. */
    public TableCell cell(int column) {
        return column < cells.size() ? cells.get(column) : TableCell.empty(CellRef.of(column, number));
    }

    /** The text of a column counted from 0, without spaces at its ends. */
    public String text(int column) {
        return cell(column).text().strip();
    }

    /** Whether every cell is blank. */
    public boolean isBlank() {
        return cells.stream().allMatch(TableCell::isBlank);
    }
}
