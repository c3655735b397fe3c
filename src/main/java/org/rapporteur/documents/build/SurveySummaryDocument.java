package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.SurveySummaryInput.Convergence;
import org.rapporteur.documents.build.SurveySummaryInput.Group;
import org.rapporteur.documents.build.SurveySummaryInput.Respondent;
import org.rapporteur.documents.build.SurveySummaryInput.Status;
import org.rapporteur.documents.build.SurveySummaryInput.Theme;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Block.Role;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Palette;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;

/**
 * The summary of a survey: who replied, what the closed questions gave, which themes the open answers raise and where
 * they converge, in respondents' own words where those may be quoted. Every count stands with its base.
 */
public final class SurveySummaryDocument {

    private final Words words;

    /** A builder; the words are those of the document's language. */
    public SurveySummaryDocument(Words words) {
        this.words = words;
    }

    /** Builds the document. */
    public TextDocument build(SurveySummaryInput input) {
        Draft draft = new Draft(input.masthead(), words);
        String title = draft.text("survey.title");
        draft.head(input.meeting(), List.of(Inline.text(title)), List.of(Inline.text(input.title())));
        draft.add(new Block.Contents(draft.text("contents"), 2));
        Facts facts = new Facts(input);
        overview(draft, input, facts);
        response(draft, input, facts);
        if (!input.questions().isEmpty()) {
            new ClosedQuestions(draft).write(input.questions());
        }
        if (!input.themes().isEmpty()) {
            new Themes(draft, input, facts).write();
        }
        if (input.thresholds() != null) {
            convergence(draft, input, facts);
        }
        method(draft, input);
        return draft.finish(
                title,
                input.meeting() == null
                        ? input.title().text()
                        : input.meeting().name().text());
    }

    /** Counts that several parts of the summary need, made once. */
    static final class Facts {
        final int asked;
        final int replied;
        final List<Theme> themes;
        final Map<String, Theme> byCode = new LinkedHashMap<>();
        final Map<String, Group> regions = new LinkedHashMap<>();
        final Map<String, Group> types = new LinkedHashMap<>();

        Facts(SurveySummaryInput input) {
            asked = input.respondents().size();
            replied = (int) input.respondents().stream()
                    .filter(respondent -> respondent.status() == Status.RECEIVED)
                    .count();
            themes = input.themes().stream()
                    .sorted(Comparator.comparingInt(
                                    (Theme theme) -> theme.reach().count())
                            .reversed()
                            .thenComparing(
                                    Comparator.comparingInt(Theme::mentions).reversed())
                            .thenComparing(Theme::code))
                    .toList();
            themes.forEach(theme -> byCode.put(theme.code(), theme));
            input.regions().forEach(group -> regions.put(group.key(), group));
            input.types().forEach(group -> types.put(group.key(), group));
        }
    }

    private static void overview(Draft draft, SurveySummaryInput input, Facts facts) {
        draft.heading(1, true, "survey.overview");
        if (!input.introduction().isEmpty()) {
            draft.phrase(Role.NUMBERED, input.introduction());
        }
        draft.paragraph(Role.NUMBERED, response(draft, input, facts.replied, facts.asked));
        if (!facts.themes.isEmpty()) {
            List<List<Inline>> first = facts.themes.stream()
                    .limit(3)
                    .filter(theme -> theme.reach().count() > 0)
                    .map(theme -> draft.line(
                            "survey.theme.count",
                            Inline.text(theme.name(), Mark.BOLD),
                            draft.of(theme.reach().count(), theme.reach().base())))
                    .toList();
            if (!first.isEmpty()) {
                draft.paragraph(Role.NUMBERED, draft.line("survey.overview.themes", draft.prose.join(first)));
            }
        }
        if (input.thresholds() != null) {
            draft.paragraph(
                    Role.NUMBERED,
                    draft.line(
                            "survey.overview.convergence",
                            input.convergences().size(),
                            threshold(draft, input.thresholds())));
        }
    }

    private static List<Inline> response(Draft draft, SurveySummaryInput input, int replied, int asked) {
        List<Inline> sentence = new ArrayList<>();
        sentence.addAll(
                input.sent() == null
                        ? draft.line("survey.asked", asked)
                        : draft.line("survey.asked.on", asked, draft.dates.day(input.sent())));
        sentence.add(Inline.text(" "));
        String count = draft.of(replied, asked);
        sentence.addAll(
                asked == 0
                        ? draft.line("survey.replied.none")
                        : draft.line("survey.replied", count, draft.dates.percent(replied, asked)));
        if (input.asOf() != null) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line("survey.asOf", draft.dates.day(input.asOf())));
        }
        return sentence;
    }

    private static void response(Draft draft, SurveySummaryInput input, Facts facts) {
        draft.heading(1, true, "survey.response");
        if (!input.regions().isEmpty()) {
            draft.heading(2, true, "survey.response.region");
            complete(draft, input, input.regions(), false);
            draft.add(bars(draft, input, input.regions(), false));
        }
        if (!input.types().isEmpty()) {
            draft.heading(2, true, "survey.response.type");
            complete(draft, input, input.types(), true);
            draft.add(rates(draft, input, input.types(), true));
        }
        List<Respondent> silent = input.respondents().stream()
                .filter(respondent -> respondent.status() != Status.RECEIVED)
                .toList();
        draft.heading(2, true, "survey.silent");
        if (silent.isEmpty()) {
            draft.paragraph(Role.NUMBERED, draft.line("survey.silent.none"));
        } else {
            draft.paragraph(Role.NUMBERED, draft.line("survey.silent.text", silent.size(), facts.asked));
            draft.add(silent(draft, silent, facts));
        }
    }

    /** In how many groups everybody asked has replied. */
    private static void complete(Draft draft, SurveySummaryInput input, List<Group> groups, boolean byType) {
        int all = 0;
        int complete = 0;
        for (Group group : groups) {
            int[] rate = rate(input, group.key(), byType);
            all += rate[1] > 0 ? 1 : 0;
            complete += rate[1] > 0 && rate[0] == rate[1] ? 1 : 0;
        }
        draft.paragraph(
                Role.NUMBERED,
                draft.line(
                        byType ? "survey.response.type.text" : "survey.response.region.text", draft.of(complete, all)));
    }

    private static int[] rate(SurveySummaryInput input, String key, boolean byType) {
        int asked = 0;
        int replied = 0;
        for (Respondent respondent : input.respondents()) {
            if (key.equals(byType ? respondent.type() : respondent.region())) {
                asked++;
                replied += respondent.status() == Status.RECEIVED ? 1 : 0;
            }
        }
        return new int[] {replied, asked};
    }

    private static Figure bars(Draft draft, SurveySummaryInput input, List<Group> groups, boolean byType) {
        List<String> names = new ArrayList<>();
        List<Double> replied = new ArrayList<>();
        List<Double> silent = new ArrayList<>();
        List<List<Inline>> spoken = new ArrayList<>();
        int largest = 0;
        for (Group group : groups) {
            int[] rate = rate(input, group.key(), byType);
            if (rate[1] > 0) {
                String count = draft.of(rate[0], rate[1]);
                names.add(draft.text("survey.bar", group.name().text(), count));
                replied.add((double) rate[0]);
                silent.add((double) (rate[1] - rate[0]));
                largest = Math.max(largest, rate[1]);
                spoken.add(List.of(
                        Inline.text(draft.text("survey.bar", group.name().text(), count))));
            }
        }
        String alternative = draft.text("survey.response.alternative", plain(draft.prose.join(spoken)));
        return new Figure(
                draft.line("survey.response.region.caption"),
                new Figure.Bars(
                        draft.text("survey.column.region"),
                        names,
                        List.of(
                                new Figure.Series(draft.text("survey.column.replied"), replied, null),
                                new Figure.Series(draft.text("survey.column.silent"), silent, Palette.MISSING)),
                        true,
                        largest),
                alternative,
                draft.line("survey.response.note"),
                false);
    }

    private static Table rates(Draft draft, SurveySummaryInput input, List<Group> groups, boolean byType) {
        List<Table.Row> rows = new ArrayList<>();
        int allReplied = 0;
        int allAsked = 0;
        for (Group group : groups) {
            int[] rate = rate(input, group.key(), byType);
            if (rate[1] > 0) {
                rows.add(rateRow(draft, Table.Cell.of(Inline.text(group.name())), rate, Table.RowKind.BODY));
                allReplied += rate[0];
                allAsked += rate[1];
            }
        }
        rows.add(rateRow(
                draft, Table.Cell.of(draft.text("total")), new int[] {allReplied, allAsked}, Table.RowKind.TOTAL));
        return new Table(
                Table.Look.RULED,
                draft.line("survey.response.type.caption"),
                List.of(
                        new Table.Column(7, Table.Align.START),
                        new Table.Column(2.2, Table.Align.END),
                        new Table.Column(2.2, Table.Align.END),
                        new Table.Column(2.2, Table.Align.END),
                        new Table.Column(2.2, Table.Align.END)),
                List.of(draft.headRow(
                        "survey.column.type",
                        "survey.column.asked",
                        "survey.column.replied",
                        "survey.column.silent",
                        "survey.column.rate")),
                rows,
                List.of(),
                "");
    }

    private static Table.Row rateRow(Draft draft, Table.Cell name, int[] rate, Table.RowKind kind) {
        String share = rate[1] == 0 ? "\u2013" : draft.dates.percent(rate[0], rate[1]);
        return new Table.Row(
                List.of(
                        name,
                        Table.Cell.of(Integer.toString(rate[1])),
                        Table.Cell.of(Integer.toString(rate[0])),
                        Table.Cell.of(Integer.toString(rate[1] - rate[0])),
                        Table.Cell.of(share)),
                kind);
    }

    private static Table silent(Draft draft, List<Respondent> silent, Facts facts) {
        boolean regions = !facts.regions.isEmpty();
        List<Table.Row> rows = new ArrayList<>();
        for (Respondent respondent : silent) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(Inline.text(respondent.name())));
            cells.add(Table.Cell.of(name(facts.types, respondent.type())));
            if (regions) {
                cells.add(Table.Cell.of(name(facts.regions, respondent.region())));
            }
            cells.add(Table.Cell.of(
                    draft.text("survey.status." + respondent.status().name().toLowerCase(Locale.ROOT))));
            rows.add(new Table.Row(cells, Table.RowKind.BODY));
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(6, Table.Align.START));
        columns.add(new Table.Column(4, Table.Align.START));
        if (regions) {
            columns.add(new Table.Column(3, Table.Align.START));
        }
        columns.add(new Table.Column(3, Table.Align.START));
        Table.Row head = regions
                ? draft.headRow(
                        "survey.column.respondent",
                        "survey.column.type",
                        "survey.column.region",
                        "survey.column.status")
                : draft.headRow("survey.column.respondent", "survey.column.type", "survey.column.status");
        return new Table(
                Table.Look.RULED, draft.line("survey.silent.caption"), columns, List.of(head), rows, List.of(), "");
    }

    static Inline name(Map<String, Group> groups, String key) {
        Group group = key == null ? null : groups.get(key);
        return Inline.text(group == null ? Phrase.of(key) : group.name());
    }

    private static void convergence(Draft draft, SurveySummaryInput input, Facts facts) {
        draft.heading(1, true, "survey.convergence");
        draft.paragraph(Role.NUMBERED, draft.line("survey.convergence.rule", threshold(draft, input.thresholds())));
        if (input.convergences().isEmpty()) {
            draft.paragraph(Role.NUMBERED, draft.line("survey.convergence.none"));
        }
        for (Convergence convergence : input.convergences()) {
            Theme theme = facts.byCode.get(convergence.theme());
            if (theme == null) {
                throw new IllegalArgumentException("convergence on " + convergence.theme() + ", which is no theme");
            }
            draft.paragraph(Role.NUMBERED, sentence(draft, convergence, theme, facts));
        }
    }

    private static List<Inline> sentence(Draft draft, Convergence convergence, Theme theme, Facts facts) {
        Share respondents = convergence.respondents();
        List<Inline> sentence = new ArrayList<>(draft.line(
                "survey.convergence.sentence",
                Inline.text(theme.name(), Mark.BOLD),
                Integer.toString(respondents.count()),
                Integer.toString(respondents.base()),
                Integer.toString(convergence.regions().count()),
                Integer.toString(convergence.regions().base())));
        List<List<Inline>> regions = new ArrayList<>();
        for (String key : convergence.regionKeys()) {
            Share share = theme.byRegion().get(key);
            List<Inline> part = new ArrayList<>();
            part.add(name(facts.regions, key));
            if (share != null) {
                part.add(Inline.text(" (" + draft.of(share.count(), share.base()) + ")"));
            }
            regions.add(part);
        }
        if (!regions.isEmpty()) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line("survey.convergence.regions", draft.prose.join(regions)));
        }
        if (convergence.types().base() > 1) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line(
                    "survey.convergence.types",
                    Integer.toString(convergence.types().count()),
                    Integer.toString(convergence.types().base())));
        }
        return sentence;
    }

    private static String threshold(Draft draft, SurveySummaryInput.Thresholds thresholds) {
        String rule = draft.text(
                "survey.convergence.threshold", thresholds.minimumRegions(), thresholds.minimumRespondentsPerRegion());
        if (thresholds.minimumShare() > 0) {
            int percent = (int) Math.round(thresholds.minimumShare() * 100);
            rule = draft.text("survey.convergence.threshold.share", rule, draft.dates.percent(percent, 100));
        }
        return rule;
    }

    private static void method(Draft draft, SurveySummaryInput input) {
        draft.heading(1, true, "survey.method");
        draft.paragraph(
                Role.NUMBERED,
                draft.line("survey.method.counts", Integer.toString(ClosedQuestions.SMALLEST_BASE_FOR_PERCENT)));
        draft.paragraph(Role.NUMBERED, draft.line("survey.method.permission"));
        if (input.coding() != null) {
            draft.paragraph(Role.NUMBERED, coding(draft, input.coding()));
        }
    }

    private static List<Inline> coding(Draft draft, SurveySummaryInput.CodingFacts coding) {
        List<Inline> sentence = new ArrayList<>(
                draft.line("survey.method.coding", coding.coders(), coding.answers(), coding.passages()));
        if (!coding.alpha().isEmpty()) {
            sentence.add(Inline.text(" "));
            sentence.addAll(draft.line("survey.method.alpha", coding.doubleCoded(), coding.alpha()));
        }
        return sentence;
    }

    /** The words of a line without marks. */
    static String plain(List<Inline> line) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : line) {
            if (inline instanceof Inline.Text text) {
                words.append(text.text());
            }
        }
        return words.toString();
    }
}
