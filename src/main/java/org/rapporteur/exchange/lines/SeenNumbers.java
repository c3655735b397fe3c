package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.exchange.VersionVector;

/**
 * What deleters had seen, by number, because the deletions of one step mostly share it: {@code _seen.ndjson}, whose
 * line number (from 0) is the vector's. A line: {@code {"v":[[site,sequence],...]}}.
 */
public final class SeenNumbers {
    private static final int MOST = 1_000_000;
    private static final long MOST_PAIRS = 4_000_000;

    private final Map<VersionVector, Integer> numbers = new LinkedHashMap<>();
    private final List<VersionVector> vectors = new ArrayList<>();
    private long pairs;

    int of(VersionVector seen) {
        return numbers.computeIfAbsent(seen, v -> numbers.size());
    }

    VersionVector vector(JsonParser parser, String member) throws IOException, BadLine {
        return vectors.get((int) LineJson.number(parser, 0, vectors.size() - 1L, member));
    }

    /** Writes all vectors used so far, one a line; before the sites, whose numbers it uses. */
    public void write(LineWriter out, SiteNumbers sites) throws IOException {
        for (VersionVector seen : numbers.keySet()) {
            out.line(json -> {
                json.writeArrayFieldStart("v");
                for (Map.Entry<UUID, Long> entry : seen.numbers().entrySet()) {
                    json.writeStartArray();
                    sites.write(json, new Dot(entry.getKey(), entry.getValue()));
                    json.writeEndArray();
                }
                json.writeEndArray();
            });
        }
    }

    /** Reads one line of {@code _seen.ndjson}; the lines come in order, after those of the sites. */
    public void read(JsonParser line, SiteNumbers sites) throws BadLine {
        Map<UUID, Long> found = new HashMap<>();
        boolean[] there = new boolean[1];
        LineReader.object(line, (name, value) -> {
            if (!name.equals("v")) {
                throw BadLine.member(LineReader.shown(name));
            }
            there[0] = true;
            LineJson.expect(value, JsonToken.START_ARRAY, name);
            while (value.nextToken() == JsonToken.START_ARRAY) {
                Dot dot = sites.dot(value, name);
                value.nextToken();
                LineJson.expect(value, JsonToken.END_ARRAY, name);
                if (found.put(dot.site(), dot.sequence()) != null) {
                    throw BadLine.twice(name);
                }
            }
            LineJson.expect(value, JsonToken.END_ARRAY, name);
        });
        pairs += found.size();
        if (!there[0] || vectors.size() == MOST || pairs > MOST_PAIRS) {
            throw BadLine.member("v");
        }
        vectors.add(VersionVector.of(found));
    }
}
