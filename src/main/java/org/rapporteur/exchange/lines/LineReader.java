package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads a line that is one JSON object. */
final class LineReader {
    private static final int MOST_MEMBERS = 100;

    private LineReader() {}

    /** Takes the members of a line; the parser stands on the value and must stand on its end afterwards. */
    @FunctionalInterface
    interface Members {
        void read(String name, JsonParser value) throws IOException, BadLine;
    }

    /** Reads the object on whose beginning the parser stands, to its end. */
    static void object(JsonParser parser, Members members) throws BadLine {
        try {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw BadLine.json();
            }
            String[] names = new String[MOST_MEMBERS];
            int count = 0;
            String name;
            while ((name = parser.nextFieldName()) != null) {
                for (int i = 0; i < count; i++) {
                    if (names[i].equals(name)) {
                        throw BadLine.twice(shown(name));
                    }
                }
                if (count == MOST_MEMBERS) {
                    throw BadLine.json();
                }
                names[count++] = name;
                parser.nextToken();
                members.read(name, parser);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw BadLine.json();
            }
        } catch (IOException e) {
            // Its message holds pieces of the content.
            throw BadLine.json();
        }
    }

    /** A name that may be shown; a hostile one may hold anything. */
    static String shown(String name) {
        return Names.valid(name) ? name : "?";
    }
}
