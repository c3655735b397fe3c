package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;

/** The meetings, with the numbers of participants as each source states them. */
final class SampleMeetings {
    private static final List<String> OF_THE_COMPACT =
            List.of("grcp-7", "idm-2017", "idm-2017-1", "idm-2017-2", "arcp-2018-05");

    private SampleMeetings() {}

    static void add(Transaction tx, SampleKeys keys) {
        JsonNode meetings = Assets.json("sample/meetings.json").path("meetings");
        for (JsonNode meeting : meetings) {
            String key = meeting.path("key").asText();
            UUID id = SampleKeys.meeting(key);
            tx.insert(MeetingKinds.MEETING, id, id, values(tx, keys, meeting, key));
            int number = 0;
            for (JsonNode stated : meeting.path("participants")) {
                SampleDirectory.fact(
                        tx,
                        id,
                        id,
                        key + "/participants/" + ++number,
                        "Participants (" + stated.path("of").asText() + ")",
                        Assets.text(stated.path("stated")),
                        stated.path("source"));
            }
        }
        sessionsOfDialogue(tx, meetings);
    }

    private static Values values(Records records, SampleKeys keys, JsonNode meeting, String key) {
        String acronym = meeting.path("kind").asText().equals("grcp")
                ? "GRCP " + meeting.path("number").asInt()
                : key.startsWith("idm-2017") ? "IDM 2017" : null;
        return Values.of("level", Assets.text(meeting.path("level")))
                .texts("name", Assets.texts(meeting.path("name")))
                .with("acronym", acronym)
                .texts("theme", Assets.texts(meeting.path("theme")))
                .with("status", "held")
                .with("starts_on", Assets.text(meeting.path("start")))
                .with("ends_on", Assets.text(meeting.path("end")))
                .with("dates_stated", Assets.text(meeting.path("datesAsStated")))
                .with("timezone", Assets.text(meeting.path("timezone")))
                .texts("place", place(records, meeting))
                .with("venue", Assets.text(meeting.path("venue")))
                .with("iscm", keys.party(meeting.path("iscm")))
                .with("host", keys.party(meeting.path("convener")))
                .with("process", OF_THE_COMPACT.contains(key) ? SampleKeys.of("process", "gcm") : null)
                .with("notes", Assets.text(meeting.path("note")))
                .with("source", Assets.text(meeting.path("source")));
    }

    /** City and country, or "online"; the country's name comes from the reference list. */
    private static Map<String, String> place(Records records, JsonNode meeting) {
        if (meeting.path("online").asBoolean()) {
            return Map.of(
                    "en",
                    "Online",
                    "fr",
                    "En ligne",
                    "es",
                    "En línea",
                    "ar",
                    "عبر الإنترنت",
                    "zh",
                    "线上",
                    "ru",
                    "Онлайн");
        }
        String iso2 = Assets.text(meeting.path("country"));
        if (iso2 == null) {
            return Map.of();
        }
        Map<String, String> city = Assets.texts(meeting.path("city"));
        Row country =
                records.find(PartyKinds.PARTY, ReferenceLists.country(iso2)).orElseThrow();
        Map<String, String> place = new LinkedHashMap<>();
        country.texts("name").forEach((language, name) -> {
            String town = city.get(language);
            String comma = language.equals("ar") ? "، " : language.equals("zh") ? "，" : ", ";
            place.put(language, town == null ? name : town + comma + name);
        });
        return place;
    }

    /** The International Dialogue on Migration 2017 is one meeting in two sessions, each held at a place of its own. */
    private static void sessionsOfDialogue(Transaction tx, JsonNode meetings) {
        UUID dialogue = SampleKeys.meeting("idm-2017");
        List<String> order = OrderKeys.spread(2);
        for (JsonNode part : meetings) {
            if ("idm-2017".equals(part.path("parent").asText())) {
                int number = part.path("number").asInt();
                Map<String, String> where = new LinkedHashMap<>(place(tx, part));
                where.replaceAll((language, text) -> text + " ("
                        + part.path("start").asText() + " – " + part.path("end").asText() + ")");
                tx.insert(
                        MeetingKinds.SESSION,
                        SampleKeys.of("session", part.path("key").asText()),
                        dialogue,
                        Values.of("meeting", dialogue)
                                .texts("title", Assets.texts(part.path("name")))
                                .with("type", "plenary")
                                .with("day", Assets.text(part.path("start")))
                                .texts("description", where)
                                .with("position", order.get(number - 1)));
            }
        }
    }
}
