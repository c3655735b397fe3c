package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;

/** The survey before GRCP 7: questionnaire, who was asked, codebook. All but the number of replies is ours. */
final class SampleSurvey {
    /** Mechanisms whose short name in the list is a place, not an acronym: called "... Process" as people do. */
    private static final Set<String> PLACES =
            Set.of("ALMATY", "BALI", "BUDAPEST", "COLOMBO", "KHARTOUM", "PRAGUE", "RABAT");

    private SampleSurvey() {}

    static void add(Transaction tx, SampleKeys keys) {
        JsonNode questionnaire = Assets.json("sample/questionnaire.json");
        UUID meeting = SampleKeys.meeting(questionnaire.path("meeting").asText());
        List<String> languages = new ArrayList<>();
        questionnaire.path("languages").forEach(language -> languages.add(language.asText()));
        tx.insert(
                SurveyKinds.SURVEY,
                SampleKeys.survey(),
                meeting,
                Values.of("meeting", meeting)
                        .texts("title", Assets.texts(questionnaire.path("title")))
                        .texts("introduction", Assets.texts(questionnaire.path("introduction")))
                        .with("status", "open")
                        .with("opens_on", Assets.text(questionnaire.path("sent")))
                        .with("due_on", Assets.text(questionnaire.path("due")))
                        .with("languages", String.join(" ", languages))
                        .with("default_permission", "paraphrase")
                        .with(
                                "notes",
                                Assets.text(
                                        Assets.json("sample/respondents.json").path("note")))
                        .with("illustrative", true));
        questions(tx, meeting, questionnaire.path("questions"));
        respondents(tx, keys, meeting);
        codebook(tx, meeting);
    }

    private static void questions(Transaction tx, UUID meeting, JsonNode questions) {
        List<String> order = OrderKeys.spread(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            JsonNode question = questions.get(i);
            String code = question.path("code").asText();
            String item = Assets.text(question.path("agendaItem"));
            UUID id = SampleKeys.question(code);
            tx.insert(
                    SurveyKinds.QUESTION,
                    id,
                    meeting,
                    Values.of("survey", SampleKeys.survey())
                            .with("code", code)
                            .texts("label", Assets.texts(question.path("text")))
                            .texts("help", Assets.texts(question.path("help")))
                            .with("type", Assets.text(question.path("type")))
                            .with("required", question.path("required").asBoolean())
                            .with("agenda_item", item == null ? null : SampleKeys.item(item))
                            .with("objectives", numbers(question.path("objectives")))
                            .with("position", order.get(i)));
            choices(tx, meeting, id, code, question);
        }
    }

    private static void choices(Transaction tx, UUID meeting, UUID question, String code, JsonNode node) {
        List<String> codes = new ArrayList<>();
        List<Map<String, String>> labels = new ArrayList<>();
        for (JsonNode choice : node.path("choices")) {
            codes.add(choice.path("code").asText());
            labels.add(Assets.texts(choice.path("text")));
        }
        JsonNode scale = node.path("scale");
        for (int step = scale.path("min").asInt();
                scale.isObject() && step <= scale.path("max").asInt();
                step++) {
            codes.add(String.valueOf(step));
            labels.add(
                    step == scale.path("min").asInt()
                            ? Assets.texts(scale.path("minLabel"))
                            : step == scale.path("max").asInt() ? Assets.texts(scale.path("maxLabel")) : Map.of());
        }
        List<String> order = OrderKeys.spread(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            tx.insert(
                    SurveyKinds.CHOICE,
                    SampleKeys.of("choice", code + "/" + codes.get(i)),
                    meeting,
                    Values.of("question", question)
                            .with("code", codes.get(i))
                            .texts("label", labels.get(i))
                            .with("permission", node.path("permission").asBoolean() ? codes.get(i) : null)
                            .with("position", order.get(i)));
        }
    }

    private static void respondents(Transaction tx, SampleKeys keys, UUID meeting) {
        JsonNode source = Assets.json("sample/respondents.json");
        Map<String, String> regions = new HashMap<>();
        source.path("regions")
                .forEach(region -> regions.put(
                        region.path("key").asText(),
                        region.path("name").path("en").asText()));
        for (JsonNode respondent : source.path("respondents")) {
            String status = respondent.path("status").asText();
            JsonNode reminders = respondent.path("reminders");
            tx.insert(
                    SurveyKinds.RESPONDENT,
                    SampleKeys.respondent(respondent.path("key").asText()),
                    meeting,
                    Values.of("survey", SampleKeys.survey())
                            .with("party", keys.party(respondent.path("party")))
                            .with("name", name(respondent.path("party").asText()))
                            .with("type", Assets.text(respondent.path("type")))
                            .with(
                                    "region",
                                    regions.get(respondent.path("region").asText()))
                            .with("language", Assets.text(respondent.path("language")))
                            // Received comes true only when the returned file has been read.
                            .with("status", Set.of("declined", "extension").contains(status) ? status : "sent")
                            .with("sent_on", Assets.text(respondent.path("sent")))
                            .with("due_on", Assets.text(respondent.path("due")))
                            .with("reminded_on", Assets.text(reminders.path(reminders.size() - 1)))
                            .with("notes", Assets.text(respondent.path("note"))));
        }
    }

    private static String name(String party) {
        return PLACES.contains(party)
                ? party.charAt(0) + party.substring(1).toLowerCase(Locale.ROOT) + " Process"
                : party;
    }

    private static void codebook(Transaction tx, UUID meeting) {
        JsonNode source = Assets.json("sample/codebook.json");
        UUID codebook = SampleKeys.of("codebook", source.path("key").asText());
        tx.insert(
                SurveyKinds.CODEBOOK,
                codebook,
                meeting,
                Values.of("survey", SampleKeys.survey()).texts("name", Assets.texts(source.path("title"))));
        JsonNode codes = source.path("codes");
        List<String> order = OrderKeys.spread(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            JsonNode code = codes.get(i);
            tx.insert(
                    SurveyKinds.CODE,
                    SampleKeys.code(code.path("code").asText()),
                    meeting,
                    Values.of("codebook", codebook)
                            .with("code", Assets.text(code.path("code")))
                            .texts("name", Assets.texts(code.path("name")))
                            .texts("definition", Assets.texts(code.path("definition")))
                            .with("colour", Assets.text(code.path("colour")))
                            .with("shortcut", Assets.text(code.path("shortcut")))
                            .with("objectives", numbers(code.path("objectives")))
                            .with("position", order.get(i)));
        }
    }

    private static String numbers(JsonNode numbers) {
        List<String> each = new ArrayList<>();
        numbers.forEach(number -> each.add(number.asText()));
        return String.join(" ", each);
    }
}
