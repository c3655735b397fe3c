package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.UUID;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.Fx;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RecordFormTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private RecordForm form;
    private ScrollPane scroll;
    private UUID meeting;
    private UUID other;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), tx -> {
            tx.insert(PartyKinds.PARTY, Values.of("name_en", "Puebla Process").with("category", "iscm"));
            meeting = tx.insert(
                    MeetingKinds.MEETING,
                    Values.of("name_en", "GRCP 7").with("theme_en", "Old theme").with("starts_on", "2017-10-10"));
            other = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 8"));
        });
        form = new RecordForm(kit.records(), MeetingKinds.MEETING)
                .fields("name", "theme", "level", "starts_on", "iscm", "notes");
        scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        stage.setScene(kit.kit().scenes().main(scroll, 700, 900));
        stage.show();
        form.show(meeting);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private Row stored() {
        return kit.workspace().find(MeetingKinds.MEETING, meeting).orElseThrow();
    }

    private TextInputControl input(FxRobot robot, String column) {
        Fx.await(column, () -> Fx.has(robot, "#input-" + column) && form.row().get() != null);
        return Fx.query(robot, "#input-" + column);
    }

    private String note(String field) {
        return form.lookupAll(".field-editor").stream()
                .map(FieldEditor.class::cast)
                .filter(editor -> editor.field().name().equals(field))
                .findFirst()
                .orElseThrow()
                .noteText();
    }

    @Test
    void typingIsSavedWhenItPausesAndIsOneStepOfUndo(FxRobot robot) {
        TextInputControl theme = input(robot, "theme_en");
        Fx.await("the text", () -> theme.getText().equals("Old theme"));
        Fx.clickInto(robot, theme).push(KeyCode.END).write(" and");
        Fx.await("the first save", () -> stored().text("theme_en").equals("Old theme and"));
        robot.write(" new");
        Fx.await("the second save", () -> stored().text("theme_en").equals("Old theme and new"));
        Label label = kit.workspace().undo().nextUndo().orElseThrow();
        assertEquals("change Theme of GRCP 7", kit.messages().text(label.message()));
        kit.workspace().undo().undo();
        Fx.await("the undone text", () -> theme.getText().equals("Old theme"));
        assertTrue(Fx.on(theme::isFocused));
        Fx.awaitEquals("Old theme".length(), theme::getCaretPosition);
    }

    @Test
    void aFieldEmptiedAfterAnErrorHasNoError(FxRobot robot) {
        TextInputControl starts = input(robot, "starts_on");
        Fx.run(() -> form.show(other));
        Fx.await("the record without a date", () -> starts.getText().isEmpty());
        Fx.clickInto(robot, starts);
        robot.interact(() -> starts.setText("3 Feb 2"));
        robot.push(KeyCode.ENTER);
        Fx.await("the words", () -> note("starts_on").contains("3 Feb 2"));
        robot.interact(starts::clear);
        Fx.awaitEquals("", () -> note("starts_on"));
    }

    @Test
    void theListOfAChoiceThatAKeyOpenedStaysOpenWhenTheKeyIsLetGo(FxRobot robot) {
        Fx.await("the choice", () -> Fx.has(robot, "#input-level") && form.row().get() != null);
        javafx.scene.control.ComboBox<?> level = Fx.query(robot, "#input-level");
        robot.interact(level::requestFocus);
        robot.press(KeyCode.F4);
        robot.interact(() -> form.lookupAll(".field-editor").stream()
                .map(FieldEditor.class::cast)
                .filter(editor -> editor.field().name().equals("level"))
                .forEach(FieldEditor::pick));
        Fx.await("the list", level::isShowing);
        robot.release(KeyCode.F4);
        assertTrue(Fx.on(level::isShowing));
    }

    @Test
    void aChangeElsewhereShowsWithoutMovingTheCaretAndKeepsWhatIsBeingTyped(FxRobot robot) {
        TextInputControl theme = input(robot, "theme_en");
        Fx.await("the text", () -> theme.getText().equals("Old theme"));
        Fx.clickInto(robot, theme);
        robot.interact(() -> theme.positionCaret(3));
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.edit"),
                        tx -> tx.set(MeetingKinds.MEETING, meeting, "theme_en", "Old theme of the meeting"));
        Fx.await("the new text", () -> theme.getText().equals("Old theme of the meeting"));
        Fx.awaitEquals(3, theme::getCaretPosition);
        // In one go, so that the pause after typing cannot be over before the change comes.
        robot.interact(() -> {
            theme.setText("Typed, not saved");
            kit.workspace().changes().run(Label.of("step.edit"), tx -> {
                tx.set(MeetingKinds.MEETING, meeting, "theme_en", "From elsewhere");
                tx.set(MeetingKinds.MEETING, meeting, "level", "expert");
            });
        });
        ComboBox<?> level = Fx.query(robot, "#input-level");
        Fx.await("the other field", () -> "expert".equals(level.getValue()));
        assertEquals("Typed, not saved", Fx.on(theme::getText));
    }

    @Test
    void aDayThatDoesNotExistIsSaidBesideTheFieldAndNothingIsLost(FxRobot robot) {
        TextInputControl starts = input(robot, "starts_on");
        Fx.await("the date", () -> starts.getText().equals("10 Oct 2017"));
        Fx.clickInto(robot, starts)
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("31/02")
                .push(KeyCode.ENTER);
        Fx.await("the words", () -> note("starts_on").contains("31/02"));
        assertEquals("31/02", Fx.on(starts::getText));
        assertEquals("2017-10-10", stored().text("starts_on"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("11.10.17").push(KeyCode.ENTER);
        Fx.await("the save", () -> stored().text("starts_on").equals("2017-10-11"));
        Fx.awaitEquals("11 Oct 2017", starts::getText);
        Fx.awaitEquals("", () -> note("starts_on"));
    }

    @Test
    void aReferenceIsFoundByTypingAndMadeWhereThereIsNone(FxRobot robot) {
        RefPicker iscm = (RefPicker) input(robot, "iscm");
        Fx.clickInto(robot, iscm).write("pueb");
        Fx.await("the match", () -> iscm.matches().equals(java.util.List.of("Puebla Process", "pueb")));
        robot.push(KeyCode.ENTER);
        Fx.await("the save", () -> stored().ref("iscm") != null);
        Fx.await("the title", () -> iscm.getText().equals("Puebla Process"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("Rabat Process");
        Fx.await("the offer", () -> iscm.matches().equals(java.util.List.of("Rabat Process")));
        robot.push(KeyCode.ENTER);
        assertEquals(1, kit.workspace().count(Query.of(PartyKinds.PARTY)), "Enter alone makes nothing");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        Fx.await(
                "the question",
                () -> iscm.matches().size()
                        == PartyKinds.PARTY.field("category").values().size());
        robot.push(KeyCode.ENTER);
        assertEquals(1, kit.workspace().count(Query.of(PartyKinds.PARTY)), "nothing is chosen by itself");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        Fx.await("a new party", () -> kit.workspace().count(Query.of(PartyKinds.PARTY)) == 2);
        Fx.await("the title", () -> iscm.getText().equals("Rabat Process"));
        assertEquals(
                "Rabat Process",
                kit.workspace()
                        .find(PartyKinds.PARTY, stored().ref("iscm"))
                        .orElseThrow()
                        .text("name_en"));
        assertEquals(
                "iscm",
                kit.workspace()
                        .find(PartyKinds.PARTY, stored().ref("iscm"))
                        .orElseThrow()
                        .text("category"));
    }

    @Test
    void wordsThatWereNotChosenStayUntilSomebodyChoosesOrPressesEscape(FxRobot robot) {
        RefPicker iscm = (RefPicker) input(robot, "iscm");
        Object before = kit.workspace().undo().nextUndo();
        Fx.clickInto(robot, iscm).write("Budapest Pr");
        Fx.await("the offer", () -> iscm.matches().equals(java.util.List.of("Budapest Pr")));
        robot.push(KeyCode.ENTER);
        Fx.await("what to do", () -> note("iscm").contains("Budapest Pr"));
        TextInputControl notes = Fx.query(robot, "#input-notes");
        robot.interact(notes::requestFocus);
        Fx.awaitEquals("Budapest Pr", iscm::getText);
        // Another change of the record comes in between.
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.MEETING, meeting, "level", "expert"));
        ComboBox<?> level = Fx.query(robot, "#input-level");
        Fx.await("the change", () -> "expert".equals(level.getValue()));
        Fx.awaitEquals("Budapest Pr", iscm::getText);
        Fx.await("still said", () -> note("iscm").contains("Budapest Pr"));
        robot.interact(() -> form.show(other));
        Fx.await("the other record", () -> iscm.getText().isEmpty());
        Fx.awaitEquals("", () -> note("iscm"));
        assertTrue(kit.notices().getLast().text().getValue().contains("Budapest Pr"), "said when it is left");
        robot.interact(() -> form.show(meeting));
        Fx.await("the words again", () -> iscm.getText().equals("Budapest Pr"));
        Fx.await("with what is wrong", () -> note("iscm").contains("Budapest Pr"));
        robot.interact(iscm::requestFocus);
        Fx.await("the offer again", () -> iscm.matches().equals(java.util.List.of("Budapest Pr")));
        robot.push(KeyCode.ESCAPE);
        Fx.awaitEquals("", iscm::getText);
        Fx.awaitEquals("", () -> note("iscm"));
        assertEquals(1, kit.workspace().count(Query.of(PartyKinds.PARTY)), "nothing was made");
        kit.workspace().undo().undo();
        assertEquals(before, kit.workspace().undo().nextUndo(), "nothing was written");
    }

    @Test
    void aDayThatCouldNotBeReadStandsThereAgainWhenSomebodyComesBack(FxRobot robot) {
        TextInputControl starts = input(robot, "starts_on");
        Fx.await("the date", () -> starts.getText().equals("10 Oct 2017"));
        robot.interact(() -> {
            starts.setText("31/02");
            form.show(other);
        });
        Fx.await("the other record", () -> starts.getText().isEmpty());
        robot.interact(() -> form.show(meeting));
        Fx.awaitEquals("31/02", starts::getText);
        Fx.await("the words", () -> note("starts_on").contains("31/02"));
        assertEquals("2017-10-10", stored().text("starts_on"));
    }

    @Test
    void aPickerOutsideAFormSaysBelowItWhatWasNotChosen(FxRobot robot) {
        RefPicker picker = Fx.on(() -> new RefPicker(kit.records(), () -> Query.of(PartyKinds.PARTY)));
        javafx.scene.control.Button elsewhere = Fx.on(() -> new javafx.scene.control.Button("elsewhere"));
        robot.interact(() -> scroll.setContent(new javafx.scene.layout.VBox(picker.withNote(), elsewhere)));
        Fx.clickInto(robot, picker).write("Nobody");
        robot.interact(elsewhere::requestFocus);
        Fx.await("the note", () -> Fx.shows(robot, "Nobody"));
        assertEquals("Nobody", Fx.on(picker::getText));
        robot.interact(picker::requestFocus);
        robot.push(KeyCode.ESCAPE);
        Fx.awaitEquals("", picker::getText);
        Fx.await("no note", () -> !Fx.shows(robot, "Nobody"));
    }

    @Test
    void matchesAtTheLowerEdgeStandAboveTheField(FxRobot robot) {
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.sample"),
                        tx -> java.util.stream.IntStream.range(0, 20)
                                .forEach(i -> tx.insert(PartyKinds.PARTY, Values.of("name_en", "Party " + i))));
        RefPicker picker = Fx.on(() -> new RefPicker(kit.records(), () -> Query.of(PartyKinds.PARTY)));
        javafx.scene.layout.Region above = new javafx.scene.layout.Region();
        above.setMinHeight(820);
        robot.interact(() -> {
            scroll.getScene().getWindow().setY(60);
            scroll.setContent(new javafx.scene.layout.VBox(above, picker.withNote()));
        });
        Fx.clickInto(robot, picker).write("Party");
        Fx.await("the matches", () -> picker.matches().size() == 20);
        Fx.await("the list above", () -> {
            double top = picker.localToScreen(picker.getBoundsInLocal()).getMinY();
            return picker.listPlace()
                    .filter(list -> list.getHeight() > 60 && list.getMaxY() <= top)
                    .isPresent();
        });
        robot.write(" 17");
        Fx.await("one match, still above", () -> {
            double top = picker.localToScreen(picker.getBoundsInLocal()).getMinY();
            return picker.matches().contains("Party 17")
                    && picker.matches().size() < 3
                    && picker.listPlace()
                            .filter(list -> list.getMaxY() <= top
                                    || list.getMinY()
                                            >= picker.localToScreen(picker.getBoundsInLocal())
                                                    .getMaxY())
                            .isPresent();
        });
    }

    @Test
    void aChoiceIsWrittenOnceWhenItIsLeftAndNotAtAllWhenItIsGivenUp(FxRobot robot) {
        input(robot, "name_en");
        ComboBox<?> level = Fx.query(robot, "#input-level");
        robot.interact(level::requestFocus);
        Object before = kit.workspace().undo().nextUndo();
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        Fx.await("a choice under way", () -> level.getSelectionModel().getSelectedIndex() == 3);
        assertEquals(before, kit.workspace().undo().nextUndo(), "arrows write nothing");
        robot.push(KeyCode.ESCAPE);
        Fx.awaitEquals(0, () -> level.getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.TAB);
        Fx.await("the save", () -> !stored().text("level").isEmpty());
        assertEquals(
                2,
                kit.workspace().history().of(MeetingKinds.MEETING, meeting, 10).size(),
                "one step");
    }

    @Test
    void tabGoesFromFieldToFieldAndAKeyLeadsToTheOtherLanguages(FxRobot robot) {
        TextInputControl name = input(robot, "name_en");
        Fx.clickInto(robot, name).push(KeyCode.TAB);
        Fx.awaitFocus(robot, "#input-theme_en");
        robot.push(KeyCode.TAB);
        Fx.awaitFocus(robot, "#input-level");
        robot.push(KeyCode.TAB).push(KeyCode.TAB);
        Fx.awaitFocus(robot, "#input-iscm");
    }

    @Test
    void arabicRunsFromRightToLeftInItsOwnField(FxRobot robot) {
        TextInputControl english = input(robot, "name_en");
        Fx.awaitEquals(NodeOrientation.LEFT_TO_RIGHT, english::getEffectiveNodeOrientation);
        robot.interact(() -> kit.messages().language(Language.AR));
        Fx.await("Arabic window", () -> form.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT);
        robot.clickOn(Fx.at(
                robot,
                "the pill",
                () -> form.lookupAll("#field-name .language-pill").stream()
                        .filter(n -> ((javafx.scene.control.ToggleButton) n)
                                .getText()
                                .equals("AR"))
                        .findFirst()
                        .orElse(null)));
        TextInputControl arabic = input(robot, "name_ar");
        Fx.awaitEquals(NodeOrientation.RIGHT_TO_LEFT, arabic::getEffectiveNodeOrientation);
        Fx.await("the keyboard in it", arabic::isFocused);
        robot.write("المنتدى").push(KeyCode.ENTER);
        Fx.await("the save", () -> stored().text("name_ar").equals("المنتدى"));
    }

    @Test
    void theKeyboardWaitsForAFormThatIsNotInTheWindowYet(FxRobot robot) {
        RecordForm late = Fx.on(() -> new RecordForm(kit.records(), MeetingKinds.MEETING).fields("level", "name"));
        robot.interact(() -> {
            late.show(other);
            late.focusField("name");
        });
        Fx.await("the record", () -> late.row().get() != null);
        robot.interact(() -> scroll.setContent(late));
        Fx.awaitFocus(robot, "#input-name_en");
    }

    @Test
    void anotherRecordSavesWhatWasTypedAndDropsNothing(FxRobot robot) {
        TextInputControl theme = input(robot, "theme_en");
        Fx.await("the text", () -> theme.getText().equals("Old theme"));
        robot.interact(() -> {
            theme.setText("Left in a hurry");
            form.show(other);
        });
        Fx.await("the other record", () -> theme.getText().isEmpty());
        Fx.await("the save", () -> stored().text("theme_en").equals("Left in a hurry"));
        assertEquals(
                "",
                kit.workspace().find(MeetingKinds.MEETING, other).orElseThrow().text("theme_en"));
    }

    @Test
    void closingTheProgramSavesWhatIsBeingTyped(FxRobot robot) {
        TextInputControl theme = input(robot, "theme_en");
        Fx.await("the text", () -> theme.getText().equals("Old theme"));
        robot.interact(() -> theme.setText("Typed at the last moment"));
        kit.records().close();
        assertEquals("Typed at the last moment", stored().text("theme_en"));
    }

    @Test
    void whatBelongsToAChoiceIsThereBeforeTabLeadsOn(FxRobot robot) {
        RecordForm shaped = Fx.on(() -> new RecordForm(kit.records(), MeetingKinds.MEETING)
                .fields("level", "theme", "notes")
                .when("theme", row -> row.text("level").equals("ministerial")));
        robot.interact(() -> {
            scroll.setContent(shaped);
            shaped.show(meeting);
        });
        Fx.await("the record", () -> shaped.row().get() != null);
        ComboBox<?> level = Fx.query(robot, "#input-level");
        robot.interact(level::requestFocus);
        robot.write("m");
        Fx.await("the choice", () -> "ministerial".equals(level.getValue()));
        robot.push(KeyCode.TAB);
        Fx.awaitFocus(robot, "#input-theme_en");
        robot.write("Data");
        Fx.await(
                "the save",
                () -> stored().text("level").equals("ministerial")
                        && stored().text("theme_en").contains("Data"));
        assertEquals("ministerial", Fx.on(() -> shaped.shaping().get().text("level")));
    }
}
