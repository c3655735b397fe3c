package org.rapporteur.ui.meeting;

import java.util.Locale;
import java.util.UUID;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.ProgrammeWarning;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.core.meeting.Speaker;
import org.rapporteur.core.meeting.Way;
import org.rapporteur.ui.kit.I18n;

/** Warnings and their ways out in words. */
final class WarningWords {
    private final I18n i18n;
    private final AgendaWords words;

    WarningWords(I18n i18n, AgendaWords words) {
        this.i18n = i18n;
        this.words = words;
    }

    String text(AgendaState state, ProgrammeWarning warning) {
        Programme programme = state.programme();
        String key = "meeting.warning." + warning.kind().name().toLowerCase(Locale.ROOT);
        UUID first = warning.subjects().getFirst();
        UUID last = warning.subjects().getLast();
        return switch (warning.kind()) {
            case SPEAKER_TWICE ->
                i18n.now(
                        key,
                        speaker(state, warning.speaker()),
                        title(programme, first),
                        title(programme, last),
                        when(programme, last));
            case ROOM_TWICE ->
                i18n.now(
                        key,
                        title(programme, first),
                        title(programme, last),
                        words.room(programme, slot(programme, last)),
                        when(programme, last));
            case DURING_BREAK -> i18n.now(key, title(programme, first), title(programme, last), when(programme, last));
            case TIME_SKIPPED, TIME_TWICE, CLOCKS_CHANGE ->
                i18n.now(
                        key,
                        title(programme, first),
                        words.shortDay(slot(programme, first).day()),
                        words.times(slot(programme, first)));
            case OUTSIDE_DAYS ->
                i18n.now(
                        key,
                        title(programme, first),
                        words.day(slot(programme, first).day()));
            case OUTSIDE_HOURS -> i18n.now(key, title(programme, first), words.times(slot(programme, first)));
            case ITEMS_TOO_LONG -> i18n.now(key, title(programme, first), words.length(warning.minutes()));
            case NO_BREAK ->
                i18n.now(
                        key,
                        words.length(warning.minutes()),
                        title(programme, first),
                        title(programme, last),
                        words.shortDay(slot(programme, first).day()));
            case NO_MODERATOR -> i18n.now(key, title(programme, first));
            case ITEM_WITHOUT_SESSION -> i18n.now(key, item(programme, first));
        };
    }

    String way(AgendaState state, Way way) {
        Programme programme = state.programme();
        String key = "meeting.way." + way.kind().name().toLowerCase(Locale.ROOT);
        return switch (way.kind()) {
            case NEXT_FREE ->
                i18n.now(
                        key,
                        title(programme, way.subject()),
                        words.shortDay(way.slot().day()),
                        words.time(way.slot().start()));
            case OTHER_ROOM -> i18n.now(key, title(programme, way.subject()), words.room(programme, way.slot()));
            case SHORTEN, LENGTHEN ->
                i18n.now(
                        key,
                        title(programme, way.subject()),
                        words.time(way.slot().end()));
            case ADD_BREAK ->
                i18n.now(
                        key,
                        words.length(way.slot().length()),
                        words.time(way.slot().start()));
            case ADD_SESSION -> i18n.now(key, words.shortDay(way.slot().day()), words.times(way.slot()));
            case EXTEND_MEETING -> i18n.now(key, words.day(way.slot().day()));
            case NAME_MODERATOR -> i18n.now(key);
        };
    }

    private String title(Programme programme, UUID session) {
        return programme.session(session).map(words::title).orElse("");
    }

    private static Slot slot(Programme programme, UUID session) {
        return programme.session(session).map(Session::slot).orElse(Slot.NONE);
    }

    private String when(Programme programme, UUID session) {
        Slot slot = slot(programme, session);
        return slot.timed() ? i18n.now("meeting.item.when", words.shortDay(slot.day()), words.time(slot.start())) : "";
    }

    private String speaker(AgendaState state, UUID id) {
        return state.programme().speakers().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map((Speaker s) -> state.speaker(s))
                .orElse("");
    }

    private String item(Programme programme, UUID id) {
        return programme
                .item(id)
                .map((AgendaItem i) -> (i.number() + " " + words.title(i)).strip())
                .orElse("");
    }
}
