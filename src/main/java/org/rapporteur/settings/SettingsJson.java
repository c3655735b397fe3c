package org.rapporteur.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.core.text.Language;

/**
 * Settings as JSON. Streaming, without data binding, because this is read before the first window and data binding
 * costs a fifth of the start. A value of the wrong type counts as absent; unknown names are skipped.
 */
final class SettingsJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(1_000_000)
                    .maxNestingDepth(20)
                    .maxStringLength(20_000)
                    .build())
            .build();

    private SettingsJson() {}

    /**
     * Reads settings.
     *
     * @throws IOException if this is not a JSON object
     */
    static Settings read(String json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            Map<?, ?> root = (Map<?, ?>) value(parser);
            return settings(root);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null -> throw new IOException("ends too early");
            default -> null;
        };
    }

    private static Settings settings(Map<?, ?> root) {
        Settings none = Settings.defaults();
        return new Settings(
                Language.of(string(root.get("language"))),
                theme(string(root.get("theme"))),
                Optional.ofNullable(string(root.get("author"))).orElse(none.author()),
                window(root.get("window")),
                panes(root.get("panes")),
                recent(root.get("recent")),
                Boolean.TRUE.equals(root.get("sidebarFolded")));
    }

    private static String string(Object value) {
        return value instanceof String text ? text : null;
    }

    private static ThemeChoice theme(String name) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equalsIgnoreCase(name)) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    private static Optional<WindowPlace> window(Object value) {
        if (value instanceof Map<?, ?> map
                && map.get("x") instanceof Double x
                && map.get("y") instanceof Double y
                && map.get("width") instanceof Double width
                && map.get("height") instanceof Double height
                && width >= 1
                && height >= 1) {
            return Optional.of(new WindowPlace(x, y, width, height, Boolean.TRUE.equals(map.get("maximized"))));
        }
        return Optional.empty();
    }

    private static Map<String, List<Double>> panes(Object value) {
        Map<String, List<Double>> panes = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, dividers) -> {
                if (dividers instanceof List<?> list && list.stream().allMatch(SettingsJson::isShare)) {
                    panes.put(
                            (String) name, list.stream().map(Double.class::cast).toList());
                }
            });
        }
        return panes;
    }

    private static boolean isShare(Object value) {
        return value instanceof Double d && d >= 0 && d <= 1;
    }

    private static List<RecentWorkspace> recent(Object value) {
        List<RecentWorkspace> recent = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> map && string(map.get("folder")) != null) {
                    String name = string(map.get("name"));
                    recent.add(new RecentWorkspace(string(map.get("folder")), name == null ? "" : name));
                }
            }
        }
        return recent;
    }

    /** Writes settings, indented for people who look into the file. */
    static String write(Settings settings) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            if (settings.language().isPresent()) {
                json.writeStringField("language", settings.language().get().code());
            }
            json.writeStringField("theme", settings.theme().name().toLowerCase(Locale.ROOT));
            json.writeStringField("author", settings.author());
            if (settings.window().isPresent()) {
                writeWindow(json, settings.window().get());
            }
            json.writeBooleanField("sidebarFolded", settings.sidebarFolded());
            json.writeObjectFieldStart("panes");
            for (Map.Entry<String, List<Double>> pane : settings.panes().entrySet()) {
                json.writeArrayFieldStart(pane.getKey());
                for (double divider : pane.getValue()) {
                    json.writeNumber(divider);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("recent");
            for (RecentWorkspace workspace : settings.recent()) {
                json.writeStartObject();
                json.writeStringField("folder", workspace.folder());
                json.writeStringField("name", workspace.name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }

    private static void writeWindow(JsonGenerator json, WindowPlace place) throws IOException {
        json.writeObjectFieldStart("window");
        json.writeNumberField("x", place.x());
        json.writeNumberField("y", place.y());
        json.writeNumberField("width", place.width());
        json.writeNumberField("height", place.height());
        json.writeBooleanField("maximized", place.maximized());
        json.writeEndObject();
    }
}
