package org.rapporteur.ui.participant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.PartsList;
import org.rapporteur.ui.kit.record.RecordAction;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;

/** The people, with those who may have been entered twice. */
final class PeopleRegister implements Register {
    private final ParticipantParts parts;
    private final DetailView view;

    PeopleRegister(ParticipantParts parts) {
        this.parts = parts;
        Button duplicates = new Button(null, Icons.of(Material2OutlinedAL.CALL_MERGE));
        RecordTable table = new RecordTable(parts.records(), ParticipantKinds.PERSON)
                .column(RecordColumn.field("family_name").width(150))
                .column(RecordColumn.field("given_name").width(130))
                .column(RecordColumn.field("name_in_script").width(140).hidden())
                .column(RecordColumn.field("party").width(190))
                .column(RecordColumn.field("position").width(180))
                .column(RecordColumn.field("email").width(190).hidden())
                .column(RecordColumn.field("phone").hidden())
                .column(RecordColumn.field("languages").hidden())
                .column(RecordColumn.computed("meetings", "participant.column.meetings", this::meetings)
                        .asNumber()
                        .width(96))
                .filters("party", "gender")
                .sortedBy("family_name")
                .follows(ParticipantKinds.DELEGATE)
                .tools(duplicates, addButton())
                .actions(RecordAction.of(
                        "participant.copyEmails", Material2OutlinedAL.ALTERNATE_EMAIL, this::copyEmails))
                .empty(
                        Material2OutlinedMZ.PEOPLE,
                        "participant.person.empty",
                        "participant.person.empty.sentence",
                        addButton());
        view = new DetailView(parts.records(), "participant.people", table, form());
        DuplicatesViewModel model = new DuplicatesViewModel(parts.records());
        duplicates.textProperty().bind(parts.i18n().text("participant.duplicates.count", model.count()));
        duplicates.visibleProperty().bind(model.count().greaterThan(0));
        duplicates.managedProperty().bind(duplicates.visibleProperty());
        duplicates.setOnAction(event -> parts.kit()
                .sidePanel()
                .show(parts.i18n().text("participant.duplicates"), new DuplicatesView(parts, model, this::show)));
        parts.records().follow(view, java.util.Set.of(ParticipantKinds.PERSON), commit -> model.load());
        model.load();
    }

    private RecordForm form() {
        return new RecordForm(parts.records(), ParticipantKinds.PERSON)
                .fields("honorific", "given_name", "family_name", "name_in_script")
                .section("participant.section.office", "party", "position", "unit")
                .section("participant.section.contact", "email", "phone", "languages")
                .part(
                        "participant.section.takesPart",
                        new PartsList(parts.records(), ParticipantKinds.DELEGATE)
                                .query(person ->
                                        Query.of(ParticipantKinds.DELEGATE).where("person", person))
                                .titled(this::meetingOf)
                                .details("role", "attendance")
                                .noInline()
                                .readOnly())
                .rest();
    }

    private String meetingOf(Records store, Row delegate) {
        UUID delegation = delegate.ref("delegation");
        return delegation == null
                ? ""
                : store.find(ParticipantKinds.DELEGATION, delegation)
                        .map(row -> {
                            parts.records()
                                    .titles()
                                    .prepare(List.of(row), List.of(ParticipantKinds.DELEGATION.field("meeting")));
                            return parts.records().titles().known(row.ref("meeting"));
                        })
                        .orElse("");
    }

    private Map<UUID, Cell> meetings(Records store, List<Row> rows) {
        Map<UUID, Integer> counts = new HashMap<>();
        store.each(Query.of(ParticipantKinds.DELEGATE), row -> {
            if (row.ref("person") != null) {
                counts.merge(row.ref("person"), 1, Integer::sum);
            }
        });
        Map<UUID, Cell> cells = new HashMap<>();
        counts.forEach((person, count) ->
                cells.put(person, Cell.of(parts.i18n().messages().formats().number(count), count)));
        return cells;
    }

    private void copyEmails(List<Row> people) {
        String addresses = people.stream()
                .map(row -> row.text("email").strip())
                .filter(address -> !address.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        long count = addresses.isEmpty()
                ? 0
                : addresses.chars().filter(c -> c == ';').count() + 1;
        if (count > 0) {
            parts.kit().dialogs().copy(addresses);
        }
        parts.kit().notifications().show(Notice.info(parts.i18n().text("participant.emailsCopied", count)));
    }

    private Button addButton() {
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD));
        add.textProperty().bind(parts.i18n().text("participant.person.add"));
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
        parts.records().edits().insert(ParticipantKinds.PERSON, Values.none(), id -> {
            view.show(id);
            view.form().focusField("given_name");
        });
    }
}
