package org.rapporteur.forms.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.launch.sample.SampleKeys;

/** The sample's survey straight from its sources in {@code assets/sample}, with the keys that the sample gives it. */
public final class SampleSurvey {
    private static final Path SAMPLE = Path.of("assets/sample");

    private SampleSurvey() {}

    public static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(Files.readString(SAMPLE.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UUID survey() {
        return SampleKeys.survey();
    }

    public static UUID question(String code) {
        return SampleKeys.question(code);
    }

    public static UUID respondent(String key) {
        return SampleKeys.respondent(key);
    }

    private static UUID choice(String question, String code) {
        return SampleKeys.of("choice", question + "/" + code);
    }

    public static Questionnaire questionnaire() {
        JsonNode json = json("questionnaire.json");
        List<Question> questions = new ArrayList<>();
        for (JsonNode q : json.get("questions")) {
            String code = q.get("code").asText();
            questions.add(new Question(
                    question(code),
                    code,
                    text(q.get("text")),
                    text(q.path("help")),
                    QuestionType.valueOf(q.get("type").asText().toUpperCase(java.util.Locale.ROOT)),
                    q.path("required").asBoolean(),
                    choices(code, q)));
        }
        return new Questionnaire(
                survey(),
                text(json.get("title")),
                text(json.path("introduction")),
                Set.copyOf(Language.all()),
                Permission.COUNT_ONLY,
                true,
                json.get("due").asText(),
                questions);
    }

    private static List<Choice> choices(String question, JsonNode q) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode c : q.path("choices")) {
            String code = c.get("code").asText();
            choices.add(new Choice(
                    choice(question, code),
                    code,
                    text(c.get("text")),
                    q.path("permission").asBoolean() ? Permission.ofCode(code).orElseThrow() : null));
        }
        JsonNode scale = q.path("scale");
        for (int step = scale.path("min").asInt(1); step <= scale.path("max").asInt(0); step++) {
            String anchor = step == scale.path("min").asInt()
                    ? "minLabel"
                    : step == scale.path("max").asInt() ? "maxLabel" : "";
            choices.add(new Choice(
                    choice(question, Integer.toString(step)), Integer.toString(step), text(scale.path(anchor))));
        }
        return choices;
    }

    /** All respondents by key, under the names of their parties. */
    public static Map<String, Respondent> respondents() {
        Map<String, Multilingual> names = new TreeMap<>();
        json("parties.json").get("parties").forEach(p -> names.put(p.get("key").asText(), text(p.get("name"))));
        json("parties.json")
                .get("iscmNames")
                .forEach(p -> names.put(p.get("party").asText(), text(p.get("name"))));
        Map<String, Respondent> respondents = new TreeMap<>();
        for (JsonNode r : json("respondents.json").get("respondents")) {
            String key = r.get("key").asText();
            String party = r.get("party").asText();
            Multilingual name = names.getOrDefault(party, Multilingual.EMPTY);
            respondents.put(
                    key,
                    new Respondent(
                            respondent(key),
                            name.in(Language.EN).orElse(party),
                            name,
                            party,
                            Language.ofCode(r.get("language").asText()),
                            r.path("due").asText("")));
        }
        return respondents;
    }

    static Multilingual text(JsonNode node) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        node.properties()
                .forEach(e -> Language.of(e.getKey())
                        .ifPresent(l -> texts.put(l, e.getValue().asText())));
        return Multilingual.of(texts);
    }
}
