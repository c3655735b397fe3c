package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.recommendation.RecommendationSteps;

/**
 * The recommendations of GRCP 7 as the source states them: seven texts, three places whose text is not in the source
 * and is not made up, and the objectives where a draft of the compact refers to consultation mechanisms indirectly.
 */
final class SampleRecommendations {
    private SampleRecommendations() {}

    static void add(Transaction tx) {
        JsonNode source = Assets.json("sample/recommendations.json");
        UUID meeting = SampleKeys.meeting(source.path("meeting").asText());
        Map<String, Map<String, String>> groups = new HashMap<>();
        source.path("groups")
                .forEach(group -> groups.put(group.path("key").asText(), Assets.texts(group.path("name"))));
        JsonNode all = source.path("recommendations");
        List<String> order = OrderKeys.spread(all.size());
        JsonNode outcome = source.path("outcome");
        for (int i = 0; i < all.size(); i++) {
            JsonNode recommendation = all.get(i);
            boolean adopted = recommendation.path("status").asText().equals("adopted");
            UUID id = SampleKeys.of("recommendation", recommendation.path("key").asText());
            tx.insert(
                    RecommendationKinds.RECOMMENDATION,
                    id,
                    meeting,
                    Values.of("meeting", meeting)
                            .with("number", Assets.text(recommendation.path("number")))
                            .texts(
                                    "grouping",
                                    groups.get(recommendation.path("group").asText()))
                            .with("status", adopted ? null : Assets.text(recommendation.path("status")))
                            .with("position", order.get(i))
                            .with("source", Assets.text(recommendation.path("source")))
                            .with("notes", Assets.text(recommendation.path("note"))));
            wording(tx, meeting, id, recommendation, outcome);
            if (adopted) {
                adopted(tx, meeting, id, recommendation, outcome);
            }
            links(tx, meeting, id, recommendation);
        }
        SampleDirectory.fact(
                tx,
                meeting,
                meeting,
                "grcp-7/recommendations",
                "Recommendations",
                Assets.text(outcome.path("asStated")),
                outcome.path("source"));
        outcome(tx, meeting, outcome);
        references(tx, source.path("objectiveReferences"));
    }

    private static void wording(Transaction tx, UUID meeting, UUID id, JsonNode recommendation, JsonNode outcome) {
        Map<String, String> text = Assets.texts(recommendation.path("text"));
        if (text.isEmpty()) {
            return;
        }
        tx.insert(
                RecommendationKinds.VERSION,
                SampleKeys.of("version", recommendation.path("key").asText()),
                meeting,
                Values.of("recommendation", id)
                        .with("label", "as stated in the source")
                        .texts("body", text)
                        .with("made_on", Assets.text(outcome.path("adopted")))
                        .with(
                                "note",
                                recommendation.path("translation").isEmpty()
                                        ? null
                                        : "English as in the source; the other languages are unofficial translations.")
                        .with("position", OrderKeys.between(null, null)));
    }

    /** Adopted in the language of the source; the other languages are translations of ours. */
    private static void adopted(Transaction tx, UUID meeting, UUID id, JsonNode recommendation, JsonNode outcome) {
        String key = recommendation.path("key").asText();
        LocalDate day = LocalDate.parse(outcome.path("adopted").asText());
        Set<String> languages =
                new HashSet<>(Assets.texts(recommendation.path("text")).keySet());
        recommendation.path("translation").fieldNames().forEachRemaining(languages::remove);
        RecommendationSteps.adopt(
                tx,
                SampleKeys.of("adoption", key),
                id,
                new RecommendationSteps.Adopting(
                        SampleKeys.of("version", key),
                        languages,
                        day,
                        meeting,
                        "GRCP 7",
                        "",
                        AdoptionAct.Change.ADOPTION,
                        Assets.text(outcome.path("adoptedNote")),
                        "",
                        day));
    }

    private static void links(Transaction tx, UUID meeting, UUID id, JsonNode recommendation) {
        String key = recommendation.path("key").asText();
        String ours = recommendation.path("linksIllustrative").asBoolean() ? "Illustrative link." : null;
        for (JsonNode code : recommendation.path("codes")) {
            link(tx, meeting, id, key, "theme", SampleKeys.code(code.asText()), ours);
        }
        for (JsonNode objective : recommendation.path("objectives")) {
            link(tx, meeting, id, key, "objective", ReferenceLists.objective(objective.asInt()), ours);
        }
        String item = Assets.text(recommendation.path("agendaItem"));
        if (item != null) {
            link(tx, meeting, id, key, "agenda_item", SampleKeys.item(item), ours);
        }
    }

    private static void link(
            Transaction tx, UUID meeting, UUID id, String key, String relation, UUID target, String note) {
        tx.insert(
                RecommendationKinds.EVIDENCE,
                SampleKeys.of("evidence", key + "/" + relation + "/" + target),
                meeting,
                Values.of("recommendation", id)
                        .with("relation", relation)
                        .with("target", target)
                        .with("note", note));
    }

    /** The papers of the meeting in the register of documents; their dates are illustrative, and they say so. */
    static void papers(Transaction tx) {
        JsonNode source = Assets.json("sample/documents.json");
        UUID meeting = SampleKeys.meeting(source.path("meeting").asText());
        for (JsonNode paper : source.path("documents")) {
            String item = Assets.text(paper.path("agendaItem"));
            tx.insert(
                    DocumentKinds.DOCUMENT,
                    SampleKeys.of("document", paper.path("key").asText()),
                    meeting,
                    Values.of("meeting", meeting)
                            .texts("title", Assets.texts(paper.path("title")))
                            .with("type", Assets.text(paper.path("type")))
                            .with("original_language", Assets.text(paper.path("originalLanguage")))
                            .with("dated", Assets.text(paper.path("dated")))
                            .with("agenda_item", item == null ? null : SampleKeys.item(item))
                            .with("source", "Illustrative")
                            .with("notes", Assets.text(source.path("note"))));
        }
    }

    private static void outcome(Transaction tx, UUID meeting, JsonNode outcome) {
        tx.insert(
                DocumentKinds.DOCUMENT,
                SampleKeys.of("document", "grcp-7-outcome"),
                meeting,
                Values.of("meeting", meeting)
                        .texts("title", Assets.texts(outcome.path("title")))
                        .with("type", "recommendations")
                        .with("original_language", "en")
                        .with("dated", Assets.text(outcome.path("adopted")))
                        .with("source", Assets.text(outcome.path("source")))
                        .with("notes", Assets.text(outcome.path("adoptedNote"))));
    }

    /**
     * Where the draft of March 2018 refers to consultation mechanisms indirectly: linked to the recommendation on the
     * role of these mechanisms, and stated with the objective itself.
     */
    private static void references(Transaction tx, JsonNode references) {
        Kind evidence = RecommendationKinds.EVIDENCE;
        UUID role = SampleKeys.of("recommendation", "rec-6");
        for (JsonNode reference : references) {
            int number = reference.path("objective").asInt();
            UUID objective = ReferenceLists.objective(number);
            String topic = reference.path("topicAsStated").asText();
            tx.insert(
                    evidence,
                    SampleKeys.of("evidence", "indirect/" + number),
                    SampleKeys.meeting("grcp-7"),
                    Values.of("recommendation", role)
                            .with("relation", "indirect")
                            .with("target", objective)
                            .with("note", topic)
                            .with(
                                    "source",
                                    "Draft Rev. 1, 26 March 2018, as described in: "
                                            + Assets.text(reference.path("source"))));
            SampleDirectory.fact(
                    tx,
                    Model.DIRECTORY,
                    objective,
                    "objective/" + number + "/indirect",
                    "Draft Rev. 1 (26 March 2018) refers to consultation mechanisms indirectly",
                    topic,
                    reference.path("source"));
        }
    }
}
