package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.launch.exchange.StoredExchange;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.exchange.FolderWatch;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Ctrl+N makes what the visible list holds: in every area that has the key, and in every tab of a meeting. */
@ExtendWith(ApplicationExtension.class)
class MakesNewTest {
    private static final KeyCombination KEY = KeyCombination.valueOf("shortcut+N");

    /** What each tab makes: a kind, or after "#" the field in which one says what to make. A new tab must say. */
    private static final Map<String, String> OF_TAB = Map.of(
            "overview", "stated_fact",
            "agenda", "#slot-editor",
            "participants", "#add-delegation",
            "survey", "survey",
            "recommendations", "recommendation",
            "documents", "document");

    private static final Map<String, String> OF_AREA = Map.of(
            "meetings", "meeting",
            "participants", "party",
            "surveys", "survey",
            "recommendations", "recommendation",
            "documents", "document");

    @TempDir
    Path folder;

    private TestKit kit;
    private Navigator navigator;
    private List<Area> areas;
    private UUID meeting;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        meeting = kit.workspace()
                .changes()
                .write(
                        Label.of("step.add"),
                        tx -> tx.insert(
                                MeetingKinds.MEETING,
                                Values.of("name_en", "Meeting")
                                        .with("starts_on", "2017-10-10")
                                        .with("ends_on", "2017-10-11")));
        navigator = new Navigator();
        areas = Areas.of(
                kit.kit(),
                navigator,
                kit.records(),
                kit.workspace(),
                StoredExchange.of(kit.workspace(), TestWorkspaces.surroundings(), Version.current()),
                FolderWatch.NONE,
                (delay, task) -> () -> {});
        StackPane content = new StackPane();
        Button home = new Button("Home");
        VBox window = new VBox(home, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        navigator
                .current()
                .addListener((o, was, is) -> areas.stream()
                        .filter(area -> area.id().equals(is.area()))
                        .findFirst()
                        .ifPresent(area -> {
                            home.requestFocus();
                            content.getChildren().setAll(area.view());
                            area.open(is);
                        }));
        stage.setScene(kit.kit().scenes().main(window, 980, 760));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
        assertEquals(List.of(), kit.problems());
    }

    private Command key(String area) {
        return areas.stream()
                .filter(a -> a.id().equals(area))
                .flatMap(a -> a.commands().stream())
                .filter(command -> command.allKeys().contains(KEY))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> counts() {
        return Model.kinds().stream()
                .collect(Collectors.toMap(Kind::name, kind -> kit.workspace().count(Query.of(kind))));
    }

    /** Kinds of which there is more than before. */
    private Set<String> made(Map<String, Long> before) {
        return counts().entrySet().stream()
                .filter(e -> e.getValue() > before.get(e.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void everyTabOfAMeetingMakesWhatItHolds(FxRobot robot) {
        assertEquals(Set.copyOf(MeetingTab.ORDER), OF_TAB.keySet(), "a tab that does not say what it makes");
        for (String tab : MeetingTab.ORDER) {
            robot.interact(() -> navigator.open(
                    Place.of("meetings").then(meeting.toString(), "Meeting").then(tab, tab)));
            String wanted = OF_TAB.get(tab);
            if (tab.equals("agenda")) {
                Fx.await("the timetable", () -> Fx.has(robot, "#agenda-new-session"));
                Fx.await("its days", () -> Fx.has(robot, "#day-2017-10-10"));
            }
            Map<String, Long> before = counts();
            robot.interact(() -> key("meetings").run());
            if (wanted.startsWith("#")) {
                Fx.awaitFocus(robot, wanted);
                assertEquals(Set.of(), made(before), tab);
            } else {
                Fx.await(tab + " makes a " + wanted, () -> made(before).contains(wanted));
            }
            assertEquals(before.get("meeting"), counts().get("meeting"), tab + " makes no meeting");
        }
    }

    @Test
    void everyAreaWithTheKeyMakesWhatItsListHolds(FxRobot robot) {
        Set<String> withKey = areas.stream()
                .filter(area -> area.commands().stream()
                        .anyMatch(command -> command.allKeys().contains(KEY)))
                .map(Area::id)
                .collect(Collectors.toSet());
        assertEquals(OF_AREA.keySet(), withKey);
        OF_AREA.forEach((area, wanted) -> {
            robot.interact(() -> navigator.open(Place.of(area)));
            Map<String, Long> before = counts();
            robot.interact(() -> key(area).run());
            Fx.await(area + " makes a " + wanted, () -> made(before).contains(wanted));
        });
    }
}
