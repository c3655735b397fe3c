package org.rapporteur.forms.reading;

import java.util.List;
import java.util.Map;

/**
 * A returned file, opened and read into plain cells.
 *
 * @param file its name without folders
 * @param hash SHA-256 of its bytes, lower-case hexadecimal
 * @param sheets its sheets in order, without the hidden one
 * @param marks what the hidden sheet, or failing that the properties of the file, say: name to value
 * @param names defined names that point to one cell
 */
public record OpenedForm(
        String file, String hash, List<Grid> sheets, Map<String, String> marks, List<NamedCell> names) {

    /** A defined name and the one cell it points to. */
    public record NamedCell(String name, String sheet, int row, int column) {}

    public OpenedForm {
        sheets = List.copyOf(sheets);
        marks = Map.copyOf(marks);
        names = List.copyOf(names);
    }
}
