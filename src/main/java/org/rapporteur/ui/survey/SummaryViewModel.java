package org.rapporteur.ui.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.AnswerWords;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SummarySeal;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.SurveySummary;
import org.rapporteur.core.survey.analysis.SurveySummary.Sentence;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.record.Edits;

/** The summary of a survey, which of its sentences changed since they were last read through, and what is behind one. */
final class SummaryViewModel {
    /** The most answers that are read for one sentence. */
    static final int MOST = 200;

    /**
     * What is shown.
     *
     * @param changed names of sentences that no longer say what they said when they were read through or issued
     * @param compared whether there is anything they could have changed against
     */
    record Shown(
            Multilingual title, boolean illustrative, SurveySummary summary, Set<String> changed, boolean compared) {}

    /**
     * An answer behind a sentence.
     *
     * @param words its words, or those of the choice
     * @param permission what may be done with it
     */
    record Behind(Row answer, String respondent, String question, String words, Permission permission) {}

    /** A sentence with the answers and respondents it rests on. */
    record Evidence(Sentence sentence, List<Behind> answers, int more, List<String> respondents) {}

    private final Records records;
    private final Edits edits;
    private final SurveyAnalysis analysis;
    private final Supplier<LocalDate> today;
    private final UUID survey;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Evidence> evidence = new ReadOnlyObjectWrapper<>();
    private final LatestTask<Shown> loading;
    private final LatestTask<Evidence> reading;
    private SummarySeal issued;
    // Where nothing was ever read through, changes are told against what was seen first.
    private SummarySeal first;

    SummaryViewModel(
            Tasks tasks,
            Records records,
            Edits edits,
            SurveyAnalysis analysis,
            Supplier<LocalDate> today,
            UUID survey) {
        this.edits = edits;
        this.records = records;
        this.analysis = analysis;
        this.today = today;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, this::loaded);
        this.reading = new LatestTask<>(tasks, evidence::set);
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Evidence> evidence() {
        return evidence.getReadOnlyProperty();
    }

    void load() {
        LocalDate day = today.get();
        SummarySeal against = issued;
        SummarySeal seen = first;
        loading.request(progress -> {
            SurveySummary summary = analysis.summary(survey, day, SurveySummary.Options.USUAL);
            var facts = analysis.survey(survey);
            SummarySeal kept = against == null ? kept() : against;
            SummarySeal before = kept == null ? seen : kept;
            Set<String> changed = new TreeSet<>();
            if (before != null) {
                SummarySeal.Change now = before.against(summary);
                changed.addAll(now.stale());
                changed.addAll(now.added());
            }
            return new Shown(facts.title(), facts.illustrative(), summary, changed, kept != null);
        });
    }

    private void loaded(Shown now) {
        if (first == null) {
            first = SummarySeal.of(now.summary());
        }
        shown.set(now);
    }

    /** What the survey keeps of the summary that was last read through or issued; null for none, or none readable. */
    private SummarySeal kept() {
        String text = records.find(SurveyKinds.SURVEY, survey)
                .map(row -> row.text("summary_seal"))
                .orElse("");
        try {
            return text.isBlank() ? null : SummarySeal.parse(text);
        } catch (IllegalArgumentException ofAnotherVersion) {
            return null;
        }
    }

    /** Takes every sentence as read through in its present form; kept with the survey, so that it holds tomorrow too. */
    void readThrough() {
        Shown now = shown.get();
        if (now != null) {
            issued = null;
            String seal = SummarySeal.of(now.summary()).text();
            edits.run(
                    Label.of("survey.step.readThrough"),
                    tx -> tx.set(SurveyKinds.SURVEY, survey, "summary_seal", seal));
            shown.set(new Shown(now.title(), now.illustrative(), now.summary(), Set.of(), true));
        }
    }

    /** Compares with what was issued in a file from now on. */
    void compare(SummarySeal with) {
        issued = with;
        load();
    }

    /**
     * Reads what a sentence rests on.
     *
     * @param none the words for that none of the choices is meant
     */
    void open(Sentence sentence, Language language, String none) {
        reading.request(progress -> read(sentence, language, none));
    }

    private Evidence read(Sentence sentence, Language language, String none) {
        Map<UUID, String> names = new HashMap<>();
        records.each(Query.partsOf(SurveyKinds.RESPONDENT, survey), row -> names.put(row.id(), row.text("name")));
        Questionnaire form = Questionnaire.read(records, survey).orElse(null);
        List<UUID> ids = sentence.evidence().answers();
        Map<UUID, Permission> permissions = analysis.permissions(survey, ids.subList(0, Math.min(MOST, ids.size())));
        List<Behind> answers = ids.stream()
                .limit(MOST)
                .flatMap(id -> records.find(SurveyKinds.ANSWER, id).stream())
                .map(row -> behind(
                        row, names, form, language, none, permissions.getOrDefault(row.id(), Permission.COUNT_ONLY)))
                .toList();
        List<String> respondents = sentence.evidence().respondents().stream()
                .map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Evidence(sentence, answers, Math.max(0, ids.size() - MOST), respondents);
    }

    private static Behind behind(
            Row row,
            Map<UUID, String> names,
            Questionnaire form,
            Language language,
            String none,
            Permission permission) {
        var question = form == null || row.ref("question") == null
                ? null
                : form.question(row.ref("question")).orElse(null);
        return new Behind(
                row,
                names.getOrDefault(row.ref("respondent"), ""),
                question == null ? "" : question.code(),
                AnswerWords.of(question, row, language, none),
                permission);
    }
}
