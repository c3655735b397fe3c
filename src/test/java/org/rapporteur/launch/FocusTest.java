package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.Fx;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Wherever one goes, by the keys of the areas, to a record of any kind, back and forward, out of the palette, help and
 * a panel, the keyboard is where the work is. The places are found from the areas and the kinds.
 */
@ExtendWith(ApplicationExtension.class)
class FocusTest {
    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private WindowFixture window;

    @Start
    void start(Stage stage) {
        window = new WindowFixture(stage, folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theKeyboardIsWithTheWorkInEveryPlace() {
        window.openSample();
        check("start");
        List<String> areas = Fx.on(() -> window.kit.kit.commands().active().stream()
                .map(command -> command.id())
                .filter(id -> id.startsWith("shell.area."))
                .toList());
        assertTrue(areas.size() > 6, "the areas of the window: " + areas);
        for (String area : areas) {
            window.command(area);
            check(area);
        }
        int places = 0;
        for (Kind kind : Model.kinds()) {
            Optional<Row> row =
                    window.workspace().list(Query.of(kind).page(1, 0)).stream().findFirst();
            if (row.isPresent() && Fx.on(() -> window.records().opener().canOpen(kind))) {
                Fx.on(() -> {
                    window.records().opener().open(kind, row.get().id());
                    return null;
                });
                window.settle();
                check("record " + kind.name());
                places++;
            }
        }
        assertTrue(places > 10, "kinds with a place: " + places);
        for (String way : List.of("shell.back", "shell.forward")) {
            for (int i = 0; i < areas.size() + places - 1; i++) {
                window.command(way);
                check(way + " " + i);
            }
        }
        window.command("shell.palette");
        press(KeyCode.ESCAPE);
        check("out of the palette");
        window.command("shell.help");
        assertTrue(Fx.on(() -> window.kit.panel.showing().get()), "help is open");
        press(KeyCode.ESCAPE);
        window.settle();
        assertFalse(Fx.on(() -> window.kit.panel.showing().get()), "Esc closes help from the content");
        check("out of help");
        window.command("shell.help");
        window.command(areas.get(1));
        assertFalse(Fx.on(() -> window.kit.panel.showing().get()), "a panel does not stay over another place");
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void aPanelThatAsksForSomethingGetsTheKeyboard() {
        window.openSample();
        Row survey =
                window.workspace().list(Query.of(SurveyKinds.SURVEY).page(1, 0)).getFirst();
        Fx.on(() -> {
            window.records().opener().open(SurveyKinds.SURVEY, survey.id());
            return null;
        });
        window.settle();
        Fx.on(() -> {
            ((TabPane) window.stage.getScene().getRoot().lookup(".survey-tabs"))
                    .getSelectionModel()
                    .select(1);
            return null;
        });
        window.settle();
        window.command("survey.respondents.add");
        assertTrue(
                WindowFixture.within(
                        4,
                        () -> Fx.on(() -> {
                            Node focus = window.focus();
                            return focus instanceof javafx.scene.control.TextInputControl
                                    && window.kit.panel.isIn(focus);
                        })),
                () -> "the keyboard is at " + Fx.on(window::focus));
    }

    @Test
    void whereThereIsNothingYetTheKeyboardIsAtWhatBeginsIt() {
        java.util.UUID[] made = new java.util.UUID[2];
        window.openWith(tx -> {
            made[0] = tx.insert(
                    MeetingKinds.MEETING,
                    Values.of("name_en", "Empty")
                            .with("starts_on", "2026-03-29")
                            .with("ends_on", "2026-03-30"));
            made[1] =
                    tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Empty").with("meeting", made[0]));
        });
        Fx.on(() -> {
            window.records().opener().open(SurveyKinds.SURVEY, made[1]);
            return null;
        });
        window.settle();
        awaitFocus(node -> isIn(".empty-state", node), "the button for the first question");
        window.command("shell.area.start");
        Fx.on(() -> {
            window.stage.getScene().getRoot().lookupAll(".button").stream()
                    .map(javafx.scene.control.Button.class::cast)
                    .filter(link -> "Agenda".equals(link.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return null;
        });
        window.settle();
        awaitFocus(node -> "outline-list".equals(node.getId()), "the outline, where Enter names the first item");
    }

    @Test
    void whileAPlaceIsStillReadNoKeyReachesTheMenu() {
        window.openSample();
        List<String> areas = Fx.on(() -> window.kit.kit.commands().active().stream()
                .map(command -> command.id())
                .filter(id -> id.startsWith("shell.area."))
                .toList());
        window.command(areas.getLast());
        for (String area : areas) {
            boolean inContent = Fx.on(() -> {
                window.stage.getScene().getRoot().lookup(".workspace-button").requestFocus();
                window.kit.kit.commands().find(area).orElseThrow().run();
                return window.focus() != null && isIn(".content", window.focus());
            });
            assertTrue(inContent, area);
            window.settle();
        }
    }

    @Test
    void whoAddsAPhaseTypesItsNameAndAddsNoOther() {
        window.openSample();
        Row process = window.workspace()
                .list(Query.of(MeetingKinds.PROCESS).page(1, 0))
                .getFirst();
        Fx.on(() -> {
            window.records().opener().open(MeetingKinds.PROCESS, process.id());
            return null;
        });
        window.settle();
        long before = window.workspace().count(Query.partsOf(MeetingKinds.PHASE, process.id()));
        Fx.on(() -> {
            javafx.scene.control.Button add = window.stage.getScene().getRoot().lookupAll(".button").stream()
                    .map(javafx.scene.control.Button.class::cast)
                    .filter(button -> "Add a phase".equals(button.getText()))
                    .findFirst()
                    .orElseThrow();
            add.requestFocus();
            add.fire();
            return null;
        });
        window.settle();
        awaitFocus(
                node -> node instanceof TextInputControl input
                        && String.valueOf(input.getId()).startsWith("input-name"),
                "the name of the phase");
        press(KeyCode.SPACE);
        window.settle();
        assertEquals(before + 1, window.workspace().count(Query.partsOf(MeetingKinds.PHASE, process.id())));
    }

    @Test
    void whoMakesAProcessTypesItsName() {
        window.openSample();
        Row process = window.workspace()
                .list(Query.of(MeetingKinds.PROCESS).page(1, 0))
                .getFirst();
        Fx.on(() -> {
            window.records().opener().open(MeetingKinds.PROCESS, process.id());
            return null;
        });
        window.settle();
        long before = window.workspace().count(Query.of(MeetingKinds.PROCESS));
        Fx.on(() -> {
            javafx.scene.control.Button add = window.stage.getScene().getRoot().lookupAll(".button").stream()
                    .map(javafx.scene.control.Button.class::cast)
                    .filter(button -> "New process".equals(button.getText()) && Fx.isShown(button))
                    .findFirst()
                    .orElseThrow();
            add.requestFocus();
            add.fire();
            return null;
        });
        window.settle();
        assertEquals(before + 1, window.workspace().count(Query.of(MeetingKinds.PROCESS)));
        awaitFocus(node -> node instanceof TextInputControl input && "input-name_en".equals(input.getId()), "the name");
        Fx.on(() -> {
            ((TextInputControl) window.focus())
                    .replaceText(0, ((TextInputControl) window.focus()).getLength(), "Salween road");
            return null;
        });
        press(KeyCode.TAB);
        window.settle();
        assertEquals(
                process.text("name_en"),
                window.workspace()
                        .find(MeetingKinds.PROCESS, process.id())
                        .orElseThrow()
                        .text("name_en"));
        assertEquals(
                1,
                window.workspace().list(Query.of(MeetingKinds.PROCESS)).stream()
                        .filter(row -> row.text("name_en").equals("Salween road"))
                        .count());
    }

    @Test
    void whoComesBackToAFieldTypesOnWhereTheyWere() {
        window.openSample();
        Row meeting = window.workspace()
                .list(Query.of(MeetingKinds.MEETING).page(1, 0))
                .getFirst();
        Fx.on(() -> {
            window.records().opener().open(MeetingKinds.MEETING, meeting.id());
            return null;
        });
        window.settle();
        TextInputControl field =
                Fx.on(() -> (TextInputControl) window.stage.getScene().getRoot().lookup("#input-name_en"));
        List<Runnable> away = List.of(
                () -> {
                    window.command("shell.palette");
                    press(KeyCode.ESCAPE);
                },
                () -> {
                    window.command("shell.back");
                    window.command("shell.forward");
                },
                () -> {
                    window.command("shell.help");
                    Fx.on(() -> {
                        window.kit.panel.focus();
                        window.kit.panel.close();
                        return null;
                    });
                });
        // There is somewhere to go back to.
        window.command("shell.area.start");
        window.command("shell.back");
        for (Runnable way : away) {
            Fx.on(() -> {
                field.requestFocus();
                field.selectRange(2, 2);
                return null;
            });
            way.run();
            window.settle();
            awaitFocus(node -> node == field, "the field");
            assertEquals(2, Fx.on(field::getCaretPosition), "the caret, way " + away.indexOf(way));
            assertEquals(2, Fx.on(field::getAnchor), "nothing is selected, way " + away.indexOf(way));
        }
    }

    private void awaitFocus(java.util.function.Predicate<Node> wanted, String what) {
        assertTrue(
                WindowFixture.within(4, () -> Fx.on(() -> window.focus() != null && wanted.test(window.focus()))),
                () -> what + ", but the keyboard is at " + Fx.on(window::focus));
    }

    private void check(String place) {
        boolean atWork = WindowFixture.within(
                4,
                () -> Fx.on(() -> {
                    Node focus = window.focus();
                    return focus != null && Fx.isShown(focus) && !focus.isDisabled() && isIn(".content", focus);
                }));
        if (!atWork) {
            faults.add(place + ": the keyboard is at " + Fx.on(window::focus));
        }
    }

    private boolean isIn(String selector, Node node) {
        Node content = window.stage.getScene().getRoot().lookup(selector);
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }

    private void press(KeyCode code) {
        Fx.on(() -> {
            Event.fireEvent(
                    window.focus(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return null;
        });
    }
}
