package org.rapporteur.forms.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.core.text.ValueKey;

/**
 * The columns of a table.
 *
 * @param row row that holds the names, counted from 1; 0 if there is none
 * @param columns the columns from the first on
 */
public record TableHeader(long row, List<Column> columns) {

    /** Stands between the two lines of a head. */
    static final String PART = " \u2013 ";

    /**
     * One column.
     *
     * @param index place counted from 0
     * @param name its name as the file has it, on one line; empty if it has none
     * @param key a name that no other column has: the name, with " (2)" and so on where it occurs again; the column's
     *     letters if it has none
     */
    public record Column(int index, String name, String key) {
        /** The letters of the column, such as {@code B}. */
        public String letters() {
            return CellRef.letters(index);
        }
    }

    /** Takes a copy of the columns. */
    public TableHeader {
        columns = List.copyOf(columns);
    }

    /** The header made of these names; see {@link Column#key()}. */
    static TableHeader of(long row, List<String> names) {
        List<String> lines = names.stream().map(PlainText::line).toList();
        // A name that occurs as such keeps it, wherever it stands: "a", "a", "a (2)".
        Set<String> taken = new HashSet<>(lines);
        Map<String, Integer> seen = new HashMap<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i);
            String base = name.isEmpty() ? CellRef.letters(i) : name;
            int count = name.isEmpty() ? 0 : seen.merge(name, 1, Integer::sum);
            String key = base;
            boolean free = name.isEmpty() ? taken.add(base) : count == 1;
            for (int n = Math.max(2, count); !free; n++) {
                key = base + " (" + n + ")";
                free = taken.add(key);
            }
            columns.add(new Column(i, name, key));
        }
        return new TableHeader(row, columns);
    }

    /** Number of columns. */
    public int size() {
        return columns.size();
    }

    /** The place of the column with this key, or else the only one whose name is the same but for spelling. */
    public OptionalInt find(String name) {
        for (Column column : columns) {
            if (column.key().equals(name)) {
                return OptionalInt.of(column.index());
            }
        }
        String wanted = ValueKey.of(name);
        int[] alike = columns.stream()
                .filter(column ->
                        !wanted.isEmpty() && ValueKey.of(column.name()).equals(wanted))
                .mapToInt(Column::index)
                .toArray();
        if (alike.length != 0) {
            return alike.length == 1 ? OptionalInt.of(alike[0]) : OptionalInt.empty();
        }
        // The lower line of a head of two, where it names one column alone.
        int[] parts = columns.stream()
                .filter(column -> !name.isBlank() && column.name().endsWith(PART + name.strip()))
                .mapToInt(Column::index)
                .toArray();
        return parts.length == 1 ? OptionalInt.of(parts[0]) : OptionalInt.empty();
    }

    /** Whether it has all of these columns. */
    boolean hasAll(List<String> names) {
        return names.stream().allMatch(name -> find(name).isPresent());
    }

    /** Names that more than one column has. */
    public List<String> duplicates() {
        Set<String> seen = new HashSet<>();
        return columns.stream()
                .map(Column::name)
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .distinct()
                .toList();
    }
}
