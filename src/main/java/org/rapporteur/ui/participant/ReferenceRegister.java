package org.rapporteur.ui.participant;

import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;

/** The published lists that records refer to: objectives and guiding principles of the Compact, targets of the SDGs. */
final class ReferenceRegister implements Register {
    private final ParticipantParts parts;
    private final DetailView view;

    ReferenceRegister(ParticipantParts parts) {
        this.parts = parts;
        RecordTable table = new RecordTable(parts.records(), PartyKinds.REFERENCE_ITEM)
                .column(RecordColumn.field("list").width(150))
                .column(RecordColumn.field("code").width(72))
                .column(RecordColumn.field("name").width(420))
                .column(RecordColumn.field("round_table").hidden())
                .column(RecordColumn.field("source").hidden())
                .filters("list")
                .sortedBy("list")
                .tools(addButton())
                .empty(
                        Material2OutlinedAL.LIST_ALT,
                        "participant.reference_item.empty",
                        "participant.reference_item.empty.sentence",
                        addButton());
        RecordForm form = new RecordForm(parts.records(), PartyKinds.REFERENCE_ITEM)
                .fields("list", "code", "name", "short_name", "round_table", "source")
                .rest();
        view = new DetailView(parts.records(), "participant.lists", table, form);
    }

    private Button addButton() {
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD));
        add.textProperty().bind(parts.i18n().text("participant.reference_item.add"));
        add.setOnAction(event -> add());
        add.setDisable(!parts.records().writable());
        return add;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(UUID id) {
        view.show(id);
    }

    @Override
    public void add() {
        view.table().filter(null);
        parts.records().edits().insert(PartyKinds.REFERENCE_ITEM, Values.of("list", "other"), id -> {
            view.show(id);
            view.form().focusField("code");
        });
    }
}
