package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.CodedAnswer;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.SurveyStore.TextHeld;
import org.rapporteur.core.survey.analysis.Convergence.Cell;
import org.rapporteur.core.survey.analysis.Convergence.Theme;
import org.rapporteur.core.survey.analysis.Quotations.Excerpt;
import org.rapporteur.core.survey.analysis.SurveySummary.GroupName;
import org.rapporteur.core.survey.analysis.SurveySummary.Listed;
import org.rapporteur.core.survey.analysis.SurveySummary.Options;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.core.survey.analysis.SurveySummary.Section;
import org.rapporteur.core.survey.analysis.SurveySummary.Sentence;

/** The part of a summary that tells of themes: where they meet, each by itself, and how the coding was done. */
final class ThemeSections {
    // A sentence that names more themes than this is a list that nobody reads; then it names the first few.
    private static final int MOST_NAMES = 12;
    private static final int FIRST_NAMES = 5;

    private final SurveyStore store;
    private final UUID survey;
    private final Options options;
    private final Map<UUID, RespondentFacts> respondents = new HashMap<>();
    private final Convergence convergence;
    private final Map<UUID, List<UUID>> answersOf = new HashMap<>();
    private final Map<UUID, UUID> respondentOf = new HashMap<>();
    private final Map<UUID, String> words = new HashMap<>();

    ThemeSections(SurveyStore store, UUID survey, Options options, List<RespondentFacts> asked) {
        this.store = store;
        this.survey = survey;
        this.options = options;
        asked.forEach(r -> respondents.put(r.id(), r));
        this.convergence = Converger.converge(
                survey,
                options.by(),
                options.rule(),
                store.survey(survey).orElseThrow().convergence(),
                asked,
                store.codes(survey),
                store.raisings(survey, options.rule()),
                store.countedOnly(survey));
        Set<UUID> coded = new HashSet<>();
        for (CodedAnswer answer : store.codedAnswers(survey, options.rule())) {
            answersOf.computeIfAbsent(answer.code(), k -> new ArrayList<>()).add(answer.answer());
            respondentOf.put(answer.answer(), answer.respondent());
            coded.add(answer.answer());
        }
        // A theme rests on the words that its coder read, so a sentence is doubtful once they change.
        for (TextHeld text : store.texts(survey, List.copyOf(coded))) {
            words.put(text.answer(), SentenceMaker.digest(text.value() + "\u001f" + text.body()));
        }
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<Theme> raised =
                convergence.themes().stream().filter(t -> t.raisedBy() > 0).toList();
        if (raised.isEmpty()) {
            return sections;
        }
        sections.add(overview(raised));
        raised.forEach(t -> sections.add(theme(t)));
        sections.add(coding());
        return sections;
    }

    private Section overview(List<Theme> raised) {
        List<Sentence> sentences = new ArrayList<>();
        Set<UUID> answers = new HashSet<>();
        Set<UUID> who = new HashSet<>();
        for (Theme theme : raised) {
            answers.addAll(answers(theme));
            theme.raised().forEach(r -> who.add(r.respondent().id()));
        }
        sentences.add(SentenceMaker.onAnswers(
                "convergence.themes",
                Message.of("analysis.themes", raised.size(), answers.size(), who.size(), convergence.respondents()),
                List.copyOf(answers),
                words::get));
        if (convergence.groupsWithReplies() > 1) {
            rule(raised, sentences);
        }
        if (!convergence.merged().isEmpty()) {
            sentences.add(SentenceMaker.onRespondents("convergence.merged", convergence.mergedStatement(), List.of()));
        }
        return new Section(
                "convergence", Part.CONVERGENCE, Message.of("analysis.section.convergence"), null, sentences);
    }

    /** The rule as it was applied, and what it found; nothing, if every theme meets it. */
    private void rule(List<Theme> raised, List<Sentence> sentences) {
        sentences.add(SentenceMaker.onRespondents("convergence.rule", convergence.ruleStatement(), List.of()));
        List<Theme> met = convergence.convergent();
        List<UUID> behind = raised.stream().flatMap(t -> answers(t).stream()).toList();
        Message found;
        if (met.isEmpty()) {
            found = Message.of("analysis.rule.none", raised.size());
        } else if (!convergence.tellsApart()) {
            found = Message.of("analysis.rule.everything", raised.size());
        } else {
            boolean all = met.size() <= MOST_NAMES;
            Listed names = new Listed(met.stream()
                    .limit(all ? MOST_NAMES : FIRST_NAMES)
                    .map(t -> t.code().title())
                    .toList());
            found = Message.of(all ? "analysis.rule.met" : "analysis.rule.metFirst", met.size(), raised.size(), names);
            behind = met.stream().flatMap(t -> answers(t).stream()).toList();
        }
        sentences.add(SentenceMaker.onAnswers("convergence.shared", found, behind, words::get));
    }

    private Section theme(Theme theme) {
        UUID code = theme.code().id();
        String id = "theme." + code;
        List<UUID> answers = answers(theme);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(SentenceMaker.onAnswers(id + ".raised", convergence.statement(theme), answers, words::get));
        if (convergence.groups().size() > 1) {
            for (Cell cell : theme.cells()) {
                if (cell.raisedBy() > 0) {
                    Set<UUID> here =
                            cell.saidBy().stream().map(r -> r.respondent().id()).collect(Collectors.toSet());
                    sentences.add(SentenceMaker.onAnswers(
                            id + ".group." + SentenceMaker.word(cell.group()),
                            Message.of(
                                    "analysis.theme.group",
                                    new GroupName(options.by(), cell.group()),
                                    cell.raisedBy(),
                                    cell.respondents()),
                            answersBy(code, here),
                            words::get));
                }
            }
            notRaised(theme, id, sentences);
        }
        quotations(code, id, sentences);
        return new Section(
                id,
                Part.THEME,
                Message.of("analysis.section.theme", theme.code().title()),
                code,
                sentences);
    }

    private void notRaised(Theme theme, String id, List<Sentence> sentences) {
        List<Cell> silent = theme.cells().stream()
                .filter(c -> c.raisedBy() == 0 && c.respondents() > 0)
                .toList();
        if (!silent.isEmpty()) {
            Listed names = new Listed(silent.stream()
                    .map(c -> new GroupName(options.by(), c.group()))
                    .toList());
            sentences.add(SentenceMaker.onRespondents(
                    id + ".silent",
                    Message.of("analysis.theme.silent", names),
                    silent.stream().flatMap(c -> c.notSaidBy().stream()).toList()));
        }
    }

    private void quotations(UUID code, String id, List<Sentence> sentences) {
        Set<UUID> counted = Set.copyOf(answersOf.getOrDefault(code, List.of()));
        Quotations quotations = Quotations.of(
                store.passages(survey, code).stream()
                        .filter(p -> counted.contains(p.answer()))
                        .toList(),
                respondents,
                options.by());
        List<Excerpt> shown = quotations.spread(options.mostQuotations());
        int more = quotations.excerpts().size() - shown.size();
        int silent = quotations.countOnly() + quotations.notParaphrased();
        Map<UUID, Integer> numbers = new HashMap<>();
        for (Excerpt excerpt : shown) {
            int number = numbers.merge(excerpt.answer(), 1, Integer::sum);
            Message message = excerpt.respondent() == null
                    ? Message.of("analysis.paraphrase", excerpt.text())
                    : Message.of(
                            "analysis.quotation",
                            excerpt.text(),
                            excerpt.respondent().name());
            Function<UUID, String> permission = a -> excerpt.permission().name();
            sentences.add(SentenceMaker.onAnswers(
                    id + ".quotation." + excerpt.answer() + "." + number,
                    message,
                    List.of(excerpt.answer()),
                    permission));
        }
        List<UUID> all = List.copyOf(counted);
        if (more > 0) {
            sentences.add(
                    SentenceMaker.onAnswers(id + ".more", Message.of("analysis.quotations.more", more), all, a -> ""));
        }
        if (silent > 0) {
            sentences.add(SentenceMaker.onAnswers(
                    id + ".unsaid", Message.of("analysis.quotations.unsaid", silent), all, a -> ""));
        }
    }

    private Section coding() {
        CoderAgreement agreement =
                AgreementCounter.count(survey, store.codes(survey), store.codedTexts(survey), store.markings(survey));
        List<UUID> coded =
                answersOf.values().stream().flatMap(List::stream).distinct().toList();
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(SentenceMaker.onAnswers(
                "coding.coders",
                agreement.units() == 0
                        ? Message.of("analysis.coders.alone", agreement.coders().size(), coded.size())
                        : Message.of("analysis.coders", agreement.coders().size(), coded.size(), agreement.units()),
                coded,
                a -> ""));
        OptionalDouble alpha = agreement.alpha();
        if (alpha.isPresent()) {
            sentences.add(SentenceMaker.onAnswers(
                    "coding.alpha",
                    Message.of("analysis.alpha", Math.round(alpha.getAsDouble() * 100) / 100.0, agreement.units()),
                    coded,
                    a -> ""));
        }
        return new Section("coding", Part.CODING, Message.of("analysis.section.coding"), null, sentences);
    }

    private List<UUID> answers(Theme theme) {
        Set<UUID> who = theme.raised().stream().map(r -> r.respondent().id()).collect(Collectors.toSet());
        return answersBy(theme.code().id(), who);
    }

    private List<UUID> answersBy(UUID code, Set<UUID> who) {
        return answersOf.getOrDefault(code, List.of()).stream()
                .filter(a -> who.contains(respondentOf.get(a)))
                .toList();
    }
}
