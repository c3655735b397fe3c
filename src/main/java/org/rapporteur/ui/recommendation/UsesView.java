package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.ui.kit.BlockButton;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/** "Recommendations that rest on this", for what other features show; takes no room while there are none. */
final class UsesView extends VBox {
    private record Found(List<Row> rows, Map<UUID, Row> wordings) {}

    private final RecommendationParts parts;
    private final UUID target;
    private final LatestTask<Found> loading;

    UsesView(RecommendationParts parts, UUID target) {
        super(4);
        this.parts = parts;
        this.target = target;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        setId("recommendation-uses");
        fill(new Found(List.of(), Map.of()));
        parts.recordKit().follow(this, Set.of(EVIDENCE, RECOMMENDATION, VERSION), commit -> load());
        load();
    }

    private void load() {
        loading.request(progress -> {
            List<Row> rows = parts.chain().uses(target);
            return new Found(rows, Wordings.current(parts.recordKit().records(), rows));
        });
    }

    private void fill(Found found) {
        setVisible(!found.rows().isEmpty());
        setManaged(!found.rows().isEmpty());
        List<Node> nodes = new ArrayList<>();
        Label title = new Label();
        title.textProperty()
                .bind(parts.i18n().text("recommendation.uses", found.rows().size()));
        title.setWrapText(true);
        title.getStyleClass().add("h3");
        nodes.add(title);
        for (Row row : found.rows()) {
            nodes.add(entry(row, found.wordings().get(row.id())));
        }
        getChildren().setAll(nodes);
    }

    private Node entry(Row row, Row wording) {
        String name = parts.name(row, wording);
        Label words = new Label(name);
        words.setWrapText(true);
        words.setMinWidth(60);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox lines = new VBox(2, words);
        String status = row.text("status");
        if (!status.isEmpty()) {
            lines.getChildren()
                    .add(new Chip(
                            RecommendationParts.tone(status),
                            new SimpleStringProperty(parts.recordKit()
                                    .words()
                                    .value(RECOMMENDATION, RECOMMENDATION.field("status"), status))));
        }
        HBox content = new HBox(8, Icons.of(Material2OutlinedAL.GAVEL, 18), lines);
        BlockButton open = new BlockButton(content);
        HBox.setHgrow(lines, Priority.ALWAYS);
        open.setAccessibleText(name);
        open.setOnAction(e -> parts.navigator().open(parts.place(row.id(), name)));
        return open;
    }
}
