package org.rapporteur.exchange.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.json.StrictJson;
import org.rapporteur.exchange.json.Utf8;

/**
 * The lines of a {@code data/...} file, one JSON object each, every line ended by a line feed. Whatever of a line its
 * reader did not look at is checked when the next line is asked for, so that lines passed on as they are are valid too.
 *
 * <pre>{@code
 * try (NdjsonLines lines = reader.lines(entry)) {
 *     while (lines.next()) {
 *         JsonParser json = lines.parser(); // stands on the object's beginning
 *         ...
 *     }
 * } catch (IOException e) {
 *     throw lines.refused(e);
 * }
 * }</pre>
 */
public final class NdjsonLines implements AutoCloseable {
    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final Rejection reject;
    private final String entry;
    private final int longest;
    private final JsonFactory json;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private int start;
    private int end;
    private long number;
    private boolean ended;
    private JsonParser parser;

    NdjsonLines(InputStream in, Rejection reject, String entry, int longest) {
        this.in = in;
        this.reject = reject;
        this.entry = entry;
        this.longest = longest;
        this.json = StrictJson.factory(longest);
    }

    /**
     * Goes to the next line, after checking what is left of the present one.
     *
     * @return whether there is one; false only after the whole file was found to be what the manifest says
     * @throws Problem {@code PKG-08} if a line is not what it must be, {@code PKG-..} if the file is not
     */
    public boolean next() {
        finish();
        if (ended) {
            return false;
        }
        start = number == 0 ? 0 : end + 1;
        int at = start;
        while (true) {
            int feed = lineFeed(at);
            if (feed >= 0) {
                end = feed;
                break;
            }
            at = filled;
            if (at - start > longest) {
                throw at(number + 1, "longer than allowed");
            }
            at -= makeRoom();
            if (!fill()) {
                ended = true;
                if (filled > start) {
                    throw at(number + 1, "not ended by a line feed");
                }
                return false;
            }
        }
        number++;
        if (end - start > longest) {
            throw at(number, "longer than allowed");
        }
        if (start == end || buffer[start] != '{') {
            throw at(number, "not an object");
        }
        if (Utf8.firstFault(buffer, start, end, false) >= 0) {
            throw at(number, "not valid UTF-8, or half of a surrogate pair");
        }
        return true;
    }

    private int lineFeed(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the begun line to the front, or takes a larger buffer; returns by how much its bytes moved. */
    private int makeRoom() {
        int moved = start;
        if (moved > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 4L, longest + (long) FIRST_BUFFER));
        }
        return moved;
    }

    private boolean fill() {
        try {
            int count = in.read(buffer, filled, buffer.length - filled);
            filled += Math.max(count, 0);
            return count >= 0;
        } catch (IOException e) {
            throw IoProblems.of(reject.file(), e);
        }
    }

    /** Number of the present line, from 1. */
    public long number() {
        return number;
    }

    /** The bytes that hold the present line, good until {@link #next()}. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the present line begins in {@link #buffer()}. */
    public int offset() {
        return start;
    }

    /** Bytes of the present line, without its line feed. */
    public int length() {
        return end - start;
    }

    /** The present line's bytes, without its line feed. */
    public byte[] copy() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    /** A parser that stands on the beginning of the present line's object; the same one until {@link #next()}. */
    public JsonParser parser() {
        if (parser == null) {
            try {
                parser = json.createParser(buffer, start, end - start);
                parser.nextToken();
            } catch (IOException e) {
                throw refused(e);
            }
        }
        return parser;
    }

    private void finish() {
        if (number == 0 || ended) {
            return;
        }
        try (JsonParser rest = parser()) {
            while (!(rest.currentToken() == JsonToken.END_OBJECT
                    && rest.getParsingContext().inRoot())) {
                if (rest.nextToken() == null) {
                    throw new StrictJson.Bad("breaks off");
                }
            }
            if (rest.nextToken() != null) {
                throw new StrictJson.Bad("more than one object");
            }
        } catch (IOException e) {
            throw refused(e);
        }
        parser = null;
    }

    /** The problem behind a failure of {@link #parser()} or of reading a value from it. */
    public Problem refused(IOException failure) {
        // Jackson's own messages hold pieces of the content, which may be personal.
        return at(
                number,
                failure instanceof StrictJson.Bad
                        ? failure.getMessage()
                        : failure.getClass().getSimpleName());
    }

    /**
     * The problem of a line whose content is not what was agreed.
     *
     * @param technical why, for the log; nothing of the content
     */
    public Problem refused(String technical) {
        return at(number, technical);
    }

    private Problem at(long line, String technical) {
        return reject.line(entry, line, technical);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw IoProblems.of(reject.file(), e);
        }
    }
}
