package org.rapporteur.core.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class RecommendationStepsTest {
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
            recommendation = tx.insert(RECOMMENDATION, Values.of("status", "in_negotiation"));
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

    @Test
    void canonicalTextKeepsLanguagesApartAndForgetsLineEnds() {
        String before = CanonicalText.hash(
                workspace.find(VERSION, version).orElseThrow().texts("body"));
        UUID other = workspace.changes().write(STEP, tx -> {
            UUID id = tx.insert(
                    VERSION, Values.of("body_en", " Collect data.\r\n").with("body_ar", "جمع البيانات."));
            return id;
        });
        assertEquals(
                before,
                CanonicalText.hash(workspace.find(VERSION, other).orElseThrow().texts("body")));
        UUID swapped = workspace
                .changes()
                .write(
                        STEP,
                        tx -> tx.insert(
                                VERSION, Values.of("body_fr", "Collect data.").with("body_ar", "جمع البيانات.")));
        assertNotEquals(
                before,
                CanonicalText.hash(
                        workspace.find(VERSION, swapped).orElseThrow().texts("body")));
    }

    @Test
    void versionsAreCalledInTheUsualOrder() {
        List<String> zero = List.of("Zero draft", "Avant-projet");
        assertEquals(
                "recommendation.version.zero",
                Wordings.nextLabel(List.of(), zero).key());
        assertEquals(
                "recommendation.version.plus",
                Wordings.nextLabel(List.of("avant-projet"), zero).key());
        assertEquals(
                "recommendation.version.rev",
                Wordings.nextLabel(List.of("Zero draft", "Zero draft plus"), zero)
                        .key());
        assertEquals(
                List.of("Rev. ", "10"),
                Wordings.nextLabel(List.of("Rev. 9"), zero).args());
    }

    @Test
    void linksOnceAndMovesWithinTheMeeting() {
        UUID[] ids = new UUID[3];
        UUID meeting = workspace.changes().write(STEP, tx -> {
            UUID m = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "M"));
            for (int i = 0; i < ids.length; i++) {
                ids[i] = RecommendationSteps.add(tx, m, Map.of("en", "Group " + i % 2));
            }
            return m;
        });
        assertEquals(List.of("1", "2", "3"), numbers(meeting));
        workspace.changes().run(STEP, tx -> RecommendationSteps.move(tx, ids[2], ids[0]));
        assertEquals(List.of("3", "1", "2"), numbers(meeting));
        workspace.changes().run(STEP, tx -> RecommendationSteps.move(tx, ids[2], null));
        assertEquals(List.of("1", "2", "3"), numbers(meeting));
        // After a merge two may stand at the same place; a move between them must still take effect.
        workspace
                .changes()
                .run(
                        STEP,
                        tx -> tx.set(
                                RECOMMENDATION,
                                ids[1],
                                "position",
                                tx.find(RECOMMENDATION, ids[0]).orElseThrow().text("position")));
        List<Row> tied = workspace.list(Query.partsOf(RECOMMENDATION, meeting));
        workspace
                .changes()
                .run(
                        STEP,
                        tx -> RecommendationSteps.move(tx, ids[2], tied.get(1).id()));
        assertEquals("3", numbers(meeting).get(1));

        UUID theme = UUID.fromString("0190a000-0000-7000-8000-000000000001");
        workspace.changes().run(STEP, tx -> {
            UUID first = RecommendationSteps.link(tx, recommendation, "theme", theme);
            assertEquals(first, RecommendationSteps.link(tx, recommendation, "theme", theme));
        });
        assertEquals(1, workspace.count(Query.partsOf(EVIDENCE, recommendation)));
    }

    private List<String> numbers(UUID meeting) {
        return workspace.list(Query.partsOf(RECOMMENDATION, meeting)).stream()
                .map(row -> row.text("number"))
                .toList();
    }
}
