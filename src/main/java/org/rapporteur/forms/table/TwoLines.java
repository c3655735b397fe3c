package org.rapporteur.forms.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A head of two lines: groups of columns above their parts, as survey programs and people with merged cells write it. */
final class TwoLines {
    private TwoLines() {}

    /** Whether the second row names parts of what the first names, and is no row of values. */
    static boolean are(List<TableCell> first, List<TableCell> second) {
        int group = 0;
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String below = below(second, i);
            if (below.isEmpty()) {
                continue;
            }
            if (at(second, i).kind() != TableCell.Kind.TEXT
                    || below.matches("[\\d\\s.,%/:+-]+")
                    || below.length() > 200) {
                return false;
            }
            // Every part stands under a name, or beside one that goes on without a name of its own.
            boolean beside = spread(first, i)
                    || above(first, i).isEmpty()
                            && i > 0
                            && !below(second, i - 1).isEmpty();
            boolean begins = !above(first, i).isEmpty()
                    && (spread(first, i + 1)
                            || above(first, i + 1).isEmpty()
                                    && !below(second, i + 1).isEmpty());
            if (!beside && !begins && above(first, i).isEmpty()) {
                return false;
            }
            if (beside || begins) {
                parts.add(below);
                group++;
            }
        }
        // A column of its own, such as the respondent's, has one name only.
        boolean own = false;
        for (int i = 0; i < first.size(); i++) {
            own |= !above(first, i).isEmpty() && below(second, i).isEmpty();
        }
        return own && group >= 2 && parts.size() >= 2;
    }

    /** The names: group and part, or the one that there is. */
    static List<String> names(List<TableCell> first, List<TableCell> second, int columns) {
        List<String> names = new ArrayList<>();
        String group = "";
        for (int i = 0; i < columns; i++) {
            String above = above(first, i);
            String below = below(second, i);
            if (!above.isEmpty()) {
                group = above;
            } else if (below.isEmpty()) {
                group = "";
            }
            names.add(
                    below.isEmpty()
                            ? above
                            : group.isEmpty() || group.equals(below) ? below : group + TableHeader.PART + below);
        }
        return names;
    }

    private static TableCell at(List<TableCell> cells, int i) {
        return i >= 0 && i < cells.size() ? cells.get(i) : TableCell.empty("A1");
    }

    private static String above(List<TableCell> first, int i) {
        return at(first, i).text().strip();
    }

    // A cell of the first row that reaches down says nothing new.
    private static String below(List<TableCell> second, int i) {
        TableCell cell = at(second, i);
        boolean fromAbove = !cell.anchor().isEmpty() && CellRef.row(cell.anchor()) < CellRef.row(cell.ref());
        return fromAbove ? "" : cell.text().strip();
    }

    private static boolean spread(List<TableCell> first, int i) {
        TableCell cell = at(first, i);
        return !cell.anchor().isEmpty() && CellRef.row(cell.anchor()) == CellRef.row(cell.ref());
    }
}
