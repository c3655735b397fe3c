package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the lines have in common: one factory with limits, and small pieces read strictly. */
final class LineJson {
    /** Longest line, in bytes; a record that is longer cannot be sent. */
    static final int LONGEST = 16 << 20;

    /** Highest sequence number: far beyond what is ever reached, low enough that sums cannot overflow. */
    static final long MAX_SEQUENCE = 1L << 48;

    private static final int UUID_LENGTH = 36;

    static final JsonFactory FACTORY = new JsonFactory();

    private LineJson() {}

    static void expect(JsonParser parser, JsonToken token, String member) throws BadLine {
        if (parser.currentToken() != token) {
            throw BadLine.member(member);
        }
    }

    static UUID uuid(JsonParser parser, String member) throws IOException, BadLine {
        expect(parser, JsonToken.VALUE_STRING, member);
        UUID id = uuid(parser.getText());
        if (id == null) {
            throw BadLine.member(member);
        }
        return id;
    }

    /** The key in canonical form (RFC 9562), null if it is none; {@link UUID#fromString} takes much that is none. */
    static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return null;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F')) {
                return null;
            }
        }
        return UUID.fromString(text);
    }

    static long number(JsonParser parser, long least, long most, String member) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || !fitsLong(parser)) {
            throw BadLine.member(member);
        }
        long number = parser.getLongValue();
        if (number < least || number > most) {
            throw BadLine.member(member);
        }
        return number;
    }

    static boolean fitsLong(JsonParser parser) throws IOException {
        JsonParser.NumberType type = parser.getNumberType();
        return type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG;
    }

    /** Text that can be stored as it is: a half of a surrogate pair would become something else. */
    static String text(JsonParser parser, String member) throws IOException, BadLine {
        expect(parser, JsonToken.VALUE_STRING, member);
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw BadLine.type(member);
                }
                i++;
            }
        }
        return text;
    }

    /** The value on which the parser stands as it is written, byte for byte; the parser stands on its end afterwards. */
    static String raw(JsonParser parser, byte[] line, int from) throws IOException, BadLine {
        int start = from + (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        int end = from + (int) parser.currentLocation().getByteOffset();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadLine.json();
        }
    }
}
