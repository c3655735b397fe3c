package org.rapporteur.documents.from;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.AdoptionAct.Change;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.recommendation.RecommendationSteps.Adopting;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.DocumentSamples;
import org.rapporteur.documents.build.RecommendationsDocument;
import org.rapporteur.documents.build.RecommendationsInput;
import org.rapporteur.documents.build.RecommendationsInput.Recommendation;
import org.rapporteur.documents.build.RecommendationsInput.State;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** The paper of what was adopted prints what was adopted, as the screen says it, and numbers as they are stated. */
class RecommendationsFromTest {
    private static final Label STEP = Label.of("recommendation.step.adopt", "2 bis");
    private static final LocalDate DAY = LocalDate.of(2017, 8, 11);

    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID meeting;
    private UUID recommendation;
    private UUID version;

    @BeforeEach
    void adopt() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        workspace.changes().run(STEP, tx -> {
            meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Meeting"));
            recommendation =
                    tx.insert(RECOMMENDATION, Values.of("meeting", meeting).with("number", "2 bis"));
            version = tx.insert(
                    VERSION,
                    Values.of("recommendation", recommendation)
                            .with("label", "Final")
                            .with("body_en", "Share data.")
                            .with("body_fr", "Partager les données."));
            for (String code : List.of("10.7", "9")) {
                UUID target = tx.insert(
                        PartyKinds.REFERENCE_ITEM,
                        Values.of("list", "sdg_target").with("code", code).with("name_en", "Target " + code));
                tx.insert(
                        EVIDENCE,
                        Values.of("recommendation", recommendation)
                                .with("relation", "objective")
                                .with("target", target));
            }
            RecommendationSteps.adopt(
                    tx,
                    recommendation,
                    new Adopting(
                            version, Set.of("en"), DAY, meeting, "Geneva", "", Change.ADOPTION, "", "A. Officer", DAY));
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private RecommendationsInput read(Language language, boolean drafts) {
        return new RecommendationsFrom(
                        new Source(workspace, language, Clock.systemUTC()),
                        new SurveyStoreSqlite(workspace),
                        (key, args) -> key.startsWith("value.")
                                ? "Recommendations"
                                : DocumentSamples.words(language).text(key, args))
                .read(meeting, drafts);
    }

    private Recommendation adopted(Language language) {
        return read(language, false).recommendations().getFirst();
    }

    @Test
    void aVersionWrittenAfterwardsIsNotPrintedAsAdopted() {
        workspace.changes().run(STEP, tx -> {
            UUID next = RecommendationSteps.addVersion(tx, recommendation, "Rev. 1", DAY.plusDays(3));
            tx.set(VERSION, next, "body_en", "Share all data.");
        });
        Recommendation one = adopted(Language.EN);
        assertEquals("Share data.", one.text().text());
        assertEquals(State.UNALTERED, one.adopted().state());
        assertEquals(DAY, one.adopted().day());
        assertEquals("Geneva", one.adopted().place());
        // The same words as the screen and the lists.
        Row row = workspace.find(RECOMMENDATION, recommendation).orElseThrow();
        assertEquals(
                one.text().text(),
                Wordings.current(workspace, List.of(row)).get(recommendation).text("body", "en"));
        Recommendation draft = read(Language.EN, true).recommendations().getFirst();
        assertEquals("Share all data.", draft.text().text());
        assertEquals("Rev. 1", draft.version());
    }

    @Test
    void numbersArePrintedAsStatedAndInTheirOrder() {
        Recommendation one = adopted(Language.EN);
        assertEquals("2 bis", one.number());
        assertEquals(
                List.of("9", "10.7"),
                one.objectives().stream()
                        .map(RecommendationsInput.Objective::code)
                        .toList());
        String paper = new RecommendationsDocument(DocumentSamples.words(Language.EN))
                .build(read(Language.EN, false))
                .toString();
        assertTrue(paper.contains("2 bis") && paper.contains("10.7") && !paper.contains("107"));
    }

    @Test
    void aLanguageThatWasNotAdoptedIsATranslationAndSaysWhenItIsOlder() {
        assertTrue(adopted(Language.FR).translation());
        assertFalse(adopted(Language.EN).translation());
        assertEquals(List.of(), adopted(Language.FR).older());
        workspace.changes().run(STEP, tx -> {
            UUID next = RecommendationSteps.reopen(tx, recommendation, "Corr. 1", DAY.plusDays(3));
            tx.set(VERSION, next, "body_en", "Share the data.");
            RecommendationSteps.adopt(
                    tx,
                    recommendation,
                    new Adopting(
                            next,
                            Set.of("en"),
                            DAY.plusDays(4),
                            null,
                            "",
                            "",
                            Change.CORRIGENDUM,
                            "an article",
                            "A. Officer",
                            DAY.plusDays(4)));
        });
        Recommendation one = adopted(Language.FR);
        assertEquals(List.of("fr"), one.older());
        assertEquals(DAY, one.adopted().day());
        assertEquals(
                "an article", one.adopted().corrections().getFirst().reason().text());
        assertEquals("Share the data.", adopted(Language.EN).text().text());
    }

    @Test
    void twoAdoptionsThatDifferArePrintedAsThat() {
        workspace.changes().run(STEP, tx -> {
            String hash = org.rapporteur.core.recommendation.CanonicalText.hash(Map.of("en", "Share less."));
            tx.insert(
                    org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION,
                    Values.of("recommendation", recommendation)
                            .with("change", "adoption")
                            .with("version", version)
                            .with("day", "2017-08-11")
                            .with("body_en", "Share less.")
                            .with("hash", hash));
        });
        Recommendation one = adopted(Language.EN);
        assertEquals(State.CONTESTED, one.adopted().state());
        assertEquals(
                List.of("Share data.", "Share less."),
                one.adopted().others().stream()
                        .map(other -> other.text().text())
                        .sorted()
                        .toList());
    }
}
