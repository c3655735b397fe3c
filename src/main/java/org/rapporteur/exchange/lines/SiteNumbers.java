package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.change.Dot;

/**
 * Sites by number, so that a row names a site in one or two digits: {@code _sites.ndjson}, whose line number (from 0)
 * is the site's number. A line: {@code {"i":uuid,"a":author}}, the author only if known and not left out.
 */
public final class SiteNumbers {
    private static final int MOST = 100_000;

    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<UUID> sites = new ArrayList<>();

    int of(UUID site) {
        Integer known = numbers.get(site);
        if (known != null) {
            return known;
        }
        numbers.put(site, sites.size());
        sites.add(site);
        return sites.size() - 1;
    }

    UUID site(JsonParser parser, String member) throws IOException, BadLine {
        return sites.get((int) LineJson.number(parser, 0, sites.size() - 1L, member));
    }

    /** The change that the two numbers name, the first of which the parser is about to read. */
    Dot dot(JsonParser parser, String member) throws IOException, BadLine {
        parser.nextToken();
        UUID site = site(parser, member);
        parser.nextToken();
        return new Dot(site, LineJson.number(parser, 1, LineJson.MAX_SEQUENCE, member));
    }

    void write(JsonGenerator json, Dot dot) throws IOException {
        json.writeNumber(of(dot.site()));
        json.writeNumber(dot.sequence());
    }

    /** Writes all sites used so far, one a line. */
    public void write(LineWriter out, Function<UUID, String> author) throws IOException {
        for (UUID site : List.copyOf(sites)) {
            out.line(json -> {
                json.writeStringField("i", site.toString());
                String name = author.apply(site);
                if (name != null) {
                    json.writeStringField("a", name);
                }
            });
        }
    }

    /** Reads one line of {@code _sites.ndjson}; the lines come in order. */
    public void read(JsonParser line) throws BadLine {
        UUID[] found = new UUID[1];
        LineReader.object(line, (name, value) -> {
            switch (name) {
                case "i" -> found[0] = LineJson.uuid(value, name);
                case "a" -> LineJson.expect(value, JsonToken.VALUE_STRING, name);
                default -> throw BadLine.member(LineReader.shown(name));
            }
        });
        if (found[0] == null || sites.size() == MOST) {
            throw BadLine.member("i");
        }
        if (numbers.put(found[0], sites.size()) != null) {
            throw BadLine.twice("i");
        }
        sites.add(found[0]);
    }
}
