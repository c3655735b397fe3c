package org.rapporteur.ui.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.file.Path;
import java.time.LocalDate;
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
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.ChainReader;
import org.rapporteur.core.recommendation.FirstAdoption;
import org.rapporteur.core.recommendation.RecommendationSteps;
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

    private void type(FxRobot robot, String field, String words) {
        Fx.<TextInputControl>look(robot, field);
        Fx.await(field, () -> Fx.<TextInputControl>look(robot, field).isPresent());
        Fx.run(() -> Fx.<TextInputControl>look(robot, field).orElseThrow().setText(words));
    }

    private Adoptions adoptions() {
        return Adoptions.of(kit.workspace(), row());
    }

    private boolean disabled(FxRobot robot, String id) {
        return Fx.on(() -> Fx.<Node>look(robot, id).map(Node::isDisabled).orElse(true));
    }

    @Test
    void asksWhatIsAdoptedSealsThatAndCorrectsOnlyWithAReason(FxRobot robot) {
        openOne(written);
        Fx.click(robot, "#recommendation-command-adopt");
        Fx.await("the day is asked for", () -> shows("State the day."));
        assertTrue(disabled(robot, "#adopt-seal"));
        assertEquals("draft", row().text("status"));
        type(robot, "#adopt-day", "11 October 2016");
        type(robot, "#adopt-by", "A. Officer");
        Fx.await("nothing stands against it", () -> !disabled(robot, "#adopt-seal"));
        assertTrue(shows("This text will be sealed") && shows("Collect data"));
        Fx.click(robot, "#adopt-seal");
        Fx.await("the seal", () -> shows("Unaltered"));
        assertEquals("A. Officer", kit.kit().settings().get().author());
        assertEquals("2016-10-11", adoptions().inForce().orElseThrow().day().toString());
        Fx.awaitEquals(Optional.of(false), () -> editable(robot));

        Fx.click(robot, "#recommendation-command-reopen");
        Fx.await("two versions", () -> Wordings.of(kit.workspace(), written).size() == 2);
        Fx.awaitEquals(Optional.of(true), () -> editable(robot));
        Fx.await(
                "the keyboard is in the text",
                () -> Fx.on(() -> Fx.<TextInputControl>look(robot, "#input-body_en")
                        .map(Node::isFocused)
                        .orElse(false)));
        robot.push(javafx.scene.input.KeyCode.END);
        robot.write(" well");
        Fx.await(
                "what is typed",
                () -> Wordings.of(kit.workspace(), written)
                        .getLast()
                        .text("body", "en")
                        .endsWith("well"));
        assertEquals(2, Wordings.of(kit.workspace(), written).size());
        assertEquals("adopted", adoptions().status());
        Fx.await("the seal of what was adopted", () -> shows("Unaltered"));

        Fx.click(robot, "#recommendation-command-correct");
        type(robot, "#adopt-day", "12 October 2016");
        Fx.await("a reason is asked for", () -> shows("A correction or revision needs a reason."));
        type(robot, "#adopt-reason", "A word was missing.");
        Fx.await("nothing stands against it", () -> !disabled(robot, "#adopt-seal"));
        Fx.click(robot, "#adopt-seal");
        Fx.await("the correction", () -> shows("Corrigendum of"));
        assertEquals("2016-10-11", adoptions().first().orElseThrow().day().toString());
        assertTrue(adoptions().current().orElseThrow().text("body", "en").endsWith("well"));
    }

    @Test
    void anUntouchedDraftIsNotSealedAndSaysWhy(FxRobot robot) {
        kit.workspace().changes().run(Label.of("step.edit"), tx -> {
            UUID version = Wordings.of(tx, written).getFirst().id();
            tx.set(VERSION, version, "body_en", "To be worded. The replies meet on this theme.");
        });
        openOne(written);
        Fx.click(robot, "#recommendation-command-adopt");
        type(robot, "#adopt-day", "11 October 2016");
        Fx.await("the language is not offered", () -> shows("There is no text in the languages chosen."));
        Fx.run(() -> Fx.<javafx.scene.control.CheckBox>look(robot, "#adopt-en")
                .orElseThrow()
                .setSelected(true));
        Fx.await("it says why", () -> shows("Not worded yet: EN"));
        assertTrue(disabled(robot, "#adopt-seal"));
        Fx.click(robot, "#adopt-cancel");
        Fx.awaitEquals(Optional.of(true), () -> editable(robot));
    }

    @Test
    void aVersionIsWrittenInAtOnceAndCanBeRemoved(FxRobot robot) {
        openOne(written);
        Fx.click(robot, "#recommendation-add-version");
        Fx.await(
                "the keyboard is in the text",
                () -> Fx.on(() -> Fx.<TextInputControl>look(robot, "#input-body_en")
                        .map(Node::isFocused)
                        .orElse(false)));
        robot.write("We ");
        Fx.await(
                "what is typed",
                () -> Wordings.of(kit.workspace(), written).stream()
                        .anyMatch(v -> v.text("body", "en").contains("We ")));
        assertEquals(2, Wordings.of(kit.workspace(), written).size());
        Fx.click(robot, "#recommendation-remove-version");
        Fx.await("one version", () -> Wordings.of(kit.workspace(), written).size() == 1);
        kit.workspace().undo().undo();
        assertEquals(2, Wordings.of(kit.workspace(), written).size());
    }

    @Test
    void aTranslationIsAddedToTheAdoptedTextAndTheSealStays(FxRobot robot) {
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.edit"),
                        tx -> RecommendationSteps.adopt(
                                tx,
                                written,
                                FirstAdoption.of(
                                        Wordings.of(tx, written).getFirst().id(), LocalDate.of(2016, 10, 11))));
        String hash = adoptions().inForce().orElseThrow().hash();
        openOne(written);
        Fx.click(robot, "#recommendation-translate");
        Fx.awaitFocus(robot, "#translate-text");
        assertTrue(disabled(robot, "#translate-add"));
        robot.write("Recueillir");
        // What comes in meanwhile takes nothing of what is typed.
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(RECOMMENDATION, written, "notes", "n"));
        robot.write(" des données");
        robot.push(javafx.scene.input.KeyCode.TAB);
        Fx.awaitFocus(robot, "#translate-by");
        type(robot, "#translate-by", "T. Translator");
        Fx.await("nothing stands against it", () -> !disabled(robot, "#translate-add"));
        Fx.click(robot, "#translate-add");
        Fx.await("it is named", () -> shows("later than the seal") && shows("Unaltered"));
        assertEquals(hash, adoptions().inForce().orElseThrow().hash());
        assertEquals(
                "Recueillir des données", adoptions().current().orElseThrow().text("body", "fr"));
    }

    @Test
    void theReasonForTakingAnAdoptionBackStaysWhileOtherThingsComeIn(FxRobot robot) {
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.edit"),
                        tx -> RecommendationSteps.adopt(
                                tx,
                                written,
                                FirstAdoption.of(
                                        Wordings.of(tx, written).getFirst().id(), LocalDate.of(2016, 10, 11))));
        openOne(written);
        Fx.click(robot, "#recommendation-revoke");
        Fx.awaitFocus(robot, "#revoke-reason");
        TextInputControl notes = Fx.query(robot, "#input-notes");
        robot.write("Recorded for ");
        kit.workspace().changes().run(Label.of("step.edit"), tx -> tx.set(RECOMMENDATION, written, "notes", "n"));
        Fx.awaitEquals("n", notes::getText);
        robot.write("another text");
        TextInputControl reason = Fx.query(robot, "#revoke-reason");
        assertEquals("Recorded for another text", Fx.on(reason::getText));
    }

    @Test
    void theRegisterFiltersByTheStatusThatFollowsFromTheRecords(FxRobot robot) {
        kit.workspace().changes().run(Label.of("step.edit"), tx -> {
            RecommendationSteps.adopt(
                    tx,
                    written,
                    FirstAdoption.of(Wordings.of(tx, written).getFirst().id(), LocalDate.of(2016, 10, 11)));
            // As it stands when a colleague set the field without knowing.
            UUID other = tx.insert(
                    RECOMMENDATION,
                    Values.of("meeting", meeting).with("number", "77").with("status", "withdrawn"));
            tx.insert(
                    org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION,
                    Values.of("recommendation", other)
                            .with("change", "adoption")
                            .with("day", "2016-10-11")
                            .with("body_en", "Share data")
                            .with(
                                    "hash",
                                    org.rapporteur.core.recommendation.CanonicalText.hash(
                                            java.util.Map.of("en", "Share data"))));
        });
        open(area.view());
        javafx.scene.control.MenuButton chip = Fx.query(robot, ".filter-chip");
        Fx.await("the register", () -> shows("Collect data"));
        robot.interact(chip::show);
        List<String> offered = Fx.on(() -> chip.getItems().stream()
                .filter(item -> item instanceof javafx.scene.control.CustomMenuItem)
                .map(item -> ((javafx.scene.control.CustomMenuItem) item).getContent())
                .filter(node -> node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList());
        robot.interact(chip::hide);
        assertTrue(offered.stream().anyMatch(one -> one.contains("Adopted") && one.contains("2")), offered::toString);
        assertTrue(offered.stream().noneMatch(one -> one.contains("Withdrawn")), offered::toString);
    }

    @Test
    void twoAdoptionsAreShownWithTheirTextsAndSettled(FxRobot robot) {
        // As they stand after two officers adopted without knowing of each other.
        kit.workspace().changes().run(Label.of("step.edit"), tx -> {
            UUID one = Wordings.of(tx, written).getFirst().id();
            UUID two = org.rapporteur.core.recommendation.RecommendationSteps.addVersion(tx, written, "Rev. 1", null);
            tx.set(VERSION, two, "body_en", "Collect all data");
            for (UUID version : List.of(one, two)) {
                Row row = tx.find(VERSION, version).orElseThrow();
                String hash = org.rapporteur.core.recommendation.CanonicalText.hash(row.texts("body"));
                tx.insert(
                        org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION,
                        Values.of("recommendation", written)
                                .with("change", "adoption")
                                .with("version", version)
                                .with("label", row.text("label"))
                                .with("day", "2016-10-11")
                                .with("body_en", row.text("body", "en"))
                                .with("hash", hash));
            }
        });
        openOne(written);
        Fx.await("both", () -> shows("Two adoptions") && shows("Collect all data"));
        Fx.click(
                robot,
                "#decide-"
                        + adoptions().heads().stream()
                                .filter(act -> act.label().equals("Rev. 1"))
                                .findFirst()
                                .orElseThrow()
                                .id());
        Fx.await("settled", () -> !adoptions().contested());
        assertEquals("Collect all data", adoptions().current().orElseThrow().text("body", "en"));
        Fx.await("the seal", () -> shows("Unaltered"));
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
