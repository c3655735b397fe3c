package org.rapporteur.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.build.CalendarInput;
import org.rapporteur.documents.build.CalendarInput.Days;
import org.rapporteur.documents.build.CalendarInput.Event;
import org.rapporteur.documents.build.CalendarInput.Status;
import org.rapporteur.documents.build.CalendarInput.Timed;
import org.rapporteur.documents.ics.IcsWriter;

/** Calendar files, read back with another program's reader. */
class IcsWriterTest {

    private static final String LONG =
            "Séance plénière; points 1, 2 et 3 \\ suite — " + "الاجتماع النموذجي ".repeat(8) + "\nzweite Zeile 会议";

    @BeforeAll
    static void offline() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private static Event event(String uid, CalendarInput.When when) {
        return new Event(
                uid,
                when,
                Map.of(Language.EN, "Plenary", Language.FR, LONG, Language.AR, "جلسة عامة"),
                Map.of(Language.FR, LONG),
                Map.of(),
                List.of("MEETING", "a,b"),
                Status.CONFIRMED,
                3,
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    private static String write(ZoneId zone, Event... events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new IcsWriter()
                .write(
                        new CalendarInput(
                                Language.FR,
                                Map.of(Language.EN, "Example", Language.FR, "Exemple"),
                                zone,
                                DocumentSamples.CREATED,
                                List.of(events)),
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Calendar read(String text) throws IOException {
        try {
            return new CalendarBuilder().build(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserException e) {
            throw new IOException(e);
        }
    }

    @Test
    void textsComeBackAsTheyWere() throws IOException {
        String text = write(
                ZoneId.of("Europe/Zurich"), event("a@example", new Timed(LocalDateTime.of(2026, 4, 14, 9, 0), 90)));
        Calendar calendar = read(text);
        VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).get(0);
        assertEquals("a@example", event.getUid().orElseThrow().getValue());
        assertEquals(LONG, event.getSummary().getValue());
        assertEquals(LONG, event.getDescription().getValue());
        assertEquals(2, event.getProperties("COMMENT").size());
        assertEquals("3", event.getSequence().getValue());
        assertTrue(text.contains("CATEGORIES:MEETING,a\\,b\r\n"));
        assertTrue(text.contains("SUMMARY;LANGUAGE=fr:"));
        assertTrue(text.contains("COMMENT;LANGUAGE=ar:"));
        assertTrue(text.contains("NAME;LANGUAGE=en:Example\r\n"));
    }

    @Test
    void linesAreFoldedAt75OctetsBetweenCharacters() throws IOException {
        String text = write(
                ZoneId.of("Europe/Zurich"), event("a@example", new Timed(LocalDateTime.of(2026, 4, 14, 9, 0), 90)));
        assertFalse(text.replace("\r\n", "").contains("\n"));
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\uFFFD"), line);
        }
    }

    @Test
    void theNightInWhichTheClocksChangeIsWrittenToTheInstant() throws IOException {
        ZoneId zurich = ZoneId.of("Europe/Zurich");
        // Left out in March: as if the clocks had not been changed yet.
        String spring = write(zurich, event("s@example", new Timed(LocalDateTime.of(2026, 3, 29, 2, 30), 60)));
        assertTrue(spring.contains("DTSTART;TZID=Europe/Zurich:20260329T033000\r\n"), spring);
        assertTrue(spring.contains("DTEND;TZID=Europe/Zurich:20260329T043000\r\n"), spring);
        // Twice in October: the first; the end is the one that papers print.
        String autumn = write(zurich, event("a@example", new Timed(LocalDateTime.of(2026, 10, 25, 2, 30), 60)));
        assertTrue(autumn.contains("DTSTART:20261025T003000Z\r\n"), autumn);
        assertTrue(autumn.contains("DTEND:20261025T023000Z\r\n"), autumn);
        String over = write(zurich, event("o@example", new Timed(LocalDateTime.of(2026, 10, 25, 1, 30), 120)));
        assertTrue(over.contains("20261024T233000Z") || over.contains("TZID=Europe/Zurich:20261025T013000"), over);
        // Over night: the agenda says 22:00 to 04:00 in both.
        String night = write(zurich, event("n@example", new Timed(LocalDateTime.of(2027, 3, 27, 22, 0), 360)));
        assertTrue(night.contains("DTEND;TZID=Europe/Zurich:20270328T040000\r\n"), night);
        VEvent read = (VEvent) read(over).getComponents(Component.VEVENT).get(0);
        assertEquals(
                "a@example",
                ((VEvent) read(autumn).getComponents(Component.VEVENT).get(0))
                        .getUid()
                        .orElseThrow()
                        .getValue());
        assertEquals("o@example", read.getUid().orElseThrow().getValue());
    }

    @Test
    void wholeDaysEndTheDayAfter() throws IOException {
        String text = write(
                ZoneId.of("Europe/Zurich"),
                event("d@example", new Days(LocalDate.of(2026, 4, 14), LocalDate.of(2026, 4, 15))));
        assertTrue(text.contains("DTSTART;VALUE=DATE:20260414\r\n"));
        assertTrue(text.contains("DTEND;VALUE=DATE:20260416\r\n"));
        assertFalse(text.contains("VTIMEZONE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Zurich",
                "America/New_York",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Asia/Kolkata",
                "Australia/Sydney",
                "America/Santiago",
                "Asia/Tehran"
            })
    void theZoneMeansTheSameInstants(String name) throws IOException {
        ZoneId zone = ZoneId.of(name);
        String text = write(
                zone,
                event("1@example", new Timed(LocalDateTime.of(2017, 10, 10, 9, 0), 60)),
                event("2@example", new Timed(LocalDateTime.of(2018, 5, 7, 9, 0), 60)));
        VTimeZone component =
                (VTimeZone) read(text).getComponents(Component.VTIMEZONE).get(0);
        TimeZone written = new TimeZone(component);
        for (ZonedDateTime at = ZonedDateTime.of(2017, 1, 15, 12, 0, 0, 0, zone);
                at.getYear() < 2019;
                at = at.plusDays(1)) {
            // The reader takes the hour of a change for one of Greenwich, and so is wrong for some hours after it.
            if (!zone.getRules().getOffset(at.minusDays(1).toInstant()).equals(at.getOffset())) {
                continue;
            }
            assertEquals(
                    at.getOffset().getTotalSeconds() * 1000L,
                    written.getOffset(at.toInstant().toEpochMilli()),
                    name + " " + at);
        }
    }

    @Test
    void twoWritingsAreTheSame() throws IOException {
        Event one = event("1@example", new Timed(LocalDateTime.of(2026, 10, 10, 9, 0), 60));
        Event two = event("2@example", new Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 1)));
        assertEquals(write(ZoneId.of("UTC"), one, two), write(ZoneId.of("UTC"), two, one));
        assertTrue(write(ZoneId.of("UTC"), one).contains("DTSTART:20261010T090000Z\r\n"));
    }
}
