package org.rapporteur.core.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.recommendation.AdoptionAct.Change;
import org.rapporteur.core.recommendation.AdoptionCheck.Obstacle;
import org.rapporteur.core.recommendation.AdoptionCheck.Type;
import org.rapporteur.core.recommendation.RecommendationSteps.Adopting;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** What was adopted stays what it was, whoever writes and however. */
class AdoptionTest {
    private static final LocalDate DAY = LocalDate.of(2017, 10, 11);
    private static final Label STEP = Label.of("recommendation.step.adopt", "1");

    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID recommendation;
    private UUID version;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        workspace.changes().run(Label.of("step.add", "x"), tx -> {
            recommendation = tx.insert(
                    RECOMMENDATION, Values.of("status", "in_negotiation").with("number", "2 bis"));
            version = tx.insert(
                    VERSION,
                    Values.of("recommendation", recommendation)
                            .with("label", "Zero draft")
                            .with("body_en", "Collect data.")
                            .with("body_ar", "جمع البيانات."));
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Row recommendation() {
        return workspace.find(RECOMMENDATION, recommendation).orElseThrow();
    }

    private Row version(UUID id) {
        return workspace.find(VERSION, id).orElseThrow();
    }

    private Adoptions adoptions() {
        return Adoptions.of(workspace, recommendation());
    }

    private void set(UUID of, String column, Object value) {
        workspace.changes().run(STEP, tx -> tx.set(VERSION, of, column, value));
    }

    private AdoptionAct adopt() {
        return workspace
                .changes()
                .write(STEP, tx -> RecommendationSteps.adopt(tx, recommendation, FirstAdoption.of(version, DAY)));
    }

    private Adopting follow(UUID of, Change change, LocalDate day, String reason) {
        return new Adopting(
                of, Set.copyOf(Field.LANGUAGES), day, null, "Geneva", "consensus", change, reason, "B. Officer", day);
    }

    private UUID again(String english) {
        return workspace.changes().write(STEP, tx -> {
            UUID next = RecommendationSteps.reopen(tx, recommendation, "Rev. 1", DAY.plusDays(1));
            tx.set(VERSION, next, "body_en", english);
            tx.set(VERSION, next, "body_ar", "جمع بيانات أكثر.");
            return next;
        });
    }

    private String english() {
        return adoptions().current().orElseThrow().text("body", "en");
    }

    private List<Type> obstacles(UUID of, LocalDate day) {
        return AdoptionCheck.obstacles(workspace, recommendation(), version(of), Field.LANGUAGES, day, DAY.plusYears(1))
                .stream()
                .map(Obstacle::type)
                .toList();
    }

    @Test
    void theRecordSaysWhatWhenAndInWhichLanguages() {
        AdoptionAct act = adopt();
        assertEquals("Zero draft", act.label());
        assertEquals(DAY, act.day());
        assertEquals(List.of("en", "ar"), act.languages());
        assertTrue(act.hash().matches("[0-9a-f]{64}"));
        assertTrue(act.intact());
        assertEquals(CanonicalText.hash(version(version).texts("body")), act.hash());
        assertEquals(Seal.UNALTERED, adoptions().seal());
        assertEquals("adopted", adoptions().status());
        assertEquals("adopted", recommendation().text("status"));
    }

    @Test
    void adoptingIsOneStepThatIsUndoneAndRedone() {
        adopt();
        assertEquals(STEP.key(), workspace.undo().nextUndo().orElseThrow().key());
        workspace.undo().undo();
        assertEquals(Seal.NONE, adoptions().seal());
        assertEquals("in_negotiation", recommendation().text("status"));
        workspace.undo().redo();
        assertEquals(Seal.UNALTERED, adoptions().seal());
        assertEquals("adopted", recommendation().text("status"));
    }

    /** Every column of an adopted version that the record holds, and every column of the record itself. */
    @Test
    void nothingThatIsOnRecordIsWrittenOver() {
        AdoptionAct act = adopt();
        for (String column : List.of("body_en", "body_ar", "label")) {
            assertEquals(
                    "REC-08",
                    assertThrows(Problem.class, () -> set(version, column, "Something else"))
                            .code());
            assertEquals(
                    "REC-08",
                    assertThrows(Problem.class, () -> set(version, column, null))
                            .code());
        }
        assertThrows(Problem.class, () -> workspace.changes().run(STEP, tx -> tx.delete(VERSION, version)));
        assertThrows(
                Problem.class, () -> workspace.changes().run(STEP, tx -> tx.delete(RECOMMENDATION, recommendation)));
        assertThrows(Problem.class, () -> workspace.changes().run(STEP, tx -> tx.delete(ADOPTION, act.id())));
        for (Field field : ADOPTION.fields()) {
            if (field.type() != FieldType.REF) {
                for (String column : field.columns()) {
                    assertThrows(
                            Problem.class,
                            () -> workspace.changes().run(STEP, tx -> tx.set(ADOPTION, act.id(), column, "x")),
                            column);
                }
            }
        }
        for (String status : RECOMMENDATION.field("status").values()) {
            if (!status.equals("adopted")) {
                assertEquals(
                        "REC-06",
                        assertThrows(
                                        Problem.class,
                                        () -> workspace
                                                .changes()
                                                .run(
                                                        STEP,
                                                        tx -> tx.set(RECOMMENDATION, recommendation, "status", status)))
                                .code());
            }
        }
        assertEquals(Seal.UNALTERED, adoptions().seal());
        // A language that was not adopted may still be translated; it is no part of the seal.
        set(version, "body_fr", "Collecter des données.");
        assertEquals(Seal.UNALTERED, adoptions().seal());
    }

    @Test
    void aStatusDoesNotAdopt() {
        assertEquals(
                "REC-06",
                assertThrows(
                                Problem.class,
                                () -> workspace
                                        .changes()
                                        .run(STEP, tx -> tx.set(RECOMMENDATION, recommendation, "status", "adopted")))
                        .code());
    }

    @Test
    void undoDoesNotReachBehindAnAdoption() {
        set(version, "body_ar", "جمع بيانات أكثر.");
        adopt();
        workspace.undo().undo();
        workspace.undo().undo();
        assertEquals("جمع البيانات.", version(version).text("body", "ar"));
        workspace.undo().redo();
        workspace.undo().redo();
        assertEquals("جمع بيانات أكثر.", version(version).text("body", "ar"));
        assertEquals(Seal.UNALTERED, adoptions().seal());
    }

    @Test
    void aLaterVersionHoldsOnlyOnceItIsRecordedWithAReason() {
        adopt();
        UUID next = again("Collect more data.");
        assertEquals("Collect data.", english());
        assertEquals(List.of(next), adoptions().after().stream().map(Row::id).toList());
        assertEquals("adopted", adoptions().status());
        assertFalse(Wordings.writable(adoptions(), version(version)));
        assertTrue(Wordings.writable(adoptions(), version(next)));
        assertEquals(
                "REC-04",
                assertThrows(
                                Problem.class,
                                () -> workspace
                                        .changes()
                                        .run(
                                                STEP,
                                                tx -> RecommendationSteps.adopt(
                                                        tx, recommendation, FirstAdoption.of(next, DAY.plusDays(2)))))
                        .code());
        assertEquals(
                "REC-03",
                assertThrows(
                                Problem.class,
                                () -> workspace
                                        .changes()
                                        .run(
                                                STEP,
                                                tx -> RecommendationSteps.adopt(
                                                        tx,
                                                        recommendation,
                                                        follow(next, Change.CORRIGENDUM, DAY.plusDays(2), " "))))
                        .code());
        workspace
                .changes()
                .run(
                        STEP,
                        tx -> RecommendationSteps.adopt(
                                tx, recommendation, follow(next, Change.CORRIGENDUM, DAY.plusDays(2), "a word")));
        Adoptions now = adoptions();
        assertEquals("Collect more data.", english());
        assertEquals(DAY, now.first().orElseThrow().day());
        assertEquals("a word", now.corrections().getFirst().reason());
        assertEquals(Seal.UNALTERED, now.seal());
        assertTrue(now.after().isEmpty());
        workspace.undo().undo();
        assertEquals("Collect data.", english());
    }

    @Test
    void anAdoptionIsTakenBackWithAReasonAndStaysOnRecord() {
        adopt();
        assertThrows(
                Problem.class,
                () -> workspace
                        .changes()
                        .run(STEP, tx -> RecommendationSteps.revoke(tx, recommendation, DAY, " ", "A")));
        workspace.changes().run(STEP, tx -> RecommendationSteps.revoke(tx, recommendation, DAY, "another text", "A"));
        assertEquals(Seal.NONE, adoptions().seal());
        assertEquals("in_negotiation", adoptions().status());
        assertEquals(2, adoptions().acts().size());
        adopt();
        assertEquals(Seal.UNALTERED, adoptions().seal());
        assertEquals(3, adoptions().acts().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To be worded. The replies meet on this.",
                "[to be completed]",
                "TBD",
                "...",
                "xxxx",
                "À rédiger. Les réponses convergent.",
                "Texto por redactar.",
                "للصياغة.",
                "有待拟定案文。",
                "Формулировка подлежит подготовке."
            })
    void whatStandsForATextIsNone(String text) {
        set(version, "body_en", text);
        assertTrue(obstacles(version, DAY).contains(Type.UNWORDED));
        assertEquals("REC-01", assertThrows(Problem.class, this::adopt).code());
        assertEquals(Optional.empty(), adoptions().inForce());
    }

    @Test
    void anUntouchedDraftOfTheProgramIsNoText() {
        set(version, "unworded", "en ar");
        assertEquals(List.of(Type.UNWORDED), obstacles(version, DAY));
        set(version, "body_en", "Collect data, soon.");
        set(version, "body_ar", "جمع البيانات قريبا.");
        assertEquals(List.of(), obstacles(version, DAY));
        workspace.undo().undo();
        assertEquals("ar", version(version).text("unworded"));
    }

    @Test
    void whatStandsAgainstItIsNamed() {
        assertEquals(List.of(), obstacles(version, DAY));
        assertEquals(List.of(Type.NO_DAY), obstacles(version, null));
        assertEquals(List.of(Type.FUTURE), obstacles(version, DAY.plusYears(2)));
        set(version, "made_on", "2026-11-30");
        assertEquals(List.of(Type.MADE_LATER), obstacles(version, DAY));
        set(version, "made_on", null);
        set(version, "body_ar", "جمع [البيانات].");
        assertEquals(List.of(Type.BRACKETS), obstacles(version, DAY));
        set(version, "body_ar", "جمع البيانات.");
        workspace.changes().run(STEP, tx -> tx.set(RECOMMENDATION, recommendation, "number", null));
        assertEquals(List.of(Type.NO_NUMBER), obstacles(version, DAY));
        assertEquals("REC-03", assertThrows(Problem.class, this::adopt).code());
        workspace.changes().run(STEP, tx -> {
            tx.set(VERSION, version, "body_en", null);
            tx.set(VERSION, version, "body_ar", null);
        });
        assertTrue(obstacles(version, DAY).contains(Type.BLANK));
        assertEquals("REC-01", assertThrows(Problem.class, this::adopt).code());
    }

    @Test
    void aLanguageRemembersFromWhichOriginalItWasMade() {
        assertEquals(List.of(), LanguageVersions.older(version(version), List.of()));
        set(version, "body_en", "Collect more data.");
        assertEquals(
                "ar",
                LanguageVersions.older(version(version), List.of()).getFirst().language());
        assertEquals(List.of(Type.OLDER), obstacles(version, DAY));
        set(version, "body_ar", "جمع بيانات أكثر.");
        assertEquals(List.of(), LanguageVersions.older(version(version), List.of()));
        UUID next = workspace
                .changes()
                .write(STEP, tx -> RecommendationSteps.addVersion(tx, recommendation, "Rev. 1", DAY));
        set(next, "body_en", "Collect all data.");
        List<Row> versions = Wordings.of(workspace, recommendation);
        LanguageVersions.Older older =
                LanguageVersions.older(version(next), versions).getFirst();
        assertEquals(version, older.madeFrom().orElseThrow().id());
        workspace.changes().run(STEP, tx -> RecommendationSteps.upToDate(tx, next, "ar"));
        assertEquals(List.of(), LanguageVersions.older(version(next), versions));
        workspace.undo().undo();
        assertEquals(1, LanguageVersions.older(version(next), versions).size());
    }

    @Test
    void whatAnEarlierProgramRecordedIsRead() {
        // A colleague with an earlier program still writes status, day, seal and version into the recommendation.
        UUID other = workspace.changes().write(STEP, tx -> {
            UUID id = tx.insert(
                    RECOMMENDATION,
                    Values.of("status", "adopted")
                            .with("adopted_on", DAY)
                            .with("frozen_version", version)
                            .with(
                                    "frozen_hash",
                                    CanonicalText.hash(version(version).texts("body"))));
            UUID of = tx.insert(
                    VERSION,
                    Values.of("recommendation", id).with("label", "Final").with("body_en", "Share."));
            tx.set(RECOMMENDATION, id, "frozen_version", of);
            tx.set(RECOMMENDATION, id, "frozen_hash", CanonicalText.hash(java.util.Map.of("en", "Share.")));
            return id;
        });
        Adoptions adoptions =
                Adoptions.of(workspace, workspace.find(RECOMMENDATION, other).orElseThrow());
        assertEquals(Seal.UNALTERED, adoptions.seal());
        assertEquals(DAY, adoptions.inForce().orElseThrow().day());
        UUID of = adoptions.inForce().orElseThrow().version();
        assertThrows(Problem.class, () -> set(of, "body_en", "Share more."));
        assertEquals(0, workspace.count(Query.of(ADOPTION)));
    }

    private AdoptionAct translate(String language, String text, LocalDate day) {
        return workspace
                .changes()
                .write(
                        STEP,
                        tx -> RecommendationSteps.translate(
                                tx,
                                recommendation,
                                new RecommendationSteps.Translating(
                                        language, text, day, "T. Translator", DAY.plusYears(1))));
    }

    @Test
    void aTranslationIsAddedLaterAndLeavesTheSealAsItIs() {
        assertEquals(
                "REC-04",
                assertThrows(Problem.class, () -> translate("fr", "Recueillir.", DAY))
                        .code());
        AdoptionAct sealed = adopt();
        assertEquals(
                "REC-04",
                assertThrows(Problem.class, () -> translate("ar", "نص", DAY)).code());
        assertEquals(
                "REC-01",
                assertThrows(Problem.class, () -> translate("fr", " ", DAY)).code());
        assertEquals(
                "REC-01",
                assertThrows(Problem.class, () -> translate("fr", "Recueillir.", DAY.minusDays(1)))
                        .code());
        translate("fr", "Recueillir des données.", DAY.plusDays(30));
        Adoptions now = adoptions();
        assertEquals(sealed, now.inForce().orElseThrow());
        assertEquals(Seal.UNALTERED, now.seal());
        assertEquals(DAY, now.first().orElseThrow().day());
        assertEquals(List.of(), now.corrections());
        assertEquals("Recueillir des données.", now.current().orElseThrow().text("body", "fr"));
        assertEquals(DAY.plusDays(30), now.translation("fr").orElseThrow().day());
        assertEquals("Recueillir des données.", version(version).text("body", "fr"));
        assertEquals(
                "REC-08",
                assertThrows(Problem.class, () -> set(version, "body_fr", "Rien."))
                        .code());
        // A better translation follows the first; of an earlier text none is left when that is corrected.
        translate("fr", "Collecter des données.", DAY.plusDays(40));
        assertEquals(1, adoptions().translations().size());
        assertEquals(
                "Collecter des données.", adoptions().current().orElseThrow().text("body", "fr"));
        UUID next = again("Collect more data.");
        workspace
                .changes()
                .run(
                        STEP,
                        tx -> RecommendationSteps.adopt(
                                tx,
                                recommendation,
                                new Adopting(
                                        next,
                                        Set.of("en", "ar"),
                                        DAY.plusDays(50),
                                        null,
                                        "",
                                        "",
                                        Change.REVISION,
                                        "more",
                                        "B",
                                        DAY.plusDays(50))));
        assertEquals(List.of(), adoptions().translations());
        assertEquals(Seal.UNALTERED, adoptions().seal());
        assertEquals(1, adoptions().corrections().size());
        assertTrue(Adoptions.doubtful(workspace).isEmpty());
    }

    @Test
    void theNumberIsOnRecordUnderTheSeal() {
        AdoptionAct act = adopt();
        assertEquals("2 bis", act.number());
        assertEquals(Optional.empty(), adoptions().otherNumber());
        workspace.changes().run(STEP, tx -> tx.set(RECOMMENDATION, recommendation, "number", "7"));
        assertEquals(Optional.of("2 bis"), adoptions().otherNumber());
        assertEquals(Seal.UNALTERED, adoptions().seal());
        AdoptionAct forged =
                AdoptionAct.of(workspace.find(ADOPTION, act.id()).orElseThrow().with("number", "7"));
        assertFalse(forged.intact());
        // Records of before have no number, and their seal is still theirs.
        AdoptionAct old = new AdoptionAct(
                act.id(),
                act.change(),
                act.version(),
                act.label(),
                act.day(),
                act.meeting(),
                act.place(),
                act.mode(),
                act.texts(),
                act.original(),
                act.hash(),
                "",
                act.replaces(),
                act.reason(),
                act.by(),
                "");
        assertTrue(old.as(act.id()).intact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The text is to be drafted.",
                "Text of this paragraph to be completed",
                "Le texte reste à rédiger.",
                "El texto está pendiente.",
                "النص قيد الصياغة",
                "案文待拟",
                "Текст будет представлен позднее"
            })
    void aShortTextThatOnlyAnnouncesOneIsNone(String text) {
        set(version, "body_en", text);
        assertTrue(obstacles(version, DAY).contains(Type.UNWORDED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "States are to be invited to share data on a regular basis, within limits to be determined by each of them.",
                "为等待定居的人提供服务。",
                "Aider les États à déterminer les besoins.",
                "Reducir los casos pendientes."
            })
    void whatIsToBeDoneIsNoTextToCome(String text) {
        set(version, "body_ar", null);
        set(version, "body_en", text);
        assertEquals(List.of(), obstacles(version, DAY));
    }

    @Test
    void wordsThatAnnounceATextWithinALongOneNeedAReason() {
        set(version, "body_ar", null);
        set(
                version,
                "body_en",
                "States agree to share data. The wording of the second sentence of this recommendation is to be confirmed"
                        + " by the secretariat.");
        assertEquals(List.of(Type.PLACEHOLDER), obstacles(version, DAY));
        assertEquals("REC-03", assertThrows(Problem.class, this::adopt).code());
    }

    @Test
    void whatIsFoundSaysWhetherItHolds() {
        UUID earlier = version;
        UUID later = workspace.changes().write(STEP, tx -> {
            UUID next = RecommendationSteps.addVersion(tx, recommendation, "Rev. 1", null);
            tx.set(VERSION, next, "body_en", "Collect better data.");
            return next;
        });
        assertEquals(Wordings.Standing.EARLIER, standing(earlier));
        assertEquals(Wordings.Standing.HOLDS, standing(later));
        adopt();
        assertEquals(Wordings.Standing.HOLDS, standing(earlier));
        assertEquals(Wordings.Standing.PROPOSED, standing(later));
        assertEquals(
                Wordings.Standing.PROPOSED,
                workspace
                        .search()
                        .find("better", "en", Set.of(), 10, () -> false)
                        .hits()
                        .getFirst()
                        .standing());
    }

    private Wordings.Standing standing(UUID id) {
        return Wordings.standing(workspace, version(id));
    }
}
