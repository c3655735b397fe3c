package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.survey.AnswerReading;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.ChoiceLimit;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.ExclusiveChoice;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.Language;

/** Makes answers of the content of rows. What cannot be one without a doubt about its place goes to the tray. */
final class Interpreter {
    private final Questionnaire questionnaire;
    private final Language language;
    private final Tray tray;
    private final Set<UUID> broken;
    private final List<Placed> answers = new ArrayList<>();

    /**
     * @param broken questions of which some choices may be in rows that are not clear; half of a multiple choice is a
     *     wrong answer
     */
    Interpreter(Questionnaire questionnaire, Language language, Tray tray, Set<UUID> broken) {
        this.broken = broken;
        this.questionnaire = questionnaire;
        this.language = language;
        this.tray = tray;
    }

    /** The answers in the order of the form. */
    List<Placed> answers(List<RowContent> contents) {
        Map<UUID, List<RowContent>> byQuestion = new LinkedHashMap<>();
        contents.forEach(content -> byQuestion
                .computeIfAbsent(content.row().place().question(), q -> new ArrayList<>())
                .add(content));
        for (Question question : questionnaire.answered()) {
            List<RowContent> rows = byQuestion.getOrDefault(question.id(), List.of());
            if (question.type() == QuestionType.MULTIPLE && !question.choices().isEmpty()) {
                List<Placed> ticks = new TickReading(question, language, tray).read(rows);
                boolean turned = rows.stream().anyMatch(row -> row.row().place().choice() == null && row.turned());
                if (broken.contains(question.id())) {
                    chosenToTray(question, ticks, rows, TrayReason.LABEL_UNCLEAR);
                } else if (turned) {
                    chosenToTray(question, ticks, rows, TrayReason.LABEL_CHANGED);
                } else if (ExclusiveChoice.contradicts(
                        question, ticks.stream().map(Placed::value).toList())) {
                    chosenToTray(question, ticks, rows, TrayReason.NONE_AND_CHOICES);
                } else {
                    tooMany(question, ticks, rows);
                    answers.addAll(ticks);
                }
            } else {
                one(question, rows);
            }
        }
        return answers;
    }

    /** More choices than the form allows count as they are; that they are too many is said once. */
    private void tooMany(Question question, List<Placed> ticks, List<RowContent> rows) {
        int most = ChoiceLimit.of(question);
        if (most == 0 || ticks.size() <= most) {
            return;
        }
        RowContent row = rows.stream()
                .filter(r -> r.row().place().choice() == null)
                .findFirst()
                .orElse(rows.getFirst());
        String words = ticks.stream().map(Placed::body).collect(Collectors.joining("; "));
        int column = row.label().map(Grid.Cell::column).orElse(0);
        tray.add(row.row().grid(), row.row().row(), column, words, question.id(), TrayReason.TOO_MANY);
    }

    private void chosenToTray(Question question, List<Placed> ticks, List<RowContent> rows, TrayReason reason) {
        for (Placed tick : ticks) {
            rows.stream()
                    .map(row -> row.row().grid())
                    .filter(grid -> grid.name().equals(tick.sheet()))
                    .findFirst()
                    .ifPresent(grid -> {
                        Grid.Cell cell = grid.cells().stream()
                                .filter(c -> c.reference().equals(tick.cell()))
                                .findFirst()
                                .orElseThrow();
                        tray.add(grid, cell, question.id(), reason);
                    });
        }
    }

    private void one(Question question, List<RowContent> rows) {
        List<RowContent> filled = new ArrayList<>();
        for (RowContent row : rows) {
            if (!row.isEmpty() && filled.stream().noneMatch(row::says)) {
                filled.add(row);
            } else if (row.isEmpty()) {
                row.aside().forEach(cell -> toTray(row, cell, question, TrayReason.BELOW));
            }
        }
        if (filled.isEmpty()) {
            return;
        }
        if (filled.size() == 1) {
            row(question, filled.get(0), List.of());
        } else if (question.type().open() && neighbours(filled)) {
            row(question, filled.get(0), filled.subList(1, filled.size()));
        } else {
            filled.forEach(row -> everything(row).forEach(cell -> toTray(row, cell, question, TrayReason.TWICE)));
        }
    }

    /** Copies of one row, one below the other, made to hold a long answer. */
    private static boolean neighbours(List<RowContent> rows) {
        for (int i = 1; i < rows.size(); i++) {
            RowContent before = rows.get(i - 1);
            RowContent row = rows.get(i);
            boolean next = row.row().grid() == before.row().grid()
                    && row.row().row() == before.row().row() + 1;
            if (!next || row.main().isEmpty() || before.main().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void row(Question question, RowContent row, List<RowContent> copies) {
        if (row.merged()) {
            everything(row).forEach(cell -> toTray(row, cell, question, TrayReason.MERGED));
            return;
        }
        if (row.turned()) {
            everything(row).forEach(cell -> toTray(row, cell, question, TrayReason.LABEL_CHANGED));
            copies.forEach(
                    copy -> everything(copy).forEach(cell -> toTray(copy, cell, question, TrayReason.LABEL_CHANGED)));
            return;
        }
        List<Grid.Cell> parts = new ArrayList<>();
        Doubt place = row.row().by() == Located.By.LIKENESS ? Doubt.PLACED_BY_LABEL : null;
        List<Grid.Cell> beside = new ArrayList<>(row.others());
        List<Grid.Cell> below = new ArrayList<>(row.below());
        List<Grid.Cell> aside = new ArrayList<>(row.aside());
        if (row.main().isPresent()) {
            parts.add(row.main().get());
        } else if (beside.size() == 1 && fits(question, beside.get(0))) {
            // The answer stands in the column for comments, or beside the table.
            parts.add(beside.remove(0));
            place = Doubt.OTHER_CELL;
            int column = parts.get(0).column();
            if (column == row.comments()) {
                List<Grid.Cell> swap = aside;
                aside = below;
                below = swap;
            }
        }
        boolean joins = question.type().open();
        if (parts.isEmpty() && !below.isEmpty() && beside.isEmpty() && (joins || fits(question, below.get(0)))) {
            parts.add(below.remove(0));
            place = Doubt.OTHER_CELL;
        }
        if (joins && !parts.isEmpty()) {
            if (!below.isEmpty() || !copies.isEmpty()) {
                place = Doubt.CONTINUED;
            }
            parts.addAll(below);
            below = List.of();
            for (RowContent copy : copies) {
                copy.main().ifPresent(parts::add);
                copy.others().forEach(cell -> toTray(copy, cell, question, TrayReason.COMMENT));
                parts.addAll(copy.below());
                copy.aside().forEach(cell -> toTray(copy, cell, question, TrayReason.BELOW));
            }
        }
        boolean answered = !parts.isEmpty();
        for (Grid.Cell cell : beside) {
            TrayReason reason = cell.column() != row.comments()
                    ? TrayReason.BESIDE
                    : answered ? TrayReason.COMMENT : TrayReason.COMMENT_WITHOUT_ANSWER;
            toTray(row, cell, question, reason);
        }
        below.forEach(cell -> toTray(row, cell, question, TrayReason.BELOW));
        aside.forEach(cell -> toTray(row, cell, question, TrayReason.BELOW));
        if (answered) {
            place(question, row, parts, place);
        }
    }

    /** Whether a cell that is not the one for the answer can be taken for it: any words, or a clear value. */
    private boolean fits(Question question, Grid.Cell cell) {
        if (!cell.formula().isEmpty()) {
            return false;
        }
        List<Reading> readings = AnswerReading.readForm(question, cell.written(), language);
        return !readings.isEmpty() && readings.stream().allMatch(Reading::clear);
    }

    private void place(Question question, RowContent row, List<Grid.Cell> parts, Doubt place) {
        Grid.Cell first = parts.get(0);
        Optional<Grid.Cell> broken =
                parts.stream().filter(cell -> !cell.formula().isEmpty()).findFirst();
        if (broken.isPresent()) {
            parts.forEach(cell -> toTray(row, cell, question, TrayReason.FORMULA));
            return;
        }
        if (parts.stream().anyMatch(Grid.Cell::symbols)) {
            parts.forEach(cell -> toTray(row, cell, question, TrayReason.SYMBOL));
            return;
        }
        Doubt doubt = place;
        if (parts.stream().anyMatch(cell -> !cell.struck().isEmpty()) || row.labelStruck()) {
            doubt = Doubt.STRUCK;
        } else if (parts.stream().anyMatch(cell -> row.row().grid().isHidden(cell.row(), cell.column()))) {
            doubt = Doubt.HIDDEN;
        }
        Written written = first.written();
        if (parts.size() > 1) {
            boolean formula = parts.stream().anyMatch(cell -> cell.written().formula());
            Written joined = Written.text(
                    String.join("\n", parts.stream().map(Grid.Cell::text).toList()));
            written = formula ? joined.asFormula() : joined;
        }
        for (Reading reading : AnswerReading.readForm(question, written, language)) {
            answers.add(new Placed(
                    question.id(),
                    reading.value(),
                    reading.body(),
                    reading.doubt() != null ? reading.doubt() : doubt,
                    reading.offered(),
                    row.row().grid().name(),
                    first.reference()));
        }
    }

    private static List<Grid.Cell> everything(RowContent row) {
        List<Grid.Cell> cells = new ArrayList<>();
        row.main().ifPresent(cells::add);
        cells.addAll(row.others());
        cells.addAll(row.below());
        cells.addAll(row.aside());
        return cells;
    }

    private void toTray(RowContent row, Grid.Cell cell, Question question, TrayReason reason) {
        tray.add(row.row().grid(), cell, question.id(), reason);
    }
}
