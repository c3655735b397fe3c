package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.RefPicker;

/** Adds a link: first its kind from a menu, then what it leads to from a search field. */
final class LinkAdder extends VBox {
    /** Answers are linked by drafting and from where they are read; among thousands a search field would be no help. */
    private static final List<String> OFFERED =
            List.of("theme", "objective", "indirect", "agenda_item", "repeats", "merges", "supersedes");

    private final RecommendationParts parts;
    private final MenuButton button = new MenuButton();
    private UUID recommendation;
    private Row row;

    LinkAdder(RecommendationParts parts) {
        super(4);
        this.parts = parts;
        button.textProperty().bind(parts.i18n().text("recommendation.chain.add"));
        button.setGraphic(Icons.of(Material2OutlinedAL.ADD, 16));
        button.getStyleClass().add("flat");
        button.setId("recommendation-add-link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDisable(!parts.writable());
        for (String relation : OFFERED) {
            MenuItem item = new MenuItem();
            item.setId("link-" + relation);
            item.textProperty().bind(parts.i18n().text("recommendation.link." + relation));
            item.setOnAction(e -> ask(relation));
            button.getItems().add(item);
        }
        done();
    }

    MenuButton button() {
        return button;
    }

    void show(UUID id) {
        recommendation = id;
        done();
        parts.kit()
                .tasks()
                .read(progress -> parts.recordKit().records().find(RECOMMENDATION, id))
                .then(found -> found.ifPresent(r -> row = r.id().equals(recommendation) ? r : row))
                .start();
    }

    private void ask(String relation) {
        Label label = new Label();
        label.textProperty().bind(parts.i18n().text("recommendation.link." + relation));
        label.getStyleClass().add("field-label");
        RefPicker picker = new RefPicker(parts.recordKit(), () -> query(relation)).onPick(id -> link(relation, id));
        picker.setId("link-picker");
        picker.promptTextProperty().bind(parts.i18n().text("recommendation.link.search"));
        Access.label(label, picker);
        Access.name(picker, new SimpleStringProperty(label.getText()));
        VBox field = picker.withNote();
        HBox.setHgrow(field, Priority.ALWAYS);
        Button cancel = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 16));
        cancel.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(cancel, parts.i18n().text("kit.cancel"));
        cancel.setOnAction(e -> done());
        HBox line = new HBox(4, field, cancel);
        line.setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(label, line);
        shown(true);
        picker.requestFocus();
    }

    private Query query(String relation) {
        return switch (relation) {
            case "theme" -> Query.of(SurveyKinds.CODE);
            case "objective", "indirect" ->
                Query.of(PartyKinds.REFERENCE_ITEM)
                        .where("list", List.of("gcm_objective", "gcm_principle", "sdg_target"))
                        .by("list")
                        .by("position");
            case "agenda_item" ->
                row == null || row.ref("meeting") == null
                        ? Query.of(MeetingKinds.AGENDA_ITEM)
                        : Query.partsOf(MeetingKinds.AGENDA_ITEM, row.ref("meeting"));
            default -> Query.of(RECOMMENDATION);
        };
    }

    private void link(String relation, UUID target) {
        UUID from = recommendation;
        done();
        if (from == null || target == null || target.equals(from)) {
            return;
        }
        parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("step.add", KindWords.word(EVIDENCE)),
                        tx -> RecommendationSteps.link(tx, from, relation, target),
                        id -> {});
    }

    private void done() {
        getChildren().clear();
        shown(false);
    }

    private void shown(boolean yes) {
        setVisible(yes);
        setManaged(yes);
    }
}
