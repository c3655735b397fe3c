package org.rapporteur.ui.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.shell.Place;

/** Who stands behind a count: respondents by region, each of which opens in the list of respondents. */
final class WhoPane extends VBox {
    /** @param question the question whose answers can be corrected from here; null for none */
    WhoPane(SurveyParts parts, UUID survey, UUID question, List<RespondentFacts> who) {
        super(12);
        getStyleClass().add("evidence");
        Label count = new Label(parts.i18n().now("survey.results.who", who.size()));
        count.getStyleClass().add("muted");
        getChildren().add(count);
        Map<String, VBox> groups = new LinkedHashMap<>();
        who.stream()
                .sorted((a, b) -> {
                    int byGroup = Grouping.ORDER.compare(Grouping.REGION.groupOf(a), Grouping.REGION.groupOf(b));
                    return byGroup != 0
                            ? byGroup
                            : parts.kit().formats().order().compare(a.name(), b.name());
                })
                .forEach(one -> groups.computeIfAbsent(Grouping.REGION.groupOf(one), group -> {
                            Label name = new Label(parts.text().group(Grouping.REGION, group));
                            name.getStyleClass().add("field-label");
                            return new VBox(2, name);
                        })
                        .getChildren()
                        .add(line(parts, survey, question, one)));
        getChildren().addAll(groups.values());
    }

    private static Node line(SurveyParts parts, UUID survey, UUID question, RespondentFacts one) {
        Hyperlink link = link(parts, survey, one);
        if (question == null || !parts.changes().writable()) {
            return link;
        }
        Button correct = new Button(null, Icons.of(Material2OutlinedAL.EDIT, 16));
        correct.getStyleClass().addAll("flat", "button-icon", "small");
        Access.nameAndTip(correct, parts.i18n().text("survey.answer.correct"));
        correct.setOnAction(e -> AnswerEditor.open(parts, survey, one.id(), question, () -> {}));
        HBox line = new HBox(4, link, correct);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Hyperlink link(SurveyParts parts, UUID survey, RespondentFacts one) {
        Hyperlink link = new Hyperlink(one.name());
        link.setOnAction(e -> parts.navigator()
                .open(Place.of("surveys")
                        .then(survey.toString(), "")
                        .thenKey("respondents", "survey.tab.respondents")
                        .then(one.id().toString(), one.name())));
        return link;
    }
}
