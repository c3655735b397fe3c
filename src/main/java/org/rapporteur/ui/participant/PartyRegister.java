package org.rapporteur.ui.participant;

import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordTable;

/** The parties of one group. */
final class PartyRegister implements Register {
    private final ParticipantParts parts;
    private final PartyGroup group;
    private final DetailView view;

    PartyRegister(ParticipantParts parts, PartyGroup group) {
        this.parts = parts;
        this.group = group;
        RecordTable table = new RecordTable(parts.records(), PartyKinds.PARTY)
                .query(Query.of(PartyKinds.PARTY).where("category", group.categories()))
                .sortedBy("name")
                .tools(addButton())
                .follows(PartyKinds.MEMBERSHIP, PartyKinds.CHAIRMANSHIP)
                .empty(
                        group.icon(),
                        "participant." + group.id() + ".empty",
                        "participant." + group.id() + ".empty.sentence",
                        addButton());
        columns(table);
        view = new DetailView(parts.records(), "participant.parties", table, PartyForm.of(parts.records(), group));
    }

    private void columns(RecordTable table) {
        PartyColumns more = new PartyColumns(parts);
        switch (group) {
            case STATES ->
                table.column(RecordColumn.field("name").width(240))
                        .column(RecordColumn.field("category").width(100))
                        .column(RecordColumn.field("code").width(72))
                        .column(RecordColumn.field("region").width(110))
                        .column(more.mechanisms())
                        .column(RecordColumn.field("subregion").hidden())
                        .column(RecordColumn.field("formal_name").hidden())
                        .column(RecordColumn.field("iso3").hidden())
                        .column(RecordColumn.field("m49").hidden())
                        .filters("category", "region", "subregion");
            case MECHANISMS ->
                table.column(RecordColumn.field("name").width(300))
                        .column(RecordColumn.field("acronym").width(100))
                        .column(PartyColumns.status())
                        .column(more.members())
                        .column(RecordColumn.field("iscm_kind").width(160))
                        .column(RecordColumn.field("region").width(130))
                        .column(more.chair())
                        .column(RecordColumn.field("established").hidden())
                        .column(RecordColumn.field("secretariat_model").hidden())
                        .filters("iscm_kind", "status", "region");
            case ORGANIZATIONS, OTHERS ->
                table.column(RecordColumn.field("name").width(300))
                        .column(RecordColumn.field("acronym").width(100))
                        .column(RecordColumn.field("category").width(180))
                        .column(RecordColumn.field("region").width(130))
                        .column(RecordColumn.field("website").hidden())
                        .filters("category", "region");
        }
        table.column(RecordColumn.field("source").hidden());
    }

    private Button addButton() {
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD));
        add.textProperty().bind(parts.i18n().text("participant." + group.id() + ".add"));
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
        parts.records()
                .edits()
                .insert(
                        PartyKinds.PARTY,
                        Values.of("category", group.categories().getFirst()),
                        id -> {
                            view.show(id);
                            view.form().focusField("name");
                        });
    }
}
