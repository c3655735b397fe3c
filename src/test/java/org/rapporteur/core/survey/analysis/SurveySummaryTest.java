package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SurveySummary.Options;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** A changed answer marks exactly the sentences that depend on it. */
class SurveySummaryTest {
    private static final LocalDate DAY = LocalDate.parse("2017-09-10");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SmallSurvey made;
    private SurveyAnalysis analysis;

    @BeforeEach
    void make() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        made = new SmallSurvey(workspace);
        analysis = new SurveyAnalysis(new SurveyStoreSqlite(workspace));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void saysWhatTheAnswersSay() {
        List<String> text = words(Language.EN);
        assertTrue(text.contains("5 of the 6 entities asked replied."), text.toString());
        assertTrue(text.contains("One reply is outstanding: C2."), text.toString());
        assertTrue(text.contains("Of these, one is overdue: C2."), text.toString());
        assertTrue(text.contains("Yes: 3 of 5."), text.toString());
        assertTrue(text.contains("3 numbers were given: from 3 to 10, median 5, 18 in all."), text.toString());
        assertTrue(text.contains("4 of the 5 that replied answered this question."), text.toString());
        assertTrue(text.contains("“Data” was raised by 4 of 5 respondents, in all 3 regions."), text.toString());
        assertTrue(text.contains("“Return” was raised by 1 of 5 respondents, in 1 of 3 regions."), text.toString());
        assertTrue(text.contains("“Data first” (A1)"), text.toString());
        assertFalse(String.join(" ", text).contains("We lack data"), "only to be paraphrased");
        assertFalse(String.join(" ", text).contains("above all"), "only to be counted");
    }

    @Test
    void everyLanguageHasItsWords() {
        for (Language language : Language.all()) {
            for (String sentence : words(language)) {
                assertFalse(sentence.contains("analysis.") || sentence.contains("{"), sentence);
            }
        }
        assertTrue(words(Language.FR)
                .contains("« Données » : thème soulevé par 4 des 5 entités ayant répondu, dans les 3 régions."));
        assertTrue(words(Language.RU).contains("Тема «Data» отмечена у 4 из 5 респондентов, во всех регионах (их 3)."));
    }

    private List<String> words(Language language) {
        SummaryText text = new SummaryText(new Messages(Language.EN)::text, GroupNames.AS_STORED, language);
        return summary().sentences().stream().map(s -> text.text(s.message())).toList();
    }

    @Test
    void aChosenValueMarksItsTwoValues() {
        assertEquals(
                Set.of("value.yes", "value.no"),
                stale(
                        "question." + made.closed,
                        tx -> tx.set(SurveyKinds.ANSWER, made.answers.get("A1 closed"), "value", "no")));
    }

    @Test
    void aNumberMarksItsFigures() {
        assertEquals(
                Set.of("numbers"),
                stale(
                        "question." + made.number,
                        tx -> tx.set(SurveyKinds.ANSWER, made.answers.get("A1 number"), "value", "4")));
    }

    @Test
    void editedWordsMarkWhatWasReadInThem() {
        SummarySeal before = SummarySeal.of(summary());
        workspace
                .changes()
                .run(
                        Label.of("test"),
                        tx -> tx.set(
                                SurveyKinds.ANSWER, made.answers.get("A2 open"), "body", "We lack data and time."));
        SummarySeal.Change change = before.against(summary());
        assertEquals(
                Set.of(
                        "convergence.themes",
                        "convergence.shared",
                        "theme." + made.data + ".raised",
                        "theme." + made.data + ".group.Africa"),
                Set.copyOf(change.stale()));
        assertTrue(change.gone().isEmpty() && change.added().isEmpty());
    }

    @Test
    void permissionWithdrawnTakesTheQuotationAway() {
        SummarySeal before = SummarySeal.of(summary());
        UUID answer = made.answers.get("B1 open");
        workspace.changes().run(Label.of("test"), tx -> tx.set(SurveyKinds.ANSWER, answer, "permission", "count_only"));
        SummarySeal.Change change = before.against(summary());
        assertEquals(List.of("theme." + made.data + ".quotation." + answer + ".1"), change.gone());
        assertEquals(
                Set.of("theme." + made.data + ".unsaid", "method.permission", "method.printed"),
                Set.copyOf(change.stale()));
    }

    @Test
    void nothingChangedMarksNothing() {
        SummarySeal before = SummarySeal.parse(SummarySeal.of(summary()).text());
        workspace
                .changes()
                .run(Label.of("test"), tx -> tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Another")));
        assertTrue(before.against(summary()).none());
        assertThrows(IllegalArgumentException.class, () -> SummarySeal.parse("something else"));
    }

    @Test
    void ofWhomAFileCameThatCouldNotBeReadNobodySaysThatTheReplyIsOutstanding() {
        workspace
                .changes()
                .write(
                        org.rapporteur.core.change.Label.of("step.add"),
                        tx -> tx.insert(
                                org.rapporteur.core.survey.SurveyKinds.TRAY_ITEM,
                                org.rapporteur.core.change.Values.of("survey", made.survey)
                                        .with("respondent", made.respondents.get("C2"))
                                        .with("reason", "refused")
                                        .with("decision", "open")));
        List<String> text = words(Language.EN);
        assertTrue(text.contains("One reply came and could not be read yet: C2."), text.toString());
        assertTrue(
                text.stream().noneMatch(line -> line.contains("outstanding") || line.contains("overdue")),
                text.toString());
    }

    @Test
    void everySentenceAboutAnswersNamesThem() {
        SurveySummary summary = summary();
        SurveySummary.Sentence yes =
                summary.sentence("question." + made.closed + ".value.yes").orElseThrow();
        assertEquals(
                Set.of(made.answers.get("A1 closed"), made.answers.get("A2 closed"), made.answers.get("C1 closed")),
                Set.copyOf(yes.evidence().answers()));
        SurveySummary.Sentence outstanding =
                summary.sentence("response.outstanding").orElseThrow();
        assertEquals(List.of(made.respondents.get("C2")), outstanding.evidence().respondents());
    }

    private Set<String> stale(String prefix, Consumer<Transaction> edit) {
        SummarySeal before = SummarySeal.of(summary());
        workspace.changes().run(Label.of("test"), edit);
        SummarySeal.Change change = before.against(summary());
        assertTrue(change.gone().isEmpty() && change.added().isEmpty(), change.toString());
        assertTrue(change.stale().stream().allMatch(id -> id.startsWith(prefix + ".")), change.toString());
        return change.stale().stream()
                .map(id -> id.substring(prefix.length() + 1))
                .collect(Collectors.toSet());
    }

    private SurveySummary summary() {
        return analysis.summary(made.survey, DAY, Options.USUAL);
    }
}
