package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.CellSurroundings;
import org.rapporteur.core.survey.ReturnedForm.InTray;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.FormLayout;

/** Collects what a person must look at, with what it stands beside; each cell once. */
final class Tray {
    private static final int MOST_ITEMS = 400;
    private static final int MOST_BODY = 8000;
    private static final int MOST_BESIDE = 400;
    private static final int MOST_COLUMNS = 12;
    private static final int ROWS_BEFORE = 2;
    private static final int ROWS_AFTER = 2;

    /** What is known of a sheet: where its columns are, what its rows ask, and the head of each column. */
    private record Known(Columns columns, Map<Integer, Located> rows, Map<Integer, String> heads) {}

    private final List<InTray> items = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Grid, Known> sheets = new HashMap<>();
    private int left;

    /** Tells what the rows of a sheet ask, so that what is put in from it knows what it stands beside. */
    void know(Grid grid, Columns columns, List<Located> located, Furniture furniture) {
        Map<Integer, Located> rows = new HashMap<>();
        located.forEach(row -> rows.put(row.row(), row));
        Map<Integer, String> heads = new HashMap<>();
        for (Grid.Cell cell : grid.cells()) {
            if (furniture.isHead(grid, cell)) {
                heads.putIfAbsent(cell.column(), PlainText.line(cell.text()));
            }
        }
        sheets.put(grid, new Known(columns, rows, heads));
    }

    void add(Grid grid, Grid.Cell cell, UUID question, TrayReason reason) {
        String body = cell.text().isEmpty() ? cell.formula() : cell.text();
        add(grid, cell.row(), cell.column(), body, question, reason, "");
    }

    void add(Grid grid, int row, int column, String body, UUID question, TrayReason reason) {
        add(grid, row, column, body, question, reason, "");
    }

    void add(Grid grid, int row, int column, String body, UUID question, TrayReason reason, String part) {
        String place = Grid.reference(row, column);
        // A cell's words wait once, whatever the reason; what lies over it or was struck out is something else.
        String sort = ofCell(reason) ? "" : reason + "!" + part + "!" + body;
        if (body.isBlank() || !seen.add(grid.name() + "!" + place + "!" + sort)) {
            return;
        }
        if (items.size() >= MOST_ITEMS) {
            left++;
            return;
        }
        Optional<Known> known = Optional.ofNullable(sheets.get(grid));
        Optional<Located> beside = known.map(sheet -> sheet.rows().get(row));
        // A row that is not clear is only guessed at: the words beside stay, the choice is not believed.
        UUID choice = beside.filter(Located::clear)
                .filter(at -> at.place().question().equals(question))
                .map(at -> at.place().choice())
                .orElse(null);
        String words = known.map(sheet -> grid.text(row, sheet.columns().label()))
                .filter(text -> known.get().columns().label() != column)
                .orElse("");
        items.add(new InTray(
                question,
                choice,
                PlainText.shorten(words, MOST_BESIDE),
                known.map(sheet -> sheet.heads().get(column)).orElse(""),
                PlainText.shorten(body, MOST_BODY),
                grid.name(),
                place,
                surroundings(grid, row, column),
                reason,
                part));
    }

    private static boolean ofCell(TrayReason reason) {
        return switch (reason) {
            case NOTE, STRUCK, PICTURE, OBJECT, COLOUR, HEADER, IN_LABEL, TOO_MANY -> false;
            default -> true;
        };
    }

    /** The rows before and after, whether they hold anything or not, with all columns that are used near by. */
    private static CellSurroundings surroundings(Grid grid, int row, int column) {
        int from = Math.max(0, row - ROWS_BEFORE);
        int first = column;
        int last = column;
        for (int r = from; r <= row + ROWS_AFTER; r++) {
            for (Grid.Cell cell : grid.row(r)) {
                if (FormLayout.ofKey(cell.text()).isEmpty()) {
                    first = Math.min(first, cell.column());
                    last = Math.max(last, cell.column());
                }
            }
        }
        first = Math.max(first, column - MOST_COLUMNS / 2);
        last = Math.min(last, first + MOST_COLUMNS);
        List<CellSurroundings.Column> columns = new ArrayList<>();
        for (int c = first; c <= last; c++) {
            columns.add(new CellSurroundings.Column(
                    Grid.letters(c), grid.looks().hiddenColumns().contains(c)));
        }
        List<CellSurroundings.Line> rows = new ArrayList<>();
        for (int r = from; r <= row + ROWS_AFTER; r++) {
            List<String> cells = new ArrayList<>();
            for (int c = first; c <= last; c++) {
                cells.add(grid.at(r, c)
                        .filter(cell -> FormLayout.ofKey(cell.text()).isEmpty())
                        .map(Grid.Cell::text)
                        .orElse(""));
            }
            rows.add(new CellSurroundings.Line(r + 1, grid.looks().hiddenRows().contains(r), cells));
        }
        return new CellSurroundings(columns, rows);
    }

    List<InTray> items() {
        return items;
    }

    /** How many cells found no room; the file holds far more than a questionnaire. */
    int left() {
        return left;
    }
}
