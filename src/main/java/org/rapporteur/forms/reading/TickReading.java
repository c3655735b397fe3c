package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.ChoiceReading.Tick;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.Language;

/** Reads a multiple choice: a tick beside each choice, or a list beside the question. */
final class TickReading {
    private final Question question;
    private final Language language;
    private final Tray tray;
    private final Map<UUID, Placed> chosen = new LinkedHashMap<>();

    TickReading(Question question, Language language, Tray tray) {
        this.question = question;
        this.language = language;
        this.tray = tray;
    }

    List<Placed> read(List<RowContent> rows) {
        boolean ranked = rows.stream()
                .filter(row -> row.row().place().choice() != null)
                .flatMap(row -> row.main().stream())
                .anyMatch(cell -> isRank(cell.text()));
        for (RowContent row : rows) {
            if (row.row().place().choice() != null) {
                option(row, ranked);
            }
        }
        for (RowContent row : rows) {
            if (row.row().place().choice() == null) {
                heading(row);
            }
        }
        return question.choices().stream()
                .map(Choice::id)
                .filter(chosen::containsKey)
                .map(chosen::get)
                .toList();
    }

    // Someone who writes 1, 2 and 3 beside choices ranks them; then the 1 is no tick either.
    private static boolean isRank(String text) {
        return text.length() < 4
                && !text.isEmpty()
                && text.codePoints().allMatch(Character::isDigit)
                && !Set.of("0", "1", "٠", "١").contains(text);
    }

    private void option(RowContent row, boolean ranked) {
        Choice choice = question.choices().stream()
                .filter(c -> c.id().equals(row.row().place().choice()))
                .findFirst()
                .orElseThrow();
        List<Grid.Cell> cells = new ArrayList<>();
        row.main().ifPresent(cells::add);
        cells.addAll(row.others());
        boolean formula = cells.stream().anyMatch(cell -> !cell.formula().isEmpty());
        if (row.merged()
                && row.main().isPresent()
                && !SheetContent.isUnticked(row.main().get().text())) {
            cells.forEach(cell -> toTray(row, cell, TrayReason.MERGED));
            return;
        }
        if (row.turned()) {
            cells.stream()
                    .filter(cell -> ChoiceReading.tick(choice, cell.written()) != Tick.NO)
                    .forEach(cell -> toTray(row, cell, TrayReason.LABEL_CHANGED));
            mark(row, choice, Tick.UNKNOWN, ranked);
            row.below().forEach(cell -> toTray(row, cell, TrayReason.BELOW));
            row.aside().forEach(cell -> toTray(row, cell, TrayReason.BELOW));
            return;
        }
        Tick main = row.main()
                .map(cell -> cell.formula().isEmpty() ? ChoiceReading.tick(choice, cell.written()) : Tick.UNKNOWN)
                .orElse(Tick.NO);
        boolean symbols = row.main().filter(Grid.Cell::symbols).isPresent();
        if (symbols) {
            toTray(row, row.main().get(), TrayReason.SYMBOL);
        } else if (row.main().isPresent() && (main == Tick.UNKNOWN || ranked && main == Tick.YES)) {
            toTray(row, row.main().get(), formula ? TrayReason.FORMULA : TrayReason.NOT_A_TICK);
        } else if (main == Tick.YES) {
            Grid.Cell cell = row.main().orElseThrow();
            choose(choice, row, cell, cell.written().formula() ? Doubt.FORMULA : ofRow(row));
        }
        mark(row, choice, main, ranked);
        for (Grid.Cell cell : row.others()) {
            boolean ticked = cell.formula().isEmpty() && ChoiceReading.tick(choice, cell.written()) == Tick.YES;
            boolean figure = cell.text().codePoints().allMatch(Character::isDigit);
            if (ticked && main == Tick.NO && !figure) {
                choose(choice, row, cell, Doubt.OTHER_CELL);
            } else if (!ticked || figure) {
                toTray(row, cell, cell.column() == row.comments() ? TrayReason.COMMENT : TrayReason.BESIDE);
            }
        }
        row.below().forEach(cell -> toTray(row, cell, TrayReason.BELOW));
        row.aside().forEach(cell -> toTray(row, cell, TrayReason.BELOW));
    }

    /** A tick that stands before or behind the words of the choice; anything else there waits for a person. */
    private void mark(RowContent row, Choice choice, Tick main, boolean ranked) {
        String bare = row.mark().replaceAll("^[\\[({]\\s*|\\s*[\\])}]$", "").strip();
        if (row.mark().isEmpty() || row.label().isEmpty()) {
            return;
        }
        Tick tick = ChoiceReading.tick(choice, Written.text(bare));
        boolean figure = bare.codePoints().allMatch(Character::isDigit);
        if (tick == Tick.YES && !figure && !ranked && main != Tick.UNKNOWN) {
            choose(choice, row, row.label().get(), Doubt.OTHER_CELL);
        } else if (tick != Tick.NO || figure) {
            Grid.Cell label = row.label().get();
            tray.add(row.row().grid(), label.row(), label.column(), row.mark(), question.id(), TrayReason.IN_LABEL);
        }
    }

    private static Doubt ofRow(RowContent row) {
        if (row.labelStruck()) {
            return Doubt.STRUCK;
        }
        boolean hidden =
                row.row().grid().looks().hiddenRows().contains(row.row().row())
                        || row.main()
                                .filter(cell -> row.row().grid().isHidden(cell.row(), cell.column()))
                                .isPresent();
        if (hidden) {
            return Doubt.HIDDEN;
        }
        return row.row().by() == Located.By.LIKENESS ? Doubt.PLACED_BY_LABEL : null;
    }

    private void choose(Choice choice, RowContent row, Grid.Cell cell, Doubt doubt) {
        chosen.putIfAbsent(
                choice.id(),
                new Placed(
                        question.id(),
                        choice.code(),
                        choice.label().text(language),
                        doubt,
                        "",
                        row.row().grid().name(),
                        cell.reference()));
    }

    /** The row of the question itself is not for answers; some write them there all the same. */
    private void heading(RowContent row) {
        List<Grid.Cell> cells = new ArrayList<>();
        row.main().ifPresent(cells::add);
        cells.addAll(row.others());
        if (cells.size() == 1 && chosen.isEmpty() && cells.get(0).formula().isEmpty()) {
            Grid.Cell cell = cells.get(0);
            List<Choice> choices = ChoiceReading.listInForm(question, cell.written());
            if (!choices.isEmpty()) {
                choices.forEach(choice -> choose(choice, row, cell, Doubt.OTHER_CELL));
                return;
            }
        }
        for (Grid.Cell cell : cells) {
            boolean comment = cell.column() == row.comments();
            toTray(row, cell, comment && !chosen.isEmpty() ? TrayReason.COMMENT : TrayReason.NOT_A_LIST);
        }
        row.below().forEach(cell -> toTray(row, cell, TrayReason.BELOW));
        row.aside().forEach(cell -> toTray(row, cell, TrayReason.BELOW));
    }

    private void toTray(RowContent row, Grid.Cell cell, TrayReason reason) {
        if (!SheetContent.isUnticked(cell.text())) {
            tray.add(row.row().grid(), cell, question.id(), reason);
        }
    }
}
