package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/** Programmes made by hand for tests. */
final class Programmes {
    static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final UUID HALL = id(1);
    static final UUID SALON = id(2);

    private final List<Session> sessions = new ArrayList<>();
    private final List<AgendaItem> items = new ArrayList<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private Meeting meeting =
            new Meeting(id(9), Multilingual.of(Language.EN, "Meeting"), "", MONDAY, TUESDAY, null, false);

    static UUID id(int number) {
        return new UUID(0x7000L, 0x8000000000000000L | number);
    }

    Programmes days(LocalDate first, LocalDate last) {
        meeting = new Meeting(meeting.id(), meeting.name(), "", first, last, null, false);
        return this;
    }

    Programmes zone(String name) {
        meeting = new Meeting(
                meeting.id(), meeting.name(), "", meeting.starts(), meeting.ends(), java.time.ZoneId.of(name), false);
        return this;
    }

    /** A session in the hall on Monday. */
    Programmes session(int number, String start, int minutes) {
        return session(number, SessionType.PLENARY, MONDAY, start, minutes, HALL);
    }

    Programmes session(int number, SessionType type, LocalDate day, String start, int minutes, UUID room) {
        LocalTime time = start == null ? null : LocalTime.parse(start);
        sessions.add(new Session(
                id(number),
                type,
                Multilingual.of(Language.EN, "S" + number),
                new Slot(day, time, minutes, room),
                "",
                false));
        return this;
    }

    Programmes item(int number, Integer parent, Integer session, int minutes) {
        items.add(new AgendaItem(
                id(number),
                "",
                Multilingual.of(Language.EN, "I" + number),
                session == null ? null : id(session),
                parent == null ? null : id(parent),
                minutes,
                "k" + String.format("%04d", number)));
        return this;
    }

    Programmes speaker(int number, int session, String role, Integer person) {
        speakers.add(new Speaker(
                id(number), id(session), role, person == null ? null : id(person), null, "Speaker " + number));
        return this;
    }

    Programme build() {
        return new Programme(
                meeting,
                List.of(new Room(HALL, "Hall", 100, "a"), new Room(SALON, "Salon", 30, "b")),
                sessions,
                items,
                speakers);
    }

    /** One column of sessions that do not overlap, with and without gaps, from eight on. */
    static Programme chain(Random random, boolean someKeepTheirStart) {
        Programmes made = new Programmes();
        int minute = 8 * 60;
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            minute += random.nextInt(3) == 0 ? 5 * (1 + random.nextInt(6)) : 0;
            int length = 5 * (2 + random.nextInt(11));
            boolean keeps = someKeepTheirStart && random.nextInt(5) == 0;
            made.session(
                    100 + i,
                    keeps ? SessionType.CEREMONY : SessionType.PLENARY,
                    MONDAY,
                    Slot.time(minute).toString(),
                    length,
                    HALL);
            minute += length;
        }
        return made.build();
    }
}
