package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.Room;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.SessionType;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.record.KindWords;

/** Words about sessions and items, now, in the language of the window; and the names of steps for undo. */
final class AgendaWords {
    private static final int LONGEST = 48;

    private final I18n i18n;

    AgendaWords(I18n i18n) {
        this.i18n = i18n;
    }

    String type(SessionType type) {
        return i18n.now(typeKey(type));
    }

    private String typeKey(SessionType type) {
        String own = "value.session.type." + type.value();
        return i18n.messages().has(own) ? own : "value." + type.value();
    }

    /** What to call a session: its title, else its type. */
    String title(Session session) {
        String title = session.title(i18n.language().get());
        return title.isBlank() ? type(session.type()) : title;
    }

    /** What to call an item: its title, else its number, else "agenda item". */
    String title(AgendaItem item) {
        String title = item.title(i18n.language().get());
        return title.isBlank() ? item.number().isBlank() ? i18n.now("kind.agenda_item") : item.number() : title;
    }

    String time(LocalTime time) {
        return i18n.formats().time(time);
    }

    /** From when to when. */
    String times(Slot slot) {
        return slot.timed() ? i18n.now("meeting.times", time(slot.start()), time(slot.end())) : "";
    }

    /** Weekday, day and month in full. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMMEEEEd")
                .localizedBy(i18n.formats().locale())
                .format(day);
    }

    /** The same cut short. */
    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEEEd")
                .localizedBy(i18n.formats().locale())
                .format(day);
    }

    String length(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        return hours == 0
                ? i18n.now("meeting.length.minutes", rest)
                : rest == 0 ? i18n.now("meeting.length.hours", hours) : i18n.now("meeting.length.both", hours, rest);
    }

    String room(Programme programme, Slot slot) {
        return slot.room() == null
                ? i18n.now("meeting.room.none")
                : programme.room(slot.room()).map(Room::name).orElse("");
    }

    /** What to call a room: its name, else "room". */
    String room(Room room) {
        return room.name().isBlank() ? i18n.now("kind.room") : room.name();
    }

    /** Where a session is now, and with what it runs at the same time though it cannot. */
    String placed(Programme programme, Session session, List<Session> clashes) {
        Slot slot = session.slot();
        String where = slot.timed()
                ? i18n.now(
                        "meeting.said.placed",
                        title(session),
                        shortDay(slot.day()),
                        times(slot),
                        length(slot.length()),
                        session.everywhere() ? i18n.now("meeting.room.all") : room(programme, slot))
                : spoken(programme, session);
        if (clashes.isEmpty()) {
            return where;
        }
        String others = clashes.stream()
                .map(this::title)
                .collect(java.util.stream.Collectors.joining(i18n.now("records.list.separator")));
        return i18n.now("meeting.said.clash", where, others);
    }

    /** Everything a screen reader says about a session: title, kind, day, times, room. */
    String spoken(Programme programme, Session session) {
        Slot slot = session.slot();
        String when = slot.day() == null
                ? i18n.now("meeting.undated")
                : slot.timed()
                        ? i18n.now("meeting.spoken.when", day(slot.day()), time(slot.start()), time(slot.end()))
                        : day(slot.day());
        String where = session.everywhere() && !programme.rooms().isEmpty()
                ? i18n.now("meeting.room.all")
                : room(programme, slot);
        return i18n.now("meeting.spoken", title(session), when, where, type(session.type()));
    }

    Label moved(Session session, Slot to) {
        String title = named(session);
        if (to.day() == null) {
            return Label.of("meeting.step.unplace", title);
        }
        if (!to.timed()) {
            return Label.of("meeting.step.move", title, Label.day(to.day()));
        }
        return to.day().equals(session.slot().day())
                ? Label.of("meeting.step.move", title, Label.time(to.start()))
                : Label.of("meeting.step.moveDay", title, Label.day(to.day()), Label.time(to.start()));
    }

    /** Small steps by keyboard, taken back together; where they end is not known when the first is made. */
    Label nudged(Session session) {
        return Label.of("step.move", named(session)).merging("session place " + session.id());
    }

    Label resized(Session session, int minutes) {
        return Label.of("meeting.step.resize", named(session), lengthWord(minutes));
    }

    Label lengthened(Session session) {
        return Label.of("meeting.step.length", named(session)).merging("session length " + session.id());
    }

    Label renamed(Session from, String to) {
        return Label.of("meeting.step.rename", named(from), cut(to));
    }

    Label renamed(AgendaItem from, String to) {
        return Label.of("meeting.step.rename", named(from), cut(to));
    }

    Label renamed(Room from, String to) {
        return Label.of("meeting.step.rename", named(from), cut(to));
    }

    Label edited(Session session) {
        return Label.of("meeting.step.edit", named(session));
    }

    Label added(String title) {
        return Label.of("meeting.step.add", cut(title));
    }

    Label addedOne(Kind kind) {
        return Label.of("meeting.step.add", KindWords.word(kind));
    }

    Label added(AgendaItem item) {
        return Label.of("meeting.step.add", named(item));
    }

    Label deleted(Session session) {
        return Label.of("step.delete", named(session));
    }

    Label deleted(AgendaItem item) {
        return Label.of("step.delete", named(item));
    }

    Label deleted(Room room) {
        return Label.of("step.delete", named(room));
    }

    Label restored(Session session) {
        return Label.of("step.restore", named(session));
    }

    Label restored(AgendaItem item) {
        return Label.of("step.restore", named(item));
    }

    Label restored(Room room) {
        return Label.of("step.restore", named(room));
    }

    Label assigned(AgendaItem item, String session) {
        return session.isEmpty()
                ? Label.of("meeting.step.unassign", named(item))
                : Label.of("meeting.step.assign", named(item), cut(session));
    }

    Label itemMoved(AgendaItem item) {
        return Label.of("step.move", named(item));
    }

    Label roomMoved(Room room) {
        return Label.of("step.move", named(room));
    }

    Label renumbered() {
        return Label.of("meeting.step.renumber");
    }

    Label extended(LocalDate day) {
        return Label.of("meeting.step.extend", Label.day(day));
    }

    /** Names of what has none yet are words, which everybody reads in their own language. */
    private String named(Session session) {
        String title = session.title(i18n.language().get());
        return title.isBlank() ? Label.word(typeKey(session.type())) : cut(title);
    }

    private String named(AgendaItem item) {
        String title = item.title(i18n.language().get());
        return !title.isBlank()
                ? cut(title)
                : item.number().isBlank() ? Label.word("kind.agenda_item") : cut(item.number());
    }

    private static String named(Room room) {
        return room.name().isBlank() ? Label.word("kind.room") : cut(room.name());
    }

    private static String lengthWord(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        return hours == 0
                ? Label.word("meeting.length.minutes", rest)
                : rest == 0
                        ? Label.word("meeting.length.hours", hours)
                        : Label.word("meeting.length.both", hours, rest);
    }

    private static String cut(String text) {
        return PlainText.shorten(PlainText.line(text), LONGEST);
    }
}
