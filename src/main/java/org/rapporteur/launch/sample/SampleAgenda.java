package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;

/** The agenda and timetable of GRCP 7: ours, and marked as illustrative. */
final class SampleAgenda {
    private SampleAgenda() {}

    static void add(Transaction tx, SampleKeys keys) {
        JsonNode agenda = Assets.json("sample/agenda.json");
        UUID meeting = SampleKeys.meeting(agenda.path("meeting").asText());
        boolean illustrative = agenda.path("illustrative").asBoolean();
        rooms(tx, meeting, agenda.path("rooms"));
        sessions(tx, keys, meeting, agenda.path("sessions"), illustrative);
        items(tx, meeting, agenda.path("items"), illustrative);
    }

    private static void rooms(Transaction tx, UUID meeting, JsonNode rooms) {
        List<String> order = OrderKeys.spread(rooms.size());
        for (int i = 0; i < rooms.size(); i++) {
            JsonNode room = rooms.get(i);
            tx.insert(
                    MeetingKinds.ROOM,
                    SampleKeys.of("room", room.path("key").asText()),
                    meeting,
                    Values.of("meeting", meeting)
                            .with("name", Assets.text(room.path("name").path("en")))
                            .with(
                                    "seats",
                                    room.hasNonNull("capacity")
                                            ? room.path("capacity").asInt()
                                            : null)
                            .with("position", order.get(i)));
        }
    }

    private static void sessions(
            Transaction tx, SampleKeys keys, UUID meeting, JsonNode sessions, boolean illustrative) {
        List<String> order = OrderKeys.spread(sessions.size());
        for (int i = 0; i < sessions.size(); i++) {
            JsonNode session = sessions.get(i);
            String key = session.path("key").asText();
            UUID id = SampleKeys.of("session", key);
            String room = Assets.text(session.path("room"));
            tx.insert(
                    MeetingKinds.SESSION,
                    id,
                    meeting,
                    Values.of("meeting", meeting)
                            .texts("title", Assets.texts(session.path("title")))
                            .with("type", Assets.text(session.path("kind")))
                            .with("day", Assets.text(session.path("date")))
                            .with("starts_at", Assets.text(session.path("start")))
                            .with("minutes", session.path("minutes").asInt())
                            .with("room", room == null ? null : SampleKeys.of("room", room))
                            .texts("description", Assets.texts(session.path("description")))
                            .with("position", order.get(i))
                            .with("illustrative", illustrative));
            speakers(tx, keys, meeting, id, key, session);
        }
    }

    private static void speakers(
            Transaction tx, SampleKeys keys, UUID meeting, UUID session, String key, JsonNode node) {
        List<JsonNode> people = new ArrayList<>();
        if (node.path("moderator").isObject()) {
            people.add(node.path("moderator"));
        }
        int moderators = people.size();
        node.path("speakers").forEach(people::add);
        List<String> order = OrderKeys.spread(people.size());
        for (int i = 0; i < people.size(); i++) {
            JsonNode person = people.get(i);
            tx.insert(
                    MeetingKinds.SPEAKER,
                    SampleKeys.of("speaker", key + "/" + i),
                    meeting,
                    Values.of("session", session)
                            .with("role", i < moderators ? "moderator" : "speaker")
                            .with("party", keys.party(person.path("party")))
                            .with("designation", Assets.text(person.path("role").path("en")))
                            .with("position", order.get(i)));
        }
    }

    private static void items(Transaction tx, UUID meeting, JsonNode items, boolean illustrative) {
        List<String> order = OrderKeys.spread(items.size());
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            String session = Assets.text(item.path("sessions").path(0));
            tx.insert(
                    MeetingKinds.AGENDA_ITEM,
                    SampleKeys.item(item.path("number").asText()),
                    meeting,
                    Values.of("meeting", meeting)
                            .with("number", Assets.text(item.path("number")))
                            .texts("title", Assets.texts(item.path("title")))
                            .with("session", session == null ? null : SampleKeys.of("session", session))
                            .texts("description", Assets.texts(item.path("description")))
                            .texts("guiding_questions", lines(item.path("guidingQuestions")))
                            .texts("expected_outcome", Assets.texts(item.path("expectedOutcome")))
                            .with("position", order.get(i))
                            .with("illustrative", illustrative));
        }
    }

    /** Several texts as one of one line each. */
    private static Map<String, String> lines(JsonNode texts) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String language : Field.LANGUAGES) {
            List<String> each = new ArrayList<>();
            texts.forEach(text -> {
                if (text.hasNonNull(language)) {
                    each.add(text.path(language).asText());
                }
            });
            lines.put(language, String.join("\n", each));
        }
        return lines;
    }
}
