package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.Edits;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window closes as the program's does: what was handed in or is being typed is written, in order, before the store closes. */
@ExtendWith(ApplicationExtension.class)
class ClosingTest {
    private static final int MANY = 40;

    @TempDir
    Path folder;

    private WindowFixture window;
    private UUID meeting;
    private UUID person;

    @Start
    void start(Stage stage) {
        window = new WindowFixture(stage, folder);
    }

    @Test
    void everythingHandedInIsWrittenInOrderAndSoIsWhatIsBeingTyped(FxRobot robot) throws InterruptedException {
        Path workspace = window.openWith(tx -> {
            meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7"));
            person = tx.insert(ParticipantKinds.PERSON, Values.of("family_name", "Diallo"));
        });
        Fx.run(() -> window.records().opener().open(ParticipantKinds.PERSON, person));
        TextInputControl name = Fx.query(robot, "#input-given_name");
        Fx.await("the person", () -> !name.isDisabled() && name.isEditable() && Fx.isShown(name));
        CountDownLatch slowDisk = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Fx.on(() -> {
            new Closing(window.kit.kit, window.desk, () -> {
                        window.close();
                        ended.countDown();
                    })
                    .watch(window.stage);
            Row row = window.workspace().find(MeetingKinds.MEETING, meeting).orElseThrow();
            Edits edits = window.records().edits();
            Edits.Line line = edits.line(() -> {});
            line.submit(() -> {
                try {
                    slowDisk.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            for (int i = 1; i <= MANY; i++) {
                int number = i;
                line.submit(() -> window.workspaceNow()
                        .changes()
                        .run(
                                Label.of("step.add", ""),
                                tx -> tx.insert(
                                        MeetingKinds.ROOM,
                                        Values.of("meeting", meeting).with("name", "Room " + number))));
                edits.setAlone(row, "notes", "note " + i);
            }
            name.setText("Aminata");
            Event.fireEvent(window.stage, new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
        assertTrue(Fx.on(window.stage::isShowing), "the window waits for what is not written yet");
        slowDisk.countDown();
        assertTrue(ended.await(60, TimeUnit.SECONDS), "the window closes");
        try (Workspace again = TestWorkspaces.open(workspace)) {
            assertEquals(
                    "note " + MANY,
                    again.find(MeetingKinds.MEETING, meeting).orElseThrow().text("notes"));
            assertEquals(
                    IntStream.rangeClosed(1, MANY).mapToObj(i -> "Room " + i).collect(Collectors.toSet()),
                    again.list(Query.of(MeetingKinds.ROOM)).stream()
                            .map(row -> row.text("name"))
                            .collect(Collectors.toSet()));
            List<String> notes = again.history().of(MeetingKinds.MEETING, meeting, 1000).stream()
                    .filter(entry -> "notes".equals(entry.column()))
                    .map(entry -> String.valueOf(entry.after()))
                    .toList()
                    .reversed();
            assertEquals(
                    IntStream.rangeClosed(1, MANY).mapToObj(i -> "note " + i).toList(), notes, "in order");
            assertEquals(
                    "Aminata",
                    again.find(ParticipantKinds.PERSON, person).orElseThrow().text("given_name"));
        }
    }

    @Test
    void aNameThatIsBeingTypedInTheOutlineIsWritten(FxRobot robot) throws InterruptedException {
        UUID[] item = new UUID[1];
        Path workspace = window.openWith(tx -> {
            meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7"));
            item[0] = tx.insert(
                    MeetingKinds.AGENDA_ITEM,
                    Values.of("meeting", meeting)
                            .with("title_en", "New item")
                            .with("position", OrderKeys.spread(1).getFirst()));
        });
        Fx.run(() -> window.records().opener().open(MeetingKinds.AGENDA_ITEM, item[0]));
        window.settle();
        ListView<?> outline = Fx.query(robot, "#outline-list");
        Fx.await("the item", () -> Fx.isShown(outline) && !outline.getItems().isEmpty());
        Fx.on(() -> {
            outline.requestFocus();
            outline.getSelectionModel().select(0);
            Event.fireEvent(
                    outline, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F2, false, false, false, false));
            return null;
        });
        window.settle();
        CountDownLatch ended = new CountDownLatch(1);
        Fx.on(() -> {
            new Closing(window.kit.kit, window.desk, () -> {
                        window.close();
                        ended.countDown();
                    })
                    .watch(window.stage);
            ((TextInputControl) window.focus()).setText("Panel on visas");
            Event.fireEvent(window.stage, new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
        assertTrue(ended.await(60, TimeUnit.SECONDS), "the window closes");
        try (Workspace again = TestWorkspaces.open(workspace)) {
            assertEquals(
                    "Panel on visas",
                    again.find(MeetingKinds.AGENDA_ITEM, item[0]).orElseThrow().text("title_en"));
        }
    }

    @Test
    void whatCannotBeStoredKeepsTheWindowOpenOnce(FxRobot robot) throws InterruptedException {
        window.openWith(tx -> meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7")));
        CountDownLatch ended = new CountDownLatch(1);
        Fx.run(() -> {
            new Closing(window.kit.kit, window.desk, () -> {
                        window.close();
                        ended.countDown();
                    })
                    .watch(window.stage);
            window.records().opener().open(MeetingKinds.MEETING, meeting);
        });
        window.settle();
        TextInputControl day = Fx.query(robot, "#input-starts_on");
        Fx.await("the meeting", () -> day.isEditable() && Fx.isShown(day));
        close(() -> {
            day.requestFocus();
            day.setText("32 March");
        });
        assertTrue(Fx.on(window.stage::isShowing), "the window stays open");
        assertEquals("32 March", Fx.on(day::getText));
        assertEquals(day, Fx.on(window::focus), "the keyboard is where something is wrong");
        Fx.await("word of it", () -> Fx.shows(robot, window.kit.i18n.now("shell.closing.unstored", "32 March")));
        assertEquals(1, ended.getCount());
        close(() -> {});
        assertTrue(ended.await(60, TimeUnit.SECONDS), "the second time it closes");
    }

    private void close(Runnable before) {
        Fx.on(() -> {
            before.run();
            Event.fireEvent(window.stage, new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }
}
