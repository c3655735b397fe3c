package org.rapporteur.exchange.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** Parsers that refuse what a careful reader must not have to think about. */
public final class StrictJson {
    /** Deepest nesting of objects and lists in a line of data. */
    public static final int DEPTH = 8;

    private static final int NAME = 200;
    private static final int NUMBER = 64;
    // A manifest's unknown members may nest deeper than a line's.
    private static final int DOCUMENT_DEPTH = 16;
    private static final int DOCUMENT_STRING = 100_000;

    private static final JsonFactory DOCUMENTS = factory(DOCUMENT_DEPTH, DOCUMENT_STRING);

    private StrictJson() {}

    /**
     * A factory for lines of data: nesting to {@link #DEPTH}, no member twice, names to 200 and numbers to 64
     * characters, nothing beyond the grammar of RFC 8259. Jackson does not check UTF-8 in full: bytes go through
     * {@link Utf8} first.
     *
     * @param longestString in characters
     */
    public static JsonFactory factory(int longestString) {
        return factory(DEPTH, longestString);
    }

    private static JsonFactory factory(int depth, int longestString) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxStringLength(longestString)
                        .maxNameLength(NAME)
                        .maxNumberLength(NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Names of a hostile file would stay in the table of interned strings and slow down every look-up.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /** Takes the members of one object as they come. */
    @FunctionalInterface
    public interface Members {
        /**
         * Reads one member; the parser stands on its value. A member that is not known is skipped with
         * {@link JsonParser#skipChildren()}.
         *
         * @throws IOException if the value is not what it must be
         */
        void read(String name, JsonParser value) throws IOException;
    }

    /**
     * Reads bytes that must be one JSON object in valid UTF-8 and nothing else.
     *
     * @throws IOException if they are not, or if a member is refused
     */
    public static void object(byte[] bytes, Members members) throws IOException {
        if (Utf8.firstFault(bytes, 0, bytes.length, true) >= 0) {
            throw new Bad("not valid UTF-8");
        }
        try (JsonParser parser = DOCUMENTS.createParser(bytes)) {
            if (bytes.length == 0 || bytes[0] != '{' || parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Bad("not an object");
            }
            object(parser, members);
            if (parser.nextToken() != null) {
                throw new Bad("more than one value");
            }
        }
    }

    /**
     * Reads the object on whose beginning the parser stands.
     *
     * @throws IOException if it is none, or if a member is refused
     */
    public static void object(JsonParser parser, Members members) throws IOException {
        expect(parser, JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            expect(parser, JsonToken.FIELD_NAME);
            String name = parser.currentName();
            parser.nextToken();
            members.read(name, parser);
        }
    }

    /**
     * Checks what the parser stands on.
     *
     * @throws IOException if it is something else
     */
    public static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.currentToken() != token) {
            throw new Bad("expected " + token + ", found " + parser.currentToken());
        }
    }

    /**
     * The string on which the parser stands.
     *
     * @param longest in characters
     * @throws IOException if it is no string or a longer one
     */
    public static String string(JsonParser parser, int longest) throws IOException {
        expect(parser, JsonToken.VALUE_STRING);
        if (parser.getTextLength() > longest) {
            throw new Bad("a string is too long");
        }
        return parser.getText();
    }

    /** Content that is JSON but not what was agreed; the message holds nothing of the content. */
    public static final class Bad extends IOException {
        private static final long serialVersionUID = 1L;

        /** A content that is refused, for the log. */
        public Bad(String technical) {
            super(technical);
        }
    }
}
