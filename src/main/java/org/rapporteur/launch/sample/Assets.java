package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.rapporteur.core.change.Field;

/** Reads the sources that ride in the program; they are ours, so what does not read is a defect, not bad input. */
public final class Assets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Assets() {}

    /**
     * A JSON source.
     *
     * @param path below {@code assets/}, for example {@code sample/meetings.json}
     */
    public static JsonNode json(String path) {
        try (InputStream in = open(path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A CSV source with a header: one map of column to cell a row, empty cells as "". */
    public static List<Map<String, String>> table(String path) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = open(path);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, format)) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                rows.add(row.toMap());
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such a source. */
    public static boolean exists(String path) {
        return Assets.class.getResource("/assets/" + path) != null;
    }

    /** A source as it is. */
    public static InputStream open(String path) throws IOException {
        InputStream in = Assets.class.getResourceAsStream("/assets/" + path);
        if (in == null) {
            throw new FileNotFoundException("assets/" + path);
        }
        return in;
    }

    /** A text in several languages by language code; empty if there is none. */
    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : Field.LANGUAGES) {
            String text = node.path(language).asText("");
            if (!text.isBlank()) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    /** A text, or null if it is missing, null or empty. */
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isEmpty() ? node.asText() : null;
    }
}
