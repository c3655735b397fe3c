package org.rapporteur.documents.from;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.CalendarInput;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Where and in which time the sessions of a calendar are. */
class CalendarFromTest {
    @TempDir
    Path folder;

    private CalendarInput read(Workspace workspace, UUID meeting, Language language) {
        return new CalendarFrom(
                        new Source(workspace, language, Clock.systemUTC()), workspace.history(), (l, key, of) -> of)
                .read(meeting);
    }

    private static Map<Language, String> location(CalendarInput calendar) {
        return calendar.events().stream()
                .filter(event -> event.when() instanceof CalendarInput.Timed)
                .findFirst()
                .orElseThrow()
                .location();
    }

    @Test
    void theRoomIsTheLocationWhenThereIsNoPlaceAndStandsBeforeIt() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID meeting = workspace.changes().write(Label.of("step.add"), tx -> {
                UUID made = tx.insert(
                        MeetingKinds.MEETING, Values.of("name_en", "Meeting").with("timezone", "Asia/Bangkok"));
                UUID room =
                        tx.insert(MeetingKinds.ROOM, Values.of("meeting", made).with("name", "Room 1"));
                tx.insert(
                        MeetingKinds.SESSION,
                        Values.of("meeting", made)
                                .with("title_en", "Opening")
                                .with("day", "2026-10-05")
                                .with("starts_at", "09:00")
                                .with("minutes", 30)
                                .with("room", room));
                return made;
            });
            assertEquals(Map.of(Language.FR, "Room 1"), location(read(workspace, meeting, Language.FR)));
            workspace.changes().run(Label.of("step.edit"), tx -> {
                tx.set(MeetingKinds.MEETING, meeting, "place_en", "Bangkok");
                tx.set(MeetingKinds.MEETING, meeting, "place_ar", "بانكوك");
                tx.set(MeetingKinds.MEETING, meeting, "venue", "Conference Centre");
            });
            CalendarInput calendar = read(workspace, meeting, Language.EN);
            assertEquals(
                    Map.of(
                            Language.EN,
                            "Room 1, Conference Centre, Bangkok",
                            Language.AR,
                            "Room 1، Conference Centre، بانكوك"),
                    location(calendar));
            assertEquals("Asia/Bangkok", calendar.zone().getId());
            workspace
                    .changes()
                    .run(Label.of("step.edit"), tx -> tx.set(MeetingKinds.MEETING, meeting, "timezone", null));
            assertEquals(
                    "CAL-01",
                    assertThrows(Problem.class, () -> read(workspace, meeting, Language.EN))
                            .code());
        }
    }
}
