package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;

class UndoTest {
    @TempDir
    Path folder;

    @Test
    void stepsAreNamedAndSurviveARestart() {
        UUID id;
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            id = workspace
                    .changes()
                    .write(
                            Label.of("step.add", "meeting"),
                            tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "A")));
            workspace
                    .changes()
                    .run(Label.of("step.rename", "A"), tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "B"));
        }
        try (Workspace workspace = TestWorkspaces.open(folder.resolve("w"))) {
            assertEquals(
                    Label.of("step.rename", "A"), workspace.undo().nextUndo().orElseThrow());
            workspace.undo().undo();
            assertEquals(
                    "A", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
            assertEquals(
                    Label.of("step.rename", "A"), workspace.undo().nextRedo().orElseThrow());
        }
        try (Workspace workspace = TestWorkspaces.open(folder.resolve("w"))) {
            workspace.undo().redo();
            assertEquals(
                    "B", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
            workspace.undo().undo();
            workspace.undo().undo();
            assertEquals(0, workspace.count(Query.of(MeetingKinds.MEETING)));
            assertTrue(workspace.undo().undo().isEmpty());
        }
    }

    @Test
    void typingOnInOneFieldIsOneStep() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID id = workspace
                    .changes()
                    .write(Label.of("add"), tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "A")));
            Label typing = Label.of("edit").merging(id + ".name_en");
            for (String text : List.of("AB", "ABC", "ABCD")) {
                workspace.changes().run(typing, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", text));
            }
            workspace
                    .changes()
                    .run(
                            Label.of("edit").merging(id + ".venue"),
                            tx -> tx.set(MeetingKinds.MEETING, id, "venue", "Hall"));
            workspace.undo().undo();
            workspace.undo().undo();
            Row row = workspace.find(MeetingKinds.MEETING, id).orElseThrow();
            assertEquals("A", row.text("name_en"));
            workspace.undo().redo();
            assertEquals(
                    "ABCD",
                    workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
        }
    }

    @Test
    void aNewStepEndsWhatCouldBeRedone() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID id = workspace
                    .changes()
                    .write(Label.of("add"), tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "A")));
            workspace.changes().run(Label.of("b"), tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "B"));
            workspace.undo().undo();
            workspace.changes().run(Label.of("c"), tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "C"));
            assertTrue(workspace.undo().nextRedo().isEmpty());
            workspace.undo().undo();
            assertEquals(
                    "A", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
        }
    }

    @Test
    void whatWasSetUpIsNotAStep() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID id = workspace
                    .changes()
                    .write(Label.of("add"), tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "A")));
            workspace.undoBeginsHere();
            assertTrue(workspace.undo().undo().isEmpty());
            workspace.changes().run(Label.of("b"), tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "B"));
            workspace.undo().undo();
            assertEquals(
                    "A", workspace.find(MeetingKinds.MEETING, id).orElseThrow().text("name_en"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 1986, 20171010, 42, 73195})
    void anyFortyStepsGoBackToTheStartAndForthToTheEnd(long seed) {
        Random random = new Random(seed);
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID meeting = workspace
                    .changes()
                    .write(Label.of("add"), tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "A")));
            List<Map<String, String>> states = new ArrayList<>();
            states.add(dump(workspace));
            for (int step = 0; step < 40; step++) {
                workspace.changes().run(Label.of("step" + step), tx -> {
                    int changes = 1 + random.nextInt(5);
                    for (int i = 0; i < changes; i++) {
                        change(tx, meeting, random);
                    }
                    // Every step changes something, so that steps and states match one to one.
                    tx.set(MeetingKinds.MEETING, meeting, "notes", "after " + random.nextLong());
                });
                states.add(dump(workspace));
            }
            for (int step = 40; step > 0; step--) {
                assertEquals(states.get(step), dump(workspace), "seed " + seed + ", before undo of step " + step);
                workspace.undo().undo();
            }
            assertEquals(states.getFirst(), dump(workspace), "seed " + seed);
            for (int step = 1; step <= 40; step++) {
                workspace.undo().redo();
                assertEquals(states.get(step), dump(workspace), "seed " + seed + ", after redo of step " + step);
            }
            for (int step = 39; step >= 0; step--) {
                workspace.undo().undo();
                assertEquals(states.get(step), dump(workspace), "seed " + seed + ", second undo to " + step);
            }
            assertTrue(workspace.check().isEmpty());
        }
    }

    private static void change(Transaction tx, UUID meeting, Random random) {
        List<Row> sessions = tx.list(Query.partsOf(MeetingKinds.SESSION, meeting));
        switch (random.nextInt(sessions.isEmpty() ? 1 : 4)) {
            case 0 ->
                tx.insert(
                        MeetingKinds.SESSION,
                        Values.of("meeting", meeting)
                                .with("title_en", "S" + random.nextInt(100))
                                .with("position", OrderKeys.between(null, null)));
            case 1 -> tx.delete(MeetingKinds.SESSION, pick(sessions, random).id());
            case 2 ->
                tx.set(
                        MeetingKinds.SESSION,
                        pick(sessions, random).id(),
                        "title_en",
                        random.nextInt(4) == 0 ? null : "T" + random.nextInt(100));
            default -> {
                List<Row> all =
                        tx.list(Query.partsOf(MeetingKinds.SESSION, meeting).withDeleted());
                tx.restore(MeetingKinds.SESSION, pick(all, random).id());
            }
        }
    }

    private static Row pick(List<Row> rows, Random random) {
        return rows.get(random.nextInt(rows.size()));
    }

    private static Map<String, String> dump(Workspace workspace) {
        Map<String, String> dump = new TreeMap<>();
        for (Kind kind : List.of(MeetingKinds.MEETING, MeetingKinds.SESSION)) {
            for (Row row : workspace.list(Query.of(kind))) {
                for (String column : kind.columns()) {
                    dump.put(row.id() + "." + column, row.text(column));
                }
            }
        }
        return dump;
    }
}
