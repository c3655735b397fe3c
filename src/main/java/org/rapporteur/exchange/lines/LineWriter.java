package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.rapporteur.core.problem.Problem;

/** Writes JSON objects, one a line. */
public final class LineWriter {
    private static final int KEPT = 1 << 20;

    private final OutputStream out;
    private ByteArrayOutputStream buffer;
    private JsonGenerator json;

    /** The members of one object. */
    @FunctionalInterface
    public interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** Lines to this stream, which stays open. */
    public LineWriter(OutputStream out) throws IOException {
        this.out = out;
        fresh();
    }

    private void fresh() throws IOException {
        buffer = new ByteArrayOutputStream();
        json = LineJson.FACTORY.createGenerator(buffer);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /**
     * Writes one line.
     *
     * @throws Problem if it is longer than a reader takes
     */
    public void line(Content content) throws IOException {
        json.writeStartObject();
        content.write(json);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        if (buffer.size() > LineJson.LONGEST) {
            throw Problem.of("EXC-02", "exchangeservice.tooLong")
                    .kept("problem.kept.nothingWritten")
                    .technical("a record of " + buffer.size() + " bytes")
                    .build();
        }
        buffer.writeTo(out);
        if (buffer.size() > KEPT) {
            fresh();
        } else {
            buffer.reset();
        }
    }
}
