package org.rapporteur.ui.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.ui.shell.Place;

/** Who stands behind a count: respondents by region, each of which opens in the list of respondents. */
final class WhoPane extends VBox {
    WhoPane(SurveyParts parts, UUID survey, List<RespondentFacts> who) {
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
                        .add(link(parts, survey, one)));
        getChildren().addAll(groups.values());
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
