package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormLayout.Place;

/** Sorts the cells of a sheet: what belongs to which row, and what belongs to none and goes to the tray. */
final class SheetContent {
    private final Grid grid;
    private final Columns columns;
    private final List<Located> located;
    private final LabelIndex labels;
    private final Furniture furniture;
    private final Tray tray;
    private final Set<Integer> locatedRows = new HashSet<>();

    SheetContent(Grid grid, Columns columns, List<Located> located, LabelIndex labels, Furniture furniture, Tray tray) {
        this.grid = grid;
        this.columns = columns;
        this.located = located;
        this.labels = labels;
        this.furniture = furniture;
        this.tray = tray;
        located.forEach(row -> locatedRows.add(row.row()));
        tray.know(grid, columns, located, furniture);
    }

    /**
     * The content of the rows that are clear; everything else of the sheet is put into the tray.
     *
     * @param names cells that hold the respondent's name, which is not an answer
     * @param complete whether every question of the survey was found somewhere, so that a row without words can only
     *     belong to the one above
     */
    List<RowContent> read(Set<String> names, boolean complete) {
        Map<Integer, List<Grid.Cell>> below = new HashMap<>();
        Map<Integer, List<Grid.Cell>> aside = new HashMap<>();
        added(names, complete, below, aside);
        struck();
        List<RowContent> contents = new ArrayList<>();
        for (Located row : located) {
            if (row.clear()) {
                contents.add(content(
                        row, below.getOrDefault(row.row(), List.of()), aside.getOrDefault(row.row(), List.of())));
            } else {
                unclear(row);
            }
        }
        notes();
        colours();
        margins(grid, furniture, tray);
        return contents;
    }

    private RowContent content(Located row, List<Grid.Cell> below, List<Grid.Cell> aside) {
        Place place = row.place();
        String label = grid.text(row.row(), columns.label());
        String mark = label.isBlank() ? "" : labels.added(label, place, furniture);
        String live = grid.at(row.row(), columns.label())
                .map(Grid.Cell::unstruck)
                .map(Grid.Cell::text)
                .orElse("");
        boolean turned = labels.turned(live, place, furniture);
        if (!mark.isEmpty() && place.choice() == null) {
            tray.add(grid, row.row(), columns.label(), mark, place.question(), TrayReason.IN_LABEL);
        }
        Optional<Grid.Cell> main = grid.at(row.row(), columns.answer())
                .filter(c -> !furniture.isTickHint(c.text()))
                .map(Grid.Cell::unstruck)
                .filter(c -> !c.isBlank());
        List<Grid.Cell> others = grid.row(row.row()).stream()
                .filter(cell -> cell.column() != columns.answer() && cell.column() != columns.label())
                .filter(cell -> !ours(cell, place) && !isUnticked(cell.text()))
                .map(Grid.Cell::unstruck)
                .filter(cell -> !cell.isBlank())
                .toList();
        boolean merged = grid.mergedAt(row.row(), columns.answer())
                .filter(area -> located.stream()
                        .anyMatch(other -> other.row() != row.row()
                                && other.row() >= area.firstRow()
                                && other.row() <= area.lastRow()))
                .isPresent();
        return new RowContent(
                row,
                main,
                others,
                below,
                aside,
                merged,
                columns.comment(),
                grid.at(row.row(), columns.label()),
                mark,
                turned);
    }

    /** Keys, numbers of questions and whatever else the form itself puts beside an answer. */
    private boolean ours(Grid.Cell cell, Place place) {
        String text = cell.text();
        if (FormLayout.ofKey(text).isPresent() || furniture.isTickHint(text)) {
            return true;
        }
        if (cell.column() > columns.label()) {
            return false;
        }
        boolean numbering = place.choice() == null && text.matches("[\\p{L}]{0,3}\\s?[\\p{Nd}.]{1,6}[.):]?");
        return numbering || labels.isCode(text);
    }

    private void unclear(Located row) {
        TrayReason reason =
                switch (row.by()) {
                    case GONE -> TrayReason.QUESTION_GONE;
                    case DISAGREE -> TrayReason.KEY_AND_LABEL;
                    default -> TrayReason.LABEL_UNCLEAR;
                };
        boolean guess = row.place() != null && row.by() != Located.By.GONE;
        UUID question = guess ? row.place().question() : null;
        List<Grid.Cell> cells = grid.row(row.row()).stream()
                .filter(cell -> FormLayout.ofKey(cell.text()).isEmpty())
                .filter(cell -> !furniture.isTickHint(cell.text()) && !isUnticked(cell.text()))
                .map(Grid.Cell::unstruck)
                .filter(cell -> !cell.isBlank())
                .toList();
        List<Grid.Cell> said =
                cells.stream().filter(cell -> cell.column() > columns.label()).toList();
        if (!said.isEmpty()) {
            said.forEach(cell -> tray.add(grid, cell, question, reason));
        } else if (row.by() == Located.By.UNCLEAR) {
            // Words in the column of questions and nothing beside them: a remark rather than an answer.
            cells.stream()
                    .filter(cell -> cell.column() == columns.label())
                    .forEach(cell -> tray.add(grid, cell, null, TrayReason.STRAY));
        }
    }

    static boolean isUnticked(String text) {
        return text.equals(FormLayout.UNTICKED);
    }

    /** Rows that the form does not have: what the respondent wrote on, or wrote elsewhere. */
    private void added(
            Set<String> names,
            boolean complete,
            Map<Integer, List<Grid.Cell>> below,
            Map<Integer, List<Grid.Cell>> aside) {
        int last = located.isEmpty() ? -1 : located.get(located.size() - 1).row();
        for (int row : grid.rows()) {
            if (locatedRows.contains(row)) {
                continue;
            }
            List<Grid.Cell> cells = grid.row(row).stream()
                    .filter(cell -> !furniture.is(cell.text()) && !furniture.isHead(grid, cell))
                    .filter(cell -> !isUnticked(cell.text()) && !furniture.isTickHint(cell.text()))
                    .filter(cell -> !names.contains(cell.reference()))
                    .filter(cell -> FormLayout.ofKey(cell.text()).isEmpty())
                    .filter(cell -> !isDueDate(cell))
                    .map(Grid.Cell::unstruck)
                    .filter(cell -> !cell.isBlank())
                    .toList();
            if (cells.isEmpty()) {
                continue;
            }
            Located above = above(row);
            boolean only = cells.stream()
                    .allMatch(cell -> cell.column() == columns.answer() || cell.column() == columns.comment());
            boolean touching = above != null && (row <= last || contiguous(above.row(), row));
            if (above == null || !only || !touching) {
                cells.forEach(cell -> tray.add(grid, cell, null, stray(cell)));
            } else if (!above.clear() || !complete) {
                UUID question = above.clear() ? above.place().question() : null;
                cells.forEach(cell -> tray.add(grid, cell, question, TrayReason.BELOW));
            } else {
                for (Grid.Cell cell : cells) {
                    (cell.column() == columns.answer() ? below : aside)
                            .computeIfAbsent(above.row(), r -> new ArrayList<>())
                            .add(cell);
                }
            }
        }
    }

    private TrayReason stray(Grid.Cell cell) {
        boolean name = grid.row(cell.row()).stream()
                .anyMatch(other -> other.column() < cell.column() && furniture.isRespondentLabel(other.text()));
        return name ? TrayReason.NAME : grid.isHidden(cell.row(), cell.column()) ? TrayReason.HIDDEN : TrayReason.STRAY;
    }

    private UUID question(int row) {
        return located.stream()
                .filter(candidate -> candidate.row() == row && candidate.clear())
                .map(candidate -> candidate.place().question())
                .findFirst()
                .orElse(null);
    }

    /** Words that were struck out are never live text; they are shown apart, beside what they stand at. */
    private void struck() {
        for (Grid.Cell cell : grid.cells()) {
            if (!cell.struck().isEmpty()) {
                tray.add(grid, cell.row(), cell.column(), cell.struck(), question(cell.row()), TrayReason.STRUCK);
            }
        }
    }

    /**
     * Colours that the form sent did not have: one item for a row, one for all if a colour is only decoration, because most
     * rows have it.
     */
    private void colours() {
        Map<String, Map<Integer, Integer>> rows = new TreeMap<>();
        grid.looks().colours().forEach((place, colour) -> {
            rows.computeIfAbsent(colour, c -> new TreeMap<>()).merge(Grid.row(place), Grid.column(place), Math::min);
        });
        rows.forEach((colour, cells) -> {
            boolean most = cells.size() > 8 && cells.size() * 2 > located.size();
            for (Map.Entry<Integer, Integer> at : cells.entrySet()) {
                tray.add(grid, at.getKey(), at.getValue(), colour, question(at.getKey()), TrayReason.COLOUR);
                if (most) {
                    break;
                }
            }
        });
    }

    /** Words in the head and the foot of the pages that the form did not bring along. */
    static void margins(Grid grid, Furniture furniture, Tray tray) {
        int number = 0;
        for (String words : grid.looks().margins()) {
            if (!furniture.is(words)) {
                tray.add(grid, 0, 0, words, null, TrayReason.HEADER, "margin/" + ++number);
            }
        }
    }

    private boolean isDueDate(Grid.Cell cell) {
        return grid.row(cell.row()).stream()
                .anyMatch(other -> other.column() < cell.column() && furniture.isDueLabel(other.text()));
    }

    private Located above(int row) {
        Located above = null;
        for (Located candidate : located) {
            if (candidate.row() < row) {
                above = candidate;
            }
        }
        return above;
    }

    private boolean contiguous(int from, int to) {
        for (int row = from + 1; row < to; row++) {
            if (grid.row(row).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void notes() {
        for (Grid.Attached note : grid.attached()) {
            tray.add(grid, note.row(), note.column(), note.text(), question(note.row()), note.reason(), note.part());
        }
    }
}
