package org.rapporteur.core.survey.analysis;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.AnswerHeld;
import org.rapporteur.core.survey.SurveyStore.QuestionFacts;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.SurveyStore.TextHeld;
import org.rapporteur.core.survey.analysis.ResponseProgress.GroupTally;
import org.rapporteur.core.survey.analysis.ResponseProgress.State;
import org.rapporteur.core.survey.analysis.ResponseProgress.Tally;
import org.rapporteur.core.survey.analysis.SurveySummary.GroupName;
import org.rapporteur.core.survey.analysis.SurveySummary.Listed;
import org.rapporteur.core.survey.analysis.SurveySummary.Options;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.core.survey.analysis.SurveySummary.Section;
import org.rapporteur.core.survey.analysis.SurveySummary.Sentence;

/** Writes the sentences of a summary from one state of the store. */
final class SummaryComposer {
    private final SurveyStore store;
    private final UUID survey;
    private final LocalDate asOf;
    private final Options options;
    private final List<RespondentFacts> respondents;

    private SummaryComposer(SurveyStore store, UUID survey, LocalDate asOf, Options options) {
        this.store = store;
        this.survey = survey;
        this.asOf = asOf;
        this.options = options;
        this.respondents = store.respondents(survey);
    }

    static SurveySummary compose(SurveyStore store, UUID survey, LocalDate asOf, Options options) {
        SummaryComposer composer = new SummaryComposer(store, survey, asOf, options);
        List<Section> sections = new ArrayList<>();
        sections.add(composer.response());
        for (QuestionFacts question : store.questions(survey)) {
            if (!question.note()) {
                sections.add(composer.question(question));
            }
        }
        sections.addAll(new ThemeSections(store, survey, options, composer.respondents).sections());
        sections.add(composer.method(sections));
        return new SurveySummary(
                survey,
                asOf,
                options,
                sections.stream().filter(s -> !s.sentences().isEmpty()).toList());
    }

    /** How the figures were made, and what was done with what respondents allowed: as it was done here. */
    private Section method(List<Section> before) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(SentenceMaker.onRespondents(
                "method.counts", Message.of("analysis.method.counts", SmallNumbers.SMALLEST_BASE), List.of()));
        List<TextHeld> texts = store.openTexts(survey);
        if (!texts.isEmpty()) {
            int[] allowed = new int[Permission.values().length];
            texts.forEach(text -> allowed[text.permission().ordinal()]++);
            boolean asked = store.questions(survey).stream().anyMatch(QuestionFacts::use);
            Map<UUID, Permission> of = texts.stream().collect(Collectors.toMap(TextHeld::answer, TextHeld::permission));
            sentences.add(SentenceMaker.onAnswers(
                    "method.permission",
                    Message.of(
                            asked ? "analysis.method.permission.asked" : "analysis.method.permission.notAsked",
                            texts.size(),
                            allowed[Permission.QUOTE.ordinal()],
                            allowed[Permission.PARAPHRASE.ordinal()],
                            allowed[Permission.COUNT_ONLY.ordinal()]),
                    List.copyOf(of.keySet()),
                    answer -> of.get(answer).name()));
            List<Sentence> all =
                    before.stream().flatMap(s -> s.sentences().stream()).toList();
            sentences.add(SentenceMaker.onRespondents(
                    "method.printed",
                    Message.of(
                            "analysis.method.printed",
                            count(all, "analysis.quotation"),
                            count(all, "analysis.paraphrase")),
                    List.of()));
        }
        return new Section("method", Part.METHOD, Message.of("analysis.section.method"), null, sentences);
    }

    private static int count(List<Sentence> sentences, String key) {
        return (int)
                sentences.stream().filter(s -> s.message().key().equals(key)).count();
    }

    private Section response() {
        ResponseProgress progress = ResponseProgress.of(respondents, asOf, List.of(Grouping.TYPE, Grouping.REGION));
        Tally total = progress.total();
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(SentenceMaker.onRespondents(
                "response.replied",
                Message.of("analysis.response.replied", total.received(), total.asked()),
                inState(State.RECEIVED)));
        for (Grouping grouping : List.of(Grouping.TYPE, Grouping.REGION)) {
            List<GroupTally> groups = progress.groups().get(grouping);
            // One group, or none stated, says nothing that the first sentence did not say.
            if (groups.size() > 1) {
                groups.forEach(g -> sentences.add(group(grouping, g)));
            }
        }
        names(sentences, "response.notsent", "analysis.response.notsent", inState(State.NOT_SENT));
        names(sentences, "response.declined", "analysis.response.declined", inState(State.DECLINED));
        List<RespondentFacts> outstanding = new ArrayList<>(inState(State.OUTSTANDING));
        outstanding.addAll(inState(State.OVERDUE));
        names(sentences, "response.outstanding", "analysis.response.outstanding", outstanding);
        names(sentences, "response.overdue", "analysis.response.overdue", inState(State.OVERDUE));
        // Whoever sent something is not waited for, and not reminded on paper.
        names(sentences, "response.inhand", "analysis.response.inhand", inState(State.IN_HAND));
        return new Section("response", Part.RESPONSE, Message.of("analysis.section.response"), null, sentences);
    }

    private Sentence group(Grouping grouping, GroupTally group) {
        Tally tally = group.tally();
        List<RespondentFacts> replied = inState(State.RECEIVED).stream()
                .filter(r -> grouping.groupOf(r).equals(group.group()))
                .toList();
        return SentenceMaker.onRespondents(
                "response." + grouping.key() + "." + SentenceMaker.word(group.group()),
                Message.of(
                        "analysis.response.group",
                        new GroupName(grouping, group.group()),
                        tally.received(),
                        tally.asked()),
                replied);
    }

    private static void names(List<Sentence> sentences, String id, String key, List<RespondentFacts> who) {
        if (!who.isEmpty()) {
            Listed names =
                    new Listed(who.stream().map(RespondentFacts::name).sorted().toList());
            sentences.add(SentenceMaker.onRespondents(id, Message.of(key, who.size(), names), who));
        }
    }

    private List<RespondentFacts> inState(State state) {
        return respondents.stream().filter(r -> State.of(r, asOf) == state).toList();
    }

    private Section question(QuestionFacts question) {
        Set<UUID> listed = respondents.stream().map(RespondentFacts::id).collect(Collectors.toSet());
        List<AnswerHeld> answers = store.answers(question.id()).stream()
                .filter(a -> listed.contains(a.respondent()))
                .toList();
        Tabulation table = Tabulator.tabulate(store, survey, question, List.of(), options.rule(), respondents, answers);
        String id = "question." + question.id();
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(SentenceMaker.onAnswers(
                id + ".answered",
                table.base() == table.replied() && table.base() > 0
                        ? Message.of("analysis.question.answeredAll", table.base())
                        : Message.of("analysis.question.answered", table.base(), table.replied()),
                ids(answers),
                a -> ""));
        if (!question.open()) {
            closed(question, table, answers, id, sentences);
        }
        Message heading = Message.of("analysis.section.question", question.code(), question.label());
        return new Section(id, Part.QUESTION, heading, question.id(), sentences);
    }

    private static void closed(
            QuestionFacts question, Tabulation table, List<AnswerHeld> answers, String id, List<Sentence> sentences) {
        Set<UUID> unclear =
                table.unclear().stream().map(Tabulation.Unclear::answer).collect(Collectors.toSet());
        List<AnswerHeld> counted =
                answers.stream().filter(a -> !unclear.contains(a.id())).toList();
        Map<UUID, String> values =
                answers.stream().collect(Collectors.toMap(AnswerHeld::id, a -> a.value() + "\u001f" + a.doubt()));
        Function<UUID, String> value = values::get;
        // Numbers and days are told by their range; the values themselves stand in the tables.
        boolean range = question.choices().isEmpty() && !question.type().equals("yes_no");
        if (!range || question.type().equals("scale")) {
            for (Tabulation.Row row : table.rows()) {
                Object label = row.label().isEmpty() ? row.value() : row.label();
                List<UUID> evidence = ids(counted.stream()
                        .filter(a -> sameValue(question, a.value(), row.value()))
                        .toList());
                sentences.add(SentenceMaker.onAnswers(
                        id + ".value." + SentenceMaker.word(row.value()),
                        Message.of(
                                row.known() ? "analysis.value" : "analysis.value.other",
                                label,
                                row.count(),
                                table.base()),
                        evidence,
                        value));
            }
        }
        table.numbers()
                .ifPresent(n -> sentences.add(SentenceMaker.onAnswers(
                        id + ".numbers",
                        question.type().equals("scale")
                                ? Message.of("analysis.scale", n.n(), plain(n.median()), plain(n.min()), plain(n.max()))
                                : Message.of(
                                        "analysis.numbers",
                                        n.n(),
                                        plain(n.min()),
                                        plain(n.max()),
                                        plain(n.median()),
                                        plain(n.sum())),
                        ids(counted),
                        value)));
        if (question.type().equals("date")) {
            days(table, counted, id, value, sentences);
        }
        if (table.unclearRespondents() > 0) {
            sentences.add(SentenceMaker.onAnswers(
                    id + ".unclear",
                    Message.of("analysis.unclear", table.unclearRespondents()),
                    List.copyOf(unclear),
                    value));
        }
    }

    private static boolean sameValue(QuestionFacts question, String answer, String row) {
        return answer.equals(row)
                || question.numeric()
                        && NumberSummary.parse(answer)
                                .map(n -> n.toPlainString().equals(row))
                                .orElse(false);
    }

    private static void days(
            Tabulation table,
            List<AnswerHeld> counted,
            String id,
            Function<UUID, String> value,
            List<Sentence> sentences) {
        List<LocalDate> days = table.rows().stream()
                .map(r -> day(r.value()))
                .flatMap(java.util.Optional::stream)
                .sorted()
                .toList();
        if (!days.isEmpty()) {
            int respondents = (int) counted.stream()
                    .filter(a -> day(a.value()).isPresent())
                    .map(AnswerHeld::respondent)
                    .distinct()
                    .count();
            sentences.add(SentenceMaker.onAnswers(
                    id + ".days",
                    Message.of("analysis.days", respondents, days.getFirst(), days.getLast()),
                    ids(counted),
                    value));
        }
    }

    private static java.util.Optional<LocalDate> day(String value) {
        try {
            return java.util.Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException notADay) {
            return java.util.Optional.empty();
        }
    }

    // Whole numbers as such, so that a language writes them its way.
    private static Object plain(java.math.BigDecimal number) {
        return number.scale() <= 0 && number.precision() < 18
                ? (Object) number.longValueExact()
                : (Object) number.doubleValue();
    }

    private static List<UUID> ids(List<AnswerHeld> answers) {
        return answers.stream().map(AnswerHeld::id).toList();
    }
}
