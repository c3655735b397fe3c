package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.meeting.MeetingArea;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.ChainPort;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;
import org.rapporteur.ui.survey.SurveyArea;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every paper of the registry has its place in the window: in a menu, and by a command of the palette. */
@ExtendWith(ApplicationExtension.class)
class PapersInWindowTest {
    @TempDir
    Path folder;

    private final StackPane root = new StackPane();
    private TestKit kit;
    private MeetingArea meetings;
    private SurveyArea surveys;
    private UUID meeting;
    private UUID survey;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.add"), tx -> {
            meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "M").with("starts_on", "2017-10-10"));
            survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "S"));
        });
        WindowReports reports =
                new WindowReports(kit.workspace(), kit.messages(), kit.records().clock());
        Navigator navigator = new Navigator();
        meetings = new MeetingArea(
                kit.kit(),
                navigator,
                kit.records(),
                kit.workspace(),
                kit.workspace().changes(),
                new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace())),
                reports.ofMeetings(),
                List.of());
        surveys = new SurveyArea(
                kit.kit(),
                navigator,
                kit.records(),
                kit.workspace(),
                kit.workspace().changes(),
                kit.workspace().history(),
                new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace())),
                reports.ofSurveys(),
                org.rapporteur.forms.xlsx.ReturnedIntake.Keeper.NONE,
                ChainPort.NONE);
        stage.setScene(kit.kit().scenes().main(root, 980, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private Set<String> menu(Area area, UUID subject) {
        Fx.run(() -> {
            root.getChildren().setAll(area.view());
            area.open(Place.of(area.id()).then(subject.toString(), "x"));
            root.applyCss();
            root.layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        Set<String> ids = new HashSet<>();
        for (Node node : root.lookupAll(".paper-menu")) {
            assertTrue(node.isVisible());
            ((PaperMenu) node)
                    .getItems().stream()
                            .filter(item -> item.getId() != null && item.getId().startsWith("paper-"))
                            .forEach(item -> ids.add(item.getId().substring("paper-".length())));
        }
        return ids;
    }

    private static Set<String> known(boolean ofSurvey) {
        return Arrays.stream(Report.values())
                .filter(report -> report.ofSurvey() == ofSurvey)
                .map(Report::key)
                .collect(Collectors.toSet());
    }

    @Test
    void everyPaperStandsInAMenu() {
        Set<String> ofMeeting = menu(meetings, meeting);
        assertTrue(ofMeeting.containsAll(known(false)), ofMeeting.toString());
        assertTrue(ofMeeting.contains("option-contacts"));
        Set<String> ofSurvey = menu(surveys, survey);
        assertTrue(ofSurvey.containsAll(known(true)), ofSurvey.toString());
    }

    @Test
    void aCalendarWithoutATimeZoneIsRefusedBeforeAFileIsAskedAndLeadsToTheField() {
        menu(meetings, meeting);
        Fx.run(() -> ((PaperMenu) root.lookup("#meeting-export")).export(Report.CALENDAR));
        Fx.await("the notice", () -> !kit.notices().isEmpty());
        Notice notice = kit.notices().getLast();
        assertEquals("CAL-01", notice.problem().code());
        assertEquals("Choose the time zone", notice.actionText().getValue());
        assertEquals(List.of(), kit.saved());
        Fx.run(notice.action());
        Fx.await("the field", () -> {
            Node owner = root.getScene().getFocusOwner();
            return owner != null && "input-timezone".equals(owner.getId());
        });
        kit.workspace()
                .changes()
                .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.MEETING, meeting, "timezone", "Europe/Zurich"));
        Fx.run(() -> ((PaperMenu) root.lookup("#meeting-export")).export(Report.CALENDAR));
        Fx.await("a file is asked", () -> kit.saved().size() == 1);
        assertEquals(1, kit.notices().size());
    }

    @Test
    void noPaperWithoutContentsAsksForAFile() {
        menu(meetings, meeting);
        for (Report report : List.of(Report.RECOMMENDATIONS, Report.DRAFT_RECOMMENDATIONS)) {
            int before = kit.notices().size();
            Fx.run(() -> ((PaperMenu) root.lookup("#meeting-export")).export(report));
            Fx.await(report.key(), () -> kit.notices().size() > before);
            assertEquals("PAP-01", kit.notices().getLast().problem().code());
        }
        assertEquals(List.of(), kit.saved());
    }

    @Test
    void everyPaperHasACommandWithWordsInEveryLanguage() {
        for (Area area : List.of(meetings, surveys)) {
            Set<String> commands = area.commands().stream().map(Command::id).collect(Collectors.toSet());
            boolean ofSurvey = area == surveys;
            String beginning = ofSurvey ? "survey.export" : "meeting.export";
            assertTrue(commands.contains(beginning));
            for (Report report : Report.of(ofSurvey)) {
                assertTrue(commands.contains(beginning + "." + report.key()), report.key());
            }
        }
        assertEquals(
                Report.values().length,
                Report.of(true).size() + Report.of(false).size());
        for (Language language : Language.all()) {
            Messages messages = new Messages(language);
            for (Report report : Report.values()) {
                for (String key : List.of(PaperMenu.labelKey(report), "report.export." + report.id())) {
                    assertFalse(messages.text(language, key).isBlank(), key);
                    assertFalse(messages.text(language, key).contains("report."), key + " " + language);
                }
            }
        }
    }
}
