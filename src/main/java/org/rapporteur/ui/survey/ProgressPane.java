package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.core.survey.analysis.ResponseProgress.GroupTally;
import org.rapporteur.core.survey.analysis.ResponseProgress.Tally;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.ui.kit.I18n;

/** Where the replies stand, as bars: all, by region and by type; those without an answer are always drawn. */
final class ProgressPane extends VBox {
    private final I18n i18n;

    ProgressPane(I18n i18n) {
        super(8);
        this.i18n = i18n;
        getStyleClass().add("progress-pane");
    }

    void show(ResponseProgress progress) {
        getChildren().clear();
        Tally total = progress.total();
        if (total.asked() + total.notSent() == 0) {
            return;
        }
        StackedBar all = new StackedBar().show(parts(total), total.asked() + total.notSent());
        all.setPrefHeight(24);
        all.setMinHeight(24);
        FlowPane words = new FlowPane(16, 4);
        parts(total).stream()
                .filter(p -> p.count() > 0)
                .forEach(p -> words.getChildren().add(direct(p)));
        HBox groups = new HBox(32, groups(progress, Grouping.REGION), groups(progress, Grouping.TYPE));
        getChildren().addAll(new VBox(6, all, words), groups);
    }

    private List<StackedBar.Part> parts(Tally tally) {
        List<StackedBar.Part> parts = new ArrayList<>();
        parts.add(part("received", tally.received()));
        parts.add(part("overdue", tally.overdue()));
        parts.add(part("outstanding", tally.outstanding() - tally.overdue()));
        parts.add(part("declined", tally.declined()));
        parts.add(part("notsent", tally.notSent()));
        return parts;
    }

    private StackedBar.Part part(String state, int count) {
        return new StackedBar.Part(count, "state-" + state, i18n.now("survey.state." + state, count));
    }

    private static Node direct(StackedBar.Part part) {
        Rectangle swatch = new Rectangle(10, 10);
        swatch.getStyleClass().addAll("state-swatch", part.style());
        Label words = new Label(part.words());
        HBox line = new HBox(6, swatch, words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node groups(ResponseProgress progress, Grouping by) {
        List<GroupTally> tallies = progress.groups().getOrDefault(by, List.of());
        int most = tallies.stream()
                .mapToInt(g -> g.tally().asked() + g.tally().notSent())
                .max()
                .orElse(1);
        SummaryText text = new SummaryText(
                i18n.messages()::text,
                new KnownGroups(i18n.messages()),
                i18n.language().get());
        GridPane grid = new GridPane(12, 2);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(90);
        names.setPrefWidth(180);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints counts = new ColumnConstraints();
        counts.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(names, bars, counts);
        int row = 0;
        for (GroupTally group : tallies) {
            Label name = new Label(text.group(by, group.group()));
            name.setTooltip(new javafx.scene.control.Tooltip(name.getText()));
            Label count = new Label(i18n.now(
                    "survey.of", group.tally().received(), group.tally().asked()));
            count.getStyleClass().addAll("numbers", "muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, name, new StackedBar().show(parts(group.tally()), most), count);
        }
        Label heading = new Label(i18n.now(by == Grouping.REGION ? "survey.by.region" : "survey.by.type"));
        heading.getStyleClass().addAll("muted", "small");
        VBox box = new VBox(6, heading, grid);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(10);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }
}
