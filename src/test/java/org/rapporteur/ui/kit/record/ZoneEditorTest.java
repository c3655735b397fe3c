package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.storage.OldWorkspaces;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Uuids;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.Fx;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A time zone is chosen, never typed; in a workspace of before, where it was typed, the words are kept until then. */
@ExtendWith(ApplicationExtension.class)
class ZoneEditorTest {
    private static final UUID OLD = UUID.fromString("0190a000-0000-7000-8000-0000000000a1");

    @TempDir
    Path folder;

    private TestKit kit;
    private RecordForm form;
    private UUID meeting;

    @Start
    void start(Stage stage) throws Exception {
        kit = new TestKit(folder, TestWorkspaces.open(old()));
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.sample"),
                        tx -> meeting = tx.insert(
                                MeetingKinds.MEETING,
                                Values.of("name_en", "New").with("starts_on", "2017-07-10")));
        form = new RecordForm(kit.records(), MeetingKinds.MEETING)
                .zones((records, row) ->
                        new ZoneHints(List.of("Europe/Zurich"), java.time.Instant.parse("2017-07-10T12:00:00Z")))
                .fields("name", "timezone", "notes");
        stage.setScene(kit.kit().scenes().main(form, 700, 500));
        stage.show();
        form.show(meeting);
    }

    /** A workspace of the first version with a meeting whose zone somebody typed. */
    private Path old() throws Exception {
        Path path = folder.resolve("old");
        OldWorkspaces.first(path, 1);
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + path.resolve(Workspace.DATABASE));
                PreparedStatement row =
                        c.prepareStatement("INSERT INTO meeting (id, scope, site, seq, name_en, timezone)"
                                + " VALUES (?, ?, 1, 1, 'Of before', 'Geneva time')")) {
            row.setBytes(1, Uuids.bytes(OLD));
            row.setBytes(2, Uuids.bytes(OLD));
            row.executeUpdate();
        }
        return path;
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private String stored(UUID of) {
        return kit.workspace().find(MeetingKinds.MEETING, of).orElseThrow().text("timezone");
    }

    private TextField field(FxRobot robot) {
        // By then the list is read.
        Fx.query(robot, "the proposal", node -> "zone-Europe/Zurich".equals(node.getId()));
        return Fx.query(robot, "#input-timezone");
    }

    private String note() {
        return form.lookupAll(".field-editor").stream()
                .map(FieldEditor.class::cast)
                .filter(editor -> editor.field().name().equals("timezone"))
                .findFirst()
                .orElseThrow()
                .noteText();
    }

    @Test
    void aZoneIsFoundByItsCityAndChosenWithTheKeyboard(FxRobot robot) {
        TextField zone = field(robot);
        Fx.clickInto(robot, zone).write("kathm");
        assertEquals("", stored(meeting), "typing only searches");
        robot.push(KeyCode.ENTER);
        Fx.await("the zone", () -> stored(meeting).equals("Asia/Kathmandu"));
        Fx.await(
                "its words",
                () -> zone.getText().contains("Nepal") && zone.getText().contains("UTC+05:45"));
        kit.workspace().undo().undo();
        Fx.awaitEquals("", zone::getText);
    }

    @Test
    void thePlaceProposesAZoneThatOneClickTakes(FxRobot robot) {
        TextField zone = field(robot);
        Fx.click(robot, Fx.query(robot, "the proposal", node -> "zone-Europe/Zurich".equals(node.getId())));
        Fx.await("the zone", () -> stored(meeting).equals("Europe/Zurich"));
        Fx.await("its words", () -> zone.getText().contains("UTC+02:00"));
    }

    @Test
    void whatWasTypedAndNotChosenStaysWithWhatToDo(FxRobot robot) {
        TextField zone = field(robot);
        Fx.clickInto(robot, zone).write("our time");
        robot.push(KeyCode.TAB);
        Fx.await("what to do", () -> note().contains("our time"));
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.MEETING, meeting, "notes", "Elsewhere"));
        Fx.await("the change", () -> Fx.shows(robot, "Elsewhere"));
        Fx.awaitEquals("our time", zone::getText);
        assertTrue(Fx.on(this::note).contains("our time"));
        assertEquals("", stored(meeting));
        robot.interact(() -> form.show(OLD));
        Fx.await("the other", () -> zone.getText().equals("Geneva time"));
        robot.interact(() -> form.show(meeting));
        Fx.await("the words again", () -> zone.getText().equals("our time") && note().contains("our time"));
        robot.interact(zone::requestFocus);
        robot.push(KeyCode.ESCAPE);
        Fx.awaitEquals("", zone::getText);
        Fx.awaitEquals("", this::note);
    }

    @Test
    void aZoneTypedInAVersionOfBeforeIsKeptAndToBeChosen(FxRobot robot) {
        TextField zone = field(robot);
        robot.interact(() -> form.show(OLD));
        Fx.await("the words of before", () -> zone.getText().equals("Geneva time"));
        Fx.await("said", () -> note().contains("Geneva time"));
        // To go through the field is no choice.
        Fx.clickInto(robot, zone);
        robot.push(KeyCode.ESCAPE).push(KeyCode.TAB);
        Fx.awaitEquals("Geneva time", zone::getText);
        Fx.await("still said", () -> note().contains("Geneva time"));
        assertEquals("Geneva time", stored(OLD));
        robot.interact(() -> kit.messages().language(Language.AR));
        Fx.await("said in Arabic", () -> note().contains("Geneva time") && note().contains("\u0645"));
        Fx.click(robot, Fx.query(robot, "the proposal", node -> "zone-Europe/Zurich".equals(node.getId())));
        Fx.await("chosen", () -> stored(OLD).equals("Europe/Zurich"));
        Fx.awaitEquals("", this::note);
    }
}
