package org.rapporteur.launch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a verb writes to.
 *
 * @param out data for scripts
 * @param err words for people
 */
public record Console(PrintStream out, PrintStream err) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The process's own streams, in UTF-8 wherever that can be read; a Windows terminal has an encoding of its own. */
    public static Console ofProcess() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset("stdout.encoding")),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset("stderr.encoding")));
    }

    private static Charset charset(String property) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = System.getProperty(property, "");
        if (windows && System.console() != null && Charset.isSupported(name.isEmpty() ? "UTF-8" : name)) {
            return Charset.forName(name.isEmpty() ? "UTF-8" : name);
        }
        return StandardCharsets.UTF_8;
    }

    /** Writes a line of data. */
    void data(String line) {
        out.println(line);
    }

    /** Writes one JSON document as data. */
    void json(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a JSON document as one line of data. */
    void jsonLine(Object value) {
        try {
            out.println(
                    JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a line for people. */
    void say(String line) {
        err.println(line);
    }
}
