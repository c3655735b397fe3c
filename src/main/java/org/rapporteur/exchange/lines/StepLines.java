package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.exchange.TravellingStep;

/**
 * Groups of changes, {@code _steps.ndjson}: {@code {"s":site,"f":from,"t":to,"at":milliseconds,"a":author,"l":label,
 * "g":[arguments]}}.
 */
public final class StepLines {
    private static final int MOST_ARGUMENTS = 20;
    private static final int LONGEST = 10_000;
    // Years far beyond any clock, within what every calendar of the platform can show.
    private static final long LAST = 253_402_300_799_999L;

    private StepLines() {}

    public static void write(LineWriter out, TravellingStep step, SiteNumbers sites) throws IOException {
        out.line(json -> {
            json.writeNumberField("s", sites.of(step.site()));
            json.writeNumberField("f", step.from());
            json.writeNumberField("t", step.to());
            json.writeNumberField("at", Math.clamp(step.at().toEpochMilli(), -LAST, LAST));
            if (step.author() != null) {
                json.writeStringField("a", step.author());
            }
            json.writeStringField("l", step.label());
            if (!step.arguments().isEmpty()) {
                json.writeArrayFieldStart("g");
                for (String argument : step.arguments()) {
                    json.writeString(argument);
                }
                json.writeEndArray();
            }
        });
    }

    public static TravellingStep read(JsonParser line, SiteNumbers sites) throws BadLine {
        UUID[] site = new UUID[1];
        long[] numbers = {0, 0, Long.MIN_VALUE};
        String[] words = new String[2];
        List<String> arguments = new ArrayList<>();
        LineReader.object(line, (name, value) -> {
            switch (name) {
                case "s" -> site[0] = sites.site(value, name);
                case "f" -> numbers[0] = LineJson.number(value, 1, LineJson.MAX_SEQUENCE, name);
                case "t" -> numbers[1] = LineJson.number(value, 1, LineJson.MAX_SEQUENCE, name);
                case "at" -> numbers[2] = LineJson.number(value, -LAST, LAST, name);
                case "a" -> words[0] = brief(LineJson.text(value, name), name);
                case "l" -> words[1] = brief(LineJson.text(value, name), name);
                case "g" -> {
                    LineJson.expect(value, JsonToken.START_ARRAY, name);
                    while (value.nextToken() != JsonToken.END_ARRAY) {
                        if (arguments.size() == MOST_ARGUMENTS) {
                            throw BadLine.member(name);
                        }
                        arguments.add(brief(LineJson.text(value, name), name));
                    }
                }
                default -> throw BadLine.member(LineReader.shown(name));
            }
        });
        if (site[0] == null || numbers[0] < 1 || numbers[1] < numbers[0] || numbers[2] == Long.MIN_VALUE) {
            throw BadLine.member("f");
        }
        if (words[1] == null) {
            throw BadLine.member("l");
        }
        return new TravellingStep(
                site[0], numbers[0], numbers[1], Instant.ofEpochMilli(numbers[2]), words[0], words[1], arguments);
    }

    private static String brief(String text, String member) throws BadLine {
        if (text.length() > LONGEST) {
            throw BadLine.member(member);
        }
        return text;
    }
}
