package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.survey.ReturnedForm.InTray;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.PlainText;

/** Collects the cells that a person must look at; each cell once. */
final class Tray {
    private static final int MOST_ITEMS = 400;
    private static final int MOST_BODY = 8000;
    private static final int MOST_OF_CELL = 120;

    private final List<InTray> items = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int left;

    void add(Grid grid, Grid.Cell cell, UUID question, TrayReason reason) {
        String body = cell.text().isEmpty() ? cell.formula() : cell.text();
        add(grid, cell.row(), cell.column(), body, question, reason);
    }

    void add(Grid grid, int row, int column, String body, UUID question, TrayReason reason) {
        String place = Grid.reference(row, column);
        if (body.isBlank() || !seen.add(grid.name() + "!" + place + "!" + (reason == TrayReason.NOTE))) {
            return;
        }
        if (items.size() >= MOST_ITEMS) {
            left++;
            return;
        }
        items.add(new InTray(
                question, PlainText.shorten(body, MOST_BODY), grid.name(), place, surroundings(grid, row), reason));
    }

    /** The row before, the row itself and the row after, each as "12: cell | cell". */
    private static String surroundings(Grid grid, int row) {
        List<Integer> rows = new ArrayList<>(grid.rows());
        int at = 0;
        while (at < rows.size() && rows.get(at) < row) {
            at++;
        }
        List<String> lines = new ArrayList<>();
        for (int i = Math.max(0, at - 1); i < Math.min(rows.size(), at + 2); i++) {
            int shown = rows.get(i);
            String cells = grid.row(shown).stream()
                    .filter(cell ->
                            org.rapporteur.forms.FormLayout.ofKey(cell.text()).isEmpty())
                    .map(cell -> PlainText.shorten(PlainText.line(cell.text()), MOST_OF_CELL))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" | "));
            if (!cells.isEmpty()) {
                lines.add((shown + 1) + ": " + cells);
            }
        }
        return String.join("\n", lines);
    }

    List<InTray> items() {
        return items;
    }

    /** How many cells found no room; the file holds far more than a questionnaire. */
    int left() {
        return left;
    }
}
