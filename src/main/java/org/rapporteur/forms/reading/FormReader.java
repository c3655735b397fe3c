package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormWords;

/**
 * Reads a returned questionnaire by a cascade of rules, the surest first: the row's hidden key; the defined name of
 * its answer cell; the words of the question, or words like them, with a margin to every other question; then the
 * neighbouring cell and rows that were added below. What no rule places without a doubt goes to the tray. Nothing that
 * the respondent wrote is left out.
 */
public final class FormReader {
    private static final int MOST_OF_SHEET = 400;

    private final FormWords words;

    public FormReader(FormWords words) {
        this.words = words;
    }

    /** Whose file it is by its name alone, for one that cannot be read. */
    public static java.util.Optional<java.util.UUID> byFileName(String file, List<Respondent> respondents) {
        return RespondentFinder.byFileName(file, respondents);
    }

    /** Reads the file as an answer to the survey. */
    public ReturnedForm read(OpenedForm form, Questionnaire questionnaire, List<Respondent> respondents) {
        String survey = form.marks().get(FormLayout.MARK_SURVEY);
        if (survey != null && !survey.equals(questionnaire.survey().toString())) {
            return ReturnedForm.refused(
                    form.file(),
                    form.hash(),
                    questionnaire.survey(),
                    Refusal.file(form.file(), "forms.refused.otherSurvey"));
        }
        Furniture furniture = new Furniture(questionnaire, words);
        RespondentFinder.Found who = RespondentFinder.find(form, respondents, furniture);
        Language language = language(form, who, respondents);
        Tray tray = new Tray();
        Set<UUID> broken = new HashSet<>();
        List<RowContent> contents = contents(form, questionnaire, furniture, who, tray, broken);
        if (contents == null) {
            return ReturnedForm.refused(
                    form.file(),
                    form.hash(),
                    questionnaire.survey(),
                    Refusal.file(form.file(), "forms.refused.noQuestions"));
        }
        List<Placed> answers = new Interpreter(questionnaire, language, tray, broken).answers(contents);
        String version = form.marks().getOrDefault(FormLayout.MARK_VERSION, questionnaire.version());
        return new ReturnedForm(
                form.file(),
                form.hash(),
                questionnaire.survey(),
                Optional.ofNullable(who.respondent()),
                who.source(),
                language,
                !version.equals(questionnaire.version()),
                answers,
                tray.items(),
                refusals(form, who, answers, tray),
                who.marked(),
                who.typed());
    }

    private static List<Refusal> refusals(
            OpenedForm form, RespondentFinder.Found who, List<Placed> answers, Tray tray) {
        List<Refusal> refusals = new ArrayList<>();
        if (tray.left() > 0) {
            refusals.add(Refusal.row(form.file(), "", 1, "forms.refused.tooMuchForTray", tray.left()));
        }
        if (answers.isEmpty() && tray.items().isEmpty()) {
            refusals.add(Refusal.file(form.file(), "forms.refused.empty"));
        }
        return refusals;
    }

    private static Language language(OpenedForm form, RespondentFinder.Found who, List<Respondent> respondents) {
        return Language.of(form.marks().get(FormLayout.MARK_LANGUAGE))
                .or(() -> respondents.stream()
                        .filter(r -> r.id().equals(who.respondent()))
                        .map(Respondent::language)
                        .findFirst())
                .orElse(Language.EN);
    }

    /** The content of all rows; null if the file holds none of the questions. */
    private static List<RowContent> contents(
            OpenedForm form,
            Questionnaire questionnaire,
            Furniture furniture,
            RespondentFinder.Found who,
            Tray tray,
            Set<UUID> broken) {
        LabelIndex labels = new LabelIndex(questionnaire);
        RowFinder finder = new RowFinder(questionnaire, labels, furniture);
        List<SheetContent> sheets = new ArrayList<>();
        List<Grid> grids = new ArrayList<>();
        List<Grid> others = new ArrayList<>();
        Set<UUID> found = new HashSet<>();
        for (Grid grid : form.sheets()) {
            Optional<Columns> columns = Columns.of(grid, form.names(), labels, furniture);
            List<Located> located =
                    columns.map(c -> finder.find(grid, c, form.names())).orElse(List.of());
            if (located.stream().noneMatch(Located::clear)) {
                others.add(grid);
                continue;
            }
            located.stream()
                    .filter(Located::clear)
                    .forEach(row -> found.add(row.place().question()));
            located.stream()
                    .filter(row -> row.by() == Located.By.UNCLEAR && row.place() != null)
                    .map(row -> row.place().question())
                    .filter(question -> !whole(questionnaire, question, located))
                    .forEach(broken::add);
            sheets.add(new SheetContent(grid, columns.orElseThrow(), located, labels, furniture, tray));
            grids.add(grid);
        }
        if (sheets.isEmpty()) {
            return null;
        }
        boolean complete = questionnaire.answered().stream().map(Question::id).allMatch(found::contains);
        List<RowContent> contents = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            contents.addAll(sheets.get(i).read(nameCells(grids.get(i), who), complete));
        }
        for (Grid grid : others) {
            annex(grid, tray);
            SheetContent.margins(grid, furniture, tray);
        }
        return contents;
    }

    /** Whether all choices of a question were recognised. */
    private static boolean whole(Questionnaire questionnaire, UUID question, List<Located> located) {
        Set<UUID> choices = new HashSet<>();
        located.stream()
                .filter(row -> row.clear() && row.place().question().equals(question))
                .forEach(row -> choices.add(row.place().choice()));
        return questionnaire.question(question).orElseThrow().choices().stream()
                .allMatch(choice -> choices.contains(choice.id()));
    }

    private static Set<String> nameCells(Grid grid, RespondentFinder.Found who) {
        Set<String> cells = new HashSet<>();
        String sheet = grid.name() + "!";
        who.nameCells().stream()
                .filter(cell -> cell.startsWith(sheet))
                .forEach(cell -> cells.add(cell.substring(sheet.length())));
        return cells;
    }

    /** A sheet that is no questionnaire: one item for all of it. */
    private static void annex(Grid grid, Tray tray) {
        List<Grid.Cell> cells = grid.cells();
        if (!cells.isEmpty()) {
            List<String> texts =
                    cells.stream().limit(MOST_OF_SHEET).map(Grid.Cell::text).toList();
            Grid.Cell first = cells.get(0);
            tray.add(
                    grid,
                    first.row(),
                    first.column(),
                    String.join("\n", texts),
                    null,
                    grid.looks().hidden() ? TrayReason.HIDDEN : TrayReason.OTHER_SHEET);
            cells.stream()
                    .filter(cell -> !cell.struck().isEmpty())
                    .forEach(cell -> tray.add(grid, cell.row(), cell.column(), cell.struck(), null, TrayReason.STRUCK));
        }
        grid.attached()
                .forEach(note ->
                        tray.add(grid, note.row(), note.column(), note.text(), null, note.reason(), note.part()));
    }
}
