package org.rapporteur.core.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Zones;

/** Time zones that a meeting may be held in, from what is known of its place. Proposals only; a person chooses. */
public final class MeetingZones {
    private MeetingZones() {}

    /** Zones of the city or country that place or venue name in any language, else of the country that hosts; may be empty. */
    public static List<String> proposed(Records records, Row meeting) {
        List<String> places = new ArrayList<>(meeting.texts("place").values());
        List<String> found = Zones.proposed(places, List.of());
        if (found.isEmpty()) {
            found = Zones.proposed(List.of(meeting.text("venue")), hosts(records, meeting));
        }
        return found;
    }

    private static List<String> hosts(Records records, Row meeting) {
        if (meeting.ref("host") == null) {
            return List.of();
        }
        return records.find(PartyKinds.PARTY, meeting.ref("host")).map(row -> row.text("iso3")).stream()
                .flatMap(iso3 -> java.util.Arrays.stream(Locale.getISOCountries())
                        .filter(code -> iso3.equalsIgnoreCase(iso3(code))))
                .toList();
    }

    private static String iso3(String code) {
        try {
            return Locale.of("", code).getISO3Country();
        } catch (MissingResourceException none) {
            return "";
        }
    }
}
