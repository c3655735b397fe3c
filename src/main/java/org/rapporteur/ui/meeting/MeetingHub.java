package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.shell.MakesNew;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;

/** One meeting: its name and dates, and the tabs of everything that belongs to it. */
final class MeetingHub extends BorderPane implements MakesNew {
    static final String OVERVIEW = "overview";
    static final String AGENDA = "agenda";

    private record Entry(String id, String labelKey, int order, Function<UUID, Node> view) {}

    private final MeetingParts parts;
    private final UUID meeting;
    private final TabPane tabs = new TabPane();
    private final Label name = new Label();
    private final Label when = new Label();
    private final HBox chips = new HBox(8);
    private final PaperMenu papers;
    private final LatestTask<Optional<Row>> loading;
    private Row row;
    private AgendaView agenda;
    private OverviewView overview;
    private boolean opening;

    MeetingHub(MeetingParts parts, UUID meeting) {
        this.parts = parts;
        this.meeting = meeting;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::loaded);
        getStyleClass().add("meeting-hub");
        name.getStyleClass().add("h2");
        name.setMinWidth(0);
        when.getStyleClass().add("muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(Region.USE_PREF_SIZE);
        papers = new PaperMenu(parts.kit(), parts.reports(), meeting, this::fileName);
        papers.setId("meeting-export");
        for (String code : List.of("CAL-01", "CAL-02")) {
            papers.remedy(code, "meeting.zone.choose", () -> setField("timezone"));
        }
        HBox head = new HBox(12, name, when, chips, papers);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("meeting-head");
        HBox.setHgrow(chips, Priority.ALWAYS);
        setTop(head);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("meeting-tabs");
        entries().forEach(this::add);
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> fill(is));
        setCenter(tabs);
        parts.recordKit().follow(this, Set.of(MeetingKinds.MEETING), commit -> {
            if (commit.touches(meeting)) {
                load();
            }
        });
        load();
    }

    /** What files of this meeting are called after. */
    private String fileName() {
        Language language = parts.i18n().language().get();
        return parts.records()
                .find(MeetingKinds.MEETING, meeting)
                .map(found -> Meeting.of(found).shortName(language))
                .orElse("");
    }

    /** The papers of this meeting. */
    PaperMenu papers() {
        return papers;
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(
                new Entry(OVERVIEW, "meeting.tab.overview", 0, id -> overview = new OverviewView(parts, id, this::go)));
        entries.add(
                new Entry(AGENDA, "meeting.tab.agenda", 1, id -> agenda = new AgendaView(parts, id, this::setDates)));
        for (MeetingTab tab : parts.tabs()) {
            entries.add(new Entry(tab.id(), tab.labelKey(), tab.order(), tab::view));
        }
        entries.sort(Comparator.comparingInt(Entry::order));
        return entries;
    }

    private void add(Entry entry) {
        Tab tab = new Tab();
        tab.setId(entry.id());
        tab.setUserData(entry);
        tab.textProperty().bind(parts.i18n().text(entry.labelKey()));
        tabs.getTabs().add(tab);
    }

    private void fill(Tab tab) {
        if (tab == null) {
            return;
        }
        if (tab.getContent() == null) {
            tab.setContent(((Entry) tab.getUserData()).view().apply(meeting));
        }
        if (!opening) {
            parts.navigator().open(place(tab.getId()));
        }
    }

    private Place place(String tab) {
        String label = row == null
                ? ""
                : Meeting.of(row).shortName(parts.i18n().language().get());
        Entry entry =
                entries().stream().filter(e -> e.id().equals(tab)).findFirst().orElseThrow();
        return Place.of("meetings").then(meeting.toString(), label).thenKey(tab, entry.labelKey());
    }

    /**
     * Shows a tab; null shows the one that was shown last, at first the overview.
     *
     * @param record a record to show in it, null for none
     */
    void open(String tab, UUID record) {
        open(tab);
        if (record == null) {
            return;
        }
        if (AGENDA.equals(tab)) {
            agenda.select(record);
        } else {
            parts.tabs().stream().filter(t -> t.id().equals(tab)).findFirst().ifPresent(t -> t.select(meeting, record));
        }
    }

    private void open(String tab) {
        opening = true;
        try {
            tabs.getTabs().stream()
                    .filter(t -> t.getId().equals(tab))
                    .findFirst()
                    .ifPresent(t -> tabs.getSelectionModel().select(t));
            fill(tabs.getSelectionModel().getSelectedItem());
        } finally {
            opening = false;
        }
    }

    /** Identifier of the tab that is shown. */
    String shown() {
        return tabs.getSelectionModel().getSelectedItem().getId();
    }

    private void go(String tab) {
        parts.navigator().open(place(tab));
    }

    /** Opens the overview of a new meeting with the caret in its name. */
    void nameIt() {
        overview.focusName();
    }

    private void setDates() {
        setField("starts_on");
    }

    /** Leads to a field of the meeting. */
    private void setField(String field) {
        open(OVERVIEW);
        parts.navigator().open(place(OVERVIEW));
        overview.focusField(field);
    }

    /** What the tab shown holds: a fact, a session or an item, a delegation, a question, a recommendation, a document. */
    @Override
    public void makeNew() {
        if (tabs.getSelectionModel().getSelectedItem().getContent() instanceof MakesNew maker) {
            maker.makeNew();
        }
    }

    private void load() {
        loading.request(progress -> parts.records().find(MeetingKinds.MEETING, meeting));
    }

    private void loaded(Optional<Row> found) {
        row = found.orElse(null);
        if (row == null) {
            return;
        }
        I18n i18n = parts.i18n();
        Language language = i18n.language().get();
        Meeting now = Meeting.of(row);
        String title = row.textOr("name", language.code());
        name.setText(title.isBlank() ? now.shortName(language) : title);
        String dates = now.first()
                .map(first -> i18n.formats().dates(first, now.last().orElse(first)))
                .orElse(row.text("dates_stated"));
        String place = row.textOr("place", language.code());
        when.setText(place.isBlank() ? dates : dates.isBlank() ? place : i18n.now("meeting.where", dates, place));
        chips.getChildren().clear();
        if (row.deleted()) {
            chips.getChildren().add(new Chip(Tone.DANGER, i18n.text("meeting.isdeleted")));
        }
        LocalDate today = LocalDate.now(parts.recordKit().clock());
        now.first().filter(first -> !first.isBefore(today)).ifPresent(first -> {
            long days = ChronoUnit.DAYS.between(today, first);
            chips.getChildren()
                    .add(new Chip(
                            days < 15 ? Tone.WARNING : Tone.INFO,
                            org.kordamp.ikonli.material2.Material2OutlinedAL.EVENT,
                            new SimpleStringProperty(i18n.formats().days(days))));
        });
        if (now.illustrative()) {
            chips.getChildren().add(new Chip(Tone.NEUTRAL, i18n.text("meeting.illustrative")));
        }
        // The breadcrumb follows the name.
        Place current = parts.navigator().current().get();
        if (current != null
                && current.area().equals("meetings")
                && meeting.toString().equals(current.id(0))) {
            parts.navigator().replace(place(shown()));
        }
    }

    AgendaView agenda() {
        return agenda;
    }

    Row row() {
        return row;
    }
}
