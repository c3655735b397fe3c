package org.rapporteur.ui.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.ChainReader;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.recommendation.draft.RecommendationDrafter;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RecommendationViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private final Navigator navigator = new Navigator();
    private RecommendationArea area;
    private StackPane root;
    private UUID meeting;
    private UUID survey;
    private UUID theme;
    private UUID answer;
    private UUID written;
    private UUID missing;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace().changes().run(Label.of("step.sample"), tx -> {
            meeting = tx.insert(
                    MeetingKinds.MEETING, Values.of("name_en", "Meeting").with("acronym", "M 1"));
            survey = tx.insert(
                    SurveyKinds.SURVEY,
                    Values.of("title_en", "Survey").with("meeting", meeting).with("default_permission", "quote"));
            UUID question = tx.insert(
                    SurveyKinds.QUESTION,
                    Values.of("survey", survey)
                            .with("code", "Q1")
                            .with("label_en", "What?")
                            .with("type", "long_text"));
            UUID codebook =
                    tx.insert(SurveyKinds.CODEBOOK, Values.of("survey", survey).with("name_en", "Themes"));
            theme = tx.insert(SurveyKinds.CODE, Values.of("codebook", codebook).with("name_en", "Data exchange"));
            for (String region : List.of("North", "South")) {
                UUID respondent = tx.insert(
                        SurveyKinds.RESPONDENT,
                        Values.of("survey", survey)
                                .with("name", "Mechanism " + region)
                                .with("region", region)
                                .with("status", "received"));
                UUID response = tx.insert(
                        SurveyKinds.RESPONSE,
                        Values.of("respondent", respondent).with("survey", survey));
                answer = tx.insert(
                        SurveyKinds.ANSWER,
                        Values.of("response", response)
                                .with("survey", survey)
                                .with("question", question)
                                .with("respondent", respondent)
                                .with("body", "We need data from the " + region)
                                .with("language", "en"));
                if (region.equals("South")) {
                    tx.insert(
                            SurveyKinds.CODING,
                            Values.of("answer", answer)
                                    .with("survey", survey)
                                    .with("code", theme)
                                    .with("coder", "A"));
                }
            }
            UUID objective = tx.insert(
                    PartyKinds.REFERENCE_ITEM,
                    Values.of("list", "gcm_objective").with("code", "1").with("name_en", "Collect data"));
            written = tx.insert(
                    RECOMMENDATION,
                    Values.of("meeting", meeting)
                            .with("number", "1")
                            .with("status", "draft")
                            .with("position", OrderKeys.between(null, null)));
            tx.insert(
                    VERSION,
                    Values.of("recommendation", written)
                            .with("label", "Zero draft")
                            .with("body_en", "Collect data"));
            missing = tx.insert(
                    RECOMMENDATION,
                    Values.of("meeting", meeting)
                            .with("number", "2")
                            .with("status", "not_in_source")
                            .with("notes", "The source shows seven of ten.")
                            .with("position", "z"));
            link(tx, "theme", theme);
            link(tx, "answer", answer);
            link(tx, "indirect", objective);
        });
        SurveyAnalysis analysis = new SurveyAnalysis(new SurveyStoreSqlite(kit.workspace()));
        area = new RecommendationArea(
                kit.kit(),
                navigator,
                kit.records(),
                new ChainReader(kit.workspace(), analysis),
                new RecommendationDrafter(
                        analysis,
                        kit.workspace().changes(),
                        kit.workspace().history(),
                        kit.messages()::text,
                        GroupNames.AS_STORED));
        root = new StackPane();
        stage.setScene(kit.kit().scenes().main(root, 980, 900));
        stage.show();
    }

    private void link(org.rapporteur.core.change.Transaction tx, String relation, UUID target) {
        tx.insert(
                EVIDENCE,
                Values.of("recommendation", written).with("relation", relation).with("target", target));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void open(Node node) {
        Fx.run(() -> root.getChildren().setAll(node));
    }

    private void openOne(UUID id) {
        Fx.run(() -> {
            root.getChildren().setAll(area.view());
            area.open(Place.of("recommendations").then(id.toString(), ""));
        });
    }

    private boolean shows(String words) {
        return Fx.on(() -> root.lookupAll("*").stream()
                .anyMatch(n -> n instanceof Labeled l
                                && l.getText() != null
                                && l.getText().contains(words)
                        || n instanceof TextInputControl t
                                && t.getText() != null
                                && t.getText().contains(words)));
    }

    private static Optional<Boolean> editable(FxRobot robot) {
        return Fx.<TextInputControl>look(robot, "#input-body_en").map(TextInputControl::isEditable);
    }

    private Row row() {
        return kit.workspace().find(RECOMMENDATION, written).orElseThrow();
    }

    @Test
    void adoptsFreezesAndReopens(FxRobot robot) {
        openOne(written);
        Fx.click(robot, "#recommendation-command-adopt");
        Fx.await("the seal", () -> shows("Unaltered"));
        assertEquals("adopted", row().text("status"));
        Fx.awaitEquals(Optional.of(false), () -> editable(robot));
        Fx.click(robot, "#recommendation-command-reopen");
        Fx.await("two versions", () -> Wordings.of(kit.workspace(), written).size() == 2);
        Fx.awaitEquals(Optional.of(true), () -> editable(robot));
        assertEquals("in_negotiation", row().text("status"));
        Fx.await("the seal of what was adopted", () -> shows("Unaltered"));
    }

    @Test
    void eachLinkOfTheChainOpensItsPlace(FxRobot robot) {
        openOne(written);
        Fx.await("the figures", () -> shows("Raised by 1 of 2 respondents, in 1 of 2 regions"));
        Fx.await("Mechanism South, Q1", () -> shows("Mechanism South, Q1"));
        Fx.await("Indirect", () -> shows("Indirect"));
        Fx.click(robot, "Data exchange");
        Fx.awaitEquals(
                Place.of("surveys").then(survey.toString(), "").thenKey("convergence", ""),
                () -> navigator.current().get());
        Fx.click(robot, "Mechanism South, Q1");
        Fx.awaitEquals(
                Place.of("surveys")
                        .then(survey.toString(), "")
                        .thenKey("reading", "")
                        .then(answer.toString(), ""),
                () -> navigator.current().get());
    }

    @Test
    void theWayBackLeadsFromAThemeToItsRecommendations(FxRobot robot) {
        Node uses = Fx.on(() -> area.chainPort().uses(theme));
        open(uses);
        Fx.await("the recommendation", () -> shows("1. Collect data"));
        Fx.click(robot, "1. Collect data");
        Fx.awaitEquals(
                written.toString(),
                () -> navigator.current().get() == null
                        ? null
                        : navigator.current().get().id(0));
    }

    @Test
    void aPlaceWithoutTextShowsItsNoteAndNothingMadeUp() {
        Node tab = Fx.on(() -> area.meetingTab().view(meeting));
        open(tab);
        Fx.await("the list", () -> shows("Collect data"));
        Fx.await("Not in the source", () -> shows("Not in the source"));
        Fx.await("The source shows seven of ten.", () -> shows("The source shows seven of ten."));
        openOne(missing);
        Fx.await("the note", () -> shows("None is made up here"));
        assertTrue(Wordings.of(kit.workspace(), missing).isEmpty());
    }
}
