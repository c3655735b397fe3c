package org.rapporteur.ui.participant;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.participant.PersonDuplicates.Pair;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Tone;

/** The panel of possible duplicates: each pair with why, and three answers. */
final class DuplicatesView extends VBox {
    private final ParticipantParts parts;
    private final DuplicatesViewModel model;
    private final Consumer<UUID> show;

    DuplicatesView(ParticipantParts parts, DuplicatesViewModel model, Consumer<UUID> show) {
        super(12);
        this.parts = parts;
        this.model = model;
        this.show = show;
        ChangeListener<List<Pair>> listener = (o, was, is) -> fill(is);
        sceneProperty().addListener((o, was, is) -> {
            model.pairs().removeListener(listener);
            if (is != null) {
                model.pairs().addListener(listener);
                fill(model.pairs().get());
            }
        });
    }

    private void fill(List<Pair> pairs) {
        getChildren().setAll(pairs.stream().map(this::card).toList());
        if (pairs.isEmpty()) {
            Label none = new Label();
            none.textProperty().bind(parts.i18n().text("participant.duplicates.none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            getChildren().setAll(none);
        }
    }

    private Node card(Pair pair) {
        I18n i18n = parts.i18n();
        String why =
                switch (pair.certainty()) {
                    case SAME_ADDRESS -> "participant.duplicates.address";
                    case LIKELY -> "participant.duplicates.likely";
                    case POSSIBLE -> "participant.duplicates.possible";
                };
        Tone tone =
                switch (pair.certainty()) {
                    case SAME_ADDRESS, LIKELY -> Tone.WARNING;
                    case POSSIBLE -> Tone.INFO;
                };
        VBox card = new VBox(8, new Chip(tone, i18n.text(why)), person(pair.first()), person(pair.second()));
        card.getStyleClass().add("card");
        if (parts.records().writable()) {
            card.getChildren().add(buttons(pair));
        }
        return card;
    }

    private Node person(Row row) {
        Hyperlink name = new Hyperlink(DuplicatesViewModel.name(row));
        name.setOnAction(event -> show.accept(row.id()));
        name.setStyle("-fx-padding: 0;");
        VBox box = new VBox(name);
        String party = row.ref("party") == null ? "" : parts.records().titles().known(row.ref("party"));
        for (String line : List.of(row.text("name_in_script"), row.text("position"), party, row.text("email"))) {
            if (!line.isBlank()) {
                Label label = new Label(line);
                label.getStyleClass().addAll("muted", "small");
                label.setWrapText(true);
                box.getChildren().add(label);
            }
        }
        return box;
    }

    private Node buttons(Pair pair) {
        FlowPane buttons = new FlowPane(4, 4);
        buttons.getChildren()
                .addAll(
                        button("participant.duplicates.keepFirst", () -> model.merge(pair.first(), pair.second())),
                        button("participant.duplicates.keepSecond", () -> model.merge(pair.second(), pair.first())),
                        button("participant.duplicates.different", () -> model.keepApart(pair)));
        return buttons;
    }

    private Button button(String key, Runnable does) {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text(key));
        button.getStyleClass().add("small");
        button.setOnAction(event -> does.run());
        return button;
    }
}
