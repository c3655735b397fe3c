package org.rapporteur.ui.participant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.rapporteur.core.participant.DelegationTally;
import org.rapporteur.core.participant.DelegationTally.Status;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordTable;

/** How the delegations of a meeting stand, in numbers; a number leads to those it counts. */
final class TallyBar extends FlowPane {
    private final ParticipantParts parts;
    private final Label total = new Label();
    private final Label credentials = new Label();
    private final Map<Status, SimpleIntegerProperty> counts = new EnumMap<>(Status.class);

    TallyBar(ParticipantParts parts, DelegationsViewModel model, RecordTable table) {
        super(8, 8);
        this.parts = parts;
        getStyleClass().add("tally-bar");
        setAlignment(Pos.CENTER_LEFT);
        total.getStyleClass().add("tally-total");
        credentials.getStyleClass().add("muted");
        getChildren().add(total);
        ToggleGroup group = new ToggleGroup();
        for (Status status : Status.values()) {
            SimpleIntegerProperty count = new SimpleIntegerProperty();
            counts.put(status, count);
            ToggleButton button = button(status, count);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        group.selectedToggleProperty()
                .addListener((o, was, is) ->
                        table.choose("status", is == null ? List.of() : List.of(((Status) is.getUserData()).value())));
        getChildren().add(credentials);
        model.tally().addListener((o, was, is) -> show(is));
        show(model.tally().get());
    }

    private ToggleButton button(Status status, SimpleIntegerProperty count) {
        ToggleButton button = new ToggleButton();
        Tone tone = DelegationsView.tone(status.value());
        button.setUserData(status);
        button.setGraphic(Icons.of(tone.icon(), 14));
        button.getStyleClass().addAll("chip", "tally", tone.styleClass());
        button.textProperty().bind(parts.i18n().text("participant.tally." + status.value(), count));
        button.visibleProperty().bind(count.greaterThan(0).or(button.selectedProperty()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void show(DelegationTally tally) {
        if (tally == null) {
            return;
        }
        counts.forEach((status, count) -> count.set(tally.byStatus().get(status)));
        total.textProperty().bind(parts.i18n().text("participant.tally.total", tally.delegations(), tally.delegates()));
        credentials
                .textProperty()
                .bind(parts.i18n()
                        .text("participant.tally.credentials", tally.credentialsIn(), tally.credentialsNeeded()));
        credentials.setVisible(tally.credentialsNeeded() > 0);
        credentials.setManaged(tally.credentialsNeeded() > 0);
    }
}
