package org.rapporteur.core.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.RecordMerge;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class PersonDuplicatesTest {
    private static Row person(int number, Values values) {
        Object[] stored = new Object[ParticipantKinds.PERSON.columns().size()];
        values.map().forEach((column, value) -> stored[ParticipantKinds.PERSON.indexOf(column)] = value);
        return new Row(ParticipantKinds.PERSON, new UUID(7, number), Model.DIRECTORY, false, stored);
    }

    private static Values name(String given, String family) {
        return Values.of("given_name", given).with("family_name", family);
    }

    @Test
    void findsOnePersonAcrossSpellingsAndScripts() {
        List<PersonDuplicates.Pair> pairs = PersonDuplicates.find(List.of(
                person(1, name("Mohammed", "El-Sayed")),
                person(2, name("محمد", "السيد")),
                person(3, name("Anna", "Ivanova")),
                person(4, name("Анна", "Иванова")),
                person(5, name("Aminata", "Diallo"))));
        assertEquals(
                List.of("1-2", "3-4"),
                pairs.stream()
                        .map(p -> p.first().id().getLeastSignificantBits() + "-"
                                + p.second().id().getLeastSignificantBits())
                        .sorted()
                        .toList());
    }

    @Test
    void aSharedOfficeAddressDoesNotMakeOnePerson() {
        Values first = name("Aminata", "Diallo").with("email", "office@example.org");
        Values second = name("John", "Smith").with("email", "office@example.org");
        assertTrue(PersonDuplicates.find(List.of(person(1, first), person(2, second)))
                .isEmpty());
        Values third = name("A.", "Diallo").with("email", "Office@example.org");
        Values fourth = name("Aminata", "Dialo").with("email", "office@example.org");
        assertEquals(
                PersonDuplicates.Certainty.SAME_ADDRESS,
                PersonDuplicates.find(List.of(person(1, first), person(2, third), person(3, fourth)))
                        .getFirst()
                        .certainty());
    }

    @Test
    void mergingMovesWhatPointedAndUndoTakesAllBack(@TempDir Path folder) {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID[] ids = new UUID[4];
            workspace.changes().run(Label.of("step.sample"), tx -> {
                ids[0] = tx.insert(ParticipantKinds.PERSON, name("Mohammed", "El-Sayed"));
                ids[1] =
                        tx.insert(ParticipantKinds.PERSON, name("محمد", "السيد").with("email", "m@example.org"));
                UUID meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "GRCP 7"));
                UUID delegation = tx.insert(ParticipantKinds.DELEGATION, Values.of("meeting", meeting));
                ids[2] = tx.insert(
                        ParticipantKinds.DELEGATE,
                        Values.of("delegation", delegation).with("person", ids[1]));
            });
            int moved = workspace
                    .changes()
                    .write(
                            Label.of("step.merge"),
                            tx -> RecordMerge.merge(tx, Model.kinds(), ParticipantKinds.PERSON, ids[0], ids[1]));
            assertEquals(1, moved);
            Row kept = workspace.find(ParticipantKinds.PERSON, ids[0]).orElseThrow();
            assertEquals("m@example.org", kept.text("email"));
            assertEquals("Mohammed", kept.text("given_name"));
            assertEquals(1, workspace.count(Query.of(ParticipantKinds.PERSON)));
            assertEquals(
                    ids[0],
                    workspace
                            .find(ParticipantKinds.DELEGATE, ids[2])
                            .orElseThrow()
                            .ref("person"));
            workspace.undo().undo();
            assertEquals(2, workspace.count(Query.of(ParticipantKinds.PERSON)));
            assertEquals(
                    ids[1],
                    workspace
                            .find(ParticipantKinds.DELEGATE, ids[2])
                            .orElseThrow()
                            .ref("person"));
            assertFalse(workspace
                    .find(ParticipantKinds.PERSON, ids[0])
                    .orElseThrow()
                    .text("email")
                    .contains("@"));
        }
    }
}
