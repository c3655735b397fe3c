package org.rapporteur.documents.ics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.CalendarInput;
import org.rapporteur.documents.build.CalendarInput.Days;
import org.rapporteur.documents.build.CalendarInput.Event;
import org.rapporteur.documents.build.CalendarInput.Timed;

/**
 * Writes a calendar file. Events keep their UID, so that a second import replaces the first; times are local with the
 * rules of their zone, so that they stay right when a government changes its clocks. An event has one title in the
 * calendar's language (the format allows one); titles in other languages follow as comments marked with their language.
 */
public final class IcsWriter {

    private static final String PRODUCT = "-//Rapporteur//Rapporteur//EN";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    /** A writer. */
    public IcsWriter() {}

    /**
     * Writes a calendar.
     *
     * @param calendar what to write
     * @param out where to; not closed
     * @throws IOException when the stream fails
     */
    public void write(CalendarInput calendar, OutputStream out) throws IOException {
        Lines lines = new Lines();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:" + PRODUCT);
        lines.add("CALSCALE:GREGORIAN");
        lines.add("METHOD:PUBLISH");
        for (Map.Entry<Language, String> name : sorted(calendar.name()).entrySet()) {
            lines.text("NAME;LANGUAGE=" + name.getKey().code(), name.getValue());
        }
        // What calendars showed before RFC 7986 gave the name a property of its own.
        lines.text("X-WR-CALNAME", pick(calendar.name(), calendar.language()));
        List<Event> events = new ArrayList<>(calendar.events());
        events.sort(Comparator.comparing(IcsWriter::start).thenComparing(Event::uid));
        boolean timed = events.stream().anyMatch(event -> event.when() instanceof Timed);
        if (timed && !calendar.zone().normalized().equals(ZoneOffset.UTC)) {
            int first = start(events.get(0)).getYear();
            int last = events.stream()
                    .mapToInt(event -> start(event).getYear())
                    .max()
                    .orElse(first);
            for (String line : TimeZones.component(calendar.zone(), first, last)) {
                lines.add(line);
            }
        }
        for (Event event : events) {
            event(lines, event, calendar);
        }
        lines.add("END:VCALENDAR");
        out.write(lines.bytes());
    }

    private static LocalDateTime start(Event event) {
        return event.when() instanceof Timed timed
                ? timed.start()
                : ((Days) event.when()).first().atStartOfDay();
    }

    private static void event(Lines lines, Event event, CalendarInput calendar) {
        lines.add("BEGIN:VEVENT");
        lines.text("UID", event.uid());
        lines.add("DTSTAMP:" + instant(calendar.stamp()));
        if (event.when() instanceof Timed timed) {
            // A time that the clocks leave out is meant as if they had not been changed yet, one that they show twice
            // is the first: as calendars read it. The end is the time that the papers print, also in a night in which
            // the clocks change.
            ZonedDateTime start = timed.start().atZone(calendar.zone());
            ZonedDateTime printed = timed.start().plusMinutes(timed.minutes()).atZone(calendar.zone());
            ZonedDateTime end = printed.isAfter(start) ? printed : start.plusMinutes(timed.minutes());
            boolean utc = calendar.zone().normalized().equals(ZoneOffset.UTC) || isTwice(start) || isTwice(end);
            String zone = utc ? "" : ";TZID=" + calendar.zone().getId();
            lines.add("DTSTART" + zone + ":" + (utc ? instant(start.toInstant()) : LOCAL.format(start)));
            lines.add("DTEND" + zone + ":" + (utc ? instant(end.toInstant()) : LOCAL.format(end)));
        } else {
            Days days = (Days) event.when();
            lines.add("DTSTART;VALUE=DATE:" + DATE.format(days.first()));
            LocalDate after = days.last().plusDays(1);
            lines.add("DTEND;VALUE=DATE:" + DATE.format(after));
            lines.add("TRANSP:TRANSPARENT");
        }
        Language language = language(event.title(), calendar.language());
        lines.text("SUMMARY;LANGUAGE=" + language.code(), event.title().getOrDefault(language, ""));
        optional(lines, "DESCRIPTION", event.description(), calendar.language());
        optional(lines, "LOCATION", event.location(), calendar.language());
        for (Map.Entry<Language, String> title : sorted(event.title()).entrySet()) {
            if (title.getKey() != language) {
                lines.text("COMMENT;LANGUAGE=" + title.getKey().code(), title.getValue());
            }
        }
        if (!event.categories().isEmpty()) {
            List<String> escaped =
                    event.categories().stream().map(Lines::escape).toList();
            lines.add("CATEGORIES:" + String.join(",", escaped));
        }
        lines.add("STATUS:" + event.status().name());
        lines.add("SEQUENCE:" + Math.max(0, event.sequence()));
        if (event.modified() != null) {
            lines.add("LAST-MODIFIED:" + instant(event.modified()));
        }
        lines.add("END:VEVENT");
    }

    /** Whether the clocks show this time twice, so that only its distance from UTC says which one is meant. */
    private static boolean isTwice(ZonedDateTime at) {
        ZoneOffsetTransition change = at.getZone().getRules().getTransition(at.toLocalDateTime());
        return change != null && change.isOverlap();
    }

    private static void optional(Lines lines, String property, Map<Language, String> texts, Language wanted) {
        Language language = language(texts, wanted);
        String text = texts.getOrDefault(language, "");
        if (!text.isBlank()) {
            lines.text(property + ";LANGUAGE=" + language.code(), text);
        }
    }

    private static String instant(Instant instant) {
        return LOCAL.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }

    /** The language wanted, or else the first that there is, English before the others. */
    private static Language language(Map<Language, String> texts, Language wanted) {
        if (!texts.getOrDefault(wanted, "").isBlank()) {
            return wanted;
        }
        return sorted(texts).entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(wanted);
    }

    private static String pick(Map<Language, String> texts, Language wanted) {
        return texts.getOrDefault(language(texts, wanted), "");
    }

    private static Map<Language, String> sorted(Map<Language, String> texts) {
        Map<Language, String> sorted = new EnumMap<>(Language.class);
        sorted.putAll(texts);
        return sorted;
    }

    /** Content lines, folded at 75 octets without cutting a character. */
    static final class Lines {
        private static final int LIMIT = 75;
        private final StringBuilder text = new StringBuilder();

        void text(String property, String value) {
            add(property + ":" + escape(value));
        }

        void add(String line) {
            int octets = 0;
            for (int i = 0; i < line.length(); ) {
                int point = line.codePointAt(i);
                int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                if (octets + size > LIMIT) {
                    text.append("\r\n ");
                    octets = 1;
                }
                text.appendCodePoint(point);
                octets += size;
                i += Character.charCount(point);
            }
            text.append("\r\n");
        }

        /** Escapes what the format reserves; control characters other than line ends are dropped. */
        static String escape(String value) {
            StringBuilder escaped = new StringBuilder(value.length() + 8);
            String lines = value.replace("\r\n", "\n").replace('\r', '\n');
            lines.codePoints().forEach(point -> {
                switch (point) {
                    case '\\' -> escaped.append("\\\\");
                    case ';' -> escaped.append("\\;");
                    case ',' -> escaped.append("\\,");
                    case '\n' -> escaped.append("\\n");
                    default -> {
                        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
                        if (!surrogate && (point == '\t' || point >= 0x20 && point != 0x7F)) {
                            escaped.appendCodePoint(point);
                        }
                    }
                }
            });
            return escaped.toString();
        }

        byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
