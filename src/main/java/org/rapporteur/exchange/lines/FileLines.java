package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.rapporteur.core.exchange.TravellingFile;

/** Attachments, {@code _files.ndjson}: {@code {"h":sha256,"n":bytes,"name":file name,"type":media type}}. */
public final class FileLines {
    private static final int LONGEST = 1_000;

    private FileLines() {}

    public static void write(LineWriter out, TravellingFile file) throws IOException {
        out.line(json -> {
            json.writeStringField("h", file.hash());
            json.writeNumberField("n", file.size());
            optional(json, "name", file.fileName());
            optional(json, "type", file.mediaType());
        });
    }

    private static void optional(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    public static TravellingFile read(JsonParser line) throws BadLine {
        String[] words = new String[3];
        long[] size = {-1};
        LineReader.object(line, (name, value) -> {
            switch (name) {
                case "h" -> words[0] = LineJson.text(value, name);
                case "n" -> size[0] = LineJson.number(value, 0, Long.MAX_VALUE, name);
                case "name" -> words[1] = LineJson.text(value, name);
                case "type" -> words[2] = LineJson.text(value, name);
                default -> throw BadLine.member(LineReader.shown(name));
            }
        });
        if (words[0] == null || !hash(words[0]) || size[0] < 0) {
            throw BadLine.member("h");
        }
        for (String word : words) {
            if (word != null && word.length() > LONGEST) {
                throw BadLine.member("name");
            }
        }
        return new TravellingFile(words[0], size[0], words[1], words[2]);
    }

    /** Whether it is a SHA-256 in lower-case hexadecimal: it becomes part of a file's name. */
    static boolean hash(String text) {
        if (text.length() != 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
