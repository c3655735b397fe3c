package org.rapporteur.core.survey.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.ConvergenceRule;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.SurveyStore.Passage;
import org.rapporteur.core.survey.SurveyStore.QuestionFacts;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.SurveyStore.SurveyFacts;

/**
 * What the answers to a survey say. Every call reads one state of the workspace and computes anew. Called from any thread
 * but the window's own.
 */
public final class SurveyAnalysis {
    private final SurveyStore store;

    public SurveyAnalysis(SurveyStore store) {
        this.store = store;
    }

    /**
     * The survey with the key.
     *
     * @throws Problem ANA-01 if there is none
     */
    public SurveyFacts survey(UUID survey) {
        return store.survey(survey).orElseThrow(() -> noSurvey(String.valueOf(survey)));
    }

    /** Where the replies stand on a day, with a tally for each group of the groupings. */
    public ResponseProgress progress(UUID survey, LocalDate asOf, List<Grouping> by) {
        survey(survey);
        return ResponseProgress.of(store.respondents(survey), asOf, by);
    }

    /** The tables of all questions but notes, in order. */
    public List<Tabulation> tabulate(UUID survey, List<Grouping> by, CodingRule rule) {
        survey(survey);
        return store.snapshot(s -> {
            List<RespondentFacts> respondents = s.respondents(survey);
            List<Tabulation> tables = new ArrayList<>();
            for (QuestionFacts question : s.questions(survey)) {
                if (!question.note()) {
                    tables.add(Tabulator.tabulate(s, survey, question, by, rule, respondents));
                }
            }
            return tables;
        });
    }

    /**
     * The table of one question.
     *
     * @throws Problem ANA-02 if the survey has no such question
     */
    public Tabulation tabulate(UUID survey, UUID question, List<Grouping> by, CodingRule rule) {
        survey(survey);
        return store.snapshot(s -> {
            QuestionFacts facts = s.questions(survey).stream()
                    .filter(q -> q.id().equals(question))
                    .findFirst()
                    .orElseThrow(() -> noQuestion(String.valueOf(question)));
            return Tabulator.tabulate(s, survey, facts, by, rule, s.respondents(survey));
        });
    }

    /**
     * The questions of a survey that have this code, without regard to case, or this key; several if the code was given
     * more than once.
     */
    public List<QuestionFacts> questions(UUID survey, String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        return store.questions(survey).stream()
                .filter(q -> q.code().strip().toLowerCase(Locale.ROOT).equals(wanted)
                        || q.id().toString().equals(wanted))
                .toList();
    }

    /** The themes of a survey over its groups. */
    public Convergence convergence(UUID survey, Grouping by, CodingRule rule) {
        ConvergenceRule threshold = survey(survey).convergence();
        return store.snapshot(s -> converge(s, survey, by, rule, threshold));
    }

    private static Convergence converge(
            SurveyStore s, UUID survey, Grouping by, CodingRule rule, ConvergenceRule threshold) {
        return Converger.converge(
                survey,
                by,
                rule,
                threshold,
                s.respondents(survey),
                s.codes(survey),
                s.raisings(survey, rule),
                s.countedOnly(survey));
    }

    /** What may be shown of the answers under a theme. */
    public Quotations quotations(UUID survey, UUID code, Grouping by) {
        return store.snapshot(s -> Quotations.of(s.passages(survey, code), byId(s.respondents(survey)), by));
    }

    /** The same of the answers from some groups only. */
    public Quotations quotations(UUID survey, UUID code, Grouping by, Collection<String> groups) {
        return store.snapshot(s -> {
            Map<UUID, RespondentFacts> respondents = byId(s.respondents(survey));
            List<Passage> passages = s.passages(survey, code).stream()
                    .filter(p -> respondents.containsKey(p.respondent()))
                    .filter(p -> groups.contains(by.groupOf(respondents.get(p.respondent()))))
                    .toList();
            return Quotations.of(passages, respondents, by);
        });
    }

    /** What may be done with each of these answers; answers that do not count are left out. */
    public Map<UUID, Permission> permissions(UUID survey, List<UUID> answers) {
        Map<UUID, Permission> permissions = new HashMap<>();
        store.texts(survey, answers).forEach(t -> permissions.put(t.answer(), t.permission()));
        return permissions;
    }

    /** How far the coders agree. */
    public CoderAgreement agreement(UUID survey) {
        survey(survey);
        return store.snapshot(
                s -> AgreementCounter.count(survey, s.codes(survey), s.codedTexts(survey), s.markings(survey)));
    }

    /** Themes that meet in the same answers. */
    public List<Cooccurrence> cooccurrences(UUID survey) {
        return store.snapshot(s -> Cooccurrence.of(s.codes(survey), s.markings(survey)));
    }

    /**
     * Answers to open questions that repeat one another.
     *
     * @param threshold the least cosine of texts that are not the same, see {@link Repetition#USUAL_THRESHOLD}
     */
    public Repetition repetition(UUID survey, double threshold) {
        survey(survey);
        return Repetition.among(
                store.openTexts(survey).stream()
                        .map(t -> new Repetition.Item(t.answer(), t.body()))
                        .toList(),
                threshold);
    }

    /** Themes over groups together with what they rest on, all of one state. */
    public Findings findings(UUID survey, Grouping by, CodingRule rule) {
        SurveyFacts facts = survey(survey);
        return store.snapshot(s -> {
            List<RespondentFacts> asked = s.respondents(survey);
            Convergence convergence = converge(s, survey, by, rule, facts.convergence());
            Map<UUID, List<UUID>> answers = new HashMap<>();
            s.codedAnswers(survey, rule)
                    .forEach(a -> answers.computeIfAbsent(a.code(), k -> new ArrayList<>())
                            .add(a.answer()));
            Map<UUID, RespondentFacts> respondents = byId(asked);
            Map<UUID, Quotations> quotations = new HashMap<>();
            answers.forEach((code, of) -> {
                Set<UUID> counted = Set.copyOf(of);
                List<Passage> passages = s.passages(survey, code).stream()
                        .filter(p -> counted.contains(p.answer()))
                        .toList();
                quotations.put(code, Quotations.of(passages, respondents, by));
            });
            return new Findings(facts, convergence, answers, quotations);
        });
    }

    /**
     * What was found.
     *
     * @param answers by theme, the answers that count as coded with it
     * @param quotations by theme, what of these may be shown
     */
    public record Findings(
            SurveyFacts survey,
            Convergence convergence,
            Map<UUID, List<UUID>> answers,
            Map<UUID, Quotations> quotations) {
        public Findings {
            answers = Map.copyOf(answers);
            quotations = Map.copyOf(quotations);
        }
    }

    /** The summary of a survey as it stands on a day. */
    public SurveySummary summary(UUID survey, LocalDate asOf, SurveySummary.Options options) {
        survey(survey);
        return store.snapshot(s -> SummaryComposer.compose(s, survey, asOf, options));
    }

    private static Map<UUID, RespondentFacts> byId(List<RespondentFacts> respondents) {
        Map<UUID, RespondentFacts> map = new HashMap<>();
        respondents.forEach(r -> map.put(r.id(), r));
        return map;
    }

    private static Problem noSurvey(String id) {
        return Problem.of("ANA-01", "analysis.noSurvey")
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.chooseAgain")
                .technical("no survey " + id)
                .build();
    }

    private static Problem noQuestion(String id) {
        return Problem.of("ANA-02", "analysis.noQuestion")
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.chooseAgain")
                .technical("no question " + id)
                .build();
    }
}
