package org.rapporteur.ui.participant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.RecordAction;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.kit.record.RefPicker;
import org.rapporteur.ui.shell.MakesNew;

/** The participants of one meeting: how the delegations stand, the delegations with their people, and all people. */
final class DelegationsView extends BorderPane implements MakesNew {
    private static final List<String> TOGETHER = List.of("iscm", "reo", "un_regional_commission", "state");

    private final ParticipantParts parts;
    private final DelegationsViewModel model;
    private final DetailView delegations;
    private final TabPane tabs = new TabPane();
    private RefPicker picker;

    DelegationsView(ParticipantParts parts, UUID meeting) {
        this.parts = parts;
        this.model = new DelegationsViewModel(parts.records(), meeting);
        getStyleClass().add("delegations");
        getStylesheets().add(ParticipantStyles.sheet());
        RecordTable table = table(meeting);
        delegations =
                new DetailView(parts.records(), "participant.delegations", table, DelegationForm.of(parts.records()));
        setTop(new TallyBar(parts, model, table));
        setCenter(tabs(meeting));
        parts.records()
                .follow(this, Set.of(ParticipantKinds.DELEGATION, ParticipantKinds.DELEGATE), commit -> model.load());
        model.load();
    }

    /** Another delegation: which party it is of is asked. In the list of people, another one of the same delegation. */
    @Override
    public void makeNew() {
        boolean people = tabs.getSelectionModel().getSelectedIndex() > 0;
        if (people
                && tabs.getSelectionModel().getSelectedItem().getContent() instanceof DelegatesList list
                && list.makeNew()) {
            return;
        }
        tabs.getSelectionModel().select(0);
        picker.requestFocus();
    }

    private Node tabs(UUID meeting) {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("inner-tabs");
        Tab by = new Tab(null, delegations);
        by.textProperty().bind(parts.i18n().text("participant.view.delegations"));
        Tab all = new Tab();
        all.textProperty().bind(parts.i18n().text("participant.view.delegates"));
        all.selectedProperty().addListener((o, was, is) -> {
            if (is && all.getContent() == null) {
                all.setContent(new DelegatesList(parts, meeting));
            }
        });
        tabs.getTabs().addAll(List.of(by, all));
        return tabs;
    }

    private RecordTable table(UUID meeting) {
        return new RecordTable(parts.records(), ParticipantKinds.DELEGATION)
                .column(RecordColumn.computed("title", "participant.column.delegation", this::titles)
                        .width(260))
                .column(RecordColumn.field("status").width(130).chip(DelegationsView::tone))
                .column(RecordColumn.computed("delegates", "participant.column.delegates", this::delegates)
                        .asNumber()
                        .width(108))
                .column(RecordColumn.computed("head", "participant.column.head", this::heads)
                        .width(160))
                .column(RecordColumn.field("credentials").width(130).chip(DelegationsView::credentials))
                .column(RecordColumn.field("capacity").width(120))
                .column(RecordColumn.field("invited_on").hidden())
                .column(RecordColumn.field("nominated_on").hidden())
                .column(RecordColumn.field("nomination_by").hidden())
                .column(RecordColumn.field("nomination_symbol").hidden())
                .filters("status", "capacity", "credentials")
                .query(Query.partsOf(ParticipantKinds.DELEGATION, meeting))
                .follows(ParticipantKinds.DELEGATE, ParticipantKinds.PERSON, PartyKinds.PARTY)
                .sortedBy("title")
                .tools(addOne(), addMany())
                .actions(
                        RecordAction.of("participant.action.invited", Material2OutlinedMZ.SEND, model::invited)
                                .when(rows -> parts.records().writable()),
                        RecordAction.of("participant.action.confirmed", Material2OutlinedAL.CHECK, model::confirmed)
                                .when(rows -> parts.records().writable()),
                        RecordAction.of(
                                        "participant.action.credentials",
                                        Material2OutlinedMZ.VERIFIED_USER,
                                        model::credentialsReceived)
                                .when(rows -> parts.records().writable()),
                        RecordAction.of(
                                "participant.copyEmails", Material2OutlinedAL.ALTERNATE_EMAIL, this::copyEmails))
                .empty(
                        Material2OutlinedAL.GROUP_ADD,
                        "participant.delegations.empty",
                        "participant.delegations.empty.sentence",
                        addMany());
    }

    static Tone tone(String status) {
        return switch (status) {
            case "confirmed" -> Tone.SUCCESS;
            case "nominated", "invited" -> Tone.INFO;
            case "declined" -> Tone.DANGER;
            case "no_answer" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }

    private static Tone credentials(String value) {
        return switch (value) {
            case "accepted", "received" -> Tone.SUCCESS;
            case "awaited" -> Tone.WARNING;
            case "rejected" -> Tone.DANGER;
            default -> null;
        };
    }

    private Node addOne() {
        picker = new RefPicker(parts.records(), () -> Query.of(PartyKinds.PARTY)).adding();
        picker.promptTextProperty().bind(parts.i18n().text("participant.delegations.addOne"));
        Access.name(picker, parts.i18n().text("participant.delegations.addOne"));
        picker.setPrefWidth(180);
        picker.setId("add-delegation");
        picker.setDisable(!parts.records().writable());
        picker.onPick(party -> {
            picker.reset();
            model.add(party, delegations::show);
        });
        picker.onCreate(PartyKinds.PARTY, (name, party) -> {
            picker.reset();
            model.create(name, party, delegations::show);
        });
        HBox box = new HBox(picker.withNote());
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private MenuButton addMany() {
        MenuButton menu = new MenuButton(null, Icons.of(Material2OutlinedAL.GROUP_ADD));
        menu.textProperty().bind(parts.i18n().text("participant.delegations.addMany"));
        menu.setDisable(!parts.records().writable());
        for (String category : TOGETHER) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(parts.i18n().text("participant.delegations.all." + category));
            item.setOnAction(event -> model.addAll(
                    category,
                    added -> parts.kit()
                            .notifications()
                            .show(Notice.success(parts.i18n().text("participant.delegations.added", added)))));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Map<UUID, Cell> titles(Records store, List<Row> rows) {
        Map<UUID, Cell> cells = new HashMap<>();
        parts.records().titles().prepare(rows, List.of(ParticipantKinds.DELEGATION.field("party")));
        rows.forEach(row -> cells.put(row.id(), Cell.of(parts.records().titles().of(row))));
        return cells;
    }

    private static List<Row> delegatesOf(Records store, List<Row> rows) {
        List<UUID> ids = rows.stream().map(Row::id).toList();
        return ids.isEmpty()
                ? List.of()
                : store.list(Query.of(ParticipantKinds.DELEGATE)
                        .where("delegation", ids)
                        .by("position"));
    }

    private Map<UUID, Cell> delegates(Records store, List<Row> rows) {
        Map<UUID, Integer> counts = new HashMap<>();
        delegatesOf(store, rows).forEach(row -> counts.merge(row.ref("delegation"), 1, Integer::sum));
        Map<UUID, Cell> cells = new HashMap<>();
        counts.forEach((id, count) ->
                cells.put(id, Cell.of(parts.i18n().messages().formats().number(count), count)));
        return cells;
    }

    private Map<UUID, Cell> heads(Records store, List<Row> rows) {
        List<Row> heads = delegatesOf(store, rows).stream()
                .filter(row -> row.text("role").equals("head"))
                .toList();
        parts.records().titles().prepare(heads, List.of(ParticipantKinds.DELEGATE.field("person")));
        Map<UUID, Cell> cells = new HashMap<>();
        heads.forEach(row -> cells.putIfAbsent(
                row.ref("delegation"), Cell.of(parts.records().titles().of(row))));
        return cells;
    }

    private void copyEmails(List<Row> rows) {
        List<UUID> ids = rows.stream().map(Row::id).toList();
        parts.kit()
                .tasks()
                .read(progress -> model.addresses(ids))
                .then(addresses -> {
                    if (!addresses.isEmpty()) {
                        parts.kit().dialogs().copy(String.join("; ", addresses));
                    }
                    parts.kit()
                            .notifications()
                            .show(Notice.info(parts.i18n().text("participant.emailsCopied", addresses.size())));
                })
                .start();
    }
}
