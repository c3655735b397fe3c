package org.rapporteur.documents.from;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.Agenda;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.meeting.SessionType;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.AgendaInput;
import org.rapporteur.documents.build.MeetingFacts;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** The agenda on paper has the order of the outline on the screen. */
class AgendaFromTest {
    @TempDir
    Path folder;

    @Test
    void nestedItemsComeAfterTheirWholeWhateverTheirKeysOfOrder() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            Agenda agenda = new Agenda(workspace.changes());
            UUID meeting = workspace
                    .changes()
                    .write(
                            Label.of("step.add"),
                            tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Meeting")));
            UUID session = agenda.addSession(
                    Label.of("step.add"),
                    meeting,
                    SessionType.PLENARY,
                    Slot.NONE,
                    Language.EN,
                    "S",
                    java.util.Map.of());
            UUID first = item(agenda, meeting, null, 0, "Opening", null);
            UUID second = item(agenda, meeting, null, 1, "Debate", session);
            item(agenda, meeting, null, 2, "Closing", null);
            // Made later and under another item, they have keys of order that say nothing beside those of the top.
            item(agenda, meeting, second, 0, "Returns", session);
            item(agenda, meeting, second, 0, "Data", session);
            item(agenda, meeting, first, 0, "Credentials", null);
            AgendaInput paper =
                    new AgendaFrom(new Source(workspace, Language.EN, Clock.systemUTC())).read(meeting, true);
            List<String> shown =
                    Outline.inOrder(workspace.list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting))).stream()
                            .map(AgendaFromTest::line)
                            .toList();
            List<String> wanted =
                    List.of("1 Opening", "1 (a) Credentials", "2 Debate", "2 (a) Data", "2 (b) Returns", "3 Closing");
            assertEquals(wanted, shown);
            assertEquals(
                    wanted,
                    paper.items().stream()
                            .map(i -> i.number() + " " + i.title().text())
                            .toList());
            assertEquals(
                    List.of("2", "2 (a)", "2 (b)"), paper.sessions().getFirst().itemNumbers());
            // Numbers that were typed as a part only are cited with their whole; others as they are stated.
            workspace.changes().run(Label.of("step.edit"), tx -> {
                for (Row item : tx.list(Query.partsOf(MeetingKinds.AGENDA_ITEM, meeting))) {
                    String number =
                            switch (item.text("title_en")) {
                                case "Data" -> "(a)";
                                case "Returns" -> "10 bis";
                                case "Credentials" -> "1(a)";
                                default -> item.text("number");
                            };
                    tx.set(MeetingKinds.AGENDA_ITEM, item.id(), "number", number);
                }
            });
            assertEquals(
                    List.of("1", "1(a)", "2", "2 (a)", "10 bis", "3"),
                    new AgendaFrom(new Source(workspace, Language.EN, Clock.systemUTC()))
                            .read(meeting, true).items().stream()
                                    .map(AgendaInput.Item::number)
                                    .toList());
        }
    }

    @Test
    void everyRoleHasItsOwnLineAndParallelSessionsStandInTheOrderOfTheRooms() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID meeting = workspace.changes().write(Label.of("step.add"), tx -> {
                UUID made = tx.insert(
                        MeetingKinds.MEETING, Values.of("name_en", "M").with("status", "cancelled"));
                List<String> keys = OrderKeys.spread(2);
                UUID a = tx.insert(
                        MeetingKinds.ROOM,
                        Values.of("meeting", made).with("name", "A").with("position", keys.get(0)));
                UUID b = tx.insert(
                        MeetingKinds.ROOM,
                        Values.of("meeting", made).with("name", "B").with("position", keys.get(1)));
                for (UUID room : List.of(b, a)) {
                    UUID session = tx.insert(
                            MeetingKinds.SESSION,
                            Values.of("meeting", made)
                                    .with("room", room)
                                    .with("day", "2027-03-27")
                                    .with("starts_at", "22:00")
                                    .with("minutes", 360));
                    for (String role : MeetingKinds.SPEAKER.field("role").values()) {
                        tx.insert(
                                MeetingKinds.SPEAKER,
                                Values.of("session", session).with("role", role).with("designation", role));
                    }
                }
                return made;
            });
            AgendaInput paper =
                    new AgendaFrom(new Source(workspace, Language.EN, Clock.systemUTC())).read(meeting, false);
            assertEquals(MeetingFacts.Standing.CANCELLED, paper.meeting().standing());
            assertEquals(
                    List.of("A", "B"),
                    paper.sessions().stream().map(s -> s.room().text()).toList());
            // Whatever roles there are: each stands under its own name, but interpreters do not.
            for (AgendaInput.People people : paper.sessions().getFirst().people()) {
                assertEquals(
                        List.of(people.role().name().toLowerCase(java.util.Locale.ROOT)),
                        people.names().stream().map(Phrase::text).toList());
            }
            assertEquals(
                    MeetingKinds.SPEAKER.field("role").values().size() - 1,
                    paper.sessions().getFirst().people().size());
        }
    }

    private static String line(Row row) {
        return row.text("number") + " " + row.text("title_en");
    }

    private static UUID item(Agenda agenda, UUID meeting, UUID parent, int index, String title, UUID session) {
        return agenda.addItem(Label.of("step.add"), meeting, parent, index, Language.EN, title, session);
    }
}
