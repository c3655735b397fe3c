package org.rapporteur.forms.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ReturnedForm.RespondentSource;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.FormLayout;

/** Finds out whose form it is: by the hidden mark, by the name in the form, by the name of the file. */
final class RespondentFinder {

    /**
     * @param respondent key of the respondent, null if a person must say
     * @param source how it was recognised
     * @param unknownMark whether the hidden mark names someone who is not in the survey
     * @param nameCells references of the cells that show the name, by sheet as {@code sheet!D3}
     * @param marked name of the respondent that the mark names, "" if there is none
     * @param typed name that stands in the form, "" if there is none
     */
    record Found(
            UUID respondent,
            RespondentSource source,
            boolean unknownMark,
            Set<String> nameCells,
            String marked,
            String typed) {}

    private RespondentFinder() {}

    static Found find(OpenedForm form, List<Respondent> respondents, Furniture furniture) {
        Set<String> cells = new LinkedHashSet<>();
        Set<UUID> named = new HashSet<>();
        String typed = "";
        String unknownName = "";
        for (Grid grid : form.sheets()) {
            for (Grid.Cell cell : grid.cells()) {
                if (!isNameCell(form, grid, cell, furniture)) {
                    continue;
                }
                typed = typed.isEmpty() ? PlainText.line(cell.text()) : typed;
                Set<UUID> meant = spelled(cell.text(), respondents);
                boolean untouched = ValueKey.same(cell.text(), form.marks().getOrDefault(FormLayout.MARK_NAME, ""));
                if (untouched) {
                    mark(form).ifPresent(named::add);
                    cells.add(grid.name() + "!" + cell.reference());
                } else if (!meant.isEmpty()) {
                    cells.add(grid.name() + "!" + cell.reference());
                    named.addAll(meant);
                } else {
                    unknownName = PlainText.line(cell.text());
                }
            }
        }
        Optional<UUID> mark = mark(form);
        Optional<UUID> known = mark.filter(id -> respondents.stream().anyMatch(r -> r.id().equals(id)));
        boolean unknown = mark.isPresent() && known.isEmpty();
        String marked = known.flatMap(id ->
                        respondents.stream().filter(r -> r.id().equals(id)).findFirst())
                .map(Respondent::name)
                .orElse(form.marks().getOrDefault(FormLayout.MARK_NAME, ""));
        if (known.isPresent()) {
            boolean agrees = named.isEmpty()
                    ? unknownName.isEmpty() || alike(unknownName, marked, known.get(), respondents)
                    : named.contains(known.get());
            return agrees
                    ? new Found(known.get(), RespondentSource.MARK, false, cells, marked, typed)
                    : new Found(null, RespondentSource.DISAGREE, false, cells, marked, typed);
        }
        named.retainAll(respondents.stream().map(Respondent::id).toList());
        if (named.size() == 1) {
            return new Found(named.iterator().next(), RespondentSource.NAME, unknown, cells, marked, typed);
        }
        Set<UUID> byFile = named.isEmpty() ? inFileName(form.file(), respondents) : Set.of();
        return byFile.size() == 1
                ? new Found(byFile.iterator().next(), RespondentSource.FILE_NAME, unknown, cells, marked, typed)
                : new Found(null, RespondentSource.NOT_TOLD, unknown, cells, marked, typed);
    }

    /** Whether a name that nobody has may still be the one that the form was sent to, written otherwise. */
    private static boolean alike(String typed, String marked, UUID known, List<Respondent> respondents) {
        Set<String> names = new LinkedHashSet<>(Set.of(marked));
        respondents.stream().filter(r -> r.id().equals(known)).forEach(r -> names.addAll(spellings(r)));
        Similarity similarity = new Similarity(names);
        return names.stream()
                .anyMatch(name -> similarity.of(Similarity.runs(typed), Similarity.runs(name)) >= LabelIndex.LEAST);
    }

    /** Whose file it is by its name alone; empty if that tells nobody, or several. */
    static Optional<UUID> byFileName(String file, List<Respondent> respondents) {
        Set<UUID> found = inFileName(file, respondents);
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static boolean isNameCell(OpenedForm form, Grid grid, Grid.Cell cell, Furniture furniture) {
        boolean named = form.names().stream()
                .anyMatch(name -> name.name().equals(FormLayout.RESPONDENT_NAME)
                        && name.sheet().equals(grid.name())
                        && name.row() == cell.row()
                        && name.column() == cell.column());
        return named
                || grid.row(cell.row()).stream()
                        .anyMatch(other -> other.column() < cell.column() && furniture.isRespondentLabel(other.text()));
    }

    private static Optional<UUID> mark(OpenedForm form) {
        try {
            return Optional.ofNullable(form.marks().get(FormLayout.MARK_RESPONDENT))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static Set<UUID> spelled(String text, List<Respondent> respondents) {
        String key = ValueKey.of(text);
        Set<UUID> found = new HashSet<>();
        for (Respondent respondent : respondents) {
            if (spellings(respondent).contains(key)) {
                found.add(respondent.id());
            }
        }
        return key.isEmpty() ? Set.of() : found;
    }

    private static Set<String> spellings(Respondent respondent) {
        Set<String> keys = new HashSet<>();
        keys.add(ValueKey.of(respondent.name()));
        keys.add(ValueKey.of(respondent.acronym()));
        respondent.names().asMap().values().forEach(name -> keys.add(ValueKey.of(name)));
        keys.remove("");
        return keys;
    }

    // Signs stay with the word that they stand at: "Group A+" is not found in "Group A.xlsx".
    private static String words(String text) {
        return Stream.of(text.split("[\\s_()\\[\\],;]+"))
                .map(ValueKey::of)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Whole words only: "rcm" must not be found in "grcm". The longest name found wins ("IGAD-RCP", not "IGAD"). */
    private static Set<UUID> inFileName(String file, List<Respondent> respondents) {
        int dot = file.lastIndexOf('.');
        String name = " " + words(dot > 0 ? file.substring(0, dot) : file) + " ";
        Set<UUID> found = new HashSet<>();
        int longest = 0;
        for (Respondent respondent : respondents) {
            for (String spelling : spellings(respondent)) {
                if (spelling.length() > 1
                        && name.contains(" " + words(spelling) + " ")
                        && spelling.length() >= longest) {
                    if (spelling.length() > longest) {
                        found.clear();
                    }
                    longest = spelling.length();
                    found.add(respondent.id());
                }
            }
        }
        return found;
    }
}
