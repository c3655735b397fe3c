package org.rapporteur.documents.from;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.NumberSummary;
import org.rapporteur.core.survey.analysis.Quotations;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.SurveySummary;
import org.rapporteur.core.survey.analysis.Tabulation;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.Masthead;
import org.rapporteur.documents.build.MeetingFacts;
import org.rapporteur.documents.build.Sentences;
import org.rapporteur.documents.build.SurveySummaryInput;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Phrase;

/** The summary of a survey: every figure is counted anew by the analysis, nothing is kept from an earlier summary. */
final class SummaryFrom {
    private final Source source;
    private final SurveyStore store;
    private final SurveyAnalysis analysis;
    private final GroupNames groups;

    private final Sentences sentences;
    private SurveySummary summary;

    SummaryFrom(Source source, SurveyStore store, GroupNames groups, Words words) {
        this.source = source;
        this.sentences = new Sentences(words, source.language(), groups);
        this.store = store;
        this.analysis = new SurveyAnalysis(store);
        this.groups = groups;
    }

    SurveySummaryInput read(UUID surveyId) {
        Row survey = source.find(SurveyKinds.SURVEY, surveyId)
                .orElseThrow(() -> new IllegalArgumentException("no survey " + surveyId));
        LocalDate today = LocalDate.now(source.clock());
        Row meeting = survey.ref("meeting") == null ? null : source.meeting(survey.ref("meeting"));
        MeetingFacts facts = meeting == null ? null : source.facts(meeting);
        Masthead masthead = source.masthead(meeting, "survey_summary", survey.flag("illustrative"));
        List<RespondentFacts> respondents = store.respondents(surveyId);
        Convergence byRegion = analysis.convergence(surveyId, Grouping.REGION, CodingRule.ANY_CODER);
        Convergence byType = analysis.convergence(surveyId, Grouping.TYPE, CodingRule.ANY_CODER);
        List<Tabulation> tables = analysis.tabulate(surveyId, List.of(), CodingRule.ANY_CODER);
        summary = analysis.summary(surveyId, today, SurveySummary.Options.USUAL);
        return new SurveySummaryInput(
                masthead,
                facts,
                source.phrase(survey, "title"),
                source.phrase(survey, "introduction"),
                survey.date("opens_on").orElse(null),
                survey.date("due_on").orElse(null),
                today,
                groups(respondents, Grouping.TYPE),
                groups(respondents, Grouping.REGION),
                respondents(respondents, today),
                tables.stream()
                        .filter(table -> !table.question().open())
                        .map(this::closed)
                        .toList(),
                tables.stream()
                        .filter(table -> table.question().open())
                        .map(this::open)
                        .toList(),
                themes(byRegion, byType),
                groups(byRegion),
                groups(byType),
                byRegion.merged().isEmpty() ? List.of() : sentences.line(byRegion.mergedStatement()),
                byType.merged().isEmpty() ? List.of() : sentences.line(byType.mergedStatement()),
                excerpts(surveyId, byRegion, tables),
                convergences(byRegion, byType),
                sentences.told(summary, sources(surveyId, tables)));
    }

    /** The summary from which {@link #read} made the input. */
    SurveySummary summary() {
        return summary;
    }

    private List<SurveySummaryInput.Group> groups(Convergence convergence) {
        return convergence.groups().stream()
                .map(Convergence.Group::group)
                .filter(group -> !group.equals(Grouping.NOT_STATED))
                .map(group -> new SurveySummaryInput.Group(group, Phrase.of(sentences.group(convergence.by(), group))))
                .toList();
    }

    private Map<UUID, Sentences.Source> sources(UUID survey, List<Tabulation> tables) {
        Map<UUID, String> codes = codes(tables);
        List<UUID> quoted = summary.sentences().stream()
                .filter(s -> s.message().key().equals("analysis.quotation")
                        || s.message().key().equals("analysis.paraphrase"))
                .flatMap(s -> s.evidence().answers().stream())
                .toList();
        Map<UUID, Sentences.Source> sources = new HashMap<>();
        store.texts(survey, quoted)
                .forEach(t -> sources.put(
                        t.answer(),
                        new Sentences.Source(
                                LanguageGuess.within(t.language(), t.body()).orElse(null),
                                codes.getOrDefault(t.question(), ""))));
        return sources;
    }

    private static Map<UUID, String> codes(List<Tabulation> tables) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table.question().id(),
                        table -> table.question().code()));
    }

    private List<SurveySummaryInput.Group> groups(List<RespondentFacts> respondents, Grouping grouping) {
        Set<String> keys = new TreeSet<>(Grouping.ORDER);
        respondents.forEach(respondent -> keys.add(grouping.groupOf(respondent)));
        keys.remove(Grouping.NOT_STATED);
        return keys.stream()
                .map(key -> new SurveySummaryInput.Group(key, Phrase.of(groups.name(grouping, key, source.language()))))
                .toList();
    }

    private List<SurveySummaryInput.Respondent> respondents(List<RespondentFacts> respondents, LocalDate today) {
        List<SurveySummaryInput.Respondent> all = new ArrayList<>();
        for (RespondentFacts respondent : respondents) {
            ResponseProgress.State state = ResponseProgress.State.of(respondent, today);
            if (state == ResponseProgress.State.NOT_SENT) {
                continue;
            }
            all.add(new SurveySummaryInput.Respondent(
                    source.partyName(respondent.party(), respondent.name()),
                    source.shortName(respondent.party(), respondent.name()).text(),
                    Grouping.TYPE.groupOf(respondent),
                    nullIfEmpty(Grouping.REGION.groupOf(respondent)),
                    status(state, respondent),
                    respondent.receivedOn()));
        }
        return all;
    }

    private static SurveySummaryInput.Status status(ResponseProgress.State state, RespondentFacts respondent) {
        return switch (state) {
            case RECEIVED -> SurveySummaryInput.Status.RECEIVED;
            case DECLINED -> SurveySummaryInput.Status.DECLINED;
            case OVERDUE -> SurveySummaryInput.Status.OVERDUE;
            default ->
                respondent.status().equals("extension")
                        ? SurveySummaryInput.Status.EXTENSION
                        : SurveySummaryInput.Status.OUTSTANDING;
        };
    }

    private SurveySummaryInput.ClosedQuestion closed(Tabulation table) {
        return new SurveySummaryInput.ClosedQuestion(
                table.question().id(),
                table.question().code(),
                phrase(table.question().label()),
                form(table.question().type()),
                table.base() + table.noAnswer(),
                table.base(),
                table.unclearRespondents(),
                choices(table),
                statistics(table));
    }

    private SurveySummaryInput.OpenQuestion open(Tabulation table) {
        return new SurveySummaryInput.OpenQuestion(
                table.question().code(),
                phrase(table.question().label()),
                table.base() + table.noAnswer(),
                table.base());
    }

    private static SurveySummaryInput.Form form(String type) {
        return switch (type) {
            case "multiple" -> SurveySummaryInput.Form.MULTIPLE;
            case "scale" -> SurveySummaryInput.Form.SCALE;
            case "integer", "decimal" -> SurveySummaryInput.Form.INTEGER;
            case "date" -> SurveySummaryInput.Form.DATE;
            default -> SurveySummaryInput.Form.SINGLE;
        };
    }

    private List<SurveySummaryInput.Count> choices(Tabulation table) {
        String type = table.question().type();
        if (type.equals("date") || type.equals("integer") || type.equals("decimal")) {
            return List.of();
        }
        return table.rows().stream()
                .map(row -> new SurveySummaryInput.Count(label(row, type), row.count()))
                .toList();
    }

    /** The words of a choice; a step of a scale keeps its number, because only its ends have words. */
    private Phrase label(Tabulation.Row row, String type) {
        Phrase words = phrase(row.label());
        if (words.isEmpty()) {
            return Phrase.of(row.value());
        }
        return type.equals("scale") ? Phrase.of(row.value() + " – " + words.text(), words.language()) : words;
    }

    private List<SurveySummaryInput.Statistic> statistics(Tabulation table) {
        List<SurveySummaryInput.Statistic> statistics = new ArrayList<>();
        if (table.numbers().isPresent()) {
            NumberSummary numbers = table.numbers().get();
            statistics.add(statistic(SurveySummaryInput.Measure.MEDIAN, numbers.median()));
            statistics.add(statistic(SurveySummaryInput.Measure.MINIMUM, numbers.min()));
            statistics.add(statistic(SurveySummaryInput.Measure.MAXIMUM, numbers.max()));
            if (!table.question().type().equals("scale")) {
                statistics.add(statistic(SurveySummaryInput.Measure.SUM, numbers.sum()));
            }
        } else if (table.question().type().equals("date") && !table.rows().isEmpty()) {
            List<String> days = table.rows().stream()
                    .filter(row -> row.count() > 0)
                    .map(Tabulation.Row::value)
                    .sorted()
                    .toList();
            if (!days.isEmpty()) {
                statistics.add(new SurveySummaryInput.Statistic(SurveySummaryInput.Measure.MINIMUM, days.get(0)));
                statistics.add(new SurveySummaryInput.Statistic(
                        SurveySummaryInput.Measure.MAXIMUM, days.get(days.size() - 1)));
            }
        }
        return statistics;
    }

    private SurveySummaryInput.Statistic statistic(SurveySummaryInput.Measure measure, BigDecimal value) {
        return new SurveySummaryInput.Statistic(measure, format(value));
    }

    private String format(BigDecimal value) {
        NumberFormat format = NumberFormat.getInstance(source.language().icuLocale());
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    private List<SurveySummaryInput.Theme> themes(Convergence byRegion, Convergence byType) {
        Map<UUID, Convergence.Theme> types = new HashMap<>();
        byType.themes().forEach(theme -> types.put(theme.code().id(), theme));
        List<SurveySummaryInput.Theme> themes = new ArrayList<>();
        for (Convergence.Theme theme : byRegion.themes()) {
            themes.add(new SurveySummaryInput.Theme(
                    theme.code().id(),
                    code(theme.code()),
                    phrase(theme.code().title()),
                    phrase(theme.code().definition()),
                    new Share(theme.raisedBy(), byRegion.respondents()),
                    shares(theme),
                    shares(types.get(theme.code().id())),
                    theme.mentions()));
        }
        return themes;
    }

    private static Map<String, Share> shares(Convergence.Theme theme) {
        Map<String, Share> shares = new LinkedHashMap<>();
        if (theme != null) {
            theme.cells().stream()
                    .filter(cell -> !cell.group().equals(Grouping.NOT_STATED))
                    .filter(cell -> cell.respondents() > 0)
                    .forEach(cell -> shares.put(cell.group(), new Share(cell.raisedBy(), cell.respondents())));
        }
        return shares;
    }

    private List<SurveySummaryInput.Convergence> convergences(Convergence byRegion, Convergence byType) {
        Map<UUID, Integer> reachOfTypes = new HashMap<>();
        byType.themes().forEach(theme -> reachOfTypes.put(theme.code().id(), theme.reach()));
        return (byRegion.groupsWithReplies() > 1 && byRegion.tellsApart()
                        ? byRegion.convergent()
                        : List.<Convergence.Theme>of())
                .stream()
                        .map(theme -> new SurveySummaryInput.Convergence(
                                theme.code().id(),
                                new Share(theme.raisedBy(), byRegion.respondents()),
                                new Share(theme.reach(), byRegion.groupsWithReplies()),
                                new Share(reachOfTypes.getOrDefault(theme.code().id(), 0), byType.groupsWithReplies()),
                                theme.cells().stream()
                                        .filter(cell -> cell.raisedBy() > 0 && Grouping.stated(cell.group()))
                                        .map(Convergence.Cell::group)
                                        .toList()))
                        .toList();
    }

    private List<SurveySummaryInput.Excerpt> excerpts(UUID survey, Convergence byRegion, List<Tabulation> tables) {
        Map<UUID, String> codes = codes(tables);
        List<SurveySummaryInput.Excerpt> excerpts = new ArrayList<>();
        for (Convergence.Theme theme : byRegion.themes()) {
            if (theme.raisedBy() == 0) {
                continue;
            }
            UUID code = theme.code().id();
            Quotations quotations = analysis.quotations(survey, code, Grouping.REGION);
            for (Quotations.Excerpt excerpt : quotations.spread(Integer.MAX_VALUE)) {
                excerpts.add(excerpt(code, codes.getOrDefault(excerpt.question(), ""), excerpt));
            }
            // What may not be shown still counts, and the document says how much of it there is.
            for (int i = 0; i < quotations.countOnly(); i++) {
                excerpts.add(hidden(code, SurveySummaryInput.Permission.COUNT_ONLY));
            }
            for (int i = 0; i < quotations.notParaphrased(); i++) {
                excerpts.add(hidden(code, SurveySummaryInput.Permission.PARAPHRASE));
            }
        }
        return excerpts;
    }

    private SurveySummaryInput.Excerpt excerpt(UUID theme, String question, Quotations.Excerpt excerpt) {
        boolean quote = excerpt.respondent() != null;
        Language language =
                LanguageGuess.within(excerpt.language(), excerpt.text()).orElse(null);
        return new SurveySummaryInput.Excerpt(
                theme,
                question,
                quote
                        ? source.shortName(
                                excerpt.respondent().party(),
                                excerpt.respondent().name())
                        : Phrase.EMPTY,
                quote ? SurveySummaryInput.Permission.QUOTE : SurveySummaryInput.Permission.PARAPHRASE,
                quote ? Phrase.of(excerpt.text(), language) : Phrase.EMPTY,
                quote ? Phrase.EMPTY : Phrase.of(excerpt.text(), language),
                Phrase.EMPTY);
    }

    private static SurveySummaryInput.Excerpt hidden(UUID theme, SurveySummaryInput.Permission permission) {
        return new SurveySummaryInput.Excerpt(
                theme, "", Phrase.EMPTY, permission, Phrase.EMPTY, Phrase.EMPTY, Phrase.EMPTY);
    }

    private static String code(SurveyStore.CodeFacts code) {
        return code.code().isEmpty() ? code.title().text(Language.EN) : code.code();
    }

    private Phrase phrase(Multilingual text) {
        return text.choose(source.language())
                .map(choice -> Phrase.of(choice.text(), choice.substituted() ? choice.language() : null))
                .orElse(Phrase.EMPTY);
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
