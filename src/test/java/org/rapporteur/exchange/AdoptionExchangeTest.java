package org.rapporteur.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.FirstAdoption;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.recommendation.Seal;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.search.Search;

/** Two officers who adopt, correct and settle without knowing of each other. */
class AdoptionExchangeTest {
    private static final Label STEP = Label.of("recommendation.step.adopt", "1");
    private static final LocalDate DAY = LocalDate.of(2017, 8, 11);

    @TempDir
    Path root;

    private Office a;
    private Office b;
    private int files;
    private UUID recommendation;
    private UUID first;
    private UUID second;

    @BeforeEach
    void open() {
        a = new Office(root, "A", 1);
        b = new Office(root, "B", 2);
        UUID meeting = a.addMeeting("M 1");
        a.workspace.changes().run(STEP, tx -> {
            recommendation = tx.insert(
                    RECOMMENDATION,
                    Values.of("meeting", meeting).with("number", "1").with("status", "draft"));
            first = tx.insert(
                    VERSION,
                    Values.of("recommendation", recommendation)
                            .with("label", "Rev. 1")
                            .with("position", "a")
                            .with("body_en", "Share data."));
            second = tx.insert(
                    VERSION,
                    Values.of("recommendation", recommendation)
                            .with("label", "Rev. 2")
                            .with("position", "b")
                            .with("body_en", "Share all data."));
        });
        exchange();
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    private void send(Office from, Office to) {
        Path file = root.resolve("p" + files++ + ".rcpx");
        from.sendAll(file);
        to.take(file);
    }

    private void exchange() {
        send(a, b);
        send(b, a);
    }

    private static Adoptions of(Office office, UUID id) {
        return Adoptions.of(
                office.workspace, office.workspace.find(RECOMMENDATION, id).orElseThrow());
    }

    private void adopt(Office office, UUID version, LocalDate day) {
        office.workspace
                .changes()
                .run(STEP, tx -> RecommendationSteps.adopt(tx, recommendation, FirstAdoption.of(version, day)));
    }

    private void same() {
        assertEquals(of(a, recommendation).acts(), of(b, recommendation).acts());
        assertEquals(of(a, recommendation).heads(), of(b, recommendation).heads());
        assertEquals(of(a, recommendation).seal(), of(b, recommendation).seal());
        assertEquals(of(a, recommendation).current(), of(b, recommendation).current());
    }

    @Test
    void twoWhoAdoptDifferentlyFaceADecisionAndNoMixture() {
        adopt(a, first, DAY);
        adopt(b, second, DAY.plusDays(1));
        exchange();
        same();
        assertTrue(of(a, recommendation).contested());
        assertEquals(Seal.CONTESTED, of(b, recommendation).seal());
        assertEquals(
                List.of("Share all data.", "Share data."),
                of(a, recommendation).heads().stream()
                        .map(act -> act.texts().get("en"))
                        .sorted()
                        .toList());
        for (Office office : List.of(a, b)) {
            List<Conflict> waiting = office.workspace.conflicts().list(0, 10);
            assertEquals(1, waiting.size(), waiting::toString);
            assertEquals(1, office.workspace.conflicts().count());
            assertTrue(waiting.getFirst().adoption());
            assertEquals(
                    List.of("A", "B"),
                    waiting.getFirst().sides().stream()
                            .map(Conflict.Side::author)
                            .sorted()
                            .toList());
            assertEquals(waiting, office.workspace.conflicts().of(RECOMMENDATION, recommendation));
        }
        assertEquals(Set.of(Wordings.Standing.CONTESTED), Set.copyOf(found(a).values()));
        assertEquals(found(a), found(b));
        AdoptionAct chosen = of(b, recommendation).heads().stream()
                .filter(act -> act.version().equals(second))
                .findFirst()
                .orElseThrow();
        b.workspace
                .changes()
                .run(STEP, tx -> Conflicts.choose(tx, RECOMMENDATION, recommendation, Conflict.ADOPTION, chosen.id()));
        exchange();
        same();
        assertEquals(
                0, a.workspace.conflicts().count() + b.workspace.conflicts().count());
        assertEquals(Seal.UNALTERED, of(a, recommendation).seal());
        assertEquals(
                DAY.plusDays(1), of(a, recommendation).first().orElseThrow().day());
        assertEquals(
                "Share all data.", of(a, recommendation).current().orElseThrow().text("body", "en"));
        assertEquals(Wordings.Standing.HOLDS, found(a).get(second));
        assertEquals(Wordings.Standing.EARLIER, found(a).get(first));
        assertEquals(found(a), found(b));
    }

    /** What a search for the words finds, and what each is beside the one that holds. */
    private static Map<UUID, Wordings.Standing> found(Office office) {
        return office.workspace.search().find("share", "en", Set.of("version"), 10, () -> false).hits().stream()
                .collect(Collectors.toMap(Search.Hit::id, Search.Hit::standing));
    }

    @Test
    void twoWhoSettleDifferentlyAreAskedAgain() {
        adopt(a, first, DAY);
        adopt(b, second, DAY);
        exchange();
        for (Office office : List.of(a, b)) {
            UUID wanted = office == a ? first : second;
            UUID act = of(office, recommendation).heads().stream()
                    .filter(one -> one.version().equals(wanted))
                    .findFirst()
                    .orElseThrow()
                    .id();
            office.workspace
                    .changes()
                    .run(STEP, tx -> RecommendationSteps.decide(tx, recommendation, act, "", office.name));
        }
        exchange();
        same();
        assertTrue(of(a, recommendation).contested());
    }

    @Test
    void twoWhoAdoptTheSameAgree() {
        adopt(a, first, DAY);
        adopt(b, first, DAY);
        exchange();
        same();
        assertFalse(of(a, recommendation).contested());
        assertEquals(Seal.UNALTERED, of(b, recommendation).seal());
    }

    @Test
    void aColleagueWhoEditsTheVersionMeanwhileChangesNotWhatWasAdopted() {
        adopt(a, first, DAY);
        b.workspace.changes().run(STEP, tx -> tx.set(VERSION, first, "body_en", "Share nothing."));
        b.workspace.changes().run(STEP, tx -> tx.set(RECOMMENDATION, recommendation, "status", "withdrawn"));
        exchange();
        for (Office office : List.of(a, b)) {
            Adoptions now = of(office, recommendation);
            assertEquals("adopted", now.status());
            assertEquals(Seal.ALTERED, now.seal());
            assertEquals("Share data.", now.current().orElseThrow().text("body", "en"));
        }
        a.workspace
                .changes()
                .run(
                        STEP,
                        tx -> RecommendationSteps.putBack(
                                tx, of(a, recommendation).inForce().orElseThrow()));
        exchange();
        same();
        assertEquals(Seal.UNALTERED, of(b, recommendation).seal());
    }

    private void translate(Office office, String text) {
        office.workspace
                .changes()
                .run(
                        STEP,
                        tx -> RecommendationSteps.translate(
                                tx,
                                recommendation,
                                new RecommendationSteps.Translating(
                                        "fr", text, DAY.plusDays(9), office.name, DAY.plusDays(9))));
    }

    @Test
    void twoWhoTranslateDifferentlyLeaveTheAdoptionAndAreBothShown() {
        adopt(a, first, DAY);
        exchange();
        translate(a, "Partager les données.");
        translate(b, "Échanger les données.");
        exchange();
        same();
        for (Office office : List.of(a, b)) {
            Adoptions now = of(office, recommendation);
            assertFalse(now.contested());
            assertEquals(List.of("fr"), now.translationsThatDiffer());
            assertTrue(now.translation("fr").isEmpty());
            assertEquals(
                    Seal.CONTESTED,
                    Adoptions.doubtful(office.workspace).values().iterator().next());
        }
        // The officer settles the field of the version, and adds the right one; it follows both.
        translate(b, "Mettre en commun les données.");
        exchange();
        same();
        assertEquals(List.of(), of(a, recommendation).translationsThatDiffer());
        assertEquals(
                "Mettre en commun les données.",
                of(a, recommendation).current().orElseThrow().text("body", "fr"));
        assertTrue(Adoptions.doubtful(a.workspace).isEmpty());
        assertEquals(0, a.workspace.conflicts().count());
    }

    @Test
    void aWordingOnWhichTwoOfficesDifferIsNotAdopted() {
        a.workspace.changes().run(STEP, tx -> tx.set(VERSION, first, "body_en", "Share some data."));
        b.workspace.changes().run(STEP, tx -> tx.set(VERSION, first, "body_en", "Share much data."));
        exchange();
        Problem refused = assertThrows(Problem.class, () -> adopt(a, first, DAY));
        assertEquals("REC-01", refused.code());
        a.workspace.changes().run(STEP, tx -> Conflicts.choose(tx, VERSION, first, "body_en", "Share some data."));
        adopt(a, first, DAY);
        exchange();
        same();
        assertEquals(Seal.UNALTERED, of(b, recommendation).seal());
    }
}
