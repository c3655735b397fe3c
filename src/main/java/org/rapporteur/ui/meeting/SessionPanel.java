package org.rapporteur.ui.meeting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.RecordForm;

/** A session in the side panel: title in six languages, kind, time and room, who leads and speaks, the items it takes up. */
final class SessionPanel extends VBox {
    private final MeetingParts parts;
    private final I18n i18n;
    private final AgendaViewModel model;
    private final RecordForm form;
    private final PartCards speakers;
    private final PartCards items;

    SessionPanel(MeetingParts parts, AgendaViewModel model) {
        this.parts = parts;
        this.i18n = parts.i18n();
        this.model = model;
        getStyleClass().add("session-panel");
        setUserData(this);
        speakers = new PartCards(
                        parts,
                        Set.of(MeetingKinds.SPEAKER, PartyKinds.PARTY, ParticipantKinds.PERSON),
                        this::readSpeakers,
                        () -> new RecordForm(parts.recordKit(), MeetingKinds.SPEAKER)
                                .fields("role", "person", "party", "designation"),
                        "meeting.speaker.remove",
                        Material2OutlinedAL.CLOSE,
                        row -> parts.recordKit().edits().delete(List.of(row)))
                .below(speakerButtons());
        items = new PartCards(
                        parts,
                        Set.of(MeetingKinds.AGENDA_ITEM),
                        SessionPanel::readItems,
                        () -> new RecordForm(parts.recordKit(), MeetingKinds.AGENDA_ITEM)
                                .fields("title", "minutes", "guiding_questions", "expected_outcome", "description"),
                        "meeting.item.out",
                        Material2OutlinedAL.CLOSE,
                        row -> model.assign(row.id(), null))
                .below(itemButton());
        form = new RecordForm(parts.recordKit(), MeetingKinds.SESSION)
                .creating("room", "meeting.room.create", (session, name) -> model.addRoomFor(session.id(), name))
                .fields("title", "type", "room", "day", "starts_at", "minutes")
                .candidates("room", row -> Query.partsOf(MeetingKinds.ROOM, row.ref("meeting")))
                .part("meeting.section.speakers", speakers)
                .part("meeting.section.items", items)
                .folded("meeting.section.description", "description", "illustrative");
        getChildren().add(form);
    }

    void show(UUID session) {
        form.show(session);
    }

    void focusTitle() {
        form.focusField("title");
    }

    /** Adds somebody who leads the session and opens the entry. */
    void addModerator() {
        addSpeaker("moderator");
    }

    private Node speakerButtons() {
        Button moderator = add("meeting.speaker.addModerator", () -> addSpeaker("moderator"));
        moderator.setId("session-add-moderator");
        Button speaker = add("meeting.speaker.add", () -> addSpeaker("speaker"));
        speaker.setId("session-add-speaker");
        FlowPane pane = new FlowPane(4, 4, moderator, speaker);
        pane.setDisable(!model.writable());
        return pane;
    }

    private Button add(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(i18n.text(key));
        button.setGraphic(Icons.of(Material2OutlinedAL.ADD, 16));
        button.getStyleClass().add("flat");
        button.setOnAction(event -> action.run());
        return button;
    }

    private void addSpeaker(String role) {
        UUID session = speakers.owner();
        if (session == null || !model.writable()) {
            return;
        }
        parts.recordKit()
                .edits()
                .write(
                        Label.of("meeting.step.add", Label.word("value." + role)),
                        tx -> {
                            String last = tx.list(Query.partsOf(MeetingKinds.SPEAKER, session)).stream()
                                    .map(row -> row.text("position"))
                                    .max(String::compareTo)
                                    .orElse(null);
                            return tx.insert(
                                    MeetingKinds.SPEAKER,
                                    Values.of("session", session)
                                            .with("role", role)
                                            .with("position", OrderKeys.between(last, null)));
                        },
                        id -> speakers.open(id, "person"));
    }

    private List<PartCards.Part> readSpeakers(Records records, UUID session, String language) {
        return records.list(Query.partsOf(MeetingKinds.SPEAKER, session)).stream()
                .map(row -> new PartCards.Part(row, heading(records, row, language)))
                .toList();
    }

    /** "Moderator: Ms X (ARCP)"; only the role as long as nothing else is known. */
    private String heading(Records records, Row row, String language) {
        String person = row.ref("person") == null
                ? ""
                : records.find(ParticipantKinds.PERSON, row.ref("person"))
                        .map(found -> found.title(language))
                        .orElse("");
        String who = person.isBlank() ? row.text("designation") : person;
        String party = row.ref("party") == null
                ? ""
                : records.find(PartyKinds.PARTY, row.ref("party"))
                        .map(found -> AgendaState.party(found, language))
                        .orElse("");
        String name = who.isBlank() ? party : party.isBlank() ? who : who + " (" + party + ")";
        String role = row.text("role").isBlank() ? "" : i18n.now("value." + row.text("role"));
        return role.isEmpty() || name.isEmpty() ? role + name : i18n.now("meeting.speaker.heading", role, name);
    }

    private static List<PartCards.Part> readItems(Records records, UUID session, String language) {
        UUID meeting = records.find(MeetingKinds.SESSION, session)
                .map(row -> row.ref("meeting"))
                .orElse(null);
        return Outline.inOrder(records.list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting))).stream()
                .filter(row -> session.equals(row.ref("session")))
                .map(row -> new PartCards.Part(row, row.title(language)))
                .toList();
    }

    /** A menu of the items that no session takes up yet, then of the others. */
    private Node itemButton() {
        MenuButton button = new MenuButton();
        button.setId("session-add-item");
        button.textProperty().bind(i18n.text("meeting.item.into"));
        button.setGraphic(Icons.of(Material2OutlinedAL.ADD, 16));
        button.getStyleClass().add("flat");
        button.setDisable(!model.writable());
        button.setOnShowing(event -> {
            button.getItems().clear();
            List<AgendaItem> all = model.outline().items().stream()
                    .filter(item -> !java.util.Objects.equals(item.session(), items.owner()))
                    .sorted(java.util.Comparator.comparing(item -> item.session() != null))
                    .toList();
            for (AgendaItem item : all) {
                MenuItem entry =
                        new MenuItem((item.number() + " " + model.words().title(item)).strip());
                entry.setMnemonicParsing(false);
                entry.setOnAction(e -> model.assign(item.id(), items.owner()));
                button.getItems().add(entry);
            }
            if (all.isEmpty()) {
                MenuItem none = new MenuItem(i18n.now("meeting.item.none"));
                none.setDisable(true);
                button.getItems().add(none);
            }
        });
        // A menu with no entries would not open at all.
        button.getItems().add(new MenuItem(""));
        return button;
    }
}
