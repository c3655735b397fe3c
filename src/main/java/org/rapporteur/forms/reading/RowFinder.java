package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormLayout.Place;
import org.rapporteur.forms.reading.Located.By;

/** Recognises the rows of a sheet: by key, by defined name, by their words, by the likeness of their words. */
final class RowFinder {
    /** Words less alike than this are not the words of the row's key. */
    private static final double STILL_ITSELF = 0.45;

    private final Questionnaire questionnaire;
    private final LabelIndex labels;
    private final Furniture furniture;

    RowFinder(Questionnaire questionnaire, LabelIndex labels, Furniture furniture) {
        this.questionnaire = questionnaire;
        this.labels = labels;
        this.furniture = furniture;
    }

    /** The rows of a sheet that ask something, from the top. */
    List<Located> find(Grid grid, Columns columns, List<OpenedForm.NamedCell> names) {
        Map<Integer, Set<Place>> named = new HashMap<>();
        for (OpenedForm.NamedCell name : names) {
            Optional<Place> place = FormLayout.ofName(name.name());
            if (name.sheet().equals(grid.name()) && place.isPresent()) {
                named.computeIfAbsent(name.row(), r -> new LinkedHashSet<>()).add(place.get());
            }
        }
        forgetStaleNames(grid, columns, named);
        Set<Integer> rows = new java.util.TreeSet<>(grid.rows());
        rows.addAll(named.keySet());
        List<Located> found = new ArrayList<>();
        UUID within = null;
        for (int row : rows) {
            Located located = locate(grid, columns, row, named.getOrDefault(row, Set.of()), within);
            if (located == null) {
                continue;
            }
            found.add(located);
            if (located.by() == By.UNCLEAR && located.place() == null) {
                // Perhaps the next question: the choices below it are not those of the question above.
                within = null;
            } else if (located.clear()) {
                UUID question = located.place().question();
                boolean multiple = questionnaire
                        .question(question)
                        .filter(q -> q.type() == QuestionType.MULTIPLE)
                        .isPresent();
                within = multiple ? question : null;
            }
        }
        return withoutRivals(found);
    }

    /**
     * Programs that do not know names leave them behind when rows are moved. A name is not believed if the key of its
     * question stands in another row, whatever is written beside it; at a row without words neither if the words of its
     * question stand in another row.
     */
    private void forgetStaleNames(Grid grid, Columns columns, Map<Integer, Set<Place>> named) {
        Map<Place, Integer> found = new HashMap<>();
        Map<Place, Set<Integer>> keys = new HashMap<>();
        for (int row : grid.rows()) {
            grid.row(row).stream()
                    .flatMap(cell -> FormLayout.ofKey(cell.text()).stream())
                    .forEach(place -> {
                        found.put(place, row);
                        keys.computeIfAbsent(place, p -> new HashSet<>()).add(row);
                    });
            Place words = labels.exact(grid.text(row, columns.label()), null, code(grid, columns, row))
                    .place();
            if (words != null) {
                found.putIfAbsent(words, row);
            }
        }
        named.forEach((row, places) -> {
            places.removeIf(place -> !keys.getOrDefault(place, Set.of(row)).contains(row));
            if (grid.text(row, columns.label()).isBlank()) {
                places.removeIf(place -> found.getOrDefault(place, row).intValue() != row);
            }
        });
        named.values().removeIf(Set::isEmpty);
    }

    private Located locate(Grid grid, Columns columns, int row, Set<Place> named, UUID within) {
        String label = grid.text(row, columns.label());
        String code = code(grid, columns, row);
        Optional<Place> key = grid.row(row).stream()
                .flatMap(cell -> FormLayout.ofKey(cell.text()).stream())
                .findFirst();
        if (key.isPresent()) {
            boolean contradicted = !named.isEmpty() && !named.contains(key.get());
            Located keyed = checked(grid, row, key.get(), By.KEY, label, code, within);
            // Two hidden signs against each other: only the words can tell which of them moved.
            return contradicted && keyed.by() == By.KEY && labels.likeness(label, key.get()) < STILL_ITSELF
                    ? new Located(grid, row, key.get(), By.DISAGREE)
                    : keyed;
        }
        if (named.size() == 1) {
            return checked(grid, row, named.iterator().next(), By.NAME, label, code, within);
        }
        boolean head = grid.at(row, columns.label())
                .filter(cell -> furniture.isHead(grid, cell))
                .isPresent();
        if (label.isBlank() || head || furniture.is(label)) {
            return null;
        }
        LabelIndex.Match exact = labels.exact(label, within, code);
        if (exact.place() != null) {
            return new Located(grid, row, exact.place(), By.LABEL);
        }
        LabelIndex.Match question = labels.likeQuestion(label, code);
        if (within != null) {
            LabelIndex.Match choice = labels.likeChoice(label, within);
            if (choice.place() != null && choice.score() > question.score()) {
                return new Located(grid, row, choice.place(), By.LIKENESS);
            }
            if (question.place() == null && choice.score() >= LabelIndex.LEAST_WITH_NUMBER) {
                return new Located(grid, row, new Place(within, null), By.UNCLEAR);
            }
        }
        return question.place() != null
                ? new Located(grid, row, question.place(), By.LIKENESS)
                : new Located(grid, row, null, By.UNCLEAR);
    }

    /** A hidden key or name is believed unless the words beside it are those of another question. */
    private Located checked(Grid grid, int row, Place place, By by, String label, String code, UUID within) {
        Optional<Question> question = questionnaire.question(place.question());
        boolean known = question.isPresent()
                && (place.choice() == null
                        || question.get().choices().stream().anyMatch(c -> c.id().equals(place.choice())));
        if (!known) {
            return new Located(grid, row, place, By.GONE);
        }
        if (label.isBlank() || labels.likeness(label, place) >= STILL_ITSELF) {
            return new Located(grid, row, place, by);
        }
        UUID around = place.choice() == null ? within : place.question();
        Place other = labels.exact(label, around, code).place();
        if (other == null || other.equals(place)) {
            return new Located(grid, row, place, by);
        }
        // A name is a guess of the spreadsheet about a cell; the words are what the respondent read.
        return by == By.NAME ? new Located(grid, row, other, By.LIKENESS) : new Located(grid, row, place, By.DISAGREE);
    }

    private String code(Grid grid, Columns columns, int row) {
        for (Grid.Cell cell : grid.row(row)) {
            if (cell.column() != columns.label() && labels.isCode(cell.text())) {
                return cell.text();
            }
        }
        return "";
    }

    /**
     * A likeness gives way to a row that is surely the question; two likenesses to the same one are both unclear, and
     * so are choices that were recognised by their words more than once.
     */
    private static List<Located> withoutRivals(List<Located> found) {
        Set<Place> sure = new HashSet<>();
        Map<Place, Integer> alike = new HashMap<>();
        Map<Place, Integer> choices = new HashMap<>();
        for (Located located : found) {
            if (located.by() == By.LIKENESS) {
                alike.merge(located.place(), 1, Integer::sum);
            } else if (located.clear()) {
                sure.add(located.place());
            }
            boolean byWords = located.by() == By.LIKENESS || located.by() == By.LABEL;
            if (byWords && located.place().choice() != null) {
                choices.merge(located.place(), 1, Integer::sum);
            }
        }
        return found.stream()
                .map(l -> {
                    boolean rival = l.by() == By.LIKENESS && (sure.contains(l.place()) || alike.get(l.place()) > 1);
                    boolean again = choices.getOrDefault(l.place(), 0) > 1 && l.by() != By.KEY && l.by() != By.NAME;
                    Place guess = l.place() != null && l.place().choice() != null
                            ? new Place(l.place().question(), null)
                            : null;
                    return rival || again ? new Located(l.grid(), l.row(), guess, By.UNCLEAR) : l;
                })
                .toList();
    }
}
