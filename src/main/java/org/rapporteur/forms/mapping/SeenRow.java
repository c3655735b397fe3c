package org.rapporteur.forms.mapping;

import java.util.List;
import org.rapporteur.core.problem.Message;

/**
 * A row of a table as it was read, with what becomes of it.
 *
 * @param sheet name of the sheet; empty for text files
 * @param number row in the file, counted from 1
 * @param cells its texts in the order of the columns; long ones are cut
 * @param fate what becomes of it
 * @param why why it was refused, or what should be looked at
 */
public record SeenRow(String sheet, long number, List<String> cells, RowFate fate, List<Message> why) {
    /** Takes copies of the lists. */
    public SeenRow {
        cells = List.copyOf(cells);
        why = List.copyOf(why);
    }

    /** The text of a column counted from 0; empty beyond the last. */
    public String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
