package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void everyZoneOfTheListIsKnownAndOfAPlace() {
        assertTrue(Zones.all().size() > 300, Zones.all().size() + " zones");
        for (String id : Zones.all()) {
            assertTrue(Zones.of(id).isPresent(), id);
        }
        for (String id : List.of("Europe/Zurich", "Asia/Kolkata", "Europe/Kyiv", "Asia/Kathmandu", "Africa/Nairobi")) {
            assertTrue(Zones.all().contains(id), id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "CET", "EST", "GMT+2", "+02:00", "Geneva time", "Etc/GMT+2", "Europe/Nowhere", "Z"})
    void whatKnowsNoPlaceIsNoZone(String text) {
        assertEquals(Optional.empty(), Zones.of(text));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyZoneHasWordsInEveryLanguage(Language language) {
        for (String id : Zones.all()) {
            String name = Zones.name(id, language);
            assertFalse(name.isBlank(), id);
            assertTrue(id.equals(Zones.UTC) || !name.contains("/"), id + ": " + name);
        }
    }

    @Test
    void wordsAndDistances() {
        assertEquals("Zurich, Switzerland", Zones.name("Europe/Zurich", Language.EN));
        assertTrue(Zones.name("Europe/Zurich", Language.AR).contains("سويسرا"));
        assertEquals("UTC+02:00", Zones.offset(ZoneId.of("Europe/Zurich"), SUMMER));
        assertEquals("UTC+05:45", Zones.offset(ZoneId.of("Asia/Kathmandu"), SUMMER));
        assertEquals("UTC", Zones.offset(ZoneId.of(Zones.UTC), SUMMER));
        assertEquals("Central European Time", Zones.time("Europe/Zurich", Language.EN, SUMMER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Geneva | Europe/Zurich",
                "Geneva, Switzerland | Europe/Zurich",
                "Genève, Suisse | Europe/Zurich",
                "جنيف، سويسرا | Europe/Zurich",
                "Женева, Швейцария | Europe/Zurich",
                "瑞士日内瓦 | Europe/Zurich",
                "Ginebra, Suiza | Europe/Zurich",
                "Bangkok | Asia/Bangkok",
                "بانكوك | Asia/Bangkok",
                "Marrakesh, Morocco | Africa/Casablanca",
                "Kathmandu, Nepal | Asia/Kathmandu",
                "New York | America/New_York",
                "Los Angeles, United States | America/Los_Angeles",
                "Nairobi, Kenya | Africa/Nairobi",
                "Kolkata | Asia/Kolkata",
                "Kuala Lumpur, Malaysia | Asia/Kuala_Lumpur"
            })
    void aPlaceProposesItsZone(String place, String zone) {
        assertEquals(zone, Zones.proposed(List.of(place), List.of()).getFirst());
    }

    @Test
    void withoutAKnownPlaceTheHostCountsAndNothingIsInvented() {
        assertEquals(List.of("Europe/Zurich"), Zones.proposed(List.of(), List.of("CH")));
        assertEquals(List.of("Asia/Bangkok"), Zones.proposed(List.of("Bangkok"), List.of("CH")));
        assertEquals(List.of(), Zones.proposed(List.of("To be decided", "", "online"), List.of()));
        assertEquals(List.of(), Zones.proposed(List.of(), List.of("??", "")));
        assertTrue(Zones.proposed(List.of("Brazil"), List.of()).size() > 3, "a country of several zones gives all");
    }
}
