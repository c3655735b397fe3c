package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The returned questionnaires of the sample, in {@code assets/sample/returned}: filled in as ministries do it, some with
 * rows moved, notes beside answers or a sheet renamed, so that a few cells are left for a person to decide.
 */
public final class SampleReturns {
    private SampleReturns() {}

    /**
     * A reply.
     *
     * @param key key of the respondent in the sources, also the name of its file
     * @param respondent key of its row
     * @param received the day on which it came
     */
    public record Reply(String key, UUID respondent, LocalDate received) {}

    /** Those that replied, in the order of the list of respondents. */
    public static List<Reply> replies() {
        List<Reply> replies = new ArrayList<>();
        for (JsonNode respondent : Assets.json("sample/respondents.json").path("respondents")) {
            String key = respondent.path("key").asText();
            String received = Assets.text(respondent.path("received"));
            if (received != null && Assets.exists("sample/answers/" + key + ".json")) {
                replies.add(new Reply(key, SampleKeys.respondent(key), LocalDate.parse(received)));
            }
        }
        return replies;
    }

    /** Keys of all respondents in the sources by the keys of their rows. */
    public static Map<UUID, String> respondentKeys() {
        Map<UUID, String> keys = new LinkedHashMap<>();
        for (JsonNode respondent : Assets.json("sample/respondents.json").path("respondents")) {
            String key = respondent.path("key").asText();
            keys.put(SampleKeys.respondent(key), key);
        }
        return keys;
    }

    /**
     * Takes the returned questionnaire of a reply, as it came.
     *
     * @param returned where the file goes
     * @throws IOException if a file cannot be read or written
     */
    public static void take(Reply reply, Path returned) throws IOException {
        try (InputStream in = Assets.open("sample/returned/" + reply.key() + ".xlsx")) {
            Files.copy(in, returned);
        }
    }
}
