package org.rapporteur.forms.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.Mapping.Chosen;
import org.rapporteur.forms.mapping.Mapping.Codes;
import org.rapporteur.forms.mapping.Mapping.Rows;
import org.rapporteur.forms.mapping.Mapping.Source;
import org.rapporteur.forms.mapping.Mapping.Tick;
import org.rapporteur.forms.mapping.Mapping.Who;

/**
 * Reads mappings. Strict: a name that it does not know, a value of the wrong kind or a missing part is refused and
 * named by its place, because a mapping that is half understood makes a survey that is half wrong.
 */
public final class MappingJson {
    private static final long MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(100_000)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MappingJson() {}

    /**
     * Reads a mapping from a file.
     *
     * @throws Problem MAP-01 to MAP-05 if it is not one; FIL-.. if it cannot be read
     */
    public static Mapping read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Problem.of("MAP-01", "forms.map.notJson", name(file), "> 1 MB")
                        .build();
            }
            return read(Files.readString(file, StandardCharsets.UTF_8), name(file));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Problem.of("MAP-01", "forms.map.notJson", name(file), "UTF-8").build();
        } catch (IOException e) {
            throw IoProblems.of(name(file), e);
        }
    }

    /** Reads a mapping from text; {@code name} is how messages call it. */
    public static Mapping read(String json, String name) {
        JsonNode root;
        try {
            root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw Problem.of("MAP-01", "forms.map.notJson", name, where).build();
        }
        return new MappingJson.Reader(name).mapping(root);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** One reading; knows the name of the file for messages. */
    private static final class Reader {
        private final String name;

        Reader(String name) {
            this.name = name;
        }

        Mapping mapping(JsonNode root) {
            fields(
                    root,
                    "",
                    Set.of(
                            "respondent",
                            "questions",
                            "carry",
                            "rows",
                            "coder",
                            "language",
                            "key",
                            "noAnswer",
                            "sheet",
                            "headerRow",
                            "delimiter",
                            "encoding"));
            List<Asked> questions = new ArrayList<>();
            Set<String> codes = new HashSet<>();
            JsonNode list = needed(root, "", "questions");
            array(list, "questions");
            for (int i = 0; i < list.size(); i++) {
                Asked asked = question(list.get(i), "questions[" + i + "]");
                if (!codes.add(asked.code())) {
                    throw wrong("questions[" + i + "].code", "forms.map.codeTwice", asked.code());
                }
                questions.add(asked);
            }
            if (questions.isEmpty()) {
                throw missing("questions");
            }
            String rows = text(root, "", "rows");
            return new Mapping(
                    who(needed(root, "", "respondent")),
                    questions,
                    texts(root.path("carry"), "carry"),
                    rows == null
                            ? questions.size() == 1 ? Rows.ANSWER : Rows.RESPONDENT
                            : oneOf(rows, "rows", Rows.values()),
                    Optional.ofNullable(text(root, "", "coder")).orElse(""),
                    language(text(root, "", "language")),
                    Optional.ofNullable(text(root, "", "key")),
                    root.path("noAnswer").isMissingNode()
                            ? Optional.empty()
                            : Optional.of(texts(root.path("noAnswer"), "noAnswer")),
                    reading(root));
        }

        private Mapping.Reading reading(JsonNode root) {
            int[] rows = {0, 0};
            JsonNode head = root.path("headerRow");
            if (head.isInt()) {
                rows = TableWords.headerRow(head.asText()).orElseThrow(() -> wrongHead(head));
            } else if (!head.isMissingNode() && !head.isNull()) {
                rows = TableWords.headerRow(text(root, "", "headerRow")).orElseThrow(() -> wrongHead(head));
            }
            JsonNode delimiter = root.path("delimiter");
            String encoding = text(root, "", "encoding");
            return new Mapping.Reading(
                    Optional.ofNullable(text(root, "", "sheet")),
                    rows[0],
                    rows[1],
                    delimiter.isMissingNode() || delimiter.isNull()
                            ? Optional.empty()
                            : Optional.of(TableWords.delimiter(delimiter.asText())
                                    .orElseThrow(() -> wrong(
                                            "delimiter",
                                            "forms.map.notOneOf",
                                            delimiter.asText(),
                                            TableWords.DELIMITERS))),
                    encoding == null
                            ? Optional.empty()
                            : Optional.of(TableWords.encoding(encoding)
                                    .orElseThrow(() ->
                                            wrong("encoding", "forms.map.notOneOf", encoding, TableWords.ENCODINGS))));
        }

        private Problem wrongHead(JsonNode head) {
            return wrong("headerRow", "forms.map.notOneOf", head.asText(), "1 2 3 ... 1-2 2-3 ...");
        }

        private Language language(String code) {
            if (code == null) {
                return Language.EN;
            }
            return Language.of(code)
                    .orElseThrow(() -> wrong("language", "forms.map.notOneOf", code, "en fr es ar zh ru"));
        }

        private Who who(JsonNode node) {
            fields(node, "respondent", Set.of("column", "type", "region"));
            String column = text(node, "respondent", "column");
            return new Who(
                    column == null ? Source.NONE : new Source(column, null),
                    source(node.path("type"), "respondent.type"),
                    source(node.path("region"), "respondent.region"));
        }

        private Source source(JsonNode node, String path) {
            if (node.isMissingNode() || node.isNull()) {
                return Source.NONE;
            }
            if (node.isTextual()) {
                return new Source(node.asText(), null);
            }
            fields(node, path, Set.of("column", "value"));
            String column = text(node, path, "column");
            String value = text(node, path, "value");
            if (column != null && value != null) {
                throw wrong(path, "forms.map.both", "column", "value");
            }
            return new Source(column, value);
        }

        private Asked question(JsonNode node, String path) {
            fields(
                    node,
                    path,
                    Set.of("code", "label", "type", "answer", "ticks", "choices", "separator", "codes", "permission"));
            String code = needed(text(node, path, "code"), path + ".code");
            QuestionType type =
                    oneOf(needed(text(node, path, "type"), path + ".type"), path + ".type", QuestionType.values());
            String answer = text(node, path, "answer");
            List<Tick> ticks = ticks(node.path("ticks"), path + ".ticks");
            if (answer != null && !ticks.isEmpty()) {
                throw wrong(path, "forms.map.both", "answer", "ticks");
            }
            if (answer == null && ticks.isEmpty()) {
                throw missing(path + ".answer");
            }
            if (!type.answered() || !ticks.isEmpty() && type != QuestionType.MULTIPLE) {
                throw wrong(
                        path + ".type", "forms.map.notOneOf", type.code(), ticks.isEmpty() ? "text ..." : "multiple");
            }
            String permission = text(node, path, "permission");
            return new Asked(
                    code,
                    label(node.path("label"), path + ".label", code),
                    type,
                    answer,
                    ticks,
                    choices(node.path("choices"), path + ".choices", type),
                    Optional.ofNullable(text(node, path, "separator")).orElse(";"),
                    codes(node.path("codes"), path + ".codes"),
                    permission == null
                            ? Optional.empty()
                            : Optional.of(oneOf(permission, path + ".permission", Permission.values())));
        }

        private Optional<Codes> codes(JsonNode node, String path) {
            if (node.isMissingNode() || node.isNull()) {
                return Optional.empty();
            }
            if (node.isTextual()) {
                return Optional.of(new Codes(node.asText(), ";"));
            }
            fields(node, path, Set.of("column", "separator"));
            String separator =
                    Optional.ofNullable(text(node, path, "separator")).orElse(";");
            return Optional.of(new Codes(needed(text(node, path, "column"), path + ".column"), separator));
        }

        private List<Tick> ticks(JsonNode node, String path) {
            List<Tick> ticks = new ArrayList<>();
            optionalArray(node, path);
            for (int i = 0; i < node.size(); i++) {
                String at = path + "[" + i + "]";
                fields(node.get(i), at, Set.of("column", "choice", "label"));
                String column = needed(text(node.get(i), at, "column"), at + ".column");
                String choice =
                        Optional.ofNullable(text(node.get(i), at, "choice")).orElse(column);
                ticks.add(new Tick(column, choice, label(node.get(i).path("label"), at + ".label", choice)));
            }
            return ticks;
        }

        private List<Chosen> choices(JsonNode node, String path, QuestionType type) {
            List<Chosen> choices = new ArrayList<>();
            optionalArray(node, path);
            for (int i = 0; i < node.size(); i++) {
                String at = path + "[" + i + "]";
                fields(node.get(i), at, Set.of("code", "label", "permission"));
                String code = needed(text(node.get(i), at, "code"), at + ".code");
                String permission = text(node.get(i), at, "permission");
                if (permission != null && type != QuestionType.USE) {
                    throw wrong(at, "forms.map.onlyUse", QuestionType.USE.code());
                }
                choices.add(new Chosen(
                        code,
                        label(node.get(i).path("label"), at + ".label", code),
                        permission == null
                                ? Optional.empty()
                                : Optional.of(oneOf(permission, at + ".permission", Permission.values()))));
            }
            return choices;
        }

        private Multilingual label(JsonNode node, String path, String otherwise) {
            if (node.isMissingNode() || node.isNull()) {
                return Multilingual.of(Language.EN, otherwise);
            }
            if (node.isTextual()) {
                return Multilingual.of(Language.EN, node.asText());
            }
            fields(node, path, Set.of("en", "fr", "es", "ar", "zh", "ru"));
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                texts.put(Language.ofCode(entry.getKey()), text(node, path, entry.getKey()));
            }
            return Multilingual.of(texts);
        }

        private List<String> texts(JsonNode node, String path) {
            List<String> texts = new ArrayList<>();
            optionalArray(node, path);
            for (int i = 0; i < node.size(); i++) {
                if (!node.get(i).isTextual()) {
                    throw wrong(path + "[" + i + "]", "forms.map.notText");
                }
                texts.add(node.get(i).asText());
            }
            return texts;
        }

        private <E extends Enum<E>> E oneOf(String text, String path, E[] values) {
            List<String> names = new ArrayList<>();
            for (E value : values) {
                String valueName = value.name().toLowerCase(Locale.ROOT);
                if (valueName.equals(text)) {
                    return value;
                }
                names.add(valueName);
            }
            throw wrong(path, "forms.map.notOneOf", text, String.join(" ", names));
        }

        private String text(JsonNode node, String path, String field) {
            JsonNode value = node.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isTextual()) {
                throw wrong(path(path, field), "forms.map.notText");
            }
            return value.asText().isBlank() && !field.equals("separator") && !field.equals("column")
                    ? null
                    : value.asText();
        }

        private void fields(JsonNode node, String path, Set<String> known) {
            if (!node.isObject()) {
                throw wrong(path.isEmpty() ? name : path, "forms.map.notObject");
            }
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!known.contains(entry.getKey())) {
                    throw wrong(
                            path(path, entry.getKey()),
                            "forms.map.unknown",
                            String.join(" ", known.stream().sorted().toList()));
                }
            }
        }

        private void array(JsonNode node, String path) {
            if (!node.isArray()) {
                throw wrong(path, "forms.map.notList");
            }
        }

        private void optionalArray(JsonNode node, String path) {
            if (!node.isMissingNode() && !node.isNull()) {
                array(node, path);
            }
        }

        private JsonNode needed(JsonNode node, String path, String field) {
            if (node.path(field).isMissingNode() || node.path(field).isNull()) {
                throw missing(path(path, field));
            }
            return node.path(field);
        }

        private String needed(String text, String path) {
            if (text == null) {
                throw missing(path);
            }
            return text;
        }

        private static String path(String path, String field) {
            return path.isEmpty() ? field : path + "." + field;
        }

        private Problem missing(String path) {
            return Problem.of("MAP-02", "forms.map.missing", name, path)
                    .kept("problem.kept.nothingChanged")
                    .advice("forms.map.advice")
                    .build();
        }

        private Problem wrong(String path, String key, Object... args) {
            Object[] all = new Object[args.length + 2];
            all[0] = name;
            all[1] = path;
            System.arraycopy(args, 0, all, 2, args.length);
            return Problem.of("MAP-03", key, all)
                    .kept("problem.kept.nothingChanged")
                    .advice("forms.map.advice")
                    .build();
        }
    }
}
