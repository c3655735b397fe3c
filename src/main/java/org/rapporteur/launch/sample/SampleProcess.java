package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;

/** The making of the Global Compact: phases, rounds of negotiation, drafts, consultations, what came before and follows. */
final class SampleProcess {
    private SampleProcess() {}

    static void add(Transaction tx) {
        JsonNode source = Assets.json("sample/process.json");
        UUID process = SampleKeys.of("process", "gcm");
        tx.insert(
                MeetingKinds.PROCESS,
                process,
                Model.DIRECTORY,
                Values.of("type", "process")
                        .texts("name", Assets.texts(source.path("process").path("name")))
                        .with("source", Assets.text(source.path("process").path("source")))
                        .with("position", OrderKeys.between(null, null)));
        phases(tx, process, source);
        others(tx, source.path("alongTheWay"), "predecessor", "along-the-way");
        others(tx, source.path("mechanisms"), "follow_up_mechanism", "mechanism");
        facts(tx, process, source);
    }

    private static void phases(Transaction tx, UUID process, JsonNode source) {
        List<JsonNode> phases = new ArrayList<>();
        // What happened before the first phase is shown as a step of its own; the source puts it under none.
        Map<String, String> phaseOf = new HashMap<>();
        for (JsonNode milestone : source.path("milestones")) {
            if (Assets.text(milestone.path("phase")) == null) {
                phases.add(milestone);
                phaseOf.put(
                        milestone.path("key").asText(), milestone.path("key").asText());
            }
        }
        source.path("phases").forEach(phases::add);
        List<String> order = OrderKeys.spread(phases.size());
        for (int i = 0; i < phases.size(); i++) {
            JsonNode phase = phases.get(i);
            tx.insert(
                    MeetingKinds.PHASE,
                    SampleKeys.of("phase", phase.path("key").asText()),
                    Model.DIRECTORY,
                    Values.of("process", process)
                            .texts("name", Assets.texts(phase.path("name")))
                            .with("starts_on", date(phase, "start"))
                            .with("ends_on", date(phase, "end"))
                            .with("source", cited(phase))
                            .with("position", order.get(i)));
        }
        milestones(tx, source, phaseOf);
    }

    private static void milestones(Transaction tx, JsonNode source, Map<String, String> phaseOf) {
        List<JsonNode> all = new ArrayList<>();
        source.path("milestones").forEach(all::add);
        source.path("consultations").forEach(all::add);
        List<String> order = OrderKeys.spread(all.size());
        for (int i = 0; i < all.size(); i++) {
            JsonNode milestone = all.get(i);
            boolean tally = !milestone.has("key");
            String key = tally
                    ? "tally-" + milestone.path("kind").asText()
                    : milestone.path("key").asText();
            String phase = tally ? "consultations" : phaseOf.getOrDefault(key, Assets.text(milestone.path("phase")));
            tx.insert(
                    MeetingKinds.MILESTONE,
                    SampleKeys.of("milestone", key),
                    Model.DIRECTORY,
                    Values.of("phase", SampleKeys.of("phase", phase))
                            .texts("name", Assets.texts(milestone.path("name")))
                            .with("type", type(key, milestone.path("kind").asText()))
                            .with("starts_on", date(milestone, "start"))
                            .with("ends_on", date(milestone, "end"))
                            .texts("place", Assets.texts(milestone.path("place")))
                            .with("place_en", places(milestone))
                            .with(
                                    "number_held",
                                    milestone.hasNonNull("count")
                                            ? milestone.path("count").asInt()
                                            : null)
                            .with("source", cited(milestone))
                            .with("position", order.get(i)));
        }
    }

    private static String type(String key, String kind) {
        return switch (kind) {
            case "negotiation" -> "negotiation_round";
            case "document" -> key.equals("sg-report") ? "report" : "draft";
            case "presentation" -> "presentation";
            case "adoption" -> "adoption";
            case "event" -> "meeting";
            case "thematic" -> "thematic_session";
            case "hearing" -> "hearing";
            case "regional" -> "regional_consultation";
            case "civil_society" -> "civil_society_consultation";
            case "national" -> "national_consultation";
            default -> "other";
        };
    }

    /** Places named by the source for a tally, in its own words; else the milestone's place. */
    private static String places(JsonNode milestone) {
        List<String> names = new ArrayList<>();
        milestone.path("places").forEach(place -> names.add(place.asText()));
        return names.isEmpty() ? Assets.text(milestone.path("place").path("en")) : String.join(", ", names);
    }

    /** A day, or a month where the source knows no more. */
    private static String date(JsonNode node, String field) {
        String date = Assets.text(node.path(field));
        return date != null && node.path("precision").asText().equals("month") ? date.substring(0, 7) : date;
    }

    private static void others(Transaction tx, JsonNode nodes, String type, String list) {
        List<String> order = OrderKeys.spread(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            tx.insert(
                    MeetingKinds.PROCESS,
                    SampleKeys.of("process", list + "/" + i),
                    Model.DIRECTORY,
                    Values.of("type", type)
                            .texts("name", Assets.texts(node.path("name")))
                            .with("since", Assets.text(node.path("years").path(0)))
                            .with("source", cited(node))
                            .with("position", order.get(i)));
        }
    }

    private static void facts(Transaction tx, UUID process, JsonNode source) {
        int number = 0;
        for (JsonNode element : source.path("followUpElements")) {
            SampleDirectory.fact(
                    tx,
                    Model.DIRECTORY,
                    process,
                    "follow-up/" + element.path("key").asText(),
                    element.path("name").path("en").asText(),
                    Assets.text(element.path("asStated")),
                    element.path("source"));
        }
        for (JsonNode statement : source.path("statements")) {
            SampleDirectory.fact(
                    tx,
                    Model.DIRECTORY,
                    about(process, statement.path("topic").asText()),
                    "statement/" + ++number,
                    statement.path("text").asText(),
                    null,
                    statement.path("source"));
        }
    }

    private static UUID about(UUID process, String topic) {
        return switch (topic) {
            case "survey" -> SampleKeys.survey();
            case "idm-2017" -> SampleKeys.meeting("idm-2017");
            case "sg-report", "draft-rev-1" -> SampleKeys.of("milestone", topic);
            default -> process;
        };
    }

    private static String cited(JsonNode node) {
        String stated = Assets.text(node.path("asStated"));
        String note = Assets.text(node.path("note"));
        String source = Assets.text(node.path("source"));
        return source + (stated == null ? "" : ": “" + stated + "”") + (note == null ? "" : " " + note);
    }
}
