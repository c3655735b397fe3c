package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.core.survey.analysis.SmallNumbers;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.SurveySummaryInput.ClosedQuestion;
import org.rapporteur.documents.build.SurveySummaryInput.Convergence;
import org.rapporteur.documents.build.SurveySummaryInput.Count;
import org.rapporteur.documents.build.SurveySummaryInput.Excerpt;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.Respondent;
import org.rapporteur.documents.build.SurveySummaryInput.Theme;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Sheet;
import org.rapporteur.documents.model.Sheet.Cell;
import org.rapporteur.documents.model.Sheet.Column;
import org.rapporteur.documents.model.Workbook;

/** The tables behind a survey's summary, as a workbook in which they can be sorted, filtered and counted again. */
public final class SurveyTables {

    private final Words words;

    /** A builder; the words are those of the workbook's language. */
    public SurveyTables(Words words) {
        this.words = words;
    }

    /** Builds the workbook. */
    public Workbook build(SurveySummaryInput input) {
        Prose prose = new Prose(words, input.masthead().language());
        SurveySummaryDocument.Facts facts = new SurveySummaryDocument.Facts(input);
        List<Sheet> sheets = new ArrayList<>();
        if (!input.told().isEmpty()) {
            sheets.add(sentences(input, prose));
        }
        sheets.add(response(input, facts, prose));
        if (!input.questions().isEmpty()) {
            sheets.add(closed(input, prose));
        }
        if (!facts.themes.isEmpty()) {
            sheets.add(themes(input, facts, prose));
            if (!input.themeRegions().isEmpty()) {
                sheets.add(matrix(input, facts, prose, input.themeRegions(), true));
            }
            if (!input.themeTypes().isEmpty()) {
                sheets.add(matrix(input, facts, prose, input.themeTypes(), false));
            }
        }
        if (!input.convergences().isEmpty()) {
            sheets.add(convergences(input, facts, prose));
        }
        if (input.excerpts().stream().anyMatch(SurveyTables::printable)) {
            sheets.add(excerpts(input, facts, prose));
        }
        return new Workbook(
                input.masthead().language(),
                prose.text("tables.title"),
                input.masthead().body().text(),
                input.masthead().created(),
                sheets);
    }

    private static List<String> notes(SurveySummaryInput input, Prose prose, String... keys) {
        List<String> notes = new ArrayList<>();
        notes.add(input.title().text());
        for (String key : keys) {
            notes.add(prose.text(key));
        }
        notes.add(prose.text("tables.note.percent", SmallNumbers.SMALLEST_BASE));
        if (input.masthead().illustrative()) {
            notes.add(prose.text("notice.illustrative.title") + " " + prose.text("notice.illustrative.text"));
        }
        return notes;
    }

    /** The summary sentence by sentence, as it stands on the screen and on paper, with what each rests on. */
    private static Sheet sentences(SurveySummaryInput input, Prose prose) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Told section : input.told()) {
            for (Told.Line line : section.lines()) {
                rows.add(List.of(
                        Sheet.text(SurveySummaryDocument.plain(section.heading())),
                        Sheet.text(SurveySummaryDocument.plain(line.words())),
                        Sheet.integer(line.answers()),
                        Sheet.integer(line.respondents())));
            }
        }
        String name = prose.text("tables.sentences");
        return new Sheet(
                name,
                name,
                notes(input, prose),
                columns(
                        prose,
                        "tables.column.section",
                        "tables.column.sentence",
                        "tables.column.behind.answers",
                        "tables.column.behind.respondents"),
                rows);
    }

    /** A share, where the base is large enough for one. */
    private static Cell share(int count, int base) {
        return base < SmallNumbers.SMALLEST_BASE ? new Sheet.EmptyCell() : Sheet.percent(count, base);
    }

    private static Sheet response(SurveySummaryInput input, SurveySummaryDocument.Facts facts, Prose prose) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Respondent respondent : input.respondents()) {
            rows.add(List.of(
                    text(respondent.name()),
                    Sheet.text(group(facts.types, respondent.type())),
                    Sheet.text(group(facts.regions, respondent.region())),
                    Sheet.text(prose.text(
                            "survey.status." + respondent.status().name().toLowerCase(Locale.ROOT))),
                    Sheet.date(respondent.received())));
        }
        List<Column> columns = columns(
                prose,
                "survey.column.respondent",
                "survey.column.type",
                "survey.column.region",
                "survey.column.status",
                "tables.column.received");
        return new Sheet(
                prose.text("tables.response"), prose.text("tables.response"), notes(input, prose), columns, rows);
    }

    private static Sheet closed(SurveySummaryInput input, Prose prose) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ClosedQuestion question : input.questions()) {
            for (Count count : question.choices()) {
                rows.add(List.of(
                        Sheet.text(question.code()),
                        text(question.text()),
                        text(count.label()),
                        Sheet.integer(count.count()),
                        Sheet.integer(question.answered()),
                        share(count.count(), question.answered()),
                        Sheet.integer(question.base() - question.answered())));
            }
        }
        List<Column> columns = columns(
                prose,
                "survey.column.code",
                "survey.column.question",
                "survey.column.answer",
                "survey.column.respondents",
                "tables.column.base",
                "survey.column.share",
                "tables.column.blank");
        return new Sheet(
                prose.text("tables.closed"),
                prose.text("tables.closed"),
                notes(input, prose, "tables.note.answered"),
                columns,
                rows);
    }

    private static Sheet themes(SurveySummaryInput input, SurveySummaryDocument.Facts facts, Prose prose) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Theme theme : facts.themes) {
            rows.add(List.of(
                    Sheet.text(theme.code()),
                    text(theme.name()),
                    text(theme.definition()),
                    Sheet.integer(theme.reach().count()),
                    Sheet.integer(theme.reach().base()),
                    share(theme.reach().count(), theme.reach().base()),
                    Sheet.integer(theme.mentions())));
        }
        List<Column> columns = columns(
                prose,
                "survey.column.code",
                "survey.column.theme",
                "tables.column.definition",
                "survey.column.respondents",
                "tables.column.base",
                "survey.column.share",
                "tables.column.passages");
        return new Sheet(
                prose.text("tables.themes"),
                prose.text("tables.themes"),
                notes(input, prose, "tables.note.themes"),
                columns,
                rows);
    }

    /** A group takes three columns: count, base and share, so that each can be used in a calculation. */
    private static Sheet matrix(
            SurveySummaryInput input,
            SurveySummaryDocument.Facts facts,
            Prose prose,
            List<Group> groups,
            boolean byRegion) {
        List<Column> columns = new ArrayList<>(columns(prose, "survey.column.code", "survey.column.theme"));
        for (Group group : groups) {
            String name = group.name().text();
            columns.add(new Column(name, 0));
            columns.add(new Column(prose.text("tables.column.base.of", name), 0));
            columns.add(new Column(prose.text("tables.column.share.of", name), 0));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Theme theme : facts.themes) {
            List<Cell> row = new ArrayList<>();
            row.add(Sheet.text(theme.code()));
            row.add(text(theme.name()));
            Map<String, Share> shares = byRegion ? theme.byRegion() : theme.byType();
            for (Group group : groups) {
                Share share = shares.getOrDefault(group.key(), new Share(0, 0));
                row.add(share.base() == 0 ? new Sheet.EmptyCell() : Sheet.integer(share.count()));
                row.add(Sheet.integer(share.base()));
                row.add(share(share.count(), share.base()));
            }
            rows.add(row);
        }
        String name = prose.text(byRegion ? "tables.regions" : "tables.types");
        List<String> notes = notes(input, prose, "tables.note.themes");
        List<Inline> merged = byRegion ? input.mergedRegions() : input.mergedTypes();
        if (!merged.isEmpty()) {
            notes.add(SurveySummaryDocument.plain(merged));
        }
        return new Sheet(name, name, notes, columns, rows);
    }

    private static Sheet convergences(SurveySummaryInput input, SurveySummaryDocument.Facts facts, Prose prose) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Convergence convergence : input.convergences()) {
            Theme theme = facts.byKey.get(convergence.theme());
            List<String> regions = convergence.regionKeys().stream()
                    .map(key -> group(facts.regions, key))
                    .toList();
            rows.add(List.of(
                    Sheet.text(theme == null ? "" : theme.code()),
                    theme == null ? new Sheet.EmptyCell() : text(theme.name()),
                    Sheet.text(String.join("; ", regions)),
                    Sheet.integer(convergence.respondents().count()),
                    Sheet.integer(convergence.respondents().base()),
                    Sheet.integer(convergence.regions().count()),
                    Sheet.integer(convergence.regions().base()),
                    Sheet.integer(convergence.types().count()),
                    Sheet.integer(convergence.types().base())));
        }
        List<Column> columns = columns(
                prose,
                "survey.column.code",
                "survey.column.theme",
                "survey.column.region",
                "survey.column.respondents",
                "tables.column.base",
                "tables.column.regions",
                input.mergedRegions().isEmpty() ? "tables.column.regions.base" : "tables.column.regions.apart",
                "tables.column.types",
                input.mergedTypes().isEmpty() ? "tables.column.types.base" : "tables.column.types.apart");
        return new Sheet(
                prose.text("tables.convergence"),
                prose.text("tables.convergence"),
                notes(input, prose, "tables.note.themes"),
                columns,
                rows);
    }

    private static boolean printable(Excerpt excerpt) {
        return !excerpt.text().isEmpty() || !excerpt.paraphrase().isEmpty();
    }

    private static Sheet excerpts(SurveySummaryInput input, SurveySummaryDocument.Facts facts, Prose prose) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Excerpt excerpt : input.excerpts()) {
            if (!printable(excerpt)) {
                continue;
            }
            Phrase shown = excerpt.text().isEmpty() ? excerpt.paraphrase() : excerpt.text();
            Theme theme = facts.byKey.get(excerpt.theme());
            rows.add(List.of(
                    Sheet.text(theme == null ? "" : theme.code()),
                    theme == null ? new Sheet.EmptyCell() : text(theme.name()),
                    Sheet.text(excerpt.question()),
                    text(excerpt.respondent()),
                    Sheet.text(prose.text(
                            "tables.permission." + excerpt.permission().name().toLowerCase(Locale.ROOT))),
                    Sheet.text(
                            shown.language() == null
                                    ? ""
                                    : prose.text("language." + shown.language().code())),
                    text(shown)));
        }
        List<Column> columns = columns(
                prose,
                "survey.column.code",
                "survey.column.theme",
                "survey.column.question",
                "survey.column.respondent",
                "tables.column.permission",
                "tables.column.language",
                "tables.column.text");
        return new Sheet(
                prose.text("tables.excerpts"),
                prose.text("tables.excerpts"),
                notes(input, prose, "tables.note.permission"),
                columns,
                rows);
    }

    private static List<Column> columns(Prose prose, String... keys) {
        List<Column> columns = new ArrayList<>();
        for (String key : keys) {
            columns.add(new Column(prose.text(key), 0));
        }
        return columns;
    }

    private static Cell text(Phrase phrase) {
        return Sheet.text(phrase.text());
    }

    private static String group(Map<String, Group> groups, String key) {
        Group group = key == null ? null : groups.get(key);
        return group == null ? (key == null ? "" : key) : group.name().text();
    }
}
