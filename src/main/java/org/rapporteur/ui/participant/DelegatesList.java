package org.rapporteur.ui.participant;

import java.util.List;
import java.util.UUID;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;

/** All people of a meeting in one list, for the registration desk. */
final class DelegatesList extends StackPane {
    private final ParticipantParts parts;
    private final DetailView detail;

    DelegatesList(ParticipantParts parts, UUID meeting) {
        this.parts = parts;
        RecordTable table = new RecordTable(parts.records(), ParticipantKinds.DELEGATE)
                .column(RecordColumn.field("person").width(200))
                .column(RecordColumn.field("delegation").width(230))
                .column(RecordColumn.field("role").width(140))
                .column(RecordColumn.field("position_stated").width(200))
                .column(RecordColumn.field("attendance").width(130).chip(DelegatesList::tone))
                .column(RecordColumn.field("name_stated").hidden())
                .query(Query.of(ParticipantKinds.DELEGATE).where("scope", meeting))
                .filters("role", "attendance", "delegation")
                .sortedBy("delegation")
                .empty(
                        Material2OutlinedMZ.PEOPLE,
                        "participant.delegates.empty",
                        "participant.delegates.empty.sentence");
        RecordForm form = new RecordForm(parts.records(), ParticipantKinds.DELEGATE)
                .fields("person", "role", "position_stated", "attendance", "name_stated");
        detail = new DetailView(parts.records(), "participant.delegates", table, form);
        getChildren().setAll(List.of(detail));
    }

    /** Adds somebody to the delegation of the selected person. Returns false if nobody is selected. */
    boolean makeNew() {
        Row selected = detail.form().row().get();
        if (selected == null || !parts.records().writable()) {
            return false;
        }
        UUID delegation = selected.ref("delegation");
        parts.records()
                .edits()
                .write(
                        Label.of("step.add", KindWords.word(ParticipantKinds.DELEGATE)),
                        tx -> {
                            String last = tx.list(Query.partsOf(ParticipantKinds.DELEGATE, delegation)).stream()
                                    .map(row -> row.text("position"))
                                    .max(String::compareTo)
                                    .orElse(null);
                            return tx.insert(
                                    ParticipantKinds.DELEGATE,
                                    Values.of("delegation", delegation)
                                            .with("position", OrderKeys.between(last, null)));
                        },
                        id -> {
                            detail.show(id);
                            detail.form().focusField("person");
                        });
        return true;
    }

    private static Tone tone(String attendance) {
        return switch (attendance) {
            case "present", "remote" -> Tone.SUCCESS;
            case "registered" -> Tone.INFO;
            case "absent" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }
}
